//! The regions that pages can watch: the subject that owns one draws it, for one viewer at one moment.

use std::future::Future;
use std::pin::Pin;

use crate::access::Actor;
use crate::app::App;
use crate::hub::Change;
use crate::safety;
use crate::web::View;
use crate::{Error, Result, web};

type Drawing<'a> = Pin<Box<dyn Future<Output = Result<web::Region>> + Send + 'a>>;

/// A piece of a page that can be watched.
pub(super) struct Region {
    /// Its name in the address; the id of its element is the same.
    pub name: &'static str,
    /// Whether a change can make it look different.
    pub concerns: fn(&Change) -> bool,
    /// Draws it. The subject asks `access` again, so what the viewer may not see now is not drawn.
    pub draw: for<'a> fn(&'a App, Actor, &'a View) -> Drawing<'a>,
}

/// Every region.
const ALL: &[Region] = &[Region {
    name: "alerts",
    concerns: |change| matches!(change, Change::Alert(_) | Change::Group(_)),
    draw: |app, actor, view| Box::pin(safety::alerts_region(app, actor, view)),
}];

/// The regions that an address names, apart by a plus.
pub(super) fn named(names: &str) -> Result<Vec<&'static Region>> {
    let find = |name| ALL.iter().find(|region| region.name == name).ok_or(Error::NotFound);
    let mut regions = Vec::new();
    for name in names.split('+').take(ALL.len() + 1) {
        let region: &'static Region = find(name)?;
        if regions.iter().any(|known: &&Region| known.name == region.name) {
            return Err(Error::NotFound);
        }
        regions.push(region);
    }
    Ok(regions)
}
