//! What every piece of a live room's page is drawn from, and the buttons that its script sends.

use ::floor::Seat;
use ::floor::hall::{InsideView, Meets, PersonView, Role, SeatKind, Whither};
use maud::{Markup, Render, html};

use crate::groups::Session;
use crate::room::online::Sheet;
use crate::room::{Counting, Spoken};
use crate::say;
use crate::web::View;
use crate::web::parts::{Icon, icon};
use crate::web::words::Said;

/// A room as one of those in it sees it.
pub(in crate::room) struct Scene<'a> {
    pub view: &'a View,
    pub inside: &'a InsideView,
    /// Everybody by the number that the page knows them by, with their names.
    pub faces: &'a [(Seat, String)],
    /// Those who belong to the group, by name.
    pub folk: &'a [(Seat, String)],
    /// Where the group meets.
    pub meets: Meets,
    pub session: &'a Session,
    /// Whether the talk of those who agreed is counted today.
    pub counting: Counting,
    /// What was counted so far, for those who may see it and where the group has it counted.
    pub talk: Option<Talking<'a>>,
    /// What the group takes with it.
    pub taken: &'a str,
    /// The worksheet that everybody looks at.
    pub sheet: Option<&'a Sheet>,
    /// How much of pictures the viewer's page has asked for.
    pub pictures: sfu::Pictures,
    /// Whether only those who know today's word hear and see each other.
    pub is_sealed: bool,
}

/// How much each speaks who agreed.
#[derive(Clone, Copy)]
pub(in crate::room) struct Talking<'a> {
    /// Whether it is counted today.
    pub counting: Counting,
    /// So far.
    pub talk: &'a [(Seat, Spoken)],
}

impl Scene<'_> {
    /// What somebody is called.
    pub fn called(&self, seat: Seat) -> &str {
        self.faces.iter().find(|(other, _)| *other == seat).map_or("", |(_, called)| called)
    }

    /// What somebody is called by the viewer.
    pub fn name(&self, seat: Seat) -> Said {
        if seat == self.inside.seat {
            say!(self.view.words, "room-you")
        } else {
            Said::from(self.called(seat).to_owned())
        }
    }

    /// The number by which the page knows a seat.
    pub fn number(&self, seat: Seat) -> usize {
        self.faces.iter().position(|(other, _)| *other == seat).unwrap_or_default()
    }

    pub fn person(&self, seat: Seat) -> Option<&PersonView> {
        self.inside.people.iter().find(|person| person.seat == seat)
    }

    /// Whether somebody sits in the room in person.
    pub fn is_in_person(&self, seat: Seat) -> bool {
        self.person(seat).is_some_and(|person| person.kind == SeatKind::InPerson)
    }

    pub fn leads(&self) -> bool {
        self.inside.role.leads()
    }

    /// Whether the viewer supervises: then they listen, and there is nothing to press but what goes to those who lead.
    pub fn listens(&self) -> bool {
        self.inside.role == Role::Supervisor
    }

    /// Those who listen, as everybody sees.
    pub fn listeners(&self) -> impl Iterator<Item = Seat> + '_ {
        self.inside.people.iter().filter(|person| person.role == Role::Supervisor).map(|person| person.seat)
    }
}

/// How something stands that a button turns on and off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Switch {
    On,
    Off,
}

/// A button that asks the room for something.
#[must_use]
pub(super) struct Wish {
    what: &'static str,
    text: Markup,
    seat: Option<usize>,
    number: Option<u64>,
    choice: Option<String>,
    look: &'static str,
    icon: Option<Icon>,
    id: Option<&'static str>,
    pressed: Option<bool>,
}

/// A button that asks for this.
pub(super) fn wish(what: &'static str, text: impl Render) -> Wish {
    Wish {
        what,
        text: text.render(),
        seat: None,
        number: None,
        choice: None,
        look: "btn btn--outline",
        icon: None,
        id: None,
        pressed: None,
    }
}

impl Wish {
    /// About whom.
    pub fn about(self, seat: usize) -> Self {
        Self { seat: Some(seat), ..self }
    }

    /// With a number.
    pub fn number(self, number: u64) -> Self {
        Self { number: Some(number), ..self }
    }

    /// With a choice.
    pub fn choice(self, choice: impl Into<String>) -> Self {
        Self { choice: Some(choice.into()), ..self }
    }

    /// Filled, small and so on.
    pub fn look(self, look: &'static str) -> Self {
        Self { look, ..self }
    }

    /// With a picture before the words.
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// The same button whatever it asks for next, so that a finger or a keyboard stays on it.
    pub fn id(self, id: &'static str) -> Self {
        Self { id: Some(id), ..self }
    }

    /// It turns something on and off, and its words stay.
    pub fn switch(self, switch: Switch) -> Self {
        Self { pressed: Some(switch == Switch::On), ..self }
    }
}

impl Wish {
    /// The same button is the same element whatever stands before it, so that none turns into another under a finger.
    fn name(&self) -> String {
        if let Some(id) = self.id {
            return id.to_owned();
        }
        let mut id = format!("do-{}", self.what);
        let about =
            [self.seat.map(|seat| seat.to_string()), self.number.map(|number| number.to_string()), self.choice.clone()];
        for part in about.into_iter().flatten() {
            id.push('-');
            id.push_str(&part);
        }
        id
    }
}

impl Render for Wish {
    fn render(&self) -> Markup {
        html! {
            button id=(self.name()) class=(self.look) type="button" aria-pressed=[self.pressed] data-wish=(self.what) data-seat=[self.seat] data-number=[self.number] data-choice=[&self.choice] {
                @if let Some(picture) = self.icon { (icon(picture)) " " } (self.text)
            }
        }
    }
}

/// A sentence about somebody.
pub(in crate::room) fn named(view: &View, key: &str, name: &str) -> String {
    let words = view.words;
    match key {
        "room-said-knocked" => say!(words, "room-said-knocked", name = name),
        "room-said-came" => say!(words, "room-said-came", name = name),
        "room-said-listens" => say!(words, "room-said-listens", name = name),
        "room-said-listens-no-more" => say!(words, "room-said-listens-no-more", name = name),
        "room-said-left" => say!(words, "room-said-left", name = name),
        "room-said-signal" => say!(words, "room-said-signal", name = name),
        _ => say!(words, "room-said-moment", name = name),
    }
    .into_owned()
}

/// The key of the sentence for whoever is moved.
pub(in crate::room) const fn moved_key(whither: Whither) -> &'static str {
    match whither {
        Whither::Home(::floor::hall::Home::Room) => "room-said-with-all",
        Whither::Home(::floor::hall::Home::Breakout(_)) => "room-said-in-breakout",
        Whither::Quiet => "room-said-quiet",
        Whither::Private(_) => "room-said-private",
    }
}
