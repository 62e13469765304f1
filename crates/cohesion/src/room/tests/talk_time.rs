//! Talk time when a session is over: by name for those who lead, one's own for a member, and nothing of whoever refused.

use floor::hall::{Meets, Policy};

use super::super::online::{Staying, keep};
use super::super::{Counting, Spoken, Ways, keep_ways, own_talk, seat_of, talk_time};
use super::Evening;
use crate::access::Actor;
use crate::audit::openings;
use crate::groups::{Charter, LeaderRole, appoint};
use crate::identity::AccountKind;
use crate::practice::Role;
use crate::sessions::{Mark, Presence, mark_all};
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

const ROBIN: Spoken = Spoken { talk_s: 605, turns: 7, longest_s: 61, overlap_s: 12, silence_s: 200 };
const FERN: Spoken = Spoken { talk_s: 5, turns: 1, longest_s: 5, overlap_s: 0, silence_s: 130 };

async fn chosen(clinic: &TestClinic, evening: &Evening, counting: Counting) -> Result<()> {
    let group = evening.group;
    let ways = Ways { meets: Meets::Online, policy: Policy::Each, late_minutes: None, counting };
    clinic.write(evening.leader, async move |work| keep_ways(work, group, ways).await).await
}

/// What a room puts down at its end. Gil has said no: of him it has nothing.
async fn room_ends(clinic: &TestClinic, evening: &Evening, talk: &[(Actor, Spoken)]) -> Result<()> {
    let id = evening.session.id;
    let talk = talk.iter().map(|(member, spoken)| (seat_of(who(*member)), *spoken)).collect();
    let staying = Staying { stays: Vec::new(), heads: 3, talk, taken: String::new() };
    clinic.write(clinic.system(), async move |work| keep(work, id, &staying).await).await
}

/// A session whose talk was counted, of Robin and of Fern.
async fn counted(clinic: &TestClinic) -> Result<Evening> {
    let evening = Evening::of_therapy(clinic, "CBT").await?;
    chosen(clinic, &evening, Counting::Agreed).await?;
    room_ends(clinic, &evening, &[(evening.robin, ROBIN), (evening.fern, FERN)]).await?;
    Ok(evening)
}

