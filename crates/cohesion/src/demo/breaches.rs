//! Two broken confidences: a list of first names that lay on a copier, which is closed; and a sentence from the group about loss
//! that a neighbour knew, into which Finn looks.

use jiff::civil::time;

use super::past::Past;
use super::plan::{Plan, Which};
use super::staff::Staff;
use crate::Result;
use crate::access::Actor;
use crate::breaches::{
    Affected, Assessment, Audience, CaseId, Cause, Contained, Decision, Entry, Facts, Law, Report, ReportId, Step,
    Telling, Tells, Told, Weight, add, open, open_from, report,
};
use crate::clock::{Span, Timestamp};
use crate::groups;
use crate::id::PersonId;
use crate::work::Work;

/// Both of them.
pub(super) async fn tell(past: &Past, staff: &Staff, anxiety: &Plan) -> Result<()> {
    futures_util::try_join!(the_list(past, staff, anxiety), the_neighbour(past, staff)).map(|_| ())
}

async fn put(past: &Past, by: PersonId, case: CaseId, entry: Entry) -> Result<()> {
    past.act(past.signed_in(by), async move |work| add(work, case, &entry).await).await
}

fn decided(tells: Tells, reasons: &str) -> Entry {
    let assessment =
        Assessment { nature: Weight::Some, recipient: Weight::Little, seen: Weight::Some, left: Weight::Little };
    Entry::Decided(Decision { tells, assessment, reasons: reasons.to_owned() })
}

fn told(telling: Telling, at: Timestamp, words: &str) -> Entry {
    Entry::Told(Told { telling, at, words: words.to_owned() })
}

fn contained(step: Step, at: Timestamp, words: &str) -> Entry {
    Entry::Contained(Contained { step, words: words.to_owned(), at })
}

/// Mara forgets a list on the copier of the library downstairs. She would leave it at that; Ben would not.
async fn the_list(past: &Past, staff: &Staff, anxiety: &Plan) -> Result<()> {
    let (day, mara, ben) = (anxiety.day(2) + 1, staff.mara, staff.ben);
    let learned = past.at(day, time(9, 10, 0, 0))?;
    past.until(past.at(day, time(9, 40, 0, 0))?).await;
    let group = past.group(Which::Anxiety)?;
    let facts = Facts {
        happened:
            "The list of first names for the chairs lay on the copier in the library downstairs overnight. Orla from \
                   the library brought it up this morning and said that she had not known what it was."
                .to_owned(),
        cause: Cause::Staff,
        discovered: learned,
        laws: vec![Law::Gdpr],
    };
    let case = past.act(past.signed_in(mara), async move |work| open(work, Some(group), &facts).await).await?;
    let people = names(past, past.signed_in(mara), group).await?;
    let what = "Their first names on one sheet, under the room and the hour. No last name, and nothing of what the group is for.";
    put(past, mara, case, Entry::Affected(Affected { people, others: 0, what: what.to_owned() })).await?;
    let back = "I have the sheet back and have shredded it. Orla had not copied it; the copier keeps no pictures.";
    put(past, mara, case, contained(Step::AskedBack, learned, back)).await?;
    past.until(past.at(day, time(10, 30, 0, 0))?).await;
    put(past, mara, case, decided(Tells::Nobody, "A few first names, one reader, and the sheet is gone.")).await?;
    past.until(past.at(day, time(12, 15, 0, 0))?).await;
    let no = "It lay there for a night, and we do not know who else copied something. If it were my name, I would want to hear it.";
    put(past, ben, case, Entry::Objected(no.to_owned())).await?;
    past.until(past.at(day, time(12, 40, 0, 0))?).await;
    put(
        past,
        mara,
        case,
        decided(Tells::Everybody, "Ben is right. We tell them ourselves, and the authority in two lines."),
    )
    .await?;
    told_and_closed(past, staff, case, day).await
}

async fn told_and_closed(past: &Past, staff: &Staff, case: CaseId, day: i64) -> Result<()> {
    let (afternoon, evening) = (past.at(day, time(15, 5, 0, 0))?, past.at(day + 1, time(18, 20, 0, 0))?);
    past.until(afternoon).await;
    put(past, staff.mara, case, told(Telling::GdprAuthority, afternoon, "By the authority’s web form. Mara.")).await?;
    let letter = "Good day,\n\na sheet with your first name lay in the library downstairs for a night. It bore a room and an hour, and \
                  nothing else. We have it back and have destroyed it. We no longer print such lists.\n\nAsk us whatever you would \
                  like to know. We are sorry.";
    put(past, staff.mara, case, Entry::Letter(letter.to_owned())).await?;
    past.until(evening).await;
    put(
        past,
        staff.mara,
        case,
        told(Telling::GdprPeople, evening, "Each by telephone, Mara and Ben. One wanted the letter too."),
    )
    .await?;
    let learned = "No list is printed any more: the chairs have no names, and whoever comes finds a place.";
    put(past, staff.ben, case, Entry::Learned(learned.to_owned())).await?;
    past.until(past.at(day + 2, time(9, 0, 0, 0))?).await;
    put(past, staff.mara, case, Entry::Closed).await
}

async fn names(past: &Past, by: Actor, group: crate::id::GroupId) -> Result<Vec<PersonId>> {
    let reading = async move |work: &mut Work<'_>| {
        let seats = groups::seats(work, group).await?.into_iter();
        Ok(seats.filter(|seat| seat.until.is_none()).map(|seat| seat.person).collect())
    };
    past.look(by, reading).await
}

/// Malik was asked on the stairs about something that he had said in the group alone.
async fn the_neighbour(past: &Past, staff: &Staff) -> Result<()> {
    let heard = past.now - Span::hours(20);
    past.until(heard).await;
    let (group, malik) = (past.group(Which::Loss)?, past.known("Malik")?.person);
    let words = "A neighbour asked me on the stairs whether the house is sold yet. I have spoken of the house in our group and nowhere \
                 else. I do not want anybody thrown out. I want to know that it stops.";
    let telling = Report { group, audience: Audience::Leaders, words: words.to_owned() };
    let id = ReportId::random()?;
    past.act(past.signed_in(malik), async move |work| report(work, id, &telling).await).await?;
    past.until(past.now - Span::hours(16)).await;
    let facts = Facts {
        happened: "Something that Malik said in the group about his parents’ house is known to a neighbour of his. Two people of the \
                   group live in the same street."
            .to_owned(),
        cause: Cause::Member,
        discovered: heard,
        laws: vec![Law::Gdpr],
    };
    let case = past.act(past.signed_in(staff.finn), async move |work| open_from(work, id, &facts).await).await?;
    let what = "One sentence about selling a house, to one neighbour as far as we know.";
    let affected = Affected { people: vec![malik], others: 0, what: what.to_owned() };
    put(past, staff.finn, case, Entry::Affected(affected)).await?;
    let rang = past.now - Span::hours(15);
    past.until(rang).await;
    let words = "I rang Malik. He is angry, and safe. He would like it said in the group, without his name.";
    put(past, staff.finn, case, contained(Step::Safety, rang, words)).await
}
