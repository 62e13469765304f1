//! The pages of the way into a group: for those who lead it, and for those who take it.

mod acts;
mod alone;
mod apart;
mod circle;
mod contacts;
mod decision;
mod departure;
mod enquire;
mod frame;
mod invitation;
mod joining;
mod leaving;
mod mine;
mod next;
mod people;
mod person;
mod preparation;
mod risk;
mod signing;
mod tabs;
mod talk;
mod talk_form;
mod way;
mod words;

pub use signing::why_to_sign;
pub use tabs::{PersonTabs, person_tabs};

use std::pin::Pin;

use axum::extract::State;
use maud::Markup;

use crate::Result;
use crate::access::Deed;
use crate::app::App;
use crate::id::GroupId;
use crate::identity::Who;
use crate::web::{Needs, Routes, View};
use crate::work::Work;

/// Something of a group that a later subject shows on its members' page; `router.rs` hands them in.
pub type GroupPart =
    for<'a, 'tx> fn(&'a mut Work<'tx>, &'a View, GroupId) -> Pin<Box<dyn Future<Output = Result<Markup>> + 'a>>;

/// Every route of this subject. `parts` are what later subjects show on the page of a member's group.
pub(crate) fn routes(parts: &'static [GroupPart]) -> Routes {
    for_leaders().and(for_members(parts))
}

fn for_leaders() -> Routes {
    let needs = Needs::Deed;
    Routes::new()
        .get("/care/people", Needs::Login, people::show)
        .get("/care/people/new", Needs::Login, enquire::show)
        .post("/care/people", needs(Deed::TakeEnquiry), enquire::take)
        .get("/care/people/{person}", needs(Deed::SeePerson), person::show)
        .get("/care/people/{person}/risk", needs(Deed::SeePerson), risk::show)
        .get("/care/people/{person}/contacts", needs(Deed::ChangePerson), contacts::show)
        .post("/care/people/{person}/contacts", needs(Deed::ChangePerson), contacts::take)
        .get("/care/groups/{group}/people", needs(Deed::SeeEnrolments), circle::show)
        .post("/care/groups/{group}/offer", needs(Deed::OfferPlace), circle::offer)
        .post("/care/groups/{group}/apart", needs(Deed::NoteComposition), apart::take)
        .post("/care/groups/{group}/apart/{pair}/end", needs(Deed::NoteComposition), apart::end)
        .get("/care/enrolments/{enrolment}", needs(Deed::SeeEnrolment), way::show)
        .post("/care/enrolments/{enrolment}/talk", needs(Deed::PrepareEntry), acts::book)
        .get(
            "/care/enrolments/{enrolment}/screening",
            Needs::Either(&[Deed::ReadScreening, Deed::ReadSuitability]),
            talk::show,
        )
        .post(
            "/care/enrolments/{enrolment}/screening",
            Needs::Either(&[Deed::Screen, Deed::CheckSuitability]),
            talk::take,
        )
        .get("/care/enrolments/{enrolment}/decision", needs(Deed::DecideEntry), decision::show)
        .post("/care/enrolments/{enrolment}/decision", needs(Deed::DecideEntry), decision::take)
        .post("/care/enrolments/{enrolment}/countersign", needs(Deed::DecideEntry), acts::agree)
        .get("/care/enrolments/{enrolment}/preparation", needs(Deed::PrepareEntry), preparation::show)
        .post("/care/enrolments/{enrolment}/preparation", needs(Deed::PrepareEntry), preparation::take)
        .post("/care/enrolments/{enrolment}/invite", needs(Deed::PrepareEntry), acts::send_invitation)
        .post("/care/enrolments/{enrolment}/offer", needs(Deed::OfferPlace), acts::offer)
        .post("/care/enrolments/{enrolment}/answer", needs(Deed::AnswerOffer), acts::answer)
        .post("/care/enrolments/{enrolment}/seat", needs(Deed::KeepSeat), acts::seat)
        .post("/care/enrolments/{enrolment}/hold", needs(Deed::KeepSeat), acts::away)
        .post("/care/enrolments/{enrolment}/back", needs(Deed::KeepSeat), acts::back)
        .post("/care/enrolments/{enrolment}/call-off", needs(Deed::EndEnrolment), acts::off)
        .get("/care/enrolments/{enrolment}/departure", needs(Deed::EndEnrolment), departure::show)
        .post("/care/enrolments/{enrolment}/departure", needs(Deed::EndEnrolment), departure::take)
}

fn for_members(parts: &'static [GroupPart]) -> Routes {
    let (own, join) = (Needs::Deed(Deed::SeeOwnEnrolment), Needs::Deed(Deed::Join));
    Routes::new()
        .get("/me/group", Needs::Login, move |app: State<App>, who: Who| mine::show(app, who, parts))
        .get("/me/joining/{enrolment}", own, joining::show)
        .post("/me/joining/{enrolment}/answer", Needs::Deed(Deed::AnswerOffer), joining::answer)
        .post("/me/joining/{enrolment}/begin", join, alone::begin)
        .get("/me/joining/{enrolment}/name", own, joining::show_name)
        .post("/me/joining/{enrolment}/name", join, joining::take_name)
        .get("/me/joining/{enrolment}/place", own, joining::show_place)
        .post("/me/joining/{enrolment}/place", join, joining::take_place)
        .get("/me/joining/{enrolment}/sign/{agreement}", own, signing::show)
        .post("/me/joining/{enrolment}/sign/{agreement}", join, signing::take)
        .post("/me/consents/{signature}/withdraw", Needs::Deed(Deed::WithdrawAgreement), signing::take_back_signature)
        .get("/me/joining/{enrolment}/leave", own, leaving::show)
        .post("/me/joining/{enrolment}/leave", Needs::Deed(Deed::EndEnrolment), leaving::take)
}
