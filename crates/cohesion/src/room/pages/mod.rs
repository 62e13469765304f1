//! The pages of a meeting: the desk of those who lead, the members' phones, the board, and what a group reads aloud.

mod board;
mod breakouts;
mod desk;
mod door;
mod meeting;
mod online;
mod order;
mod people;
mod plan;
mod quiet;
mod readings;
mod screen;
mod shown;
mod sitting_in;
mod talk_time;
mod ways;

use maud::{Markup, html};

use super::sitting_in::own_answer;
use crate::Result;
use crate::access::Deed;
use crate::groups::{self, SessionState};
use crate::id::GroupId;
use crate::say;
use crate::web::parts::{Icon, Row, rows};
use crate::web::{Needs, Routes, View};
use crate::work::Work;

pub(crate) use desk::desk_region;
pub(crate) use meeting::floor_region;
pub(crate) use online::agenda_region;
pub(in crate::room) use online::{
    Log, Scene, Talking, log as online_log, moved_key, named, regions as online_regions, waiting_regions,
};
pub(crate) use sitting_in::supervised_part;
pub(crate) use talk_time::{own_session_part, session_part};

/// What somebody does who opens a socket, in whichever part.
pub(in crate::room) const ANY_PART: &[Deed] = &[Deed::TakePart, Deed::LeadFloor, Deed::SitIn];

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let (take_part, lead) = (Needs::Deed(Deed::TakePart), Needs::Deed(Deed::LeadFloor));
    let (readings, talk) = (Needs::Deed(Deed::ChangeReadings), Needs::Deed(Deed::SeeTalkTime));
    let (allow, sit_in) = (Needs::Deed(Deed::AllowSittingIn), Needs::Deed(Deed::SitIn));
    Routes::new()
        .get("/me/sessions/{session}/meeting", take_part, meeting::show)
        .post("/me/sessions/{session}/meeting", take_part, meeting::take)
        .get("/care/sessions/{session}/floor", lead, desk::show)
        .post("/care/sessions/{session}/floor", lead, desk::take)
        .post("/care/sessions/{session}/floor/board", lead, desk::set_board)
        .post("/care/sessions/{session}/floor/topic", lead, desk::set_topic)
        .get("/me/sessions/{session}/door", take_part, door::show)
        .post("/me/sessions/{session}/door", take_part, door::take)
        .get("/me/sessions/{session}/room", take_part, online::show_member)
        .post("/me/sessions/{session}/room/ticket", take_part, online::ticket_member)
        .get("/care/sessions/{session}/room", lead, online::show_leader)
        .post("/care/sessions/{session}/room/ticket", lead, online::ticket_leader)
        .get("/care/sessions/{session}/room/reach", lead, online::show_reaches)
        .get("/care/sessions/{session}/breakouts", lead, breakouts::show)
        .post("/care/sessions/{session}/breakouts", lead, breakouts::keep)
        .get("/care/sessions/{session}/talk", talk, talk_time::show)
        .get("/me/sessions/{session}/talk", talk, talk_time::show_own)
        .get("/care/groups/{group}/room", lead, ways::show)
        .post("/care/groups/{group}/room", lead, ways::keep)
        .get("/me/groups/{group}/sitting-in", allow, sitting_in::show)
        .post("/me/groups/{group}/sitting-in", allow, sitting_in::keep)
        .get("/care/sessions/{session}/sit-in", Needs::Deed(Deed::SeeSittingIn), sitting_in::show_door)
        .get("/care/sessions/{session}/sit-in/room", sit_in, online::show_listener)
        .post("/care/sessions/{session}/sit-in/room/ticket", sit_in, online::ticket_listener)
        .get("/room/{session}/socket", Needs::Either(ANY_PART), super::online::open)
        .get("/care/groups/{group}/readings", readings, readings::show)
        .post("/care/groups/{group}/readings", readings, readings::keep)
        .get("/board/{code}", Needs::Nobody, board::show)
        .get("/board/{code}/live", Needs::Nobody, screen::open)
}

/// What stands on the page of a member's group while it meets: the way into the meeting.
pub(crate) async fn group_part(work: &mut Work<'_>, view: &View, group: GroupId) -> Result<Markup> {
    let sessions = groups::sessions(work, group).await?;
    let open = sessions.into_iter().find(|session| session.state == SessionState::Open);
    let ways = open.map(|session| {
        let until = say!(view.words, "room-now-until", time = view.time(session.ends_at));
        let here = Row::link(format!("/me/sessions/{}/meeting", session.id), say!(view.words, "room-now"));
        let online = Row::link(format!("/me/sessions/{}/room", session.id), say!(view.words, "room-now-online"));
        rows([here.icon(Icon::Circle).small(until), online.icon(Icon::Cam)])
    });
    Ok(html! { (ways.unwrap_or_default()) (sitting_in_part(work, view, group).await?) })
}

/// The way to what a member says of a supervisor who would listen, where it is asked.
async fn sitting_in_part(work: &mut Work<'_>, view: &View, id: GroupId) -> Result<Markup> {
    let row = |allows| {
        Row::link(format!("/me/groups/{id}/sitting-in"), say!(view.words, "room-title-sitting-in"))
            .icon(Icon::Eye)
            .small(sitting_in::said(view, allows))
    };
    Ok(own_answer(work, id).await?.map(|allows| rows([row(allows)])).unwrap_or_default())
}
