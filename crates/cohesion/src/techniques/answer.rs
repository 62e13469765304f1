//! Those who lead read a worksheet and answer it in a few words, page by page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::sheet::{Sheet, open};
use super::{SheetId, deeds, store};
use crate::access::Grant;
use crate::hub::Change;
use crate::id::PersonId;
use crate::limits::REMARK_CHARS_MAX;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, identity};

/// A leader's words to a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replies {
    /// By the id of the page they belong to.
    pub to_pages: BTreeMap<String, String>,
    /// To the sheet as a whole.
    #[serde(default)]
    pub to_all: String,
    /// Who wrote them, by the name that members know; set when they are read.
    #[serde(skip)]
    pub by: Option<String>,
}

impl Replies {
    /// Whether nothing has been said.
    pub fn is_empty(&self) -> bool {
        self.to_all.is_empty() && self.to_pages.is_empty()
    }
}

/// A sheet that its author shows to those who lead, with what was answered, and the author's name.
pub async fn shown_sheet(work: &mut Work<'_>, person: PersonId, id: SheetId) -> Result<(Sheet, Replies, String)> {
    let kept = store::find_sheet(work, id).await?;
    if kept.person != person {
        return Err(Error::NotFound);
    }
    let grant = deeds::may_read(work, &kept).await?;
    let called = identity::called(work, &grant, person).await?;
    let sheet = open(work, &grant, kept).await?;
    let replies = replies(work, &grant, &sheet).await?;
    Ok((sheet, replies, called))
}

/// What was answered to one of the actor's own sheets.
pub async fn replies_to(work: &mut Work<'_>, id: SheetId) -> Result<Replies> {
    let kept = store::find_sheet(work, id).await?;
    let grant = deeds::may_see_own(work, &kept)?;
    let sheet = open(work, &grant, kept).await?;
    replies(work, &grant, &sheet).await
}

/// Answers a sheet; answering again takes the place of what was said.
pub async fn answer_sheet(work: &mut Work<'_>, person: PersonId, id: SheetId, replies: &Replies) -> Result<()> {
    let kept = store::find_sheet(work, id).await?;
    if kept.person != person {
        return Err(Error::NotFound);
    }
    let grant = deeds::may_answer(work, &kept).await?;
    let by = work.actor().person().ok_or(Error::SignInNeeded)?;
    let sheet = open(work, &grant, kept).await?;
    check(&sheet, replies)?;
    let version = sheet.answer_version + 1;
    let sealed = work.seal(Scope::Membership(sheet.group, person), cell(id, version), replies).await?;
    store::save_answer(work, &grant, id, (sealed, version), by).await?;
    work.announce(Change::Person(person));
    Ok(())
}

fn check(sheet: &Sheet, replies: &Replies) -> Result<()> {
    if replies.is_empty() {
        return Err(Error::invalid("all", "fault-empty"));
    }
    let texts = replies.to_pages.values().chain([&replies.to_all]);
    let is_long = |text: &String| text.chars().count() > REMARK_CHARS_MAX;
    let is_page = |id: &String| sheet.form.steps.iter().any(|step| step.id == *id);
    if texts.into_iter().any(is_long) {
        return Err(Error::invalid("all", "fault-long"));
    }
    if replies.to_pages.keys().all(is_page) { Ok(()) } else { Err(Error::NotFound) }
}

async fn replies(work: &mut Work<'_>, grant: &Grant, sheet: &Sheet) -> Result<Replies> {
    let Some(sealed) = &sheet.answer else { return Ok(Replies::default()) };
    let scope = Scope::Membership(sheet.group, sheet.person);
    let replies: Replies = work.open(grant, scope, cell(sheet.id, sheet.answer_version), sealed).await?;
    let by = match sheet.answered_by {
        Some(by) => {
            let about = work.about(grant, by);
            identity::still_called(work, &about, by).await?
        }
        None => None,
    };
    Ok(Replies { by, ..replies })
}

const fn cell(id: SheetId, version: u32) -> Cell {
    Cell::of("sheets", "answer", id.0).version(version)
}
