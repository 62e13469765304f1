//! A letter to one member: its eight parts, its life, and how it is opened.

use serde::{Deserialize, Serialize};

use super::store::{self, LetterRow};
use super::{LetterId, calendar, deeds};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Legible, Result, groups};

/// Where a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterState {
    /// It is being written; the member knows nothing of it.
    Draft,
    /// The member has it. Nothing changes it any more.
    Released,
}

impl LetterState {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The state that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        [Self::Draft, Self::Released]
            .into_iter()
            .find(|state| state.code() == code)
            .ok_or_else(|| Error::bug(format!("no state of a letter has the number {code}")))
    }
}

/// The parts of a letter, in the order in which it is read (domain.md E1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the member set out to do, in their own words.
    Goal,
    /// What the therapist noticed: things done, with the session's date.
    Noticed,
    /// What the numbers show.
    Numbers,
    /// What seemed to help.
    Helped,
    /// One pattern to be curious about, as a question.
    Pattern,
    /// One small thing to try, by a day.
    Experiment,
    /// A strength.
    Strength,
    /// What is asked of the member: their word.
    Turn,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 8] = [
        Self::Goal,
        Self::Noticed,
        Self::Numbers,
        Self::Helped,
        Self::Pattern,
        Self::Experiment,
        Self::Strength,
        Self::Turn,
    ];

    /// Its place in the letter, from 0.
    pub const fn place(self) -> usize {
        self as usize
    }

    /// The Fluent key of its heading.
    pub const fn heading_key(self) -> &'static str {
        match self {
            Self::Goal => "feedback-part-goal",
            Self::Noticed => "feedback-part-noticed",
            Self::Numbers => "feedback-part-numbers",
            Self::Helped => "feedback-part-helped",
            Self::Pattern => "feedback-part-pattern",
            Self::Experiment => "feedback-part-experiment",
            Self::Strength => "feedback-part-strength",
            Self::Turn => "feedback-part-turn",
        }
    }

    /// The Fluent key of what helps to write it.
    pub const fn hint_key(self) -> &'static str {
        match self {
            Self::Goal => "feedback-hint-goal",
            Self::Noticed => "feedback-hint-noticed",
            Self::Numbers => "feedback-hint-numbers",
            Self::Helped => "feedback-hint-helped",
            Self::Pattern => "feedback-hint-pattern",
            Self::Experiment => "feedback-hint-experiment",
            Self::Strength => "feedback-hint-strength",
            Self::Turn => "feedback-hint-turn",
        }
    }
}

/// The course that stands in a letter, as it was when the letter was kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// The questionnaire's id.
    pub instrument: String,
    /// When it was answered, in milliseconds, and the total.
    pub points: Vec<(i64, f64)>,
}

/// What a letter says.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// Its parts, by [`Part::place`].
    pub parts: Vec<String>,
    /// The day by which something is tried, counted from 1 January 1970.
    pub until: Option<i32>,
    /// One course, where the therapist has chosen one.
    pub chart: Option<Chart>,
    /// The name under which the member sits in the group; in it from the release on.
    pub to: String,
    /// Who gave it out, by name; in it from the release on.
    pub from: String,
    /// Words in it that are a member's name elsewhere and nobody's here.
    #[serde(default)]
    pub plain: Vec<String>,
}

impl Body {
    /// What stands in a part; empty where nothing does.
    pub fn part(&self, part: Part) -> &str {
        self.parts.get(part.place()).map_or("", String::as_str)
    }

    /// The day by which something is tried.
    pub fn until_day(&self) -> Option<jiff::civil::Date> {
        self.until.and_then(calendar::day_of)
    }
}

impl std::fmt::Debug for Body {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Body([sealed])")
    }
}

/// Whether a letter fits, as the member says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fits {
    /// It does.
    Yes,
    /// In part.
    Partly,
    /// It does not.
    No,
}

impl Fits {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];

    /// The word of the form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
        }
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Yes => "feedback-fits",
            Self::Partly => "feedback-fits-partly",
            Self::No => "feedback-fits-not",
        }
    }
}

