//! What a member never sees, whatever has happened: words for others, signals, reasons, who is out, who said what without a name.

use super::random::{MEMBERS, asks, full, play, steps};
use super::scene::SUE;
use floor::Seat;
use floor::hall::{Call, Channel, Fact, Hall, Lead, LeadView, News, Output, To, View, Wish};
use proptest::prelude::*;

/// The view as a page would get it.
fn page(hall: &Hall, seat: Seat) -> Option<String> {
    match hall.view_for(seat, 0) {
        View::Inside(view) => Some(serde_json::to_string(&view).unwrap()),
        _ => None,
    }
}

fn check_page(hall: &Hall, seat: Seat, page: &str) {
    assert!(page.contains(r#""lead":null"#));
    for secret in ["barred", "lost_since", "waiting", "ratings", "entry", "Overheard", "expected", "late_ms", "raised"]
    {
        assert!(!page.contains(secret), "{secret} in {page}");
    }
    for other in MEMBERS.into_iter().chain([SUE, Seat(1), Seat(2)]).filter(|other| *other != seat) {
        for channel in [Channel::Leaders, Channel::Member(other)] {
            let mark = super::random::mark(other, channel);
            assert!(!page.contains(&mark), "{mark} in {page}");
        }
    }
    let View::Inside(view) = hall.view_for(seat, 0) else { return };
    let shown = view.gathered.as_ref().is_some_and(|gathered| gathered.shown.is_some());
    assert!(shown || !page.contains("WORDS"), "{page}");
    let own = page.matches("is_seen").count();
    for signal in ["Unsafe", "TalkAfter", "Help"] {
        assert!(page.matches(signal).count() <= own, "{signal} in {page}");
    }
    assert!(view.people.iter().all(|person| serde_json::to_string(person).unwrap().contains("place")));
}

/// What reaches a member's page at once.
fn check_news(outputs: &[Output]) {
    for output in outputs {
        let Output::Tell(to, news) = output else { continue };
        let for_leaders = matches!(
            news,
            News::Knocked(_) | News::NobodyHolds | News::Moment(_) | News::Signal(..) | News::Withdrawn(..)
        );
        assert!(!for_leaders || *to == To::Leaders, "{output:?}");
        if let News::Written(by, channel, _) = news {
            check_written(*by, *channel, to);
        }
    }
}

fn check_written(by: Seat, channel: Channel, to: &To) {
    let To::Seats(seats) = to else { panic!("{to:?}") };
    let others = seats.iter().filter(|seat| MEMBERS.contains(seat) || **seat == SUE);
    match channel {
        Channel::Leaders => assert!(others.into_iter().all(|seat| *seat == by)),
        Channel::Member(member) => assert!(others.into_iter().all(|seat| *seat == member)),
        Channel::All | Channel::Breakouts => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn a_members_page_holds_nothing_that_is_for_those_who_lead(steps in steps()) {
        play(&mut full(), &steps, |_, hall, _, answer| {
            for seat in MEMBERS.into_iter().chain([SUE]) {
                if let Some(page) = page(hall, seat) {
                    check_page(hall, seat, &page);
                }
            }
            check_news(answer.as_deref().unwrap_or_default());
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    /// Two runs that differ in what one member tells those who lead, and in why they are away, are the same to the others.
    #[test]
    fn the_others_cannot_tell_two_secrets_apart(steps in steps()) {
        let mut twin = full();
        let mut now = super::scene::STARTS;
        play(&mut full(), &steps, |before, hall, step, answer| {
            now += step.later_ms;
            let changed = match asks(before, &step.call) {
                Some((_, Wish::Signal(_) | Wish::Withdraw(_) | Wish::Lead(Lead::Seen(..)))) => None,
                Some((seat, Wish::Write(Channel::Leaders | Channel::Member(_), _))) if answer.is_ok() => {
                    Some(Call::of(seat, Wish::Write(Channel::Leaders, "something else".to_owned())))
                }
                _ => Some(step.call.clone()),
            };
            match changed {
                Some(call) => drop(twin.handle(call, now - step.behind_ms)),
                None if answer.is_ok() => drop(twin.poll(now - step.behind_ms)),
                None => {}
            }
            for seat in MEMBERS {
                assert_eq!(without_own(hall, seat), without_own(&twin, seat));
            }
        });
    }

    #[test]
    fn the_end_leaves_nothing_of_what_was_said(steps in steps()) {
        let mut hall = full();
        play(&mut hall, &steps, |_, _, _, _| {});
        hall.poll(u64::MAX / 2);
        if !hall.is_over() {
            hall.handle(Call::Fact(Fact::End), 0).unwrap();
        }
        let kept = serde_json::to_string(&hall).unwrap();
        for mark in ["ALL:", "LEADERS:", "MEMBER:", "BREAKOUTS.", "WORDS", "how is it", "Unsafe", "TalkAfter"] {
            assert!(!kept.contains(mark), "{mark} in {kept}");
        }
        for seat in super::random::SEATS {
            assert!(matches!(hall.view_for(seat, 0), View::Over(_)));
        }
    }
}

/// A view without what is the viewer's own secret: signals, and words with those who lead.
fn without_own(hall: &Hall, seat: Seat) -> View {
    let mut view = hall.view_for(seat, 0);
    if let View::Inside(view) = &mut view {
        view.signals.clear();
        view.lines.retain(|line| matches!(line.channel, Channel::All | Channel::Breakouts));
        // Numbers have gaps for everybody; what fills them is for others.
        assert!(view.lines.windows(2).all(|pair| pair[0].number < pair[1].number));
    }
    view
}

#[test]
fn those_who_lead_do_see_it() {
    let mut scene = super::scene::Scene::group();
    scene.own(super::scene::ANA, Wish::Signal(floor::hall::Signal::Unsafe)).unwrap();
    let lead: LeadView = scene.lead_view();
    assert!(serde_json::to_string(&lead).unwrap().contains("Unsafe"));
    let page = page(&scene.hall, super::scene::LEA).unwrap();
    assert!(
        page.contains("raised") && page.contains("barred"),
        "the marks that are looked for are there to find: {page}"
    );
}
