//! Who leads a group: appointing and relieving.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::charter::Leadership;
use super::super::{Group, Leader, LeaderRole, appoint, group, may_run, named_leaders, relieve as end_part, standing};
use super::group_page;
use crate::access::Standing;
use crate::app::App;
use crate::id::{GroupId, PersonId};
use crate::identity::Who;
use crate::practice::{self, Role};
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Row, actions, post, rows};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Result, say};

struct Shown {
    group: Group,
    standing: Standing,
    leaders: Vec<(Leader, String)>,
    colleagues: Vec<(PersonId, String)>,
}

/// Everyone who leads, and the form that appoints.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

/// Somebody is appointed.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let (person, role) = (check.choice::<PersonId>("person"), check.choice::<i64>("role"));
    let appointed = match check.done(|| Some((person?, LeaderRole::from_code(role?).ok()?))) {
        Ok((person, role)) => app.write(who.actor, async move |work| appoint(work, id, person, role).await).await,
        Err(faults) => Err(faults),
    };
    let Err(error) = appointed else { return Ok(go(&format!("/care/groups/{id}/leaders"))) };
    let shown = read(&app, &who, id).await?;
    mend(error, |faults| page(&who.view, &shown, &Fields::again(&who.view, form, faults)))
}

/// Somebody is relieved of their part.
pub(super) async fn relieve(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let person = check.choice::<PersonId>("person");
    let read = check.done(|| person);
    let relieving = app.write(who.actor, async move |work| {
        may_run(work, id).await?;
        let person = read.clone()?;
        end_part(work, id, person).await.map(|()| person)
    });
    let person = relieving.await?;
    // Whoever relieves themself has no page here any more.
    Ok(go(&if person == who.person { "/care/groups".to_owned() } else { format!("/care/groups/{id}/leaders") }))
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let grant = may_run(work, id).await?;
        let group = group(work, &grant, id).await?;
        let roles: &[Role] = match group.charter.leadership() {
            Leadership::LicensedClinician => &[Role::Clinician, Role::Supervisor],
            Leadership::TrainedFacilitator => &[Role::Facilitator, Role::Clinician],
        };
        let colleagues = practice::colleagues_with(work, &grant, roles).await?;
        let (leaders, standing) = (named_leaders(work, &grant, id).await?, standing(work, id).await?);
        Ok(Shown { group, standing, leaders, colleagues })
    });
    reading.await
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let (words, id) = (view.words, shown.group.id);
    let people = shown.colleagues.iter().map(|(person, called)| Choice::new(person.to_string(), called)).collect();
    let roles = LeaderRole::under(shown.group.charter.leadership())
        .iter()
        .map(|role| Choice::new(role.code().to_string(), words.say(role.name_key(), None)))
        .collect();
    let form = html! {
        (fields.select("person", say!(words, "groups-appoint-whom"), people))
        (fields.radios("role", say!(words, "groups-appoint-as"), roles))
        (actions(Button::submit(say!(words, "groups-appoint"))))
    };
    group_page(view, &shown.group, shown.standing, "groups-title-leaders").width(Width::Read).body(html! {
        (rows(shown.leaders.iter().map(|named| row(view, id, named))))
        section.stack {
            h2 { (say!(words, "groups-appoint-heading")) }
            p.soft { (say!(words, "groups-appoint-hint")) }
            (fields.form(&format!("/care/groups/{id}/leaders"), &form))
        }
    })
}

fn row(view: &View, group: GroupId, (leader, called): &(Leader, String)) -> Row {
    let relieve: Markup = post(
        &format!("/care/groups/{group}/leaders/relieve"),
        &[("person", &leader.person.to_string())],
        &Button::submit(say!(view.words, "groups-relieve", name = called)).quiet().small(),
    );
    Row::plain(called).avatar(called).small(view.words.say(leader.role.name_key(), None)).end(relieve)
}
