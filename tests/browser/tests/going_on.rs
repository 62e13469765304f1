//! Somebody who has finished therapy goes on among people, in a real browser: they learn nothing of where it comes from.

use std::collections::{BTreeSet, VecDeque};

use browser::{Outcome, Site, Tab};

/// The finished member's new name, and what nobody in the new group is to read: who they were, and what was said of them.
const STEPPED_DOWN: &str = "Linden";
const CLINICAL: [&str; 14] = [
    "Alma",
    "Castellanos",
    "alma@commons.example",
    "say yes to everybody",
    "what I want while I am in the room",
    "Being with others",
    "nterpersonal",
    "agreed with everybody",
    "thoughts of death",
    "contradicted",
    "Depression",
    "PHQ",
    "GAD",
    "Summary",
];
/// A bound on the walk through a facilitator's pages.
const PAGES_MAX: usize = 80;

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_finished_goes_on_and_nothing_clinical_goes_along() -> Outcome {
    let site = Site::demo()?;
    let (phone, desk) = (Tab::open(390, 844).await?, Tab::open(1280, 900).await?);
    phone.becomes(&site, "finished").await?;
    phone.go(&site.page("/me/onward")).await?;
    phone.is_well().await?;
    phone.press("After the group").await?;
    phone.sees("It does not learn where you come from.").await?;
    phone.is_well().await?;
    let group = phone.address().await.rsplit('/').next().unwrap_or_default().to_owned();
    phone.press("Join this group").await?;
    phone.takes_a_seat(STEPPED_DOWN).await?;
    phone.go(&site.page("/me/group")).await?;
    phone.sees("Open circle").await?;

    desk.becomes(&site, "facilitator").await?;
    let read = read_all_about(&site, &desk, &group).await?;
    let of_them = read.iter().filter(|(_, text)| text.contains(STEPPED_DOWN)).count();
    if of_them < 2 {
        return Err(format!("{STEPPED_DOWN} is on {of_them} of {} pages", read.len()));
    }
    let clinical = |text: &str| CLINICAL.into_iter().find(|word| text.contains(word));
    let found: Vec<_> = read.iter().filter_map(|(page, text)| Some(format!("{page}: {}", clinical(text)?))).collect();
    if found.is_empty() { Ok(()) } else { Err(found.join("\n")) }
}

/// Every page that the facilitator's links lead to from the group, with what it says.
async fn read_all_about(site: &Site, desk: &Tab, group: &str) -> Outcome<Vec<(String, String)>> {
    let start = format!("/care/groups/{group}");
    let mut ahead: VecDeque<String> = [start.clone(), format!("{start}/threads"), "/lead".to_owned()].into();
    let (mut known, mut read) = (BTreeSet::new(), Vec::new());
    while let Some(path) = ahead.pop_front() {
        let is_about_it = path.starts_with(&start)
            || ["/lead", "/care/people/", "/care/enrolments/"].iter().any(|known| path.starts_with(known));
        if !is_about_it || !known.insert(path.clone()) || read.len() >= PAGES_MAX {
            continue;
        }
        desk.go(&site.page(&path)).await?;
        read.push((path, desk.text().await));
        ahead.extend(desk.links().await?);
    }
    Ok(read)
}
