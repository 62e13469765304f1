//! From the promise to the seat.

use super::super::{
    Inviting, Outcome, Stage, Step, Topic, choose_name, give_seat, invite, own_enrolment, own_enrolments, preparation,
    prepare, say_where, sign, steps_of, take_back, welcome_back,
};
use super::{accepted, joining, led_group, member_of, now, outcome, own_steps, prepared, screened, seated, signed_all};
use crate::access::{About, Deed, Standing};
use crate::agreements::{Agreement, Why, signatures_of};
use crate::clock::Span;
use crate::groups::{self, LeaderRole, SeatState, appoint};
use crate::id::PersonId;
use crate::practice::Jurisdiction;
use crate::safety::{check_line, crisis_lines, take_country};
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

scenarios! {
    async fn a_seat_follows_from_preparation_name_place_and_signatures(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = accepted(&clinic, mara, group, "Sam").await?;
        own_steps(&clinic, id, "Sami").await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Accepted, "signed, and not prepared");
        prepared(&clinic, mara, id).await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Seated);
        let seats = clinic.read(mara, async move |work| groups::seats(work, group).await).await?;
        assert_eq!(seats.iter().map(|seat| seat.called.as_str()).collect::<Vec<_>>(), ["Sami"]);
        Ok(())
    }

    async fn without_every_signature_there_is_no_entry(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = accepted(&clinic, mara, group, "Sam").await?;
        prepared(&clinic, mara, id).await?;
        let sam = member_of(&clinic, id).await?;
        clinic.write(sam, async move |work| choose_name(work, id, "Sam").await).await?;
        let place: Jurisdiction = "IE".parse()?;
        clinic.write(sam, async move |work| say_where(work, id, &place).await).await?;
        let due = joining(&clinic, id).await?.due;
        assert_eq!(due.len(), 4);
        for due in &due[1..] {
            let (agreement, edition) = (due.edition.agreement, due.edition.number);
            clinic.write(sam, async move |work| sign(work, id, agreement, edition, "Sam").await).await?;
        }
        assert_eq!(now(&clinic, id).await?.stage, Stage::Prepared);
        signed_all(&clinic, id).await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Seated);
        Ok(())
    }

    async fn an_invitation_waits_for_help_lines_and_for_what_comes_first(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = accepted(&clinic, mara, group, "Sam").await?;
        let dark = clinic.write(mara, async move |work| invite(work, sam).await).await;
        assert_eq!(dark, Err(Error::Conflict("enrolment-conflict-help-lines")));
        help_lines(&clinic).await?;
        assert_eq!(clinic.write(mara, async move |work| invite(work, sam).await).await?, Inviting::Sent);
        let kim = screened(&clinic, mara, group, "Kim").await?;
        let early = clinic.write(mara, async move |work| invite(work, kim).await).await;
        assert_eq!(early, Err(Error::Conflict("enrolment-conflict-stage")));
        outcome(&clinic, mara, kim, Outcome::AcceptAfterPreparation).await?;
        let first = clinic.write(mara, async move |work| invite(work, kim).await).await;
        assert_eq!(first, Err(Error::Conflict("enrolment-conflict-first")));
        prepared(&clinic, mara, kim).await?;
        assert_eq!(clinic.write(mara, async move |work| invite(work, kim).await).await?, Inviting::Sent);
        let other = clinic.clinician().await?;
        assert_eq!(clinic.write(other, async move |work| invite(work, kim).await).await, Err(Error::NotFound));
        Ok(())
    }

    async fn nobody_takes_the_steps_of_another(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = accepted(&clinic, mara, group, "Sam").await?;
        let stranger = clinic.signed_in(PersonId::random()?);
        for actor in [stranger, mara] {
            let named = clinic.write(actor, async move |work| choose_name(work, id, "Eve").await).await;
            assert_eq!(named, Err(Error::NotFound));
            let looked = clinic.read(actor, async move |work| own_enrolment(work, id).await.map(|_| ())).await;
            assert_eq!(looked, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn somebody_without_a_promise_cannot_join(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = screened(&clinic, mara, group, "Sam").await?;
        let sam = member_of(&clinic, id).await?;
        assert_eq!(clinic.write(sam, async move |work| choose_name(work, id, "Sam").await).await, Err(Error::NotFound));
        outcome(&clinic, mara, id, Outcome::Decline).await?;
        let own = clinic.read(sam, async |work| own_enrolments(work).await).await?;
        assert!(own.is_empty(), "a no leaves nothing behind in one's own pages");
        Ok(())
    }

    async fn a_name_for_the_group_is_short_and_no_address(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = accepted(&clinic, mara, group, "Sam").await?;
        let sam = member_of(&clinic, id).await?;
        let blank = clinic.write(sam, async move |work| choose_name(work, id, "  ").await).await;
        assert_eq!(blank, Err(Error::invalid("called", "enrolment-fault-name")));
        let address = clinic.write(sam, async move |work| choose_name(work, id, "sam@example.org").await).await;
        assert_eq!(address, Err(Error::invalid("called", "enrolment-fault-name-address")));
        clinic.write(sam, async move |work| choose_name(work, id, "Sam").await).await?;
        clinic.write(sam, async move |work| choose_name(work, id, "Sami").await).await?;
        assert_eq!(joining(&clinic, id).await?.called.as_deref(), Some("Sami"));
        Ok(())
    }

    async fn a_preparation_is_ticked_and_each_tick_keeps_its_day(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let ben = clinic.clinician().await?;
        clinic.write(mara, async move |work| appoint(work, group, who(ben), LeaderRole::CoLeader).await).await?;
        let id = screened(&clinic, mara, group, "Sam").await?;
        let early = clinic.write(mara, async move |work| prepare(work, id, &[Topic::Purpose]).await).await;
        assert_eq!(early, Err(Error::Conflict("enrolment-conflict-stage")));
        outcome(&clinic, mara, id, Outcome::AcceptAfterPreparation).await?;
        let begun = clinic.app.clock().now();
        clinic.write(mara, async move |work| prepare(work, id, &[Topic::Purpose]).await).await?;
        clinic.pass(Span::days(2));
        clinic.write(ben, async move |work| prepare(work, id, &[Topic::Purpose, Topic::Crisis]).await).await?;
        let list = clinic.read(mara, async move |work| preparation(work, id).await).await?;
        let of = |topic| list.iter().find(|prepared| prepared.topic == topic).and_then(|prepared| prepared.ticked);
        assert_eq!(list.len(), Topic::ALL.len(), "the co-leader and what comes first are on it");
        assert_eq!(of(Topic::Purpose), Some((begun, mara.person())));
        assert_eq!(of(Topic::Crisis), Some((begun + Span::days(2), ben.person())));
        assert_eq!(now(&clinic, id).await?.stage, Stage::Accepted);
        prepared(&clinic, ben, id).await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Prepared);
        Ok(())
    }

    async fn where_no_leader_is_licensed_there_is_no_seat(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = accepted(&clinic, mara, group, "Sam").await?;
        prepared(&clinic, mara, id).await?;
        let sam = member_of(&clinic, id).await?;
        clinic.write(sam, async move |work| choose_name(work, id, "Sam").await).await?;
        let away: Jurisdiction = "US-OR".parse()?;
        clinic.write(sam, async move |work| say_where(work, id, &away).await).await?;
        signed_all(&clinic, id).await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Prepared);
        let refused = clinic.write(mara, async move |work| give_seat(work, id, None).await).await;
        let Err(Error::Blocked(missing)) = refused else { panic!("the seat was given") };
        assert_eq!(missing[0].words, "practice-gap-missing");
        let back: Jurisdiction = "IE".parse()?;
        clinic.write(sam, async move |work| say_where(work, id, &back).await).await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Seated);
        Ok(())
    }

    async fn taking_a_signature_back_holds_the_seat_until_it_is_signed_again(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = seated(&clinic, mara, group, "Sam").await?;
        let sam = member_of(&clinic, id).await?;
        let mine = clinic.read(sam, async move |work| {
            let grant = work.ask(Deed::SeeOwnAgreements, Standing::NONE, About::person(who(sam)))?;
            signatures_of(work, &grant, who(sam)).await
        }).await?;
        let consent = mine.iter().find(|one| one.agreement == Agreement::InformedConsent).map(|one| one.id).expect("signed");
        clinic.write(sam, async move |work| take_back(work, consent).await).await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::OnHold);
        let early = clinic.write(mara, async move |work| welcome_back(work, id).await).await;
        assert_eq!(early, Err(Error::Conflict("enrolment-conflict-signature")));
        assert_eq!(joining(&clinic, id).await?.due.iter().map(|due| due.why).collect::<Vec<_>>(), [Why::TakenBack]);
        signed_all(&clinic, id).await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Seated);
        let seats = clinic.read(mara, async move |work| groups::seats(work, group).await).await?;
        assert_eq!(seats.iter().map(|seat| seat.state).collect::<Vec<_>>(), [SeatState::Active]);
        let taken = clinic.read(mara, async move |work| steps_of(work, id).await).await?;
        assert!(matches!(taken.iter().map(|taken| taken.step).collect::<Vec<_>>()[..], [.., Step::Hold, Step::Return]));
        Ok(())
    }

    async fn somebody_new_in_a_slow_open_group_brings_the_promises_up_again(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = seated(&clinic, mara, group, "Sam").await?;
        clinic.pass(Span::days(30));
        assert!(joining(&clinic, sam).await?.due.is_empty());
        seated(&clinic, mara, group, "Kim").await?;
        clinic.pass(Span::days(1));
        let due = joining(&clinic, sam).await?.due;
        assert_eq!(due.iter().map(|due| (due.edition.agreement, due.why)).collect::<Vec<_>>(), [(Agreement::GroupAgreement, Why::SomebodyNew)]);
        signed_all(&clinic, sam).await?;
        assert!(joining(&clinic, sam).await?.due.is_empty());
        Ok(())
    }
}

/// The lines that come with the program for Ireland, looked up by whoever runs the site.
pub(super) async fn help_lines(clinic: &TestClinic) -> Result<()> {
    let ada = clinic.administrator().await?;
    clinic.write(ada, async |work| take_country(work, "IE").await).await?;
    for line in clinic.read(ada, async |work| crisis_lines(work).await).await? {
        clinic.write(ada, async move |work| check_line(work, line.id).await).await?;
    }
    Ok(())
}
