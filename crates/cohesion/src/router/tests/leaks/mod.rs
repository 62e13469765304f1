//! The leak oracle: a canary in every word of a whole practice, and a search of everything that leaves it.
//!
//! Who may read which word is [`readers::may_read`], one sentence for each kind; whatever else is found is a leak.

mod crawl;
mod log;
mod many;
mod outside;
mod readers;

use std::collections::BTreeSet;

use store::Engine;

use super::walk::Cell;
use crate::Result;
use crate::groups::{self, Changes, Group, GroupWords, change, may_run};
use crate::id::GroupId;
use crate::testing::canary::{Canary, Finder, What};
use crate::testing::whole::{Name, Told, Whole};
use crawl::read_all_pages;
use readers::may_read;

/// Everything that leaves the practice, on `engine`.
async fn nothing_leaks(engine: Engine) -> Result<()> {
    log::listen();
    let told = Told::on(engine).await?;
    let mut leaks =
        outside::in_mails(&told.mails, &told.finder(), |canary, person| told.people.get(&canary.of) == Some(&person));
    leaks.extend(outside::in_answers(&told));
    leaks.extend(in_pages(&told).await?);
    leaks.extend(outside::at_rest(&told).await?);
    let finder = told.finder();
    let lines = log::heard();
    assert!(lines.contains("answered") && lines.contains("a job was not done"), "the log was listened to");
    leaks.extend(finder.look(lines.as_bytes()).into_iter().map(|canary| format!("the log tells {canary:?}")));
    assert!(leaks.is_empty(), "\n{}", leaks.join("\n"));
    Ok(())
}

/// What anybody reads on a page, in its title or its address that is not theirs to know. Each canary is read by somebody who
/// may, or it would prove nothing.
async fn in_pages(told: &Told) -> Result<Vec<String>> {
    let (whole, finder) = (told.copy().await?, told.finder());
    let (mut leaks, mut read) = (BTreeSet::new(), BTreeSet::new());
    let readers = Name::ALL.into_iter().chain([Name::Fay]).map(Some).chain([None]);
    for reader in readers {
        let reading = read_as(reader, &whole, told, &finder).await;
        leaks.extend(reading.leaks);
        read.extend(reading.rightly);
    }
    let unread = told.canaries.iter().filter(|canary| !read.contains(canary) && readers::is_shown(canary));
    leaks.extend(unread.map(|canary| format!("nobody reads {canary:?}, so that it proves nothing")));
    Ok(leaks.into_iter().collect())
}

/// What a form that was sent empty, or an address of another's things, answered to somebody.
pub fn in_cells(told: &Told, cells: &[Cell]) -> Vec<String> {
    let finder = told.finder();
    let mut leaks = BTreeSet::new();
    // The demo has letters to show: it is the mailbox of everybody in it.
    for cell in cells.iter().filter(|cell| cell.route.path != "/demo/mail") {
        let (reader, route) = (cell.asker().name, cell.route);
        let found = finder.look(cell.answer.body.as_bytes()).into_iter().filter(|canary| !may_read(reader, canary));
        leaks.extend(found.map(|canary| format!("{} {} tells {canary:?} to {reader:?}", route.method, route.path)));
    }
    leaks.into_iter().collect()
}

/// What one reader comes to read.
struct Reading<'a> {
    leaks: BTreeSet<String>,
    rightly: BTreeSet<&'a Canary>,
}

async fn read_as<'a>(reader: Option<Name>, whole: &Whole, told: &Told, finder: &'a Finder) -> Reading<'a> {
    let mut reading = Reading { leaks: BTreeSet::new(), rightly: BTreeSet::new() };
    for page in read_all_pages(whole, told, reader).await {
        for canary in finder.look(page.answer.body.as_bytes()) {
            if may_read(reader, canary) {
                reading.rightly.insert(canary);
            } else {
                reading.leaks.insert(format!("{reader:?} reads {canary:?} at {}", page.route));
            }
        }
        let in_frame = outside::in_frame(finder, &page.answer);
        reading.leaks.extend(in_frame.map(|found| format!("{found} at {}", page.route)));
    }
    reading
}

/// The oracle speaks: were a group called by the name on a member's papers, another member would read it.
#[tokio::test]
async fn a_word_that_stands_where_it_must_not_is_found() -> Result<()> {
    let told = Told::on(Engine::Sqlite).await?;
    let (whole, finder) = (told.copy().await?, told.finder());
    let of_jo = told.canaries.iter().find(|canary| canary.of == Name::Jo && canary.what == What::Contact);
    let of_jo = of_jo.expect("Jo has a name on her papers").clone();
    let group: GroupId = told.things[&Name::Sam].fill("{group}").parse()?;
    let (mara, name) = (whole.clinic.signed_in(told.people[&Name::Mara]), of_jo.text.clone());
    let naming = whole.clinic.write(mara, async move |work| {
        let grant = may_run(work, group).await?;
        let Group { version, capacity, words, .. } = groups::group(work, &grant, group).await?;
        let words = GroupWords { name: name.clone(), ..words };
        change(work, group, &Changes { version, capacity, words }).await
    });
    naming.await?;
    let reading = read_as(Some(Name::Sam), &whole, &told, &finder).await;
    let told_of_it = reading.leaks.iter().any(|leak| leak.starts_with(&format!("Some(Sam) reads {of_jo:?}")));
    assert!(told_of_it, "{:?}", reading.leaks);
    Ok(())
}

#[tokio::test]
async fn nothing_of_anybody_leaves_where_it_must_not_on_sqlite() -> Result<()> {
    nothing_leaks(Engine::Sqlite).await
}

#[tokio::test]
async fn nothing_of_anybody_leaves_where_it_must_not_on_postgresql() -> Result<()> {
    nothing_leaks(Engine::Postgres).await
}
