//! One floor for a session that some attend in person and some from elsewhere.

use std::time::Duration;

use axum::http::StatusCode;
use floor::hall::{Meets, Policy, SeatKind};
use floor::{Floor, Input, Request};
use serde_json::json;

use super::super::keep::{Kept, lay};
use super::super::online::{Face, door, reaches};
use super::super::{
    Answers, Counting, Press, Table, Ways, Whose, board_code, deeds, desk, keep_ways, seat_of, store as rows,
};
use super::Evening;
use super::board::{next_region, watch};
use super::online::{House, Line, SOON, answers, login, proposed};
use crate::access::Actor;
use crate::clock::Span;
use crate::identity::{AccountKind, Token};
use crate::sessions::Presence;
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

/// A group that meets in one room: Robin is there with a phone, Gil without one, Fern is elsewhere.
struct Hybrid {
    evening: Evening,
    house: House,
    leader: Token,
    robin: Token,
    fern: Token,
}

impl Hybrid {
    async fn of(clinic: &TestClinic) -> Result<Self> {
        let evening = Evening::of_therapy(clinic, "CBT").await?;
        meets(clinic, &evening, Meets::InPerson).await?;
        evening.answers(clinic, evening.robin, here()).await?;
        evening.answers(clinic, evening.fern, answers()).await?;
        let leader = login(clinic, evening.leader, AccountKind::Staff).await?;
        let robin = login(clinic, evening.robin, AccountKind::Member).await?;
        let fern = login(clinic, evening.fern, AccountKind::Member).await?;
        Ok(Self { house: House::open(clinic).await, evening, leader, robin, fern })
    }

    /// Whoever leads, Robin and Fern come in, and Gil is seated: 0, 1, 2 and 3.
    async fn gathered(&self) -> (Line, Line, Line) {
        let mut desk = self.house.comes(&self.leader, &self.evening, Face::Leader).await;
        desk.gets("welcome", "").await;
        let mut robin = self.house.comes(&self.robin, &self.evening, Face::Member).await;
        assert_eq!(robin.gets("welcome", "").await["media"], "no", "a phone in the room carries nothing");
        desk.gets("regions", "About Robin").await;
        let mut fern = self.house.comes(&self.fern, &self.evening, Face::Member).await;
        fern.gets("connect", "").await;
        desk.gets("regions", "About Fern").await;
        is_here(&mut desk, self.evening.gil).await;
        desk.gets("regions", "About Gil").await;
        (desk, robin, fern)
    }
}

async fn meets(clinic: &TestClinic, evening: &Evening, meets: Meets) -> Result<()> {
    let (policy, late_minutes, counting) = (Policy::Expected, None, Counting::Refused);
    let (group, ways) = (evening.group, Ways { meets, policy, late_minutes, counting });
    clinic.write(evening.leader, async move |work| keep_ways(work, group, ways).await).await
}

fn here() -> Answers {
    Answers { kind: SeatKind::InPerson, ..answers() }
}

async fn is_here(desk: &mut Line, member: Actor) {
    let choice = who(member).to_string();
    desk.send(json!({ "v": 1, "t": "wish", "do": "is-here", "choice": choice })).await;
}

async fn begins(desk: &mut Line) {
    desk.send(json!({ "v": 1, "t": "wish", "do": "begin", "choice": "check-in", "number": 2 })).await;
}

