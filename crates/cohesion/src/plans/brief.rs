//! Briefs: what those who lead a group write for themselves before a session and after it, and show to each other or to nobody.
//!
//! A brief stands under its author's key. Who reads it beside the author is fixed when it is written: those who lead the group
//! with them at that moment. Whoever stands in later finds the agenda, the alerts and the safety plans, and no brief.

use serde::{Deserialize, Serialize};

use super::store::{self, BriefRow};
use super::{Jotting, deeds, jot};
use crate::access::{Grant, Standing};
use crate::clock::Timestamp;
use crate::groups::{self, Group, LeaderRole, Session};
use crate::id::{PersonId, SessionId};
use crate::limits::TEXT_CHARS_MAX;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Fault, Result, identity};

/// On which side of a session a brief is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Moment {
    /// Before it.
    Before,
    /// After it.
    After,
}

impl Moment {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Before, Self::After];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        match self {
            Self::Before => 1,
            Self::After => 2,
        }
    }

    /// The moment that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        let known = Self::ALL.into_iter().find(|moment| moment.code() == code);
        known.ok_or_else(|| Error::bug(format!("no brief is written at the moment {code}")))
    }

    /// The word it has in a form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Before => "plans-brief-before",
            Self::After => "plans-brief-after",
        }
    }

    /// The Fluent keys of its fields, in their order.
    pub const fn field_keys(self) -> &'static [&'static str] {
        match self {
            Self::Before => &["plans-brief-watch", "plans-brief-parts"],
            Self::After => &["plans-brief-noticed", "plans-brief-worried", "plans-brief-disagreed", "plans-brief-next"],
        }
    }
}

impl std::str::FromStr for Moment {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|moment| moment.word() == word).ok_or(Error::NotFound)
    }
}

/// Who reads a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Its author alone.
    OnlyMe,
    /// Those who lead the group with its author too.
    CoLeaders,
}

impl Audience {
    /// Both.
    pub const ALL: [Self; 2] = [Self::OnlyMe, Self::CoLeaders];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        match self {
            Self::OnlyMe => 1,
            Self::CoLeaders => 2,
        }
    }

    /// The audience that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        let known = Self::ALL.into_iter().find(|audience| audience.code() == code);
        known.ok_or_else(|| Error::bug(format!("no audience has the number {code}")))
    }

    /// The word it has in a form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::OnlyMe => "only-me",
            Self::CoLeaders => "co-leaders",
        }
    }
}

impl std::str::FromStr for Audience {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|audience| audience.word() == word).ok_or(Error::NotFound)
    }
}

/// One's own brief as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptBrief {
    /// On which side of the session.
    pub moment: Moment,
    /// Its fields, in the order of [`Moment::field_keys`].
    pub parts: Vec<String>,
    /// Who reads it.
    pub audience: Audience,
    /// Which version of it this is, from 1.
    pub version: u32,
    /// When it was written.
    pub written_at: Timestamp,
}

impl std::fmt::Debug for KeptBrief {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "KeptBrief({:?}, [sealed], version {})", self.moment, self.version)
    }
}

/// A brief that somebody wrote for the actor too.
pub struct SharedBrief {
    /// The author's name, where it can still be read.
    pub called: Option<String>,
    /// The brief.
    pub brief: KeptBrief,
}

/// All that the actor reads of what was written around a session.
pub struct OwnBriefs {
    /// The session.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// How the actor stands to it.
    pub standing: Standing,
    /// Their own briefs.
    pub own: Vec<KeptBrief>,
    /// What they noted while it went on.
    pub jottings: Vec<Jotting>,
    /// What others wrote for them too.
    pub shared: Vec<SharedBrief>,
    /// Those who would read a brief that is written now for co-leaders.
    pub co_leaders: Vec<Option<String>>,
}

/// Reads it.
pub async fn briefs(work: &mut Work<'_>, id: SessionId) -> Result<OwnBriefs> {
    let session = groups::session(work, id).await?;
    let (author, grant) = deeds::may_read_own(work, &session).await?;
    let mut own = Vec::new();
    for row in store::own_briefs(work, &grant, author, id).await? {
        own.push(open(work, &grant, &session, row).await?);
    }
    let jottings = jot::jottings(work, &grant, author, &session).await?;
    let grant = deeds::may_read_shared(work, &session).await?;
    let mut shared = Vec::new();
    for row in store::briefs_for(work, &grant, author, id).await? {
        let about = work.about(&grant, row.author);
        let called = identity::still_called(work, &about, row.author).await?;
        shared.push(SharedBrief { called, brief: open(work, &grant, &session, row).await? });
    }
    let mut co_leaders = Vec::new();
    for person in beside(work, &session, author).await? {
        let about = work.about(&grant, person);
        co_leaders.push(identity::still_called(work, &about, person).await?);
    }
    let group = groups::group(work, &grant, session.group).await?;
    let standing = groups::standing(work, group.id).await?;
    Ok(OwnBriefs { session, group, standing, own, jottings, shared, co_leaders })
}

/// Writes one, over the version that was looked at (0 for none). Where another one was kept meanwhile, nothing is.
pub async fn write_brief(
    work: &mut Work<'_>,
    id: SessionId,
    moment: Moment,
    seen: u32,
    (audience, parts): (Audience, &[String]),
) -> Result<()> {
    let session = groups::session(work, id).await?;
    let (author, grant) = deeds::may_write_own(work, &session).await?;
    let too_long = |(at, part): (usize, &String)| {
        (part.chars().count() > TEXT_CHARS_MAX).then(|| Fault::new(field(moment, at), "fault-long"))
    };
    let faults: Vec<Fault> = parts.iter().enumerate().filter_map(too_long).collect();
    if !faults.is_empty() || parts.len() != moment.field_keys().len() {
        return Err(Error::Invalid(faults));
    }
    let (scope, place) = (Scope::Author(author, session.group), (author, id, moment));
    let words = work.seal(scope, cell(place, seen + 1), parts).await?;
    if !store::save_brief(work, &grant, place, session.group, seen, (audience, words)).await? {
        return Err(Error::Conflict("plans-conflict-brief"));
    }
    let readers = match audience {
        Audience::OnlyMe => Vec::new(),
        Audience::CoLeaders => beside(work, &session, author).await?,
    };
    store::set_readers(work, &grant, place, &readers).await
}

/// The name of a field of the form.
pub(super) fn field(moment: Moment, at: usize) -> String {
    format!("{}-{at}", moment.word())
}

/// Those who lead the group beside somebody.
async fn beside(work: &mut Work<'_>, session: &Session, author: PersonId) -> Result<Vec<PersonId>> {
    let leads = |role| matches!(role, LeaderRole::Leader | LeaderRole::CoLeader);
    let leaders = groups::leaders(work, session.group).await?.into_iter();
    Ok(leaders.filter(|one| leads(one.role) && one.person != author).map(|one| one.person).collect())
}

async fn open(work: &mut Work<'_>, grant: &Grant, session: &Session, row: BriefRow) -> Result<KeptBrief> {
    let BriefRow { author, moment, version, audience, words, written_at } = row;
    let cell = cell((author, session.id, moment), version);
    let parts = work.open(grant, Scope::Author(author, session.group), cell, &words).await?;
    Ok(KeptBrief { moment, parts, audience, version, written_at })
}

/// The two briefs of one session are two rows.
const fn cell((_, session, moment): store::BriefPlace, version: u32) -> Cell {
    let column = match moment {
        Moment::Before => "words before",
        Moment::After => "words after",
    };
    Cell::of("session_briefs", column, session.0).version(version)
}
