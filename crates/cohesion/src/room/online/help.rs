//! Somebody in a live room does not feel safe: they call for help as on any page, whatever becomes of the room meanwhile.

use std::time::Duration;

use super::actor;
use super::socket::Visitor;
use super::wire::{Once, Told};
use crate::access::SignedIn;
use crate::app::App;
use crate::id::{self, Bytes, GroupId};
use crate::safety::{self, Written};
use crate::{Error, Result};
use tokio::sync::mpsc::WeakSender;

/// How often a call is tried that the records cannot take now, and how long it rests in between.
const TRIES_MAX: u8 = 60;
const REST: Duration = Duration::from_secs(2);

impl Visitor {
    /// Puts the call down in a task of its own, so that it does not end with the room or with the line. It stays until a person
    /// has closed it.
    pub(super) fn call_for_help(&self, outbox: WeakSender<Told>) {
        let (app, who, group, words) = (self.app.clone(), self.who, self.session.group, self.view.words);
        self.app.life().must_finish(async move {
            let say = |key: &str| words.say(key, None).into_owned();
            let tell = |told: Told| drop(outbox.upgrade().map(|outbox| outbox.try_send(told)));
            let said = say("room-unsafe-written");
            let say_no = || tell(Told::Error { code: "unsafe", words: say("room-refused-unsafe") });
            if put_down(&app, (who, group), &said, say_no).await.is_ok() {
                tell(Told::Said { words: say("room-said-unsafe"), at: Once::Now });
            }
        });
    }
}

/// Tries until it is put down or refused. Whoever calls is told once that it was not, and can turn elsewhere meanwhile.
async fn put_down(app: &App, (who, group): (SignedIn, GroupId), said: &str, say_no: impl Fn() + Send) -> Result<()> {
    let call: Bytes = id::random()?;
    let mut tries = 0;
    loop {
        let said = said.to_owned();
        let calling = app.write(actor(who), async move |work| {
            let words = Written::new("words", &said)?;
            safety::need_help_in(work, group, call, words).await.map(|_| ())
        });
        let Err(cause) = calling.await else { return Ok(()) };
        tracing::error!(%cause, "a call for help from a live room was not put down");
        if tries == 0 {
            say_no();
        }
        tries += 1;
        if tries == TRIES_MAX || !matches!(cause, Error::Unavailable(_)) {
            return Err(cause);
        }
        tokio::time::sleep(REST).await;
    }
}
