//! The clocks, against what the laws publish.

use super::*;
use crate::testing::START;

/// Tuesday, 24 November 2026, 15:00 UTC, which is 15:00 in Dublin and 7:00 in Los Angeles.
fn basis(zone: &TimeZone, affected: u32) -> Basis<'_> {
    Basis { discovered: START, affected, people_told: None, zone }
}

fn due(telling: Telling, affected: u32) -> Option<Span> {
    telling.due(&basis(&TimeZone::UTC, affected)).map(|due| due - START)
}

fn at(zone: &TimeZone, moment: Timestamp) -> DateTime {
    zone.to_datetime(jiff::Timestamp::from_millisecond(moment.0).expect("it is in range"))
}

#[test]
fn each_law_gives_the_time_that_it_publishes() {
    let hours_72 = Some(Span(259_200_000));
    let days = |count: i64| Some(Span(count * 86_400_000));
    for (telling, few, many) in [
        (Telling::GdprAuthority, hours_72, hours_72),
        (Telling::HipaaPeople, days(60), days(60)),
        (Telling::HipaaMedia, None, days(60)),
        (Telling::FtcPeople, days(60), days(60)),
        (Telling::FtcMedia, None, days(60)),
        (Telling::StatePeople, days(30), days(30)),
        (Telling::CaliforniaPeople, days(30), days(30)),
        (Telling::TexasPeople, days(60), days(60)),
        (Telling::TexasAttorney, days(30), days(30)),
    ] {
        assert_eq!((due(telling, 499), due(telling, 500)), (few, many), "{telling:?}");
    }
}

#[test]
fn fewer_than_five_hundred_go_into_the_list_of_the_year() {
    for telling in [Telling::HipaaDepartment, Telling::FtcCommission] {
        let listed = telling.due(&basis(&TimeZone::UTC, 499)).expect("it is listed");
        assert_eq!(
            at(&TimeZone::UTC, listed),
            jiff::civil::date(2027, 3, 1).at(23, 59, 0, 0),
            "60 days after 31 December"
        );
        assert_eq!(due(telling, 500), Some(Span::days(60)), "{telling:?}");
    }
}

#[test]
fn a_leap_year_ends_the_list_a_day_of_the_calendar_sooner() {
    let zone = TimeZone::UTC;
    let morning = zone.to_timestamp(jiff::civil::date(2027, 5, 4).at(9, 0, 0, 0)).expect("it is in range");
    let discovered = Timestamp(morning.as_millisecond());
    let basis = Basis { discovered, affected: 3, people_told: None, zone: &zone };
    let listed = Telling::HipaaDepartment.due(&basis).expect("it is listed");
    assert_eq!(at(&zone, listed).date(), jiff::civil::date(2028, 2, 29));
}

#[test]
fn californias_attorney_is_told_after_more_than_five_hundred_people_were() {
    let zone = TimeZone::UTC;
    let told = START + Span::days(4);
    assert_eq!(due(Telling::CaliforniaAttorney, 500), None);
    assert_eq!(due(Telling::CaliforniaAttorney, 501), Some(Span::days(45)), "30 days, and 15 after them");
    let early = Telling::CaliforniaAttorney.due(&Basis { people_told: Some(told), ..basis(&zone, 501) });
    assert_eq!(early, Some(told + Span::days(15)));
}

#[test]
fn business_days_leave_out_the_weekends_where_the_practice_is() {
    let zone = TimeZone::get("America/Los_Angeles").expect("the zone is known");
    let due = Telling::CaliforniaClinic.due(&basis(&zone, 1)).expect("it applies");
    assert_eq!(at(&zone, due), jiff::civil::date(2026, 12, 15).at(7, 0, 0, 0), "three weeks of five days");
    let saturday = Timestamp(START.0) + Span::days(4);
    let from_saturday = Telling::CaliforniaClinic.due(&Basis { discovered: saturday, ..basis(&zone, 1) });
    assert_eq!(at(&zone, from_saturday.expect("it applies")).date(), jiff::civil::date(2026, 12, 18));
}

#[test]
fn where_no_law_makes_tell_people_the_practice_owes_it_to_them_all_the_same() {
    let zone = TimeZone::UTC;
    let of = |laws: &[Law]| clocks(laws, &basis(&zone, 2)).into_iter().map(|clock| clock.telling).collect::<Vec<_>>();
    assert_eq!(of(&[]), [Telling::Promise]);
    assert_eq!(of(&[Law::Gdpr]), [Telling::GdprAuthority, Telling::GdprPeople]);
    assert_eq!(of(&[Law::Hipaa, Law::State]), [Telling::StatePeople, Telling::HipaaPeople, Telling::HipaaDepartment]);
    for law in Law::ALL {
        let tells_people = law.tellings().iter().any(|telling| telling.whom() == Whom::People);
        assert!(tells_people, "{law:?} makes tell people, or the promise would have to stand beside it");
    }
}

#[test]
fn the_laws_that_are_proposed_follow_from_the_place_and_from_what_protects_the_words() {
    use Confidentiality::{ClinicalRecord, CommunityPromise};
    let of = |place: &str, confidentiality| {
        let home: Jurisdiction = place.parse().expect("it is a place");
        Law::proposed(Some(&home), confidentiality)
    };
    assert_eq!(of("IE", ClinicalRecord), [Law::Gdpr]);
    assert_eq!(of("IE", CommunityPromise), [Law::Gdpr]);
    assert_eq!(of("GB", CommunityPromise), [Law::Gdpr]);
    assert_eq!(of("US-NY", ClinicalRecord), [Law::Hipaa, Law::State]);
    assert_eq!(of("US-NY", CommunityPromise), [Law::Ftc, Law::State]);
    assert_eq!(of("US-CA", ClinicalRecord), [Law::Hipaa, Law::California]);
    assert_eq!(of("US-TX", CommunityPromise), [Law::Ftc, Law::State, Law::Texas]);
    assert_eq!(of("NZ", ClinicalRecord), []);
    assert_eq!(Law::proposed(None, ClinicalRecord), []);
}
