//! One look each second at every login and tie that holds a line of a room, in one reading for all of them.
//!
//! Whoever has lost either gets no further frame within that second, whether or not a notice of it came through.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ::floor::hall::LineId;
use tokio::sync::{Notify, mpsc, watch};
use tokio::time::{MissedTickBehavior, interval};

use super::keeper::Post;
use super::look::{Standing, look};
use super::visit::Face;
use crate::access::SignedIn;
use crate::app::App;
use crate::id::SessionId;

/// How soon an ended login or membership ends the line, even where no notice of it came through.
const LOOK: Duration = Duration::from_secs(1);
/// How many looks in a row may fail before nobody is sure any more.
const LOOKS_FAILED_MAX: u8 = 3;

/// Looks after the lines of one room.
pub(super) struct Lookout {
    app: App,
    session: SessionId,
    lines: Mutex<BTreeMap<LineId, Looked>>,
    at_once: Notify,
    looks: AtomicU64,
}

/// A line that is looked after.
struct Looked {
    who: SignedIn,
    face: Face,
    failed: u8,
    told: watch::Sender<Standing>,
}

/// Why a line ends whose login or tie is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gone {
    /// The login has ended.
    SignedOut,
    /// The person does not belong there any more.
    Departed,
}

/// A line's place in the lookout, which is given back when it is dropped.
pub(super) struct Watched {
    lookout: Arc<Lookout>,
    line: LineId,
    told: watch::Receiver<Standing>,
}

/// By which a line has the lookout look before its time.
pub(super) struct Ear(Arc<Lookout>);

impl Lookout {
    /// Begins it, until the room's mailbox is closed. A session that is closed is told to the room, and a consent that is gone.
    pub fn begin(app: App, session: SessionId, mailbox: mpsc::Sender<Post>) -> Arc<Self> {
        let (lines, at_once, looks) = (Mutex::default(), Notify::new(), AtomicU64::new(0));
        let lookout = Arc::new(Self { app, session, lines, at_once, looks });
        let looking = tokio::spawn(Arc::clone(&lookout).keep_looking(mailbox));
        let guarded = Arc::clone(&lookout);
        tokio::spawn(async move {
            if looking.await.is_err() {
                tracing::error!("the lines of a live room are not looked after any more; they end");
                guarded.lines().values().for_each(|line| line.tell(Standing::SignedOut));
            }
        });
        lookout
    }

    /// Looks after a line from now on, and at once.
    pub fn watch(self: &Arc<Self>, line: LineId, who: SignedIn, face: Face) -> (Watched, Ear) {
        let (told, hears) = watch::channel(Standing::Fine);
        self.lines().insert(line, Looked { who, face, failed: 0, told });
        self.at_once.notify_one();
        (Watched { lookout: Arc::clone(self), line, told: hears }, Ear(Arc::clone(self)))
    }

    /// How often the records were read so far.
    pub fn looks(&self) -> u64 {
        self.looks.load(Ordering::Relaxed)
    }

    async fn keep_looking(self: Arc<Self>, mailbox: mpsc::Sender<Post>) {
        let mut looks = interval(LOOK);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = mailbox.closed() => break,
                () = self.at_once.notified() => looks.reset(),
                _ = looks.tick() => {}
            }
            self.look_at_all(&mailbox).await;
        }
        tracing::debug!(looks = self.looks(), "a live room is over, and its lines are looked after no more");
    }

    async fn look_at_all(&self, mailbox: &mpsc::Sender<Post>) {
        let all: Vec<_> = self.lines().iter().map(|(line, one)| (*line, (one.who, one.face))).collect();
        if all.is_empty() {
            return;
        }
        self.looks.fetch_add(1, Ordering::Relaxed);
        let (ids, logins): (Vec<LineId>, Vec<_>) = all.into_iter().unzip();
        let found = look(&self.app, self.session, &logins).await;
        for (line, standing) in ids.iter().zip(&found) {
            if let Some(one) = self.lines().get_mut(line) {
                one.learn(*standing);
            }
        }
        for (standing, post) in [(Standing::SessionClosed, Post::Closed), (Standing::NoConsent, Post::NoConsent)] {
            if found.contains(&Some(standing)) {
                let _ = mailbox.send(post).await;
            }
        }
    }

    fn lines(&self) -> MutexGuard<'_, BTreeMap<LineId, Looked>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Looked {
    /// What cannot be read is no yes for long.
    fn learn(&mut self, found: Option<Standing>) {
        self.failed = if found.is_some() { 0 } else { self.failed.saturating_add(1) };
        let in_doubt = (self.failed >= LOOKS_FAILED_MAX).then_some(Standing::SignedOut);
        if let Some(standing) = found.or(in_doubt) {
            self.tell(standing);
        }
    }

    fn tell(&self, standing: Standing) {
        self.told.send_if_modified(|last| std::mem::replace(last, standing) != standing);
    }
}

