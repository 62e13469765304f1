//! One person of the staff: how they are reached, what they do, and their papers.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::{
    Colleague, Credential, Practises, Qualification, Vouched, credentials_of, deeds, staff, store, today, verify,
    vettings_of, withdraw,
};
use super::papers::state_tag;
use super::people::roles_in_words;
use super::vetting;
use crate::app::App;
use crate::id::{CredentialId, PersonId};
use crate::identity::Who;
use crate::web::parts::{Button, Icon, actions, card, empty, facts, post};
use crate::web::{Page, Path, Said, View, go};
use crate::work::Work;
use crate::{Error, Result, say};

struct Shown {
    colleague: Colleague,
    papers: Vec<Credential>,
    vouched: Vec<Vouched>,
    /// What everyone on the staff is called: supervisors and those who verified.
    names: BTreeMap<PersonId, String>,
    today: Date,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let staff = staff(work).await?;
        let names = staff.iter().map(|colleague| (colleague.person, colleague.profile.called.clone())).collect();
        let colleague = staff.into_iter().find(|colleague| colleague.person == person).ok_or(Error::NotFound)?;
        let grant = deeds::may_see_colleague(work, person).await?;
        let papers = credentials_of(work, &grant, person).await?;
        let vouched = vettings_of(work, &grant, person).await?;
        Ok(Shown { colleague, papers, vouched, names, today: today(work).await? })
    });
    Ok(page(&who.view, &reading.await?).into_response())
}

/// Says that a paper was checked.
pub(super) async fn verify_paper(
    State(app): State<App>,
    who: Who,
    Path((person, paper)): Path<(PersonId, CredentialId)>,
) -> Result<Response> {
    let verifying = app.write(who.actor, async move |work| {
        theirs(work, person, paper).await?;
        verify(work, paper).await
    });
    verifying.await?;
    Ok(go(&format!("/admin/people/{person}")))
}

/// Takes a paper off the record.
pub(super) async fn withdraw_paper(
    State(app): State<App>,
    who: Who,
    Path((person, paper)): Path<(PersonId, CredentialId)>,
) -> Result<Response> {
    let withdrawing = app.write(who.actor, async move |work| {
        theirs(work, person, paper).await?;
        withdraw(work, paper).await
    });
    withdrawing.await?;
    Ok(go(&format!("/admin/people/{person}")))
}

/// A paper that an address names is the person's, or it is none.
async fn theirs(work: &mut Work<'_>, person: PersonId, paper: CredentialId) -> Result<()> {
    let kept = store::find_credential(work, paper).await?;
    if kept.is_some_and(|kept| kept.person == person) { Ok(()) } else { Err(Error::NotFound) }
}

fn page(view: &View, shown: &Shown) -> Page {
    let words = view.words;
    let Colleague { person, profile, .. } = &shown.colleague;
    let here = format!("/admin/people/{person}");
    let add = |kind: &str, text: Said| Button::link(format!("{here}/papers/{kind}"), text).outline().icon(Icon::Plus);
    Page::new(view, "practice-title-person")
        .crumb("/admin/people", say!(words, "place-people"))
        .crumb(here.clone(), profile.called.as_str())
        .heading(&profile.called)
        .body(html! {
            (card(facts(about(view, &shown.colleague))))
            (actions(html! {
                (Button::link(format!("{here}/contacts"), say!(words, "practice-correct")).outline())
                (Button::link(format!("{here}/roles"), say!(words, "practice-title-roles")).outline())
            }))
            section.stack {
                h2 { (say!(words, "practice-papers")) }
                @if shown.papers.is_empty() { (empty(say!(words, "practice-papers-none"))) }
                @for paper in &shown.papers { (self::paper(view, shown, paper)) }
                (actions(html! {
                    (add("licence", say!(words, "practice-add-licence")))
                    (add("training", say!(words, "practice-add-training")))
                }))
            }
            (vetting::section(view, &shown.colleague, &shown.vouched, shown.today))
        })
}

fn about(view: &View, colleague: &Colleague) -> Vec<(Said, String)> {
    let words = view.words;
    let profile = &colleague.profile;
    let mut about = vec![
        (say!(words, "practice-legal"), profile.legal.clone()),
        (say!(words, "practice-email"), profile.email.clone()),
    ];
    about.extend(profile.phone.clone().map(|phone| (say!(words, "practice-phone"), phone)));
    match colleague.ended {
        None => about.push((say!(words, "practice-roles"), roles_in_words(words, &colleague.roles))),
        Some(ended) => about.push((say!(words, "practice-worked-until"), view.day(ended).into_owned())),
    }
    about
}

fn paper(view: &View, shown: &Shown, paper: &Credential) -> Markup {
    let words = view.words;
    let here = format!("/admin/people/{}/papers/{}", paper.person, paper.id);
    card(html! {
        div.spread { h3 { (paper.words.title) } (state_tag(words, paper.state(shown.today))) }
        (facts(terms(view, shown, paper)))
        div.cluster {
            @if paper.verified.is_none() {
                (post(&format!("{here}/verify"), &[], &Button::submit(say!(words, "practice-verify")).outline().small()))
            }
            (post(&format!("{here}/withdraw"), &[], &Button::submit(say!(words, "practice-withdraw")).quiet().small()))
        }
    })
}

fn terms(view: &View, shown: &Shown, paper: &Credential) -> Vec<(Said, String)> {
    let words = view.words;
    let name = |person: &PersonId| shown.names.get(person).cloned().unwrap_or_default();
    let mut terms = Vec::new();
    if let Qualification::Licence { place, practises, .. } = &paper.qualification {
        terms.push((say!(words, "practice-place"), words.place(place.code()).into_owned()));
        if let Practises::Under(supervisor) = practises {
            terms.push((say!(words, "practice-supervisor"), name(supervisor)));
        }
    }
    let said = [("practice-number", &paper.words.number), ("practice-issuer", &paper.words.issuer)];
    let filled = said.into_iter().filter(|(_, text)| !text.is_empty());
    terms.extend(filled.map(|(key, text)| (words.say(key, None), text.clone())));
    if let Some(last_day) = paper.qualification.last_day() {
        terms.push((say!(words, "practice-last-day"), words.day_of_year(last_day).into_owned()));
    }
    if let Some(verified) = paper.verified {
        let day = view.moment(verified.at);
        let by = verified.by.map_or_else(String::new, |person| name(&person));
        terms.push((say!(words, "practice-verified"), if by.is_empty() { day.into() } else { format!("{day}, {by}") }));
    }
    terms
}
