//! The pages: a post goes its way on three of them, and nothing that was typed is lost.

use super::*;
use crate::identity::AccountKind;
use crate::scenarios;
use crate::sharing::{matters, settle};

scenarios! {
    async fn a_post_is_written_told_of_and_taken_out_over_the_pages(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let mut phone = clinic.tab_for(ring.sam, AccountKind::Member).await?;
        let mut other = clinic.tab_for(ring.jo, AccountKind::Member).await?;
        let mut desk = clinic.desk(ring.finn).await?;
        let (list, thread) = (format!("/me/groups/{}/threads", ring.group), format!("/me/threads/{}", ring.thread));
        assert!(phone.get(&list).await.body.contains("Evenings"));
        let page = phone.get(&thread).await;
        assert!(page.body.contains("Nothing has been written here yet.") && page.body.contains("is erased on"), "{}", page.body);
        let fields = [("kind", "ask"), ("audience", "named"), ("text", "How do you get through <Sundays>?"), ("note", "loneliness")];
        let sent = phone.post(&thread, &fields).await;
        assert_eq!(sent.status, 303);
        let id = sent.location().rsplit("#post-").next().unwrap_or_default().to_owned();
        let read = other.get(&thread).await;
        assert!(read.body.contains("How do you get through &lt;Sundays&gt;?") && read.body.contains("Before you read: loneliness."), "{}", read.body);
        assert_eq!(other.post(&format!("/me/posts/{id}/word"), &[("word", "me-too")]).await.status, 303);
        assert_eq!(other.post(&format!("/me/posts/{id}/word"), &[]).await.status, 422);
        assert!(phone.get(&thread).await.body.contains("Words that were sent: Me too."));
        let advice = [("kind", "helped"), ("audience", "named"), ("text", "A walk at ten.")];
        assert_eq!(other.post(&format!("/me/posts/{id}/answer"), &advice).await.status, 303);
        assert_eq!(other.post(&format!("/me/posts/{id}/report"), &[("words", "Is it kind?")]).await.status, 422);
        let report = other.post(&format!("/me/posts/{id}/report"), &[("reason", "privacy"), ("words", "Is it kind?")]).await;
        assert!(other.get(report.location()).await.body.contains("have been told"));
        let queue = desk.get(&format!("/care/groups/{}/moderation", ring.group)).await;
        assert!(queue.body.contains("Sam") && queue.body.contains("within a day, soon"), "{}", queue.body);
        let group = ring.group;
        let matter = clinic.read(ring.finn, async move |work| matters(work, group).await).await?.readable[0].id;
        let page = desk.get(&format!("/care/matters/{matter}")).await;
        assert!(page.body.contains("Is it kind?") && !page.body.contains("Jo"), "nobody learns who told: {}", page.body);
        let matter = format!("/care/matters/{matter}");
        assert_eq!(desk.post(&matter, &[]).await.status, 422);
        assert_eq!(desk.post(&matter, &[("do", "take-out"), ("reason", "privacy")]).await.status, 422);
        assert_eq!(desk.post(&matter, &[("do", "take-out"), ("reason", "privacy"), ("words", "Leave the name out.")]).await.status, 303);
        assert_eq!(desk.post(&matter, &[("do", "stands")]).await.status, 409);
        assert!(other.get(&thread).await.body.contains("Whoever moderates took it out."));
        let own = phone.get(&format!("/me/posts/{id}")).await;
        assert!(own.body.contains("Leave the name out.") && own.body.contains("Ask for another look"), "{}", own.body);
        assert_eq!(phone.post(&format!("/me/posts/{id}/appeal"), &[("words", "I left it out.")]).await.status, 303);
        assert_eq!(phone.post(&format!("/me/posts/{id}/appeal"), &[("words", "Twice.")]).await.status, 409);
        Ok(())
    }

    async fn what_cannot_be_sent_is_shown_again_with_every_word(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let mut phone = clinic.tab_for(ring.sam, AccountKind::Member).await?;
        let thread = format!("/me/threads/{}", ring.thread);
        let long = format!("{}the end", "word ".repeat(2_000));
        for text in [long.as_str(), "Hello \u{202e}olleh", "Fi\u{200b}nn"] {
            let again = phone.post(&thread, &[("kind", "give"), ("audience", "named"), ("text", text)]).await;
            assert_eq!(again.status, 422, "{}", text.escape_unicode());
            assert!(again.body.contains(text), "nothing is lost: {}", text.escape_unicode());
        }
        assert!(phone.post(&thread, &[("kind", "give"), ("audience", "named"), ("text", &long)]).await.body.contains("longer than 4,000 characters"));
        let found = phone.post(&thread, &[("kind", "give"), ("audience", "named"), ("text", "I take 50 mg now")]).await;
        assert_eq!(found.status, 422);
        assert!(found.body.contains("50 mg") && found.body.contains("Send it as it is") && found.body.contains("I take 50 mg now"), "{}", found.body);
        assert!(found.body.contains("class=\"errors\"") && found.body.contains("href=\"#text\""), "the page opens where it says why: {}", found.body);
        let sent = phone.post(&thread, &[("kind", "give"), ("audience", "named"), ("text", "I take 50 mg now"), ("do", "as-it-is")]).await;
        assert_eq!(sent.status, 303);
        assert!(phone.get(sent.location()).await.body.contains("Whoever moderates reads this first."));
        let (group, closed) = (ring.group, Space { is_open: false, ..OPEN });
        clinic.write(ring.finn, async move |work| settle(work, group, &closed).await).await?;
        let late = phone.post(&thread, &[("kind", "give"), ("audience", "named"), ("text", "One more thing")]).await;
        assert_eq!(late.status, 409);
        assert!(late.body.contains("One more thing") && late.body.contains("This is closed now."), "{}", late.body);
        Ok(())
    }

    async fn words_of_danger_lead_to_the_help_page(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let mut phone = clinic.tab_for(ring.sam, AccountKind::Member).await?;
        let fields = [("kind", "listen"), ("audience", "nameless"), ("text", "I want to die")];
        let sent = phone.post(&format!("/me/threads/{}", ring.thread), &fields).await;
        assert!(sent.location().starts_with("/me/alerts/"), "{}", sent.location());
        assert_eq!(phone.get(sent.location()).await.status, 200);
        let mut desk = clinic.desk(ring.finn).await?;
        let risk = desk.get("/care/risk").await;
        assert!(risk.body.contains("They wrote to their group between meetings:") && risk.body.contains("I want to die"), "{}", risk.body);
        Ok(())
    }

    async fn a_search_leaves_nothing_in_an_address(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        ring.post(&clinic, ring.jo, "The garden was his.").await?;
        let mut phone = clinic.tab_for(ring.sam, AccountKind::Member).await?;
        let here = format!("/me/threads/{}", ring.thread);
        let found = phone.post(&format!("{here}/find"), &[("find", "garden")]).await;
        assert!(found.status == 200 && found.body.contains("The garden was his."), "{}", found.body);
        assert!(!found.body.contains("find=") && found.body.contains("autocomplete=\"off\""));
        assert_eq!(phone.post(&format!("{here}/find"), &[("find", "g")]).await.status, 422);
        Ok(())
    }

    async fn whoever_leads_arranges_the_threads_and_opens_one(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let mut desk = clinic.desk(ring.finn).await?;
        let base = format!("/care/groups/{}/threads", ring.group);
        let settings = format!("{base}/settings");
        assert!(desk.get(&base).await.body.contains("Those who take part can open threads and write"));
        let kept = [("space", "open"), ("reading", "first"), ("slow", "15"), ("quiet-from", "22:00"), ("quiet-until", "7:00")];
        assert_eq!(desk.post(&settings, &kept).await.status, 303);
        assert!(desk.get(&settings).await.body.contains("value=\"22:00\""));
        for bad in [
            vec![("space", "open"), ("reading", "first"), ("slow", "2000")],
            vec![("space", "ajar"), ("reading", "first"), ("slow", "0")],
            vec![("space", "open"), ("reading", "first"), ("slow", "0"), ("quiet-from", "22:00")],
            vec![("space", "open"), ("reading", "first"), ("slow", "0"), ("quiet-from", "22:00"), ("quiet-until", "22:00")],
        ] {
            assert_eq!(desk.post(&settings, &bad).await.status, 422, "{bad:?}");
        }
        assert_eq!(desk.post(&base, &[("title", "Before the holidays")]).await.status, 303);
        assert_eq!(desk.post(&base, &[("title", "")]).await.status, 422);
        let wrong = [("title", "Past"), ("until-day", "1"), ("until-month", "1"), ("until-year", "2026"), ("until-time", "10:00")];
        let again = desk.post(&base, &wrong).await;
        assert!(again.status == 422 && again.body.contains("value=\"Past\""), "{}", again.body);
        let close = format!("/care/threads/{}/close", ring.thread);
        assert_eq!(desk.post(&close, &[]).await.status, 303);
        Ok(())
    }

    async fn contacts_are_exchanged_over_the_pages(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "Sundays are long.").await?;
        let mut jo = clinic.tab_for(ring.jo, AccountKind::Member).await?;
        let mut sam = clinic.tab_for(ring.sam, AccountKind::Member).await?;
        let contacts = format!("/me/groups/{}/contacts", ring.group);
        assert!(jo.get(&contacts).await.body.contains("You have asked nobody"));
        assert_eq!(jo.post(&format!("/me/posts/{id}/contact"), &[("way", "")]).await.status, 422);
        assert_eq!(jo.post(&format!("/me/posts/{id}/contact"), &[("way", "jo@example.org")]).await.status, 303);
        let asked = sam.get(&contacts).await;
        assert!(asked.body.contains("Jo asks whether") && !asked.body.contains("jo@example.org"), "{}", asked.body);
        let action = asked.body.split("action=\"/me/contacts/").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned();
        let action_path = format!("/me/contacts/{action}");
        let field = format!("way-{action}");
        assert_eq!(sam.post(&action_path, &[(field.as_str(), "")]).await.status, 422);
        assert_eq!(sam.post(&action_path, &[(field.as_str(), "01 555 0100")]).await.status, 303);
        assert!(sam.get(&contacts).await.body.contains("jo@example.org") && jo.get(&contacts).await.body.contains("01 555 0100"));
        assert_eq!(jo.post(&action_path, &[("do", "end")]).await.status, 303);
        assert!(!sam.get(&contacts).await.body.contains("jo@example.org"));
        Ok(())
    }

    async fn an_open_page_renews_itself_with_its_readers_rights(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let mut jo = clinic.tab_for(ring.jo, AccountKind::Member).await?;
        ring.write(&clinic, ring.sam, Writing { audience: Audience::Leaders, ..saying("For you alone.") }).await?;
        ring.post(&clinic, ring.sam, "Sundays are long.").await?;
        let live = jo.get(&format!("/live/thread.{}", ring.thread)).await;
        assert!(live.body.contains("Sundays are long.") && !live.body.contains("For you alone."), "{}", live.body);
        let mut desk = clinic.desk(ring.finn).await?;
        let live = desk.get(&format!("/live/thread.{}", ring.thread)).await;
        assert!(live.body.contains("For you alone.") && live.body.contains("/care/posts/"), "{}", live.body);
        Ok(())
    }
}
