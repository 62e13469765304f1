//! What answers came to, in the words for whoever reads them.

use maud::{Markup, html};
use measures::glance::{Look, LookCause};
use measures::instrument::Scale;
use measures::score::Finding;
use measures::{Instrument, Score};

use super::super::aside::{at_the_end, behind};
use super::super::{Answered, Record, Version};
use super::question;
use crate::say;
use crate::web::charts::number;
use crate::web::parts::{Icon, Tone, facts, fold, tag};
use crate::web::{Said, View};

/// Whose words a result is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The member: gentle names of bands, no classes and no criteria.
    Member,
    /// A clinician: published names, criteria, and how it was worked out.
    Clinician,
}

/// The total with the name of its band, "9 of 27, mild"; nothing where the questionnaire is not added up, and for a member
/// nothing where no words are known for a total: a number does not stand without its meaning.
pub fn total_in_words(view: &View, instrument: &Instrument, score: &Score, reader: Reader) -> Option<Said> {
    let words = view.words;
    let scale = instrument.total.as_ref()?;
    let Some(total) = score.total else { return Some(say!(words, "assessments-too-open")) };
    let highest = instrument.total_range().map_or(0, |range| *range.end());
    let band = band(scale, total, reader);
    let said = match band {
        Some(band) => say!(words, "assessments-total", total = number(total), highest = highest, band = band),
        None if reader == Reader::Member => return None,
        None => say!(words, "assessments-total-plain", total = number(total), highest = highest),
    };
    Some(match (score.prorated, reader) {
        (false, _) => said,
        (true, Reader::Member) => say!(words, "assessments-total-from-rest", total = said),
        (true, Reader::Clinician) => say!(words, "assessments-total-prorated", total = said),
    })
}

/// The rules that are met, for a clinician, in one line; nothing where none is.
pub fn met_in_words(view: &View, instrument: &Instrument, score: &Score) -> Option<Said> {
    let met: Vec<Said> = score
        .criteria
        .iter()
        .filter(|finding| finding.met == Some(true))
        .filter_map(|finding| meaning(view, instrument, finding))
        .collect();
    (!met.is_empty()).then(|| met.join(" ").into())
}

/// One rating of a session that the leader should look at.
pub fn look_in_words(view: &View, instrument: &Instrument, look: &Look) -> Said {
    let item = instrument.items.iter().find(|item| item.id == look.item).map_or("", question::wording);
    let item = item.trim_end_matches('.');
    match look.cause {
        LookCause::Low => say!(view.words, "assessments-look-low", item = item, rating = look.rating),
        LookCause::Fallen { own_mean } => {
            say!(view.words, "assessments-look-fallen", item = item, rating = look.rating, mean = number(own_mean))
        }
    }
}

/// One version, whole: what it came to, then each question with its answer.
pub(super) fn version(view: &View, instrument: &'static Instrument, record: &Record, reader: Reader) -> Markup {
    html! {
        (came_to(view, instrument, &record.score, reader))
        (each(view, instrument, record, reader))
    }
}

/// The versions before the one that counts, each behind a fold.
pub(super) fn earlier(view: &View, answered: &Answered, reader: Reader) -> Markup {
    let Some((_, before)) = answered.versions.split_last() else { return Markup::default() };
    let named = |earlier: &Version| say!(view.words, "assessments-version", moment = view.moment_alone(earlier.at));
    html! {
        @if !before.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(view.words, "assessments-versions")) }
                p.soft { (say!(view.words, "assessments-versions-lead")) }
                @for earlier in before.iter().rev() {
                    (fold(named(earlier), version(view, answered.assignment.instrument, &earlier.record, reader)))
                }
            }
        }
    }
}

fn came_to(view: &View, instrument: &Instrument, score: &Score, reader: Reader) -> Markup {
    let words = view.words;
    let clinician = reader == Reader::Clinician;
    html! {
        div.stack.stack--tight {
            p.lead {
                @match total_in_words(view, instrument, score, reader) {
                    Some(total) => strong { (total) },
                    None if score.total.is_some() => (say!(words, "assessments-unnamed")),
                    None => (say!(words, "assessments-not-added")),
                }
            }
            @if score.prorated { p.soft { (say!(words, "assessments-prorated-why")) } }
            @if reader == Reader::Member && score.total.is_some() { p.soft { (say!(words, "assessments-rough")) } }
            @if clinician { (parts(instrument, score)) (findings(view, instrument, score)) }
        }
    }
}

