//! How the group about being with others ends: what is done, a summary that is given out, and five who look back. And somebody
//! in the group for worry and fear whose ending is announced.

use jiff::civil::time;

use super::past::Past;
use super::plan::{Plan, Which};
use super::staff::Staff;
use crate::endings::{
    Evaluation, Item, Signing, Subject, Written, announce, assign_relapse_plan, evaluate, give_out, repeat_measures,
    sign, tick, write,
};
use crate::groups::{GroupState, advance, sessions};
use crate::work::Work;
use crate::{Error, Result};

/// What five of the six say when they look back: numbers, what helped, what would have been better.
const LOOKING_BACK: [(&str, [u8; 7], &str, &str); 5] = [
    ("Alma", [5, 5, 5, 4, 5, 3, 5], "That nobody hurried me.", "Two evenings more."),
    ("Piotr", [4, 4, 4, 4, 5, 4, 4], "To hear how I come across, said kindly.", ""),
    ("Dervla", [5, 4, 5, 4, 5, 2, 5], "The silence that nobody filled.", "A break in the middle."),
    ("Hugo", [4, 3, 4, 4, 4, 3, 4], "To be disagreed with, and asked back all the same.", ""),
    ("Cillian", [5, 5, 4, 5, 5, 4, 5], "", "I would have liked to know the last date from the start."),
];

const SUMMARY: [&str; 4] = [
    "Five evenings of interpersonal group work, with a plan for hard times written at home and shown at the last one.",
    "At first she agreed with everybody and was tired afterwards. From the third evening on she said what she wanted while it \
     could still be had. Twice she was contradicted and stayed.",
    "Asked on the last evening: no thoughts of death in these weeks. She knows whom to call, and has the card.",
    "She goes on alone for now. Questions come after one, three and six months. She can ask for a single session at any time.",
];

const BEGUN: &str = "Five evenings of interpersonal group work. He came to all of them.";

/// Tells of both.
pub(super) async fn tell(past: &Past, staff: &Staff, between: &Plan, anxiety: &Plan) -> Result<()> {
    futures_util::try_join!(one_ending_is_announced(past, staff, anxiety), the_group_ends(past, staff, between))
        .map(|_| ())
}

/// Aoife comes three times more after the next session.
async fn one_ending_is_announced(past: &Past, staff: &Staff, anxiety: &Plan) -> Result<()> {
    past.until(past.at(past.work_day_from(anxiety.day(anxiety.held) + 1)?, time(9, 50, 0, 0))?).await;
    let (group, person, last) = (past.group(Which::Anxiety)?, past.known("Aoife")?.person, anxiety.held + 4);
    let announcing = async move |work: &mut Work<'_>| {
        let all = sessions(work, group).await?;
        let last = all.iter().find(|session| session.number == last).ok_or(Error::NotFound)?.id;
        announce(work, group, person, last).await
    };
    past.act(past.signed_in(staff.mara), announcing).await
}

async fn the_group_ends(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    past.until(past.at(past.work_day_from(plan.day(4) + 1)?, time(9, 30, 0, 0))?).await;
    let group = past.group(Which::Between)?;
    let beginning = async move |work: &mut Work<'_>| {
        tick(work, group, Subject::Group, Item::Named).await?;
        repeat_measures(work, group, Subject::Group).await?;
        assign_relapse_plan(work, group, Subject::Group).await
    };
    past.act(past.signed_in(staff.mara), beginning).await?;
    for (place, (called, ratings, helped, better)) in LOOKING_BACK.into_iter().enumerate() {
        let minute = i8::try_from(10 * place).unwrap_or_default();
        past.until(past.at(plan.day(5), time(22, minute, 0, 0))?).await;
        let said = Evaluation { ratings: ratings.to_vec(), helped: helped.to_owned(), better: better.to_owned() };
        let person = past.known(called)?.person;
        past.act(past.signed_in(person), async move |work| evaluate(work, group, &said).await).await?;
    }
    afterwards(past, staff, plan).await
}

/// On the next day of work the group is ended, and on the one after that Mara writes.
async fn afterwards(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    let day = past.work_day_from(plan.day(5) + 1)?;
    past.until(past.at(day, time(9, 20, 0, 0))?).await;
    let group = past.group(Which::Between)?;
    let (alma, hugo) = (past.known("Alma")?.person, past.known("Hugo")?.person);
    let ending = async move |work: &mut Work<'_>| {
        tick(work, group, Subject::Group, Item::Goodbye).await?;
        for person in [alma, hugo] {
            tick(work, group, Subject::Member(person), Item::Goals).await?;
        }
        tick(work, group, Subject::Member(alma), Item::Letter).await?;
        advance(work, group, GroupState::Ended).await
    };
    past.act(past.signed_in(staff.mara), ending).await?;
    past.until(past.at(past.work_day_from(day + 1)?, time(13, 40, 0, 0))?).await;
    let writing = async move |work: &mut Work<'_>| {
        let parts = SUMMARY.map(str::to_owned).to_vec();
        write(work, group, alma, &Written { parts, ..Written::default() }).await?;
        let mut begun = vec![String::new(); SUMMARY.len()];
        BEGUN.clone_into(&mut begun[0]);
        write(work, group, hugo, &Written { parts: begun, ..Written::default() }).await?;
        if sign(work, group, alma).await? != Signing::Signed {
            return Err(Error::bug("the summary of the demo names somebody else"));
        }
        give_out(work, group, alma).await
    };
    past.act(past.signed_in(staff.mara), writing).await
}
