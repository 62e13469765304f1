//! The leak oracle: a canary in every word of a whole practice, and a search of everything that leaves it.
//!
//! Who may read which word is [`readers::may_read`], one sentence for each kind; whatever else is found is a leak.

mod crawl;
mod log;
mod outside;
mod readers;

use std::collections::BTreeSet;

use store::Engine;

use crate::Result;
use crate::testing::canary::Canary;
use crate::testing::whole::{Name, Told};
use crawl::read_all_pages;
use readers::may_read;

/// Everything that leaves the practice, on `engine`.
async fn nothing_leaks(engine: Engine) -> Result<()> {
    log::listen();
    let told = Told::on(engine).await?;
    let mut leaks = outside::in_mails(&told);
    leaks.extend(outside::in_answers(&told));
    let t0 = std::time::Instant::now();
    leaks.extend(in_pages(&told).await?);
    eprintln!("pages {:?}", t0.elapsed());
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
    let (mut leaks, mut read) = (BTreeSet::new(), BTreeSet::<Canary>::new());
    let readers = Name::ALL.into_iter().chain([Name::Fay]).map(Some).chain([None]);
    for reader in readers {
        for page in read_all_pages(&whole, told, reader).await {
            for canary in finder.look(page.answer.body.as_bytes()) {
                if may_read(reader, canary) {
                    read.insert(canary.clone());
                } else {
                    leaks.insert(format!("{reader:?} reads {canary:?} at {}", page.route));
                }
            }
            leaks.extend(outside::in_frame(&finder, &page.answer).map(|found| format!("{found} at {}", page.route)));
        }
    }
    let unread = told.canaries.iter().filter(|canary| !read.contains(canary) && readers::is_shown(canary));
    leaks.extend(unread.map(|canary| format!("nobody reads {canary:?}, so that it proves nothing")));
    Ok(leaks.into_iter().collect())
}

#[tokio::test]
async fn nothing_of_anybody_leaves_where_it_must_not_on_sqlite() -> Result<()> {
    nothing_leaks(Engine::Sqlite).await
}

#[tokio::test]
async fn nothing_of_anybody_leaves_where_it_must_not_on_postgresql() -> Result<()> {
    nothing_leaks(Engine::Postgres).await
}
