//! How it stands with inviting somebody: the button, what went out and where to, or what stands in the way.

use maud::{Markup, html};

use super::super::Door;
use super::next::button;
use super::way::Shown;
use crate::access::Deed;
use crate::identity::Invitable;
use crate::say;
use crate::web::parts::{Button, Tone, actions, callout};
use crate::web::shell::Mode;
use crate::web::{Said, View};

/// The invitation, as it stands on the page of somebody's way.
pub(super) fn invitation(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    match &shown.readiness.door {
        Door::SomethingFirst => in_the_way(view, shown, &say!(words, "enrolment-invite-first"), Mend::Nothing),
        Door::NoHelpLines => in_the_way(view, shown, &say!(words, "enrolment-conflict-help-lines"), Mend::Nothing),
        Door::Person(Invitable::NoAddress) => {
            in_the_way(view, shown, &say!(words, "enrolment-invite-no-address"), Mend::Address)
        }
        Door::Person(Invitable::AddressTaken) => {
            in_the_way(view, shown, &say!(words, "enrolment-invite-taken"), Mend::Address)
        }
        Door::Person(Invitable::HasAccount) => html! { p.soft { (say!(words, "enrolment-has-account")) } },
        Door::Person(Invitable::Ready { to, sent_at: None }) => ready(view, shown, to),
        Door::Person(Invitable::Ready { to, sent_at: Some(at) }) => {
            sent(view, shown, &say!(words, "enrolment-invited", to = to.as_str(), at = view.moment(*at)))
        }
    }
}

/// What can be mended right here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mend {
    Nothing,
    Address,
}

fn in_the_way(view: &View, shown: &Shown, why: &Said, mend: Mend) -> Markup {
    let at = format!("/care/people/{}/contacts", shown.subject.enrolment.person);
    let link = Button::link(at, say!(view.words, "enrolment-correct")).outline();
    callout(
        Tone::Note,
        html! {
            p { (why) }
            @if mend == Mend::Address && shown.subject.may(Deed::ChangePerson) { (actions(link)) }
        },
    )
}

fn ready(view: &View, shown: &Shown, to: &str) -> Markup {
    let invite = Button::submit(say!(view.words, "enrolment-invite")).outline();
    html! {
        @if shown.subject.may(Deed::PrepareEntry) {
            p.soft { (say!(view.words, "enrolment-invite-to", to = to)) }
            (actions(button(shown, "invite", &invite)))
        }
    }
}

fn sent(view: &View, shown: &Shown, said: &Said) -> Markup {
    let words = view.words;
    let again = Button::submit(say!(words, "enrolment-invite-again")).quiet();
    callout(
        Tone::Well,
        html! {
            p { (said) }
            @if view.mode == Mode::Demo {
                p { (say!(words, "enrolment-invited-demo")) " " a href="/demo/mail" { (say!(words, "enrolment-invited-letters")) } }
            }
            @if shown.subject.may(Deed::PrepareEntry) { (actions(button(shown, "invite", &again))) }
        },
    )
}
