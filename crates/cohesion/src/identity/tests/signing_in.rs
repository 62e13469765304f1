//! Signing in, proving again, signing out.

use super::{PASSPHRASE, colleague, somebody, yes};
use crate::access::Standing;
use crate::clock::Span;
use crate::identity::{AccountKind, close_account};
use crate::testing::{Answer, Tab, TestClinic};
use crate::{limits, scenarios};

async fn try_in(tab: &mut Tab, email: &str, passphrase: &str) -> Answer {
    tab.post("/sign-in", &[("email", email), ("passphrase", passphrase), ("own", "yes"), ("next", "/me/settings")])
        .await
}

/// Whether the tab is signed in.
async fn is_in(tab: &mut Tab) -> bool {
    tab.get("/settings").await.status == 200
}

/// The next code of an app: no code is taken twice.
fn next_code(clinic: &TestClinic, app: &crate::identity::NewSecret) -> String {
    clinic.pass(Span::seconds(30));
    app.code_at(clinic.app.clock().now())
}

scenarios! {
    async fn a_member_signs_in_and_out(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let mut tab = clinic.tab();
        assert!(tab.get("/sign-in?next=%2Fme%2Fsettings").await.body.contains("name=\"next\" value=\"/me/settings\""));
        let answer = try_in(&mut tab, " SAM@Example.org ", PASSPHRASE).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, "/me/settings"));
        assert!(is_in(&mut tab).await);
        assert_eq!(tab.get("/sign-in").await.location(), "/", "{}", sam.email);
        let token = tab.cookie("login").map(str::to_owned).unwrap_or_default();
        let out = tab.post("/sign-out", &[]).await;
        assert_eq!(out.location(), "/");
        assert_eq!(out.headers["clear-site-data"], "\"cache\", \"storage\"");
        assert_eq!(tab.cookie("login"), None);
        tab.set_cookie("login", &token);
        assert!(!is_in(&mut tab).await);
        assert_eq!(tab.post("/sign-out", &[]).await.location(), "/");
        Ok(())
    }

    /// ATK-23: nothing tells an address that has an account from one that has none.
    async fn an_address_that_nobody_has_answers_like_a_wrong_passphrase(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let gone = somebody(&clinic, "Kim", AccountKind::Member).await?;
        let kim = gone.id;
        clinic.write(clinic.system(), async move |work| close_account(work, Standing::NONE, kim).await).await?;
        let mut bodies = Vec::new();
        let tries = [(sam.email.as_str(), "wrong"), ("nobody@example.org", PASSPHRASE), ("not an address", PASSPHRASE), (&gone.email, PASSPHRASE)];
        for (email, passphrase) in tries {
            let answer = try_in(&mut clinic.tab(), email, passphrase).await;
            assert_eq!(answer.status, 422, "{email}");
            assert!(answer.headers.get("set-cookie").is_none());
            let once = answer.field("once");
            bodies.push(answer.body.replace(email, "ADDRESS").replace(&once, "ONCE"));
        }
        assert!(bodies.iter().all(|body| *body == bodies[0]));
        Ok(())
    }

    async fn what_was_typed_is_kept_but_never_a_secret(clinic: TestClinic) {
        let answer = try_in(&mut clinic.tab(), "sam@example.org", "a secret of mine").await;
        assert_eq!(answer.field("email"), "sam@example.org");
        assert_eq!(answer.field("next"), "/me/settings");
        assert!(!answer.body.contains("a secret of mine"));
        Ok(())
    }

    /// ATK-39.
    async fn nobody_is_sent_to_another_site(clinic: TestClinic) {
        somebody(&clinic, "Sam", AccountKind::Member).await?;
        let mut tab = clinic.tab();
        for next in ["//evil.example", "https://evil.example", "/\\evil.example"] {
            let fields = [("email", "sam@example.org"), ("passphrase", PASSPHRASE), ("next", next)];
            assert_eq!(tab.post("/sign-in", &fields).await.location(), "/");
            let asked = tab.get(&format!("/sign-in?next={next}")).await;
            assert_eq!(asked.location(), "/", "{next}");
        }
        Ok(())
    }

    /// ATK-35: the second step does not open without the first one.
    async fn the_second_step_has_no_address_of_its_own(clinic: TestClinic) {
        let mara = colleague(&clinic, "Mara").await?;
        let mut tab = clinic.tab();
        assert_eq!(tab.get("/sign-in/code").await.location(), "/sign-in");
        let code = next_code(&clinic, &mara.app);
        assert_eq!(tab.post("/sign-in/code", &[("code", &code)]).await.location(), "/sign-in");
        tab.set_cookie("step", &"A".repeat(43));
        assert_eq!(tab.post("/sign-in/code", &[("code", &code)]).await.location(), "/sign-in");
        let first = try_in(&mut tab, &mara.email, PASSPHRASE).await;
        assert_eq!(first.location(), "/sign-in/code?next=%2Fme%2Fsettings");
        assert!(!is_in(&mut tab).await, "a passphrase alone lets no colleague in");
        assert_eq!(tab.get("/sign-in/code").await.status, 200);
        let second = tab.post("/sign-in/code", &[("code", &code), ("next", "/me/settings")]).await;
        assert_eq!(second.location(), "/me/settings");
        assert!(is_in(&mut tab).await);
        assert_eq!(tab.get("/sign-in/code").await.location(), "/sign-in", "a second step is taken once");
        Ok(())
    }

    async fn a_second_step_is_over_after_five_minutes_or_five_wrong_codes(clinic: TestClinic) {
        let mara = colleague(&clinic, "Mara").await?;
        let mut tab = clinic.tab();
        try_in(&mut tab, &mara.email, PASSPHRASE).await;
        clinic.pass(Span(limits::SECOND_STEP.0 + 1));
        let code = next_code(&clinic, &mara.app);
        assert_eq!(tab.post("/sign-in/code", &[("code", &code)]).await.location(), "/sign-in");
        try_in(&mut tab, &mara.email, PASSPHRASE).await;
        for _ in 0..limits::SECOND_STEP_TRIES_MAX {
            assert_eq!(tab.post("/sign-in/code", &[("code", "000000")]).await.status, 422);
        }
        let code = next_code(&clinic, &mara.app);
        assert_eq!(tab.post("/sign-in/code", &[("code", &code)]).await.location(), "/sign-in");
        Ok(())
    }

    /// ATK-36.
    async fn a_code_is_taken_once_even_within_its_half_minute(clinic: TestClinic) {
        let mara = colleague(&clinic, "Mara").await?;
        let code = next_code(&clinic, &mara.app);
        let (mut one, mut other) = (clinic.tab(), clinic.tab());
        try_in(&mut one, &mara.email, PASSPHRASE).await;
        try_in(&mut other, &mara.email, PASSPHRASE).await;
        assert_eq!(one.post("/sign-in/code", &[("code", &code)]).await.status, 303);
        assert_eq!(other.post("/sign-in/code", &[("code", &code)]).await.status, 422);
        clinic.pass(Span::seconds(-30));
        let earlier = mara.app.code_at(clinic.app.clock().now());
        assert_eq!(other.post("/sign-in/code", &[("code", &earlier)]).await.status, 422, "nor one before it");
        Ok(())
    }

    /// ATK-16, ATK-35.
    async fn of_fifty_uses_of_one_recovery_code_one_wins(clinic: TestClinic) {
        let mara = colleague(&clinic, "Mara").await?;
        let code = mara.codes[3].clone();
        let tabs = futures_util::future::join_all((0..50).map(|_| async {
            let mut tab = clinic.tab();
            try_in(&mut tab, &mara.email, PASSPHRASE).await;
            tab
        }));
        let tabs: Vec<_> = tabs.await.into_iter().filter(|tab| tab.cookie("step").is_some()).collect();
        assert!(!tabs.is_empty());
        // The count of misses would stop most of them before the code is looked at, so the code itself is asked here.
        let person = mara.id;
        let uses = (0..50).map(|_| {
            let code = code.clone();
            clinic.write(clinic.system(), async move |work| {
                let grant = yes(work, person)?;
                crate::identity::recovery::use_code(work, &grant, person, &code).await
            })
        });
        let uses = futures_util::future::join_all(uses).await;
        assert_eq!(uses.iter().filter(|used| **used == Ok(true)).count(), 1, "{uses:?}");
        assert!(uses.iter().all(Result::is_ok), "{uses:?}");
        Ok(())
    }

    async fn a_recovery_code_lets_in_and_ends_every_other_login(clinic: TestClinic) {
        let mut mara = colleague(&clinic, "Mara").await?;
        assert_eq!(mara.codes.len(), limits::RECOVERY_CODES);
        assert!(is_in(&mut mara.tab).await);
        let mut tab = clinic.tab();
        try_in(&mut tab, &mara.email, PASSPHRASE).await;
        let typed = mara.codes[0].to_uppercase().replace('-', " ");
        assert_eq!(tab.post("/sign-in/code", &[("code", &typed)]).await.status, 303);
        assert!(is_in(&mut tab).await);
        assert!(!is_in(&mut mara.tab).await);
        let mut again = clinic.tab();
        try_in(&mut again, &mara.email, PASSPHRASE).await;
        assert_eq!(again.post("/sign-in/code", &[("code", &typed)]).await.status, 422);
        Ok(())
    }

    /// ATK-32: a login that somebody planted before is not the one that the person gets.
    async fn signing_in_always_makes_a_new_token(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let mut tab = clinic.tab();
        tab.set_cookie("login", &"A".repeat(43));
        try_in(&mut tab, &sam.email, PASSPHRASE).await;
        let first = tab.cookie("login").map(str::to_owned);
        assert_ne!(first.as_deref(), Some("A".repeat(43).as_str()));
        try_in(&mut tab, &sam.email, PASSPHRASE).await;
        assert_ne!(tab.cookie("login").map(str::to_owned), first);
        Ok(())
    }

    /// ATK-33.
    async fn a_locked_login_opens_with_the_passphrase_and_gets_another_token(clinic: TestClinic) {
        let mut mara = colleague(&clinic, "Mara").await?;
        let before = mara.tab.cookie("login").map(str::to_owned).unwrap_or_default();
        clinic.pass(Span(limits::IDLE_STAFF.0 + 1));
        assert_eq!(mara.tab.get("/settings").await.location(), "/sign-in/again?next=%2Fsettings");
        let page = mara.tab.get("/sign-in/again?next=%2Fsettings").await;
        assert!(!page.body.contains("name=\"code\"") && !page.body.contains("Mara"), "{}", page.body);
        let wrong = mara.tab.post("/sign-in/again", &[("passphrase", "wrong"), ("next", "/settings")]).await;
        assert_eq!((wrong.status.as_u16(), wrong.field("next").as_str()), (422, "/settings"));
        let right = mara.tab.post("/sign-in/again", &[("passphrase", PASSPHRASE), ("next", "/settings")]).await;
        assert_eq!(right.location(), "/settings");
        assert!(is_in(&mut mara.tab).await);
        let mut old = clinic.tab();
        old.set_cookie("login", &before);
        assert!(!is_in(&mut old).await);
        // Unlocking is no fresh proof: what is sensitive asks for both.
        assert_eq!(mara.tab.get("/settings/passphrase").await.location(), "/sign-in/again?next=%2Fsettings%2Fpassphrase");
        Ok(())
    }

    async fn something_sensitive_asks_for_both_proofs_and_then_for_five_minutes_no_more(clinic: TestClinic) {
        let mut mara = colleague(&clinic, "Mara").await?;
        clinic.pass(Span(limits::STEP_UP.0 + 1));
        let to = "/sign-in/again?next=%2Fsettings%2Fpassphrase";
        assert_eq!(mara.tab.get("/settings/passphrase").await.location(), to);
        assert!(mara.tab.get(to).await.body.contains("name=\"code\""));
        let half = mara.tab.post("/sign-in/again", &[("passphrase", PASSPHRASE)]).await;
        assert_eq!(half.status, 422);
        let code = next_code(&clinic, &mara.app);
        let fields = [("passphrase", PASSPHRASE), ("code", &code), ("next", "/settings/passphrase")];
        assert_eq!(mara.tab.post("/sign-in/again", &fields).await.location(), "/settings/passphrase");
        clinic.pass(limits::STEP_UP);
        assert_eq!(mara.tab.get("/settings/passphrase").await.status, 200);
        clinic.pass(Span(1));
        assert_eq!(mara.tab.get("/settings/passphrase").await.location(), to);
        Ok(())
    }

    async fn a_visitor_who_proves_again_without_a_login_is_sent_to_sign_in(clinic: TestClinic) {
        let mut tab = clinic.tab();
        assert_eq!(tab.get("/sign-in/again").await.location(), "/sign-in");
        assert_eq!(tab.post("/sign-in/again", &[("passphrase", PASSPHRASE)]).await.location(), "/sign-in");
        assert_eq!(tab.get("/settings").await.location(), "/sign-in?next=%2Fsettings");
        assert_eq!(tab.post("/settings/look", &[("scheme", "dark")]).await.location(), "/sign-in");
        Ok(())
    }
}

/// H-18 in small: whoever measures learns nothing of who has an account. The shortest of several is compared, since the
/// machine may be busy with something else.
#[tokio::test]
async fn an_unknown_address_takes_as_long_as_a_known_one() -> crate::Result<()> {
    let clinic = TestClinic::with(store::Engine::Sqlite, |config| config.passphrase_kib = 32 * 1_024).await?;
    let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
    let mut shortest = [u128::MAX; 2];
    for _ in 0..7 {
        for (at, email) in [sam.email.as_str(), "nobody@example.org"].into_iter().enumerate() {
            let begun = std::time::Instant::now();
            assert_eq!(try_in(&mut clinic.tab(), email, "wrong").await.status, 422);
            shortest[at] = shortest[at].min(begun.elapsed().as_micros());
            clinic.pass(limits::MISSES_FORGOTTEN);
        }
    }
    let [known, unknown] = shortest;
    assert!(known < unknown * 2 && unknown < known * 2, "{shortest:?}");
    Ok(())
}
