//! A page as somebody meets it: with eyes or a screen reader, in light and dark, on whatever screen.

use crate::{Outcome, Scheme, Tab};

impl Tab {
    /// What is wrong with the page that stands here: to axe in light and dark, in its width, in whom it asks for anything,
    /// or because it tells of a fault of ours.
    pub async fn faults(&self) -> Outcome<Vec<String>> {
        let mut faults = Vec::new();
        for scheme in [Scheme::Light, Scheme::Dark] {
            self.in_scheme(scheme).await?;
            faults.extend(self.violations().await?.into_iter().map(|fault| format!("in {scheme:?}: {fault}")));
        }
        if self.scrolls_sideways().await? {
            faults.push("scrolls sideways".to_owned());
        }
        faults.extend(self.third_parties().await?.into_iter().map(|other| format!("asks {other}")));
        if self.text().await.contains("something here went wrong") {
            faults.push("is a page about a fault of ours".to_owned());
        }
        Ok(faults)
    }

    /// Goes on where nothing is wrong with the page.
    pub async fn is_well(&self) -> Outcome {
        let faults = self.faults().await?;
        if faults.is_empty() { Ok(()) } else { Err(format!("{} {}", self.address().await, faults.join("; "))) }
    }
}
