//! Two corpora of two thousand notes: planted names must be found, words and the member's own name left alone.

use std::time::Instant;

use notelint::{Hit, Roster};

use crate::dice::Dice;
use crate::planted::{Plant, SORTS, note};
use crate::rosters::{group, group_of_words};
use crate::word_notes;

const NOTES: usize = 2_000;
const GROUPS: usize = 100;

#[derive(Default, Clone, Copy)]
struct Tally {
    planted: usize,
    found: usize,
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures are what this test is for")]
fn planted_names_are_found() {
    let mut dice = Dice::new(2026);
    let mut tallies = [Tally::default(); SORTS.len()];
    let (mut false_alarms, mut notes, mut chars) = (0, 0, 0);
    let mut missed = Vec::new();
    let mut spent_ms = 0.0;
    for _ in 0..GROUPS {
        let members = group(&mut dice);
        let roster = Roster::new(members.clone()).unwrap();
        for at in 0..NOTES / GROUPS {
            let note = note(&mut dice, &members, at % SORTS.len());
            let began = Instant::now();
            let hits = roster.check(&note.member, &note.text).unwrap();
            spent_ms += began.elapsed().as_secs_f64() * 1_000.0;
            notes += 1;
            chars += note.text.chars().count();
            for plant in &note.plants {
                let is_found = hits.iter().any(|hit| hit.member == plant.member && meets(hit, plant));
                tallies[plant.sort].planted += 1;
                tallies[plant.sort].found += usize::from(is_found);
                if !is_found {
                    missed.push(format!("{}: {}", SORTS[plant.sort], around(&note.text, plant.start, plant.end)));
                }
            }
            let is_false = hits.iter().find(|hit| !note.plants.iter().any(|plant| meets(hit, plant)));
            if let Some(hit) = is_false {
                missed.push(format!("false alarm: {}", around(&note.text, hit.start, hit.end)));
            }
            false_alarms += usize::from(is_false.is_some());
        }
    }
    for line in missed {
        println!("  {line}");
    }
    for (sort, tally) in SORTS.iter().zip(tallies) {
        println!("  {sort:16} {:4} of {:4}", tally.found, tally.planted);
    }
    let (found, planted) = tallies.iter().fold((0, 0), |(f, p), tally| (f + tally.found, p + tally.planted));
    let (recall, alarms) = (percent(found, planted), percent(false_alarms, notes));
    let (ms, length) = (spent_ms / as_f64(notes), chars / notes);
    println!(
        "planted names: {found} of {planted} found, {recall:.2} %; false alarms in {alarms:.2} % of {notes} notes; {ms:.3} ms for a note of {length} characters"
    );
    assert!(recall >= 99.0 && alarms < 2.0 && ms < 5.0);
    assert!(tallies.iter().all(|tally| tally.planted > 50), "each sort of name was planted");
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures are what this test is for")]
fn words_that_are_also_names_raise_no_alarm() {
    let mut dice = Dice::new(1844);
    let (mut alarmed, mut notes) = (0, 0);
    let mut spent_ms = 0.0;
    for _ in 0..GROUPS {
        let roster = group_of_words(&mut dice);
        for _ in 0..NOTES / GROUPS {
            let (member, text) = word_notes::note(&mut dice, roster.members());
            let began = Instant::now();
            let hits = roster.check(&member, &text).unwrap();
            spent_ms += began.elapsed().as_secs_f64() * 1_000.0;
            notes += 1;
            alarmed += usize::from(!hits.is_empty());
            for hit in &hits {
                println!("  {}", around(&text, hit.start, hit.end));
            }
        }
    }
    let (rate, ms) = (percent(alarmed, notes), spent_ms / as_f64(notes));
    println!("words that are also names: false alarms in {alarmed} of {notes} notes, {rate:.2} %; {ms:.3} ms a note");
    assert!(rate < 2.0 && ms < 5.0);
}

fn meets(hit: &Hit, plant: &Plant) -> bool {
    hit.start < plant.end && plant.start < hit.end
}

fn around(text: &str, start: usize, end: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let part = |from: usize, to: usize| letters[from..to.min(letters.len())].iter().collect::<String>();
    format!("{}[{}]{}", part(start.saturating_sub(30), start), part(start, end), part(end, end + 30))
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * as_f64(part) / as_f64(whole)
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
fn as_f64(count: usize) -> f64 {
    count as f64
}
