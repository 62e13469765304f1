//! The pages of a group for those who lead it: the list, founding, the overview, its words, its leaders and its calendar.

mod ahead;
mod calendar;
mod founding;
mod leaders;
mod list;
mod overview;
mod words;

use jiff::tz::TimeZone;

use super::{Group, tabs};
use crate::access::{Deed, Standing};
use crate::say;
use crate::web::{Needs, Page, Routes, View, Width};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let dates = Needs::Deed(Deed::PlanDates);
    let (see, run, found) = (Needs::Deed(Deed::SeeSeats), Needs::Deed(Deed::RunGroup), Needs::Deed(Deed::FoundGroup));
    Routes::new()
        .get("/care/groups", Needs::Login, list::show)
        .get("/care/groups/new", found, founding::show)
        .post("/care/groups", found, founding::take)
        .get("/care/groups/{group}", see, overview::show)
        .post("/care/groups/{group}/state", run, overview::advance)
        .get("/care/groups/{group}/words", run, words::show)
        .post("/care/groups/{group}/words", run, words::take)
        .get("/care/groups/{group}/leaders", run, leaders::show)
        .post("/care/groups/{group}/leaders", run, leaders::take)
        .post("/care/groups/{group}/leaders/relieve", run, leaders::relieve)
        .get("/care/groups/{group}/sessions", see, calendar::show)
        .post("/care/groups/{group}/sessions", dates, calendar::plan)
        .get("/care/groups/{group}/sessions/{session}/move", dates, calendar::show_move)
        .post("/care/groups/{group}/sessions/{session}/move", dates, calendar::take_move)
        .post("/care/groups/{group}/sessions/{session}/cancel", dates, calendar::cancel)
}

/// The frame of every page of one group for somebody who stands so to it: the way here, its name and its tabs. Later
/// subjects fill their tabs with it too.
pub(crate) fn group_page(view: &View, group: &Group, standing: Standing, title_key: &'static str) -> Page {
    Page::new(view, title_key)
        .width(Width::Wide)
        .crumb("/care/groups", say!(view.words, "place-groups"))
        .crumb(format!("/care/groups/{}", group.id), group.words.name.clone())
        .heading(&group.words.name)
        .tabs(tabs(view, group, standing))
}

/// The same view on the group's own clock.
pub(crate) fn on_the_clock_of(view: &View, group: &Group) -> View {
    View { zone: TimeZone::get(&group.zone).unwrap_or(TimeZone::UTC), ..view.clone() }
}
