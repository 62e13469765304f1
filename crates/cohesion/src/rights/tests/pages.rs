//! The pages: what they show, and a form that needs mending with what was typed.

use super::super::On;
use super::{House, erased};
use crate::identity::AccountKind;
use crate::scenarios;
use crate::testing::who;

scenarios! {
    async fn a_member_reads_what_is_kept_and_asks_for_a_correction(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.member(&clinic, "Sam", &[house.therapy]).await?;
        let mut phone = clinic.tab_for(sam, AccountKind::Member).await?;
        let page = phone.get("/me/data").await;
        assert!(page.body.contains("10 years") && page.body.contains("/me/data/copy.json"), "{}", page.body);
        let group = house.therapy.to_string();
        let again = phone.post("/me/data/corrections", &[("group", &group), ("words", " ")]).await;
        assert_eq!(again.status, 422);
        let elsewhere = phone.post("/me/data/corrections", &[("group", "nowhere"), ("words", "It was in May")]).await;
        assert!(elsewhere.status == 422 && elsewhere.body.contains("It was in May"), "nothing typed is lost");
        let asked = phone.post("/me/data/corrections", &[("group", &group), ("words", "It was in May")]).await;
        assert_eq!(asked.location(), "/me/data?done=asked");
        let mut desk = clinic.desk(house.mara).await?;
        let kept = desk.get(&format!("/care/people/{}/kept", who(sam))).await;
assert!(kept.status == 200 && kept.body.contains("It was in May"), "{}", kept.status);
        Ok(())
    }

    async fn erasing_is_shown_before_it_is_done_and_says_what_happened(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let pat = house.member(&clinic, "Pat", &[house.support]).await?;
        let mut phone = clinic.tab_for(pat, AccountKind::Member).await?;
        let plan = phone.get("/me/data/erase").await;
        assert!(plan.body.contains("All of it goes at once"), "{}", plan.body);
        let unsure = phone.post("/me/data/erase", &[]).await;
        assert_eq!(unsure.status, 422);
        assert_eq!(phone.get("/me/data").await.status, 200, "nothing has happened");
        let done = phone.post("/me/data/erase", &[("sure", "yes")]).await;
        assert!(done.status == 200 && done.body.contains("It is done"), "{}", done.body);
        assert_eq!(phone.cookie("login").unwrap_or_default(), "");
        Ok(())
    }

    async fn a_hold_is_said_to_whoever_wants_to_erase(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.member(&clinic, "Sam", &[house.therapy]).await?;
        house.hold(&clinic, On::Person(who(sam))).await?;
        let mut phone = clinic.tab_for(sam, AccountKind::Member).await?;
        let page = phone.get("/me/data/erase").await;
        assert!(page.body.contains("on legal hold") && !page.body.contains("Court of Dublin"), "{}", page.body);
        let refused = phone.post("/me/data/erase", &[("sure", "yes")]).await;
        assert!(refused.status == 409 && refused.body.contains("on legal hold"));
        Ok(())
    }

    async fn a_group_is_put_on_hold_and_off_again(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let mut desk = clinic.desk(house.mara).await?;
        let path = format!("/care/groups/{}/hold", house.therapy);
        assert_eq!(desk.post(&path, &[("words", "")]).await.status, 422);
        assert_eq!(desk.post(&path, &[("words", "Court of Dublin")]).await.location(), path);
        assert!(desk.get(&path).await.body.contains("Court of Dublin"));
        let twice = desk.post(&path, &[("words", "Another court")]).await;
        assert!(twice.status == 409, "{}", twice.status);
        assert_eq!(desk.post(&path, &[("do", "lift")]).await.location(), path);
        assert_eq!(desk.post(&path, &[("do", "lift")]).await.status, 409);
        assert_eq!(desk.get(&format!("/care/groups/{}/hold", house.support)).await.status, 404);
        Ok(())
    }

    async fn whoever_looks_after_the_site_reads_counts_and_no_name(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let pat = house.member(&clinic, "Patricia", &[house.support]).await?;
        erased(&clinic, who(pat)).await?;
        let ada = clinic.administrator().await?;
        let mut desk = clinic.desk(ada).await?;
        let page = desk.get("/admin/retention").await;
        assert!(page.status == 200 && page.body.contains("Nothing is due"), "{}", page.body);
        assert!(desk.get("/admin/keys").await.body.contains("/admin/retention"), "a link leads there");
        Ok(())
    }
}
