//! The keys and backups: which there are, how old they are, and which command looks after each.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;
use maud::{Markup, html};

use super::super::{Installation, installation};
use crate::app::App;
use crate::identity::Who;
use crate::web::parts::{Column, Icon, Row, Tone, callout, card, facts, fold, rows, table};
use crate::web::{Page, Said, View, Width};
use crate::{Result, say};

/// Backups shown, the newest first.
const SHOWN: usize = 10;
const MEGABYTE: u64 = 1_000_000;

/// All of it on one page.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let config = app.config().clone();
    let seen = app.read(who.actor, async move |work| installation(work, &config).await).await?;
    let (view, words) = (&who.view, who.view.words);
    let page = Page::new(view, "ops-title-keys").width(Width::Mid).lead(say!(words, "ops-keys-lead")).body(html! {
        @if seen.is_rotating { (callout(Tone::Note, html! { p { (say!(words, "ops-rotating")) } })) }
        section.stack { h2 { (say!(words, "ops-root")) } (root(view, &seen)) }
        section.stack { h2 { (say!(words, "ops-data-keys")) } (data_keys(view, &seen)) }
        section.stack { h2 { (say!(words, "ops-backups")) } (backups(view, &seen)) }
        section.stack {
            h2 { (say!(words, "ops-records")) }
            (rows([Row::link("/admin/retention", say!(words, "rights-retention-link")).small(say!(words, "rights-retention-link-about")).icon(Icon::Clock)]))
        }
        section { (fold(say!(words, "ops-commands"), commands(view))) }
    });
    Ok(page.into_response())
}

fn root(view: &View, seen: &Installation) -> Markup {
    let words = view.words;
    html! {
        p { (say!(words, "ops-root-what")) }
        @if let Some(root) = seen.root {
            (card(facts([(say!(words, "ops-fingerprint"), html! { code { (HEXLOWER.encode(&root)) } })])))
        }
    }
}

fn data_keys(view: &View, seen: &Installation) -> Markup {
    let words = view.words;
    let headings = [say!(words, "ops-key-of"), say!(words, "ops-key-count")];
    let columns = [Column::Words(&headings[0]), Column::Number(&headings[1])];
    let row = |(kind, count): &(i64, u64)| vec![owner(view, *kind).into_owned(), count.to_string()];
    html! {
        p { (say!(words, "ops-data-keys-what")) }
        (table(say!(words, "ops-data-keys"), &columns, seen.keys.iter().map(row)))
    }
}

fn owner(view: &View, kind: i64) -> Said {
    view.words.say(
        match kind {
            1 => "ops-key-person",
            2 => "ops-key-membership",
            3 => "ops-key-group",
            4 => "ops-key-author",
            6 => "ops-key-thread",
            _ => "ops-key-practice",
        },
        None,
    )
}

fn backups(view: &View, seen: &Installation) -> Markup {
    let words = view.words;
    let headings = [say!(words, "ops-backup-made"), say!(words, "ops-backup-size")];
    let columns = [Column::Words(&headings[0]), Column::Number(&headings[1])];
    let megabytes = |bytes: u64| say!(words, "ops-megabytes", count = bytes.div_ceil(MEGABYTE)).into_owned();
    html! {
        p { (say!(words, "ops-backups-what")) }
        @if !seen.backs_up_daily { (callout(Tone::Note, html! { p { (say!(words, "ops-backups-off")) } })) }
        @match seen.backups.as_deref() {
            None => p { (say!(words, "ops-backups-unreadable")) },
            Some([]) => p.soft { (say!(words, "ops-backups-none")) },
            Some(kept) => (table(say!(words, "ops-backups"), &columns, kept.iter().take(SHOWN).map(|one| {
                vec![view.moment(one.made_at).into_owned(), megabytes(one.bytes)]
            }))),
        }
    }
}

/// Commands are typed as they stand, so they are no words of the page.
fn commands(view: &View) -> Markup {
    let words = view.words;
    let line = |command: &str, key| html! { dt { code { (command) } } dd { (words.say(key, None)) } };
    html! {
        dl.facts {
            (line("cohesion keys rotate", "ops-command-rotate"))
            (line("cohesion backup", "ops-command-backup"))
            (line("cohesion restore FILE --verify", "ops-command-restore"))
            (line("cohesion audit verify", "ops-command-audit"))
            (line("cohesion doctor", "ops-command-doctor"))
        }
    }
}
