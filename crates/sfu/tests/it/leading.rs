//! Muting, removal, circles and turns: what the server does not forward, nobody gets.

use std::collections::HashSet;

use floor::Seat;
use sfu::{Act, Circle, Consent, Kind, Refusal, Turns};

use crate::browser::{Browser, Setup};
use crate::media::assert_unbroken;
use crate::world::{ANA, BEN, CLEO, DANA, ROOM, World, ms, secs};

const ALL: [Seat; 4] = [ANA, BEN, CLEO, DANA];

/// Those whom a member hears in the next second.
fn hears(world: &mut World, listener: Seat) -> HashSet<Seat> {
    world.pass(ms(200));
    let since = world.now;
    world.pass(secs(1));
    world.browser(listener).since(since).map(|got| got.from).collect()
}

#[test]
fn whoever_is_muted_is_not_forwarded_at_all_and_only_they_take_it_back() {
    let mut world = World::with(&ALL);
    world.act(Act::Mute { seat: BEN, kind: Kind::Audio });
    let since = world.now + ms(30);
    world.pass(secs(3));
    for listener in [ANA, CLEO, DANA] {
        assert_eq!(world.browser(listener).heard(BEN, since), [], "muted means no packet");
        assert!(
            (140..=155).contains(&world.browser(listener).heard(if listener == ANA { CLEO } else { ANA }, since).len())
        );
        assert!(!world.browser(listener).seen(BEN, since).is_empty(), "the camera is another matter");
    }
    let by_another = Act::Unmute { seat: BEN, kind: Kind::Audio, by: ANA };
    assert_eq!(world.sfu.act(ROOM, by_another, world.now), Err(Refusal::OwnAct));
    world.act(Act::Unmute { seat: BEN, kind: Kind::Audio, by: BEN });
    world.pass(secs(1));
    for listener in [ANA, CLEO, DANA] {
        let browser = world.browser(listener);
        assert!((40..=51).contains(&browser.heard(BEN, since).len()));
        browser.by_slot().values().for_each(|slot| assert_unbroken(slot));
    }
}

#[test]
fn a_camera_that_is_muted_comes_back_with_a_key_frame() {
    let mut world = World::with(&[ANA, BEN]);
    world.act(Act::Mute { seat: BEN, kind: Kind::Video });
    let since = world.now + ms(30);
    world.pass(secs(2));
    assert_eq!(world.browser(ANA).seen(BEN, since), []);
    world.act(Act::Unmute { seat: BEN, kind: Kind::Video, by: BEN });
    world.pass(secs(2));
    let seen = world.browser(ANA).seen(BEN, since);
    assert!(seen[0].is_key && seen.len() > 10);
    world.browser(ANA).by_slot().values().for_each(|slot| assert_unbroken(slot));
}

#[test]
fn whoever_is_removed_gets_and_gives_nothing_more_and_does_not_come_back() {
    let mut world = World::with(&ALL);
    world.pass(secs(1));
    let address = world.browser(BEN).here;
    world.sfu.remove(ROOM, BEN, world.now).unwrap();
    world.poll();
    let since = world.now + ms(1);
    world.pass(secs(3));
    assert!(!world.sent.iter().any(|(at, to, _)| *to == address && *at >= since), "not one datagram more");
    for listener in [ANA, CLEO, DANA] {
        let browser = world.browser(listener);
        assert_eq!((browser.heard(BEN, since + ms(30)), browser.seen(BEN, since + ms(30))), (vec![], vec![]));
    }
    let (_, offer) = Browser::new(BEN, world.address(), Setup::default(), world.now);
    assert_eq!(world.sfu.join(ROOM, BEN, &offer, Consent::Agreed, world.now), Err(Refusal::Removed));
    assert_eq!(world.sfu.slots(ROOM, BEN), Err(Refusal::NoSeat));
    assert!(world.sfu.talk(ROOM, world.now).unwrap().members.iter().all(|(seat, _)| *seat != BEN));
}

