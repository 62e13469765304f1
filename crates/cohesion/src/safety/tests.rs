//! Scenarios of danger told and answered, on both engines, and the rules of an alert's life under random entries.

mod answering;
mod damaged;
mod duty;
mod life;
mod member;
mod pages;
mod raising;

use measures::instrument::Urgency;

use super::{AlertId, Cause, Days, Duty, Hours, RiskItem, Sign, arrange_duty, raise};
use crate::Result;
use crate::access::Actor;
use crate::clock::Span;
use crate::groups::{Charter, Format};
use crate::id::{self, GroupId, PersonId};
use crate::testing::{TestClinic, who};

/// A group that its founder leads and that takes members.
async fn group_of(clinic: &TestClinic, leader: Actor, charter: Charter) -> Result<GroupId> {
    clinic.group(leader, charter, Format::Closed, 8).await
}

fn duty_of(reader: Actor, backup: Actor) -> Duty {
    let hours =
        Hours { days: Days::WORKING, from_minute: 9 * 60, until_minute: 17 * 60, zone: "Europe/Dublin".to_owned() };
    let (acknowledge_within, decide_within) = (Span::minutes(30), Span::hours(24));
    Duty { reader: who(reader), backup: who(backup), hours, acknowledge_within, decide_within }
}

async fn on_duty(clinic: &TestClinic, group: Option<GroupId>, reader: Actor, backup: Actor) -> Result<()> {
    let duty = duty_of(reader, backup);
    clinic.write(clinic.system(), async move |work| arrange_duty(work, group, &duty).await).await
}

fn item_nine(person: PersonId, group: GroupId, response: id::Bytes) -> Cause {
    let item = RiskItem { item: "9".to_owned(), urgency: Urgency::Today, now: Some(2), before: Some(0) };
    let (instrument, title) = ("phq-9".to_owned(), "PHQ-9".to_owned());
    Cause { person, group: Some(group), sign: Sign::Answers { response, instrument, title, items: vec![item] } }
}

async fn raised(clinic: &TestClinic, actor: Actor, cause: Cause) -> Result<AlertId> {
    clinic.write(actor, async move |work| raise(work, &cause).await).await
}

/// Looks at an alert as the program, past all rights.
async fn look(clinic: &TestClinic, id: AlertId) -> Result<super::Alert> {
    clinic
        .read(clinic.system(), async move |work| {
            let kept = super::store::find_alert(work, id).await?;
            let grant = super::deeds::may_escalate(work, &kept)?;
            super::record::open(work, &grant, kept).await
        })
        .await
}
