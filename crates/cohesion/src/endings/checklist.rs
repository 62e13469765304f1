//! What an ending asks for, of the group as a whole and of one member. Pure.

use super::tick::Tick;
use crate::id::{Bytes, GroupId, PersonId};
use crate::{Error, Result};

/// Something that an ending asks for (domain.md A10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The end has been named aloud.
    Named,
    /// What was asked at the start is asked again.
    Measures,
    /// Everybody has a plan against relapse to fill in.
    RelapsePlan,
    /// The goals have been looked at together.
    Goals,
    /// There was a goodbye.
    Goodbye,
    /// A closing letter is written.
    Letter,
}

impl Item {
    /// All that a group's ending asks of the group.
    pub const OF_GROUP: [Self; 4] = [Self::Named, Self::Measures, Self::RelapsePlan, Self::Goodbye];
    /// What a group's ending asks of each member besides.
    pub const OF_MEMBER: [Self; 2] = [Self::Goals, Self::Letter];
    /// All that the ending of one membership asks, while the group goes on.
    pub const OF_ONE: [Self; 6] =
        [Self::Named, Self::Measures, Self::RelapsePlan, Self::Goals, Self::Goodbye, Self::Letter];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The item that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::OF_ONE
            .into_iter()
            .find(|item| item.code() == code)
            .ok_or_else(|| Error::bug(format!("no item of an ending has the number {code}")))
    }

    /// The word that it has in a form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Measures => "measures",
            Self::RelapsePlan => "relapse-plan",
            Self::Goals => "goals",
            Self::Goodbye => "goodbye",
            Self::Letter => "letter",
        }
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Named => "endings-item-named",
            Self::Measures => "endings-item-measures",
            Self::RelapsePlan => "endings-item-relapse-plan",
            Self::Goals => "endings-item-goals",
            Self::Goodbye => "endings-item-goodbye",
            Self::Letter => "endings-item-letter",
        }
    }

    /// Whether it is done by an act of its own, and not by saying so.
    pub const fn is_an_act(self) -> bool {
        matches!(self, Self::Measures | Self::RelapsePlan)
    }
}

impl std::str::FromStr for Item {
    type Err = ();

    fn from_str(word: &str) -> std::result::Result<Self, ()> {
        Self::OF_ONE.into_iter().find(|item| item.word() == word).ok_or(())
    }
}

/// Whose ending it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The group's.
    Group,
    /// One member's.
    Member(PersonId),
}

impl Subject {
    /// The id under which it is kept.
    pub(super) const fn id(self, group: GroupId) -> Bytes {
        match self {
            Self::Group => group.0,
            Self::Member(person) => person.0,
        }
    }
}

/// The items of these that are not ticked off yet.
pub(super) fn open_of(items: &[Item], ticks: &[Tick], subject: Bytes) -> usize {
    items.iter().filter(|item| !ticks.iter().any(|tick| tick.subject == subject && tick.item == **item)).count()
}

#[cfg(test)]
mod rules {
    use super::*;
    use crate::clock::Timestamp;

    #[test]
    fn what_is_ticked_off_for_one_is_open_for_another() {
        let (sam, jo) = ([1; 16], [2; 16]);
        let tick = |subject, item| Tick { subject, item, by: None, at: Timestamp(0) };
        let ticks = [tick(sam, Item::Goals), tick(sam, Item::Letter), tick(jo, Item::Letter)];
        assert_eq!(open_of(&Item::OF_MEMBER, &ticks, sam), 0);
        assert_eq!(open_of(&Item::OF_MEMBER, &ticks, jo), 1);
        assert_eq!(open_of(&Item::OF_ONE, &ticks, jo), 5);
    }

    #[test]
    fn an_item_is_found_by_its_number_and_by_its_word() {
        for item in Item::OF_ONE {
            assert_eq!(Item::from_code(item.code()), Ok(item));
            assert_eq!(item.word().parse(), Ok(item));
        }
        assert!(Item::from_code(0).is_err() && "else".parse::<Item>().is_err());
    }
}
