//! Buttons, and the row they stand in. One filled button a screen.

use maud::{Markup, Render, html};

use super::{Icon, icon};

/// A button or a link that looks like one.
#[must_use]
pub struct Button {
    text: Markup,
    href: Option<String>,
    submits: Option<(String, String)>,
    look: &'static str,
    size: &'static str,
    icon: Option<Icon>,
    pressed: Option<&'static str>,
}

impl Button {
    /// A button that sends the form around it. Filled: the one thing to do here.
    pub fn submit(text: impl Render) -> Self {
        Self { text: text.render(), href: None, submits: None, look: "", size: "", icon: None, pressed: None }
    }

    /// A link that looks like a button.
    pub fn link(href: impl Into<String>, text: impl Render) -> Self {
        Self { href: Some(href.into()), ..Self::submit(text) }
    }

    /// For everything beside the one filled button.
    pub fn outline(self) -> Self {
        Self { look: " btn--outline", ..self }
    }

    /// For what is seldom wanted.
    pub fn quiet(self) -> Self {
        Self { look: " btn--quiet", ..self }
    }

    /// For what cannot be undone.
    pub fn danger(self) -> Self {
        Self { look: " btn--danger", ..self }
    }

    /// For calling help, and nothing else.
    pub fn help(self) -> Self {
        Self { look: " btn--help", ..self }
    }

    /// For rows and page heads.
    pub fn small(self) -> Self {
        Self { size: " btn--small", ..self }
    }

    /// A picture before the words.
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// One of several that keep their places, and the one that holds now.
    pub fn pressed(self) -> Self {
        Self { pressed: Some("true"), ..self.outline() }
    }

    /// One of several that keep their places, and another one holds, or none.
    pub fn unpressed(self) -> Self {
        Self { pressed: Some("false"), ..self.outline() }
    }

    /// What the form says when this button sends it.
    pub fn named(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { submits: Some((name.into(), value.into())), ..self }
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let class = format!("btn{}{}", self.look, self.size);
        let inside = html! { @if let Some(picture) = self.icon { (icon(picture)) " " } (self.text) };
        let (name, value) = self.submits.as_ref().map(|(name, value)| (name, value)).unzip();
        html! {
            @match &self.href {
                Some(href) => a class=(class) href=(href) { (inside) },
                None => button class=(class) name=[name] value=[value] aria-pressed=[self.pressed] { (inside) },
            }
        }
    }
}

/// Buttons in a row; under each other where there is no room.
pub fn actions(buttons: impl Render) -> Markup {
    html! { div.actions { (buttons) } }
}

/// A key that is the same when one form is sent twice.
fn once() -> Markup {
    let key = crate::id::random().map(crate::id::to_text).unwrap_or_default();
    html! { input type="hidden" name="once" value=(key); }
}

/// A form that is one button: POSTs `fields` to `action`.
pub fn post(action: &str, fields: &[(&str, &str)], button: &Button) -> Markup {
    html! {
        form method="post" action=(action) {
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
            (once())
            (button)
        }
    }
}
