//! What an address can name: one id of each kind, and paths filled with them.

use crate::{id, identity};

/// One of each thing that an address can name, all of one member's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Things {
    /// By the name that stands in braces in a path; of the staff where it stands behind `/admin`, and one that was answered
    /// behind `/answers`.
    named: Vec<(&'static str, String)>,
}

/// The kinds of ids; of the staff where they stand behind `/admin`.
const KINDS: [&str; 37] = [
    "group",
    "enrolment",
    "person",
    "session",
    "assignment",
    "answered assignment",
    "alert",
    "absence",
    "signature",
    "pair",
    "job",
    "line",
    "goal",
    "aim",
    "step",
    "check",
    "sheet",
    "share",
    "task",
    "homework",
    "target",
    "own",
    "note",
    "appreciation",
    "thread",
    "post",
    "matter",
    "exchange",
    "correction",
    "letter",
    "code",
    "incident",
    "report",
    "case",
    "seat",
    "admin person",
    "paper",
];

/// What a path names that is no thing of anybody: pages of the product itself.
const PARTS: [(&str, &str); 12] = [
    ("agreement", "group-agreement"),
    ("curriculum", "cbt-depression"),
    ("form", "thought-record"),
    ("instrument", "core-10"),
    ("kind", "licence"),
    ("page", "1"),
    ("persona", "member"),
    ("question", "1"),
    ("regions", "alerts"),
    ("skill", "stop"),
    ("version", "1"),
    ("vetting", "identity"),
];

impl Things {
    /// Names one more; a second one of the same name is not taken.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "ids are small, and read better without a sign in front")]
    pub fn with(mut self, name: &'static str, id: impl ToString) -> Self {
        if !self.named.iter().any(|(known, _)| *known == name) {
            self.named.push((name, id.to_string()));
        }
        self
    }

    /// These and those of another.
    #[must_use]
    pub fn and(self, other: &Self) -> Self {
        other.named.iter().fold(self, |things, (name, id)| things.with(name, id))
    }

    /// Ids of the same kinds that nothing has.
    pub fn absent() -> Self {
        let id = |_: &str| id::to_text(id::random().expect("there is randomness"));
        Self::default().each(KINDS, id).with("token", identity::Token::random().expect("there is randomness").text())
    }

    /// Words where ids and parts of addresses would stand.
    pub fn misspelt() -> Self {
        let parts = PARTS.map(|(part, _)| part);
        Self::default().each(KINDS, |kind| kind.replace(' ', "-")).each(parts, str::to_owned).with("token", "token")
    }

    fn each<const N: usize>(self, names: [&'static str; N], id: impl Fn(&str) -> String) -> Self {
        names.into_iter().fold(self, |things, name| things.with(name, id(name)))
    }

    /// Whether the path names a thing that is somebody's.
    pub fn names_one(path: &str) -> bool {
        names_in(path).any(|name| !PARTS.iter().any(|(part, _)| *part == name))
    }

    /// The path with each name in braces replaced. The person of an address behind `/admin` works here.
    pub fn fill(&self, path: &str) -> String {
        let mut filled = path.to_owned();
        for name in names_in(path) {
            filled = filled.replace(&format!("{{{name}}}"), self.of(path, name));
        }
        filled
    }

    /// A text in which every id is replaced by its name again, so that two texts can be compared.
    pub fn unfill(&self, text: &str) -> String {
        self.named.iter().fold(text.to_owned(), |text, (name, id)| text.replace(id.as_str(), name))
    }

    /// Whether every name in the path is known here.
    pub fn can_fill(&self, path: &str) -> bool {
        names_in(path).all(|name| self.find(path, name).is_some())
    }

    fn of(&self, path: &str, name: &str) -> &str {
        let found = self.find(path, name);
        found.unwrap_or_else(|| panic!("the story has no {name} for {path}: give it one in `testing/whole`"))
    }

    fn find(&self, path: &str, name: &str) -> Option<&str> {
        let key = match name {
            "person" if path.starts_with("/admin/") => "admin person",
            "assignment" if path.contains("/answers/") => "answered assignment",
            _ => name,
        };
        let part = || PARTS.iter().find(|(part, _)| *part == name).map(|(_, word)| *word);
        self.named.iter().find(|(known, _)| *known == key).map(|(_, id)| id.as_str()).or_else(part)
    }
}

/// The names in braces.
fn names_in(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| rest.split('}').next())
}
