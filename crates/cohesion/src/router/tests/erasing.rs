//! Somebody of the whole story erases themself. No page, no file and no key shows a word of theirs afterwards, nor do older
//! records that are put back.

use store::Engine;

use crate::access::{About, Deed, Standing};
use crate::ops::shreds::replay_before_service;
use crate::testing::canary::Finder;
use crate::testing::opened::{Opened, everything};
use crate::testing::whole::{Name, Told, Whole};
use crate::work::Work;
use crate::{Result, safety};

const NOTHING: [String; 0] = [];

/// The words of somebody among what opens, with where they stand.
fn words_of(name: Name, finder: &Finder, opened: &Opened) -> Vec<String> {
    let found = opened.values.iter().flat_map(|(place, plain)| {
        let theirs = finder.look(plain).into_iter().filter(move |canary| canary.of == name);
        theirs.map(move |canary| format!("{canary:?} in {place}"))
    });
    found.collect()
}

/// Nobody who knew them reads a word of theirs.
async fn on_no_page(told: &Told, whole: &Whole) {
    let finder = told.finder();
    for name in [Name::Finn, Name::Quin, Name::Mara, Name::Ada] {
        let mut tab = whole.tab(Some(name));
        let group = &told.things[&Name::Quin].fill("/care/groups/{group}");
        for page in
            ["/care", "/care/people", group, &format!("{group}/people"), "/me", "/me/group", "/admin/audit", "/notices"]
        {
            let answer = tab.get(page).await;
            assert!(answer.status != 500, "{page} for {name:?} is {}", answer.status);
            let found = finder.look(answer.body.as_bytes()).into_iter().find(|canary| canary.of == Name::Pat);
            assert!(found.is_none(), "{found:?} on {page} for {name:?}");
        }
    }
}

/// GD-03: by the page, as anybody would, once nobody has to answer for a danger any more.
async fn erase_by_the_page(told: &Told, whole: &Whole) -> Result<()> {
    let (pat, finder) = (told.people[&Name::Pat], told.finder());
    let mut phone = whole.tab(Some(Name::Pat));
    let before = phone.get("/me/data/copy.html").await;
    assert!(finder.look(before.body.as_bytes()).iter().any(|canary| canary.of == Name::Pat), "there was something");
    let refused = phone.post("/me/data/erase", &[("sure", "yes")]).await;
    assert_eq!(refused.status, 409, "somebody answers for a danger");
    let closing = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::Retain, Standing::NONE, About::person(pat))?;
        safety::forget_person(work, &grant, pat).await
    };
    whole.clinic.write(whole.clinic.system(), closing).await?;
    let done = phone.post("/me/data/erase", &[("sure", "yes")]).await;
    assert_eq!(done.status, 200, "{}", done.body);
    assert!(phone.get("/me/data").await.location().starts_with("/sign-in"));
    Ok(())
}

async fn nothing_shows_a_word_of_whoever_was_erased(engine: Engine) -> Result<()> {
    let told = Told::on(engine).await?;
    let folder = tempfile::tempdir().expect("a folder");
    let shreds = folder.path().join("shreds");
    let whole = told.copy_with(|config| config.shreds = shreds.clone()).await?;
    let finder = told.finder();
    let opened = everything(&whole.clinic.app).await?;
    assert_eq!(opened.missed.iter().collect::<Vec<_>>(), [""; 0], "every sealed value was opened");
    assert!(words_of(Name::Pat, &finder, &opened).len() > 10, "there was a lot");
    erase_by_the_page(&told, &whole).await?;
    on_no_page(&told, &whole).await;
    assert_eq!(words_of(Name::Pat, &finder, &everything(&whole.clinic.app).await?), NOTHING, "no living key opens any");
    replay_before_service(&whole.clinic.app).await?;
    let older = told.copy_with(|config| config.shreds = shreds.clone()).await?;
    assert!(replay_before_service(&older.clinic.app).await?.again > 0);
    assert_eq!(words_of(Name::Pat, &finder, &everything(&older.clinic.app).await?), NOTHING, "nor after a restore");
    let database = whole.clinic.close().await;
    for (place, bytes) in database.raw()? {
        let found = finder.look(&bytes).into_iter().find(|canary| canary.of == Name::Pat);
        assert!(found.is_none(), "{found:?} in {place}");
    }
    Ok(())
}

#[tokio::test]
async fn nothing_shows_a_word_of_whoever_was_erased_on_sqlite() -> Result<()> {
    nothing_shows_a_word_of_whoever_was_erased(Engine::Sqlite).await
}

#[tokio::test]
async fn nothing_shows_a_word_of_whoever_was_erased_on_postgresql() -> Result<()> {
    nothing_shows_a_word_of_whoever_was_erased(Engine::Postgres).await
}
