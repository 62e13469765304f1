//! The pages of threads: a member's, those of whoever leads, and the queue of what has to be looked after.

mod contacts;
mod desk;
mod draw;
mod form;
mod leading;
mod list;
mod matter;
mod mine;
mod queue;
mod settings;
mod thread;

use super::Side;
use crate::access::Deed;
use crate::web::{Needs, Routes};

pub(crate) use list::group_part;
pub(crate) use thread::thread_region;

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    member_routes().and(post_routes()).and(care_routes()).and(matter_routes())
}

fn member_routes() -> Routes {
    let (take_part, exchange) = (Needs::Deed(Deed::TakePartInThreads), Needs::Deed(Deed::ExchangeContacts));
    Routes::new()
        .get("/me/groups/{group}/threads", take_part, list::show)
        .post("/me/groups/{group}/threads", take_part, list::open)
        .get("/me/threads/{thread}", take_part, thread::show_mine)
        .post("/me/threads/{thread}", take_part, thread::write_mine)
        .post("/me/threads/{thread}/find", take_part, thread::find_mine)
        .get("/me/groups/{group}/contacts", exchange, contacts::show)
        .post("/me/contacts/{exchange}", exchange, contacts::answer)
        .post("/me/posts/{post}/contact", exchange, contacts::ask)
}

fn post_routes() -> Routes {
    let (take_part, own) = (Needs::Deed(Deed::TakePartInThreads), Needs::Deed(Deed::ChangeOwnPost));
    Routes::new()
        .get("/me/posts/{post}", take_part, mine::show)
        .post("/me/posts/{post}/answer", take_part, mine::answer)
        .post("/me/posts/{post}/word", take_part, mine::word)
        .post("/me/posts/{post}/report", take_part, mine::tell)
        .post("/me/posts/{post}/audience", own, mine::switch)
        .post("/me/posts/{post}/take-back", own, mine::undo)
        .post("/me/posts/{post}/appeal", own, mine::ask_again)
}

fn care_routes() -> Routes {
    let (see, lead) = (Needs::Deed(Deed::SeeThreads), Needs::Deed(Deed::LeadThreads));
    Routes::new()
        .get("/care/groups/{group}/threads", see, desk::show)
        .post("/care/groups/{group}/threads", lead, desk::open)
        .get("/care/groups/{group}/threads/settings", lead, settings::show)
        .post("/care/groups/{group}/threads/settings", lead, settings::take)
        .get("/care/threads/{thread}", see, thread::show_led)
        .post("/care/threads/{thread}", lead, thread::write_led)
        .post("/care/threads/{thread}/find", see, thread::find_led)
        .post("/care/threads/{thread}/close", lead, desk::close_it)
        .get("/care/posts/{post}", see, leading::show)
        .post("/care/posts/{post}/answer", lead, leading::answer)
        .post("/care/posts/{post}/take-out", Needs::Deed(Deed::Moderate), leading::take_it_out)
}

fn matter_routes() -> Routes {
    let (see, decide) = (Needs::Deed(Deed::SeeMatters), Needs::Deed(Deed::Moderate));
    Routes::new()
        .get("/care/groups/{group}/moderation", see, queue::show)
        .post("/care/groups/{group}/moderation/step-back", decide, queue::step_aside)
        .get("/care/matters/{matter}", see, matter::show)
        .post("/care/matters/{matter}", decide, matter::take)
}

/// The first step of an address from this side.
const fn base(side: Side) -> &'static str {
    match side {
        Side::Member => "/me",
        Side::Leading => "/care",
    }
}
