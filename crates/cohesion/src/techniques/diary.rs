//! A week of somebody's diary cards, for themselves and for those who lead; and what a group's cards say together.

use std::collections::BTreeMap;

use ::techniques::{Kind, Value};
use jiff::civil::Date;

use super::sheet::{day_number, open};
use super::target::{DIARY_CARD, Target, read};
use super::week::{DAYS, Week};
use super::{Sheet, deeds, reach, store};
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::limits::DIGEST_MEMBERS_MIN;
use crate::work::Work;
use crate::{Error, Legible, Result, groups};

/// Somebody's cards of a week, with what they agreed to keep an eye on.
#[derive(Clone, Debug, PartialEq)]
pub struct Diary {
    /// The group in which they keep it.
    pub group: GroupId,
    /// Whose it is.
    pub person: PersonId,
    /// The week.
    pub week: Week,
    /// Today on the group's clock.
    pub today: Date,
    /// The day on which they came to the group; no card is older.
    pub since: Date,
    /// Targets, the newest first, with those that have ended.
    pub targets: Vec<Target>,
    /// Cards of the week and targets that cannot be read.
    pub damaged: usize,
}

/// What the cards of a group say together about one week: never of fewer than four members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// How many members filled in a card.
    pub members: usize,
    /// Skills by how often they were used, the most used first: the skill, the days, and the members who used it.
    pub skills: Vec<(String, usize, usize)>,
}

/// The actor's own diary in a group, the week that ends with `last`, or with today.
pub async fn own_diary(work: &mut Work<'_>, group: GroupId, last: Option<Date>) -> Result<Diary> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_begin(work, group, person).await?;
    diary(work, &grant, (group, person), last, |_| true).await
}

/// A member's diary, for those who lead their group: the cards that are finished and shown.
pub async fn diary_of(work: &mut Work<'_>, person: PersonId, last: Option<Date>) -> Result<Diary> {
    for group in groups::seated_in(work, person).await? {
        let charter = groups::charter_of(work, group).await?;
        let standing = groups::standing(work, group).await?;
        if reach::form_for(&charter, DIARY_CARD).is_err() || !standing.allows(crate::access::Deed::ReadSheet) {
            continue;
        }
        let grant = deeds::may_read_of(work, group, person).await?;
        return diary(work, &grant, (group, person), last, Sheet::is_shown_to_leaders).await;
    }
    Err(Error::NotFound)
}

async fn diary(
    work: &mut Work<'_>,
    grant: &Grant,
    (group, person): (GroupId, PersonId),
    last: Option<Date>,
    is_seen: impl Fn(&Sheet) -> bool,
) -> Result<Diary> {
    let form = reach::form_for(&groups::charter_of(work, group).await?, DIARY_CARD)?;
    let zone = groups::zone_of(work, group).await?;
    let today = groups::civil(work.now(), &zone)?.date();
    let seats = groups::seats_of(work, grant, person).await?;
    let came = seats.iter().filter(|seat| seat.group == group).map(|seat| seat.since).min();
    let since = groups::civil(came.unwrap_or(work.now()), &zone)?.date();
    let first = first_day(last.unwrap_or(today))?;
    let cards = cards(work, grant, (group, person), first).await?;
    let seen: Vec<&Sheet> = cards.readable.iter().filter(|sheet| is_seen(sheet)).collect();
    let week = Week::of(form, &seen, first);
    let targets = read(work, grant, group, person).await?;
    let damaged = cards.damaged + targets.damaged;
    Ok(Diary { group, person, week, today, since, targets: targets.readable, damaged })
}

/// What the cards of the last seven days say together, where at least four members have filled one in. It tells of skills
/// and of nothing else, and names nobody.
pub async fn digest(work: &mut Work<'_>, group: GroupId) -> Result<Option<Digest>> {
    let grant = deeds::may_see_homework(work, group).await?;
    let charter = groups::charter_of(work, group).await?;
    let Ok(form) = reach::form_for(&charter, DIARY_CARD) else { return Ok(None) };
    let Some(field) = form.fields().find(|field| field.id == "skills") else { return Ok(None) };
    let first = first_day(today(work, group).await?)?;
    let (mut members, mut used) = (0, BTreeMap::<String, (usize, usize)>::new());
    for (person, _) in groups::living_seats(work, group).await? {
        let about = work.about(&grant, person);
        let cards = cards(work, &about, (group, person), first).await?;
        let shown: Vec<&Sheet> = cards.readable.iter().filter(|sheet| sheet.is_shown_to_leaders()).collect();
        members += usize::from(!shown.is_empty());
        for (skill, days) in skills_on(&field.kind, &shown) {
            let (all_days, people) = used.entry(skill).or_default();
            *all_days += days;
            *people += 1;
        }
    }
    if members < DIGEST_MEMBERS_MIN {
        return Ok(None);
    }
    let mut skills: Vec<(String, usize, usize)> =
        used.into_iter().map(|(skill, (days, people))| (skill, days, people)).collect();
    skills.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
    Ok(Some(Digest { members, skills }))
}

/// Days on which each skill of the form was used: tried or more, which is 2 on the card's scale.
fn skills_on(kind: &Kind, cards: &[&Sheet]) -> BTreeMap<String, usize> {
    let Kind::Matrix { rows, .. } = kind else { return BTreeMap::new() };
    let mut days = BTreeMap::new();
    for card in cards {
        let Some(Value::Table(table)) = card.answers.values.get("skills") else { continue };
        for row in rows {
            let rating = table.get(&row.id).and_then(|cells| cells.values().find_map(Value::amount));
            if rating.is_some_and(|rating| rating >= 2.0) {
                *days.entry(row.label.clone()).or_default() += 1;
            }
        }
    }
    days
}

async fn cards(
    work: &mut Work<'_>,
    grant: &Grant,
    (group, person): (GroupId, PersonId),
    first: Date,
) -> Result<Legible<Sheet>> {
    let (from, index) = (day_number(first), work.vault().technique_index(DIARY_CARD));
    let until = from + i64::try_from(DAYS).unwrap_or(0);
    let mut cards = Legible::default();
    for kept in store::sheets_between(work, grant, (group, person), index, (from, until)).await? {
        let id = kept.id;
        cards.add(open(work, grant, kept).await, "sheets", id.0)?;
    }
    Ok(cards)
}

async fn today(work: &mut Work<'_>, group: GroupId) -> Result<Date> {
    let zone = groups::zone_of(work, group).await?;
    Ok(groups::civil(work.now(), &zone)?.date())
}

/// The first of seven days that end with this one.
fn first_day(last: Date) -> Result<Date> {
    let days = jiff::Span::new().days(6);
    last.checked_sub(days).map_err(|_| Error::NotFound)
}
