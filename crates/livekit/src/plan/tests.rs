//! What follows from each act, and from each list of those who are there.

use super::*;

const ADA: Seat = Seat(1);
const BEN: Seat = Seat(2);
const ALL: Circle = Circle(0);
const APART: Circle = Circle(1);

fn arrival(seat: Seat, circle: Circle) -> Vec<Act> {
    vec![
        Act::Move(vec![(seat, circle)]),
        Act::Unmute { seat, kind: Kind::Audio, by: seat },
        Act::Mute { seat, kind: Kind::Video },
        Act::Turns(Turns::Everybody),
    ]
}

/// Gives a ticket; names are what they are for.
fn comes(plan: &mut Plan, seat: Seat, circle: Circle, time: u8) -> Way {
    let names = Names { room: format!("room-{}-{time}", circle.0), identity: format!("seat-{}-{time}", seat.0) };
    plan.seat(seat, &arrival(seat, circle), names)
}

fn found(identity: &str, state: State, grants: Grants) -> Participant {
    Participant { identity: identity.to_owned(), state, permission: Some(grants.into()) }
}

const SOUND: Grants = Grants { microphone: true, camera: false };

#[test]
fn a_way_in_says_what_holds_on_arrival_and_a_page_that_comes_back_keeps_its_name() {
    let mut plan = Plan::default();
    let way = comes(&mut plan, ADA, ALL, 1);
    assert_eq!(way, Way { room: "room-0-1".to_owned(), identity: "seat-1-1".to_owned(), grants: SOUND });
    assert_eq!(comes(&mut plan, ADA, ALL, 2), way);
    assert_eq!(comes(&mut plan, BEN, ALL, 3).room, way.room);
}

#[test]
fn whoever_is_there_as_wanted_is_told_once_and_left_alone() {
    let mut plan = Plan::default();
    comes(&mut plan, ADA, ALL, 1);
    let there = |state| [found("seat-1-1", state, SOUND)];
    assert_eq!(plan.look("room-0-1", &there(State::Joined)), (vec![], vec![]));
    assert_eq!(plan.look("room-0-1", &there(State::Active)), (vec![], vec![(ADA, Event::Connected)]));
    assert_eq!(plan.look("room-0-1", &there(State::Active)), (vec![], vec![]));
}

#[test]
fn muted_means_that_the_permission_is_taken_and_only_the_members_own_act_gives_it_back() {
    let mut plan = Plan::default();
    comes(&mut plan, ADA, ALL, 1);
    let (kind, silent) = (Kind::Audio, Grants::default());
    plan.act(&Act::Mute { seat: ADA, kind });
    let permit = |grants| vec![Mend::Permit("seat-1-1".to_owned(), grants)];
    assert_eq!(plan.look("room-0-1", &[found("seat-1-1", State::Joined, SOUND)]).0, permit(silent));
    assert_eq!(plan.look("room-0-1", &[found("seat-1-1", State::Joined, silent)]).0, vec![]);
    plan.act(&Act::Unmute { seat: ADA, kind, by: BEN });
    assert_eq!(plan.look("room-0-1", &[found("seat-1-1", State::Joined, silent)]).0, vec![]);
    plan.act(&Act::Unmute { seat: ADA, kind, by: ADA });
    assert_eq!(plan.look("room-0-1", &[found("seat-1-1", State::Joined, silent)]).0, permit(SOUND));
}

#[test]
fn while_there_are_turns_only_those_who_have_one_are_heard() {
    let mut plan = Plan::default();
    comes(&mut plan, ADA, ALL, 1);
    comes(&mut plan, BEN, ALL, 2);
    let both = [found("seat-1-1", State::Joined, SOUND), found("seat-2-2", State::Joined, SOUND)];
    plan.act(&Act::Turns(Turns::Only(vec![ADA])));
    let silent = vec![Mend::Permit("seat-2-2".to_owned(), Grants::default())];
    assert_eq!(plan.look("room-0-1", &both).0, silent);
    plan.act(&Act::Turns(Turns::Everybody));
    assert_eq!(plan.look("room-0-1", &both).0, vec![]);
}

#[test]
fn more_than_is_granted_is_taken_back_whatever_it_is() {
    let mut plan = Plan::default();
    comes(&mut plan, ADA, ALL, 1);
    let wanted = Permission::from(SOUND);
    let all_sources = Permission { can_publish_sources: BTreeSet::new(), ..wanted.clone() };
    for has in [
        all_sources,
        Permission { can_publish_data: true, ..wanted.clone() },
        Permission { hidden: true, ..wanted.clone() },
        Permission { can_update_metadata: true, ..wanted },
    ] {
        let participant = Participant { permission: Some(has.clone()), ..found("seat-1-1", State::Active, SOUND) };
        assert_eq!(plan.look("room-0-1", &[participant]).0, [Mend::Permit("seat-1-1".to_owned(), SOUND)], "{has:?}");
    }
}

