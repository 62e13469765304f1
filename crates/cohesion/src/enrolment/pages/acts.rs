//! The short acts on somebody's way: each a form of one or two fields.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::super::{
    Answer, Offering, answer_offer, book_screening, call_off, countersign, give_seat, hold, invite, offer_to,
    welcome_back,
};
use super::frame::act;
use super::way::{Sent, Which, page, read};
use crate::access::Deed;
use crate::app::App;
use crate::clock::Timestamp;
use crate::id::EnrolmentId;
use crate::identity::Who;
use crate::limits::{LINE_CHARS_MAX, TEXT_CHARS_MAX};
use crate::web::{Check, Form, Path, View, go};
use crate::work::Work;
use crate::{Error, Result};
use axum::http::StatusCode;
use jiff::civil::{DateTime, time};

type Id = Path<EnrolmentId>;

/// A first talk is booked.
pub(super) async fn book(State(app): State<App>, who: Who, Path(id): Id, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let (date, time) = (check.date("date"), check.time("time"));
    let at = check.done(|| Some(date?.to_datetime(time?))).and_then(|at| moment(&who.view, at, "date"));
    let booking = async move |work: &mut Work<'_>, at: &Timestamp| book_screening(work, id, *at).await;
    let done = act(&app, &who, (id, Deed::PrepareEntry), &form, at, booking).await;
    back_to_way(&app, &who, id, Which::Talk, form, done).await
}

/// The co-leader agrees.
pub(super) async fn agree(State(app): State<App>, who: Who, Path(id): Id, form: Form) -> Result<Response> {
    act(&app, &who, (id, Deed::DecideEntry), &form, Ok(()), async move |work, ()| countersign(work, id).await).await?;
    Ok(to_way(id))
}

/// An invitation goes out.
pub(super) async fn send_invitation(State(app): State<App>, who: Who, Path(id): Id, form: Form) -> Result<Response> {
    let inviting = async move |work: &mut Work<'_>, (): &()| invite(work, id).await.map(|_| ());
    let done = act(&app, &who, (id, Deed::PrepareEntry), &form, Ok(()), inviting).await;
    back_to_way(&app, &who, id, Which::Invitation, form, done).await
}

/// A place is offered, out of turn.
pub(super) async fn offer(State(app): State<App>, who: Who, Path(id): Id, form: Form) -> Result<Response> {
    let offering = async move |work: &mut Work<'_>, (): &()| match offer_to(work, id).await? {
        Offering::Offered(..) => Ok(()),
        Offering::NobodyWaits | Offering::NoPlace => Err(Error::Conflict("enrolment-conflict-full")),
    };
    act(&app, &who, (id, Deed::OfferPlace), &form, Ok(()), offering).await?;
    Ok(to_way(id))
}

/// The answer to an offer, after a call.
pub(super) async fn answer(State(app): State<App>, who: Who, Path(id): Id, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let answer = check.choice::<Answer>("answer");
    let answering = async move |work: &mut Work<'_>, answer: &Answer| answer_offer(work, id, *answer).await;
    act(&app, &who, (id, Deed::AnswerOffer), &form, check.done(|| answer), answering).await?;
    Ok(to_way(id))
}

/// A seat is given by hand.
pub(super) async fn seat(State(app): State<App>, who: Who, Path(id): Id, form: Form) -> Result<Response> {
    let weighed = Check::new(&form).area("conflict", 0..=TEXT_CHARS_MAX).filter(|words| !words.is_empty());
    let giving =
        async move |work: &mut Work<'_>, weighed: &Option<String>| give_seat(work, id, weighed.as_deref()).await;
    let done = act(&app, &who, (id, Deed::KeepSeat), &form, Ok(weighed), giving).await;
    back_to_way(&app, &who, id, Which::Seat, form, done).await
}

/// A seat is put on hold, to the end of a day.
pub(super) async fn away(State(app): State<App>, who: Who, Path(id): Id, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let (until, reason) = (check.date("until"), check.text("hold_reason", 1..=LINE_CHARS_MAX));
    let read = check.done(|| Some((until?.to_datetime(time(23, 59, 0, 0)), reason?)));
    let read = read.and_then(|(until, reason)| Ok((moment(&who.view, until, "until")?, reason)));
    let holding =
        async move |work: &mut Work<'_>, (until, reason): &(Timestamp, String)| hold(work, id, *until, reason).await;
    let done = act(&app, &who, (id, Deed::KeepSeat), &form, read, holding).await;
    back_to_way(&app, &who, id, Which::Hold, form, done).await
}

/// A member is back.
pub(super) async fn back(State(app): State<App>, who: Who, Path(id): Id, form: Form) -> Result<Response> {
    act(&app, &who, (id, Deed::KeepSeat), &form, Ok(()), async move |work, ()| welcome_back(work, id).await).await?;
    Ok(to_way(id))
}

/// A way is called off.
pub(super) async fn off(State(app): State<App>, who: Who, Path(id): Id, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let reason = check.area("reason", 1..=TEXT_CHARS_MAX);
    let calling_off = async move |work: &mut Work<'_>, reason: &String| call_off(work, id, reason).await;
    let done = act(&app, &who, (id, Deed::EndEnrolment), &form, check.done(|| reason), calling_off).await;
    back_to_way(&app, &who, id, Which::CallOff, form, done).await
}

/// Back to the page of the way, with what was typed where something needs mending.
async fn back_to_way(
    app: &App,
    who: &Who,
    id: EnrolmentId,
    which: Which,
    form: Form,
    done: Result<()>,
) -> Result<Response> {
    match done {
        Ok(()) => Ok(to_way(id)),
        Err(Error::Invalid(faults)) => {
            let shown = read(app, who, id).await?;
            let page = page(&who.view, &shown, Some(&Sent { which, form, faults }));
            Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
        Err(other) => Err(other),
    }
}

fn to_way(id: EnrolmentId) -> Response {
    go(&format!("/care/enrolments/{id}"))
}

/// A moment on the viewer's clock.
fn moment(view: &View, at: DateTime, field: &str) -> Result<Timestamp> {
    let moment = view.zone.to_timestamp(at).map_err(|_| Error::invalid(field, "fault-date"))?;
    Ok(Timestamp(moment.as_millisecond()))
}
