//! What has to be known of somebody who facilitates, as it stands on their page, and vouching for one of it.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::{Colleague, Role, Vetting, Vouched, colleague, deeds, take_vetting_back, vouch};
use crate::app::App;
use crate::id::PersonId;
use crate::identity::Who;
use crate::web::forms::mend;
use crate::web::parts::{Button, Row, Tone, actions, post, rows, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Result, say};

/// The section of a person's page: nothing for whoever does not facilitate.
pub(super) fn section(view: &View, colleague: &Colleague, vouched: &[Vouched], today: Date) -> Markup {
    if !colleague.roles.contains(&Role::Facilitator) && vouched.is_empty() {
        return Markup::default();
    }
    let words = view.words;
    html! {
        section.stack {
            h2 { (say!(words, "practice-vettings")) }
            p.soft { (say!(words, "practice-vettings-about")) }
            (rows(Vetting::ALL.map(|vetting| line(view, colleague.person, vetting, vouched, today))))
        }
    }
}

fn line(view: &View, person: PersonId, vetting: Vetting, vouched: &[Vouched], today: Date) -> Row {
    let words = view.words;
    let here = format!("/admin/people/{person}/vettings/{}", vetting.word());
    let row = Row::plain(words.say(vetting.word_keys().0, None));
    let Some(known) = vouched.iter().find(|known| known.vetting == vetting) else {
        let open = Button::link(&here, say!(words, "practice-vouch")).outline().small();
        return row.small(words.say(vetting.word_keys().1, None)).end(open);
    };
    let state = match known.last_day {
        Some(last) if last < today => tag(Tone::Note, None, say!(words, "practice-paper-ended")),
        _ => tag(Tone::Well, None, say!(words, "practice-paper-valid")),
    };
    let until = if let Some(last) = known.last_day {
        say!(words, "practice-vouched-until", day = words.day_of_year(last))
    } else {
        say!(words, "practice-vouched", time = view.moment(known.at))
    };
    let back = Button::submit(say!(words, "practice-withdraw")).quiet().small();
    row.small(until).end(html! {
        span.cluster {
            (state)
            (Button::link(&here, say!(words, "practice-renew")).quiet().small())
            (post(&format!("{here}/withdraw"), &[], &back))
        }
    })
}

/// The form.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    Path((person, word)): Path<(PersonId, String)>,
) -> Result<Response> {
    let (vetting, colleague) = (word.parse()?, load(&app, &who, person).await?);
    Ok(page(&who.view, &colleague, vetting, &Fields::blank(&who.view)).into_response())
}

/// Vouches.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path((person, word)): Path<(PersonId, String)>,
    form: Form,
) -> Result<Response> {
    let vetting = word.parse::<Vetting>()?;
    let mut check = Check::new(&form);
    let seen = check.tick("seen");
    let last_day = check.optional("last-day", |check| check.date("last-day"));
    let read = check.done(|| seen.and(last_day));
    let vouching = app.write(who.actor, async move |work| {
        deeds::may_vouch(work, person).await?;
        vouch(work, person, vetting, *read.as_ref().map_err(crate::Error::clone)?).await
    });
    match vouching.await {
        Ok(()) => Ok(go(&format!("/admin/people/{person}"))),
        Err(error) => {
            let colleague = load(&app, &who, person).await?;
            mend(error, |faults| page(&who.view, &colleague, vetting, &Fields::again(&who.view, form, faults)))
        }
    }
}

/// Takes it back.
pub(super) async fn take_back(
    State(app): State<App>,
    who: Who,
    Path((person, word)): Path<(PersonId, String)>,
) -> Result<Response> {
    let vetting = word.parse::<Vetting>()?;
    app.write(who.actor, async move |work| take_vetting_back(work, person, vetting).await).await?;
    Ok(go(&format!("/admin/people/{person}")))
}

async fn load(app: &App, who: &Who, person: PersonId) -> Result<Colleague> {
    let reading = app.read(who.actor, async move |work| {
        deeds::may_vouch(work, person).await?;
        colleague(work, person).await
    });
    reading.await
}

fn page(view: &View, colleague: &Colleague, vetting: Vetting, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let here = format!("/admin/people/{}", colleague.person);
    let (name, about) = vetting.word_keys();
    let form = html! {
        p { (words.say(about, None)) }
        (fields.tick("seen", say!(words, "practice-vouch-seen", name = colleague.profile.called.as_str())))
        (fields.date("last-day", say!(words, "practice-last-day")).hint(say!(words, "practice-last-day-none")))
        (actions(Button::submit(say!(words, "practice-vouch"))))
    };
    Page::new(view, "practice-title-vetting")
        .back(&here, say!(words, "practice-title-person"))
        .heading(words.say(name, None))
        .lead(&colleague.profile.called)
        .body(fields.form(&format!("{here}/vettings/{}", vetting.word()), &form))
}
