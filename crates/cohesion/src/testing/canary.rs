//! Canaries: words that stand nowhere else, planted in a story and looked for in all that leaves it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use data_encoding::{BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER};
use maud::html;

use super::whole::Name;

/// How every canary begins.
const MARK: &str = "zqxvkj";

/// What a canary stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The name on somebody's papers, their address or their number.
    Contact,
    /// What somebody wants to be called by those who work with them.
    Called,
    /// The name that somebody chose for their group.
    Shown,
    /// The name under a signature.
    Signature,
    /// What somebody said of themselves on the way in, or what was decided about them.
    WayIn,
    /// Why two people must not meet.
    Apart,
    /// Why somebody left, or was away for a while.
    Leaving,
    /// What somebody wrote when they called for help, or what a leader saw.
    Danger,
    /// What those who answered wrote about it.
    Answer,
    /// What somebody wrote beside their answers to a questionnaire.
    Beside,
    /// A line or a number of a safety plan.
    Plan,
    /// Why somebody could not come, in their own words.
    Word,
    /// What a leader wrote beside somebody's attendance, or did about an absence.
    Remark,
    /// The title, number and issuer of a paper.
    Paper,
    /// What is written about somebody's session, in a draft, in a signed note or beside it.
    Note,
    /// What the record of a group says.
    Record,
    /// What a clinician wrote for themselves.
    Process,
    /// What is planned for a session.
    Agenda,
    /// What a clinician wrote for themselves before or after a session, or noted while it went on.
    Brief,
    /// The same, written for those too who lead with them.
    BriefShared,
    /// What was otherwise than planned, and why.
    Fidelity,
    /// What a facilitator said of a meeting when all had gone.
    Debrief,
    /// What the log of a meeting says.
    Log,
    /// What happened at a meeting.
    Incident,
    /// What a support group reads aloud.
    Reading,
    /// Where somebody is while their group meets online, and how they can be called.
    Reach,
    /// A group's neutral name and its place.
    Group,
    /// What a group is for, and how it works.
    Focus,
    /// What a group says in public.
    Public,
    /// A goal, its levels, and what was written beside its ratings and its end.
    Goal,
    /// What a group is for, in the words that its members read.
    Aim,
    /// A private step.
    Step,
    /// What somebody wrote to themselves in a self-check.
    SelfCheck,
    /// What somebody wrote on a worksheet that nobody else is to see.
    SheetKept,
    /// The same on one that those who lead read too.
    SheetShown,
    /// The same on one that the whole group reads too.
    SheetToGroup,
    /// What a leader answered to a worksheet.
    Reply,
    /// What got in the way of somebody's homework.
    InTheWay,
    /// What homework was set.
    Homework,
    /// What a summary says that was given out to its member.
    Summary,
    /// What a member said when they looked back on their group.
    LookingBack,
    /// What Jo wrote to Sam, and it was passed on.
    MemberWord,
    /// What was written to another member and given back, and the words with which it was given back.
    WordGivenBack,
    /// What a letter says that was given, and the answer to it.
    Letter,
    /// What a letter says that is being written.
    LetterDraft,
    /// A member's word about what their records show, where those who lead read it too.
    PatternWord,
    /// The same about what rests on worksheets that they keep for themselves.
    PatternAlone,
    /// What a thread is about.
    ThreadTitle,
    /// What a post says that the whole group reads, and its content note.
    PostToGroup,
    /// What a post says that only those who lead read, or that they took out.
    PostToLeaders,
    /// What somebody told of a post.
    Report,
    /// What the writer of a post was told when it was taken out, and what they answered.
    TakenOut,
    /// What somebody reported of a broken confidence, to those who lead.
    BreachReport,
    /// The same to the office alone.
    BreachToOffice,
    /// What is put on record of such a case.
    BreachCase,
    /// A way to be reached that the other one has not agreed to see.
    ContactWay,
    /// What a leader noted about answers that were talked about.
    Discussed,
    /// What the member says of the same.
    Talked,
    /// What somebody asks to be put right, and what was answered.
    Correction,
    /// Why somebody's records are on legal hold.
    Hold,
}

/// A word that was planted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Canary {
    /// Whose it is: the person it tells of, or whoever leads the group.
    pub of: Name,
    /// What it stands for.
    pub what: What,
    /// The word itself.
    pub text: String,
}

impl Canary {
    /// The canary with this number. A sign that HTML and addresses write otherwise is in it.
    pub fn new(of: Name, what: What, number: usize) -> Self {
        Self { of, what, text: format!("{MARK}&{of:?}{what:?}{number}q") }
    }

    /// One that can stand in front of the sign of a mail's address.
    pub fn plain(of: Name, what: What, number: usize) -> Self {
        Self { of, what, text: format!("{MARK}{of:?}{what:?}{number}q") }
    }
}

/// Looks for canaries in whatever they could be hidden in.
pub struct Finder {
    canaries: Vec<Canary>,
    /// Which canaries look so, for each way of writing words down.
    folded: Vec<Looks>,
    exact: Vec<Looks>,
    mark: Shapes,
}

/// Canaries by how they look in one way of writing words down, each by its place.
type Looks = BTreeMap<String, Vec<usize>>;

