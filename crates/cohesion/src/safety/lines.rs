//! Crisis lines: help outside the practice, each with the day somebody last checked it.
//!
//! They are the one thing that must work for a person who is not signed in, so they are plain and public. A line that
//! nobody has checked is shown to nobody.

use super::{LineId, deeds, seeds, store};
use crate::clock::Timestamp;
use crate::limits::{self, CRISIS_LINES_MAX, LINE_CHARS_MAX, NAME_CHARS_MAX};
use crate::work::Work;
use crate::{Error, Fault, Result};

/// A line as it stands in the practice's own list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrisisLine {
    /// Its id.
    pub id: LineId,
    /// What is said of it.
    pub terms: LineTerms,
    /// When somebody last compared it with what the service publishes.
    pub checked_at: Option<Timestamp>,
}

/// What is said of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineTerms {
    /// For whom it is: in danger now, or in need of talk.
    pub need: Need,
    /// How it is reached.
    pub channel: Channel,
    /// The service's name.
    pub name: String,
    /// The number as people write it; a page's address where it is a chat.
    pub number: String,
    /// When somebody answers; empty where that is not known.
    pub hours: String,
    /// In which languages, as BCP 47 tags apart by a space; empty where that is not known.
    pub languages: String,
    /// What it costs; empty where that is not known.
    pub cost: String,
    /// For whom it is.
    pub audience: String,
    /// What to press, or which word to send; may be empty.
    pub note: String,
    /// Where it was read.
    pub source: String,
}

macro_rules! choices {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $case:ident $code:literal $word:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $word)] $case,)+ }

        impl $name {
            /// Every case.
            pub const ALL: &'static [Self] = &[$(Self::$case,)+];

            /// The number that is stored.
            pub const fn code(self) -> i64 {
                match self { $(Self::$case => $code,)+ }
            }

            /// The case that a stored number stands for.
            pub fn from_code(code: i64) -> Result<Self> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|case| case.code() == code)
                    .ok_or_else(|| Error::bug(format!(concat!("no ", stringify!($name), " has the number {}"), code)))
            }

            /// The word in forms and seeds.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$case => $word,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();
            fn from_str(word: &str) -> std::result::Result<Self, ()> {
                Self::ALL.iter().copied().find(|case| case.word() == word).ok_or(())
            }
        }
    };
}

choices! {
    /// For whom a line is.
    Need {
        /// In danger now.
        Danger 1 "emergency";
        /// Needs to talk now.
        Talk 2 "crisis";
    }
}

choices! {
    /// How a line is reached.
    Channel {
        /// By telephone.
        Call 1 "call";
        /// By text message.
        Text 2 "text";
        /// On a page of the service.
        Chat 3 "chat";
    }
}

/// How it stands with the practice's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinesCheck {
    /// Nobody has checked a number for danger and one for talk: members cannot be invited.
    Empty,
    /// So many lines were checked too long ago, or never.
    Stale(usize),
    /// All were checked.
    Fine,
}

impl CrisisLine {
    /// Whether people are shown it.
    pub const fn is_shown(&self) -> bool {
        self.checked_at.is_some()
    }

    /// Whether somebody must look at it again.
    pub fn is_stale(&self, now: Timestamp) -> bool {
        self.checked_at.is_none_or(|at| now - at > limits::CRISIS_LINE_CHECK)
    }
}

/// The practice's list, in the order in which a person should see it. It is public.
pub async fn crisis_lines(work: &mut Work<'_>) -> Result<Vec<CrisisLine>> {
    store::lines(work).await
}

/// Whether members can be invited: somebody has checked a number for danger and a line to talk to.
pub async fn can_invite_members(work: &mut Work<'_>) -> Result<bool> {
    Ok(check_of(&crisis_lines(work).await?, work.now()) != LinesCheck::Empty)
}

/// How it stands with a list at a moment.
pub fn check_of(lines: &[CrisisLine], now: Timestamp) -> LinesCheck {
    let has = |need| lines.iter().any(|line| line.is_shown() && line.terms.need == need);
    if !has(Need::Danger) || !has(Need::Talk) {
        return LinesCheck::Empty;
    }
    match lines.iter().filter(|line| line.is_stale(now)).count() {
        0 => LinesCheck::Fine,
        count => LinesCheck::Stale(count),
    }
}

