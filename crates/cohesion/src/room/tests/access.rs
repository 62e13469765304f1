//! Who takes part, who leads, and that everybody else finds nothing.

use ::floor::Request;

use super::super::{Press, desk, make_board, readings, seat_of, take_board_down};
use super::Evening;
use crate::groups::{Charter, LeaderRole, appoint, give_up_seat, may_run, seat_of as seat_in};
use crate::practice::Role;
use crate::testing::who;
use crate::{Error, scenarios};

scenarios! {
    async fn only_those_who_sit_in_the_group_take_part(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        let (group, leader) = (evening.group, evening.leader);
        let vera = clinic.colleague("Vera", &[Role::Supervisor]).await?;
        clinic.write(leader, async move |work| appoint(work, group, who(vera), LeaderRole::Supervisor).await).await?;
        let sofia = clinic.colleague("Sofia", &[Role::Scheduler]).await?;
        for other in [leader, vera, sofia, clinic.somebody("Lee").await?, clinic.administrator().await?] {
            assert_eq!(evening.press(&clinic, other, Press::Come).await, Err(Error::NotFound));
            assert!(matches!(evening.seen_by(&clinic, other).await, Err(Error::NotFound)));
        }
        evening.press(&clinic, evening.robin, Press::Come).await
    }

    async fn only_those_who_lead_lead(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?.gathered(&clinic).await?;
        let (group, id) = (evening.group, evening.session.id);
        let vera = clinic.colleague("Vera", &[Role::Supervisor]).await?;
        clinic.write(evening.leader, async move |work| appoint(work, group, who(vera), LeaderRole::Supervisor).await).await?;
        let refused = Err(Error::NotFound);
        for other in [evening.robin, vera, clinic.somebody("Lee").await?, clinic.administrator().await?] {
            assert_eq!(evening.lead(&clinic, other, Request::Next).await, refused);
            assert_eq!(evening.lead(&clinic, other, Request::Give(seat_of(who(other)))).await, refused);
            assert_eq!(clinic.read(other, async move |work| desk(work, id).await.map(|_| ())).await, refused);
            assert_eq!(clinic.write(other, async move |work| make_board(work, id).await).await, refused);
            assert_eq!(clinic.write(other, async move |work| take_board_down(work, id).await).await, refused);
        }
        evening.begin(&clinic).await
    }

    async fn whoever_has_left_the_group_is_not_let_in(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        let (group, fern) = (evening.group, who(evening.fern));
        clinic.write(evening.leader, async move |work| {
            let seat = seat_in(work, group, fern).await?.expect("she sits there");
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, fern);
            give_up_seat(work, &about, seat.id, group).await
        }).await?;
        assert_eq!(evening.press(&clinic, evening.fern, Press::Come).await, Err(Error::NotFound));
        let brought = evening.lead(&clinic, evening.leader, Request::Arrive(seat_of(fern))).await;
        assert_eq!(brought, Err(Error::invalid("member", "fault-choose")));
        Ok(())
    }

    async fn a_meeting_that_is_not_open_has_no_floor(clinic: TestClinic) {
        let evening = Evening::planned(&clinic, Charter::support(), "").await?;
        let closed = Err(Error::Conflict("room-conflict-not-open"));
        assert_eq!(evening.press(&clinic, evening.robin, Press::Come).await, closed);
        assert_eq!(evening.begin(&clinic).await, closed);
        let id = evening.session.id;
        assert_eq!(clinic.write(evening.leader, async move |work| make_board(work, id).await).await, closed);
        Ok(())
    }

    async fn a_therapy_group_has_no_readings(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        let group = evening.group;
        let read = clinic.read(evening.leader, async move |work| readings(work, group).await.map(|_| ())).await;
        assert_eq!(read, Err(Error::NotFound));
        assert!(evening.seen_by(&clinic, evening.robin).await?.readings.is_none());
        Ok(())
    }
}
