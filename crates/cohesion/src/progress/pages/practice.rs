//! A member's practice: what is asked now, homework and worksheets, and what they have answered.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::me_today::to_answer;
use crate::access::{About, Deed, Standing};
use crate::app::App;
use crate::assessments::asked_of;
use crate::identity::Who;
use crate::techniques::practice_part;
use crate::web::Page;
use crate::web::parts::{Icon, Row, empty, rows};
use crate::{Result, say};

/// One of the four places of a member.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let person = who.person;
    let frame = who.view.clone();
    let reading = app.read(who.actor, async move |work| {
        let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
        Ok((asked_of(work, &grant, person).await?, practice_part(work, &frame).await?))
    });
    let (asked, techniques) = reading.await?;
    let (view, words) = (&who.view, who.view.words);
    let answers = Row::link("/me/answers", say!(words, "progress-answers"))
        .small(say!(words, "progress-answers-about"))
        .icon(Icon::Check);
    let body = html! {
        section.stack.stack--tight {
            h2 { (say!(words, "progress-practice-asked")) }
            @if asked.is_empty() { (empty(say!(words, "progress-asked-nothing"))) } @else {
                (rows(asked.iter().map(|asked| to_answer(view, asked))))
            }
        }
        (techniques)
        section.stack.stack--tight {
            h2 { (say!(words, "progress-practice-done")) }
            (rows([answers]))
        }
    };
    let page = Page::new(view, "progress-title-practice").lead(say!(words, "progress-practice-lead"));
    Ok(page.body(body).into_response())
}
