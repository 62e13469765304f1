//! The leak oracle over many groups of both kinds, each with people, a thread, a report, a session and what is written about it:
//! what those who belong there read, and what the neighbours find who try the same addresses.

mod grown;
mod looks;

use std::collections::BTreeSet;

use super::outside;
use crate::Result;
use crate::scenarios;
use crate::testing::TestClinic;
use crate::testing::canary::{Finder, What};
use grown::Grown;
use looks::Looking;

/// Groups that are told of and read.
const GROUPS: usize = 1_000;
/// Of them, one in so many is read on every page that its people come to.
const CLOSELY: usize = 25;

/// Reads every group, and compares what was found with who may read it.
async fn nothing_leaks_between(clinic: &TestClinic, groups: usize) -> Result<()> {
    let grown = Grown::tell(clinic, groups).await?;
    let finder = Finder::of(&grown.canaries);
    let mut looking = Looking::begin(clinic, &grown, &finder).await?;
    for place in 0..groups {
        looking.at_a_group(place).await?;
        if place % CLOSELY == 0 {
            looking.closely_at(place).await?;
        }
    }
    let mails = clinic.outbox().await?;
    let is_about = |canary: &_, person| grown.person_of(canary) == Some(person);
    looking.leaks.extend(outside::in_mails(&mails, &finder, is_about));
    for (name, bytes) in clinic.database().raw()? {
        looking.leaks.extend(finder.look(&bytes).into_iter().map(|canary| format!("{name} holds {canary:?}")));
    }
    print(&looking, groups, grown.canaries.len(), mails.len());
    assert!(looking.leaks.is_empty(), "\n{}", looking.leaks.iter().cloned().collect::<Vec<_>>().join("\n"));
    let everywhere: BTreeSet<_> = [What::ThreadTitle, What::PostToGroup, What::PostToLeaders].into();
    let unread =
        grown.canaries.iter().filter(|canary| everywhere.contains(&canary.what) && !looking.read.contains(canary));
    let unread: Vec<_> = unread.collect();
    assert!(unread.is_empty(), "nobody reads these, so that they prove nothing: {unread:?}");
    Ok(())
}

/// Says what was read.
#[expect(clippy::print_stdout, reason = "whoever reviews it reads what was looked at")]
fn print(looking: &Looking<'_>, groups: usize, words: usize, mails: usize) {
    let (answers, refused, rightly, leaks) =
        (looking.answers, looking.refused, looking.read.len(), looking.leaks.len());
    println!("{groups} groups with {words} words were told of; {answers} pages and {mails} mails were read.");
    println!(
        "{rightly} words were read by those who may; {refused} addresses were refused to neighbours; {leaks} leaked."
    );
}

#[tokio::test]
async fn nothing_leaks_between_a_thousand_groups_on_sqlite() -> Result<()> {
    let clinic = TestClinic::on(store::Engine::Sqlite).await?;
    nothing_leaks_between(&clinic, GROUPS).await
}

scenarios! {
    async fn nothing_leaks_between_some_groups(clinic: TestClinic) {
        nothing_leaks_between(&clinic, CLOSELY + 1).await
    }
}