fn parts(instrument: &Instrument, score: &Score) -> Markup {
    let titled = score.subscales.iter().filter_map(|part| {
        let known = instrument.subscales.iter().find(|known| known.id == part.id)?;
        let points = part.total.map_or_else(|| "–".to_owned(), number);
        Some((&known.title, html! { (points) @if let Some(band) = &part.band { ", " (band) } }))
    });
    html! { @if !score.subscales.is_empty() { (facts(titled)) } }
}

/// Each published rule, and whether it is met.
fn findings(view: &View, instrument: &Instrument, score: &Score) -> Markup {
    let words = view.words;
    let said = score.criteria.iter().filter_map(|finding| {
        let met = match finding.met {
            Some(true) => tag(Tone::Note, Some(Icon::Check), say!(words, "assessments-met")),
            Some(false) => html! { (say!(words, "assessments-not-met")) },
            None => html! { (say!(words, "assessments-met-open")) },
        };
        let source = source(instrument, finding);
        Some((
            meaning(view, instrument, finding)?,
            html! { (met) @if let Some(source) = source { " " small.soft { (source) } } },
        ))
    });
    html! { @if !score.criteria.is_empty() { (facts(said)) } }
}

/// What the rule of a finding means when it is met, as its questionnaire's file says.
fn meaning(view: &View, instrument: &Instrument, finding: &Finding) -> Option<Said> {
    if finding.id == "stopped_at_gate" {
        return Some(say!(view.words, "assessments-stopped-at-gate"));
    }
    let criteria = instrument.criteria.iter().map(|rule| (&rule.id, &rule.meaning));
    let cutoffs = instrument.cutoffs.iter().map(|rule| (&rule.id, &rule.meaning));
    let found = criteria.chain(cutoffs).find(|(id, _)| **id == finding.id);
    found.map(|(_, meaning)| meaning.clone().into())
}

fn source<'i>(instrument: &'i Instrument, finding: &Finding) -> Option<&'i str> {
    let criteria = instrument.criteria.iter().map(|rule| (&rule.id, &rule.source));
    let cutoffs = instrument.cutoffs.iter().map(|rule| (&rule.id, &rule.source));
    criteria.chain(cutoffs).find(|(id, _)| **id == finding.id).map(|(_, source)| source.as_str())
}

fn band(scale: &Scale, total: f64, reader: Reader) -> Option<&str> {
    let band = scale.band(total)?;
    Some(match reader {
        Reader::Member => &band.member,
        Reader::Clinician => &band.name,
    })
}

/// Each question with its answer. A member reads the words of a question about danger only when they open them.
fn each(view: &View, instrument: &'static Instrument, record: &Record, reader: Reader) -> Markup {
    let is_heavy = |item: &str| reader == Reader::Member && instrument.signals.iter().any(|rule| rule.item == item);
    let none = html! { span.soft { (say!(view.words, "assessments-no-answer")) } };
    html! {
        dl.facts {
            @for (place, item) in instrument.items.iter().enumerate() {
                @let position = record.positions.get(place).copied().flatten();
                @let beside = behind(instrument, place);
                dt {
                    (place + 1) ". "
                    @if is_heavy(&item.id) {
                        (fold(say!(view.words, "assessments-heavy"), html! { p { (question::wording(item)) } }))
                    } @else {
                        (question::wording(item))
                    }
                }
                dd {
                    @match position.and_then(|position| instrument.options(item).get(position)) {
                        Some(option) => (question::label(option)),
                        None => (none),
                    }
                    @if let Some(answer) = beside.and_then(|asked| record.asides.get(&asked.id)) { (question::said(None, answer)) }
                }
            }
            @for asked in at_the_end(instrument) {
                dt { (asked.text) }
                dd {
                    @match record.asides.get(&asked.id) {
                        Some(answer) => (question::said(asked.options, answer)),
                        None if asked.leader_only && reader == Reader::Clinician => span.soft { (say!(view.words, "assessments-leader-alone")) },
                        None => (none),
                    }
                }
            }
        }
    }
}