#[test]
fn nobody_outside_a_breakout_hears_it_and_moving_asks_for_no_new_description() {
    let mut world = World::with(&ALL);
    world.act(Act::Move(vec![(CLEO, Circle(1)), (DANA, Circle(1))]));
    assert_eq!(hears(&mut world, ANA), HashSet::from([BEN]));
    assert_eq!(hears(&mut world, BEN), HashSet::from([ANA]));
    assert_eq!(hears(&mut world, CLEO), HashSet::from([DANA]));
    assert_eq!(hears(&mut world, DANA), HashSet::from([CLEO]));
    world.act(Act::Move(vec![(ANA, Circle(1))]));
    assert_eq!(hears(&mut world, BEN), HashSet::new());
    assert_eq!(hears(&mut world, DANA), HashSet::from([ANA, CLEO]));
    world.act(Act::Move(ALL.map(|seat| (seat, Circle(0))).to_vec()));
    for listener in ALL {
        let others: HashSet<Seat> = ALL.into_iter().filter(|seat| *seat != listener).collect();
        assert_eq!(hears(&mut world, listener), others);
        world.browser(listener).by_slot().values().for_each(|slot| assert_unbroken(slot));
    }
}

#[test]
fn a_leader_may_be_heard_in_every_breakout_without_hearing_it() {
    let mut world = World::with(&ALL);
    world.act(Act::Move(vec![(CLEO, Circle(1)), (DANA, Circle(2))]));
    world.act(Act::Broadcast(Some(ANA)));
    assert_eq!(hears(&mut world, CLEO), HashSet::from([ANA]));
    assert_eq!(hears(&mut world, DANA), HashSet::from([ANA]));
    assert_eq!(hears(&mut world, ANA), HashSet::from([BEN]));
    world.act(Act::Broadcast(None));
    assert_eq!(hears(&mut world, CLEO), HashSet::new());
}

#[test]
fn in_turns_only_those_who_have_the_word_are_heard_and_all_are_seen() {
    let mut world = World::with(&ALL);
    world.act(Act::Turns(Turns::Only(vec![ANA, CLEO])));
    world.pass(ms(100));
    let since = world.now;
    world.pass(secs(2));
    let dana = world.browser(DANA);
    assert_eq!((dana.heard(ANA, since).len(), dana.heard(BEN, since).len()), (100, 0));
    assert!(!dana.seen(BEN, since).is_empty());
    world.act(Act::Turns(Turns::Everybody));
    world.pass(secs(1));
    assert!(!world.browser(DANA).heard(BEN, since).is_empty());
}

#[test]
fn an_act_about_somebody_who_is_not_there_harms_nobody_who_is() {
    let mut world = World::with(&[ANA, BEN]);
    let absent = Seat(9);
    for act in [
        Act::Mute { seat: absent, kind: Kind::Audio },
        Act::Unmute { seat: absent, kind: Kind::Audio, by: absent },
        Act::Consent { seat: absent, consent: Consent::Agreed },
    ] {
        assert_eq!(world.sfu.act(ROOM, act, world.now), Err(Refusal::NoSeat));
    }
    world.act(Act::Spotlight(Some(absent)));
    world.act(Act::Broadcast(Some(absent)));
    assert_eq!(world.sfu.leave(ROOM, absent, world.now), Ok(()), "nothing is left to be freed");
    assert_eq!(hears(&mut world, ANA), HashSet::from([BEN]));
    world.act(Act::Move(vec![(absent, Circle(1)), (ANA, Circle(1))]));
    assert_eq!(hears(&mut world, ANA), HashSet::new(), "whoever is there is moved, whoever is not is skipped");
}

#[test]
fn whoever_is_removed_before_they_ever_came_does_not_come() {
    let mut world = World::with(&[ANA]);
    world.sfu.remove(ROOM, BEN, world.now).unwrap();
    let (_, offer) = Browser::new(BEN, world.address(), Setup::default(), world.now);
    assert_eq!(world.sfu.join(ROOM, BEN, &offer, Consent::Agreed, world.now), Err(Refusal::Removed));
}

#[test]
fn a_closed_room_sends_nothing_more_and_is_known_no_more() {
    let mut world = World::with(&[ANA, BEN]);
    assert_eq!(world.sfu.open(ROOM, world.now), Err(Refusal::RoomOpen));
    world.sfu.close(ROOM, world.now).unwrap();
    world.poll();
    let since = world.now + ms(1);
    world.pass(secs(2));
    assert!(!world.sent.iter().any(|(at, ..)| *at >= since));
    assert_eq!(world.sfu.talk(ROOM, world.now).unwrap_err(), Refusal::NoRoom);
    assert_eq!(world.sfu.close(ROOM, world.now).unwrap_err(), Refusal::NoRoom);
}
