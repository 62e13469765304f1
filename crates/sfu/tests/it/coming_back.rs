//! Lines that break and come back: the seat is as it was.

use sfu::{Act, Event, Kind, LINE_KEPT, Loss};

use crate::browser::Setup;
use crate::media::assert_unbroken;
use crate::world::{ANA, BEN, CLEO, ROOM, World, ms, secs};

#[test]
fn whoever_changes_the_network_goes_on_in_the_same_connection() {
    let mut world = World::with(&[ANA, BEN]);
    world.pass(secs(1));
    let slots = world.sfu.slots(ROOM, BEN).unwrap();
    let (before, now) = (world.browser(BEN).here, world.now);
    world.wire.cut(before);
    world.wander(BEN);
    world.pass(secs(3));
    let since = world.now;
    world.pass(secs(2));
    assert_eq!(world.sfu.slots(ROOM, BEN).unwrap(), slots);
    assert!((95..=105).contains(&world.browser(BEN).heard(ANA, since).len()));
    assert!((95..=105).contains(&world.browser(ANA).heard(BEN, since).len()));
    assert!(!world.browser(BEN).seen(ANA, since).is_empty());
    assert_eq!(world.loss(BEN), None);
    let numbers = world.browser(BEN).heard(ANA, now);
    assert!(numbers[0].seq > 1_040, "the stream goes on; it does not begin anew");
}

#[test]
fn a_new_connection_takes_up_the_same_slots_in_the_same_silence_with_the_same_talk_time() {
    let mut world = World::with(&[ANA, BEN, CLEO]);
    world.pass(secs(3));
    world.act(Act::Mute { seat: BEN, kind: Kind::Audio });
    let behind = |world: &World| {
        world.sfu.slots(ROOM, BEN).unwrap().into_iter().map(|slot| (slot.kind, slot.seat)).collect::<Vec<_>>()
    };
    let (before, talked) = (behind(&world), world.sfu.talk(ROOM, world.now).unwrap());
    world.join(BEN, Setup::default());
    let since = world.now;
    world.pass(secs(2));
    assert_eq!(behind(&world), before);
    let slots = world.sfu.slots(ROOM, BEN).unwrap();
    assert!(world.was_told(BEN, &Event::Slots(slots)), "by the names of the new connection");
    assert_eq!(world.browser(ANA).heard(BEN, since + ms(30)), [], "still muted");
    assert!(!world.browser(ANA).seen(BEN, since).is_empty());
    assert!(!world.browser(BEN).heard(ANA, since).is_empty());
    let talk = world.sfu.talk(ROOM, world.now).unwrap();
    assert!(talk.members[1].1.talk_ms >= talked.members[1].1.talk_ms && talked.members[1].1.talk_ms > 2_000);
    world.browser(BEN).by_slot().values().for_each(|slot| assert_unbroken(slot));
    world.browser(ANA).by_slot().values().for_each(|slot| assert_unbroken(slot));
}

#[test]
fn a_connection_that_stands_cannot_ask_for_other_slots() {
    let mut world = World::with(&[ANA, BEN]);
    let here = world.browser(BEN).here;
    let offer = world.browser(BEN).restart(here).replacen("a=recvonly", "a=inactive", 1);
    let answered = world.sfu.join(ROOM, BEN, &offer, sfu::Consent::Agreed, world.now);
    assert_eq!(answered, Err(sfu::Refusal::OfferChanged));
}

#[test]
fn a_line_that_comes_back_by_itself_is_kept() {
    let mut world = World::with(&[ANA, BEN]);
    let address = world.browser(BEN).here;
    world.wire.cut(address);
    world.pass(secs(6));
    world.wire.mend(address);
    world.pass(secs(6));
    let since = world.now;
    world.pass(secs(1));
    assert_eq!(world.loss(BEN), None);
    assert!(!world.browser(ANA).heard(BEN, since).is_empty());
}

#[test]
fn a_line_that_stays_silent_is_dropped_and_its_seat_stays() {
    let mut world = World::with(&[ANA, BEN]);
    let address = world.browser(BEN).here;
    world.wire.cut(address);
    world.pass(secs(60));
    assert!(world.was_told(BEN, &Event::Broken));
    assert_eq!(world.loss(BEN), Some(Loss::Silent));
    let at = |event: Event| world.told.iter().find(|(_, told)| told.event == event && told.seat == BEN).unwrap().0;
    let kept = at(Event::Lost(Loss::Silent)) - at(Event::Broken);
    assert!(kept >= LINE_KEPT && kept < LINE_KEPT + secs(1));
    assert!(world.sfu.slots(ROOM, BEN).is_ok(), "the seat stays");
    world.join(BEN, Setup::default());
    let since = world.now;
    world.pass(secs(2));
    assert!(!world.browser(ANA).heard(BEN, since).is_empty());
}

#[test]
fn a_connection_that_never_comes_about_is_dropped() {
    let mut world = World::with(&[ANA]);
    let (_, offer) = crate::browser::Browser::new(BEN, world.address(), Setup::default(), world.now);
    world.sfu.join(ROOM, BEN, &offer, sfu::Consent::Refused, world.now).unwrap();
    world.pass(secs(40));
    assert_eq!(world.loss(BEN), Some(Loss::Silent));
}

#[test]
fn a_browser_that_says_good_bye_is_gone_at_once() {
    let mut world = World::with(&[ANA, BEN]);
    world.browser(BEN).rtc.close().unwrap();
    let now = world.now;
    world.browser(BEN).camera = false;
    world.browser(BEN).mic = false;
    world.browser(BEN).due = now;
    world.pass(secs(1));
    assert_eq!(world.loss(BEN), Some(Loss::Ended));
}
