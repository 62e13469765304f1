//! The few places of each area: four for a member, at most seven for staff.

use maud::{Markup, html};

use super::view::{Area, View};
use crate::say;
use crate::web::parts::{Icon, icon};
use crate::web::words::{Said, Words};

/// Pages that belong to a place without lying below it.
const BELONGS: &[(&str, &str)] = &[
    ("/me/goals", "/me/progress"),
    ("/me/letters", "/me/progress"),
    ("/me/patterns", "/me/progress"),
    ("/me/talks", "/me/progress"),
    ("/me/summaries", "/me/progress"),
    ("/me/steps", "/me/group"),
    ("/me/groups", "/me/group"),
    ("/me/between", "/me/group"),
    ("/me/onward", "/me/group"),
    ("/me/threads", "/me/group"),
    ("/me/posts", "/me/group"),
    ("/me/contacts", "/me/group"),
    ("/breaches", "/me/group"),
    ("/care/sessions", "/care/groups"),
    ("/care/incidents", "/care/groups"),
    ("/care/between", "/care/groups"),
    ("/care/threads", "/care/groups"),
    ("/care/posts", "/care/groups"),
    ("/care/matters", "/care/groups"),
    ("/care/goals", "/care/people"),
    ("/care/letters", "/care/people"),
    ("/care/notes", "/care/people"),
    ("/care/enrolments", "/care/people"),
    ("/care/corrections", "/care/people"),
    ("/breaches", "/care/risk"),
    ("/admin/retention", "/admin/keys"),
];

/// One entry of the navigation.
#[derive(Clone, Debug)]
pub struct Place {
    /// Where it leads.
    pub path: &'static str,
    /// Its picture.
    pub icon: Icon,
    /// Its name.
    pub name: Said,
}

impl Area {
    /// The places of this area, in the order of the bar.
    pub fn places(self, words: Words) -> Vec<Place> {
        let place = |path, icon, name| Place { path, icon, name };
        match self {
            Self::Public | Self::Plain => Vec::new(),
            Self::Member => vec![
                place("/me", Icon::Today, say!(words, "place-today")),
                place("/me/practice", Icon::Practice, say!(words, "place-practice")),
                place("/me/group", Icon::Circle, say!(words, "place-group")),
                place("/me/progress", Icon::Trend, say!(words, "place-progress")),
            ],
            Self::Care => vec![
                place("/care", Icon::Today, say!(words, "place-today")),
                place("/care/groups", Icon::Circle, say!(words, "place-groups")),
                place("/care/people", Icon::People, say!(words, "place-people")),
                place("/care/library", Icon::Library, say!(words, "place-library")),
                place("/care/measures", Icon::Trend, say!(words, "place-measures")),
                place("/care/risk", Icon::Shield, say!(words, "place-risk")),
            ],
            Self::Lead => vec![
                place("/lead", Icon::Today, say!(words, "place-today")),
                place("/care/groups", Icon::Circle, say!(words, "place-groups")),
                place("/care/people", Icon::People, say!(words, "place-people")),
                place("/care/risk", Icon::Shield, say!(words, "place-risk")),
            ],
            Self::Admin => vec![
                place("/admin", Icon::Check, say!(words, "place-set-up")),
                place("/admin/people", Icon::People, say!(words, "place-people")),
                place("/admin/credentials", Icon::Flag, say!(words, "place-credentials")),
                place("/admin/crisis-lines", Icon::Phone, say!(words, "place-help-lines")),
                place("/admin/audit", Icon::Eye, say!(words, "place-audit")),
                place("/admin/keys", Icon::Key, say!(words, "place-keys")),
                place("/admin/jobs", Icon::Clock, say!(words, "place-jobs")),
            ],
        }
    }

    /// Where the site's name leads.
    pub fn home(self) -> &'static str {
        match self {
            Self::Public | Self::Plain => "/",
            Self::Member => "/me",
            Self::Care => "/care",
            Self::Lead => "/lead",
            Self::Admin => "/admin",
        }
    }

    /// Where a person changes what belongs to them; nothing while nobody is signed in.
    pub fn settings(self) -> Option<&'static str> {
        match self {
            Self::Public | Self::Plain => None,
            Self::Member => Some("/me/settings"),
            Self::Care | Self::Lead | Self::Admin => Some("/settings"),
        }
    }
}

/// Of `paths` the one that `here` is or lies below, the longest winning.
pub fn current_of<'a>(here: &str, paths: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let holds = |path: &&str| {
        here.strip_prefix(*path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || path.ends_with('/'))
    };
    paths.into_iter().filter(holds).max_by_key(|path| path.len())
}

/// The address by which the place of a page is found.
fn standing_in(here: &str) -> &str {
    let apart = current_of(here, BELONGS.iter().map(|(page, _)| *page));
    BELONGS.iter().find(|(page, _)| apart == Some(*page)).map_or(here, |(_, place)| place)
}

pub(super) fn places(view: &View) -> Markup {
    let places = view.area.places(view.words);
    let current = current_of(standing_in(&view.path), places.iter().map(|place| place.path));
    html! {
        @if !places.is_empty() {
            nav.places aria-label=(say!(view.words, "shell-places")) {
                ul {
                    @for place in &places {
                        li {
                            a href=(place.path) aria-current=[(current == Some(place.path)).then_some("page")] {
                                (icon(place.icon)) (place.name)
                            }
                        }
                    }
                }
            }
        }
    }
}
