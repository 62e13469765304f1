//! The stream of a board: the code is looked at anew before each drawing, so that a board that was taken down goes dark.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, HeaderName};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::super::{BoardCode, board};
use super::board::{look, region};
use crate::access::Actor;
use crate::app::App;
use crate::hub::{Change, Heard, Listener, Notice};
use crate::id::{GroupId, PracticeId, SessionId};
use crate::identity::Visitor;
use crate::web::{Path, View};
use crate::{Error, Result};

/// How often the line shows that it stands.
const BEAT: Duration = Duration::from_secs(15);
/// Seconds after which another screen may try, where there are too many.
const TOO_MANY_AFTER_S: u32 = 30;

/// Opens it: the board at once, then anew when something changed.
pub(super) async fn open(State(app): State<App>, visitor: Visitor, Path(code): Path<BoardCode>) -> Result<Response> {
    let shown = look(&app, &visitor, code).await?;
    let (session, group) = (shown.session.id, shown.group.id);
    let listener = app.hub().listen_for_board(session).ok_or(Error::TooMany { after_s: TOO_MANY_AFTER_S })?;
    let mut beats = interval(BEAT);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // The first beat comes at once; the first drawing does too.
    beats.reset();
    let (ending, practice) = (app.life().ending(), visitor.actor.practice());
    let about = About { practice, session, group, code };
    let screen = Screen { app, view: visitor.view, about, listener, ending, beats, state: Sight::Due };
    let headers = [(CACHE_CONTROL, "no-store"), (HeaderName::from_static("x-accel-buffering"), "no")];
    Ok((headers, Sse::new(stream::unfold(screen, Screen::next))).into_response())
}

/// What the board is about.
struct About {
    practice: PracticeId,
    session: SessionId,
    group: GroupId,
    code: BoardCode,
}

/// Whether it has to be drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    Due,
    Drawn,
    Dark,
}

/// A screen that watches.
struct Screen {
    app: App,
    view: View,
    about: About,
    listener: Listener,
    ending: CancellationToken,
    beats: tokio::time::Interval,
    state: Sight,
}

impl Screen {
    async fn next(mut self) -> Option<(std::result::Result<Event, Infallible>, Self)> {
        loop {
            match self.state {
                Sight::Due => {
                    let event = self.draw().await?;
                    return Some((Ok(event), self));
                }
                Sight::Dark => return None,
                Sight::Drawn => {}
            }
            tokio::select! {
                () = self.ending.cancelled() => return None,
                heard = self.listener.hear() => if self.concerns(&heard) { self.state = Sight::Due },
                _ = self.beats.tick() => return Some((Ok(Event::default().comment("")), self)),
            }
        }
    }

    /// A board that is gone is drawn once more, without anybody; then the line ends.
    async fn draw(&mut self) -> Option<Event> {
        self.view.now = self.app.clock().now();
        let (actor, code) = (Actor::Nobody(self.about.practice), self.about.code);
        let (shown, state) = match self.app.read(actor, async move |work| board(work, code).await).await {
            Ok(shown) => (Ok(Some(shown)), Sight::Drawn),
            Err(Error::NotFound) => (Ok(None), Sight::Dark),
            Err(cause) => (Err(cause), Sight::Dark),
        };
        self.state = state;
        match shown.and_then(|shown| region(&self.app, &self.view, shown.as_ref())) {
            Ok(region) => Some(region.event()),
            Err(cause) => {
                tracing::error!(%cause, "a board is not kept up to date");
                None
            }
        }
    }

    fn concerns(&self, heard: &Heard) -> bool {
        let About { practice, session, group, .. } = self.about;
        let is_ours = |notice: &Notice| {
            notice.practice == practice && [Change::Floor(session), Change::Group(group)].contains(&notice.what)
        };
        match heard {
            Heard::Gap => true,
            Heard::Notices(notices) => notices.iter().any(is_ours),
        }
    }
}
