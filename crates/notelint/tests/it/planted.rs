//! Notes in which names of others were planted, and where.

use notelint::Member;

use crate::dice::Dice;
use crate::rosters::{bare, plain};

/// How a name was planted; the figures are told for each.
pub const SORTS: [&str; 17] = [
    "legal",
    "given",
    "preferred",
    "display",
    "surname",
    "title",
    "nickname",
    "initials dotted",
    "initials",
    "possessive",
    "no diacritics",
    "all capitals",
    "small letters",
    "e-mail",
    "file",
    "letter dropped",
    "letters swapped",
];

/// A note in one member's chart.
pub struct Note {
    pub member: String,
    pub text: String,
    pub plants: Vec<Plant>,
}

/// One name in it, at characters `start..end`.
pub struct Plant {
    pub start: usize,
    pub end: usize,
    pub member: String,
    pub sort: usize,
}

const OWN: &[&str] = &[
    "{Own} came on time and stayed for the full 90 minutes.",
    "PHQ-9 today 11, four points lower than at intake.",
    "Homework: three thought records, two of them complete.",
    "She named shame as the hardest part of the week.",
    "{Own} practised opposite action twice and rated it 6 out of 10.",
    "No thoughts of suicide when asked directly.",
    "Affect brighter than last week; speech normal in rate and tone.",
    "Plan: continue weekly group, review goals on 3 March.",
    "He will bring the activity schedule next time and may ask for help with it.",
    "Responded well to the grounding exercise.",
    "Goal 2 was worked on: saying no to extra shifts without apologising.",
    "{Own}’s mood improved over the session.",
    "There is hope that sleep will settle once the bill for the flat is paid.",
    "Risk: low, unchanged. Safety plan reviewed.",
    "Took two turns of about four minutes each.",
    "Needs more time to mark the chain of events in the worksheet.",
];
const AROUND: &[&str] = &[
    "{X} said that the week had been long.",
    "She argued with {X} about who speaks first.",
    "Sat beside {X} and kept her coat on.",
    "Became tearful when {X} described the funeral.",
    "Feedback from {X} was hard for her to hear.",
    "He apologised to {X} before the break.",
    "In the pair exercise with {X}, he was able to ask for support.",
    "The conflict between {X} and her came up again.",
    "{X} told her that he had felt the same.",
    "Identified with {X} and said so.",
    "She thanked {X} at the end.",
    "Afterwards {X} stayed behind to talk.",
    "Laughed for the first time today, with {X}.",
    "He noticed that {X} had been crying.",
    "{X} was absent, which worried her.",
    "Reports texting {X} between sessions.",
    "He felt judged by {X} but did not say so at first.",
    "It emerged that {X} is her neighbour.",
    "Did not look at {X} for most of the hour.",
    "{X} reminds her of her father.",
    "{X} had asked for the chair by the door.",
    "Her answer to {X} was warm.",
    "Since {X} joined, she speaks less.",
    "He wants to be as open as {X}.",
    "{X} and the leader checked in with her after the break.",
    "Was annoyed that {X} came late again.",
    "She and {X} worked on the chain analysis.",
    "Offered {X} a tissue.",
    "The leaders asked {X} to slow down, and she felt relieved.",
    "Later, {X} gave her feedback on tone.",
    "Worries about {X}.",
    "{X} wondered aloud whether she was angry.",
    "Her sister knows {X} from school.",
    "Took the seat next to {X}.",
    "{X} confided that the job is at risk.",
    "Her eyes were on {X} throughout.",
    "{X} spoke over her more than once.",
    "After {X} shared, the room went silent.",
    "Felt close to {X}.",
    "{X} encouraged her to try again.",
    "Compared herself with {X}.",
    "It was {X} who brought up the rule.",
    "{X} is someone she can trust, she says.",
    "Two members, {X} and Tuncay, arrived late.",
    "She is afraid {X} will leave.",
    "{X} and another member whispered.",
    "Saw {X} at the bus stop on Monday.",
    "He wanted to sit with {X}.",
    "{X} offered him a lift.",
    "Was paired with {X} for the breathing exercise.",
    "She asked about {X} and was told that nothing could be said.",
    "Between sessions {X} phoned her.",
    "{X} joked about his shoes.",
    "Agreed with {X} that evenings are hardest.",
    "{X} was asked to leave the room.",
    "Disliked what {X} said.",
    "{X} had been drinking, in her view.",
    "Gave feedback to {X} in one clear sentence.",
    "Not as open with {X} in the room.",
    "{X} rolled his eyes.",
    "{X} felt the same way, she learned.",
    "She imitated {X}.",
    "With {X} absent, he spoke freely.",
    "Interrupted {X} twice.",
    "{X} asked him to explain, and he did.",
];
const OWNED: &[&str] = &[
    "She was moved by {X} story.",
    "He repeated {X} words later on.",
    "{X} anger frightened her.",
    "Compared her own progress to {X} progress.",
    "Was the only one to answer {X} question.",
];
const TITLED: &[&str] = &[
    "Mr {X} was named as the person he trusts.",
    "She calls Mrs. {X} when she feels low.",
    "Spoke at length with Ms {X} about it.",
];
const MAILED: &[&str] = &[
    "Wrote to {X} after the session.",
    "She forwarded the sheet to {X}, by mistake.",
    "Asked to be copied in with {X}.",
    "Contact: {X}",
];
const FILED: &[&str] = &[
    "The scan {X} was attached here in error.",
    "See {X} for the worksheet.",
    "Uploaded {X}.",
    "Opened {X} together.",
];

