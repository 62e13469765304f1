//! How often somebody may miss, and that nobody can be locked out by strangers.

use super::{PASSPHRASE, somebody};
use crate::clock::Span;
use crate::identity::AccountKind;
use crate::testing::{Answer, Tab};
use crate::{limits, scenarios};

async fn miss(tab: &mut Tab, email: &str) -> Answer {
    tab.post("/sign-in", &[("email", email), ("passphrase", "wrong")]).await
}

async fn hit(tab: &mut Tab, email: &str) -> Answer {
    tab.post("/sign-in", &[("email", email), ("passphrase", PASSPHRASE), ("own", "yes")]).await
}

scenarios! {
    /// ATK-41: what a client writes into a header changes nothing.
    async fn after_five_misses_in_a_minute_an_address_waits_whatever_its_headers_say(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        for at in 0..limits::MISSES_A_MINUTE_MAX {
            let mut tab = clinic.tab().at([203, 0, 113, 7]).saying("x-forwarded-for", &format!("192.0.2.{at}"));
            assert_eq!(miss(&mut tab, &format!("nobody{at}@example.org")).await.status, 422);
        }
        let mut tab = clinic.tab().at([203, 0, 113, 7]).saying("x-forwarded-for", "192.0.2.99");
        let waits = hit(&mut tab, &sam.email).await;
        assert_eq!(waits.status, 429);
        assert_eq!(waits.field("email"), sam.email);
        let after_s: i64 = waits.headers["retry-after"].to_str().ok().and_then(|s| s.parse().ok()).unwrap_or_default();
        assert!((1..=61).contains(&after_s), "{after_s}");
        assert_eq!(hit(&mut clinic.tab().at([203, 0, 113, 8]), &sam.email).await.status, 303, "others go on");
        clinic.pass(Span::minutes(1));
        assert_eq!(hit(&mut tab, &sam.email).await.status, 303);
        Ok(())
    }

    async fn a_whole_group_may_sign_in_from_one_address(clinic: TestClinic) {
        for at in 0..12 {
            let member = somebody(&clinic, &format!("Member{at}"), AccountKind::Member).await?;
            assert_eq!(hit(&mut clinic.tab().at([203, 0, 113, 7]), &member.email).await.status, 303, "{at}");
        }
        Ok(())
    }

    async fn misses_on_one_account_wait_longer_and_longer_from_wherever_they_come(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        for email in [sam.email.as_str(), "nobody@example.org"] {
            for _ in 0..limits::MISSES_FREE {
                assert_eq!(miss(&mut clinic.tab(), email).await.status, 422);
            }
            for pause_s in [5, 10, 20, 40, 80, 160, 320, 640, 900, 900] {
                clinic.pass(Span::seconds(pause_s - 1));
                let early = miss(&mut clinic.tab(), email).await;
                assert_eq!((early.status.as_u16(), early.headers["retry-after"].to_str().unwrap_or_default()), (429, "2"));
                clinic.pass(Span::seconds(1));
                assert_eq!(miss(&mut clinic.tab(), email).await.status, 422, "{email} {pause_s}");
            }
        }
        clinic.pass(limits::MISS_PAUSE_MAX);
        assert_eq!(hit(&mut clinic.tab(), &sam.email).await.status, 303, "never locked out");
        assert_eq!(miss(&mut clinic.tab(), &sam.email).await.status, 422, "and a right one begins anew");
        Ok(())
    }

    /// ATK-40: strangers who miss on purpose do not keep the person out of the browser they use.
    async fn a_browser_that_signed_in_before_is_not_made_to_wait_by_strangers(clinic: TestClinic) {
        let (sam, kim) = (somebody(&clinic, "Sam", AccountKind::Member).await?, somebody(&clinic, "Kim", AccountKind::Member).await?);
        let (mut own, mut kims) = (clinic.tab(), clinic.tab());
        assert_eq!(hit(&mut own, &sam.email).await.status, 303);
        assert_eq!(hit(&mut kims, &kim.email).await.status, 303);
        for _ in 0..20 {
            miss(&mut clinic.tab(), &sam.email).await;
        }
        assert_eq!(hit(&mut clinic.tab(), &sam.email).await.status, 429);
        assert_eq!(hit(&mut kims, &sam.email).await.status, 429, "another person's browser is a stranger's");
        assert_eq!(hit(&mut own, &sam.email).await.status, 303);
        for _ in 0..limits::MISSES_FREE {
            assert_eq!(miss(&mut own, &sam.email).await.status, 422);
            clinic.pass(Span::seconds(13));
        }
        clinic.pass(Span::seconds(-13));
        assert_eq!(hit(&mut own, &sam.email).await.status, 429, "and it has a count of its own");
        Ok(())
    }

    async fn a_shared_device_is_not_remembered(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let mut tab = clinic.tab();
        tab.post("/sign-in", &[("email", &sam.email), ("passphrase", PASSPHRASE)]).await;
        assert!(tab.cookie("login").is_some());
        assert_eq!(tab.cookie("known"), None);
        Ok(())
    }

    async fn a_clock_that_jumps_back_makes_nobody_wait_for_it(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        for _ in 0..10 {
            miss(&mut clinic.tab(), &sam.email).await;
        }
        clinic.pass(Span::days(-1));
        assert_eq!(hit(&mut clinic.tab(), &sam.email).await.status, 303);
        Ok(())
    }

    async fn proofs_in_one_login_are_counted_too(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let mut tab = clinic.tab_of(sam.id).await?;
        for _ in 0..limits::MISSES_FREE {
            assert_eq!(tab.post("/sign-in/again", &[("passphrase", "wrong")]).await.status, 422);
        }
        assert_eq!(tab.post("/sign-in/again", &[("passphrase", PASSPHRASE)]).await.status, 429);
        clinic.pass(Span::seconds(5));
        assert_eq!(tab.post("/sign-in/again", &[("passphrase", PASSPHRASE)]).await.status, 303);
        Ok(())
    }
}
