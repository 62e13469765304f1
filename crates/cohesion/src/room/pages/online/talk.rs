//! The chat: what was written for the viewer, and the line to write on. It is gone when the room is.

use ::floor::hall::{Channel, LineView, Reaction};
use maud::{Markup, PreEscaped, html};

use super::Scene;
use super::scene::wish;
use crate::clock::Timestamp;
use crate::say;
use crate::web::Region;
use crate::web::parts::avatar;
use crate::web::words::Said;

pub(super) fn region(scene: &Scene<'_>) -> Region {
    let words = scene.view.words;
    let body = html! {
        section.talk aria-label=(say!(words, "room-chat")) {
            h2.unseen { (say!(words, "room-chat")) }
            (whole(&say!(words, "room-chat"), &html! {}))
            form.write data-wish="write" {
                label.unseen for="room-channel" { (say!(words, "room-write-to")) }
                select #room-channel.input name="choice" { (channels(scene)) }
                label.unseen for="room-words" { (say!(words, "room-write")) }
                input #room-words.input name="words" autocomplete="off" maxlength="1000" enterkeyhint="send" placeholder=(say!(words, "room-write"));
                button.btn { (say!(words, "room-send")) }
            }
            @if !scene.listens() {
                div.words role="group" aria-label=(say!(words, "room-react")) {
                    @for (reaction, choice) in REACTIONS { (wish("react", self::reaction(scene, reaction)).choice(choice).look("")) }
                }
            }
        }
    };
    Region::new("room-talk", body)
}

/// What was written for the viewer, line by line: a page that has the first hundred is sent the next one alone.
pub(in crate::room) struct Log {
    label: String,
    empty: String,
    /// Each line with its id, drawn by itself.
    pub lines: Vec<(String, String)>,
}

impl Log {
    /// The whole of it, in the place of what the page shows.
    pub fn whole(&self) -> String {
        let body = html! {
            @if self.lines.is_empty() { p.soft.small { (self.empty) } }
            @for (_, line) in &self.lines { (PreEscaped(line)) }
        };
        whole(&self.label, &body).into_string()
    }
}

/// Beside the rest of the chat, which is drawn anew without it.
pub(in crate::room) fn log(scene: &Scene<'_>) -> Log {
    let [label, empty] = ["room-chat", "room-chat-empty"].map(|key| scene.view.words.say(key, None).into_owned());
    let lines = scene.inside.lines.iter().map(|line| (id(line), said(scene, line).into_string()));
    Log { label, empty, lines: lines.collect() }
}

fn whole(label: &str, body: &Markup) -> Markup {
    html! { div.log #room-log role="log" tabindex="0" aria-label=(label) data-own { (body) } }
}

fn id(line: &LineView) -> String {
    format!("said-{}", line.number)
}

/// The four words, without counts.
const REACTIONS: [(Reaction, &str); 4] = [
    (Reaction::WithYou, "with-you"),
    (Reaction::Thanks, "thanks"),
    (Reaction::KnowThat, "know-that"),
    (Reaction::TakeYourTime, "take-your-time"),
];

pub(super) fn reaction(scene: &Scene<'_>, reaction: Reaction) -> Said {
    let words = scene.view.words;
    match reaction {
        Reaction::WithYou => say!(words, "room-react-with-you"),
        Reaction::Thanks => say!(words, "room-react-thanks"),
        Reaction::KnowThat => say!(words, "room-react-know-that"),
        Reaction::TakeYourTime => say!(words, "room-react-take-your-time"),
    }
}

fn channels(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    html! {
        @if !scene.listens() { option value="all" { (say!(words, "room-to-all")) } }
        option value="leaders" { (say!(words, "room-to-leaders")) }
        @if scene.leads() && scene.inside.breakouts.is_some() { option value="breakouts" { (say!(words, "room-to-breakouts")) } }
    }
}

fn said(scene: &Scene<'_>, line: &LineView) -> Markup {
    let words = scene.view.words;
    let at = Timestamp(i64::try_from(line.at_ms).unwrap_or_default());
    let is_private = !matches!(line.channel, Channel::All);
    html! {
        div.said.said--private[is_private] id=(id(line)) {
            (avatar(scene.called(line.by)))
            p {
                b {
                    (scene.name(line.by))
                    @match line.channel {
                        Channel::All => {},
                        Channel::Leaders => { ", " (say!(words, "room-only-leaders")) },
                        Channel::Member(seat) => { ", " (say!(words, "room-only-to", name = scene.called(seat))) },
                        Channel::Breakouts => { ", " (say!(words, "room-to-breakouts")) },
                    }
                }
                " " time { (scene.view.time(at)) }
            }
            p { (line.words) }
        }
    }
}