#[test]
fn whoever_goes_to_another_circle_is_let_out_of_the_one_and_has_another_name_in_the_next() {
    let mut plan = Plan::default();
    comes(&mut plan, ADA, ALL, 1);
    comes(&mut plan, BEN, ALL, 2);
    assert_eq!(plan.act(&Act::Move(vec![(ADA, APART), (BEN, ALL)])), [ADA]);
    let both = [found("seat-1-1", State::Active, SOUND), found("seat-2-2", State::Active, SOUND)];
    let (mends, told) = plan.look("room-0-1", &both);
    assert_eq!(mends, [Mend::Remove("seat-1-1".to_owned())]);
    assert_eq!(told, [(BEN, Event::Connected)]);
    let way = comes(&mut plan, ADA, APART, 3);
    assert_eq!((way.room.as_str(), way.identity.as_str()), ("room-1-3", "seat-1-3"));
    // Back again: the circle apart is ended, and the old ticket is still no way in.
    assert_eq!(plan.act(&Act::Move(vec![(ADA, ALL)])), [ADA]);
    assert_eq!(plan.retired(), ["room-1-3"]);
    assert_eq!(comes(&mut plan, ADA, ALL, 4).identity, "seat-1-4");
    assert_eq!(plan.look("room-0-1", &both).0, [Mend::Remove("seat-1-1".to_owned())]);
}

#[test]
fn somebody_unknown_or_removed_has_no_place() {
    let mut plan = Plan::default();
    comes(&mut plan, ADA, ALL, 1);
    comes(&mut plan, BEN, ALL, 2);
    plan.leave(ADA);
    let all = ["seat-1-1", "stranger", "seat-2-2"].map(|name| found(name, State::Joined, SOUND));
    let gone = ["seat-1-1", "stranger"].map(|name| Mend::Remove(name.to_owned()));
    assert_eq!(plan.look("room-0-1", &all).0, gone);
}

#[test]
fn whoever_was_there_and_is_not_is_told_once_and_comes_by_a_new_ticket() {
    let mut plan = Plan::default();
    comes(&mut plan, ADA, ALL, 1);
    comes(&mut plan, BEN, ALL, 2);
    // A ticket that was not used yet is no loss.
    assert_eq!(plan.look("room-0-1", &[]), (vec![], vec![]));
    plan.look("room-0-1", &[found("seat-1-1", State::Active, SOUND)]);
    let lost = vec![(ADA, Event::Lost(Loss::Ended))];
    assert_eq!(plan.look("room-0-1", &[found("seat-1-1", State::Disconnected, SOUND)]), (vec![], lost));
    assert_eq!(plan.look("room-0-1", &[]), (vec![], vec![]));
    assert_eq!(comes(&mut plan, ADA, ALL, 3).identity, "seat-1-3");
}

#[test]
fn each_seat_learns_the_names_of_those_in_its_own_circle() {
    let mut plan = Plan::default();
    comes(&mut plan, ADA, ALL, 1);
    comes(&mut plan, BEN, ALL, 2);
    comes(&mut plan, Seat(3), APART, 3);
    let slot = |mid: &str, kind, seat| Slot { mid: mid.to_owned(), kind, seat: Some(seat) };
    let pair = |mid, seat| Event::Slots(vec![slot(mid, Kind::Audio, seat), slot(mid, Kind::Video, seat)]);
    let alone = Event::Slots(Vec::new());
    assert_eq!(plan.slots(), [(ADA, pair("seat-2-2", BEN)), (BEN, pair("seat-1-1", ADA)), (Seat(3), alone)]);
}

#[test]
fn at_the_end_every_circle_is_ended_and_nobody_is_looked_after_any_more() {
    let mut plan = Plan::default();
    comes(&mut plan, ADA, ALL, 1);
    comes(&mut plan, BEN, APART, 2);
    plan.end();
    assert_eq!(
        (plan.is_over(), plan.rooms(), plan.retired()),
        (true, vec![], vec!["room-0-1".into(), "room-1-2".into()])
    );
    assert_eq!(plan.look("room-0-1", &[found("seat-1-1", State::Active, SOUND)]), (vec![], vec![]));
    plan.is_ended("room-0-1");
    assert_eq!(plan.retired(), ["room-1-2"]);
}

#[test]
fn rooms_that_wait_to_be_ended_are_bounded() {
    let mut plan = Plan::default();
    for time in 0..=u8::try_from(RETIRED_MAX).expect("a small number") {
        comes(&mut plan, ADA, ALL, time);
        plan.leave(ADA);
    }
    assert_eq!(plan.retired().len(), RETIRED_MAX);
}
