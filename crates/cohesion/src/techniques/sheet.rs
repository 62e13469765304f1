//! A worksheet that a member fills in: its answers under the key of their membership, whatever its form becomes.

use ::techniques::{Answers, Audience, Date, Form, Value};
use serde::{Deserialize, Serialize};

use super::{SheetId, catalogue, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, unless_damaged};

/// Where a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetState {
    /// It is being filled in; nobody but its author reads it.
    Begun,
    /// It is done; whoever its author chose may read it.
    Finished,
}

impl SheetState {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The state that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        match code {
            1 => Ok(Self::Begun),
            2 => Ok(Self::Finished),
            other => Err(Error::bug(format!("no state of a sheet has the number {other}"))),
        }
    }
}

/// Every audience, by the number that is stored less one.
pub const AUDIENCES: [Audience; 4] = [Audience::Nobody, Audience::Leader, Audience::Group, Audience::GroupAnonymous];

/// The number that is stored for an audience.
pub(super) fn audience_code(audience: Audience) -> i64 {
    (1..).zip(AUDIENCES).find(|(_, known)| *known == audience).map_or(1, |(code, _)| code)
}

/// The audience that a stored number stands for.
pub(super) fn audience_from_code(code: i64) -> Result<Audience> {
    let known = usize::try_from(code - 1).ok().and_then(|place| AUDIENCES.get(place).copied());
    known.ok_or_else(|| Error::bug(format!("no audience has the number {code}")))
}

/// Whether those who lead read a finished sheet with its author's name.
pub(super) const fn is_for_leaders(audience: Audience) -> bool {
    matches!(audience, Audience::Leader | Audience::Group)
}

/// What is sealed of a sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Content {
    /// The answers, with form and version.
    pub answers: Answers,
    /// Answers that a newer form no longer takes.
    #[serde(default)]
    pub lost: Vec<LostAnswer>,
    /// What of it has been told as a sign of danger.
    #[serde(default)]
    pub told: Vec<Telling>,
}

/// An answer that a newer form no longer takes: kept until its author finishes the sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LostAnswer {
    /// The field it was given to.
    pub field: String,
    /// The answer.
    pub value: Value,
}

/// A sign of danger that was told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Telling {
    /// The rule and the place of the answer.
    pub sign: String,
    /// How much, where the answer is an amount.
    pub amount: Option<f64>,
}

/// One sheet, opened.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its id.
    pub id: SheetId,
    /// The group it belongs to.
    pub group: GroupId,
    /// Who fills it in.
    pub person: PersonId,
    /// Its form, as it is now.
    pub form: &'static Form,
    /// The answers that fit the form as it is now.
    pub answers: Answers,
    /// Answers that it no longer takes.
    pub lost: Vec<LostAnswer>,
    /// Whether the form has changed since the answers were kept.
    pub form_has_changed: bool,
    pub(super) told: Vec<Telling>,
    /// How often it was kept.
    pub version: u32,
    /// Where it is.
    pub state: SheetState,
    /// Who may see it once it is finished.
    pub audience: Audience,
    /// The day it belongs to, counted from 1970-01-01, where its form is a daily one.
    pub day: Option<i64>,
    /// When it was begun.
    pub begun_at: Timestamp,
    /// When it was kept last.
    pub saved_at: Timestamp,
    /// When it was finished.
    pub finished_at: Option<Timestamp>,
    /// When a leader answered it.
    pub answered_at: Option<Timestamp>,
    pub(super) answer_version: u32,
    pub(super) answer: Option<Vec<u8>>,
    pub(super) answered_by: Option<PersonId>,
}

impl Sheet {
    /// The day it belongs to, where its form is a daily one.
    pub fn date(&self) -> Option<jiff::civil::Date> {
        self.day.and_then(day_of)
    }

    /// All that was written in it, a line each.
    pub fn words(&self) -> String {
        self.answers.typed().into_iter().map(|(_, text)| text + "\n").collect()
    }

    /// Whether those who lead may read it.
    pub const fn is_shown_to_leaders(&self) -> bool {
        matches!(self.state, SheetState::Finished) && is_for_leaders(self.audience)
    }
}