impl Ear {
    /// Something was heard that may concern this line.
    pub fn look_now(&self) {
        self.0.at_once.notify_one();
    }
}

impl Watched {
    /// Waits until the line has to end. Giving up waiting loses nothing.
    pub async fn ends(&mut self) -> Gone {
        loop {
            match *self.told.borrow_and_update() {
                Standing::SignedOut => return Gone::SignedOut,
                Standing::Departed => return Gone::Departed,
                // The room itself ends a closed session with its lines, and the line of a supervisor who may not listen.
                Standing::Fine | Standing::SessionClosed | Standing::NoConsent => {}
            }
            if self.told.changed().await.is_err() {
                return Gone::SignedOut;
            }
        }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.lookout.lines().remove(&self.line);
    }
}

#[cfg(test)]
mod rules {
    use super::*;
    use crate::clock::Timestamp;
    use crate::id::{LoginId, PersonId, PracticeId};

    fn looked() -> (Looked, watch::Receiver<Standing>) {
        let (practice, person, login) = (PracticeId([1; 16]), PersonId([2; 16]), LoginId([3; 16]));
        let who = SignedIn { practice, person, login, proven_at: Timestamp(0) };
        let (told, hears) = watch::channel(Standing::Fine);
        (Looked { who, face: Face::Member, failed: 0, told }, hears)
    }

    #[test]
    fn three_looks_that_fail_in_a_row_are_no_yes_any_more() {
        let (mut line, hears) = looked();
        for found in [None, None, Some(Standing::Fine), None, None] {
            line.learn(found);
            assert_eq!(*hears.borrow(), Standing::Fine);
        }
        line.learn(None);
        assert_eq!(*hears.borrow(), Standing::SignedOut);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Actor;
    use crate::identity::{AccountKind, end_all_logins, living, logins};
    use crate::testing::{Circle, who};
    use crate::{Result, scenarios};

    /// How long after its end a login or membership may still be served.
    const A_SECOND: Duration = Duration::from_millis(1_500);

    /// Ten lines of Sam's, as of ten members: the lookout knows nothing of seats.
    async fn ten_lines(
        clinic: &crate::testing::TestClinic,
    ) -> Result<(Circle, SignedIn, Arc<Lookout>, Vec<Watched>, mpsc::Receiver<Post>)> {
        let circle = Circle::of(clinic).await?;
        let session = circle.plan(clinic, 2).await?[0];
        clinic.tab_for(circle.member, AccountKind::Member).await?;
        let person = who(circle.member);
        let reading = clinic.read(circle.member, async move |work| {
            let login = logins(work).await?[0].id;
            living(work, person, login).await
        });
        let sam = reading.await?.expect("it stands");
        let (mailbox, posts) = mpsc::channel(8);
        let lookout = Lookout::begin(clinic.app.clone(), session.id, mailbox);
        let lines = (1..=10).map(|line| lookout.watch(LineId(line), sam, Face::Member).0).collect();
        Ok((circle, sam, lookout, lines, posts))
    }

    async fn all_end(lines: &mut [Watched], how: Gone) {
        for line in lines {
            assert_eq!(tokio::time::timeout(A_SECOND, line.ends()).await, Ok(how));
        }
    }

    scenarios! {
        async fn ten_lines_cost_one_reading_a_second_and_all_end_within_it(clinic: TestClinic) {
            let (_circle, sam, lookout, mut lines, posts) = ten_lines(&clinic).await?;
            tokio::time::sleep(Duration::from_millis(3_300)).await;
            assert!((3..=6).contains(&lookout.looks()), "{} readings in three seconds", lookout.looks());
            assert!(lines.iter().all(|line| *line.told.borrow() == Standing::Fine), "they stand");
            // No socket is there that would hear of it.
            clinic.write(Actor::Person(sam), async |work| end_all_logins(work).await).await?;
            all_end(&mut lines, Gone::SignedOut).await;
            drop((lines, posts));
            assert!(lookout.lines().is_empty());
            Ok(())
        }

        async fn whoever_leaves_the_group_is_known_by_the_next_look(clinic: TestClinic) {
            let (circle, _, _lookout, mut lines, _posts) = ten_lines(&clinic).await?;
            circle.stands_up(&clinic, circle.member).await?;
            all_end(&mut lines, Gone::Departed).await;
            Ok(())
        }

        async fn nobody_asks_for_anything_under_anothers_name(clinic: TestClinic) {
            let circle = Circle::of(&clinic).await?;
            let (group, other) = (circle.group, circle.member);
            let looked = clinic.read(circle.leader, async move |work| {
                work.look_as(other)?;
                crate::groups::may_see(work, group).await?;
                work.look_as(other)
            });
            assert!(looked.await.is_err());
            Ok(())
        }
    }
}
