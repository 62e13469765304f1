//! Where a member takes part from, once they have a seat; and what follows where nobody is licensed there.

use super::super::{Cover, say_where};
use super::{asking, joining, led_group, member_of, now, outcome, own_steps, seated};
use crate::access::Actor;
use crate::enrolment::{Enquirer, Enquiry, Outcome, Screening, Stage, Suitability, enquire, screen};
use crate::groups::{Charter, Format, GroupState, advance};
use crate::identity::AccountKind;
use crate::notices::{Kind, notices};
use crate::testing::staff::profile;
use crate::testing::{TestClinic, who};
use crate::{Result, scenarios};

async fn told(clinic: &TestClinic, actor: Actor) -> Result<usize> {
    let fresh = clinic.signed_in(who(actor));
    let told = clinic.read(fresh, async |work| notices(work).await).await?;
    Ok(told.into_iter().filter(|notice| notice.kind == Kind::PlaceNotCovered).count())
}

scenarios! {
    async fn a_member_changes_where_they_are_on_their_groups_page(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = seated(&clinic, mara, group, "Sam").await?;
        let mut tab = clinic.tab_for(member_of(&clinic, id).await?, AccountKind::Member).await?;
        let place = format!("/me/joining/{id}/place");
        let mine = tab.get("/me/group").await.body;
        assert!(mine.contains("You take part from Ireland.") && mine.contains(&place), "{mine}");
        assert!(mine.contains("/me/safety-plan"));
        let form = tab.get(&place).await.body;
        assert!(form.contains("If nobody who leads your group is licensed there"), "{form}");
        let nowhere = tab.post(&place, &[("country", "US"), ("region", "")]).await;
        assert_eq!((nowhere.status.as_u16(), told(&clinic, mara).await?), (422, 0));
        assert_eq!(tab.post(&place, &[("country", "US"), ("region", "or")]).await.location(), "/me/group");
        let mine = tab.get("/me/group").await.body;
        for there in ["You take part from Oregon", "Nobody who leads this group is licensed in Oregon", "They have been told"] {
            assert!(mine.contains(there), "{there}");
        }
        assert_eq!(told(&clinic, mara).await?, 1);
        assert_eq!(now(&clinic, id).await?.stage, Stage::Seated);
        tab.post(&place, &[("country", "IE"), ("region", "")]).await;
        assert!(!tab.get("/me/group").await.body.contains("licensed in"));
        Ok(())
    }

    async fn what_a_member_is_told_of_an_uncovered_place_is_true(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = seated(&clinic, mara, group, "Sam").await?;
        let sam = member_of(&clinic, id).await?;
        let oregon = "US-OR".parse()?;
        clinic.write(sam, async move |work| say_where(work, id, &oregon).await).await?;
        assert_eq!(joining(&clinic, id).await?.cover, Cover::Missing);
        let meets = clinic.write(mara, async move |work| advance(work, group, GroupState::Running).await).await;
        assert!(matches!(meets, Err(crate::Error::Blocked(_))), "no session begins: {meets:?}");
        Ok(())
    }

    async fn a_support_group_asks_for_no_licence_wherever_its_members_are(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = clinic.group(mara, Charter::support(), Format::Open, 8).await?;
        let (enquirer, enquiry) = (Enquirer::New(profile("Sam")), Enquiry { clinical: None, ..asking() });
        let id = clinic.write(mara, async move |work| enquire(work, group, &enquirer, &enquiry).await).await?;
        let learned = Screening::Suitability(Suitability { knows_it_is_not_treatment: true, ..Suitability::default() });
        clinic.write(mara, async move |work| screen(work, id, &learned).await).await?;
        outcome(&clinic, mara, id, Outcome::Accept).await?;
        own_steps(&clinic, id, "Sam").await?;
        let sam = member_of(&clinic, id).await?;
        let oregon = "US-OR".parse()?;
        clinic.write(sam, async move |work| say_where(work, id, &oregon).await).await?;
        assert_eq!((joining(&clinic, id).await?.cover, told(&clinic, mara).await?), (Cover::NotAsked, 0));
        Ok(())
    }
}
