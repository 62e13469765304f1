//! Every kind of page that the program has, looked at in light and dark, on a phone and a desk: those that a persona of the
//! demo reaches by links, and those beside them. What is left is looked at on the journeys that lead to it.

use std::collections::{BTreeSet, VecDeque};

use browser::{Outcome, Site, Tab};

const PERSONAS: [&str; 7] = ["member", "therapist", "supervisor", "facilitator", "participant", "scheduler", "admin"];
/// Where somebody who is signed out begins to look.
const PUBLIC: [&str; 10] = [
    "/demo",
    "/demo/mail",
    "/help",
    "/sign-in",
    "/privacy",
    "/nowhere",
    "/welcome",
    "/welcome/which",
    "/welcome/thanks",
    "/welcome/mail",
];
/// Pages that lead away, end the login, or are no pages.
const LEFT_OUT: [&str; 3] = ["/leave", "/demo", "/me/data/copy"];
/// A bound on one persona's walk.
const PAGES_MAX: usize = 140;
/// Pages that no link of the demo leads to, behind the kind of page that they belong to.
const BESIDE: [(&str, &[&str]); 7] = [
    ("/admin/people/{}", &["/vettings/identity"]),
    ("/care/enrolments/{}", &["/screening", "/decision", "/preparation"]),
    ("/care/people/{}/safety-plan", &["/1"]),
    ("/care/letters/{}", &["/preview"]),
    ("/care/measures/{}", &["/wording"]),
    ("/me/check-in/{}", &["/done"]),
    ("/settings/second-factor", &["/remove"]),
];
/// Where the program itself sends somebody, or what only those see a link to whom no persona is.
const WITHOUT_LINK: [&str; 4] = ["/sign-in/again", "/me/practice/sheets", "/me/steps", "/me/self-checks"];
/// Kinds of pages that the other journeys of this folder look at.
const ON_JOURNEYS: [&str; 16] = [
    "/care/groups/{}/summaries/{}",
    "/care/library/own/{}",
    "/care/library/own/{}/sessions/{}",
    "/care/sessions/{}/process",
    "/care/sessions/{}/room/reach",
    "/care/sessions/{}/talk",
    "/join/{}",
    "/me/alerts/{}",
    "/me/groups/{}/between",
    "/me/groups/{}/evaluation",
    "/me/joining/{}",
    "/me/joining/{}/name",
    "/me/sessions/{}/door",
    "/me/sessions/{}/talk",
    "/settings/codes",
    "/welcome/groups/{}/join",
];
/// Drawn as a page of the journeys is: no text of the demo waits there for a signature, so that no link leads to it.
const DRAWN_ALIKE: [&str; 1] = ["/care/summaries/{}"];
/// What answers with something else than a page.
const NO_PAGES: [&str; 7] = [
    "/healthz",
    "/readyz",
    "/live/{}",
    "/board/{}/live",
    "/room/{}/socket",
    "/me/data/copy.html",
    "/me/data/copy.json",
];
/// Every route and what it answers to whom, as the program's own tests keep it.
const MATRIX: &str = include_str!("../../../crates/cohesion/src/router/tests/matrix.txt");

#[tokio::test(flavor = "multi_thread")]
async fn every_page_can_be_used_by_everybody_on_a_phone() -> Outcome {
    walk(390, 844).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_can_be_used_by_everybody_on_a_desk() -> Outcome {
    walk(1280, 900).await
}

async fn walk(width: u32, height: u32) -> Outcome {
    let site = Site::demo()?;
    let mut faults = Vec::new();
    let mut seen: BTreeSet<String> = PUBLIC.iter().map(|path| kind_of(path)).collect();
    let tab = Tab::open(width, height).await?;
    for path in PUBLIC {
        look_at(&site, &tab, path, &mut faults).await?;
    }
    for persona in PERSONAS {
        let tab = Tab::open(width, height).await?;
        tab.becomes(&site, persona).await?;
        seen.extend(follow_links(&site, &tab, &mut faults).await?);
    }
    seen.extend(ON_JOURNEYS.into_iter().chain(DRAWN_ALIKE).chain(NO_PAGES).map(str::to_owned));
    let not_seen = pages_of_the_program().filter(|kind| !seen.contains(kind));
    faults.extend(not_seen.map(|kind| format!("{kind} was not looked at: no link leads there, and nothing names it")));
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// From the page the persona begins on to every kind of page that links lead to, and to what stands beside it.
async fn follow_links(site: &Site, tab: &Tab, faults: &mut Vec<String>) -> Outcome<BTreeSet<String>> {
    let mut kinds = BTreeSet::new();
    let mut ahead: VecDeque<String> = tab.links().await?.into();
    ahead.extend(WITHOUT_LINK.map(str::to_owned));
    while let Some(path) = ahead.pop_front() {
        let kind = kind_of(&path);
        let left_out = LEFT_OUT.iter().any(|known| path.starts_with(known));
        if left_out || kinds.len() >= PAGES_MAX || kinds.contains(&kind) {
            continue;
        }
        look_at(site, tab, &path, faults).await?;
        if tab.text().await.contains("There is nothing here that we can show you") {
            continue;
        }
        kinds.insert(kind);
        for link in tab.links().await? {
            let (plain, kind) = (link.split('?').next().unwrap_or_default(), kind_of(&link));
            let beside = BESIDE.iter().filter(|(page, _)| *page == kind).flat_map(|(_, beside)| *beside);
            let beside: Vec<String> = beside.map(|beside| format!("{plain}{beside}")).collect();
            ahead.push_back(link);
            ahead.extend(beside);
        }
    }
    Ok(kinds)
}

/// Kinds of pages that anybody is shown, by their routes.
fn pages_of_the_program() -> impl Iterator<Item = String> {
    let rows = MATRIX.lines().filter_map(|row| row.split_once(" GET  ")).filter(|(answers, _)| answers.contains("200"));
    rows.map(|(_, route)| without_ids(route.split_whitespace().next().unwrap_or_default()))
}

/// The kind of page that an address leads to: one of each is enough.
fn kind_of(path: &str) -> String {
    let plain = without_ids(path.split('?').next().unwrap_or_default());
    let mut routes = pages_of_the_program();
    if pages_of_the_program().any(|route| route == plain) {
        return plain;
    }
    routes.find(|route| fits(&plain, route)).unwrap_or(plain)
}

/// Whether an address is one of a route: what a route takes in may be a word, too.
fn fits(address: &str, route: &str) -> bool {
    let (address, route): (Vec<&str>, Vec<&str>) = (address.split('/').collect(), route.split('/').collect());
    address.len() == route.len() && address.iter().zip(&route).all(|(part, taken)| part == taken || *taken == "{}")
}

/// An address, with `{}` in place of each id, number, and name of what a route takes in.
fn without_ids(path: &str) -> String {
    let is_id = |part: &str| part.len() >= 20 && part.chars().all(|sign| sign.is_ascii_alphanumeric());
    let is_number = |part: &str| !part.is_empty() && part.chars().all(|sign| sign.is_ascii_digit());
    let open = |part| if is_id(part) || is_number(part) || part.starts_with('{') { "{}" } else { part };
    path.split('/').map(open).collect::<Vec<_>>().join("/")
}

/// A page as [`Tab::faults`] sees it.
async fn look_at(site: &Site, tab: &Tab, path: &str, faults: &mut Vec<String>) -> Outcome {
    tab.go(&site.page(path)).await?;
    faults.extend(tab.faults().await?.into_iter().map(|fault| format!("{path} {fault}")));
    Ok(())
}
