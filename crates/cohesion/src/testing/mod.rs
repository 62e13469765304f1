//! A whole practice in a test: a real database, a clock moved by hand, and acts by whoever the test names.

pub mod canary;
pub mod chores;
mod circle;
mod house;
pub mod opened;
pub mod staff;
mod tab;
pub mod whole;

use std::future::Future;

use keyring::RootKey;
use store::Engine;
use store::testing::TestDatabase;
use tempfile::TempDir;

use crate::access::{Actor, SignedIn};
use crate::app::App;
use crate::clock::{Clock, Span, Timestamp};
use crate::config::Config;
use crate::id::{LoginId, PersonId, PracticeId};
use crate::migrations;
use crate::work::{Vault, Work};
use crate::{Error, Result};

pub use circle::{Circle, founding};
pub use house::who;
pub use tab::{Answer, Tab, served};

/// Tuesday, 24 November 2026, 15:00 UTC: where every test's clock starts.
pub const START: Timestamp = Timestamp(1_795_532_400_000);

/// A practice with a database of its own.
pub struct TestClinic {
    /// The running program.
    pub app: App,
    /// The practice.
    pub practice: PracticeId,
    /// Gone when this is dropped, like the folder.
    database: TestDatabase,
    _folder: TempDir,
}

impl TestClinic {
    /// A new practice on `engine`.
    pub async fn on(engine: Engine) -> Result<Self> {
        Self::with(engine, |_| ()).await
    }

    /// A new practice on `engine`, with settings of its own.
    pub async fn with(engine: Engine, change: impl FnOnce(&mut Config)) -> Result<Self> {
        let database = TestDatabase::open(engine, migrations::ALL).await?;
        Self::around(database, RootKey::generate()?, PracticeId::random()?, START, change).await
    }

    /// A practice in a database that is there, in which it is `now`.
    pub async fn around(
        database: TestDatabase,
        root: RootKey,
        practice: PracticeId,
        now: Timestamp,
        change: impl FnOnce(&mut Config),
    ) -> Result<Self> {
        let folder = tempfile::tempdir().map_err(|cause| Error::bug(cause.to_string()))?;
        let (data, shreds) = (folder.path().to_owned(), folder.path().join("shreds"));
        let mut config = Config { data, shreds, ..Config::for_tests() };
        change(&mut config);
        let vault = Vault::open(database.db(), root).await?;
        let app = App::new(database.db().clone(), vault, Clock::standing_at(now), config);
        app.settle(practice);
        Ok(Self { app, practice, database, _folder: folder })
    }

    /// The database of its own.
    pub const fn database(&self) -> &TestDatabase {
        &self.database
    }

    /// Moves the clock.
    pub fn pass(&self, span: Span) {
        self.app.clock().advance(span);
    }

    /// The same server for another practice whose records lie in the same database.
    pub async fn beside(&self, root: RootKey, practice: PracticeId) -> Result<App> {
        let (db, now) = (self.app.db().clone(), self.app.clock().now());
        let vault = Vault::open(&db, root).await?;
        let app = App::new(db, vault, Clock::standing_at(now), self.app.config().clone());
        app.settle(practice);
        Ok(app)
    }

    /// Closes the database, and hands it out.
    pub async fn close(self) -> TestDatabase {
        self.database.db().clone().close().await;
        self.database
    }

    /// A person who has just proved who they are.
    pub fn signed_in(&self, person: PersonId) -> Actor {
        Self::person_of(self.practice, person, self.app.clock().now())
    }

    /// A person of a practice who has proved who they are at that moment.
    pub const fn person_of(practice: PracticeId, person: PersonId, proven_at: Timestamp) -> Actor {
        Actor::Person(SignedIn { practice, person, login: LoginId(person.0), proven_at })
    }

    /// The program itself.
    pub const fn system(&self) -> Actor {
        Actor::System(self.practice)
    }

    /// Does an act.
    pub fn write<T, F>(&self, actor: Actor, act: F) -> impl Future<Output = Result<T>> + Send + use<T, F>
    where
        T: Send + 'static,
        F: AsyncFn(&mut Work<'_>) -> Result<T> + Send + 'static,
    {
        self.app.write(actor, act)
    }

    /// Reads.
    pub fn read<T, F>(&self, actor: Actor, act: F) -> impl Future<Output = Result<T>> + Send + use<T, F>
    where
        T: Send + 'static,
        F: AsyncFn(&mut Work<'_>) -> Result<T> + Send + 'static,
    {
        self.app.read(actor, act)
    }
}

/// Declares scenarios: each runs on both engines, on a clinic of its own.
#[macro_export]
macro_rules! scenarios {
    ($($(#[$about:meta])* async fn $name:ident($clinic:ident: TestClinic) $body:block)+) => {$(
        mod $name {
            use super::*;
            use $crate::testing::TestClinic;

            $(#[$about])*
            async fn scenario($clinic: TestClinic) -> $crate::Result<()> $body

            #[tokio::test]
            async fn sqlite() -> $crate::Result<()> {
                scenario(TestClinic::on(::store::Engine::Sqlite).await?).await
            }

            #[tokio::test]
            async fn postgres() -> $crate::Result<()> {
                scenario(TestClinic::on(::store::Engine::Postgres).await?).await
            }
        }
    )+};
}
