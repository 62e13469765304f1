//! One person's way into a group, by its own steps: enquiry, first talk, decision, preparation, invitation, signatures, seat.

use jiff::civil::{Time, time};

use super::first_talk;
use super::group::Circle;
use super::past::Known;
use super::people::{Member, phone, profile};
use crate::Result;
use crate::access::{About, Deed, Standing};
use crate::enrolment::{
    Clinical, Countersign, Decision, Enquirer, Enquiry, Fit, Judgement, Outcome, Source, book_screening, choose_name,
    decide, enquire, enrolment, invite, own_enrolment, preparation, prepare, say_where, screen, sign,
};
use crate::groups::{Capability, Session};
use crate::id::EnrolmentId;
use crate::identity::{AccountKind, open_account};
use crate::work::Work;

/// Days before the first session on which the first one asks for a place.
const ASKED_BEFORE: i64 = 27;
/// Days from asking to the first talk.
const TALK_AFTER: i64 = 4;
/// Days before the first session on which those who lead decide.
const DECIDED_BEFORE: i64 = 12;
/// Days before it on which people are prepared and invited.
const PREPARED_BEFORE: i64 = 9;
/// Days before it on which they sign, all on one evening, and have their seats.
const SIGNED_BEFORE: i64 = 7;

/// Brings somebody all the way in; `place` is their number among those who come.
pub(super) async fn come_in(
    circle: &Circle<'_>,
    place: usize,
    member: &'static Member,
    planned: &[Session],
) -> Result<()> {
    let (past, first) = (circle.past, circle.plan.day(1));
    let asked_on = first - ASKED_BEFORE + i64::try_from(place).unwrap_or(0);
    past.until(past.at_work(asked_on, hour_of(place))?).await;
    let id = ask(circle, place, member).await?;
    book(circle, id, asked_on + TALK_AFTER, hour_of(place + 2)).await?;
    past.until(past.at_work(asked_on + TALK_AFTER, hour_of(place + 2))?).await;
    talk(circle, id, place, member, planned).await?;
    past.until(past.at_work(first - DECIDED_BEFORE, time(12, 30, 0, 0))?).await;
    decide_on(circle, id, welcoming(member, Outcome::Accept), Countersign::NotAsked).await?;
    past.until(past.at_work(first - PREPARED_BEFORE, hour_of(place))?).await;
    get_prepared(circle, id).await?;
    past.until(past.at(first - SIGNED_BEFORE, time(20, 0, 0, 0))?).await;
    join(circle, id, member).await
}

/// An enquiry is written down.
pub(super) async fn ask(circle: &Circle<'_>, place: usize, member: &'static Member) -> Result<EnrolmentId> {
    let (group, asked) = (circle.group, enquiry(circle, place, member));
    let enquirer = Enquirer::New(profile(member.called, member.legal));
    let asking = async move |work: &mut Work<'_>| {
        let id = enquire(work, group, &enquirer, &asked).await?;
        Ok(Known { person: enrolment(work, id).await?.person, enrolment: id })
    };
    let known = circle.past.act(circle.leader(), asking).await?;
    circle.past.meet(member.called, known);
    Ok(known.enrolment)
}

/// A first talk gets its date.
pub(super) async fn book(circle: &Circle<'_>, id: EnrolmentId, day: i64, at: Time) -> Result<()> {
    let moment = circle.past.at_work(day, at)?;
    circle.past.act(circle.leader(), async move |work| book_screening(work, id, moment).await).await
}

/// The first talk is written down.
pub(super) async fn talk(
    circle: &Circle<'_>,
    id: EnrolmentId,
    place: usize,
    member: &Member,
    planned: &[Session],
) -> Result<()> {
    let learned = match is_treatment(circle) {
        Treatment::Yes => first_talk::structured(member, place, planned),
        Treatment::No => first_talk::suitability(member),
    };
    circle.past.act(circle.leader(), async move |work| screen(work, id, &learned).await).await
}

/// Entry is decided.
pub(super) async fn decide_on(
    circle: &Circle<'_>,
    id: EnrolmentId,
    decision: Decision,
    countersign: Countersign,
) -> Result<()> {
    let deciding = async move |work: &mut Work<'_>| decide(work, id, &decision, countersign).await;
    circle.past.act(circle.leader(), deciding).await
}

