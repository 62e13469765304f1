//! A login lives, locks when idle, ends, and is known by its token alone.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::routing::get;
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::access::{Actor, Standing};
use crate::app::{App, Sent};
use crate::clock::{CLOCKS_APART, Span};
use crate::id::{LoginId, PersonId};
use crate::identity::account::AccountKind;
use crate::identity::{
    Browser, Device, Login, Token, Visitor, Who, close_account, end_all_logins, end_login, is_living, lock, logins,
    open_login,
};
use crate::testing::TestClinic;
use crate::web::harden;
use crate::{Error, limits, scenarios};

/// A person with an account, without a passphrase that anybody could know.
async fn account(clinic: &TestClinic, kind: AccountKind) -> crate::Result<PersonId> {
    let person = super::known(clinic, &PersonId::random()?.to_string()).await?.id;
    super::open(clinic, person, kind, None).await?;
    Ok(person)
}

async fn sign_in(clinic: &TestClinic, person: PersonId, device: Device) -> crate::Result<Token> {
    let nobody = Actor::Nobody(clinic.practice);
    clinic.write(nobody, async move |work| open_login(work, person, device, Browser::default()).await).await
}

/// What the browser with this token gets: the status, and where it is sent or what it reads.
async fn visit(app: &App, token: &Token, path: &str) -> (StatusCode, String) {
    let who = async |who: Who| who.person.to_string();
    let anybody = async |visitor: Visitor| visitor.actor.person().map_or("nobody".to_owned(), |id| id.to_string());
    let router = Router::new().route("/me/{*rest}", get(who)).route("/help", get(anybody)).with_state(app.clone());
    let request = Request::get(path).header("cookie", format!("login={}", token.text()));
    let request = request.body(Body::empty()).expect("a valid request");
    let response = harden(router, Sent::default()).oneshot(request).await.expect("a router always answers");
    let status = response.status();
    let location = response.headers().get("location").map(|to| to.to_str().unwrap_or_default().to_owned());
    let body = response.into_body().collect().await.expect("a whole body").to_bytes();
    (status, location.unwrap_or_else(|| String::from_utf8_lossy(&body).into_owned()))
}

async fn own_logins(clinic: &TestClinic, actor: Actor) -> crate::Result<Vec<Login>> {
    clinic.read(actor, async |work| logins(work).await).await
}

