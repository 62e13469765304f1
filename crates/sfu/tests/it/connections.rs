//! Which connection is told of, what ends with one, and by which addresses it is known.

use std::net::{IpAddr, SocketAddr};

use sfu::{Act, Circle, Consent, Event, Loss, Output, Told};

use crate::browser::{Browser, Setup};
use crate::world::{ANA, BEN, CLEO, ROOM, World, ms, ours, secs};

/// The browser says good-bye, and sends nothing more.
fn hang_up(world: &mut World, seat: floor::Seat) {
    let now = world.now;
    let browser = world.browser(seat);
    browser.rtc.close().unwrap();
    (browser.camera, browser.mic, browser.due) = (false, false, now);
}

/// What was told to a seat, with the connection that it is about.
fn told(world: &World, seat: floor::Seat) -> Vec<(u64, &Event)> {
    world.told.iter().filter(|(_, told)| told.seat == seat).map(|(_, told)| (told.connection.0, &told.event)).collect()
}

#[test]
fn each_connection_has_a_number_and_the_same_one_keeps_it_over_a_change_of_network() {
    let mut world = World::new();
    let mut offers = Vec::new();
    for _ in 0..2 {
        let here = world.address();
        let (mut browser, offer) = Browser::new(BEN, here, Setup::default(), world.now);
        let joined = world.sfu.join(ROOM, BEN, &offer, Consent::Refused, world.now).unwrap();
        browser.answered(&joined.answer, world.now);
        world.browsers = vec![browser];
        offers.push(joined.connection);
    }
    assert!(offers[0] < offers[1], "{offers:?}");
    world.pass(secs(1));
    let (here, now) = (world.address(), world.now);
    let offer = world.browser(BEN).restart(here);
    assert_eq!(world.sfu.join(ROOM, BEN, &offer, Consent::Refused, now).unwrap().connection, offers[1]);
    assert!(told(&world, BEN).iter().all(|(connection, _)| *connection == offers[1].0), "of the first nothing is told");
}

#[test]
fn what_happened_to_a_connection_is_not_told_once_another_has_taken_its_place() {
    let mut world = World::with(&[ANA, BEN]);
    let first = told(&world, BEN)[0].0;
    hang_up(&mut world, BEN);
    // Its good-bye has come, but nobody has asked yet what there is to tell, when the next offer comes.
    let now = world.now;
    world.browser(BEN).tick(now);
    let sent = std::mem::take(&mut world.browser(BEN).sent);
    for (from, to, bytes) in sent {
        world.sfu.handle(&bytes, from, to, now);
    }
    let (_, offer) = Browser::new(BEN, world.address(), Setup::default(), now);
    let second = world.sfu.join(ROOM, BEN, &offer, Consent::Refused, now).unwrap().connection;
    loop {
        match world.sfu.poll(now) {
            Output::Told(Told { seat: BEN, connection, .. }) => assert!(connection == second && second.0 > first),
            Output::Timeout(_) => break,
            Output::Told(_) | Output::Transmit(_) => {}
        }
    }
}

#[test]
fn a_browser_that_says_good_bye_frees_its_seat_its_slots_and_its_circle_at_once() {
    let mut world = World::with(&[ANA, BEN, CLEO]);
    world.act(Act::Move(vec![(BEN, Circle(1)), (CLEO, Circle(1))]));
    world.pass(ms(300));
    hang_up(&mut world, BEN);
    world.pass(ms(300));
    assert_eq!(world.loss(BEN), Some(Loss::Ended));
    assert_eq!(world.sfu.slots(ROOM, BEN), Err(sfu::Refusal::NoSeat));
    assert!(world.sfu.slots(ROOM, CLEO).unwrap().iter().all(|slot| slot.seat.is_none()), "no ghost has a slot");
    assert_eq!(world.sfu.leave(ROOM, BEN, world.now), Ok(()), "whoever hangs up afterwards does no harm");
    world.join(BEN, Setup::default());
    let since = world.now;
    world.pass(secs(1));
    assert!(!world.browser(ANA).heard(BEN, since).is_empty(), "whoever comes anew is with all");
}

#[test]
fn a_connection_that_broke_has_no_slot_and_leaves_nothing_when_its_seat_is_left() {
    let mut world = World::with(&[ANA, BEN]);
    let address = world.browser(BEN).here;
    world.wire.cut(address);
    world.pass(secs(40));
    assert_eq!(world.loss(BEN), Some(Loss::Silent));
    assert!(world.sfu.slots(ROOM, ANA).unwrap().iter().all(|slot| slot.seat.is_none()));
    world.sfu.leave(ROOM, BEN, world.now).unwrap();
    assert_eq!(world.sfu.slots(ROOM, BEN), Err(sfu::Refusal::NoSeat));
}

/// The same address as a socket of the other family names it.
fn long(address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(short) => SocketAddr::new(short.to_ipv6_mapped().into(), address.port()),
        IpAddr::V6(_) => address,
    }
}

#[test]
fn a_socket_of_both_families_names_short_addresses_in_the_long_form_and_they_are_the_same() {
    let mut world = World::with(&[ANA]);
    world.join(BEN, Setup::default());
    let until = world.now + secs(2);
    while world.now < until {
        world.now += ms(5);
        let now = world.now;
        world.browsers.iter_mut().for_each(|browser| browser.tick(now));
        let sent: Vec<_> = world.browsers.iter_mut().flat_map(|browser| std::mem::take(&mut browser.sent)).collect();
        for (from, to, bytes) in sent {
            assert_eq!(to, ours());
            world.sfu.handle(&bytes, long(from), long(to), now);
        }
        world.poll();
        while let Some(flying) = world.wire.arrived(now) {
            let browser = world.browsers.iter_mut().find(|browser| browser.here == flying.to).unwrap();
            browser.receive(flying.from, &flying.bytes, now);
        }
    }
    assert!(world.was_told(BEN, &Event::Connected));
    let since = world.ago(secs(1));
    assert!(!world.browser(ANA).heard(BEN, since).is_empty());
}
