//! The pages of words between members: a member's, with the prompt card, and those of whoever leads.

mod care;
mod mine;

use crate::access::Deed;
use crate::web::{Needs, Routes};

pub(crate) use mine::group_part;

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let (give, receive) = (Needs::Deed(Deed::GiveMemberWord), Needs::Deed(Deed::ReceiveMemberWord));
    let (see, lead) = (Needs::Deed(Deed::SeeMemberWords), Needs::Deed(Deed::LeadMemberWords));
    Routes::new()
        .get("/me/groups/{group}/between", give, mine::show)
        .post("/me/groups/{group}/between", give, mine::take)
        .post("/me/between/{appreciation}/answer", receive, mine::reply)
        .post("/me/between/{appreciation}/take-back", give, mine::undo)
        .get("/care/groups/{group}/between", see, care::show)
        .post("/care/groups/{group}/between", lead, care::open_or_close)
        .post("/care/between/{appreciation}", lead, care::decide_about)
}
