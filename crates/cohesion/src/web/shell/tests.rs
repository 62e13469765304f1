//! What every page has, in every area, and what it never tells.

use maud::{Render, html};

use super::*;
use crate::clock::Timestamp;

const AREAS: [Area; 6] = [Area::Public, Area::Member, Area::Care, Area::Lead, Area::Admin, Area::Plain];

fn page_in(area: Area, path: &str) -> String {
    let view = View::public(path, Timestamp(0)).in_area(area);
    Page::new(&view, "place-today").heading("Tuesday group").body(html! { p { "Hello" } }).render().into_string()
}

#[test]
fn a_moment_is_said_within_a_sentence_and_alone() {
    let view = View::public("/", Timestamp(0));
    assert_eq!(view.moment(view.now), "today, 00:00");
    assert_eq!(view.moment_alone(view.now), "Today, 00:00");
    assert_eq!(view.moment_alone(Timestamp(40 * 86_400_000)), view.moment(Timestamp(40 * 86_400_000)));
}

#[test]
fn the_title_is_a_word_and_the_sites_name() {
    for area in AREAS {
        let page = page_in(area, "/care/groups");
        assert!(page.contains("<title>Today – Commons</title>"), "{area:?}");
        assert!(page.contains("<h1>Tuesday group</h1>"), "{area:?}");
    }
}

#[test]
fn help_is_the_first_thing_after_the_skip_link_in_every_area() {
    for area in AREAS {
        let page = page_in(area, "/");
        let links: Vec<&str> = page.split("<a ").skip(1).take(3).collect();
        assert!(links[0].starts_with("class=\"skip\" href=\"#main\""), "{area:?}: {}", links[0]);
        assert!(links[1].starts_with("class=\"help\" href=\"/help\""), "{area:?}: {}", links[1]);
        assert!(links[2].starts_with("class=\"leave\" href=\"/leave\""), "{area:?}: {}", links[2]);
    }
}

#[test]
fn members_have_four_places_and_staff_never_more_than_seven() {
    let words = crate::web::Words::english();
    assert_eq!(Area::Member.places(words).len(), 4);
    assert!(AREAS.iter().all(|area| area.places(words).len() <= 7));
    assert!(Area::Public.places(words).is_empty() && Area::Plain.places(words).is_empty());
}

#[test]
fn one_place_is_current_and_it_is_the_nearest() {
    let current = |page: String| -> Vec<String> {
        let links = page.split("<a ").filter(|link| link.contains("aria-current=\"page\""));
        links.map(|link| link.split('"').nth(1).unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(current(page_in(Area::Member, "/me")), ["/me"]);
    assert_eq!(current(page_in(Area::Member, "/me/practice/sheet")), ["/me/practice"]);
    assert_eq!(current(page_in(Area::Care, "/care/groups/abc/measures")), ["/care/groups"]);
    assert_eq!(current(page_in(Area::Care, "/care/groupsy")), ["/care"]);
    assert_eq!(current(page_in(Area::Member, "/me/goals/new")), ["/me/progress"], "it belongs there");
    assert_eq!(current(page_in(Area::Care, "/care/sessions/abc/notes")), ["/care/groups"], "it belongs there");
    assert!(current(page_in(Area::Admin, "/settings")).is_empty());
}

#[test]
fn only_somebody_signed_in_is_offered_the_way_out() {
    for area in AREAS {
        let signed_in = !matches!(area, Area::Public | Area::Plain);
        assert_eq!(page_in(area, "/").contains("action=\"/sign-out\""), signed_in, "{area:?}");
        assert_eq!(page_in(area, "/").contains("data-worker"), signed_in, "{area:?}");
    }
}

#[test]
fn a_demo_says_that_it_is_one() {
    let view = View { mode: Mode::Demo, ..View::public("/", Timestamp(0)) };
    assert!(Page::new(&view, "place-today").render().into_string().contains("All people in it are invented"));
}

#[test]
fn a_region_is_the_same_in_the_page_and_in_the_stream() {
    let region = Region::new("alerts", html! { p { "None" } }).announcing("A new alert");
    let drawn = region.render().into_string();
    assert_eq!(drawn, r#"<div id="alerts" data-say="A new alert"><p>None</p></div>"#);
    assert!(format!("{:?}", region.event()).contains("None"));
}

#[test]
fn leaving_asks_the_browser_to_forget() {
    let answer = leave("https://weather.example/");
    assert_eq!(answer.status(), 303);
    assert_eq!(answer.headers()["location"], "https://weather.example/");
    assert_eq!(answer.headers()["clear-site-data"], "\"cache\"");
}
