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
mod talk_time;
mod ways;

use maud::Markup;

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
pub(crate) use talk_time::{own_session_part, session_part};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let (take_part, lead) = (Needs::Deed(Deed::TakePart), Needs::Deed(Deed::LeadFloor));
    let (readings, talk) = (Needs::Deed(Deed::ChangeReadings), Needs::Deed(Deed::SeeTalkTime));
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
        .get("/room/{session}/socket", Needs::Either(Deed::TakePart, Deed::LeadFloor), super::online::open)
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
    Ok(ways.unwrap_or_default())
}
