//! What people ask for by right: something to be put right, and a record that a court wants to be kept.

use jiff::civil::time;

use super::past::Past;
use super::plan::{Plan, Which};
use super::staff::Staff;
use crate::Result;
use crate::rights::{On, answer_correction, ask_to_correct, place};

const ASKED: &str = "In my first talk I said that I have two sisters. My letter speaks of two brothers. They would laugh, and \
                     then they would mind.";

const ANSWERED: &str = "You are right, and I am sorry. The letter stays as it was given, with your words beside it. From now \
                        on it says sisters.";

const COURT: &str = "The district court wrote on behalf of his former landlord: everything about the dates on which he came \
                     is to be kept until the hearing. Number 418/26. I have told him on the phone.";

/// Alma has something put right, and Marek's record is kept for a court.
pub(super) async fn tell(past: &Past, staff: &Staff, between: &Plan, low_mood: &Plan) -> Result<()> {
    futures_util::try_join!(alma_is_answered(past, staff, between), marek_is_on_hold(past, staff, low_mood)).map(|_| ())
}

async fn alma_is_answered(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    let day = past.work_day_from(plan.day(4) + 1)?;
    past.until(past.at(day, time(8, 20, 0, 0))?).await;
    let (group, alma) = (past.group(Which::Between)?, past.known("Alma")?.person);
    let asking = async move |work: &mut crate::work::Work<'_>| ask_to_correct(work, group, ASKED).await;
    let id = past.act(past.signed_in(alma), asking).await?;
    past.until(past.at(day, time(13, 5, 0, 0))?).await;
    let answering = async move |work: &mut crate::work::Work<'_>| answer_correction(work, id, ANSWERED).await;
    past.act(past.signed_in(staff.mara), answering).await.map(|_| ())
}

async fn marek_is_on_hold(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    past.until(past.at(past.work_day_from(plan.day(5) + 1)?, time(9, 50, 0, 0))?).await;
    let on = On::Person(past.known("Marek")?.person);
    past.act(past.signed_in(staff.mara), async move |work| place(work, on, COURT).await).await.map(|_| ())
}
