//! What the members of the group about being with others write to each other, and an evening that hurt one of them.

use jiff::civil::{Time, time};

use super::past::Past;
use super::plan::{Plan, Which};
use super::staff::Staff;
use crate::appreciation::{
    Answer, Door, Giving, Kind, Outcome, Said, Verdict, answer, decide, give, receivers, set_door,
};
use crate::repairs::{Mending, Way, mend, strains};
use crate::work::Work;
use crate::{Error, Result};

/// A word from one to another, as it is told.
struct Word {
    from: &'static str,
    to: &'static str,
    kind: Kind,
    when: &'static str,
    felt: &'static str,
    /// After which session it is written.
    after: u32,
    answer: Answer,
}

const WORDS: [Word; 2] = [
    Word {
        from: "Alma",
        to: "Piotr",
        kind: Kind::Appreciation,
        when: "asked me whether I wanted to go on, and then waited until I had found the end of my sentence",
        felt: "that there was time for me. I said the thing that I had come to say.",
        after: 3,
        answer: Answer::Thanked,
    },
    Word {
        from: "Hugo",
        to: "Lena",
        kind: Kind::Impact,
        when: "looked at the floor while I told of my father",
        felt: "that I had said too much. I would rather know what you thought.",
        after: 4,
        answer: Answer::TalkInGroup,
    },
];

const MORNING: Time = time(10, 10, 0, 0);

/// Mara opens it after the second evening; two words go their way; and she mends what the third evening did to Piotr.
pub(super) async fn tell(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    past.until(past.at(past.work_day_from(plan.day(2) + 1)?, MORNING)?).await;
    let group = past.group(Which::Between)?;
    past.act(past.signed_in(staff.mara), async move |work| set_door(work, group, Door::Open).await).await?;
    futures_util::try_join!(
        one(past, staff, plan, &WORDS[0]),
        one(past, staff, plan, &WORDS[1]),
        a_strain_is_mended(past, staff, plan),
    )
    .map(|_| ())
}

async fn one(past: &Past, staff: &Staff, plan: &Plan, word: &'static Word) -> Result<()> {
    let day = past.work_day_from(plan.day(word.after) + 1)?;
    past.until(past.at(day, time(7, 40, 0, 0))?).await;
    let (group, from, to) = (past.group(Which::Between)?, past.known(word.from)?.person, past.known(word.to)?.person);
    let giving = async move |work: &mut Work<'_>| {
        let seats = receivers(work, group).await?;
        let seat = seats.iter().find(|seat| seat.called == word.to).ok_or(Error::NotFound)?.id;
        let said = Said { when: word.when.to_owned(), felt: word.felt.to_owned() };
        give(work, group, &Giving { to: seat, kind: word.kind, said }).await
    };
    let Outcome::Given(id) = past.act(past.signed_in(from), giving).await? else {
        return Err(Error::bug("a word of the demo names somebody else"));
    };
    past.until(past.at(day, time(11, 30, 0, 0))?).await;
    past.act(past.signed_in(staff.mara), async move |work| decide(work, id, &Verdict::PassOn).await).await?;
    past.until(past.at(day, time(18, 50, 0, 0))?).await;
    past.act(past.signed_in(to), async move |work| answer(work, id, word.answer).await).await
}

async fn a_strain_is_mended(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    past.until(past.at(past.work_day_from(plan.day(3) + 1)?, time(12, 20, 0, 0))?).await;
    let (group, person) = (past.group(Which::Between)?, past.known("Piotr")?.person);
    let words = "I had finished his sentence for him twice. I rang and said so. He laughed, and told me the rest of it; he \
                 would like a pause before anybody answers.";
    let mending = async move |work: &mut Work<'_>| {
        let strain = strains(work, group).await?.into_iter().find(|strain| strain.person == person);
        let rating = strain.ok_or_else(|| Error::bug("nothing of that evening shows"))?.rupture.rating;
        mend(work, group, person, &Mending { rating, way: Way::OwnPart, words: words.to_owned() }).await
    };
    past.act(past.signed_in(staff.mara), mending).await
}