/// Adds a line to the end of the list. Whoever writes it down still has to check it.
pub async fn add_line(work: &mut Work<'_>, terms: &LineTerms) -> Result<LineId> {
    let grant = deeds::may_edit_lines(work).await?;
    terms.check()?;
    let place = store::lines(work).await?.len();
    if place >= CRISIS_LINES_MAX {
        return Err(Error::Conflict("safety-conflict-lines-full"));
    }
    let id = LineId::random()?;
    store::insert_line(work, &grant, id, terms, None).await?;
    Ok(id)
}

/// Changes a line. A changed line has to be checked anew before anybody sees it.
pub async fn change_line(work: &mut Work<'_>, id: LineId, terms: &LineTerms) -> Result<()> {
    let grant = deeds::may_edit_lines(work).await?;
    terms.check()?;
    store::save_line(work, &grant, id, terms).await
}

/// Somebody has compared the line with what the service publishes today.
pub async fn check_line(work: &mut Work<'_>, id: LineId) -> Result<()> {
    let grant = deeds::may_edit_lines(work).await?;
    store::save_check(work, &grant, id).await
}

/// Takes a line off the list.
pub async fn remove_line(work: &mut Work<'_>, id: LineId) -> Result<()> {
    let grant = deeds::may_edit_lines(work).await?;
    store::remove_line(work, &grant, id).await
}

/// Copies a country's lines into the list; those that stand there already are left alone. Answers how many came.
pub async fn take_country(work: &mut Work<'_>, country: &str) -> Result<usize> {
    let grant = deeds::may_edit_lines(work).await?;
    let known = store::lines(work).await?;
    let seed = seeds::countries()?.into_iter().find(|seed| seed.code == country);
    let seed = seed.ok_or_else(|| Error::invalid("country", "fault-choose"))?;
    let new: Vec<_> =
        seed.lines.into_iter().filter(|line| !known.iter().any(|known| known.terms.is_same(&line.terms))).collect();
    if known.len() + new.len() > CRISIS_LINES_MAX {
        return Err(Error::Conflict("safety-conflict-lines-full"));
    }
    for line in &new {
        store::insert_line(work, &grant, LineId::random()?, &line.terms, line.checked_at).await?;
    }
    Ok(new.len())
}

impl LineTerms {
    fn is_same(&self, other: &Self) -> bool {
        self.name == other.name && self.number == other.number && self.channel == other.channel
    }

    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        for (field, text, max) in [("name", &self.name, NAME_CHARS_MAX), ("number", &self.number, LINE_CHARS_MAX)] {
            match text.chars().count() {
                0 => faults.push(Fault::new(field, "fault-empty")),
                long if long > max => faults.push(Fault::new(field, "fault-long")),
                _ => {}
            }
        }
        let others = [
            ("hours", &self.hours),
            ("languages", &self.languages),
            ("cost", &self.cost),
            ("audience", &self.audience),
            ("note", &self.note),
            ("source", &self.source),
        ];
        let long = others.iter().filter(|(_, text)| text.chars().count() > LINE_CHARS_MAX);
        faults.extend(long.map(|(field, _)| Fault::new(*field, "fault-long")));
        if self.channel != Channel::Chat && !self.number.chars().any(|sign| sign.is_ascii_digit()) {
            faults.push(Fault::new("number", "safety-fault-number"));
        }
        if self.channel == Channel::Chat && address_of(&self.number).is_none() {
            faults.push(Fault::new("number", "safety-fault-address"));
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }

    /// What the line's button opens: a call, a message or a page.
    pub fn link(&self) -> Option<String> {
        let digits = || self.number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect::<String>();
        match self.channel {
            Channel::Call => Some(format!("tel:{}", digits())),
            Channel::Text => Some(format!("sms:{}", digits())),
            Channel::Chat => address_of(&self.number),
        }
    }
}

/// The address of a service's page: nothing but `https`, so that no link can run anything here.
fn address_of(text: &str) -> Option<String> {
    let bare = text.strip_prefix("https://").unwrap_or(text);
    let host = bare.split('/').next().unwrap_or_default();
    let is_host = host.contains('.')
        && host
            .split('.')
            .all(|part| !part.is_empty() && part.chars().all(|sign| sign.is_alphanumeric() || sign == '-'));
    let is_plain = !bare.contains(|sign: char| sign.is_whitespace() || "<>\"'\\".contains(sign));
    (is_host && is_plain).then(|| format!("https://{bare}"))
}
