//! The front door: Ada opens it, groups are shown on it, a peer founds a group of her own, people join alone, and somebody asks.

use std::net::{IpAddr, Ipv4Addr};

use jiff::civil::{Time, time};

use super::past::{Past, ZONE};
use super::plan::{Plan, Which};
use super::staff::Staff;
use crate::access::{About, Actor, Deed, Standing};
use crate::door::{Asking, Door, Outcome, PublicWords, Showing, Visibility, ask, open_door, show_group};
use crate::enrolment::{
    Newcomer, Suitability, WhoJoins, begin_alone, enrolments_in, open_joining, own_enrolment, register, sign,
};
use crate::groups::{Charter, Format, Founding, GroupState, GroupWords, Series, advance, found, plan_series};
use crate::id::GroupId;
use crate::identity::{AccountKind, ClientAddress, open_account};
use crate::self_checks::{Answer, SelfCheck, keep_check};
use crate::work::Work;
use crate::{Error, Result};

/// How often a group meets.
#[derive(Clone, Copy)]
enum Rhythm {
    Weekly,
    EverySecondWeek,
}

/// What a group says in public.
struct Said {
    title: &'static str,
    about: &'static str,
    rhythm: Rhythm,
    hours: &'static str,
    place: &'static str,
    cost: &'static str,
}

const GRIEF: Said = Said {
    title: "An evening for those who grieve",
    about: "For people who have lost somebody, lately or long ago. We sit in a circle, light a candle, and whoever wants to \
        tells how it is just now.\n\nNobody has to speak. Tears are welcome, laughter too.",
    rhythm: Rhythm::Weekly,
    hours: "19:00 to 20:30",
    place: "The large room, first door on the left",
    cost: "Nothing. There is a tin for tea.",
};

const MOOD: Said = Said {
    title: "Grey days café",
    about: "For people who know grey days from the inside. We take turns, two minutes each, and say what helped this week: a \
        walk, a song, getting up.\n\nIt is led by somebody who has been there herself. It is no treatment.",
    rhythm: Rhythm::Weekly,
    hours: "17:30 to 19:00",
    place: "The kitchen on the ground floor",
    cost: "Nothing",
};

const WORRY: Said = Said {
    title: "Less worry, more life",
    about: "Twelve evenings of group therapy for people whose worries take up too much room. You learn how worry works and \
        try small steps between the evenings.\n\nThere is a talk with the therapist first.",
    rhythm: Rhythm::Weekly,
    hours: "17:30 to 19:00",
    place: "Room 2, first floor",
    cost: "45 euro an evening; ask us where that is too much",
};

const AFTER: Said = Said {
    title: "After the group",
    about: "For people whose group here has come to its end and who would like to stay among people. We meet, we say how it \
        goes, and that is all.",
    rhythm: Rhythm::EverySecondWeek,
    hours: "18:30 to 20:00",
    place: "The large room",
    cost: "Nothing",
};

/// Tells of it.
pub(super) async fn tell(past: &Past, staff: &Staff, anxiety: &Plan, loss: &Plan) -> Result<()> {
    past.until(past.at_work(-21, time(9, 40, 0, 0))?).await;
    past.act(past.signed_in(staff.ada), async |work| open_door(work, Door::Open).await).await?;
    past.until(past.at_work(-20, time(14, 0, 0, 0))?).await;
    let finn = past.signed_in(staff.finn);
    show(past, finn, past.group(Which::Loss)?, (&GRIEF, loss.next), Visibility::Shown).await?;
    joins(past, finn, past.group(Which::Loss)?, WhoJoins::Everybody).await?;
    show(past, past.signed_in(staff.mara), past.group(Which::Anxiety)?, (&WORRY, anxiety.next), Visibility::Shown)
        .await?;
    past.until(past.at_work(-19, time(11, 0, 0, 0))?).await;
    let first = past.work_day_from(6)?;
    let after = begin(past, finn, "Open circle", &AFTER, (first, time(18, 30, 0, 0))).await?;
    show(past, past.signed_in(staff.finn), after, (&AFTER, first), Visibility::Hidden).await?;
    joins(past, past.signed_in(staff.finn), after, WhoJoins::Finished).await?;
    past.until(past.at_work(-17, time(10, 0, 0, 0))?).await;
    let (rosa, first) = (past.signed_in(staff.rosa), past.work_day_from(4)?);
    let mood = begin(past, rosa, "Kitchen circle", &MOOD, (first, time(17, 30, 0, 0))).await?;
    show(past, past.signed_in(staff.rosa), mood, (&MOOD, first), Visibility::Shown).await?;
    joins(past, past.signed_in(staff.rosa), mood, WhoJoins::Everybody).await?;
    for (day, called, at) in [(-9, "Wren", time(21, 10, 0, 0)), (-6, "Heron", time(7, 20, 0, 0))] {
        past.until(past.at(day, at)?).await;
        join_alone(past, staff, mood, called).await?;
    }
    past.until(past.at(-1, time(20, 40, 0, 0))?).await;
    somebody_asks(past).await
}

