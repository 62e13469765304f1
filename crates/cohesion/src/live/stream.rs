//! One page's stream: before each region is drawn, the login is asked for again, and the viewer's rights with it.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, HeaderName};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::time::{Interval, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::regions::{self, Watched};
use crate::access::{Actor, SignedIn};
use crate::app::App;
use crate::hub::{Change, Heard, Listener, Notice};
use crate::identity::{self, Who};
use crate::web::{Path, View};
use crate::{Error, Result};

/// How soon an ended or locked login closes its streams, even where no notice of it came through (ATK-13).
const LOOK: Duration = Duration::from_secs(1);
/// Looks between two signs of life, so that no proxy takes the line for dead.
const LOOKS_A_BEAT: u32 = 15;
/// Seconds after which somebody with too many pages open may try again.
const TOO_MANY_AFTER_S: u32 = 30;

/// Opens the stream of a page: all its regions at once, then each one anew when something changed.
pub(super) async fn open(State(app): State<App>, who: Who, Path(names): Path<String>) -> Result<Response> {
    let Actor::Person(signed_in) = who.actor else { return Err(Error::SignInNeeded) };
    let regions = regions::named(&names)?;
    let listener = app.hub().listen_for(who.person).ok_or(Error::TooMany { after_s: TOO_MANY_AFTER_S })?;
    let watch = Watch::new(app, signed_in, who.view, regions, listener);
    let headers = [(CACHE_CONTROL, "no-store"), (HeaderName::from_static("x-accel-buffering"), "no")];
    Ok((headers, Sse::new(stream::unfold(watch, Watch::next))).into_response())
}

/// A page that is being watched.
struct Watch {
    app: App,
    who: SignedIn,
    view: View,
    regions: Vec<Watched>,
    listener: Listener,
    ending: CancellationToken,
    looks: Interval,
    looked: u32,
    /// Regions that are to be drawn, the next one last.
    due: Vec<Watched>,
}

/// Why a watch wakes up.
enum Wake {
    /// These may look different now.
    Draw(Vec<Watched>),
    /// It is time for a sign of life.
    Beat,
    /// The login is gone, or the server stops.
    End,
}

impl Watch {
    fn new(app: App, who: SignedIn, view: View, regions: Vec<Watched>, listener: Listener) -> Self {
        let mut looks = interval(LOOK);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (due, ending) = (regions.iter().rev().copied().collect(), app.life().ending());
        Self { app, who, view, regions, listener, ending, looks, looked: 0, due }
    }

    /// The next event, or the stream's end. What goes wrong ends it too: the page comes back by itself.
    async fn next(mut self) -> Option<(std::result::Result<Event, Infallible>, Self)> {
        loop {
            if let Some(region) = self.due.pop() {
                let event = self.draw(region).await?;
                return Some((Ok(event), self));
            }
            match self.wait().await {
                Wake::Draw(due) => self.due = due,
                Wake::Beat => return Some((Ok(Event::default().comment("")), self)),
                Wake::End => return None,
            }
        }
    }

    async fn draw(&mut self, watched: Watched) -> Option<Event> {
        if !self.is_living().await {
            return None;
        }
        self.view.now = self.app.clock().now();
        let Watched { region, about } = watched;
        let drawn = (region.draw)(&self.app, Actor::Person(self.who), &self.view, about).await;
        drawn.inspect_err(|cause| note(cause, region.name)).ok().map(|drawn| drawn.event())
    }

    async fn wait(&mut self) -> Wake {
        loop {
            let heard = tokio::select! {
                () = self.ending.cancelled() => return Wake::End,
                heard = self.listener.hear() => Some(heard),
                _ = self.looks.tick() => None,
            };
            match heard {
                Some(Heard::Gap) => return Wake::Draw(self.regions.clone()),
                Some(Heard::Notices(notices)) => {
                    let due = self.concerned(&notices);
                    if self.is_about_my_login(&notices) && !self.is_living().await {
                        return Wake::End;
                    }
                    if !due.is_empty() {
                        return Wake::Draw(due);
                    }
                }
                None if !self.is_living().await => return Wake::End,
                None => {
                    self.looked += 1;
                    if self.looked.is_multiple_of(LOOKS_A_BEAT) {
                        return Wake::Beat;
                    }
                }
            }
        }
    }

    fn concerned(&self, notices: &[Notice]) -> Vec<Watched> {
        let here = |notice: &&Notice| notice.practice == self.who.practice;
        let concerns =
            |watched: &&Watched| notices.iter().filter(here).any(|notice| (watched.region.concerns)(&notice.what));
        self.regions.iter().filter(concerns).copied().collect()
    }

    fn is_about_my_login(&self, notices: &[Notice]) -> bool {
        notices.iter().any(|notice| notice.what == Change::LoginEnded(self.who.person))
    }

    async fn is_living(&self) -> bool {
        let who = self.who;
        let living = self.app.read(Actor::Person(who), async move |work| identity::is_living(work, &who).await);
        living.await.inspect_err(|cause| note(cause, "login")).unwrap_or(false)
    }
}

/// A refusal ends a stream as it should; anything else is told.
fn note(cause: &Error, of: &'static str) {
    if matches!(cause, Error::Bug(_) | Error::Unavailable(_)) {
        tracing::error!(%cause, of, "an open page is not kept up to date");
    }
}
