//! The line icons of the sprite, each beside words, never instead of them.

use maud::{Markup, html};

use crate::web::assets;

macro_rules! icons {
    ($($name:ident = $id:literal),+ $(,)?) => {
        /// A picture of the sprite `assets/icons.svg`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon {
            $(#[doc = concat!("The symbol `", $id, "`.")] $name,)+
        }

        impl Icon {
            /// Every icon, in the order of the sprite.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The symbol's id in the sprite.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }
        }
    };
}

icons! {
    Today = "today",
    Practice = "practice",
    Circle = "circle",
    Trend = "trend",
    Help = "help",
    Leave = "leave",
    Check = "check",
    Next = "next",
    Prev = "prev",
    Up = "up",
    Down = "down",
    Clock = "clock",
    Calendar = "calendar",
    Pen = "pen",
    Eye = "eye",
    Hide = "hide",
    Lock = "lock",
    Letter = "letter",
    Speech = "speech",
    Mic = "mic",
    MicOff = "mic-off",
    Cam = "cam",
    CamOff = "cam-off",
    Hand = "hand",
    Pause = "pause",
    Leaf = "leaf",
    Alert = "alert",
    Info = "info",
    Plus = "plus",
    Print = "print",
    Phone = "phone",
    Shield = "shield",
    People = "people",
    Library = "library",
    Key = "key",
    Flag = "flag",
    Seat = "seat",
    Settings = "settings",
}

/// An icon, hidden from screen readers: the words beside it say the same.
pub fn icon(icon: Icon) -> Markup {
    html! { svg.icon aria-hidden="true" { use href=(symbol(icon.id())) {} } }
}

/// The site's mark, a circle of eight seats.
pub fn mark() -> Markup {
    html! { svg aria-hidden="true" fill="currentColor" { use href=(symbol("mark")) {} } }
}

fn symbol(id: &str) -> String {
    assets::address("icons.svg") + "#" + id
}

#[cfg(test)]
mod tests {
    use super::Icon;
    use crate::web::assets::{Accepts, asset};

    #[test]
    fn every_icon_stands_in_the_sprite() {
        let sprite = asset("icons.svg", Accepts::Plain).expect("the sprite is embedded").bytes;
        let sprite = String::from_utf8_lossy(&sprite);
        for icon in Icon::ALL {
            assert!(sprite.contains(&format!("<symbol id=\"{}\"", icon.id())), "{} is missing", icon.id());
        }
    }
}
