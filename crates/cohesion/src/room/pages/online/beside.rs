//! Beside a live room: the agenda for those who lead, with what they can show and note; for members the part that runs.

use maud::{Markup, html};

use super::super::board::controls;
use super::scene::wish;
use crate::access::{Actor, Deed};
use crate::app::App;
use crate::groups;
use crate::id::SessionId;
use crate::plans::{self, Hour, UnderWay};
use crate::room::{BoardCode, board_code};
use crate::techniques::{Shared, shared_in};
use crate::web::parts::{fold, time_left};
use crate::web::{Region, View};
use crate::{Legible, Result, say};

/// The board for a large screen, for those who lead the floor.
enum Board {
    Theirs(Option<BoardCode>),
    Anothers,
}

enum Beside {
    Leading(Box<Hour>, Legible<Shared>, Board),
    Taking(Option<UnderWay>),
}

/// Draws it, for one viewer.
pub(crate) async fn agenda_region(app: &App, actor: Actor, view: &View, id: SessionId) -> Result<Region> {
    let reading = app.read(actor, async move |work| {
        let session = groups::session(work, id).await?;
        let standing = groups::standing(work, session.group).await?;
        if !standing.allows(Deed::PrepareSession) {
            return plans::under_way(work, id).await.map(Beside::Taking);
        }
        let shown = if standing.allows(Deed::SeeSharedSheets) {
            shared_in(work, session.group).await?
        } else {
            Legible::default()
        };
        let board =
            if standing.allows(Deed::LeadFloor) { Board::Theirs(board_code(work, id).await?) } else { Board::Anothers };
        Ok(Beside::Leading(Box::new(plans::hour(work, id).await?), shown, board))
    });
    let body = match reading.await? {
        Beside::Leading(hour, shown, board) => leading(view, &hour, &shown.readable, (id, board)),
        Beside::Taking(Some(part)) => taking(view, &part),
        Beside::Taking(None) => Markup::default(),
    };
    Ok(Region::new("room-agenda", body))
}

fn leading(view: &View, hour: &Hour, shown: &[Shared], (id, board): (SessionId, Board)) -> Markup {
    let words = view.words;
    html! {
        div.stack.stack--loose {
            (plans::agenda_part(view, hour))
            @if !shown.is_empty() {
                (fold(say!(words, "room-sheets"), html! {
                    p.soft.small { (say!(words, "room-sheets-about")) }
                    ul.queue {
                        @for shared in shown {
                            li { (shared.form.title) (wish("show-sheet", say!(words, "room-sheet-show")).choice(shared.id.to_string()).look("btn btn--outline btn--small")) }
                        }
                    }
                }))
            }
            @if let Board::Theirs(code) = board { (fold(say!(words, "room-board"), controls(view, id, code))) }
            (fold(say!(words, "room-taken"), html! {
                form.stack.stack--tight data-wish="take-with-us" {
                    label for="take-with-us" { (say!(words, "room-taken-about")) }
                    textarea #take-with-us.input name="words" rows="4" data-stays {}
                    button.btn.btn--small { (say!(words, "room-taken-show")) }
                }
            }))
        }
    }
}

fn taking(view: &View, part: &UnderWay) -> Markup {
    let words = view.words;
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "room-part")) }
            p { strong { (part.title) } @if let Some(left) = part.left_s.filter(|left| *left > 0) { " " (time_left(left, view.now)) " " span.soft { (say!(words, "room-left")) } } }
            @if let Some(next) = &part.next { p.soft.small { (say!(words, "room-part-next", title = next.as_str())) } }
        }
    }
}