/// What is said of a group that meets on the weekday of this day, counted from today.
async fn show(past: &Past, by: Actor, group: GroupId, (said, day): (&Said, i64), visibility: Visibility) -> Result<()> {
    let weekday = past.date(day)?.strftime("%A").to_string();
    let meets = match said.rhythm {
        Rhythm::Weekly => format!("{weekday}s, {}", said.hours),
        Rhythm::EverySecondWeek => format!("Every second {weekday}, {}", said.hours),
    };
    let owned = |text: &str| text.to_owned();
    let words = PublicWords {
        title: owned(said.title),
        about: owned(said.about),
        meets,
        place: owned(said.place),
        cost: owned(said.cost),
    };
    let showing = Showing { words, visibility };
    let showing = async move |work: &mut Work<'_>| match show_group(work, group, &showing).await? {
        Outcome::Kept => Ok(()),
        Outcome::Claims(words) => Err(Error::bug(format!("a group of the demo claims in public: {words:?}"))),
    };
    past.act(by, showing).await
}

async fn joins(past: &Past, by: Actor, group: GroupId, who: WhoJoins) -> Result<()> {
    past.act(by, async move |work| open_joining(work, group, who).await).await
}

/// A facilitator founds a support group, which meets from this day on, counted from today.
async fn begin(past: &Past, by: Actor, name: &'static str, said: &Said, (first, at): (i64, Time)) -> Result<GroupId> {
    let words = GroupWords {
        name: name.to_owned(),
        focus: said.title.to_owned(),
        approach: "Shared experience".to_owned(),
        place: said.place.to_owned(),
    };
    let founding =
        Founding { charter: Charter::support(), format: Format::Open, capacity: 12, zone: ZONE.to_owned(), words };
    let first = past.date(first)?.to_datetime(at);
    let every_weeks = match said.rhythm {
        Rhythm::Weekly => 1,
        Rhythm::EverySecondWeek => 2,
    };
    let beginning = async move |work: &mut Work<'_>| {
        let group = found(work, &founding).await?;
        advance(work, group, GroupState::Recruiting).await?;
        advance(work, group, GroupState::Running).await?;
        plan_series(work, group, Series { first, minutes: 90, count: 8, every_weeks }).await?;
        Ok(group)
    };
    past.act(by, beginning).await
}

/// Somebody comes from the public page to a seat: a name, a passphrase that nobody knows, three ticks and two texts.
async fn join_alone(past: &Past, staff: &Staff, group: GroupId, called: &'static str) -> Result<()> {
    let newcomer = Newcomer { called: called.to_owned(), email: super::people::address(called), reach: None };
    past.act(past.nobody(), async move |work| register(work, group, &newcomer).await).await?;
    let looking = async move |work: &mut Work<'_>| {
        let listed = enrolments_in(work, group).await?.into_iter().find(|one| one.called == called);
        listed.map(|one| one.enrolment).ok_or_else(|| Error::bug("nobody of that name has come"))
    };
    let enrolment = past.act(past.signed_in(staff.rosa), looking).await?;
    let (id, person) = (enrolment.id, enrolment.person);
    let opening = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::TakeUpInvitation, Standing::NONE, About::person(person))?;
        open_account(work, &grant, person, AccountKind::Member, None).await
    };
    past.act(past.nobody(), opening).await?;
    let joining = async move |work: &mut Work<'_>| {
        let fits = Suitability { knows_it_is_not_treatment: true, ..Suitability::default() };
        begin_alone(work, id, &fits).await?;
        for due in own_enrolment(work, id).await?.due {
            sign(work, id, due.edition.agreement, due.edition.number, called).await?;
        }
        let answers = [Some(Answer::Seldom), Some(Answer::Sometimes), Some(Answer::Seldom), None, Some(Answer::Often)];
        let words = "The kitchen is warm. I said my name and that was enough for one evening.".to_owned();
        keep_check(work, &SelfCheck { answers, words }).await.map(drop)
    };
    past.act(past.signed_in(person), joining).await
}

/// An enquiry from the public page, in the evening.
async fn somebody_asks(past: &Past) -> Result<()> {
    let group = past.group(Which::Anxiety)?;
    let asking = Asking {
        called: "Robin".to_owned(),
        email: super::people::address("Robin"),
        phone: None,
        words: "I lie awake and count what could go wrong. A friend said a group helped her. I do not know if I dare."
            .to_owned(),
        times: "After six, or by mail".to_owned(),
    };
    let client = ClientAddress(IpAddr::V4(Ipv4Addr::LOCALHOST));
    past.act(past.nobody(), async move |work| ask(work, client, group, &asking).await).await
}
