//! A worksheet that everybody looks at: each page reads it with the rights of whoever looks.

use maud::html;

use super::Scene;
use super::scene::wish;
use crate::say;
use crate::web::Region;

pub(super) fn region(scene: &Scene<'_>) -> Region {
    let words = scene.view.words;
    let body = html! {
        @if !scene.taken.is_empty() {
            section.card.stack.stack--tight tabindex="0" {
                h2 { (say!(words, "room-taken")) }
                p.lines { (scene.taken) }
            }
        }
        @if let Some(sheet) = scene.sheet {
            section.card.stack tabindex="0" id={ "sheet-" (sheet.id) } {
                h2 { (say!(words, "room-sheet", title = sheet.title.as_str())) }
                div data-leaf={ "/me/group/shared/" (sheet.id) } data-own {}
                @if scene.leads() { div.actions { (wish("put-sheet-away", say!(words, "room-sheet-away"))) } }
            }
        }
    };
    Region::new("room-sheet", body)
}
