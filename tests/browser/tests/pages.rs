//! Every page of the demo that a persona can reach from the list below, looked at by axe in light and dark, on a phone and a desk.

use browser::{Outcome, Scheme, Site, Tab};

/// Who looks, and at what.
const PAGES: &[(&str, &[&str])] = &[
    ("", &["/demo", "/help", "/sign-in", "/nowhere"]),
    ("Sam", &["/me", "/me/progress", "/me/group", "/me/safety-plan", "/me/settings"]),
    ("Mara", &["/care", "/care/groups", "/care/people", "/care/measures", "/care/risk"]),
    ("Ada", &["/admin", "/admin/people", "/admin/crisis-lines", "/admin/audit", "/admin/jobs"]),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_page_can_be_used_by_everybody_in_light_and_dark_on_phone_and_desk() -> Outcome {
    let site = Site::demo()?;
    let mut faults = Vec::new();
    for (width, height) in [(390, 844), (1280, 900)] {
        for (name, paths) in PAGES {
            let tab = Tab::open(width, height).await?;
            if !name.is_empty() {
                tab.go(&site.page("/demo")).await?;
                tab.press(&format!("Go on as {name}")).await?;
            }
            for scheme in [Scheme::Light, Scheme::Dark] {
                tab.in_scheme(scheme).await?;
                for path in *paths {
                    tab.go(&site.page(path)).await?;
                    let found = tab.violations().await?;
                    faults.extend(found.into_iter().map(|fault| format!("{path} at {width} in {scheme:?}: {fault}")));
                    if tab.scrolls_sideways().await? {
                        faults.push(format!("{path} at {width} scrolls sideways"));
                    }
                }
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}
