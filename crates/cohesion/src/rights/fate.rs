//! What becomes of a person's records when they ask to be erased, or when the clock runs out. Pure.

use std::collections::BTreeMap;

use crate::clock::Timestamp;
use crate::groups::{Charter, Stay};
use crate::id::{GroupId, PersonId};

/// One person's whole time in one group, with the rules of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The group.
    pub group: GroupId,
    /// Its rules.
    pub charter: Charter,
    /// Since when they were on the way or in the group.
    pub since: Timestamp,
    /// When they left; nothing while they belong to it.
    pub until: Option<Timestamp>,
    /// Since when a legal hold stands against anything of it being deleted.
    pub held_since: Option<Timestamp>,
}

/// What becomes of what one group keeps of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It may go at once.
    Goes,
    /// It is part of a clinical record, and stays until then.
    Stays(Timestamp),
    /// A legal hold stands against it since then.
    Held(Timestamp),
}

/// What erasing would do, group by group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan(pub Vec<(GroupId, Fate)>);

impl Membership {
    /// What becomes of it when its member asks at `now` to be erased. Erasing ends what has not ended.
    pub fn fate(&self, now: Timestamp) -> Fate {
        let stays_until = |months| months_after(self.until.unwrap_or(now), months);
        match (self.held_since, self.charter.kept_after_leaving().map(stays_until)) {
            (Some(since), _) => Fate::Held(since),
            (None, Some(until)) if until > now => Fate::Stays(until),
            (None, _) => Fate::Goes,
        }
    }

    /// When the clock of retention runs out; nothing while the person belongs to the group.
    pub fn due_at(&self) -> Option<Timestamp> {
        Some(months_after(self.until?, self.charter.retention().log_months))
    }
}

impl Plan {
    /// What erasing at `now` would do.
    pub fn of(memberships: &[Membership], now: Timestamp) -> Self {
        Self(memberships.iter().map(|one| (one.group, one.fate(now))).collect())
    }

    /// Whether nothing of the person has to stay, so that their names and the person's own key go too.
    pub fn is_whole(&self) -> bool {
        self.0.iter().all(|(_, fate)| *fate == Fate::Goes)
    }

    /// Whether a legal hold stands against erasing.
    pub fn is_held(&self) -> bool {
        self.0.iter().any(|(_, fate)| matches!(fate, Fate::Held(_)))
    }

    /// The groups whose records of the person go at once.
    pub fn goes(&self) -> impl Iterator<Item = GroupId> {
        self.0.iter().filter(|(_, fate)| *fate == Fate::Goes).map(|(group, _)| *group)
    }
}

/// Seats and ways of the same person in the same group as one stay, which lasts while any of them does.
pub(super) fn joined(stays: impl IntoIterator<Item = Stay>) -> Vec<Stay> {
    let mut joined: BTreeMap<(GroupId, PersonId), Stay> = BTreeMap::new();
    for stay in stays {
        let known = joined.entry((stay.group, stay.person)).or_insert(stay);
        known.since = known.since.min(stay.since);
        known.until = known.until.zip(stay.until).map(|(one, other)| one.max(other));
    }
    joined.into_values().collect()
}

/// So many calendar months later, in UTC; a day that its month does not have is the month's last one.
pub fn months_after(moment: Timestamp, months: u32) -> Timestamp {
    let at = jiff::Timestamp::from_millisecond(moment.0).unwrap_or_default().to_zoned_datetime(jiff::tz::TimeZone::UTC);
    let later = at.checked_add(jiff::Span::new().months(months));
    later.map_or(Timestamp(i64::MAX), |later| Timestamp(later.timestamp().as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Span;

    const NOW: Timestamp = Timestamp(1_795_532_400_000);
    const GROUP: GroupId = GroupId([1; 16]);
    const PERSON: PersonId = PersonId([2; 16]);

    fn membership(charter: Charter, until: Option<Timestamp>) -> Membership {
        Membership { group: GROUP, charter, since: Timestamp(0), until, held_since: None }
    }

    #[test]
    fn a_support_group_lets_go_at_once_and_a_therapy_record_stays_for_ten_years() {
        let years = months_after(NOW, 120);
        assert_eq!(membership(Charter::support(), None).fate(NOW), Fate::Goes);
        assert_eq!(membership(Charter::therapy(), None).fate(NOW), Fate::Stays(years));
        let long_ago = NOW - Span::days(3_700);
        assert_eq!(membership(Charter::therapy(), Some(long_ago)).fate(NOW), Fate::Goes);
    }

    #[test]
    fn a_hold_beats_whatever_the_charter_says() {
        for charter in [Charter::therapy(), Charter::support()] {
            let held = Membership { held_since: Some(NOW), ..membership(charter, Some(Timestamp(0))) };
            assert_eq!(held.fate(NOW), Fate::Held(NOW));
            assert!(Plan::of(&[held], NOW).is_held());
        }
    }

    #[test]
    fn the_person_goes_only_where_nothing_has_to_stay() {
        let (stays, goes) = (membership(Charter::therapy(), None), membership(Charter::support(), None));
        assert!(!Plan::of(&[stays, goes], NOW).is_whole());
        assert_eq!(Plan::of(&[stays, goes], NOW).goes().count(), 1);
        assert!(Plan::of(&[goes], NOW).is_whole() && Plan::of(&[], NOW).is_whole());
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        let at = |text: &str| Timestamp(text.parse::<jiff::Timestamp>().expect("a moment").as_millisecond());
        for (from, months, to) in [
            ("2024-02-29T10:00:00Z", 120, "2034-02-28T10:00:00Z"),
            ("2026-11-24T15:00:00Z", 24, "2028-11-24T15:00:00Z"),
            ("2026-01-31T00:00:00Z", 1, "2026-02-28T00:00:00Z"),
        ] {
            assert_eq!(months_after(at(from), months), at(to), "{from}");
        }
    }

    #[test]
    fn a_stay_lasts_while_any_of_its_seats_does() {
        let stay = |since, until: Option<i64>| Stay {
            group: GROUP,
            person: PERSON,
            since: Timestamp(since),
            until: until.map(Timestamp),
        };
        assert_eq!(joined([stay(5, Some(9)), stay(3, Some(7))]), [stay(3, Some(9))]);
        assert_eq!(joined([stay(5, Some(9)), stay(3, None)]), [stay(3, None)]);
    }
}
