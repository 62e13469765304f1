//! A part of a page that renews itself: the same markup at the first sight and in every later event.

use axum::response::sse::Event;
use maud::{Markup, Render, html};

/// A named piece of a page. Its markup is drawn by one function, wherever it goes.
pub struct Region {
    id: &'static str,
    body: Markup,
    announcement: String,
}

impl Region {
    /// The region `id` (unique on its page) as it is now.
    pub fn new(id: &'static str, body: Markup) -> Self {
        Self { id, body, announcement: String::new() }
    }

    /// What a screen reader says when this region arrives and the sentence has changed.
    #[must_use]
    pub fn announcing(self, sentence: impl Into<String>) -> Self {
        Self { announcement: sentence.into(), ..self }
    }

    /// The region as a server-sent event named `region`; the page puts it in place of what it shows.
    pub fn event(&self) -> Event {
        Event::default().event("region").data(self.render().into_string())
    }
}

impl Render for Region {
    fn render(&self) -> Markup {
        let announcement = Some(&self.announcement).filter(|sentence| !sentence.is_empty());
        html! { div id=(self.id) data-say=[announcement] { (self.body) } }
    }
}
