//! What a person does on a page: goes somewhere as somebody, fills in, chooses, presses.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::Value;

use crate::{Outcome, Site, Tab, said};

/// How long something may take to appear.
const PATIENCE: Duration = Duration::from_secs(15);

/// Brings an element into sight; whether pressing it leads to another page, whose window does not know of the press.
const SHOW: &str = "const [pressed] = arguments;
    pressed.closest('details')?.setAttribute('open', '');
    pressed.scrollIntoView({ block: 'center' });
    const leads_on = pressed.matches('a[href], form button:not([type=button])') && !pressed.closest('live-room form');
    return window.pressed = leads_on;";

impl Tab {
    /// Becomes somebody of the demo, by the word in the address of its button.
    pub async fn becomes(&self, site: &Site, persona: &str) -> Outcome {
        self.go(&site.page("/demo")).await?;
        let button = self.find(&format!("form[action=\"/demo/as/{persona}\"] button")).await?;
        self.click(button, persona).await
    }

    /// Presses the first button or link that says so.
    pub async fn press(&self, text: &str) -> Outcome {
        let path = format!("//*[self::button or self::a][contains(normalize-space(.), {})]", quoted(text));
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&path)).await;
        let element = said(found, &format!("looking for \"{text}\" on {}", self.address().await))?;
        self.click(element, text).await
    }

    /// Presses the button of an entry in a list that says so.
    pub async fn press_beside(&self, entry: &str, text: &str) -> Outcome {
        let path = format!(
            "//li[contains(normalize-space(.), {})]//button[contains(normalize-space(.), {})]",
            quoted(entry),
            quoted(text)
        );
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&path)).await;
        let element = said(found, &format!("looking for \"{text}\" at \"{entry}\" on {}", self.address().await))?;
        self.click(element, text).await
    }

    /// Presses the first button in this place.
    pub async fn press_at(&self, css: &str) -> Outcome {
        let button = self.find(css).await?;
        self.click(button, css).await
    }

    /// Presses buttons that say exactly so until there is none; how many there were.
    pub async fn press_each(&self, text: &str, most: usize) -> Outcome<usize> {
        let path = format!("//button[normalize-space(.) = {}]", quoted(text));
        for pressed in 0..most {
            let found = said(self.client.find_all(Locator::XPath(&path)).await, text)?;
            let Some(button) = found.into_iter().next() else { return Ok(pressed) };
            self.click(button, text).await?;
        }
        Err(format!("\"{text}\" is still there after {most} times"))
    }

    /// Chooses a radio by its field's name and value, or ticks a box.
    pub async fn choose(&self, name: &str, value: &str) -> Outcome {
        let box_of_it = self.find(&format!("input[name=\"{name}\"][value=\"{value}\"]")).await?;
        self.click(box_of_it, &format!("{name} = {value}")).await
    }

    /// Ticks every box of a name.
    pub async fn tick_all(&self, name: &str) -> Outcome {
        let css = format!("input[type=\"checkbox\"][name=\"{name}\"]");
        self.find(&css).await?;
        for tick in said(self.client.find_all(Locator::Css(&css)).await, name)? {
            self.click(tick, name).await?;
        }
        Ok(())
    }

    /// Ticks the first box of a name.
    pub async fn tick_first(&self, name: &str) -> Outcome {
        let tick = self.find(&format!("input[type=\"checkbox\"][name=\"{name}\"]")).await?;
        self.click(tick, name).await
    }

    /// The names of the fields on the page that begin so, each once.
    pub async fn fields(&self, start: &str) -> Outcome<Vec<String>> {
        let script =
            "return [...new Set([...document.querySelectorAll('input, select, textarea')].map(field => field.name))]
            .filter(name => name.startsWith(arguments[0]))";
        let found = said(self.client.execute(script, vec![start.into()]).await, "reading the fields")?;
        let names = found.as_array().cloned().unwrap_or_default();
        Ok(names.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Chooses from a list, by what the choice says.
    pub async fn select(&self, name: &str, text: &str) -> Outcome {
        let list = self.find(&format!("select[name=\"{name}\"]")).await?;
        said(list.select_by_label(text).await, &format!("choosing {text} in {name}"))
    }

    /// The same, by what stands before the list.
    pub async fn select_labelled(&self, label: &str, text: &str) -> Outcome {
        let path = format!("//select[@id = //label[contains(normalize-space(.), {})]/@for]", quoted(label));
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&path)).await;
        let list = said(found, &format!("looking for \"{label}\" on {}", self.address().await))?;
        said(list.select_by_label(text).await, &format!("choosing {text} at {label}"))
    }

    /// Types into the element that this finds, behind whatever fold it is.
    pub async fn type_at(&self, css: &str, text: &str) -> Outcome {
        let field = self.find(css).await?;
        let unfold = "arguments[0].closest('details')?.setAttribute('open', '')";
        said(self.client.execute(unfold, vec![said(serde_json::to_value(&field), css)?]).await, css)?;
        said(field.send_keys(text).await, css)
    }

    /// Types into a field.
    pub async fn type_into(&self, name: &str, text: &str) -> Outcome {
        let field = self.find(&format!("[name=\"{name}\"]")).await?;
        said(field.clear().await, name)?;
        said(field.send_keys(text).await, name)
    }

    /// Waits until the page says so.
    pub async fn sees(&self, text: &str) -> Outcome {
        let path = format!("//body[contains(normalize-space(.), {})]", quoted(text));
        match self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&path)).await {
            Ok(_) => Ok(()),
            Err(_) => Err(format!("\"{text}\" is not on {}: {}", self.address().await, self.text().await)),
        }
    }

    /// Waits until the page says so no more.
    pub async fn loses(&self, text: &str) -> Outcome {
        let path = format!("//body[not(contains(normalize-space(.), {}))]", quoted(text));
        match self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&path)).await {
            Ok(_) => Ok(()),
            Err(_) => Err(format!("\"{text}\" is still on {}: {}", self.address().await, self.text().await)),
        }
    }

    /// None of these words stands on the page.
    pub async fn says_nothing_of(&self, words: &[&str]) -> Outcome {
        let text = self.text().await;
        match words.iter().find(|word| text.contains(**word)) {
            Some(word) => Err(format!("{} says \"{word}\"", self.address().await)),
            None => Ok(()),
        }
    }

    /// Where the next session of whoever leads is, as their Today has it.
    pub async fn session_ahead(&self, site: &Site) -> Outcome<String> {
        self.go(&site.page("/care")).await?;
        let links = self.links().await?;
        let session = links.iter().find(|link| link.starts_with("/care/sessions/")).ok_or("no session is ahead")?;
        Ok(site.page(session.split('?').next().unwrap_or_default()))
    }

    /// The addresses on this site that the page's links lead to.
    pub async fn links(&self) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin)
            .map(a => a.pathname + a.search)";
        let found = said(self.client.execute(script, Vec::new()).await, "reading the links")?;
        let links = found.as_array().cloned().unwrap_or_default();
        Ok(links.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Everything that the page fetched from somewhere else than this site.
    pub async fn third_parties(&self) -> Outcome<Vec<String>> {
        let script = "return performance.getEntriesByType('resource').map(one => one.name)
            .filter(name => !name.startsWith(location.origin + '/'))";
        let found = said(self.client.execute(script, Vec::new()).await, "reading what was fetched")?;
        let names = found.as_array().cloned().unwrap_or_default();
        Ok(names.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    async fn find(&self, css: &str) -> Outcome<Element> {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await;
        match found {
            Ok(element) => Ok(element),
            Err(_) => Err(format!("{css} is not on {}: {}", self.address().await, self.text().await)),
        }
    }

    async fn click(&self, element: Element, what: &str) -> Outcome {
        let shown = self.client.execute(SHOW, vec![said(serde_json::to_value(&element), what)?]);
        let leads_on = said(shown.await, what)?.as_bool().unwrap_or_default();
        said(element.click().await, &format!("pressing \"{what}\" on {}", self.address().await))?;
        if leads_on { self.leaves().await } else { Ok(()) }
    }

    /// Waits for the page after the one that was pressed on: what is looked for next is not to be found on the old one.
    async fn leaves(&self) -> Outcome {
        let until = tokio::time::Instant::now() + PATIENCE;
        while tokio::time::Instant::now() < until {
            let arrived =
                self.client.execute("return !window.pressed && document.readyState === 'complete'", Vec::new());
            // Between two pages there is none to ask.
            if arrived.await.is_ok_and(|arrived| arrived == Value::Bool(true)) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err(format!("nothing came after {}", self.address().await))
    }
}

/// A text as an `XPath` literal; no text of a journey holds both kinds of quotes.
fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}