/// Opens a sheet, its answers carried over to its form as it is now. One whose form is not here any more is
/// [`Error::Conflict`]: it is kept, and can be read again once the form is back.
pub(super) async fn open(work: &mut Work<'_>, grant: &Grant, kept: store::KeptSheet) -> Result<Sheet> {
    let scope = Scope::Membership(kept.group, kept.person);
    let content: Content = work.open(grant, scope, cell(kept.id, kept.version), &kept.content).await?;
    let form = catalogue().form(&content.answers.form).ok_or(Error::Conflict("techniques-conflict-form-gone"))?;
    let fitted = form.fit(&content.answers);
    let mut lost = content.lost;
    lost.extend(fitted.lost.into_iter().map(|lost| LostAnswer { field: lost.field, value: lost.value }));
    Ok(Sheet {
        id: kept.id,
        group: kept.group,
        person: kept.person,
        form,
        form_has_changed: content.answers.version != form.version || !lost.is_empty(),
        answers: fitted.answers,
        lost,
        told: content.told,
        version: kept.version,
        state: kept.state,
        audience: kept.audience,
        day: kept.day,
        begun_at: kept.begun_at,
        saved_at: kept.saved_at,
        finished_at: kept.finished_at,
        answered_at: kept.answered_at,
        answer_version: kept.answer_version,
        answer: kept.answer,
        answered_by: kept.answered_by,
    })
}

/// Keeps a sheet as it is, as the next version of its content.
pub(super) async fn save(work: &mut Work<'_>, grant: &Grant, sheet: &mut Sheet) -> Result<()> {
    sheet.version += 1;
    sheet.saved_at = work.now();
    let content = Content { answers: sheet.answers.clone(), lost: sheet.lost.clone(), told: sheet.told.clone() };
    let scope = Scope::Membership(sheet.group, sheet.person);
    let sealed = work.seal(scope, cell(sheet.id, sheet.version), &content).await?;
    store::save_sheet(work, grant, sheet, sealed).await
}

/// One of the actor's own sheets.
pub async fn own_sheet(work: &mut Work<'_>, id: SheetId) -> Result<Sheet> {
    let kept = store::find_sheet(work, id).await?;
    let grant = deeds::may_see_own(work, &kept)?;
    open(work, &grant, kept).await
}

/// What a list says of a sheet. Its form is none where it is not here any more.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id.
    pub id: SheetId,
    /// The sheet; none where its form is not here any more.
    pub sheet: Option<Sheet>,
    /// When it was kept last.
    pub saved_at: Timestamp,
}

/// The actor's own sheets, those kept last first.
pub async fn own_sheets(work: &mut Work<'_>) -> Result<Vec<Listed>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_list_own(work, person)?;
    let kept = store::sheets_of(work, &grant, person).await?;
    list(work, &grant, kept).await
}

/// The sheets of one member that those who lead a group of theirs may read, those kept last first.
pub async fn sheets_shown_by(work: &mut Work<'_>, person: PersonId) -> Result<Vec<Listed>> {
    let mut listed = Vec::new();
    for group in crate::groups::seated_in(work, person).await? {
        let standing = crate::groups::standing(work, group).await?;
        if !standing.allows(crate::access::Deed::ReadSheet) {
            continue;
        }
        let grant = deeds::may_read_of(work, group, person).await?;
        let mut kept = store::sheets_in(work, &grant, group, person).await?;
        kept.retain(store::KeptSheet::is_shown_to_leaders);
        listed.extend(list(work, &grant, kept).await?);
    }
    Ok(listed)
}

async fn list(work: &mut Work<'_>, grant: &Grant, kept: Vec<store::KeptSheet>) -> Result<Vec<Listed>> {
    let mut listed = Vec::new();
    for kept in kept {
        let (id, saved_at) = (kept.id, kept.saved_at);
        let sheet = match open(work, grant, kept).await {
            Err(Error::Conflict(_)) => None,
            read => unless_damaged(read, "sheets", id.0)?,
        };
        listed.push(Listed { id, sheet, saved_at });
    }
    Ok(listed)
}

/// A calendar day as the sheets count it.
pub(super) fn day_number(date: jiff::civil::Date) -> i64 {
    i64::from((date - jiff::civil::date(1970, 1, 1)).get_days())
}

/// The calendar day of such a number.
pub(super) fn day_of(number: i64) -> Option<jiff::civil::Date> {
    let days = jiff::Span::new().try_days(number).ok()?;
    jiff::civil::date(1970, 1, 1).checked_add(days).ok()
}

/// The same day as a form keeps it.
pub(super) fn as_answer(date: jiff::civil::Date) -> Option<Date> {
    Date::parse(&format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()))
}

pub(super) const fn cell(id: SheetId, version: u32) -> Cell {
    Cell::of("sheets", "content", id.0).version(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_an_audience_come_back_from_their_numbers() {
        let day = jiff::civil::date(2026, 11, 24);
        assert_eq!(day_of(day_number(day)), Some(day));
        assert_eq!(day_number(jiff::civil::date(1970, 1, 2)), 1);
        for audience in AUDIENCES {
            assert_eq!(audience_from_code(audience_code(audience)), Ok(audience));
        }
        assert!(audience_from_code(0).is_err() && audience_from_code(5).is_err());
    }
}
