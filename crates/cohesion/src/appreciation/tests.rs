//! Scenarios of words between members, on both engines.

use super::{
    Answer, AppreciationId, Door, Giving, Kind, Outcome, Said, State, Verdict, answer, decide, give, given, received,
    receivers, set_door, take_back, waiting,
};
use crate::access::Actor;
use crate::groups::{Charter, Format, LeaderRole, appoint, give_up_seat, may_run, seat_of};
use crate::identity::AccountKind;
use crate::limits::MEMBER_WORD_CHARS_MAX;
use crate::practice::Role;
use crate::testing::{Circle, TestClinic, who};
use crate::{Error, Fault, Result, scenarios};

/// A group that is open for words, with Sam, Jo and Kim.
struct Group {
    circle: Circle,
    jo: Actor,
    kim: Actor,
}

impl Group {
    async fn of(clinic: &TestClinic) -> Result<Self> {
        let circle = Circle::of(clinic).await?;
        let (jo, kim) = (clinic.somebody("Jo").await?, clinic.somebody("Kim").await?);
        circle.seat(clinic, jo, "Jo").await?;
        circle.seat(clinic, kim, "Kim").await?;
        let group = circle.group;
        clinic.write(circle.leader, async move |work| set_door(work, group, Door::Open).await).await?;
        Ok(Self { circle, jo, kim })
    }

    /// Sam writes to Jo.
    async fn write(&self, clinic: &TestClinic, when: &str, felt: &str) -> Result<Outcome> {
        let (group, said) = (self.circle.group, Said { when: when.to_owned(), felt: felt.to_owned() });
        let giving = clinic.write(self.circle.member, async move |work| {
            let to = receivers(work, group).await?.into_iter().find(|seat| seat.called == "Jo");
            let to = to.map(|seat| seat.id).ok_or(Error::NotFound)?;
            give(work, group, &Giving { to, kind: Kind::Appreciation, said: said.clone() }).await
        });
        giving.await
    }

    async fn written(&self, clinic: &TestClinic) -> Result<AppreciationId> {
        match self.write(clinic, "asked how my week had been", "that I was not invisible").await? {
            Outcome::Given(id) => Ok(id),
            Outcome::Names(_) => Err(Error::NotFound),
        }
    }

    async fn verdict(&self, clinic: &TestClinic, actor: Actor, id: AppreciationId, verdict: Verdict) -> Result<()> {
        clinic.write(actor, async move |work| decide(work, id, &verdict).await).await
    }

    async fn states(&self, clinic: &TestClinic) -> Result<Vec<State>> {
        let group = self.circle.group;
        let given = clinic.read(self.circle.member, async move |work| given(work, group).await).await?;
        Ok(given.readable.into_iter().map(|word| word.state).collect())
    }

    async fn received(&self, clinic: &TestClinic, actor: Actor) -> Result<Vec<super::Received>> {
        let group = self.circle.group;
        Ok(clinic.read(actor, async move |work| received(work, group).await).await?.readable)
    }
}

