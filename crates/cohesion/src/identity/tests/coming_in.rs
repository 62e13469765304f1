//! Invitations: looking changes nothing, one use, one address, seven days.

use super::{PASSPHRASE, behind, colleague, invited, known, somebody, yes};
use crate::access::Standing;
use crate::clock::Span;
use crate::identity::{AccountKind, close_account, invitation_mail, invite};
use crate::testing::{Answer, Tab};
use crate::{Error, limits, scenarios};

async fn join(tab: &mut Tab, link: &str, email: &str) -> Answer {
    tab.post(link, &[("email", email), ("passphrase", PASSPHRASE), ("again", PASSPHRASE)]).await
}

scenarios! {
    async fn an_invited_member_chooses_a_passphrase_and_is_in(clinic: TestClinic) {
        let sam = known(&clinic, "Sam").await?;
        let link = invited(&clinic, sam.id, AccountKind::Member).await?;
        let mut tab = clinic.tab();
        let page = tab.get(&link).await;
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("name=\"code\"") && !page.body.contains(&sam.email) && !page.body.contains("Sam"));
        assert_eq!(join(&mut tab, &link, &sam.email).await.location(), "/");
        assert_eq!(tab.get("/me/settings").await.status, 200);
        let mut later = clinic.tab();
        let fields = [("email", sam.email.as_str()), ("passphrase", PASSPHRASE)];
        assert_eq!(later.post("/sign-in", &fields).await.status, 303);
        Ok(())
    }

    /// ATK-30, ATK-31: a scanner that opens links, or even sends the form as it stands, uses nothing up.
    async fn looking_at_a_link_changes_nothing(clinic: TestClinic) {
        let sam = known(&clinic, "Sam").await?;
        let link = invited(&clinic, sam.id, AccountKind::Member).await?;
        let mut scanner = clinic.tab();
        for _ in 0..3 {
            let page = scanner.get(&link).await;
            assert_eq!(page.status, 200);
            assert!(page.headers.get("set-cookie").is_none());
        }
        assert_eq!(scanner.post(&link, &[]).await.status, 422);
        assert_eq!(join(&mut clinic.tab(), &link, &sam.email).await.location(), "/");
        Ok(())
    }

    async fn a_link_works_once_for_seven_days_and_until_the_next_one(clinic: TestClinic) {
        let sam = known(&clinic, "Sam").await?;
        let first = invited(&clinic, sam.id, AccountKind::Member).await?;
        let second = invited(&clinic, sam.id, AccountKind::Member).await?;
        let absent = format!("/join/{}", "A".repeat(43));
        let nothing = clinic.tab().get(&absent).await;
        assert_eq!(nothing.status, 404);
        assert!(nothing.body.contains("This link is over") && nothing.body.contains("href=\"/sign-in\""), "{}", nothing.body);
        let misspelt = clinic.tab().get("/join/x").await;
        assert_eq!((misspelt.status.as_u16(), &misspelt.body), (404, &nothing.body), "nobody learns what was ever made");
        assert_eq!(clinic.tab().get(&first).await.body, nothing.body, "a withdrawn one reads as absent");
        clinic.pass(limits::INVITATION);
        assert_eq!(join(&mut clinic.tab(), &second, &sam.email).await.status, 303);
        assert_eq!(join(&mut clinic.tab(), &second, &sam.email).await.status, 404);
        assert_eq!(clinic.tab().get(&second).await.body, nothing.body, "so does a used one");
        let third = invited(&clinic, sam.id, AccountKind::Member).await?;
        clinic.pass(Span(limits::INVITATION.0 + 1));
        assert_eq!(clinic.tab().get(&third).await.body, nothing.body, "and one that is over");
        assert_eq!(join(&mut clinic.tab(), &third, &sam.email).await.status, 404);
        Ok(())
    }

    async fn whoever_has_the_link_alone_does_not_get_in(clinic: TestClinic) {
        let sam = known(&clinic, "Sam").await?;
        let link = invited(&clinic, sam.id, AccountKind::Member).await?;
        let other = join(&mut clinic.tab(), &link, "kim@example.org").await;
        assert_eq!((other.status.as_u16(), other.field("email").as_str()), (422, "kim@example.org"));
        assert_eq!(join(&mut clinic.tab(), &link, "SAM@example.org").await.status, 303);
        Ok(())
    }

    async fn a_faulty_form_says_what_to_mend_and_keeps_the_invitation(clinic: TestClinic) {
        let mara = known(&clinic, "Mara").await?;
        let link = invited(&clinic, mara.id, AccountKind::Staff).await?;
        let cases = [
            [("email", mara.email.as_str()), ("passphrase", PASSPHRASE), ("again", "different"), ("code", "000000")],
            [("email", mara.email.as_str()), ("passphrase", "short"), ("again", "short"), ("code", "000000")],
            [("email", mara.email.as_str()), ("passphrase", "passwordpassword"), ("again", "passwordpassword"), ("code", "")],
            [("email", mara.email.as_str()), ("passphrase", "Mara Quill 1234"), ("again", "Mara Quill 1234"), ("code", "")],
            [("email", mara.email.as_str()), ("passphrase", PASSPHRASE), ("again", PASSPHRASE), ("code", "000000")],
        ];
        for fields in cases {
            let answer = clinic.tab().post(&link, &fields).await;
            assert_eq!(answer.status, 422, "{fields:?}");
            assert_eq!(answer.field("email"), mara.email);
            assert!(!answer.body.contains("passwordpassword") && !answer.body.contains(PASSPHRASE));
        }
        assert!(behind(&clinic, &link).await.is_ok());
        Ok(())
    }

    /// ATK-16.
    async fn of_fifty_uses_of_one_invitation_one_wins(clinic: TestClinic) {
        let sam = known(&clinic, "Sam").await?;
        let link = invited(&clinic, sam.id, AccountKind::Member).await?;
        let tries = futures_util::future::join_all((0..50).map(|_| async {
            // The queue of hashes is shorter than fifty: who is told to come back does.
            loop {
                let answer = join(&mut clinic.tab(), &link, &sam.email).await;
                if answer.status != 503 {
                    return answer.status.as_u16();
                }
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
        }));
        let tries = tries.await;
        assert_eq!(tries.iter().filter(|status| **status == 303).count(), 1, "{tries:?}");
        assert_eq!(tries.iter().filter(|status| **status == 404).count(), 49, "{tries:?}");
        Ok(())
    }

    async fn somebody_invited_anew_begins_anew_and_is_out_everywhere_else(clinic: TestClinic) {
        let mut mara = colleague(&clinic, "Mara").await?;
        assert_eq!(mara.tab.get("/settings").await.status, 200);
        let link = invited(&clinic, mara.id, AccountKind::Staff).await?;
        assert_eq!(mara.tab.get("/settings").await.status, 200, "not before the link is taken up");
        let (_, app) = behind(&clinic, &link).await?;
        let code = app.code_at(clinic.app.clock().now());
        let other = "seven slow badgers hum";
        let fields = [("email", mara.email.as_str()), ("passphrase", other), ("again", other), ("code", &code)];
        let mut tab = clinic.tab();
        assert_eq!(tab.post(&link, &fields).await.status, 200);
        assert_eq!(tab.get("/settings").await.status, 200);
        assert_eq!(mara.tab.get("/settings").await.status, 303);
        let old = clinic.tab().post("/sign-in", &[("email", mara.email.as_str()), ("passphrase", PASSPHRASE)]).await;
        assert_eq!(old.status, 422);
        Ok(())
    }

    async fn an_address_serves_one_account(clinic: TestClinic) {
        somebody(&clinic, "Sam", AccountKind::Member).await?;
        let twin = known(&clinic, "Sam").await?.id;
        let inviting = clinic.write(clinic.system(), async move |work| {
            let grant = yes(work, twin)?;
            invite(work, &grant, twin, AccountKind::Member).await
        });
        assert_eq!(inviting.await, Err(Error::Conflict("identity-conflict-address")));
        Ok(())
    }

    /// ATK-43: an invitation does not outlive the work of the person it was for.
    async fn closing_an_account_withdraws_its_invitation(clinic: TestClinic) {
        let mara = colleague(&clinic, "Mara").await?;
        let link = invited(&clinic, mara.id, AccountKind::Staff).await?;
        let id = mara.id;
        clinic.write(clinic.system(), async move |work| close_account(work, Standing::NONE, id).await).await?;
        assert_eq!(clinic.tab().get(&link).await.status, 404);
        Ok(())
    }

    async fn the_letter_is_written_only_while_the_link_works(clinic: TestClinic) {
        let sam = known(&clinic, "Sam").await?.id;
        let id = clinic.write(clinic.system(), async move |work| {
            let grant = yes(work, sam)?;
            invite(work, &grant, sam, AccountKind::Member).await
        });
        let id = id.await?;
        let letter = async |id: crate::identity::InvitationId| {
            clinic.write(clinic.system(), async move |work| invitation_mail(work, id.0).await).await
        };
        let (one, two) = (letter(id).await?.expect("a letter"), letter(id).await?.expect("the same letter"));
        assert_eq!((&one.path, one.to.as_str()), (&two.path, "sam@example.org"));
        assert_eq!(one.until, crate::testing::START + limits::INVITATION);
        let by_a_person = clinic.write(clinic.signed_in(sam), async move |work| invitation_mail(work, id.0).await);
        assert!(matches!(by_a_person.await, Err(Error::NotFound)), "only the program writes letters");
        join(&mut clinic.tab(), &one.path, "sam@example.org").await;
        assert!(letter(id).await?.is_none());
        Ok(())
    }
}
