//! Two safety plans in their people's own words. Every number in them is from a range that is kept for fiction.

use jiff::civil::time;

use super::past::Past;
use super::plan::Plan;
use super::staff::Staff;
use crate::Result;
use crate::id::PersonId;
use crate::safety::{Contact, SafetyPlan, write_plan};
use crate::work::Work;

/// Sam writes his with Mara after the first session, and goes over it again by himself; Kim writes hers with Mara.
pub(super) async fn tell(past: &Past, staff: &Staff, low_mood: &Plan) -> Result<()> {
    past.until(past.at(sam_writes_on(past, low_mood)?, time(15, 0, 0, 0))?).await;
    write(past, staff.mara, "Sam", 0, sams(past, low_mood)?).await?;
    past.until(past.at(kim_writes_on(past, low_mood)?, time(16, 30, 0, 0))?).await;
    write(past, staff.mara, "Kim", 0, kims(past, low_mood)?).await?;
    past.until(past.at(low_mood.day(5) - 1, time(20, 20, 0, 0))?).await;
    let sam = past.known("Sam")?.person;
    let again = SafetyPlan { own_ways: SAM_BY_HIMSELF.map(str::to_owned).to_vec(), ..sams(past, low_mood)? };
    write(past, sam, "Sam", 1, again).await
}

/// The day of Sam's first plan.
pub(super) fn sam_writes_on(past: &Past, low_mood: &Plan) -> Result<i64> {
    past.work_day_from(low_mood.day(1) + 1)
}

/// The day of Kim's.
pub(super) fn kim_writes_on(past: &Past, low_mood: &Plan) -> Result<i64> {
    past.work_day_from(low_mood.day(4) + 2)
}

async fn write(past: &Past, by: PersonId, called: &str, based_on: u32, plan: SafetyPlan) -> Result<()> {
    let person = past.known(called)?.person;
    let writing = async move |work: &mut Work<'_>| write_plan(work, person, based_on, &plan).await.map(|_| ());
    past.act(past.signed_in(by), writing).await
}

/// What Sam can do on his own, after four weeks of trying things out.
const SAM_BY_HIMSELF: [&str; 4] = [
    "Get out of bed first, and decide only then",
    "Twenty minutes along the canal, whatever the weather",
    "Put on the record that my nephew likes",
    "Write down three things for tomorrow, small ones",
];

fn sams(past: &Past, low_mood: &Plan) -> Result<SafetyPlan> {
    Ok(SafetyPlan {
        warning_signs: lines(&[
            "I stay in bed after ten",
            "I do not answer my sister's messages",
            "I think that nobody would notice",
        ]),
        own_ways: lines(&["Get out of bed first, and decide only then", "Walk along the canal"]),
        places: lines(&["The library on the quay", "Football in the park on Sunday, only to watch"]),
        people: vec![contact("Rita, my sister", "01 555 0142"), contact("Dan, from work", "01 555 0117")],
        professionals: vec![
            contact("The practice, on weekdays", "01 555 0100"),
            contact("Samaritans, day and night", "116 123"),
        ],
        surroundings: lines(&["Rita keeps the tablets, and gives me a week's worth on Mondays"]),
        reasons: lines(&["My nephew Leo", "The trip to Lisbon that we put off"]),
        kept_at: "On the fridge, and Rita has a copy".to_owned(),
        confidence: Some(7),
        review_on: Some(past.date(low_mood.day(8))?),
    })
}

fn kims(past: &Past, low_mood: &Plan) -> Result<SafetyPlan> {
    Ok(SafetyPlan {
        warning_signs: lines(&[
            "Awake from three, and the same thoughts in a circle",
            "I cancel everything",
            "I stop eating with the others",
        ]),
        own_ways: lines(&[
            "Get up and sit in the kitchen with the light on",
            "Draw until my hand is tired",
            "A hot shower",
        ]),
        places: lines(&["The pool in the morning", "My neighbour's shop, she always has tea"]),
        people: vec![contact("Yuki", "01 555 0163"), contact("My mother, before ten at night", "01 555 0128")],
        professionals: vec![
            contact("The practice, on weekdays", "01 555 0100"),
            contact("Samaritans, day and night", "116 123"),
        ],
        surroundings: lines(&["Old tablets go back to the pharmacy by Friday; Yuki comes along"]),
        reasons: lines(&["My cat Momo", "I want to see the exhibition open"]),
        kept_at: "In my wallet".to_owned(),
        confidence: Some(5),
        review_on: Some(past.date(low_mood.day(6))?),
    })
}

fn lines(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn contact(name: &str, phone: &str) -> Contact {
    Contact { name: name.to_owned(), phone: phone.to_owned() }
}
