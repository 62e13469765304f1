//! The pages of the front door: for visitors, for members who go on, for those who lead a group, and for whoever runs the site.

mod ask;
mod fits;
mod groups;
mod join;
mod onward;
mod settings;
mod showing;
mod welcome;

use super::Door;
use super::open::while_open;
use crate::Result;
use crate::access::Deed;
use crate::app::App;
use crate::identity::Visitor;
use crate::web::shell::Listing;
use crate::web::{Needs, Routes};

pub(crate) use onward::group_part;
pub(crate) use welcome::front_page;

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    public().and(for_members()).and(for_staff())
}

fn public() -> Routes {
    let anybody = Needs::Nobody;
    Routes::new()
        .get("/welcome", anybody, welcome::show)
        .get("/welcome/which", anybody, fits::begin)
        .post("/welcome/which", anybody, fits::go_on)
        .get("/welcome/thanks", anybody, ask::thanks)
        .get("/welcome/mail", anybody, join::look_into_mail)
        .get("/welcome/groups/{group}", anybody, groups::show)
        .get("/welcome/groups/{group}/ask", anybody, ask::show)
        .post("/welcome/groups/{group}/ask", anybody, ask::take)
        .get("/welcome/groups/{group}/join", anybody, join::show)
        .post("/welcome/groups/{group}/join", anybody, join::take)
}

fn for_members() -> Routes {
    let own = Needs::Login;
    Routes::new()
        .get("/me/onward", own, onward::show)
        .get("/me/onward/{group}", own, onward::look)
        .post("/me/onward/{group}/join", own, onward::join)
        .get("/me/onward/{group}/ask", own, onward::show_ask)
        .post("/me/onward/{group}/ask", own, onward::take_ask)
}

fn for_staff() -> Routes {
    let (show, open) = (Needs::Deed(Deed::ShowGroup), Needs::Deed(Deed::OpenDoor));
    Routes::new()
        .get("/care/groups/{group}/door", show, showing::show)
        .post("/care/groups/{group}/door", show, showing::take)
        .post("/care/groups/{group}/door/joining", Needs::Deed(Deed::OpenJoining), showing::open_it)
        .get("/admin/door", open, settings::show)
        .post("/admin/door", open, settings::change)
}

/// How the door stands for a visitor; a closed one is not there.
async fn open_for(app: &App, visitor: &Visitor) -> Result<Listing> {
    let door = app.read(visitor.actor, async |work| while_open(work).await).await?;
    Ok(listing(door))
}

const fn listing(door: Door) -> Listing {
    match door {
        Door::Listed => Listing::Allowed,
        Door::Open | Door::Closed => Listing::Never,
    }
}
