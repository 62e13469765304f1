//! Scenarios of shredding: it holds in every process, outside of the database, and against an older database; on both engines.

mod older;

use std::path::Path;

use ::store::Tx;
use ::store::testing::TestDatabase;
use data_encoding::HEXLOWER;
use keyring::RootKey;

use super::{Replayed, note_daily, read, replay_before_service};
use crate::access::{About, Actor, Deed, Grant, Standing};
use crate::app::App;
use crate::chores::CHORES;
use crate::clock::Span;
use crate::id::{self, Bytes, GroupId, PersonId, PracticeId};
use crate::jobs::{Ran, run_due};
use crate::ops::store;
use crate::testing::TestClinic;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, scenarios};

const WORD: &str = "what Wren said on her last evening";

/// A sealed word of somebody, as a row would hold it.
#[derive(Clone)]
pub(in crate::ops) struct Kept {
    pub scope: Scope,
    row: Bytes,
    sealed: Vec<u8>,
}

fn grant(work: &mut Work<'_>, scope: Scope) -> Result<Grant> {
    let grant = work.ask(Deed::SeeGroup, Standing::NONE, About::NOTHING)?;
    Ok(scope.subject().map_or(grant, |person| work.about(&grant, person)))
}

const fn cell(row: Bytes) -> Cell {
    Cell::of("groups", "words", row)
}

fn membership() -> Result<Scope> {
    Ok(Scope::Membership(GroupId::random()?, PersonId::random()?))
}

/// Seals a word for a scope.
pub(in crate::ops) async fn keep(app: &App, practice: PracticeId, scope: Scope) -> Result<Kept> {
    let row = id::random()?;
    let sealing = async move |work: &mut Work<'_>| work.seal(scope, cell(row), WORD).await;
    Ok(Kept { scope, row, sealed: app.write(Actor::System(practice), sealing).await? })
}

/// A word of a new membership.
pub(in crate::ops) async fn keep_a_word(app: &App, practice: PracticeId) -> Result<Kept> {
    keep(app, practice, membership()?).await
}