impl std::str::FromStr for Fits {
    type Err = Error;
    fn from_str(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|fits| fits.word() == word).ok_or(Error::NotFound)
    }
}

/// What the member answers.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Whether it fits.
    pub fits: Fits,
    /// Their words; may be empty.
    pub words: String,
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Reply([sealed])")
    }
}

/// A letter, opened.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its id.
    pub id: LetterId,
    /// The group in which it is written.
    pub group: GroupId,
    /// Whom it is to.
    pub person: PersonId,
    /// Who wrote last.
    pub author: PersonId,
    /// Where it is.
    pub state: LetterState,
    /// How often it was kept.
    pub version: u32,
    /// What it says.
    pub body: Body,
    /// When it was kept last.
    pub saved_at: Timestamp,
    /// Who gave it out, and when.
    pub released: Option<(PersonId, Timestamp)>,
    /// What the member answered, and when.
    pub reply: Option<(Reply, Timestamp)>,
    /// Who dealt with the answer, and when.
    pub closed: Option<(PersonId, Timestamp)>,
}

/// One letter: for those who lead the group, and once it is released for the member.
pub async fn letter(work: &mut Work<'_>, id: LetterId) -> Result<Letter> {
    let row = store::find_letter(work, id).await?;
    let grant = deeds::may_read(work, &row).await?;
    open(work, &grant, row).await
}

/// The letters to a person in a group, those kept last first, for those who lead it. Drafts are for those who write.
pub async fn letters_of(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Legible<Letter>> {
    let grant = deeds::may_see_letters(work, group, person).await?;
    let writes = groups::standing(work, group).await?.allows(Deed::WriteLetter);
    let mut letters = Legible::default();
    for row in store::letters_to(work, &grant, person).await?.into_iter().filter(|row| row.group == group) {
        let id = row.id;
        if row.state == LetterState::Released || writes {
            letters.add(open(work, &grant, row).await, "letters", id.0)?;
        }
    }
    Ok(letters)
}

/// The letters that the actor was given, the newest first; also from groups that they have left.
pub async fn my_letters(work: &mut Work<'_>) -> Result<Legible<Letter>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_see_own(work, person)?;
    let mut letters = Legible::default();
    for row in store::letters_to(work, &grant, person).await? {
        if row.state == LetterState::Released {
            let id = row.id;
            letters.add(open(work, &grant, row).await, "letters", id.0)?;
        }
    }
    letters.readable.sort_by_key(|letter| std::cmp::Reverse(letter.released.map(|(_, at)| at)));
    Ok(letters)
}

/// Opens a letter's row under a grant about its person; one that is released must be what was released.
pub(super) async fn open(work: &mut Work<'_>, grant: &Grant, row: LetterRow) -> Result<Letter> {
    if row.digest.is_some_and(|digest| !keyring::equal(&digest, &keyring::digest(&row.body))) {
        return Err(Error::bug("letters: what opens is not what was released"));
    }
    let scope = Scope::Membership(row.group, row.person);
    let body = work.open(grant, scope, cell(row.id, row.version), &row.body).await?;
    let LetterRow { id, group, person, author, state, version, saved_at, released, closed, .. } = row;
    let reply = match row.answer {
        Some((sealed, at)) => Some((work.open(grant, scope, reply_cell(id), &sealed).await?, at)),
        None => None,
    };
    Ok(Letter { id, group, person, author, state, version, body, saved_at, released, reply, closed })
}

/// Seals a letter's words as its next version.
pub(super) async fn seal(work: &mut Work<'_>, row: &LetterRow, seen: u32, body: &Body) -> Result<Vec<u8>> {
    work.seal(Scope::Membership(row.group, row.person), cell(row.id, seen + 1), body).await
}

pub(super) const fn cell(id: LetterId, version: u32) -> Cell {
    Cell::of("letters", "body", id.0).version(version)
}

pub(super) const fn reply_cell(id: LetterId) -> Cell {
    Cell::of("letters", "answer", id.0)
}
