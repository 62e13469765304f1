//! The library of techniques for those who work here: worksheets, skills and programmes, found by a plain filter.

use ::techniques::{Field, Form as Technique, GroupKind, Kind, Skill, SkillSet};
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{catalogue, own_curricula};
use super::evidence::{cautions, evidence, licence};
use crate::app::App;
use crate::identity::{AccountKind, Who};
use crate::web::parts::{Button, Icon, Row, Tone, actions, empty, facts, rows, tag};
use crate::web::{Fields, Form, Page, Path, View, Width};
use crate::{Error, Result, say};

/// The library is for those who work here; a member sees what their groups use.
pub(super) fn staff_only(who: &Who) -> Result<()> {
    if who.kind == AccountKind::Staff { Ok(()) } else { Err(Error::NotFound) }
}

/// Everything there is, or what holds the words that are looked for.
pub(super) async fn shelf(State(app): State<App>, who: Who, RawQuery(query): RawQuery) -> Result<Response> {
    staff_only(&who)?;
    let own = app.read(who.actor, async |work| own_curricula(work).await).await?;
    let (view, words) = (&who.view, who.view.words);
    let typed = Form::parse(query.as_deref().unwrap_or_default());
    let wanted = typed.value("q").trim().to_lowercase();
    let holds = |texts: [&str; 2]| texts.iter().any(|text| text.to_lowercase().contains(&wanted));
    let catalogue = catalogue();
    let forms = catalogue.forms().filter(|form| holds([&form.title, &form.purpose]));
    let forms: Vec<Row> = forms
        .map(|form| {
            Row::link(format!("/care/library/forms/{}", form.id), &form.title).small(&form.purpose).icon(Icon::Pen)
        })
        .collect();
    let skills = catalogue.skills().filter(|(_, skill)| holds([&skill.title, &skill.about]));
    let skills: Vec<Row> = skills
        .map(|(set, skill)| {
            let name = html! { (skill.title) " " span.soft.small { (set.title) } };
            Row::link(format!("/care/library/skills/{}", skill.id), name).small(&skill.about).icon(Icon::Leaf)
        })
        .collect();
    let programmes = catalogue.curricula().filter(|one| holds([&one.title, &one.summary]));
    let programmes: Vec<Row> = programmes
        .map(|one| {
            Row::link(format!("/care/library/programmes/{}", one.id), &one.title)
                .small(&one.summary)
                .icon(Icon::Calendar)
        })
        .collect();
    let own = own.iter().filter(|own| holds([&own.curriculum.title, &own.curriculum.summary]));
    let own = own.map(|own| {
        let version = say!(words, "techniques-own-is", version = own.version);
        Row::link(format!("/care/library/own/{}", own.id), &own.curriculum.title).small(version).icon(Icon::Pen)
    });
    let own: Vec<Row> = own.collect();
    let is_empty = own.is_empty() && forms.is_empty() && skills.is_empty() && programmes.is_empty();
    let body = html! {
        (filter(view, typed))
        @if is_empty { (empty(say!(words, "techniques-library-nothing"))) }
        (section(&words.say("techniques-own", None), own))
        (section(&words.say("techniques-programmes", None), programmes))
        (section(&words.say("techniques-forms", None), forms))
        (section(&words.say("techniques-skills", None), skills))
    };
    let page = Page::new(view, "techniques-title-library").width(Width::Mid);
    Ok(page.lead(say!(words, "techniques-library-lead")).body(body).into_response())
}

fn section(heading: &str, found: Vec<Row>) -> Markup {
    html! {
        @if !found.is_empty() { section.stack.stack--tight { h2 { (heading) } (rows(found)) } }
    }
}

fn filter(view: &View, typed: Form) -> Markup {
    let words = view.words;
    let fields = Fields::filled(view, typed);
    html! {
        form.stack.stack--tight method="get" action="/care/library" role="search" {
            (fields.text("q", say!(words, "techniques-filter")))
            (actions(Button::submit(say!(words, "techniques-filter-show")).outline()))
        }
    }
}