/// Whether the word opens.
pub(in crate::ops) async fn opens(app: &App, practice: PracticeId, kept: &Kept) -> Result<bool> {
    let kept = kept.clone();
    let opening = app.read(Actor::System(practice), async move |work| {
        let grant = grant(work, kept.scope)?;
        work.open::<String>(&grant, kept.scope, cell(kept.row), &kept.sealed).await
    });
    match opening.await {
        Ok(word) if word == WORD => Ok(true),
        Ok(other) => panic!("another word: {other}"),
        Err(Error::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Shreds a scope's key.
pub(in crate::ops) async fn shred(app: &App, practice: PracticeId, scope: Scope) -> Result<()> {
    let shredding = async move |work: &mut Work<'_>| {
        let grant = grant(work, scope)?;
        work.shred(&grant, scope).await
    };
    app.write(Actor::System(practice), shredding).await
}

async fn begin_anew(app: &App, practice: PracticeId, scope: Scope) -> Result<()> {
    let beginning = async move |work: &mut Work<'_>| {
        let grant = grant(work, scope)?;
        work.begin_anew(&grant, scope).await
    };
    app.write(Actor::System(practice), beginning).await
}

/// The root key of a running program once more, as another process reads it.
pub(in crate::ops) fn root_of(app: &App) -> Result<RootKey> {
    let path = app.config().data.join(format!("{}.key", id::to_text(id::random()?)));
    app.vault().root().write_file(&path)?;
    Ok(RootKey::read_file(&path)?)
}

/// Keys in the ledger, and how many things are wrong with it.
fn ledger(app: &App) -> Result<Option<(usize, usize)>> {
    let ledger = read(&app.config().shreds, app.vault().shreds_key())?;
    Ok(ledger.map(|ledger| (ledger.shreds.len(), ledger.flaws.len())))
}

async fn run_jobs(clinic: &TestClinic) -> Result<()> {
    let report = run_due(&clinic.app, CHORES).await?;
    let undone: Vec<_> = report.iter().filter(|(_, ran)| *ran != Ran::Done).collect();
    assert!(undone.is_empty(), "{undone:?}");
    Ok(())
}

scenarios! {
    async fn what_was_shredded_opens_neither_here_nor_in_another_process(clinic: TestClinic) {
        let practice = clinic.practice;
        let (gone, stays) = (keep_a_word(&clinic.app, practice).await?, keep_a_word(&clinic.app, practice).await?);
        let other = clinic.beside(root_of(&clinic.app)?, practice).await?;
        for app in [&clinic.app, &other] {
            assert!(opens(app, practice, &gone).await? && opens(app, practice, &stays).await?);
        }
        shred(&clinic.app, practice, gone.scope).await?;
        assert!(!opens(&clinic.app, practice, &gone).await?, "here it is gone at once");
        let started_since = clinic.beside(root_of(&clinic.app)?, practice).await?;
        assert!(!opens(&started_since, practice, &gone).await?);
        other.clock().advance(Span::minutes(6));
        assert!(!opens(&other, practice, &gone).await?, "there it was ready for five minutes at most");
        for app in [&clinic.app, &other, &started_since] {
            assert!(opens(app, practice, &stays).await?);
        }
        Ok(())
    }

    async fn nothing_is_sealed_by_accident_for_what_was_shredded(clinic: TestClinic) {
        let (app, practice) = (&clinic.app, clinic.practice);
        let refused = Err(Error::Conflict("refused-erased"));
        let kept = keep_a_word(app, practice).await?;
        shred(app, practice, kept.scope).await?;
        assert_eq!(keep(app, practice, kept.scope).await.map(drop), refused);
        shred(app, practice, kept.scope).await?;
        assert_eq!(keep(app, practice, kept.scope).await.map(drop), refused, "shredding twice is shredding once");
        let never_used = membership()?;
        shred(app, practice, never_used).await?;
        assert_eq!(keep(app, practice, never_used).await.map(drop), refused, "nor where there never was a key");
        begin_anew(app, practice, kept.scope).await?;
        let anew = keep(app, practice, kept.scope).await?;
        assert!(opens(app, practice, &anew).await? && !opens(app, practice, &kept).await?);
        shred(app, practice, kept.scope).await?;
        assert!(!opens(app, practice, &anew).await?, "the new key is shredded like the first");
        Ok(())
    }

    async fn an_erased_person_does_not_come_back_and_the_practice_does_not_go(clinic: TestClinic) {
        let (app, practice) = (&clinic.app, clinic.practice);
        let person = Scope::Person(PersonId::random()?);
        keep(app, practice, person).await?;
        shred(app, practice, person).await?;
        assert_eq!(begin_anew(app, practice, person).await, Err(Error::Conflict("refused-erased")));
        assert!(matches!(shred(app, practice, Scope::Practice).await, Err(Error::Bug(_))));
        Ok(())
    }

    async fn only_a_grant_about_the_person_shreds_what_is_theirs(clinic: TestClinic) {
        let (app, practice) = (&clinic.app, clinic.practice);
        let kept = keep_a_word(app, practice).await?;
        let (scope, another) = (kept.scope, PersonId::random()?);
        let shredding = app.write(clinic.system(), async move |work| {
            let grant = work.ask(Deed::SeeGroup, Standing::NONE, About::NOTHING)?;
            let grant = work.about(&grant, another);
            work.shred(&grant, scope).await
        });
        assert!(matches!(shredding.await, Err(Error::Bug(_))));
        assert!(opens(app, practice, &kept).await?);
        Ok(())
    }

    async fn an_act_that_is_refused_in_the_end_shreds_nothing(clinic: TestClinic) {
        let (app, practice) = (&clinic.app, clinic.practice);
        let kept = keep_a_word(app, practice).await?;
        let scope = kept.scope;
        let refused = app.write(clinic.system(), async move |work| {
            let grant = grant(work, scope)?;
            work.shred(&grant, scope).await?;
            Err::<(), _>(Error::NotFound)
        });
        assert_eq!(refused.await, Err(Error::NotFound));
        run_jobs(&clinic).await?;
        assert!(opens(app, practice, &kept).await?);
        assert_eq!(ledger(app)?, None);
        Ok(())
    }

    async fn each_shredded_key_is_written_down_outside_by_a_job(clinic: TestClinic) {
        let (app, practice) = (&clinic.app, clinic.practice);
        for _ in 0..3 {
            let kept = keep_a_word(app, practice).await?;
            shred(app, practice, kept.scope).await?;
        }
        assert_eq!(ledger(app)?, None);
        run_jobs(&clinic).await?;
        assert_eq!(ledger(app)?, Some((3, 0)));
        Ok(())
    }

    async fn a_crash_between_the_commit_and_the_ledger_is_made_good_at_the_next_start(clinic: TestClinic) {
        let practice = clinic.practice;
        let kept = keep_a_word(&clinic.app, practice).await?;
        shred(&clinic.app, practice, kept.scope).await?;
        let next = clinic.beside(root_of(&clinic.app)?, practice).await?;
        let Replayed { again, noted, flaws, unwritten } = replay_before_service(&next).await?;
        assert_eq!((again, noted, flaws.len(), unwritten), (0, 1, 0, None));
        assert_eq!(ledger(&next)?, Some((1, 0)));
        assert_eq!(replay_before_service(&next).await?.noted, 0);
        Ok(())
    }

    async fn a_ledger_that_is_not_as_it_was_written_is_told_and_what_it_still_says_holds(clinic: TestClinic) {
        let (app, practice) = (&clinic.app, clinic.practice);
        for _ in 0..3 {
            let kept = keep_a_word(app, practice).await?;
            shred(app, practice, kept.scope).await?;
        }
        run_jobs(&clinic).await?;
        let path = &app.config().shreds;
        let text = std::fs::read_to_string(path).expect("it reads");
        let without_the_second: Vec<&str> = text.lines().enumerate().filter(|(at, _)| *at != 1).map(|(_, line)| line).collect();
        std::fs::write(path, without_the_second.join("\n") + "\n").expect("it is written");
        let replayed = replay_before_service(app).await?;
        assert_eq!(replayed.flaws, ["what stood before line 2 is gone, or was moved"]);
        assert_eq!(replayed.noted, 1, "the database still knows the key");
        Ok(())
    }

    async fn the_database_holds_nothing_of_a_shredded_key(clinic: TestClinic) {
        let (app, practice) = (&clinic.app, clinic.practice);
        let kept = keep_a_word(app, practice).await?;
        let id = keyring::key_id(&kept.sealed)?;
        let wrapped = app.db().read(async |tx: &mut dyn Tx| store::list_wrapped(tx).await).await?;
        let wrapped = wrapped.into_iter().find(|key| key.key_id() == id).expect("the key lives").bytes;
        assert!(holds(clinic.database(), &wrapped), "it is there before");
        shred(app, practice, kept.scope).await?;
        run_jobs(&clinic).await?;
        assert!(!holds(clinic.database(), &wrapped));
        assert!(!holds(clinic.database(), WORD.as_bytes()));
        Ok(())
    }

    async fn keyring_files_are_deleted_after_35_days_by_the_daily_job(clinic: TestClinic) {
        let folder = clinic.app.config().data.join("kept");
        let clinic = TestClinic::with(clinic.app.db().engine(), |config| config.backups = folder.clone()).await?;
        std::fs::create_dir_all(&folder).expect("a folder");
        for name in ["cohesion-20261020T145959Z.keys.zst.age", "cohesion-20261020T150001Z.keys.zst.age", "cohesion-20260101T000000Z.zst.age"] {
            std::fs::write(folder.join(name), "sealed").expect("a file");
        }
        clinic.write(clinic.system(), async |work| note_daily(work, 1).await).await?;
        run_jobs(&clinic).await?;
        assert_eq!(names_in(&folder), ["cohesion-20260101T000000Z.zst.age", "cohesion-20261020T150001Z.keys.zst.age"]);
        clinic.pass(Span::days(1));
        clinic.write(clinic.system(), async |work| note_daily(work, 2).await).await?;
        run_jobs(&clinic).await?;
        assert_eq!(names_in(&folder).len(), 2, "the newest holds nothing that was shredded since");
        let kept = keep_a_word(&clinic.app, clinic.practice).await?;
        shred(&clinic.app, clinic.practice, kept.scope).await?;
        run_jobs(&clinic).await?;
        assert_eq!(names_in(&folder), ["cohesion-20260101T000000Z.zst.age"]);
        Ok(())
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("it reads").flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Whether the database's files hold these bytes; a dump of PostgreSQL writes them as digits.
fn holds(database: &TestDatabase, bytes: &[u8]) -> bool {
    let digits = HEXLOWER.encode(bytes).into_bytes();
    let raw = database.raw().expect("it is read");
    raw.iter()
        .any(|(_, raw)| [bytes, &digits].iter().any(|wanted| raw.windows(wanted.len()).any(|part| part == *wanted)))
}
