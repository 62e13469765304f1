//! The waitlist: a free place is offered to the next in line for a stated time, then to the one after.

use super::invite::{Brought, bring_offer};
use super::way::advance;
use super::{Enrolment, Stage, Step, deeds, keep_apart, store, tell};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::groups::{self, Format, GroupState, charter::Entry};
use crate::id::{Bytes, EnrolmentId, GroupId};
use crate::limits;
use crate::notices::{self, Kind};
use crate::work::{Job, Work};
use crate::{Error, Result};

/// The job that ends an offer nobody answered; about the enrolment.
pub const OFFER_ENDS: &str = "enrolment.offer-ends";
/// The job that offers a place which somebody let pass; about the group.
pub const OFFER_NEXT: &str = "enrolment.offer-next";

/// What came of offering a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offering {
    /// It is kept for this one until then.
    Offered(EnrolmentId, Timestamp),
    /// Nobody waits whom it could be offered to.
    NobodyWaits,
    /// No place is free, or the group takes nobody now.
    NoPlace,
}

/// What somebody says to an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They take it.
    Take,
    /// Not this time; they go on waiting.
    Pass,
    /// They do not want to wait any longer.
    TakeMeOff,
}

/// Offers a free place to whoever has waited longest.
pub async fn offer_next(work: &mut Work<'_>, group: GroupId) -> Result<Offering> {
    let grant = deeds::may_in(work, Deed::OfferPlace, group).await?;
    let kept = groups::group(work, &grant, group).await?;
    if !takes_somebody_new(kept.format, kept.state) || groups::places_left(work, &grant, group).await? == 0 {
        return Ok(Offering::NoPlace);
    }
    for enrolment in store::waiting_in(work, &grant, group).await? {
        if keep_apart::is_kept_from(work, group, enrolment.person).await? {
            continue;
        }
        let about = work.about(&grant, enrolment.person);
        return offer(work, &about, &enrolment).await;
    }
    Ok(Offering::NobodyWaits)
}

/// Offers a free place to one person, out of turn.
pub async fn offer_to(work: &mut Work<'_>, id: EnrolmentId) -> Result<Offering> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::OfferPlace, &enrolment).await?;
    offer(work, &grant, &enrolment).await
}

/// Answers an offer, for oneself or after a call. A place that was kept too long is gone.
pub async fn answer_offer(work: &mut Work<'_>, id: EnrolmentId, answer: Answer) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::AnswerOffer, &enrolment).await?;
    if enrolment.stage != Stage::Offered || enrolment.offer_until.is_none_or(|until| until < work.now()) {
        return Err(Error::Conflict("enrolment-conflict-offer-over"));
    }
    tell::leaders(work, &enrolment, Kind::OfferAnswered, enrolment.offers).await?;
    match answer {
        Answer::Take => take(work, &grant, &enrolment).await,
        Answer::Pass => {
            advance(work, &grant, &enrolment, Step::PassOffer, None).await?;
            store::save_answered(work, &grant, id).await?;
            pass_on(work, enrolment.group);
            Ok(())
        }
        Answer::TakeMeOff => {
            advance(work, &grant, &enrolment, Step::Withdraw, None).await?;
            pass_on(work, enrolment.group);
            Ok(())
        }
    }
}

/// Ends an offer whose time is over, and offers the place to the next. Run by the job worker.
pub async fn end_offer(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    let enrolment = match store::find(work, EnrolmentId(about)).await {
        Err(Error::NotFound) => return Ok(()),
        found => found?,
    };
    let is_this_one = enrolment.stage == Stage::Offered && i64::from(enrolment.offers) == round;
    if !is_this_one || enrolment.offer_until.is_some_and(|until| until > work.now()) {
        return Ok(());
    }
    let grant = deeds::may(work, Deed::OfferPlace, &enrolment).await?;
    let step = if enrolment.unanswered >= limits::OFFERS_UNANSWERED_MAX { Step::Lapse } else { Step::PassOffer };
    advance(work, &grant, &enrolment, step, None).await?;
    tell::leaders(work, &enrolment, Kind::OfferOver, enrolment.offers).await?;
    pass_on(work, enrolment.group);
    Ok(())
}

/// Offers a place that somebody let pass to the next in line. Run by the job worker.
pub async fn offer_again(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    offer_next(work, GroupId(about)).await.map(|_| ())
}

async fn offer(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<Offering> {
    let offered = match advance(work, grant, enrolment, Step::Offer, None).await {
        Err(Error::Conflict("enrolment-conflict-full")) => return Ok(Offering::NoPlace),
        offered => offered?,
    };
    let until = work.now() + limits::OFFER;
    store::save_offer(work, grant, offered.id, until).await?;
    let round = offered.offers + 1;
    work.enqueue(Job::once(OFFER_ENDS, offered.id.0, until).in_round(i64::from(round)));
    bring(work, grant, &offered, until, round).await?;
    Ok(Offering::Offered(offered.id, until))
}

/// Lets the person know, and in any case those who lead the group: an offer that nobody hears of is none.
async fn bring(work: &mut Work<'_>, grant: &Grant, offered: &Enrolment, until: Timestamp, round: u32) -> Result<()> {
    let brought = bring_offer(work, grant, offered, until).await?;
    if brought == Brought::HasAccount {
        notices::tell(work, offered.person, Kind::PlaceOffered, offered.id.0, i64::from(round)).await?;
    }
    let kind = if brought == Brought::NotAtAll { Kind::OfferUnheard } else { Kind::OfferMade };
    tell::leaders(work, offered, kind, round).await
}

async fn take(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<()> {
    let accepted = advance(work, grant, enrolment, Step::TakeOffer, None).await?;
    if groups::charter_of(work, enrolment.group).await?.entry() == Entry::OpenOrLight {
        advance(work, grant, &accepted, Step::Prepare, None).await?;
    }
    Ok(())
}

/// Whoever lets a place pass may not offer it to others, so the program does.
fn pass_on(work: &mut Work<'_>, group: GroupId) {
    let now = work.now();
    work.enqueue(Job::once(OFFER_NEXT, group.0, now).in_round(now.0));
}

/// A closed group takes nobody once it meets.
const fn takes_somebody_new(format: Format, state: GroupState) -> bool {
    match format {
        Format::Closed => matches!(state, GroupState::Recruiting | GroupState::Confirmed),
        Format::SlowOpen | Format::Open => state.takes_members(),
    }
}
