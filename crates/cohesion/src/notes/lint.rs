//! The name-lint at work: which words of a text name a member of the group.

use notelint::{Hit, Kind, Member, Roster, replace_all};

use crate::id::PersonId;
use crate::identity::Profile;
use crate::{Error, Result};

/// Whose part a text is: a record of the group names nobody, a member's note may name that member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The record of the group.
    Shared,
    /// The note about this member.
    Of(PersonId),
}

/// Names in one field of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which field, from 0.
    pub field: usize,
    /// The places in it, in characters, with the id of the member who is named.
    pub hits: Vec<Hit>,
}

/// What somebody can be known by in the group.
pub(super) struct Known {
    pub person: PersonId,
    /// The name that the group sees.
    pub shown: String,
    /// Names and address, where they can still be read.
    pub profile: Option<Profile>,
}

/// The id under which the record of the group is looked through: nobody's.
const NOBODY: &str = "the group";

/// Everybody whose name must not stand in another one's note.
pub(super) fn roster(known: Vec<Known>) -> Result<Roster> {
    let member = |known: Known| {
        let (legal, preferred, email) =
            known.profile.map_or_else(Default::default, |profile| (profile.legal, profile.called, profile.email));
        Member { id: known.person.to_string(), legal, preferred, display: known.shown, email, ..Member::default() }
    };
    let nobody = Member { id: NOBODY.to_owned(), ..Member::default() };
    let members = known.into_iter().map(member).chain([nobody]).collect();
    Roster::new(members).map_err(|fault| Error::bug(fault.to_string()))
}

/// The names in each field, but for words that somebody has called plain ones; fields without one are left out.
pub(super) fn look<'a>(
    roster: &Roster,
    place: Place,
    fields: impl IntoIterator<Item = &'a str>,
    plain: &[String],
) -> Result<Vec<Found>> {
    let mut found = Vec::new();
    for (field, text) in fields.into_iter().enumerate() {
        let mut hits = hits(roster, place, text)?;
        hits.retain(|hit| plain_word(text, hit).is_none_or(|word| !plain.contains(&word)));
        if !hits.is_empty() {
            found.push(Found { field, hits });
        }
    }
    Ok(found)
}

/// The word in a place, if it can be one that only looks like a name: a single word, and no address.
pub(super) fn plain_word(text: &str, hit: &Hit) -> Option<String> {
    let word: String = text.chars().skip(hit.start).take(hit.end - hit.start).collect();
    let is_one = !word.is_empty() && word.chars().all(|letter| letter.is_alphabetic() || "'’-".contains(letter));
    is_one.then_some(word)
}

/// The text with these names replaced by "another member".
pub fn replaced(text: &str, hits: &[Hit]) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_address = |hit: &Hit| letters.get(hit.start..hit.end).is_some_and(|found| found.contains(&'@'));
    // A first name is often what stands before the sign of an address, and is a name all the same.
    let as_said = |hit: &Hit| match hit.kind {
        Kind::Email if !is_address(hit) => Hit { kind: Kind::Legal, ..hit.clone() },
        _ => hit.clone(),
    };
    replace_all(text, &hits.iter().map(as_said).collect::<Vec<_>>())
}

fn hits(roster: &Roster, place: Place, text: &str) -> Result<Vec<Hit>> {
    let own = match place {
        Place::Shared => NOBODY.to_owned(),
        Place::Of(person) => person.to_string(),
    };
    roster.check(&own, text).ok_or_else(|| Error::bug("a note about somebody who is not in the group's roster"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAM: PersonId = PersonId([1; 16]);
    const JO: PersonId = PersonId([2; 16]);

    fn known(person: PersonId, shown: &str, legal: &str) -> Known {
        let profile = Profile {
            called: shown.to_owned(),
            legal: legal.to_owned(),
            email: format!("{}@fernmail.example", shown.to_lowercase()),
            phone: None,
        };
        Known { person, shown: shown.to_owned(), profile: Some(profile) }
    }

    fn words(place: Place, text: &str) -> Vec<String> {
        let roster = roster(vec![known(SAM, "Sam", "Samuel Weber"), known(JO, "Jo", "Johanna Lindqvist")]).unwrap();
        let found = look(&roster, place, ["", text], &[]).unwrap();
        let letters: Vec<char> = text.chars().collect();
        let hits = found.iter().flat_map(|found| &found.hits);
        hits.map(|hit| letters[hit.start..hit.end].iter().collect()).collect()
    }

    #[test]
    fn a_members_note_may_name_that_member_and_nobody_else() {
        let text = "Sam comforted Jo, and Samuel Weber wrote to Lindqvist's address jo@fernmail.example.";
        assert_eq!(words(Place::Of(SAM), text), ["Jo", "Lindqvist", "jo@fernmail.example"]);
        assert_eq!(words(Place::Of(JO), "Jo listened."), Vec::<String>::new());
    }

    #[test]
    fn the_record_of_the_group_names_nobody() {
        assert_eq!(words(Place::Shared, "Sam and Jo practised in pairs."), ["Sam", "Jo"]);
        assert_eq!(words(Place::Shared, "Practised in pairs."), Vec::<String>::new());
    }

    #[test]
    fn a_word_that_somebody_called_plain_is_no_name_as_long_as_it_stands_as_it_was() {
        let roster = roster(vec![known(SAM, "Sam", "Samuel Weber"), known(JO, "Will", "Will Lindqvist")]).unwrap();
        let hits = |text: &str| {
            let found = look(&roster, Place::Of(SAM), [text], &["Will".to_owned()]).unwrap();
            found.iter().map(|found| found.hits.len()).sum::<usize>()
        };
        assert_eq!(hits("Will power, as Sam calls it."), 0);
        assert_eq!(hits("Talked with Will Lindqvist."), 1, "a whole name is never a plain word");
        assert_eq!(hits("Wrote to will@fernmail.example."), 1, "nor is an address");
    }

    #[test]
    fn one_tap_writes_another_member() {
        let roster = roster(vec![known(SAM, "Sam", "Samuel Weber"), known(JO, "Jo", "Johanna Lindqvist")]).unwrap();
        let text = "Comforted Jo today.";
        let found = look(&roster, Place::Of(SAM), [text], &[]).unwrap();
        assert_eq!(replaced(text, &found[0].hits), "Comforted another member today.");
        let text = "Wrote to jo@fernmail.example.";
        let found = look(&roster, Place::Of(SAM), [text], &[]).unwrap();
        assert_eq!(replaced(text, &found[0].hits), "Wrote to another member’s address.");
    }

    #[test]
    fn somebody_whose_names_are_erased_is_known_by_the_name_that_the_group_saw() {
        let erased = Known { profile: None, ..known(JO, "Foxglove", "") };
        let roster = roster(vec![known(SAM, "Sam", "Samuel Weber"), erased]).unwrap();
        assert_eq!(look(&roster, Place::Of(SAM), ["Sat beside Foxglove."], &[]).unwrap()[0].hits.len(), 1);
    }
}
