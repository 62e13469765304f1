//! The pages: what each shows to whom, and that nothing typed is lost.

use super::Evening;
use crate::groups::{Charter, cancel_session};
use crate::identity::AccountKind;
use crate::scenarios;
use crate::testing::who;

scenarios! {
    async fn a_session_that_lies_ahead_says_so_and_leads_to_where_it_is_opened(clinic: TestClinic) {
        let evening = Evening::planned(&clinic, Charter::therapy(), "CBT").await?;
        let (id, at) = (evening.session.id, format!("/care/sessions/{}", evening.session.id));
        let mut tab = clinic.tab_for(evening.leader, AccountKind::Staff).await?;
        let room = tab.get(&format!("{at}/room")).await;
        assert!(room.body.contains("Open it first") && room.body.contains("Prepare small groups"), "{}", room.body);
        clinic.write(evening.leader, async move |work| cancel_session(work, id).await).await?;
        let off = tab.get(&format!("{at}/room")).await;
        assert!(off.body.contains("How the group meets") && !off.body.contains("Prepare small groups"), "{}", off.body);
        Ok(())
    }

    async fn how_a_group_meets_is_kept_with_an_answer(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        let path = format!("/care/groups/{}/room", evening.group);
        let mut tab = clinic.tab_for(evening.leader, AccountKind::Staff).await?;
        let before = tab.get(&path).await;
        assert!(before.body.contains("own page says: Room 2") && !before.body.contains("Kept "), "{}", before.body);
        let sent = [("meets", "in-person"), ("policy", "each"), ("late", "30")];
        assert_eq!(tab.post(&path, &sent).await.location(), path);
        let after = tab.get(&path).await;
        assert!(after.body.contains("Kept "), "{}", after.body);
        Ok(())
    }

    async fn a_phone_shows_nobody_before_its_owner_has_come(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?.gathered(&clinic).await?;
        evening.begin(&clinic).await?;
        let path = format!("/me/sessions/{}/meeting", evening.session.id);
        let mut phone = clinic.tab_for(evening.gil, AccountKind::Member).await?;
        phone.post(&path, &[("do", "leave")]).await;
        let outside = phone.get(&path).await;
        assert!(outside.body.contains("show you as Gil") && outside.body.contains("nothing is kept of who was here"));
        assert!(!outside.body.contains("Robin") && !outside.body.contains("Fern"), "{}", outside.body);
        assert_eq!(phone.post(&path, &[("do", "come")]).await.location(), path);
        let inside = phone.get(&path).await;
        for shown in ["Robin has the turn.", "Fern is next.", "I would like to say something", "I need a moment", "/help", "time-left", "How we treat each other"] {
            assert!(inside.body.contains(shown), "{shown} in {}", inside.body);
        }
        assert!(!inside.body.contains("Example"), "no name but the chosen one");
        Ok(())
    }

    async fn ones_own_turn_and_the_one_before_it_are_said(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?.gathered(&clinic).await?;
        evening.begin(&clinic).await?;
        let path = format!("/me/sessions/{}/meeting", evening.session.id);
        let mut robin = clinic.tab_for(evening.robin, AccountKind::Member).await?;
        let mut fern = clinic.tab_for(evening.fern, AccountKind::Member).await?;
        assert!(robin.get(&path).await.body.contains("data-say=\"It is your turn.\""));
        assert!(fern.get(&path).await.body.contains("data-say=\"You are next.\""));
        robin.post(&path, &[("do", "finish")]).await;
        assert!(fern.get(&path).await.body.contains("data-say=\"It is your turn.\""));
        let gone = robin.post(&path, &[("do", "finish")]).await;
        assert!(gone.status == 409 && gone.body.contains("The turn has passed on already."), "{}", gone.body);
        let unknown = robin.post(&path, &[("do", "shout")]).await;
        assert!(unknown.status == 422 && unknown.body.contains("Choose one of the buttons"));
        Ok(())
    }

    async fn a_desk_leads_from_the_first_round_to_the_board(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        let path = format!("/care/sessions/{}/floor", evening.session.id);
        let mut desk = clinic.desk(evening.leader).await?;
        let empty = desk.get(&path).await;
        assert!(empty.body.contains("Nobody has come yet.") && empty.body.contains("3 people are not here"), "{}", empty.body);
        for member in [evening.robin, evening.fern] {
            assert_eq!(desk.post(&path, &[("do", "bring"), ("member", &who(member).to_string())]).await.status, 303);
        }
        let round = [("do", "begin"), ("purpose", "sharing"), ("order", "seats"), ("length", "2"), ("timer", "everybody")];
        assert_eq!(desk.post(&path, &round).await.status, 303);
        let shown = desk.get(&path).await.body;
        assert!(shown.contains("Sharing round") && shown.contains("Robin has the turn.") && shown.contains("Give the turn to Fern"), "{shown}");
        assert_eq!(desk.post(&format!("{path}/board"), &[("do", "put-up")]).await.status, 303);
        assert!(desk.get(&path).await.body.contains("href=\"/board/"));
        let bad = [("do", "begin"), ("purpose", "closing"), ("order", "seats"), ("length", "7"), ("timer", "everybody")];
        let answer = desk.post(&path, &bad).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("value=\"closing\" checked") || answer.body.contains("checked"), "what was chosen stands");
        let unknown = desk.post(&format!("{path}/board"), &[("do", "hang")]).await;
        assert!(unknown.status == 422 && unknown.body.contains("Choose one of the buttons"));
        Ok(())
    }

    async fn a_topic_that_is_too_long_is_shown_again(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        let path = format!("/care/sessions/{}/floor", evening.session.id);
        let mut desk = clinic.desk(evening.leader).await?;
        let long = "chair ".repeat(60);
        let answer = desk.post(&format!("{path}/topic"), &[("topic", &long), ("listed", "")]).await;
        assert!(answer.status == 422 && answer.body.contains("chair chair"), "{}", answer.body);
        assert_eq!(desk.post(&format!("{path}/topic"), &[("topic", ""), ("listed", "")]).await.status, 422);
        let taken = desk.post(&format!("{path}/topic"), &[("topic", ""), ("listed", "Sleep and nights")]).await;
        assert_eq!(taken.location(), path);
        assert!(desk.get(&path).await.body.contains("Tonight: Sleep and nights"));
        Ok(())
    }

    async fn readings_that_somebody_else_changed_are_not_lost(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        let path = format!("/care/groups/{}/readings", evening.group);
        let mut desk = clinic.desk(evening.leader).await?;
        let texts = |help| [("seen", "0"), ("principles", "We come as we are."), ("guidelines", "One at a time."), ("help", help)];
        assert_eq!(desk.post(&path, &texts("Ring the bell.")).await.location(), path);
        assert!(desk.get(&path).await.body.contains("Ring the bell."));
        let stale = desk.post(&path, &texts("Knock twice.")).await;
        assert!(stale.status == 409 && stale.body.contains("Knock twice."), "{}", stale.body);
        let empty = desk.post(&path, &texts("")).await;
        assert!(empty.status == 422 && empty.body.contains("We come as we are."));
        Ok(())
    }

    async fn a_meeting_is_found_from_the_group_and_from_its_date_while_it_is_open(clinic: TestClinic) {
        let evening = Evening::planned(&clinic, Charter::support(), "").await?;
        let (id, path) = (evening.session.id, format!("/me/sessions/{}/meeting", evening.session.id));
        let mut phone = clinic.tab_for(evening.robin, AccountKind::Member).await?;
        assert!(phone.get(&path).await.body.contains("The meeting has not begun yet."));
        assert!(!phone.get(&format!("/me/sessions/{id}")).await.body.contains(&path));
        clinic.write(evening.leader, async move |work| crate::sessions::open(work, id).await).await?;
        assert!(phone.get(&format!("/me/sessions/{id}")).await.body.contains(&path));
        evening.close(&clinic).await?;
        let mut phone = clinic.tab_of(who(evening.robin)).await?;
        assert!(phone.get(&path).await.body.contains("This meeting is over"));
        Ok(())
    }
}
