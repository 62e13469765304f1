//! The skills group's diary cards over two weeks, with targets; and what each group follows.

use futures_util::future::try_join_all;
use jiff::civil::time;

use super::past::Past;
use super::plan::{Plan, Which};
use super::practising::fill_in;
use super::staff::Staff;
use crate::Result;
use crate::groups::is_seated;
use crate::techniques::{DIARY_CARD, Source, begin, finish, follow, set_target};
use crate::work::Work;

/// Days of which cards are kept.
const DAYS: i64 = 14;

/// Somebody who keeps a card.
struct Keeper {
    called: &'static str,
    /// What they agreed to keep an eye on.
    target: &'static str,
    /// Skills that they come back to, as the card names its rows.
    skills: [&'static str; 3],
    /// How heavy their feelings are.
    heavy: i64,
    /// Every so many days they leave a card out.
    leaves_out: i64,
}

const KEEPERS: &[Keeper] = &[
    Keeper {
        called: "Dara",
        target: "Leave the room before I shout",
        skills: ["stop", "tipp", "opposite_action"],
        heavy: 3,
        leaves_out: 5,
    },
    Keeper {
        called: "Elif",
        target: "Answer a message the same day",
        skills: ["check_the_facts", "wise_mind", "dear_man"],
        heavy: 2,
        leaves_out: 6,
    },
    Keeper {
        called: "Jonas",
        target: "Name one feeling at noon",
        skills: ["observe", "describe", "current_emotion"],
        heavy: 2,
        leaves_out: 4,
    },
    Keeper {
        called: "Selin",
        target: "Say no once without a reason",
        skills: ["dear_man", "fast", "wise_mind"],
        heavy: 3,
        leaves_out: 7,
    },
    Keeper {
        called: "Zofia",
        target: "Lights out by half past eleven",
        skills: ["self_soothe", "non_judgmentally", "please"],
        heavy: 2,
        leaves_out: 5,
    },
    Keeper {
        called: "Bea",
        target: "One evening by myself, planned",
        skills: ["self_soothe", "improve", "cope_ahead"],
        heavy: 3,
        leaves_out: 6,
    },
];

/// What the groups follow from their first evening on, and the cards of the last two weeks.
pub(super) async fn tell(past: &Past, staff: &Staff, plans: &[Plan; 5]) -> Result<()> {
    let [low_mood, _, skills, loss, between] = plans;
    let chapters = KEEPERS.iter().map(|keeper| keep(past, staff, skills, keeper));
    futures_util::try_join!(
        choose(past, staff, low_mood, "cbt-depression"),
        choose(past, staff, skills, "dbt-skills"),
        choose(past, staff, loss, "peer-support"),
        choose(past, staff, between, "interpersonal-process"),
        try_join_all(chapters),
    )
    .map(|_| ())
}

async fn choose(past: &Past, staff: &Staff, plan: &Plan, id: &'static str) -> Result<()> {
    past.until(past.at(plan.day(1) - 2, time(9, 30, 0, 0))?).await;
    let group = past.group(plan.which)?;
    let source = Source::Library(id.to_owned());
    past.act(past.signed_in(plan.leader(staff)), async move |work| follow(work, group, &source, 1).await).await
}

async fn keep(past: &Past, staff: &Staff, plan: &Plan, keeper: &'static Keeper) -> Result<()> {
    past.until(past.at(-DAYS, time(12, 0, 0, 0))?).await;
    let (person, group) = (past.known(keeper.called)?.person, past.group(Which::Skills)?);
    let agreeing = async move |work: &mut Work<'_>| {
        if !is_seated(work, group, person).await? {
            return Ok(());
        }
        set_target(work, group, person, keeper.target).await.map(drop)
    };
    past.act(past.signed_in(plan.leader(staff)), agreeing).await?;
    for day in -DAYS..=0 {
        if day % keeper.leaves_out == 0 && day != 0 {
            continue;
        }
        past.until(past.at(day, time(7, 50, 0, 0))?).await;
        // A card is for the day before, written in the morning.
        let (date, typed) = (past.date(day - 1)?, typed(keeper, day));
        let writing = async move |work: &mut Work<'_>| {
            if !is_seated(work, group, person).await? {
                return Ok(());
            }
            let sheet = begin(work, group, DIARY_CARD, Some(date)).await?;
            let typed: Vec<(&str, &str)> = typed.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            fill_in(work, sheet, &typed).await?;
            finish(work, sheet).await.map(drop)
        };
        past.act(past.signed_in(person), writing).await?;
    }
    Ok(())
}

/// What stands on one card. A hard day comes round every four days, and none is one that asks for an alert.
fn typed(keeper: &Keeper, day: i64) -> Vec<(String, String)> {
    let turn = (day + DAYS) % 4;
    let strength = |base: i64| (base - turn.min(2) + i64::from(turn == 3)).clamp(0, 5).to_string();
    let mut typed = vec![
        ("emotions.anger.strength".to_owned(), strength(keeper.heavy)),
        ("emotions.sadness.strength".to_owned(), strength(keeper.heavy - 1)),
        ("emotions.shame.strength".to_owned(), strength(keeper.heavy - 1)),
        ("emotions.joy.strength".to_owned(), (1 + turn).min(4).to_string()),
        ("urges.self_harm.strength".to_owned(), strength(keeper.heavy - 2)),
        ("urges.suicide.strength".to_owned(), "0".to_owned()),
        ("urges.quit_therapy.strength".to_owned(), strength(keeper.heavy - 2)),
        ("self_harm".to_owned(), "no".to_owned()),
        ("targets.0.target".to_owned(), keeper.target.to_owned()),
        ("targets.0.happened".to_owned(), if turn > 0 { "yes" } else { "no" }.to_owned()),
    ];
    for (place, skill) in (0..).zip(keeper.skills) {
        if (day + place) % 2 == 0 {
            let rating = (2 + turn + place).min(6);
            typed.push((format!("skills.{skill}.rating"), rating.to_string()));
        }
    }
    typed
}
