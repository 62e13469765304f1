//! What those who work here look at in these weeks, so that people find in their access report who opened their record.

use jiff::civil::time;

use super::past::Past;
use super::plan::{Plan, Which};
use super::plans::{kim_writes_on, sam_writes_on};
use super::staff::Staff;
use crate::Result;
use crate::assessments::overview;
use crate::enrolment::person;
use crate::id::PersonId;
use crate::notices::read_all;
use crate::safety::safety_plan;

/// Mara looks over a group on the morning of each session, Ines after every second one, as its supervisor.
pub(super) async fn groups(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    if plan.which == Which::Loss {
        return Ok(());
    }
    for number in 2..=plan.held {
        past.until(past.at(plan.day(number), time(8, 40, 0, 0))?).await;
        look_over(past, staff.mara, plan).await?;
        if number % 2 == 0 {
            past.until(past.at(plan.day(number) + 1, time(12, 15, 0, 0))?).await;
            look_over(past, staff.ines, plan).await?;
        }
    }
    Ok(())
}

/// Before Mara writes a plan with somebody, she looks them up; Ben reads Kim's on the next day, as he stands in.
pub(super) async fn people(past: &Past, staff: &Staff, low_mood: &Plan) -> Result<()> {
    past.until(past.at(sam_writes_on(past, low_mood)?, time(14, 50, 0, 0))?).await;
    look_up(past, staff.mara, "Sam").await?;
    let kims_day = kim_writes_on(past, low_mood)?;
    past.until(past.at(kims_day, time(16, 20, 0, 0))?).await;
    look_up(past, staff.mara, "Kim").await?;
    past.until(past.at(kims_day + 1, time(9, 5, 0, 0))?).await;
    let kim = past.known("Kim")?.person;
    past.look(past.signed_in(staff.ben), async move |work| safety_plan(work, kim).await).await.map(|_| ())
}

/// Mara has read what she was told up to yesterday evening; Ben has not looked for two weeks.
pub(super) async fn notices(past: &Past, staff: &Staff) -> Result<()> {
    for (day, reader) in [(-16, staff.ben), (-1, staff.mara)] {
        past.until(past.at(day, time(20, 45, 0, 0))?).await;
        past.act(past.signed_in(reader), async |work| read_all(work, work.now()).await).await?;
    }
    Ok(())
}

async fn look_over(past: &Past, reader: PersonId, plan: &Plan) -> Result<()> {
    let group = past.group(plan.which)?;
    past.look(past.signed_in(reader), async move |work| overview(work, group, None).await).await.map(|_| ())
}

async fn look_up(past: &Past, reader: PersonId, called: &str) -> Result<()> {
    let somebody = past.known(called)?.person;
    past.look(past.signed_in(reader), async move |work| person(work, somebody).await).await.map(|_| ())
}
