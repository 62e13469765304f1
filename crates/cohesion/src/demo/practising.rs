//! What is practised between the sessions: homework set and done, worksheets shown and answered, cards and nights.

use futures_util::future::try_join_all;
use jiff::civil::{Time, time};
use techniques::Audience;

use super::past::Past;
use super::plan::{Plan, Which};
use super::sheets::{Filled, Night, RECORDS, night};
use super::staff::Staff;
use crate::Result;
use crate::groups::is_seated;
use crate::id::{GroupId, PersonId};
use crate::techniques::{
    Assigning, Covered, Due, Gate, Material, Part, Replies, Report, SheetId, TaskState, answer_sheet, assign, begin,
    begin_task, finish, keep, my_tasks, report, share,
};
use crate::work::Work;

/// Nights of which Kim keeps a diary.
const NIGHTS: i64 = 9;

/// The low mood group's homework week by week, and what its people write.
pub(super) async fn tell(past: &Past, staff: &Staff, plans: &[Plan; 5]) -> Result<()> {
    let [low_mood, _, _, loss, _] = plans;
    let chapters = RECORDS.iter().map(|filled| write(past, staff, low_mood, filled));
    futures_util::try_join!(
        homework(past, staff, low_mood),
        try_join_all(chapters),
        nights(past, low_mood),
        a_turn_shown_to_the_circle(past, loss),
    )
    .map(|_| ())
}

/// Mara sets homework at the end of each evening: first to watch, then to write.
async fn homework(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    for number in 1..=plan.held {
        past.until(past.at(plan.day(number), time(19, 40, 0, 0))?).await;
        let group = past.group(plan.which)?;
        let set = set_for(number);
        past.act(past.signed_in(staff.mara), async move |work| assign(work, group, &set).await).await?;
    }
    Ok(())
}

fn set_for(number: u32) -> Assigning {
    let (form, instruction, obstacle) = match number {
        1 | 2 => (
            "activity-schedule",
            "Fill in two or three slots a day, and a number for your mood. You are only watching.",
            "When in the day is it easiest to remember, and where will the sheet lie?",
        ),
        3 => (
            "activity-hierarchy",
            "Write down five things you used to like, the smallest first. Try the smallest one once.",
            "What would make the smallest one smaller still?",
        ),
        _ => (
            "thought-record",
            "One record this week, of a moment in which your mood dropped.",
            "What could keep you from writing it down, and what is the shorter version?",
        ),
    };
    Assigning {
        material: Material::Form(form.to_owned()),
        instruction: instruction.to_owned(),
        obstacle: obstacle.to_owned(),
        person: None,
        due: Due::NextSession,
        gate: if number >= 4 { Gate::Asked } else { Gate::None },
    }
}

/// Somebody does what was set, or says what got in the way; and Mara answers where there is something to say.
async fn write(past: &Past, staff: &Staff, plan: &Plan, filled: &'static Filled) -> Result<()> {
    let at = past.at(plan.day(filled.after) + filled.days_later, filled.at)?;
    past.until(at).await;
    let (person, group) = (past.known(filled.called)?.person, past.group(plan.which)?);
    let doing = async move |work: &mut Work<'_>| do_homework(work, group, person, filled).await;
    let sheet = past.act(past.signed_in(person), doing).await?;
    let Some(sheet) = sheet.filter(|_| !filled.answer.is_empty()) else { return Ok(()) };
    past.until(past.at_work(plan.day(filled.after) + 6, time(11, 20, 0, 0))?.max(at)).await;
    let (step, said) = (filled.answer_to.to_owned(), filled.answer.to_owned());
    let replies = Replies { to_pages: [(step, said)].into(), ..Replies::default() };
    let answering = async move |work: &mut Work<'_>| answer_sheet(work, person, sheet, &replies).await;
    past.act(past.signed_in(staff.mara), answering).await
}

async fn do_homework(
    work: &mut Work<'_>,
    group: GroupId,
    person: PersonId,
    filled: &Filled,
) -> Result<Option<SheetId>> {
    if !is_seated(work, group, person).await? {
        return Ok(None);
    }
    let open = my_tasks(work).await?.readable.into_iter().find(|task| !task.state.is_over());
    let Some(task) = open else { return Ok(None) };
    if filled.typed.is_empty() {
        let said = Report { state: TaskState::NotDone, words: filled.in_the_way.to_owned() };
        return report(work, task.id, &said).await.map(|()| None);
    }
    let sheet = begin_task(work, task.id).await?;
    fill_in(work, sheet, filled.typed).await?;
    share(work, sheet, filled.audience).await?;
    if filled.is_draft {
        return Ok(None);
    }
    finish(work, sheet).await?;
    if !filled.in_the_way.is_empty() {
        report(work, task.id, &Report { state: TaskState::Partly, words: filled.in_the_way.to_owned() }).await?;
    }
    Ok(Some(sheet))
}

pub(super) async fn fill_in(work: &mut Work<'_>, sheet: SheetId, typed: &[(&str, &str)]) -> Result<()> {
    let mut asked: Vec<Covered> = Vec::new();
    for (name, _) in typed {
        let field = name.split('.').next().unwrap_or_default().to_owned();
        if !asked.iter().any(|known| known.field == field) {
            asked.push(Covered { field, day: None });
        }
    }
    let typed = typed.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    keep(work, sheet, &Part { asked, typed }).await.map(|_| ())
}

/// Kim writes down her nights, and shows them to Mara.
async fn nights(past: &Past, plan: &Plan) -> Result<()> {
    for number in 0..NIGHTS {
        let day = number - NIGHTS;
        past.until(past.at(day, time(8, 10, 0, 0))?).await;
        let (person, group, date) = (past.known("Kim")?.person, past.group(plan.which)?, past.date(day)?);
        let slept = night(number);
        let writing = async move |work: &mut Work<'_>| {
            if !is_seated(work, group, person).await? {
                return Ok(());
            }
            let sheet = begin(work, group, "sleep-diary", Some(date)).await?;
            write_down(work, sheet, &slept).await
        };
        past.act(past.signed_in(person), writing).await?;
    }
    Ok(())
}

async fn write_down(work: &mut Work<'_>, sheet: SheetId, slept: &Night) -> Result<()> {
    fill_in(work, sheet, &slept.typed()).await?;
    share(work, sheet, Audience::Leader).await?;
    finish(work, sheet).await.map(|_| ())
}

/// Somebody in the support group writes down a moment in which they turned, and shows it to the others without a name.
async fn a_turn_shown_to_the_circle(past: &Past, plan: &Plan) -> Result<()> {
    const AT: Time = time(21, 5, 0, 0);
    past.until(past.at(plan.day(plan.held) + 1, AT)?).await;
    let (person, group) = (past.known("Ewa")?.person, past.group(Which::Loss)?);
    let writing = async move |work: &mut Work<'_>| {
        if !is_seated(work, group, person).await? {
            return Ok(());
        }
        let sheet = begin(work, group, "choice-point", None).await?;
        fill_in(work, sheet, super::sheets::TURN).await?;
        share(work, sheet, Audience::GroupAnonymous).await?;
        finish(work, sheet).await.map(|_| ())
    };
    past.act(past.signed_in(person), writing).await
}