scenarios! {
    async fn a_token_is_known_as_its_person_and_nothing_else_is(clinic: TestClinic) {
        let sam = account(&clinic, AccountKind::Member).await?;
        let token = sign_in(&clinic, sam, Device::Own).await?;
        assert_eq!(visit(&clinic.app, &token, "/me/x").await, (StatusCode::OK, sam.to_string()));
        let other = Token::random()?;
        assert_eq!(
            visit(&clinic.app, &other, "/me/x?week=2").await,
            (StatusCode::SEE_OTHER, "/sign-in?next=%2Fme%2Fx%3Fweek%3D2".to_owned())
        );
        assert_eq!(visit(&clinic.app, &other, "/help").await, (StatusCode::OK, "nobody".to_owned()));
        Ok(())
    }

    /// SR-03.
    async fn an_idle_login_locks_after_the_time_of_its_kind(clinic: TestClinic) {
        let cases = [
            (AccountKind::Staff, Device::Own, limits::IDLE_STAFF),
            (AccountKind::Member, Device::Own, limits::IDLE_MEMBER),
            (AccountKind::Staff, Device::Shared, limits::IDLE_SHARED),
            (AccountKind::Member, Device::Shared, limits::IDLE_SHARED),
        ];
        for (kind, device, idle) in cases {
            let person = account(&clinic, kind).await?;
            let token = sign_in(&clinic, person, device).await?;
            clinic.pass(idle);
            assert_eq!(visit(&clinic.app, &token, "/me/x").await.0, StatusCode::OK, "{kind:?} {device:?}");
            clinic.pass(Span(idle.0 + 1));
            let (status, to) = visit(&clinic.app, &token, "/me/x").await;
            assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/sign-in/again?next=%2Fme%2Fx"));
            assert_eq!(visit(&clinic.app, &token, "/help").await.1, "nobody");
        }
        Ok(())
    }

    async fn a_login_does_not_outlive_its_day_however_busy_it_is(clinic: TestClinic) {
        let mara = account(&clinic, AccountKind::Staff).await?;
        let token = sign_in(&clinic, mara, Device::Own).await?;
        for _ in 0..72 {
            clinic.pass(Span::minutes(10));
            assert_eq!(visit(&clinic.app, &token, "/me/x").await.0, StatusCode::OK);
        }
        clinic.pass(Span(1));
        assert_eq!(visit(&clinic.app, &token, "/me/x").await.1, "/sign-in?next=%2Fme%2Fx");
        Ok(())
    }

    async fn after_a_clock_went_back_nothing_stays_open_on_the_word_of_a_moment_to_come(clinic: TestClinic) {
        let mara = account(&clinic, AccountKind::Staff).await?;
        let token = sign_in(&clinic, mara, Device::Own).await?;
        clinic.pass(Span::minutes(10));
        assert_eq!(visit(&clinic.app, &token, "/me/x").await.0, StatusCode::OK);
        clinic.pass(Span(-CLOCKS_APART.0));
        assert_eq!(visit(&clinic.app, &token, "/me/x").await.0, StatusCode::OK, "two servers' clocks may be so far apart");
        clinic.pass(Span(-1));
        assert_eq!(visit(&clinic.app, &token, "/me/x").await.1, "/sign-in/again?next=%2Fme%2Fx", "last seen in the future");
        clinic.pass(Span::hours(-1));
        assert_eq!(visit(&clinic.app, &token, "/me/x").await.1, "/sign-in?next=%2Fme%2Fx", "opened in the future");
        Ok(())
    }

    async fn a_login_that_was_left_is_locked_at_once(clinic: TestClinic) {
        let sam = account(&clinic, AccountKind::Member).await?;
        let token = sign_in(&clinic, sam, Device::Own).await?;
        let login = own_logins(&clinic, clinic.signed_in(sam)).await?[0];
        let actor = Actor::Person(login.signed_in(clinic.practice));
        clinic.write(actor, async |work| lock(work).await).await?;
        assert_eq!(visit(&clinic.app, &token, "/me/x").await.1, "/sign-in/again?next=%2Fme%2Fx");
        Ok(())
    }

    async fn a_person_ends_one_login_or_all_of_them(clinic: TestClinic) {
        let sam = account(&clinic, AccountKind::Member).await?;
        let (phone, desk) = (sign_in(&clinic, sam, Device::Own).await?, sign_in(&clinic, sam, Device::Shared).await?);
        let actor = clinic.signed_in(sam);
        let shared = own_logins(&clinic, actor).await?.into_iter().find(|login| login.device == Device::Shared);
        let shared = shared.expect("the second login is listed").id;
        clinic.write(actor, async move |work| end_login(work, shared).await).await?;
        assert_eq!(visit(&clinic.app, &desk, "/me/x").await.0, StatusCode::SEE_OTHER);
        assert_eq!(visit(&clinic.app, &phone, "/me/x").await.0, StatusCode::OK);
        let twice = clinic.write(actor, async move |work| end_login(work, shared).await).await;
        assert_eq!(twice, Err(Error::NotFound));
        clinic.write(actor, async |work| end_all_logins(work).await).await?;
        assert_eq!(visit(&clinic.app, &phone, "/me/x").await.0, StatusCode::SEE_OTHER);
        Ok(())
    }

    async fn nobody_ends_somebody_elses_login(clinic: TestClinic) {
        let (sam, kim) = (account(&clinic, AccountKind::Member).await?, account(&clinic, AccountKind::Member).await?);
        let token = sign_in(&clinic, sam, Device::Own).await?;
        let login = own_logins(&clinic, clinic.signed_in(sam)).await?[0].id;
        let theirs = clinic.write(clinic.signed_in(kim), async move |work| end_login(work, login).await).await;
        let none = LoginId::random()?;
        let absent = clinic.write(clinic.signed_in(kim), async move |work| end_login(work, none).await).await;
        assert_eq!(theirs, Err(Error::NotFound));
        assert_eq!(theirs, absent);
        assert_eq!(visit(&clinic.app, &token, "/me/x").await.0, StatusCode::OK);
        Ok(())
    }

    /// SR-10, ATK-43: closing an account ends what is open.
    async fn a_closed_account_is_out_everywhere_at_once(clinic: TestClinic) {
        let mara = account(&clinic, AccountKind::Staff).await?;
        let token = sign_in(&clinic, mara, Device::Own).await?;
        let login = own_logins(&clinic, clinic.signed_in(mara)).await?[0];
        let who = login.signed_in(clinic.practice);
        let living = async |clinic: &TestClinic| {
            clinic.read(clinic.system(), async move |work| is_living(work, &who).await).await
        };
        assert!(living(&clinic).await?);
        clinic.write(clinic.system(), async move |work| close_account(work, Standing::NONE, mara).await).await?;
        assert!(!living(&clinic).await?);
        assert_eq!(visit(&clinic.app, &token, "/me/x").await.0, StatusCode::SEE_OTHER);
        let again = clinic.write(clinic.signed_in(mara), async move |work| close_account(work, Standing::NONE, mara).await);
        assert_eq!(again.await, Err(Error::NotFound));
        Ok(())
    }

    async fn a_stream_that_stays_open_does_not_keep_a_login_awake(clinic: TestClinic) {
        let mara = account(&clinic, AccountKind::Staff).await?;
        let token = sign_in(&clinic, mara, Device::Own).await?;
        clinic.pass(Span::minutes(10));
        let request = Request::get("/live").header("cookie", format!("login={}", token.text()));
        let request = request.header("accept", "text/event-stream").body(Body::empty()).expect("a valid request");
        let router = Router::new().route("/live", get(async |_: Who| "open")).with_state(clinic.app.clone());
        assert_eq!(harden(router, Sent::default()).oneshot(request).await.expect("an answer").status(), StatusCode::OK);
        clinic.pass(Span::minutes(10));
        assert_eq!(visit(&clinic.app, &token, "/me/x").await.1, "/sign-in/again?next=%2Fme%2Fx");
        Ok(())
    }
}
