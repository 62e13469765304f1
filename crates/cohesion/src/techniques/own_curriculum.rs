//! A practice's own copy of a curriculum: changed session by session, each change a further version.

use ::techniques::Curriculum;
use serde::{Deserialize, Serialize};

use super::{CurriculumId, catalogue, catalogue::curriculum_text, store};
use crate::access::{About, Deed, Grant, Standing};
use crate::practice;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, unless_damaged};

/// What is sealed of a version: the file's text.
#[derive(Serialize, Deserialize)]
pub(super) struct Text {
    /// The id of the curriculum that it was copied from.
    pub id: String,
    /// The whole of it, as a file.
    pub toml: String,
}

/// A copy as it is now.
#[derive(Clone, Debug)]
pub struct OwnCurriculum {
    /// Its id.
    pub id: CurriculumId,
    /// How often it was changed, from 1.
    pub version: u32,
    /// What it says.
    pub curriculum: Curriculum,
    pub(super) toml: String,
}

/// A change to one session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionEdit {
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub aim: String,
    /// What is tried.
    pub practice: String,
    /// Minutes, title and notes of each block, in the order there is.
    pub blocks: Vec<(u32, String, String)>,
}

/// Copies a curriculum, for the practice to change.
pub async fn copy_curriculum(work: &mut Work<'_>, id: &str) -> Result<CurriculumId> {
    let grant = may_change(work).await?;
    let toml = curriculum_text(id).ok_or(Error::NotFound)?;
    let copy = CurriculumId::random()?;
    keep(work, &grant, copy, 1, Text { id: id.to_owned(), toml }).await?;
    Ok(copy)
}

/// Changes one session of a copy. The agenda must still fill its time: what does not is told, and nothing is kept.
pub async fn change_session(
    work: &mut Work<'_>,
    id: CurriculumId,
    number: u32,
    based_on: u32,
    edit: &SessionEdit,
) -> Result<()> {
    let grant = may_change(work).await?;
    let own = own_curriculum(work, id).await?;
    if own.version != based_on {
        return Err(Error::Conflict("techniques-conflict-curriculum"));
    }
    let toml = edited(&own.toml, number, edit)?;
    let text = Text { id: own.curriculum.id.clone(), toml };
    let read = parsed(&text).map_err(|problem| match problem.reason {
        ::techniques::Reason::Minutes { .. } => Error::invalid("minutes-1", "techniques-fault-minutes"),
        ::techniques::Reason::Empty => Error::invalid("title", "techniques-fault-session-empty"),
        _ => Error::invalid("title", "techniques-fault-session"),
    });
    read?;
    keep(work, &grant, id, own.version + 1, text).await
}

/// A copy as it is now, for whoever works here.
pub async fn own_curriculum(work: &mut Work<'_>, id: CurriculumId) -> Result<OwnCurriculum> {
    let grant = may_read(work, id)?;
    let kept = store::newest_curriculum(work, &grant, id).await?;
    open(work, &grant, kept).await
}

/// All copies, by title.
pub async fn own_curricula(work: &mut Work<'_>) -> Result<Vec<OwnCurriculum>> {
    let grant = work.ask(Deed::ReadCurriculum, Standing::NONE, About::NOTHING)?;
    let mut all = Vec::new();
    for kept in store::newest_curricula(work, &grant).await? {
        let id = kept.id;
        all.extend(unless_damaged(open(work, &grant, kept).await, "curricula", id.0)?);
    }
    all.sort_by(|one, other| one.curriculum.title.cmp(&other.curriculum.title));
    Ok(all)
}

async fn open(work: &mut Work<'_>, grant: &Grant, kept: store::KeptCurriculum) -> Result<OwnCurriculum> {
    let store::KeptCurriculum { id, version, content } = kept;
    let text: Text = work.open(grant, Scope::Practice, cell(id, version), &content).await?;
    let curriculum = parsed(&text).map_err(|problem| Error::bug(problem.to_string()))?;
    Ok(OwnCurriculum { id, version, curriculum, toml: text.toml })
}

/// Reads a text as a curriculum of this server.
pub(super) fn parsed(text: &Text) -> std::result::Result<Curriculum, ::techniques::Problem> {
    catalogue().read_curriculum(&format!("curricula/{}.toml", text.id), &text.toml)
}

async fn keep(work: &mut Work<'_>, grant: &Grant, id: CurriculumId, version: u32, text: Text) -> Result<()> {
    let sealed = work.seal(Scope::Practice, cell(id, version), &text).await?;
    store::insert_curriculum(work, grant, id, version, sealed).await
}

async fn may_change(work: &mut Work<'_>) -> Result<Grant> {
    let standing = practice::roles(work).await?;
    work.ask(Deed::ChangeCurriculum, standing, About::NOTHING)
}

fn may_read(work: &mut Work<'_>, id: CurriculumId) -> Result<Grant> {
    work.ask(Deed::ReadCurriculum, Standing::NONE, About::thing(id.0))
}

/// The text with one session changed.
fn edited(text: &str, number: u32, edit: &SessionEdit) -> Result<String> {
    let mut table: toml::Table = text.parse().map_err(|_| Error::bug("a curriculum does not read"))?;
    let sessions = table.get_mut("session").and_then(toml::Value::as_array_mut).ok_or(Error::NotFound)?;
    let is_it =
        |session: &&mut toml::Value| session.get("number").and_then(toml::Value::as_integer) == Some(number.into());
    let session = sessions.iter_mut().find(is_it).and_then(toml::Value::as_table_mut).ok_or(Error::NotFound)?;
    for (name, text) in [("title", &edit.title), ("aim", &edit.aim), ("practice", &edit.practice)] {
        session.insert(name.to_owned(), toml::Value::String(text.clone()));
    }
    let blocks = session.get_mut("block").and_then(toml::Value::as_array_mut).ok_or(Error::NotFound)?;
    for (block, (minutes, title, notes)) in blocks.iter_mut().zip(&edit.blocks) {
        let Some(block) = block.as_table_mut() else { continue };
        block.insert("minutes".to_owned(), toml::Value::Integer((*minutes).into()));
        block.insert("title".to_owned(), toml::Value::String(title.clone()));
        block.insert("notes".to_owned(), toml::Value::String(notes.clone()));
    }
    toml::to_string(&table).map_err(|cause| Error::bug(cause.to_string()))
}

const fn cell(id: CurriculumId, version: u32) -> Cell {
    Cell::of("curricula", "content", id.0).version(version)
}