/// One worksheet: what it asks, for whom it is, what is known of it.
pub(super) async fn form(who: Who, Path(id): Path<String>) -> Result<Response> {
    staff_only(&who)?;
    let form = catalogue().form(&id).ok_or(Error::NotFound)?;
    let (view, words) = (&who.view, who.view.words);
    let body = html! {
        p.lead { (form.purpose) }
        (about_form(view, form))
        section.stack.stack--tight {
            h2 { (say!(words, "techniques-helps-when")) }
            ul { @for line in &form.helps_when { li { (line) } } }
        }
        (cautions(view, &form.cautions))
        section.stack.stack--tight {
            h2 { (say!(words, "techniques-asks")) }
            @for step in &form.steps {
                h3 { (step.title) }
                ul { @for field in &step.fields { li { (field.label) (columns(field)) } } }
            }
        }
        @if !form.signals.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "techniques-signals")) }
                ul { @for signal in &form.signals { li { (signal.meaning) " " span.soft { (signal.source) } } } }
            }
        }
        (evidence(view, &form.evidence))
        (licence(view, &form.licence))
    };
    Ok(frame(view, &form.title).body(body).into_response())
}

fn about_form(view: &View, form: &Technique) -> Markup {
    let words = view.words;
    facts([
        (say!(words, "techniques-for"), for_whom(view, &form.groups)),
        (say!(words, "techniques-takes"), html! { (say!(words, "techniques-about-minutes", minutes = form.minutes)) }),
        (say!(words, "techniques-version"), html! { (form.version) }),
    ])
}

/// The kinds of group that may use it, in words.
pub(super) fn for_whom(view: &View, groups: &[GroupKind]) -> Markup {
    let words = view.words;
    let has = |charter: crate::groups::Charter| groups.contains(&charter.techniques_for());
    let (therapy, support) = (has(crate::groups::Charter::therapy()), has(crate::groups::Charter::support()));
    html! {
        @if therapy { (tag(Tone::Plain, Some(Icon::People), say!(words, "groups-kind-therapy"))) " " }
        @if support { (tag(Tone::Plain, Some(Icon::People), say!(words, "groups-kind-support"))) }
    }
}

fn columns(field: &Field) -> Markup {
    let rows: &[::techniques::Row] = if let Kind::Matrix { rows, .. } = &field.kind { rows } else { &[] };
    let inside = rows.iter().map(|row| row.label.as_str());
    let inside: Vec<&str> = inside.chain(field.kind.columns().iter().map(|column| column.label.as_str())).collect();
    html! { @if !inside.is_empty() { ": " span.soft { (inside.join(", ")) } } }
}

/// One skill with its set.
pub(super) async fn skill(who: Who, Path(id): Path<String>) -> Result<Response> {
    staff_only(&who)?;
    let found: Option<(&SkillSet, &Skill)> = catalogue().skills().find(|(_, skill)| skill.id == id);
    let (set, skill) = found.ok_or(Error::NotFound)?;
    let (view, words) = (&who.view, who.view.words);
    let forms = skill.forms.iter().filter_map(|form| catalogue().form(form));
    let forms: Vec<Row> =
        forms.map(|form| Row::link(format!("/care/library/forms/{}", form.id), &form.title).icon(Icon::Pen)).collect();
    let body = html! {
        p.lead { (skill.about) }
        (facts([
            (say!(words, "techniques-set"), html! { (set.title) }),
            (say!(words, "techniques-for"), for_whom(view, &skill.groups)),
            (say!(words, "techniques-version"), html! { (set.version) }),
        ]))
        section.stack.stack--tight {
            h2 { (say!(words, "techniques-how")) }
            ol.prose { @for step in &skill.steps { li { (step) } } }
        }
        section.stack.stack--tight {
            h2 { (say!(words, "techniques-helps-when")) }
            ul { @for line in &skill.helps_when { li { (line) } } }
        }
        (cautions(view, &skill.cautions))
        (section(&say!(words, "techniques-practise-with"), forms))
        (evidence(view, &[skill.evidence.as_slice(), set.evidence.as_slice()].concat()))
        (licence(view, &set.licence))
    };
    Ok(frame(view, &skill.title).body(body).into_response())
}

/// The frame of each page of the library.
pub(super) fn frame(view: &View, title: &str) -> Page {
    Page::new(view, "techniques-title-library")
        .width(Width::Mid)
        .back("/care/library", say!(view.words, "techniques-title-library"))
        .heading(title)
}
