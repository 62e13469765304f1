//! One's own settings: passphrase, second factor, recovery codes, devices and look.

use super::{PASSPHRASE, codes_on, colleague, somebody};
use crate::clock::Span;
use crate::identity::{AccountKind, NewSecret, set_second_factor};
use crate::testing::{Tab, TestClinic};
use crate::{Error, id, limits, scenarios};

const OTHER: &str = "seven slow badgers hum";

/// Adds a second factor by the pages, and gives the app.
async fn add_app(clinic: &TestClinic, tab: &mut Tab) -> NewSecret {
    let page = tab.get("/settings/second-factor").await;
    let seed = page.field("seed");
    let app = NewSecret::of(clinic.app.vault(), id::from_text(&seed).expect("a seed"));
    assert!(page.body.contains("<svg") && page.body.contains(&app.letters()));
    let code = app.code_at(clinic.app.clock().now());
    let wrong = tab.post("/settings/second-factor", &[("seed", &seed), ("code", "000000")]).await;
    assert_eq!((wrong.status.as_u16(), wrong.field("seed")), (422, seed.clone()));
    let codes = tab.post("/settings/second-factor", &[("seed", &seed), ("code", &code)]).await;
    assert_eq!(codes_on(&codes.body).len(), limits::RECOVERY_CODES);
    app
}

scenarios! {
    /// ATK-34.
    async fn another_passphrase_ends_every_other_login(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let (mut here, mut there) = (clinic.tab_of(sam.id).await?, clinic.tab_of(sam.id).await?);
        let faulty = here.post("/settings/passphrase", &[("passphrase", "Sam Quill Sam Quill"), ("again", "Sam Quill Sam Quill")]).await;
        assert_eq!(faulty.status, 422);
        assert_eq!(there.get("/me/settings").await.status, 200);
        let done = here.post("/settings/passphrase", &[("passphrase", OTHER), ("again", OTHER)]).await;
        assert_eq!(done.location(), "/me/settings?done=passphrase");
        assert_eq!(here.get(done.location()).await.status, 200);
        assert_eq!(there.get("/me/settings").await.status, 303);
        for (passphrase, status) in [(PASSPHRASE, 422), (OTHER, 303)] {
            let fields = [("email", sam.email.as_str()), ("passphrase", passphrase)];
            assert_eq!(clinic.tab().post("/sign-in", &fields).await.status, status);
        }
        Ok(())
    }

    async fn a_member_adds_an_app_and_is_asked_for_its_codes(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let (mut tab, mut there) = (clinic.tab_of(sam.id).await?, clinic.tab_of(sam.id).await?);
        let app = add_app(&clinic, &mut tab).await;
        assert_eq!(there.get("/me/settings").await.status, 303);
        let mut later = clinic.tab();
        let first = later.post("/sign-in", &[("email", &sam.email), ("passphrase", PASSPHRASE)]).await;
        assert_eq!(first.location(), "/sign-in/code");
        clinic.pass(Span::seconds(30));
        let code = app.code_at(clinic.app.clock().now());
        assert_eq!(later.post("/sign-in/code", &[("code", &code)]).await.status, 303);
        Ok(())
    }

    async fn a_member_may_go_without_the_app_if_the_passphrase_can_stand_alone(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let mut tab = clinic.tab_of(sam.id).await?;
        add_app(&clinic, &mut tab).await;
        let short = "mossy kett";
        tab.post("/settings/passphrase", &[("passphrase", short), ("again", short)]).await;
        for passphrase in ["wrong", short] {
            assert_eq!(tab.post("/settings/second-factor/remove", &[("passphrase", passphrase)]).await.status, 422);
        }
        tab.post("/settings/passphrase", &[("passphrase", OTHER), ("again", OTHER)]).await;
        let done = tab.post("/settings/second-factor/remove", &[("passphrase", OTHER)]).await;
        assert_eq!(done.location(), "/me/settings?done=removed");
        let fields = [("email", sam.email.as_str()), ("passphrase", OTHER)];
        assert_eq!(clinic.tab().post("/sign-in", &fields).await.location(), "/");
        assert_eq!(tab.post("/settings/codes", &[]).await.status, 404, "there is nothing left to recover");
        Ok(())
    }

    async fn who_works_here_keeps_their_app(clinic: TestClinic) {
        let mut mara = colleague(&clinic, "Mara").await?;
        let page = mara.tab.get("/settings").await;
        assert!(!page.body.contains("/settings/second-factor/remove"));
        let refused = mara.tab.post("/settings/second-factor/remove", &[("passphrase", PASSPHRASE)]).await;
        assert_eq!(refused.status, 403);
        Ok(())
    }

    async fn new_recovery_codes_make_the_old_ones_worthless(clinic: TestClinic) {
        let mut mara = colleague(&clinic, "Mara").await?;
        let page = mara.tab.post("/settings/codes", &[]).await;
        let fresh = codes_on(&page.body);
        assert_eq!(fresh.len(), limits::RECOVERY_CODES);
        let mut tab = clinic.tab();
        tab.post("/sign-in", &[("email", &mara.email), ("passphrase", PASSPHRASE)]).await;
        assert_eq!(tab.post("/sign-in/code", &[("code", &mara.codes[0])]).await.status, 422);
        assert_eq!(tab.post("/sign-in/code", &[("code", &fresh[0])]).await.status, 303);
        assert!(tab.get("/settings").await.body.contains("9 left"));
        Ok(())
    }

    async fn without_a_fresh_proof_nothing_changes(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let actor = sam.actor(&clinic);
        clinic.pass(Span(limits::STEP_UP.0 + 1));
        let seed = id::random()?;
        let stale = clinic.write(actor, async move |work| set_second_factor(work, seed, "000000").await).await;
        assert_eq!(stale, Err(Error::StepUpNeeded));
        Ok(())
    }

    async fn a_person_sees_and_ends_their_other_logins(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let mut here = clinic.tab();
        here.post("/sign-in", &[("email", &sam.email), ("passphrase", PASSPHRASE), ("own", "yes")]).await;
        let mut there = clinic.tab_of(sam.id).await?;
        let page = here.get("/me/settings").await;
        assert!(page.body.contains("Firefox on Linux") && page.body.contains("Another browser"));
        let other = page.field("login");
        assert_eq!(here.post("/settings/logins/end", &[("login", &other)]).await.location(), "/me/settings?done=login");
        assert_eq!(there.get("/me/settings").await.status, 303);
        assert_eq!(here.post("/settings/logins/end", &[("login", &other)]).await.status, 404);
        assert_eq!(here.post("/settings/logins/end", &[("login", "nonsense")]).await.status, 422);
        assert_eq!(here.post("/settings/logins/end", &[("login", "all")]).await.location(), "/sign-in");
        assert_eq!(here.cookie("login"), None);
        Ok(())
    }

    async fn pages_look_as_the_person_chose(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let mut tab = clinic.tab_of(sam.id).await?;
        assert!(!tab.get("/me/settings").await.body.contains("data-scheme"));
        assert_eq!(tab.post("/settings/look", &[("scheme", "dark")]).await.location(), "/me/settings?done=look");
        assert!(tab.get("/me/settings").await.body.contains("data-scheme=\"dark\""));
        tab.post("/settings/look", &[("scheme", "device")]).await;
        assert!(!tab.get("/me/settings").await.body.contains("data-scheme"));
        Ok(())
    }
}
