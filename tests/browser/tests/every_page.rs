//! Every kind of page that a persona of the demo can reach by links, looked at in light and dark, on a phone and a desk.

use std::collections::{BTreeSet, VecDeque};

use browser::{Outcome, Scheme, Site, Tab};

const PERSONAS: [&str; 6] = ["member", "therapist", "supervisor", "facilitator", "scheduler", "admin"];
/// Where somebody who is signed out begins to look.
const PUBLIC: [&str; 5] = ["/demo", "/help", "/sign-in", "/privacy", "/nowhere"];
/// Pages that lead away, end the login, or are no pages.
const LEFT_OUT: [&str; 2] = ["/leave", "/demo"];
/// A bound on one persona's walk.
const PAGES_MAX: usize = 90;

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
    let tab = Tab::open(width, height).await?;
    for path in PUBLIC {
        look_at(&site, &tab, path, &mut faults).await?;
    }
    let mut seen = 0;
    for persona in PERSONAS {
        let tab = Tab::open(width, height).await?;
        tab.becomes(&site, persona).await?;
        seen += follow_links(&site, &tab, &mut faults).await?;
    }
    if seen < 60 {
        faults.push(format!("only {seen} kinds of pages were found: the walk must have lost its way"));
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// From the page the persona begins on to every kind of page that links lead to; how many there were.
async fn follow_links(site: &Site, tab: &Tab, faults: &mut Vec<String>) -> Outcome<usize> {
    let mut kinds = BTreeSet::new();
    let mut ahead: VecDeque<String> = tab.links().await?.into();
    while let Some(path) = ahead.pop_front() {
        let left_out = LEFT_OUT.iter().any(|known| path.starts_with(known));
        if left_out || kinds.len() >= PAGES_MAX || !kinds.insert(kind_of(&path)) {
            continue;
        }
        look_at(site, tab, &path, faults).await?;
        ahead.extend(tab.links().await?);
    }
    Ok(kinds.len())
}

/// A page as axe sees it in light and dark, whether it stays in its width, and whom it asks for anything.
async fn look_at(site: &Site, tab: &Tab, path: &str, faults: &mut Vec<String>) -> Outcome {
    tab.go(&site.page(path)).await?;
    for scheme in [Scheme::Light, Scheme::Dark] {
        tab.in_scheme(scheme).await?;
        let found = tab.violations().await?;
        faults.extend(found.into_iter().map(|fault| format!("{path} in {scheme:?}: {fault}")));
    }
    if tab.scrolls_sideways().await? {
        faults.push(format!("{path} scrolls sideways"));
    }
    faults.extend(tab.third_parties().await?.into_iter().map(|other| format!("{path} asks {other}")));
    if tab.text().await.contains("something here went wrong") {
        faults.push(format!("{path} is a page about a fault of ours"));
    }
    Ok(())
}

/// The address without the ids in it: one of each kind is enough.
fn kind_of(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let is_id = |part: &&str| part.len() >= 20 && part.chars().all(|sign| sign.is_ascii_alphanumeric());
    let is_number = |part: &&str| !part.is_empty() && part.chars().all(|sign| sign.is_ascii_digit());
    path.split('/').map(|part| if is_id(&part) || is_number(&part) { "{}" } else { part }).collect::<Vec<_>>().join("/")
}