/// Waits until the floor in the records is so.
async fn until(clinic: &TestClinic, evening: &Evening, is_so: impl Fn(&Table) -> bool) -> Result<Table> {
    let end = tokio::time::Instant::now() + SOON;
    loop {
        let (table, _) = evening.kept(clinic).await?;
        if is_so(&table) {
            return Ok(table);
        }
        assert!(tokio::time::Instant::now() < end, "the floor in the records stays as it was");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn written(table: &Table) -> String {
    serde_json::to_string(table).expect("it is written")
}

scenarios! {
    async fn one_order_holds_those_in_the_room_and_those_elsewhere(clinic: TestClinic) {
        let hybrid = Hybrid::of(&clinic).await?;
        let (mut desk, mut robin, mut fern) = hybrid.gathered().await;
        begins(&mut desk).await;
        robin.gets("regions", "It is your turn.").await;
        robin.asks("finish", 1).await;
        fern.gets("regions", "It is your turn.").await;
        fern.asks("finish", 2).await;
        desk.gets("regions", "Gil has the turn.").await;
        desk.asks("next", 0).await;
        desk.asks("gone", 2).await;
        desk.gets("error", "They are not in the room.").await;
        desk.asks("gone", 3).await;
        desk.gets("regions", "One person is not here").await;
        fern.asks("gone", 1).await;
        fern.gets("error", "somebody else to do").await;
        is_here(&mut desk, hybrid.evening.gil).await;
        desk.gets("regions", "Gil has gone").await;
        is_here(&mut desk, clinic.somebody("Lee").await?).await;
        desk.gets("error", "not here any more").await;
        desk.asks("end", 0).await;
        assert_eq!(desk.ends().await, "ended");
        let mut marks = proposed(&clinic, &hybrid.evening).await?;
        marks.sort_unstable_by_key(|(person, _)| *person);
        let Evening { robin, fern, gil, .. } = hybrid.evening;
        let mut expected = [(robin, Presence::Present), (fern, Presence::Remote), (gil, Presence::Present)]
            .map(|(member, presence)| (who(member), presence));
        expected.sort_unstable_by_key(|(person, _)| *person);
        assert_eq!(marks, expected);
        Ok(())
    }

    async fn the_board_shows_the_rooms_floor_and_nothing_of_what_is_written(clinic: TestClinic) {
        let hybrid = Hybrid::of(&clinic).await?;
        let evening = &hybrid.evening;
        let (mut desk, _robin, mut fern) = hybrid.gathered().await;
        let code = evening.put_up(&clinic).await?;
        let (status, mut screen) = watch(&clinic, code).await;
        assert_eq!(status, StatusCode::OK);
        let first = next_region(&mut screen).await.expect("the board as it is");
        assert!(!first.contains("Robin"), "{first}");
        fern.send(json!({ "v": 1, "t": "wish", "do": "write", "choice": "all", "words": "The blue kettle" })).await;
        desk.gets("regions", "The blue kettle").await;
        begins(&mut desk).await;
        loop {
            let drawn = next_region(&mut screen).await.expect("it goes on");
            assert!(!drawn.contains("kettle") && !drawn.contains("Gil"), "{drawn}");
            if drawn.contains("Robin has the turn.") && drawn.contains("Fern is next.") {
                break;
            }
        }
        let table = until(&clinic, evening, |table| table.floor().holder() == Some(seat_of(who(evening.robin)))).await?;
        assert!(table.is_in_room() && written(&table).contains("Gil") && !written(&table).contains("kettle"));
        desk.asks("end", 0).await;
        assert_eq!(desk.ends().await, "ended");
        let over = until(&clinic, evening, |table| table.floor().is_over()).await?;
        assert!(!["Robin", "Fern", "Gil"].iter().any(|name| written(&over).contains(name)));
        let id = evening.session.id;
        assert_eq!(clinic.read(evening.leader, async move |work| board_code(work, id).await).await?, None);
        while let Some(drawn) = next_region(&mut screen).await {
            assert!(!drawn.contains("Gil"), "{drawn}");
        }
        Ok(())
    }

    async fn while_a_room_goes_on_the_meetings_pages_lead_there(clinic: TestClinic) {
        let hybrid = Hybrid::of(&clinic).await?;
        let evening = &hybrid.evening;
        evening.press(&clinic, evening.gil, Press::Come).await?;
        let mut line = hybrid.house.comes(&hybrid.leader, evening, Face::Leader).await;
        line.gets("regions", "About Gil").await;
        until(&clinic, evening, Table::is_in_room).await?;
        let refused = Err(Error::Conflict("room-conflict-in-room"));
        assert_eq!(evening.press(&clinic, evening.fern, Press::Come).await, refused);
        assert_eq!(evening.lead(&clinic, evening.leader, Request::Rest).await, refused);
        let id = evening.session.id;
        let whose = clinic.read(evening.leader, async move |work| Ok(desk(work, id).await?.whose)).await?;
        assert_eq!(whose, Whose::Rooms);
        let (path, room) = (format!("/me/sessions/{id}/meeting"), format!("/me/sessions/{id}/room"));
        let mut phone = clinic.tab_for(evening.gil, AccountKind::Member).await?;
        let page = phone.get(&path).await;
        assert!(page.body.contains("goes on in its room") && page.body.contains(&room) && !page.body.contains("value=\"leave\""), "{}", page.body);
        let pressed = phone.post(&path, &[("do", "leave")]).await;
        assert!(pressed.status == StatusCode::CONFLICT && pressed.body.contains("everybody sees the same"), "{}", pressed.body);
        line.asks("gone", 1).await;
        line.gets("regions", "3 people are not here").await;
        line.asks("leave", 0).await;
        assert_eq!(line.ends().await, "left");
        until(&clinic, evening, |table| !table.is_in_room()).await?;
        evening.press(&clinic, evening.fern, Press::Come).await
    }

    async fn a_room_has_the_floor_only_after_whoever_leads_has_read_what_follows(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        let path = format!("/care/sessions/{}/room", evening.session.id);
        let leader = login(&clinic, evening.leader, AccountKind::Staff).await?;
        let mut desk = clinic.tab_of(who(evening.leader)).await?;
        let nobody = desk.get(&path).await;
        assert!(nobody.body.contains("data-ticket"), "nobody is at the floor: {}", nobody.body);
        for member in [evening.robin, evening.gil] {
            evening.press(&clinic, member, Press::Come).await?;
        }
        let (asked, on) = (desk.get(&path).await, format!("{path}?move=yes"));
        assert_eq!(asked.status, StatusCode::OK);
        assert!(asked.body.contains("2 people take their turns on the floor now.") && asked.body.contains(&on), "{}", asked.body);
        assert!(!asked.body.contains("data-ticket"), "{}", asked.body);
        assert!(desk.get(&on).await.body.contains("data-ticket"));
        evening.answers(&clinic, evening.fern, answers()).await?;
        let fern = login(&clinic, evening.fern, AccountKind::Member).await?;
        let house = House::open(&clinic).await;
        let mut line = house.comes(&fern, &evening, Face::Member).await;
        line.gets("regions", "Nobody who leads is here yet").await;
        let (table, _) = evening.kept(&clinic).await?;
        assert!(!table.is_in_room() && table.floor().heads() == 2, "a member's own line moves nothing");
        evening.press(&clinic, evening.robin, Press::Leave).await?;
        let mut leads = house.comes(&leader, &evening, Face::Leader).await;
        leads.gets("regions", "").await;
        until(&clinic, &evening, Table::is_in_room).await?;
        assert!(desk.get(&path).await.body.contains("data-ticket"), "it is the room's already");
        Ok(())
    }

    async fn a_floor_whose_room_is_silent_is_the_meetings_again(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        let [robin, fern] = [evening.robin, evening.fern].map(|member| seat_of(who(member)));
        let mut floor = Floor::new();
        for seat in [robin, fern] {
            floor.handle(Input::leader(Request::Arrive(seat)), 0).expect("they come");
        }
        let session = evening.session;
        clinic.write(clinic.system(), async move |work| {
            assert!(rows::take_lease(work, session.id, ("gone", ""), 0).await?);
            let grant = deeds::may_lead(work, &session).await?;
            let table = Table::of_room(&floor, vec![fern], |seat| if seat == robin { "Robin" } else { "Fern" });
            lay(work, &grant, &session, &Kept { table, version: 0, heads: 0 }).await
        }).await?;
        assert_eq!(evening.press(&clinic, evening.gil, Press::Come).await, Err(Error::Conflict("room-conflict-in-room")));
        clinic.pass(Span::minutes(5));
        evening.press(&clinic, evening.gil, Press::Come).await?;
        let (table, _) = evening.kept(&clinic).await?;
        let at_it: Vec<&str> = table.floor().places().iter().map(|place| table.called(place.seat)).collect();
        assert_eq!((at_it, table.is_in_room()), (vec!["Robin", "Gil"], false), "nobody from elsewhere");
        Ok(())
    }

    async fn a_round_that_was_begun_in_person_goes_on_in_the_room(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?.gathered(&clinic).await?;
        evening.begin(&clinic).await?;
        evening.press(&clinic, evening.robin, Press::Finish).await?;
        let leader = login(&clinic, evening.leader, AccountKind::Staff).await?;
        let house = House::open(&clinic).await;
        let mut desk = house.comes(&leader, &evening, Face::Leader).await;
        desk.gets("regions", "Fern has the turn.").await;
        let table = until(&clinic, &evening, |table| table.is_in_room() && table.floor().heads() == 3).await?;
        let ahead = table.floor().round().map(|round| round.ahead().to_vec());
        assert_eq!(ahead, Some(vec![seat_of(who(evening.gil))]));
        desk.asks("next", 0).await;
        desk.gets("regions", "Gil has the turn.").await;
        Ok(())
    }

    async fn a_group_that_meets_online_has_nobody_in_its_room(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        let refused = evening.answers(&clinic, evening.robin, here()).await;
        assert_eq!(refused, Err(Error::invalid("kind", "room-fault-in-person")));
        let leader = login(&clinic, evening.leader, AccountKind::Staff).await?;
        let house = House::open(&clinic).await;
        let mut desk = house.comes(&leader, &evening, Face::Leader).await;
        desk.gets("regions", "").await;
        is_here(&mut desk, evening.gil).await;
        desk.gets("error", "This group meets online").await;
        let mut phone = clinic.tab_for(evening.gil, AccountKind::Member).await?;
        let door = phone.get(&format!("/me/sessions/{}/door", evening.session.id)).await;
        assert!(!door.body.contains("in-person"), "{}", door.body);
        Ok(())
    }

    async fn whoever_is_in_the_room_is_asked_nothing_else_at_the_door(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        meets(&clinic, &evening, Meets::InPerson).await?;
        let path = format!("/me/sessions/{}/door", evening.session.id);
        let mut phone = clinic.tab_for(evening.gil, AccountKind::Member).await?;
        let page = phone.get(&path).await;
        assert!(page.body.contains("I am in the room with the group"), "{}", page.body);
        let unsaid = phone.post(&path, &[("agreed", "yes")]).await;
        assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
        let elsewhere = phone.post(&path, &[("kind", "text"), ("place", "alone"), ("agreed", "yes")]).await;
        assert_eq!(elsewhere.status, StatusCode::UNPROCESSABLE_ENTITY, "whoever is elsewhere says where");
        let sent = [("kind", "in-person"), ("whereabouts", "12 Mill Lane"), ("agreed", "yes")];
        let room = format!("/me/sessions/{}/room", evening.session.id);
        assert_eq!(phone.post(&path, &sent).await.location(), room);
        let id = evening.session.id;
        let kept = clinic.read(evening.gil, async move |work| Ok(door(work, id).await?.answers)).await?.expect("they answered");
        assert_eq!((kept.kind, kept.whereabouts.as_str()), (SeatKind::InPerson, ""));
        let (_, reached) = clinic.read(evening.leader, async move |work| reaches(work, id).await).await?;
        assert!(reached.is_empty(), "they are in the room");
        let page = phone.get(&room).await;
        assert!(!page.headers["permissions-policy"].to_str().is_ok_and(|policy| policy.contains("camera=(self)")));
        Ok(())
    }
}
