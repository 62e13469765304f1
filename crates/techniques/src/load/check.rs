//! Whether what a form says of its fields agrees with them.

use super::{Checked, said, spelled, unique};
use crate::field::{Field, Kind};
use crate::figure::{FigureRule, Method};
use crate::form::{Audience, Form, GroupKind, Handling};
use crate::place::Place;
use crate::problem::Reason;
use crate::signal::SignalRule;

/// Names are one thing each, conditions look back, and figures, orders and signals stand on what is there.
pub(super) fn form(form: &Form) -> Checked {
    let ids = form.fields().map(|field| field.id.as_str()).chain(form.figures.iter().map(|rule| rule.id.as_str()));
    unique("fields", ids)?;
    conditions(form)?;
    for (at, rule) in form.figures.iter().enumerate() {
        figure(form, &form.figures[..at], rule)?;
    }
    for order in &form.orders {
        order.iter().try_for_each(|name| time(form, "orders", name))?;
    }
    unique("signals", form.signals.iter().map(|rule| rule.id.as_str()))?;
    form.signals.iter().try_for_each(|rule| signal(form, rule))?;
    reach(form)?;
    sharing(form)
}

fn conditions(form: &Form) -> Checked {
    let fields: Vec<&Field> = form.fields().collect();
    for (at, field) in fields.iter().enumerate() {
        let Some(condition) = &field.only_if else { continue };
        let place = format!("\"{}\", only_if", field.id);
        let Some(opener) = fields.iter().position(|other| other.id == condition.field) else {
            return Err((place, Reason::Unknown { kind: "field", name: condition.field.clone() }));
        };
        if opener >= at {
            return Err((place, Reason::AskedLater(condition.field.clone())));
        }
        if condition.is.is_empty() {
            return Err((place, Reason::Empty));
        }
        condition.is.iter().try_for_each(|word| answerable(&place, fields[opener], word))?;
    }
    Ok(())
}

/// Whether a field can be answered with an option, or with `yes` or `no`.
fn answerable(place: &str, field: &Field, word: &str) -> Checked {
    let is_there = match &field.kind {
        Kind::YesNo => word == "yes" || word == "no",
        kind => kind.options().iter().any(|option| option.id == word),
    };
    if is_there {
        return Ok(());
    }
    Err((place.to_owned(), Reason::Unknown { kind: "option", name: word.to_owned() }))
}

fn figure(form: &Form, earlier: &[FigureRule], rule: &FigureRule) -> Checked {
    let place = format!("figures, \"{}\"", rule.id);
    spelled(&place, &rule.id, '_')?;
    said([(place.as_str(), rule.label.as_str()), (place.as_str(), rule.words.as_str())])?;
    let amount = |name: &String| {
        if earlier.iter().any(|other| other.id == *name && !matches!(other.by, Method::Gap { .. })) {
            return Ok(());
        }
        of_kind(form, &place, &Place::field(name), "a number, scale or percent", Kind::is_amount)
    };
    match &rule.by {
        Method::MinutesBetween { from, to } => time(form, &place, from).and_then(|()| time(form, &place, to)),
        Method::Minus { from, less } => std::iter::once(from).chain(less).try_for_each(amount),
        Method::Share { part, of } => [part, of].into_iter().try_for_each(amount),
        Method::Sum { of } | Method::Mean { of } | Method::Highest { of } => {
            of_kind(form, &place, of, "a number, scale or percent", Kind::is_amount)
        }
        Method::Count { of } => {
            let has_rows = |kind: &Kind| matches!(kind, Kind::AnyOf { .. }) || !kind.columns().is_empty();
            of_kind(form, &place, of, "a list, matrix, grid or choice of several", has_rows)
        }
        Method::Gap { field, from, less } => {
            let is_matrix = |kind: &Kind| matches!(kind, Kind::Matrix { .. });
            of_kind(form, &place, &Place::field(field), "a matrix", is_matrix)?;
            [from, less].into_iter().try_for_each(|column| {
                let cell = Place { field: field.clone(), row: None, column: Some(column.clone()) };
                of_kind(form, &place, &cell, "a number, scale or percent", Kind::is_amount)
            })
        }
    }
}

fn time(form: &Form, place: &str, name: &str) -> Checked {
    of_kind(form, place, &Place::field(name), "a time", |kind| *kind == Kind::Time)
}

fn of_kind(form: &Form, place: &str, at: &Place, expected: &'static str, fits: impl Fn(&Kind) -> bool) -> Checked {
    match form.at(at) {
        None => Err((place.to_owned(), Reason::Unknown { kind: "field", name: at.to_string() })),
        Some(field) if fits(&field.kind) => Ok(()),
        Some(_) => Err((place.to_owned(), Reason::OtherKind { name: at.to_string(), expected })),
    }
}

fn signal(form: &Form, rule: &SignalRule) -> Checked {
    let place = format!("signals, \"{}\"", rule.id);
    said([(place.as_str(), rule.meaning.as_str()), (place.as_str(), rule.source.as_str())])?;
    let unknown = || (place.clone(), Reason::Unknown { kind: "field", name: rule.at.to_string() });
    let field = form.at(&rule.at).ok_or_else(unknown)?;
    let has_row = |row: &String| form.field(&rule.at.field).is_some_and(|field| field.kind.has_row(row));
    if !rule.at.row.as_ref().is_none_or(has_row) {
        return Err(unknown());
    }
    match (rule.at_least, &rule.is) {
        (Some(least), None) => match field.kind.range() {
            Some((from, to)) if (from..=to).contains(&least) => Ok(()),
            Some(_) => Err((place, Reason::Range)),
            None => {
                let expected = "a number, scale or percent";
                Err((place, Reason::OtherKind { name: rule.at.to_string(), expected }))
            }
        },
        (None, Some(word)) => answerable(&place, field, word),
        _ => Err((place, Reason::ExactlyOne("\"at_least\" and \"is\""))),
    }
}

/// Exposure, chain analysis, trauma work and watching over danger are for therapy only.
fn reach(form: &Form) -> Checked {
    if !form.is_for(GroupKind::Support) {
        return Ok(());
    }
    let handled = form.handles.first().map(|handling| match handling {
        Handling::Exposure => "exposure",
        Handling::ChainAnalysis => "chain analysis",
        Handling::Trauma => "trauma work",
        Handling::Risk => "risk",
    });
    let because = handled.or((!form.signals.is_empty()).then_some("its signals"));
    because.map_or(Ok(()), |because| Err(("groups".to_owned(), Reason::TherapyOnly(because))))
}

/// The default is offered, and what can tell of danger is read by a leader and kept from the group.
fn sharing(form: &Form) -> Checked {
    let refuse = |reason| Err(("sharing".to_owned(), reason));
    if !form.sharing.offered.contains(&form.sharing.default) {
        return refuse(Reason::DefaultNotOffered);
    }
    if !form.signals.is_empty() && form.sharing.offered != [Audience::Leader] {
        return refuse(Reason::SignalsUnread);
    }
    Ok(())
}
