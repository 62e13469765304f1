//! A list of things to do before something may begin.

use maud::{Markup, html};

use super::{Icon, actions, icon};

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// In order.
    Done,
    /// Still open.
    Open,
    /// Open, and others wait for it.
    Stop,
}

/// One thing to do.
pub struct Item {
    /// How it stands.
    pub state: State,
    /// What it is.
    pub name: Markup,
    /// How it stands, in words.
    pub text: Markup,
    /// What can be done about it.
    pub action: Option<Markup>,
}

/// The list, in its order.
pub fn checklist(items: &[Item]) -> Markup {
    html! {
        ol.checklist {
            @for item in items {
                @let (class, picture) = look(item.state);
                li class=[class] {
                    (icon(picture))
                    div { h3 { (item.name) } p { (item.text) } }
                    @if let Some(action) = &item.action { (actions(action)) }
                }
            }
        }
    }
}

fn look(state: State) -> (Option<&'static str>, Icon) {
    match state {
        State::Done => (Some("done"), Icon::Check),
        State::Open => (None, Icon::Seat),
        State::Stop => (Some("stop"), Icon::Alert),
    }
}