/// How one word looks, by the ways in which words are written down.
struct Shapes {
    /// Sought where capitals are small letters.
    folded: Vec<String>,
    /// Sought as they are.
    exact: Vec<String>,
}

impl Finder {
    /// A finder of these.
    pub fn of(canaries: &BTreeSet<Canary>) -> Self {
        let mark = Shapes::of(MARK);
        let (mut folded, mut exact) = (vec![Looks::new(); mark.folded.len()], vec![Looks::new(); mark.exact.len()]);
        for (place, canary) in canaries.iter().enumerate() {
            let shapes = Shapes::of(&canary.text);
            for (looks, shape) in folded.iter_mut().zip(shapes.folded).chain(exact.iter_mut().zip(shapes.exact)) {
                looks.entry(shape).or_default().push(place);
            }
        }
        Self { canaries: canaries.iter().cloned().collect(), folded, exact, mark }
    }

    /// Every canary that is in `bytes`, in whatever shape.
    pub fn look(&self, bytes: &[u8]) -> Vec<&Canary> {
        let exact = String::from_utf8_lossy(bytes);
        let folded = exact.to_lowercase();
        let mut found = BTreeSet::new();
        for (mark, looks) in self.mark.folded.iter().zip(&self.folded) {
            found.extend(self.behind(&folded, mark, looks));
        }
        for (mark, looks) in self.mark.exact.iter().zip(&self.exact) {
            found.extend(self.behind(&exact, mark, looks));
        }
        found.into_iter().collect()
    }

    /// The canaries that begin where the mark stands. Every canary begins with it, in each of its shapes; none is the beginning
    /// of another, so that in their order the last one up to the text is the only one that can stand there.
    fn behind<'a>(&'a self, text: &str, mark: &str, looks: &'a Looks) -> impl Iterator<Item = &'a Canary> {
        let places: Vec<&str> = text.match_indices(mark).map(|(at, _)| &text[at..]).collect();
        let at = |rest: &str| {
            let (shape, canaries) = looks.range::<str, _>((Bound::Unbounded, Bound::Included(rest))).next_back()?;
            rest.starts_with(shape.as_str()).then_some(canaries)
        };
        let found: Vec<&Vec<usize>> = places.into_iter().filter_map(at).collect();
        found.into_iter().flatten().map(|place| &self.canaries[*place])
    }
}

impl Shapes {
    fn of(text: &str) -> Self {
        let in_address: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
        let folded = [
            text.to_owned(),
            html! { (text) }.into_string(),
            in_address.replace('+', "%20"),
            in_address,
            HEXLOWER.encode(text.as_bytes()),
        ];
        Self { folded: folded.map(|shape| shape.to_lowercase()).to_vec(), exact: in_base64(text) }
    }
}

/// What stays the same of a text in base64, wherever it begins in a longer one: each sign is six bits, each byte eight.
fn in_base64(text: &str) -> Vec<String> {
    let mut shapes = Vec::new();
    for (shift, foreign) in [(0, 0), (1, 2), (2, 3)] {
        let bytes = [&[0; 2][..shift], text.as_bytes()].concat();
        let shared = usize::from(!bytes.len().is_multiple_of(3));
        for encoding in [BASE64_NOPAD, BASE64URL_NOPAD] {
            let encoded = encoding.encode(&bytes);
            shapes.push(encoded[foreign..encoded.len() - shared].to_owned());
        }
    }
    shapes
}

#[cfg(test)]
mod tests {
    use data_encoding::{BASE64, HEXUPPER};

    use super::*;

    fn planted() -> (Canary, Finder) {
        let text = format!("{MARK} é <&> \"Sam\"");
        let canary = Canary { of: Name::Sam, what: What::Called, text };
        let other = Canary::new(Name::Jo, What::Called, 0);
        let finder = Finder::of(&[canary.clone(), other].into());
        (canary, finder)
    }

    #[test]
    fn a_canary_is_found_in_every_shape() {
        let (canary, finder) = planted();
        let text = canary.text.as_str();
        let in_address: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
        let mut hidden = vec![
            text.to_owned(),
            text.to_uppercase(),
            html! { p title=(text) {} }.into_string(),
            html! { p { (text) } }.into_string(),
            in_address.replace('+', "%20"),
            in_address,
            HEXLOWER.encode(text.as_bytes()),
            HEXUPPER.encode(text.as_bytes()),
        ];
        for before in ["", "a", "ab", "abc"] {
            for after in ["", "a", "ab"] {
                hidden.push(BASE64.encode(format!("{before}{text}{after}").as_bytes()));
                hidden.push(BASE64URL_NOPAD.encode(format!("{before}{text}{after}").as_bytes()));
            }
        }
        for shape in hidden {
            let around = [b"\x00\xff before ".as_slice(), shape.as_bytes(), b" after"].concat();
            assert_eq!(finder.look(&around), [&canary], "{shape}");
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        let (_, finder) = planted();
        assert_eq!(finder.look(b"Sam and Jo came on Tuesday."), Vec::<&Canary>::new());
        assert_eq!(finder.look(MARK.as_bytes()), Vec::<&Canary>::new());
    }
}