scenarios! {
    async fn a_word_is_read_by_whoever_leads_first_and_then_by_one_member(clinic: TestClinic) {
        let group = Group::of(&clinic).await?;
        let (id, of) = (group.written(&clinic).await?, group.circle.group);
        assert!(group.received(&clinic, group.jo).await?.is_empty(), "nobody has read it first");
        let waits = clinic.read(group.circle.leader, async move |work| waiting(work, of).await).await?.readable;
        assert_eq!(waits.iter().map(|word| (word.from.as_str(), word.to.as_str(), word.state)).collect::<Vec<_>>(), [("Sam", "Jo", State::Waiting)]);
        group.verdict(&clinic, group.circle.leader, id, Verdict::PassOn).await?;
        let read = group.received(&clinic, group.jo).await?;
        assert_eq!(read.iter().map(|word| (word.from.as_str(), word.said.when.as_str())).collect::<Vec<_>>(), [("Sam", "asked how my week had been")]);
        assert!(group.received(&clinic, group.kim).await?.is_empty(), "and by nobody else");
        assert_eq!(group.states(&clinic).await?, [State::PassedOn]);
        let again = group.verdict(&clinic, group.circle.leader, id, Verdict::GiveBack("Later".to_owned())).await;
        assert_eq!(again, Err(Error::Conflict("appreciation-conflict-not-waiting")));
        Ok(())
    }

    async fn the_receiver_listens_thanks_or_brings_it_into_the_group(clinic: TestClinic) {
        let group = Group::of(&clinic).await?;
        let id = group.written(&clinic).await?;
        let answering = async |actor, said| clinic.write(actor, async move |work| answer(work, id, said).await).await;
        assert_eq!(answering(group.jo, Answer::Thanked).await, Err(Error::NotFound), "it was not passed on");
        group.verdict(&clinic, group.circle.leader, id, Verdict::PassOn).await?;
        for actor in [group.circle.member, group.kim, group.circle.leader] {
            assert_eq!(answering(actor, Answer::Thanked).await, Err(Error::NotFound));
        }
        answering(group.jo, Answer::Thanked).await?;
        answering(group.jo, Answer::TalkInGroup).await?;
        assert_eq!(group.received(&clinic, group.jo).await?[0].answer, Some(Answer::TalkInGroup));
        Ok(())
    }

    async fn a_word_is_given_back_with_words_that_only_its_writer_reads(clinic: TestClinic) {
        let group = Group::of(&clinic).await?;
        let (id, of) = (group.written(&clinic).await?, group.circle.group);
        let silent = group.verdict(&clinic, group.circle.leader, id, Verdict::GiveBack(" ".to_owned())).await;
        assert_eq!(silent, Err(Error::invalid(format!("words-{id}"), "fault-empty")));
        group.verdict(&clinic, group.circle.leader, id, Verdict::GiveBack("Say what you saw.".to_owned())).await?;
        let mine = clinic.read(group.circle.member, async move |work| given(work, of).await).await?.readable;
        assert_eq!(mine.iter().map(|word| (word.state, word.given_back.as_deref())).collect::<Vec<_>>(), [(State::GivenBack, Some("Say what you saw."))]);
        assert!(group.received(&clinic, group.jo).await?.is_empty());
        Ok(())
    }

    async fn a_third_members_name_is_told_before_anything_is_kept(clinic: TestClinic) {
        let group = Group::of(&clinic).await?;
        let Outcome::Names(found) = group.write(&clinic, "sat beside Kim, Jo", "left out, and I am Sam").await? else { panic!("it was kept") };
        assert_eq!(found.iter().map(|found| (found.field, found.hits.len())).collect::<Vec<_>>(), [(0, 1)], "neither the writer nor the reader");
        assert_eq!(group.states(&clinic).await?, []);
        Ok(())
    }

    async fn what_is_empty_or_too_long_or_not_for_a_fellow_is_told(clinic: TestClinic) {
        let group = Group::of(&clinic).await?;
        let empty = Err(Error::Invalid(vec![Fault::new("when", "fault-empty"), Fault::new("felt", "fault-empty")]));
        assert_eq!(group.write(&clinic, " ", "").await, empty);
        let long = "x".repeat(MEMBER_WORD_CHARS_MAX + 1);
        assert_eq!(group.write(&clinic, &long, "well").await, Err(Error::invalid("when", "fault-long")));
        let (of, said) = (group.circle.group, Said { when: "came".to_owned(), felt: "glad".to_owned() });
        let own_seat = clinic.write(group.circle.leader, async move |work| Ok(seat_of(work, of, who(group.circle.member)).await?.expect("Sam sits there").id));
        let giving = Giving { to: own_seat.await?, kind: Kind::Impact, said };
        let to_oneself = clinic.write(group.circle.member, async move |work| give(work, of, &giving).await).await;
        assert_eq!(to_oneself, Err(Error::invalid("to", "fault-choose")));
        Ok(())
    }

    async fn a_word_is_taken_back_until_it_is_passed_on(clinic: TestClinic) {
        let group = Group::of(&clinic).await?;
        let (first, second) = (group.written(&clinic).await?, group.written(&clinic).await?);
        let undoing = async |actor, id| clinic.write(actor, async move |work| take_back(work, id).await).await;
        assert_eq!(undoing(group.jo, first).await, Err(Error::NotFound));
        undoing(group.circle.member, first).await?;
        assert_eq!(group.verdict(&clinic, group.circle.leader, first, Verdict::PassOn).await, Err(Error::Conflict("appreciation-conflict-not-waiting")));
        group.verdict(&clinic, group.circle.leader, second, Verdict::PassOn).await?;
        assert_eq!(undoing(group.circle.member, second).await, Err(Error::Conflict("appreciation-conflict-not-waiting")));
        Ok(())
    }

    async fn nothing_is_passed_on_to_somebody_who_has_left(clinic: TestClinic) {
        let group = Group::of(&clinic).await?;
        let (id, of, jo) = (group.written(&clinic).await?, group.circle.group, who(group.jo));
        clinic.write(group.circle.leader, async move |work| {
            let seat = seat_of(work, of, jo).await?.expect("Jo sits there").id;
            let grant = may_run(work, of).await?;
            let about = work.about(&grant, jo);
            give_up_seat(work, &about, seat, of).await
        }).await?;
        assert_eq!(group.verdict(&clinic, group.circle.leader, id, Verdict::PassOn).await, Err(Error::Conflict("appreciation-conflict-left")));
        let reading = clinic.read(group.jo, async move |work| received(work, of).await.map(|_| ())).await;
        assert_eq!(reading, Err(Error::NotFound));
        Ok(())
    }

    async fn nobody_writes_while_it_is_closed(clinic: TestClinic) {
        let group = Group::of(&clinic).await?;
        let of = group.circle.group;
        clinic.write(group.circle.leader, async move |work| set_door(work, of, Door::Closed).await).await?;
        assert_eq!(group.write(&clinic, "came", "glad").await, Err(Error::Conflict("appreciation-conflict-closed")));
        Ok(())
    }

    async fn without_a_part_in_leading_nobody_reads_or_decides(clinic: TestClinic) {
        let group = Group::of(&clinic).await?;
        let (id, of) = (group.written(&clinic).await?, group.circle.group);
        let kit = clinic.colleague("Kit", &[Role::Clinician]).await?;
        for actor in [group.circle.member, group.jo, group.kim, kit, clinic.facilitator().await?, clinic.administrator().await?, clinic.system()] {
            assert_eq!(clinic.read(actor, async move |work| waiting(work, of).await.map(|_| ())).await, Err(Error::NotFound));
            assert_eq!(group.verdict(&clinic, actor, id, Verdict::PassOn).await, Err(Error::NotFound));
            assert_eq!(clinic.write(actor, async move |work| set_door(work, of, Door::Closed).await).await, Err(Error::NotFound));
        }
        let vera = clinic.colleague("Vera", &[Role::Supervisor]).await?;
        let mara = clinic.signed_in(who(group.circle.leader));
        clinic.write(mara, async move |work| appoint(work, of, who(vera), LeaderRole::Supervisor).await).await?;
        assert_eq!(clinic.read(vera, async move |work| waiting(work, of).await).await?.readable.len(), 1);
        assert_eq!(group.verdict(&clinic, vera, id, Verdict::PassOn).await, Err(Error::NotFound));
        Ok(())
    }

    async fn a_support_group_has_no_such_words(clinic: TestClinic) {
        let founder = clinic.clinician().await?;
        let group = clinic.group(founder, Charter::support(), Format::Open, 8).await?;
        assert_eq!(clinic.write(founder, async move |work| set_door(work, group, Door::Open).await).await, Err(Error::NotFound));
        Ok(())
    }

    async fn a_word_goes_its_way_over_the_pages(clinic: TestClinic) {
        let group = Group::of(&clinic).await?;
        let (mine, care) = (format!("/me/groups/{}/between", group.circle.group), format!("/care/groups/{}/between", group.circle.group));
        let mut phone = clinic.tab_for(group.circle.member, AccountKind::Member).await?;
        let mut desk = clinic.desk(group.circle.leader).await?;
        let page = phone.get(&mine).await;
        assert!(page.body.contains("When you …") && page.body.contains("Mara reads it first"), "{}", page.body);
        let of = group.circle.group;
        let seats = clinic.read(group.circle.member, async move |work| receivers(work, of).await).await?;
        let jo = seats.iter().find(|seat| seat.called == "Jo").expect("Jo sits there").id.to_string();
        assert_eq!(phone.post(&mine, &[]).await.status, 422);
        let named = [("to", jo.as_str()), ("kind", "impact"), ("when", "laughed with Kim"), ("felt", "small")];
        let told = phone.post(&mine, &named).await;
        assert_eq!(told.status, 422);
        assert!(told.body.contains("names somebody else") && told.body.contains("laughed with Kim"));
        let mended: Vec<(&str, &str)> = named.into_iter().chain([("do", "mend")]).collect();
        assert_eq!(phone.post(&mine, &mended).await.status, 303);
        let waits = desk.get(&care).await;
        assert!(waits.body.contains("laughed with another member"), "{}", waits.body);
        let id = clinic.read(group.circle.leader, async move |work| waiting(work, of).await).await?.readable[0].id;
        assert_eq!(desk.post(&format!("/care/between/{id}"), &[]).await.status, 422);
        assert_eq!(desk.post(&format!("/care/between/{id}"), &[("do", "pass-on")]).await.status, 303);
        assert_eq!(desk.post(&format!("/care/between/{id}"), &[("do", "pass-on")]).await.status, 409);
        let mut hers = clinic.tab_for(group.jo, AccountKind::Member).await?;
        let read = hers.get(&mine).await;
        assert!(read.body.contains("From Sam") && read.body.contains("There is no writing back here."), "{}", read.body);
        assert_eq!(hers.post(&format!("/me/between/{id}/answer"), &[]).await.status, 422);
        assert_eq!(hers.post(&format!("/me/between/{id}/answer"), &[("answer", "talk")]).await.status, 303);
        assert!(phone.get(&mine).await.body.contains("Let us talk about it in the group"));
        assert_eq!(desk.post(&care, &[("door", "closed")]).await.status, 303);
        let late = phone.post(&mine, &named).await;
        assert_eq!(late.status, 409);
        assert!(late.body.contains("laughed with Kim"), "what was typed is still there");
        Ok(())
    }
}
