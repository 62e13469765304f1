//! The regions that pages can watch: the subject that owns one draws it, for one viewer at one moment.

use std::future::Future;
use std::pin::Pin;

use crate::access::Actor;
use crate::app::App;
use crate::hub::Change;
use crate::id::{self, Bytes, SessionId};
use crate::web::View;
use crate::{Error, Result, plans, room, safety, sharing, web};

type Drawing<'a> = Pin<Box<dyn Future<Output = Result<web::Region>> + Send + 'a>>;

/// A piece of a page that can be watched.
pub(super) struct Region {
    /// Its name in the address; the id of its element is the same.
    pub name: &'static str,
    /// Whether it is about one thing, whose id follows the name after a point.
    pub about: Subject,
    /// Whether a change can make it look different.
    pub concerns: fn(&Change) -> bool,
    /// Draws it. The subject asks `access` again, so what the viewer may not see now is not drawn.
    pub draw: for<'a> fn(&'a App, Actor, &'a View, Bytes) -> Drawing<'a>,
}

/// What a region is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// All that is the viewer's.
    Everything,
    /// One thing, by its id.
    One,
}

/// A region that a page watches, with the id of what it is about; zeros where it is about nothing in particular.
#[derive(Clone, Copy)]
pub(super) struct Watched {
    pub region: &'static Region,
    pub about: Bytes,
}

/// Every region.
const ALL: &[Region] = &[
    Region {
        name: "alerts",
        about: Subject::Everything,
        concerns: |change| matches!(change, Change::Alert(_) | Change::Group(_)),
        draw: |app, actor, view, _| Box::pin(safety::alerts_region(app, actor, view)),
    },
    Region {
        name: "run",
        about: Subject::One,
        concerns: |change| matches!(change, Change::Alert(_) | Change::Group(_)),
        draw: |app, actor, view, about| Box::pin(plans::run_region(app, actor, view, SessionId(about))),
    },
    Region {
        name: "room-agenda",
        about: Subject::One,
        concerns: |change| matches!(change, Change::Alert(_) | Change::Group(_)),
        draw: |app, actor, view, about| Box::pin(room::agenda_region(app, actor, view, SessionId(about))),
    },
    Region {
        name: "thread",
        about: Subject::One,
        concerns: |change| matches!(change, Change::Thread(_)),
        draw: |app, actor, view, about| Box::pin(sharing::thread_region(app, actor, view, about)),
    },
    Region {
        name: "floor",
        about: Subject::One,
        concerns: |change| matches!(change, Change::Floor(_) | Change::Group(_)),
        draw: |app, actor, view, about| Box::pin(room::floor_region(app, actor, view, SessionId(about))),
    },
    Region {
        name: "desk",
        about: Subject::One,
        concerns: |change| matches!(change, Change::Floor(_) | Change::Group(_)),
        draw: |app, actor, view, about| Box::pin(room::desk_region(app, actor, view, SessionId(about))),
    },
];

/// The regions that an address names, apart by a plus.
pub(super) fn named(names: &str) -> Result<Vec<Watched>> {
    let mut regions: Vec<Watched> = Vec::new();
    for name in names.split('+').take(ALL.len() + 1) {
        let watched = watched(name)?;
        if regions.iter().any(|known| known.region.name == watched.region.name) {
            return Err(Error::NotFound);
        }
        regions.push(watched);
    }
    Ok(regions)
}

fn watched(named: &str) -> Result<Watched> {
    let (name, about) = named.split_once('.').map_or((named, None), |(name, about)| (name, Some(about)));
    let region = ALL.iter().find(|region| region.name == name).ok_or(Error::NotFound)?;
    let about = match (region.about, about) {
        (Subject::Everything, None) => [0; 16],
        (Subject::One, Some(about)) => id::from_text(about).ok_or(Error::NotFound)?,
        _ => return Err(Error::NotFound),
    };
    Ok(Watched { region, about })
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_region_about_one_thing_names_it_and_the_others_name_nothing() {
        let id = crate::id::to_text([7; 16]);
        let both = named(&format!("alerts+run.{id}")).expect("both are there");
        assert_eq!(
            both.iter().map(|one| (one.region.name, one.about[0])).collect::<Vec<_>>(),
            [("alerts", 0), ("run", 7)]
        );
        for unknown in ["run", "run.", "run.nobody", "alerts.1", "rooms", "alerts+alerts"] {
            assert!(named(unknown).is_err(), "{unknown}");
        }
    }
}
