//! The board in the room: no login, one code, and only what the room sees.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode};
use futures_util::StreamExt;
use tower::ServiceExt;

use super::super::{BoardCode, Press, board, board_code, make_board, take_board_down};
use super::Evening;
use crate::access::Actor;
use crate::clock::Span;
use crate::id;
use crate::identity::{AccountKind, Peer};
use crate::limits::{MISSES_A_MINUTE_MAX, STREAMS_FOR_A_BOARD_MAX};
use crate::testing::{Answer, TestClinic, served};
use crate::{Error, Result, scenarios};

/// How long a test waits for what must come.
const SOON: Duration = Duration::from_secs(5);

impl Evening {
    pub(super) async fn put_up(&self, clinic: &TestClinic) -> Result<BoardCode> {
        let id = self.session.id;
        clinic.write(self.leader, async move |work| make_board(work, id).await).await?;
        let code = clinic.read(self.leader, async move |work| board_code(work, id).await).await?;
        Ok(code.expect("it was put up"))
    }
}

pub(super) async fn watch(clinic: &TestClinic, code: BoardCode) -> (StatusCode, BodyDataStream) {
    let mut request = Request::get(format!("/board/{code}/live")).body(Body::empty()).expect("a valid request");
    request.extensions_mut().insert(Peer([203, 0, 113, 7].into()));
    let response = served(clinic.app.clone()).oneshot(request).await.expect("a router always answers");
    (response.status(), response.into_body().into_data_stream())
}

pub(super) async fn next_region(stream: &mut BodyDataStream) -> Option<String> {
    loop {
        let frame = tokio::time::timeout(SOON, stream.next()).await.expect("something comes soon")?;
        let text = String::from_utf8_lossy(&frame.expect("a whole frame")).into_owned();
        if text.starts_with("event: region") {
            return Some(text);
        }
    }
}

/// An answer without the code that was asked for.
fn without(answer: &Answer, code: BoardCode) -> (StatusCode, String) {
    (answer.status, answer.body.replace(&code.to_string(), "CODE"))
}

scenarios! {
    async fn the_board_shows_what_the_room_sees_to_whoever_has_the_code(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?.gathered(&clinic).await?;
        let code = evening.put_up(&clinic).await?;
        let path = format!("/board/{code}");
        let before = clinic.tab().get(&path).await;
        assert_eq!((before.status, before.body.contains("Robin")), (StatusCode::OK, false), "nobody has the turn");
        evening.begin(&clinic).await?;
        let answer = clinic.tab().get(&path).await;
        for shown in ["Check-in round", "Robin has the turn.", "Fern is next.", "time-left", "<svg", "Take your turn from your phone"] {
            assert!(answer.body.contains(shown), "{shown} in {}", answer.body);
        }
        for hidden in ["Gil", "Example", "<form", "Tuesday group"] {
            assert!(!answer.body.contains(hidden), "{hidden} in {}", answer.body);
        }
        assert_eq!(answer.headers["x-robots-tag"], "noindex");
        let mut signed_in = clinic.tab_for(evening.robin, AccountKind::Member).await?;
        let same = signed_in.get(&path).await;
        assert!(same.body.contains("Robin has the turn.") && !same.body.contains("/me/settings"), "no more for a member");
        Ok(())
    }

    async fn a_code_that_shows_nothing_looks_like_one_that_never_was(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?.gathered(&clinic).await?;
        let never = BoardCode::random()?;
        let absent = without(&clinic.tab().get(&format!("/board/{never}")).await, never);
        assert_eq!(absent.0, StatusCode::NOT_FOUND);
        let replaced = evening.put_up(&clinic).await?;
        let taken_down = evening.put_up(&clinic).await?;
        assert_eq!(without(&clinic.tab().get(&format!("/board/{replaced}")).await, replaced), absent);
        let id = evening.session.id;
        clinic.write(evening.leader, async move |work| take_board_down(work, id).await).await?;
        assert_eq!(without(&clinic.tab().get(&format!("/board/{taken_down}")).await, taken_down), absent);
        let ended = evening.put_up(&clinic).await?;
        clinic.pass(Span::minutes(90));
        clinic.write(evening.leader, async move |work| crate::sessions::close(work, id).await).await?;
        // It is dark at once, before any job has run.
        assert_eq!(without(&clinic.tab().get(&format!("/board/{ended}")).await, ended), absent);
        clinic.run_jobs().await?;
        for end in ["", "/live"] {
            let answer = clinic.tab().get(&format!("/board/{ended}{end}")).await;
            assert_eq!(without(&answer, ended), absent);
        }
        let nobody = Actor::Nobody(clinic.practice);
        let read = clinic.read(nobody, async move |work| board(work, ended).await.map(|_| ())).await;
        assert_eq!(read, Err(Error::NotFound));
        Ok(())
    }

    async fn whoever_tries_codes_has_to_wait(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        let code = evening.put_up(&clinic).await?;
        let mut guesser = clinic.tab();
        for _ in 0..MISSES_A_MINUTE_MAX {
            let guess = id::to_text(id::random()?);
            assert_eq!(guesser.get(&format!("/board/{guess}")).await.status, StatusCode::NOT_FOUND);
        }
        let right = format!("/board/{code}");
        assert_eq!(guesser.get(&right).await.status, StatusCode::TOO_MANY_REQUESTS, "a right one waits too");
        assert_eq!(clinic.tab().get(&right).await.status, StatusCode::OK, "others do not");
        clinic.pass(Span::minutes(1));
        assert_eq!(guesser.get(&right).await.status, StatusCode::OK);
        Ok(())
    }

    async fn a_board_follows_the_meeting_and_goes_dark_when_it_is_taken_down(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?.gathered(&clinic).await?;
        let code = evening.put_up(&clinic).await?;
        let (status, mut stream) = watch(&clinic, code).await;
        assert_eq!(status, StatusCode::OK);
        let first = next_region(&mut stream).await.expect("the board as it is");
        assert!(first.contains("id=\"board\"") && !first.contains("Robin"), "{first}");
        evening.begin(&clinic).await?;
        let next = next_region(&mut stream).await.expect("the round");
        assert!(next.contains("Robin has the turn.") && next.contains("data-say"), "{next}");
        evening.press(&clinic, evening.robin, Press::Finish).await?;
        assert!(next_region(&mut stream).await.is_some_and(|next| next.contains("Fern has the turn.")));
        let id = evening.session.id;
        clinic.write(evening.leader, async move |work| take_board_down(work, id).await).await?;
        let dark = next_region(&mut stream).await.expect("it goes dark");
        assert!(!["Robin", "Fern", "Gil"].iter().any(|name| dark.contains(name)), "{dark}");
        assert_eq!(next_region(&mut stream).await, None);
        Ok(())
    }

    async fn one_room_has_so_many_screens(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        let code = evening.put_up(&clinic).await?;
        let mut screens = Vec::new();
        for _ in 0..STREAMS_FOR_A_BOARD_MAX {
            let (status, mut stream) = watch(&clinic, code).await;
            assert_eq!(status, StatusCode::OK);
            next_region(&mut stream).await;
            screens.push(stream);
        }
        assert_eq!(watch(&clinic, code).await.0, StatusCode::TOO_MANY_REQUESTS);
        screens.pop();
        assert_eq!(watch(&clinic, code).await.0, StatusCode::OK);
        Ok(())
    }
}
