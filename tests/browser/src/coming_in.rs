//! How somebody comes into a group by themselves: by a letter, and by the steps of whoever joins alone.

use std::time::Duration;

use crate::{Outcome, Site, Tab, said};

impl Tab {
    /// Follows the letter to somebody, once it is there.
    pub async fn opens_letter(&self, site: &Site, email: &str) -> Outcome {
        let script =
            "const sheet = [...document.querySelectorAll('article')].find(one => one.innerText.includes(arguments[0]));
        return sheet ? sheet.querySelector('a[href]').href : ''";
        for _ in 0..60 {
            self.go(&site.page("/demo/mail")).await?;
            let found = self.client.execute(script, vec![email.into()]).await;
            let found = said(found, "looking for a letter")?;
            if let Some(address) = found.as_str().filter(|address| !address.is_empty()) {
                return self.go(address).await;
            }
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
        Err(format!("no letter to {email} was written"))
    }

    /// The steps of whoever comes alone: three ticks, a name where none was chosen yet, and two texts.
    pub async fn takes_a_seat(&self, called: &str) -> Outcome {
        self.sees("Before you take a place, three things").await?;
        self.is_well().await?;
        for tick in ["knows", "shares", "grown"] {
            self.choose(tick, "yes").await?;
        }
        self.press("Go on").await?;
        self.sees("Your steps").await?;
        self.is_well().await?;
        self.press("Go on").await?;
        if !self.fields("called").await?.is_empty() {
            self.is_well().await?;
            self.type_into("called", called).await?;
            self.press("Go on").await?;
        }
        while !self.fields("read").await?.is_empty() {
            self.choose("read", "yes").await?;
            self.type_into("name", called).await?;
            self.press("I sign").await?;
        }
        Ok(())
    }
}