/// A note of ordinary length in the chart of one of the members, with one to three names of others.
pub fn note(dice: &mut Dice, members: &[Member], sort: usize) -> Note {
    let own = dice.below(members.len());
    let mut note = Note { member: members[own].id.clone(), text: String::new(), plants: Vec::new() };
    let sorts =
        [Some(sort), dice.one_in(2).then(|| dice.below(SORTS.len())), dice.one_in(3).then(|| dice.below(SORTS.len()))];
    for sort in sorts.into_iter().flatten() {
        for _ in 0..2 + dice.below(3) {
            let sentence = dice.pick(OWN).replace("{Own}", first(&members[own].legal));
            note.add(&sentence);
        }
        let mut other = dice.below(members.len() - 1);
        other += usize::from(other >= own);
        if !(SORTS[sort].starts_with("initials") && letters(&members[own]) == letters(&members[other])) {
            plant(dice, &mut note, &members[other], sort);
        }
    }
    let last = *dice.pick(OWN);
    note.add(&last.replace("{Own}", first(&members[own].legal)));
    note
}

impl Note {
    fn add(&mut self, sentence: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(sentence);
    }
}

fn plant(dice: &mut Dice, note: &mut Note, member: &Member, sort: usize) {
    let Some(name) = name(dice, member, sort) else { return };
    let frame = match SORTS[sort] {
        "title" => *dice.pick(TITLED),
        "possessive" => *dice.pick(OWNED),
        "e-mail" => *dice.pick(MAILED),
        "file" => *dice.pick(FILED),
        _ => *dice.pick(AROUND),
    };
    note.add("");
    let (before, after) = frame.split_once("{X}").unwrap();
    let start = (note.text.clone() + before).chars().count();
    note.text.push_str(&[before, &name, after].concat());
    note.plants.push(Plant { start, end: start + name.chars().count(), member: member.id.clone(), sort });
}

/// How the member is written; `None` where this member has no name of the sort.
fn name(dice: &mut Dice, member: &Member, sort: usize) -> Option<String> {
    let given = first(&member.legal).to_owned();
    let surname = member.legal.split_once(' ')?.1.to_owned();
    let any = [given.clone(), surname.clone(), member.legal.clone(), member.nicknames[0].clone()];
    let written = match SORTS[sort] {
        "legal" => member.legal.clone(),
        "given" => given,
        "preferred" => Some(member.preferred.clone()).filter(|name| !name.is_empty())?,
        "display" => member.display.trim_end_matches('.').to_owned(),
        "surname" | "title" => surname,
        "nickname" => member.nicknames[0].clone(),
        "initials dotted" => {
            letters(member).into_iter().flat_map(|letter| letter.to_uppercase().chain(['.'])).collect()
        }
        "initials" => letters(member).into_iter().flat_map(char::to_uppercase).collect(),
        "possessive" => dice.pick(&any).clone() + *dice.pick(&["'s", "’s"]),
        "no diacritics" => stripped(dice.pick::<String>(&any[..3])),
        "all capitals" => dice.pick(&any).to_uppercase(),
        "small letters" => dice.pick(&any).to_lowercase(),
        "e-mail" => {
            if dice.one_in(3) {
                member.email.to_uppercase()
            } else {
                member.email.clone()
            }
        }
        "file" => file(dice, &given, &surname),
        "letter dropped" => without_a_letter(dice, &surname)?,
        _ => with_two_swapped(dice, &surname)?,
    };
    Some(written)
}

fn file(dice: &mut Dice, given: &str, surname: &str) -> String {
    let (given, surname) = (plain(given), plain(surname));
    let raised = surname[..1].to_uppercase() + &surname[1..];
    match dice.below(5) {
        0 => format!("{surname}_phq9.pdf"),
        1 => format!("{given}-{surname}-diary.docx"),
        2 => format!("Intake{raised}2026.pdf"),
        3 => format!("scan_{}{surname}.jpg", &given[..1]),
        _ => format!("{raised}.safety-plan.odt"),
    }
}

fn stripped(name: &str) -> String {
    name.chars().map(bare).filter(|letter| *letter != '’').collect()
}

fn without_a_letter(dice: &mut Dice, surname: &str) -> Option<String> {
    let mut letters: Vec<char> = surname.chars().collect();
    let at = place_in_word(dice, &letters, 1)?;
    letters.remove(at);
    Some(letters.into_iter().collect())
}

fn with_two_swapped(dice: &mut Dice, surname: &str) -> Option<String> {
    let mut letters: Vec<char> = surname.chars().collect();
    let at = place_in_word(dice, &letters, 2)?;
    letters.swap(at, at + 1);
    let swapped: String = letters.into_iter().collect();
    (swapped != surname).then_some(swapped)
}

/// A place, not the first letter, in a surname of four letters or more, with `span` plain letters from there.
fn place_in_word(dice: &mut Dice, letters: &[char], span: usize) -> Option<usize> {
    let is_plain = |at: usize| letters[at..at + span].iter().all(|letter| letter.is_lowercase());
    let last_word = letters.iter().rposition(|letter| " -".contains(*letter)).map_or(0, |at| at + 1);
    let places: Vec<usize> = (last_word + 1..=letters.len() - span).filter(|at| is_plain(*at)).collect();
    (letters.len() - last_word > 3 && !places.is_empty()).then(|| *dice.pick(&places))
}

fn first(name: &str) -> &str {
    name.split(' ').next().unwrap()
}

/// First letters of the given name and of the surname without its particles.
fn letters(member: &Member) -> Vec<char> {
    let last = member.legal.split([' ', '-']).next_back().unwrap();
    [first(&member.legal), last].iter().filter_map(|name| name.chars().next()).collect()
}
