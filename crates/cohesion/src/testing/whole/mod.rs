//! A whole practice in a test: everybody who can have a part in it, one of each thing that an address can name, and a canary
//! in every word that somebody says or writes.
//!
//! The story is told once by the product's own acts and pages. What it came to is kept, and each [`Whole`] is a copy of it.

mod breaches;
mod care;
mod cast;
mod coming_in;
mod endings;
mod feedback;
mod goals;
mod hour;
mod notes;
mod plans;
mod practice;
mod rights;
mod room;
mod sharing;
mod story;
mod things;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use keyring::RootKey;
use store::Engine;
use store::testing::TestDatabase;
use tempfile::TempDir;

use super::canary::{Canary, Finder};
use super::{Tab, TestClinic};
use crate::Result;
use crate::app::App;
use crate::clock::Timestamp;
use crate::id::{PersonId, PracticeId};
use crate::notices::Outgoing;

pub use cast::{Name, Ring};
pub use things::Things;

use story::Story;

/// The story as it was told, on disk and closed.
pub struct Told {
    database: TestDatabase,
    root: PathBuf,
    practice: PracticeId,
    other_practice: PracticeId,
    now: Timestamp,
    tokens: BTreeMap<Name, String>,
    /// What addresses can name, by whose it is.
    pub things: BTreeMap<Name, Things>,
    /// Every canary that was planted.
    pub canaries: BTreeSet<Canary>,
    /// Every mail that was written.
    pub mails: Vec<Outgoing>,
    /// Every answer that was given to a form on the way.
    pub answers: Vec<super::Answer>,
    /// Who the people of the story are.
    pub people: BTreeMap<Name, PersonId>,
    _folder: TempDir,
}

/// A practice in which the story has been told.
pub struct Whole {
    /// The practice.
    pub clinic: TestClinic,
    /// The same server for the other practice in the same database.
    other: App,
    other_practice: PracticeId,
    people: BTreeMap<Name, PersonId>,
    tokens: BTreeMap<Name, String>,
}

impl Told {
    /// Tells the story on `engine`.
    pub async fn on(engine: Engine) -> Result<Self> {
        let folder = tempfile::tempdir().map_err(|cause| crate::Error::bug(cause.to_string()))?;
        let root = folder.path().join("root.key");
        RootKey::generate()?.write_file(&root)?;
        let mut story = Story::begin(engine, &root).await?;
        story.open_the_house().await?;
        story.bring_everybody_in().await?;
        story.live_through_a_night().await?;
        story.set_out().await?;
        story.plan_the_sessions().await?;
        story.hold_the_first_session().await?;
        story.rate_the_goals().await?;
        story.write_about_it().await?;
        story.look_back_at_them().await?;
        story.come_to_today().await?;
        story.practise().await?;
        story.give_feedback().await?;
        story.come_to_an_end().await?;
        story.mend_a_strain().await?;
        story.write_to_each_other().await?;
        story.meet().await?;
        story.share_between_meetings().await?;
        story.break_confidences().await?;
        story.ask_for_rights().await?;
        let things = story.things().await?;
        let (other_practice, mut tokens) = story.found_the_other_practice(&root).await?;
        for name in Name::ALL {
            story.add_a_second_factor(name).await?;
            tokens.insert(name, story.token_of(name).await?);
        }
        let Story { clinic, people, canaries, mails, answers, .. } = story;
        let (practice, now) = (clinic.practice, clinic.app.clock().now());
        let database = clinic.close().await;
        let told = Self {
            database,
            root,
            practice,
            other_practice,
            now,
            tokens,
            things,
            canaries,
            mails,
            answers,
            people,
            _folder: folder,
        };
        Ok(told)
    }

    /// A practice of one's own in which it has been told.
    pub async fn copy(&self) -> Result<Whole> {
        self.copy_with(|_| ()).await
    }

    /// The same, with settings of its own.
    pub async fn copy_with(&self, change: impl FnOnce(&mut crate::config::Config)) -> Result<Whole> {
        let (database, root) = (self.database.copy().await?, RootKey::read_file(&self.root)?);
        let file = database.file();
        let clinic = TestClinic::around(database, root, self.practice, self.now, |config| {
            if let Some(file) = file {
                config.database = keyring::Secret::new(format!("sqlite:{}", file.display()));
            }
            change(config);
        });
        let clinic = clinic.await?;
        let other = clinic.beside(RootKey::read_file(&self.root)?, self.other_practice).await?;
        for app in [&clinic.app, &other] {
            app.life().beat();
        }
        let (people, tokens) = (self.people.clone(), self.tokens.clone());
        Ok(Whole { clinic, other, other_practice: self.other_practice, people, tokens })
    }

    /// All that is on disk of the records, closed.
    pub fn raw(&self) -> Result<Vec<(String, Vec<u8>)>> {
        Ok(self.database.raw()?)
    }

    /// A finder of every canary.
    pub fn finder(&self) -> Finder {
        Finder::of(&self.canaries)
    }
}

impl Whole {
    /// A tab in which this person is signed in, or nobody.
    pub fn tab(&self, name: Option<Name>) -> Tab {
        let Some(name) = name else { return self.clinic.tab() };
        let mut tab = Tab::of(if name == Name::Fay { &self.other } else { &self.clinic.app });
        tab.set_cookie("login", self.tokens.get(&name).map_or("", String::as_str));
        tab
    }

    /// Gives somebody a new login in place of the one that they had, if they had any.
    pub async fn sign_in_again(&mut self, name: Option<Name>) -> Result<()> {
        let Some(name) = name else { return Ok(()) };
        let is_foreign = name == Name::Fay;
        let (app, practice) =
            if is_foreign { (&self.other, self.other_practice) } else { (&self.clinic.app, self.clinic.practice) };
        let token = TestClinic::login_at(app, practice, self.people[&name]).await?;
        self.tokens.insert(name, token);
        Ok(())
    }

    /// A tab of the practice's own server that carries the login of the other practice's therapist.
    pub fn tab_with_a_foreign_login(&self) -> Tab {
        let mut tab = self.clinic.tab();
        tab.set_cookie("login", self.tokens.get(&Name::Fay).map_or("", String::as_str));
        tab
    }
}
