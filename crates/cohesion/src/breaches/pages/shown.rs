//! Parts that several of these pages show.

use maud::{Markup, html};

use super::super::{Audience, Case, ReadReport};
use crate::clock::Timestamp;
use crate::say;
use crate::web::parts::own;
use crate::web::{Said, View};

/// Who reads a report or a case.
pub(super) fn who_reads(view: &View, audience: Audience) -> Said {
    match audience {
        Audience::Leaders => say!(view.words, "breaches-audience-leaders-about"),
        Audience::Office => say!(view.words, "breaches-audience-office-about"),
    }
}

/// Who sent a report.
pub(super) fn from(view: &View, report: &ReadReport) -> Said {
    match &report.from {
        Some(called) => say!(view.words, "breaches-from", called = called),
        None => say!(view.words, "breaches-from-somebody"),
    }
}

/// What a case is about, in one line that names no member.
pub(super) fn about(view: &View, led_by: &[String], opened_at: Timestamp) -> Said {
    let opened = view.moment(opened_at);
    if led_by.is_empty() {
        say!(view.words, "breaches-about-practice", moment = opened)
    } else {
        say!(view.words, "breaches-about-group", leaders = led_by.join(", "), moment = opened)
    }
}

/// What was reported.
pub(super) fn reports(view: &View, case: &Case) -> Markup {
    let words = view.words;
    html! {
        @for report in &case.reports.readable {
            article.stack.stack--tight {
                p.soft {
                    a href={ "/breaches/reports/" (report.id) } { (say!(words, "breaches-sent", moment = view.moment(report.at))) }
                    " · " (from(view, report))
                }
                (own(&report.words))
            }
        }
    }
}