scenarios! {
    async fn a_session_that_lies_ahead_has_not_been_held(clinic: TestClinic) {
        let evening = Evening::planned(&clinic, Charter::therapy(), "CBT").await?;
        chosen(&clinic, &evening, Counting::Agreed).await?;
        let mut tab = clinic.tab_for(evening.leader, AccountKind::Staff).await?;
        let talk = tab.get(&format!("/care/sessions/{}/talk", evening.session.id)).await;
        assert!(talk.body.contains("This session has not been held yet."), "{}", talk.body);
        Ok(())
    }

    async fn those_who_lead_see_everybody_who_agreed_by_name_and_nobody_else(clinic: TestClinic) {
        let evening = counted(&clinic).await?;
        let path = format!("/care/sessions/{}/talk", evening.session.id);
        let mut desk = clinic.desk(evening.leader).await?;
        assert!(desk.get(&format!("/care/sessions/{}", evening.session.id)).await.body.contains(&path));
        let shown = desk.get(&path).await.body;
        for words in ["of those who agreed", "10:05", "1:01", "0:12", "For 3:20 nobody", "What sound levels cannot know"] {
            assert!(shown.contains(words), "{words} in {shown}");
        }
        let at = |name: &str| shown.find(&format!(">{name}<"));
        assert!(at("Fern").expect("she agreed") < at("Robin").expect("they agreed"), "by name, not by number");
        assert_eq!(at("Gil"), None, "whoever refused is no zero");
        Ok(())
    }

    async fn each_reading_stands_in_the_report_of_whose_it_is(clinic: TestClinic) {
        let evening = counted(&clinic).await?;
        let id = evening.session.id;
        let seen = async |member| {
            let report = clinic.read(member, async |work| openings(work, None).await).await?;
            Ok::<_, Error>(report.iter().filter(|opening| opening.deed == "room.talk-time").count())
        };
        let before = (seen(evening.robin).await?, seen(evening.gil).await?);
        clinic.read(evening.leader, async move |work| talk_time(work, id).await.map(drop)).await?;
        assert_eq!((seen(evening.robin).await?, seen(evening.gil).await?), (before.0 + 1, before.1));
        Ok(())
    }

    async fn only_those_who_read_the_records_see_the_table(clinic: TestClinic) {
        let evening = counted(&clinic).await?;
        let (group, id) = (evening.group, evening.session.id);
        let vera = clinic.colleague("Vera", &[Role::Supervisor]).await?;
        clinic.write(evening.leader, async move |work| appoint(work, group, who(vera), LeaderRole::Supervisor).await).await?;
        let members = async |actor| clinic.read(actor, async move |work| {
            talk_time(work, id).await.map(|shown| shown.members.readable.len())
        }).await;
        assert_eq!((members(evening.leader).await, members(vera).await), (Ok(2), Ok(2)));
        for other in [evening.robin, evening.gil, clinic.somebody("Lee").await?, clinic.administrator().await?] {
            assert_eq!(members(other).await, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn a_member_who_agreed_sees_what_is_their_own_alone(clinic: TestClinic) {
        let evening = counted(&clinic).await?;
        let id = evening.session.id;
        let own = async |actor| clinic.read(actor, async move |work| own_talk(work, id).await.map(|own| own.spoken)).await;
        assert_eq!((own(evening.robin).await, own(evening.fern).await), (Ok(ROBIN), Ok(FERN)));
        for other in [evening.gil, evening.leader, clinic.somebody("Lee").await?] {
            assert_eq!(own(other).await, Err(Error::NotFound));
        }
        let marks = [evening.robin, evening.fern, evening.gil].map(|member| Mark {
            person: who(member),
            presence: Presence::Remote,
            minutes: 90,
            words: None,
        });
        clinic.write(evening.leader, async move |work| mark_all(work, id, &marks).await).await?;
        evening.close(&clinic).await?;
        let path = format!("/me/sessions/{id}/talk");
        let mut robin = clinic.tab_for(evening.robin, AccountKind::Member).await?;
        assert!(robin.get(&format!("/me/sessions/{id}")).await.body.contains(&path));
        let shown = robin.get(&path).await.body;
        assert!(shown.contains("10:05") && shown.contains("What sound levels cannot know"), "{shown}");
        for never in ["Fern", "Gil", ">0:05<", ">3:20<"] {
            assert!(!shown.contains(never), "{never} in {shown}");
        }
        let mut gil = clinic.tab_for(evening.gil, AccountKind::Member).await?;
        assert!(!gil.get(&format!("/me/sessions/{id}")).await.body.contains(&path));
        assert_eq!(gil.get(&path).await.status, 404);
        Ok(())
    }

    async fn where_the_group_does_not_count_there_is_no_page(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        let (id, path) = (evening.session.id, format!("/care/sessions/{}/talk", evening.session.id));
        let mut desk = clinic.desk(evening.leader).await?;
        assert_eq!(desk.get(&path).await.status, 404);
        assert!(!desk.get(&format!("/care/sessions/{id}")).await.body.contains(&path));
        chosen(&clinic, &evening, Counting::Agreed).await?;
        let none = desk.get(&path).await.body;
        assert!(none.contains("Nothing is kept of this session") && !none.contains("<table"), "{none}");
        Ok(())
    }

    async fn a_room_that_began_anew_adds_up(clinic: TestClinic) {
        let evening = counted(&clinic).await?;
        room_ends(&clinic, &evening, &[(evening.robin, ROBIN)]).await?;
        let id = evening.session.id;
        let shown = clinic.read(evening.leader, async move |work| talk_time(work, id).await).await?;
        assert_eq!(shown.silence_s(), 400);
        let (_, robin) = &shown.members.readable[1];
        assert_eq!((robin.talk_s, robin.turns, robin.longest_s), (1_210, 14, 61));
        Ok(())
    }
}