/// All is talked through, and the invitation goes out. Where the charter asks for no preparation, there is none.
async fn get_prepared(circle: &Circle<'_>, id: EnrolmentId) -> Result<()> {
    let treatment = is_treatment(circle);
    let preparing = async move |work: &mut Work<'_>| {
        if treatment == Treatment::Yes {
            let topics: Vec<_> = preparation(work, id).await?.into_iter().map(|listed| listed.topic).collect();
            prepare(work, id, &topics).await?;
        }
        invite(work, id).await.map(|_| ())
    };
    circle.past.act(circle.leader(), preparing).await
}

/// The person follows the link, and takes all the steps that are their own; the last one gives the seat. Their passphrase is
/// one that nobody knows.
async fn join(circle: &Circle<'_>, id: EnrolmentId, member: &'static Member) -> Result<()> {
    let (past, person) = (circle.past, circle.past.known(member.called)?.person);
    let opening = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::TakeUpInvitation, Standing::NONE, About::person(person))?;
        open_account(work, &grant, person, AccountKind::Member, None).await
    };
    past.act(past.nobody(), opening).await?;
    let joining = async move |work: &mut Work<'_>| {
        choose_name(work, id, member.called).await?;
        say_where(work, id, &"IE".parse()?).await?;
        for due in own_enrolment(work, id).await?.due {
            sign(work, id, due.edition.agreement, due.edition.number, member.legal).await?;
        }
        Ok(())
    };
    past.act(past.signed_in(person), joining).await
}

fn enquiry(circle: &Circle<'_>, place: usize, member: &Member) -> Enquiry {
    let clinical = match is_treatment(circle) {
        Treatment::Yes => Some(clinical(member, place)),
        Treatment::No => None,
    };
    let source = match place % 4 {
        0 => Source::Doctor,
        1 => Source::Oneself,
        2 => Source::Therapist,
        _ => Source::Practice,
    };
    Enquiry {
        source,
        topic: member.brings.to_owned(),
        access: if place == 4 { "Large print".to_owned() } else { String::new() },
        times: "Evenings".to_owned(),
        told: "When and where it meets, how many come, and that there are two talks before".to_owned(),
        clinical,
    }
}

fn clinical(member: &Member, place: usize) -> Clinical {
    let (treatments, therapist) = match place % 4 {
        0 => ("An antidepressant since the winter, from the family doctor", ""),
        2 => ("Talks alone with a therapist, every other week", "We may talk with each other; the release is signed"),
        3 => ("Single sessions at this practice until the group begins", ""),
        _ => ("None at present", ""),
    };
    let kin = ["Partner", "Sister", "A friend"][place % 3];
    Clinical {
        treatments: treatments.to_owned(),
        therapist: therapist.to_owned(),
        emergency: format!("{kin}, {}", phone(member.legal)),
        why_group: "Wants to hear how others deal with it".to_owned(),
        risk: "Nothing known".to_owned(),
        funding: "Through the practice's contract".to_owned(),
    }
}

/// Whether a group is treatment, and asks what only treatment may ask.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Treatment {
    Yes,
    No,
}

fn is_treatment(circle: &Circle<'_>) -> Treatment {
    match circle.plan.charter.allow(Capability::StructuredScreening) {
        Ok(()) => Treatment::Yes,
        Err(_) => Treatment::No,
    }
}

/// Not everybody comes at the same hour.
fn hour_of(place: usize) -> Time {
    let hour = i8::try_from(place % 7).unwrap_or(0);
    time(9 + hour, 0, 0, 0)
}

/// A decision that lets somebody in, now or when a place is free.
pub(super) fn welcoming(member: &Member, outcome: Outcome) -> Decision {
    let yes = |reason: &str| Judgement { fit: Fit::Yes, reason: reason.to_owned() };
    Decision {
        group_for_person: yes("Can listen and speak in company, and wants to learn from others."),
        person_for_group: yes(&format!("Comes for what the group is for: \u{201c}{}\u{201d}", member.brings)),
        outcome,
        next: String::new(),
        conflict: String::new(),
    }
}
