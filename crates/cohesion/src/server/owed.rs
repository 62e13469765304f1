//! What a client has been given and not yet taken. hyper has no clock for a client that asks and does not read, neither by
//! a full socket nor by a window of HTTP/2 that stays shut; here each piece of an answer is missed until it has left.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Response;
use axum::http::header::CONTENT_TYPE;
use bytes::Bytes;
use hyper::body::{Body as _, Frame, SizeHint};

/// Bytes that have to be taken in one patience: a telephone far from its mast does that easily.
const PIECE_BYTES: usize = 16 * 1_024;

/// What one connection still has to take.
#[derive(Clone)]
pub(super) struct Owed(Arc<Mutex<Account>>);

struct Account {
    debts: usize,
    is_stuck: bool,
    moved_at: Instant,
}

impl Owed {
    pub(super) fn nothing() -> Self {
        Self(Arc::new(Mutex::new(Account { debts: 0, is_stuck: false, moved_at: Instant::now() })))
    }

    /// Ready when something has been owed for so long and nothing moved meanwhile.
    pub(super) async fn overdue(&self, patience: Duration) {
        loop {
            match self.left(patience) {
                Duration::ZERO => return,
                left => tokio::time::sleep(left).await,
            }
        }
    }

    /// An answer whose pieces are owed until they have left. A stream of events never ends, and is not measured.
    pub(super) fn measure(&self, answer: Response<Body>) -> Response<Body> {
        let is_stream = answer.headers().get(CONTENT_TYPE).is_some_and(|media| media == "text/event-stream");
        if is_stream || answer.body().is_end_stream() {
            return answer;
        }
        let owed = self.clone();
        answer.map(|body| Body::new(Pieces { body, rest: Bytes::new(), _debt: owed.debt(), owed }))
    }

    /// The connection takes nothing more.
    pub(super) fn stick(&self) {
        self.change(|account| account.is_stuck = true);
    }

    /// The connection takes again.
    pub(super) fn come_loose(&self) {
        self.change(|account| account.is_stuck = false);
    }

    fn debt(&self) -> Debt {
        self.change(|account| account.debts += 1);
        Debt(self.clone())
    }

    fn left(&self, patience: Duration) -> Duration {
        let account = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_owed = account.debts > 0 || account.is_stuck;
        if is_owed { patience.saturating_sub(account.moved_at.elapsed()) } else { patience }
    }

    fn change(&self, change: impl FnOnce(&mut Account)) {
        let mut account = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut account);
        account.moved_at = Instant::now();
    }
}

/// Something that is owed until this is dropped.
struct Debt(Owed);

impl Drop for Debt {
    fn drop(&mut self) {
        self.0.change(|account| account.debts -= 1);
    }
}

/// Bytes that are on their way; whoever has sent them drops them.
struct Sent {
    bytes: Bytes,
    _debt: Debt,
}

impl AsRef<[u8]> for Sent {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

/// An answer's body, cut into pieces.
struct Pieces {
    body: Body,
    rest: Bytes,
    owed: Owed,
    _debt: Debt,
}

impl hyper::body::Body for Pieces {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        while self.rest.is_empty() {
            match ready!(Pin::new(&mut self.body).poll_frame(cx)) {
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(bytes) => self.rest = bytes,
                    Err(trailers) => return Poll::Ready(Some(Ok(trailers))),
                },
                ended => return Poll::Ready(ended),
            }
        }
        let length = self.rest.len().min(PIECE_BYTES);
        let sent = Sent { bytes: self.rest.split_to(length), _debt: self.owed.debt() };
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_owner(sent)))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let (mut hint, rest) = (self.body.size_hint(), self.rest.len() as u64);
        if let Some(upper) = hint.upper() {
            hint.set_upper(upper.saturating_add(rest));
        }
        hint.set_lower(hint.lower().saturating_add(rest));
        hint
    }
}
