//! A leader tells of something they saw or heard.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{AlertId, Written, deeds, observe};
use crate::app::App;
use crate::groups;
use crate::id::{self, GroupId, PersonId};
use crate::identity::Who;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, actions, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Result, say};

/// The form.
pub(super) async fn ask(State(app): State<App>, who: Who, Path(group): Path<GroupId>) -> Result<Response> {
    let members = members(&app, &who, group).await?;
    Ok(page(&who.view, group, &members, &Fields::blank(&who.view)).into_response())
}

/// Raises the concern and goes on to it.
pub(super) async fn tell(State(app): State<App>, who: Who, Path(group): Path<GroupId>, form: Form) -> Result<Response> {
    let once = id::from_text(form.value("once")).map_or_else(id::random, Ok)?;
    let mut check = Check::new(&form);
    let chosen = form.value("person").parse::<PersonId>().ok();
    let person = chosen.or_else(|| check.fault("person", "safety-fault-whom"));
    let done: Result<AlertId> =
        match check.done(|| person).and_then(|person| Ok((person, Written::new("words", form.value("words"))?))) {
            Ok((person, words)) => {
                app.write(who.actor, async move |work| observe(work, group, person, once, words.clone()).await).await
            }
            Err(faults) => Err(faults),
        };
    match done {
        Ok(alert) => Ok(go(&format!("/care/risk/{alert}"))),
        Err(error) => {
            let members = members(&app, &who, group).await?;
            mend(error, |faults| page(&who.view, group, &members, &Fields::again(&who.view, form, faults)))
        }
    }
}

async fn members(app: &App, who: &Who, group: GroupId) -> Result<Vec<(PersonId, String)>> {
    let reading = app.read(who.actor, async move |work| {
        deeds::may_raise_in(work, group).await?;
        let seats = groups::seats(work, group).await?;
        Ok(seats.into_iter().filter(|seat| seat.until.is_none()).map(|seat| (seat.person, seat.called)).collect())
    });
    reading.await
}

fn page(view: &View, group: GroupId, members: &[(PersonId, String)], fields: &Fields<'_>) -> Page {
    let words = view.words;
    // Nobody stands chosen before: a concern about danger must not land on whoever is first.
    let nobody = Choice::new("", say!(words, "safety-concern-choose"));
    let people = members.iter().map(|(person, called)| Choice::new(person.to_string(), called));
    let people = std::iter::once(nobody).chain(people).collect();
    let form = html! {
        (seen(say!(words, "safety-who-sees")))
        (fields.select("person", say!(words, "safety-concern-whom"), people))
        (fields.area("words", say!(words, "safety-concern-words")).hint(say!(words, "safety-concern-hint")))
        (actions(Button::submit(say!(words, "safety-concern-send"))))
    };
    Page::new(view, "safety-title-concern")
        .crumb("/care/risk", say!(words, "safety-title-concerns"))
        .lead(say!(words, "safety-raise-lead"))
        .body(fields.form(&format!("/care/groups/{group}/concern"), &form))
}
