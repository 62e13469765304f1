//! The search itself: each form that stands in the text, then which of them name another member.

use crate::address::{Piece, Stretch, pieces, stretches};
use crate::context::Place;
use crate::forms::{Form, Shape};
use crate::hit::{Hit, Kind};
use crate::index::Entry;
use crate::lexicon;
use crate::page::{Case, Page, Word};
use crate::roster::Roster;

/// A form found at characters `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    start: usize,
    end: usize,
    member: usize,
    kind: Kind,
}

impl Roster {
    /// Every place in a note that names somebody else than the member whose chart it is in, in order of the text.
    /// Where one word may mean several members, each of them has a hit. `None` when the roster has no such member.
    ///
    /// Takes time in proportion to the text; see the crate's corpus test for figures.
    pub fn check(&self, member: &str, text: &str) -> Option<Vec<Hit>> {
        let own = self.place(member)?;
        let page = Page::of(text);
        let stretches = stretches(text);
        let mut found = Vec::new();
        for at in 0..page.words.len() {
            self.find_at(&Place { page: &page, from: at, to: at + 1 }, own, &mut found);
        }
        // Inside an address or file name single words are judged by their own rules, below.
        let is_inside = |one: &Found| {
            let before = stretches.partition_point(|stretch| stretch.start <= one.start);
            before.checked_sub(1).and_then(|at| stretches.get(at)).is_some_and(|stretch| one.lies_in(stretch))
        };
        found.retain(|one| matches!(one.kind, Kind::Email | Kind::File) || !is_inside(one));
        for stretch in &stretches {
            self.find_in(stretch, own, &mut found);
        }
        let hits = joined(settled(found, own), text);
        let hit = |found: Found| {
            let member = self.members().get(found.member)?.id.clone();
            Some(Hit { start: found.start, end: found.end, member, kind: found.kind })
        };
        Some(hits.into_iter().filter_map(hit).collect())
    }

    fn find_at(&self, place: &Place, own: usize, found: &mut Vec<Found>) {
        let Some(word) = place.page.get(place.from) else { return };
        let names = self.names_at(word);
        let before = found.len();
        for entry in names {
            let Some(place) = stands(&entry.form, place) else { continue };
            // The member's own name is kept whatever is meant by it: it only ever takes hits away.
            if entry.member == own || means(&entry.form, &place) {
                found.extend(Found::of(entry, &place));
            }
        }
        if found.len() == before {
            let misspelt = self.index.misspelt(&word.folded);
            let meant = misspelt.iter().filter(|entry| entry.member == own || means(&entry.form, place));
            found.extend(meant.filter_map(|entry| Found::of(entry, place)));
            self.find_letter(place, found);
        }
    }

    fn names_at(&self, word: &Word) -> Vec<&Entry> {
        let spelt_out = word.spelt_out.iter().flat_map(|word| self.index.starting_with(word));
        let names: Vec<_> = self.index.starting_with(&word.folded).iter().chain(spelt_out).collect();
        // `Okafors` is an owner whose apostrophe was forgotten.
        match word.folded.strip_suffix('s') {
            Some(name) if names.is_empty() && name.len() > 3 && !lexicon::is_english(&word.folded) => {
                self.index.starting_with(name).iter().filter(|entry| entry.form.words.len() == 1).collect()
            }
            _ => names,
        }
    }

    /// `Ms O.`: a title and the first letter of a surname.
    fn find_letter(&self, place: &Place, found: &mut Vec<Found>) {
        let Some(word) = place.page.get(place.from).filter(|word| word.case == Case::Capital) else { return };
        let mut letters = word.folded.chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else { return };
        let title = place.page.before(place.from).map_or("", |word| &word.folded);
        if lexicon::is_title(title) && !matches!(title, "dr" | "prof") {
            let members = self.index.with_letter(letter).iter();
            found.extend(members.map(|member| Found {
                start: word.start,
                end: word.end,
                member: *member,
                kind: Kind::Initials,
            }));
        }
    }

    /// Names in an address or in the name of a file make all of it a hit, except where they are the member's own too.
    fn find_in(&self, stretch: &Stretch, own: usize, found: &mut Vec<Found>) {
        let pieces = pieces(stretch.text);
        let written: Vec<_> = (0..pieces.len()).flat_map(|at| self.written_at(&pieces, at, stretch)).collect();
        let is_own = |at, to| written.iter().any(|one| one.member == own && one.at <= at && to <= one.to);
        let mut members: Vec<_> = written
            .iter()
            .filter(|one| !is_own(one.at, one.to))
            .map(|one| one.member)
            .filter(|it| *it != own)
            .collect();
        members.sort_unstable();
        members.dedup();
        let hit = |member| Found { start: stretch.start, end: stretch.end, member, kind: stretch.kind };
        found.extend(members.into_iter().map(hit));
    }

    fn written_at(&self, pieces: &[Piece], at: usize, stretch: &Stretch) -> Vec<Written> {
        let Some(piece) = pieces.get(at) else { return Vec::new() };
        let rest = pieces.get(at..).unwrap_or_default();
        let names = self.index.starting_with(&piece.folded).iter().filter(|entry| is_written(&entry.form, rest));
        let names = names.map(|entry| Written { at, to: at + entry.form.words.len(), member: entry.member });
        if stretch.is_web() {
            return names.collect();
        }
        let misspelt = self.index.misspelt(&piece.folded).iter().filter(|entry| entry.form.shape == Shape::Name);
        let within = self.surnames_within(piece);
        let others = misspelt.chain(within).map(|entry| Written { at, to: at + 1, member: entry.member });
        names.chain(others).collect()
    }

    /// Surnames of five letters and more with something before or behind them: `mokafor`, `okaforscan`.
    fn surnames_within(&self, piece: &Piece) -> Vec<&Entry> {
        let letters = piece.folded.as_str();
        if !(6..=PIECE_BYTES_MAX).contains(&letters.len()) || lexicon::is_english(letters) {
            return Vec::new();
        }
        let cuts = letters.char_indices().skip(1).flat_map(|(at, _)| [&letters[..at], &letters[at..]]);
        let names = cuts.filter(|cut| cut.chars().count() > 4).flat_map(|cut| self.index.starting_with(cut));
        let is_surname = |entry: &&Entry| entry.form.kind == Kind::Surname && entry.form.words.len() == 1;
        names.filter(is_surname).filter(|entry| entry.form.shape == Shape::Name).collect()
    }
}

/// Longer pieces of an address are no names written together.
const PIECE_BYTES_MAX: usize = 60;

/// A member's name in the pieces `at..to` of an address or file name.
struct Written {
    at: usize,
    to: usize,
    member: usize,
}

impl Found {
    fn of(entry: &Entry, place: &Place) -> Option<Self> {
        let (first, last) = (place.page.get(place.from)?, place.page.get(place.to - 1)?);
        Some(Self { start: first.start, end: last.end, member: entry.member, kind: entry.form.kind })
    }

    fn lies_in(&self, stretch: &Stretch) -> bool {
        stretch.start <= self.start && self.end <= stretch.end
    }

    fn covers(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The place of all words of a form, when they follow each other with no more than a joint between them.
fn stands<'p, 't>(form: &Form, place: &Place<'p, 't>) -> Option<Place<'p, 't>> {
    let rest = form.words.get(1..)?;
    let to = place.from + form.words.len();
    let words = place.page.words.get(place.from + 1..to)?;
    let is_joint = |gap: &str| {
        gap.chars().count() <= 3
            && gap.chars().all(|sign| sign.is_whitespace() || "-.,_@'\u{2019}\u{2010}\u{2011}".contains(sign))
    };
    let same = |word: &Word, name: &String| word.folded == *name || word.spelt_out.as_ref() == Some(name);
    let fits = rest.iter().zip(words).all(|(name, word)| same(word, name) && is_joint(word.gap));
    fits.then_some(Place { to, ..*place })
}

/// Whether the words of a form, where they stand, mean the member.
fn means(form: &Form, place: &Place) -> bool {
    let own = place.page.words.get(place.from..place.to).unwrap_or_default();
    let capitals = || own.iter().all(|word| word.case != Case::Small);
    match form.shape {
        Shape::Name if matches!(form.kind, Kind::Email | Kind::File) => true,
        Shape::Name => form.words.len() > 1 || !place.is_part_of_something(),
        Shape::Word if form.kind == Kind::Misspelt => place.is_plainly_person(),
        Shape::Word => place.is_person(),
        Shape::Together => {
            let shouted = own.iter().all(|word| word.case == Case::Shouted);
            let in_text = !own.iter().any(|word| word.in_heading);
            let stressed = |word: &String| lexicon::is_emphasis(word) || !in_text && lexicon::is_english(word);
            let is_common = form.words.iter().all(|word| lexicon::is_abbreviation(word) || stressed(word));
            shouted && (!is_common || place.is_spoken_of())
        }
        Shape::Letters => are_initials(form, place, own),
        Shape::Abbreviated => {
            let dot = place.page.gap(place.to).starts_with('.');
            let pronoun = form.words.last().is_some_and(|letter| letter == "i" || letter == "a");
            capitals() && (dot || !pronoun)
        }
    }
}

/// `M.O.` and `m.o.`, but not `p.m.`; `M O` only in capitals.
fn are_initials(form: &Form, place: &Place, own: &[Word]) -> bool {
    let dotted = own.iter().skip(1).all(|word| word.gap.starts_with('.'));
    let spaced = own.iter().all(|word| word.case == Case::Capital && !matches!(word.folded.as_str(), "a" | "i"));
    let letters = form.words.concat();
    match (dotted, spaced) {
        (true, _) => !lexicon::is_dotted_abbreviation(&letters) || !place.is_abbreviation(),
        (false, spaced) => spaced && (!lexicon::is_abbreviation(&letters) || place.is_spoken_of()),
    }
}

/// Whether a form is written out in the pieces of an address or file name.
fn is_written(form: &Form, pieces: &[Piece]) -> bool {
    let same =
        form.words.len() <= pieces.len() && form.words.iter().zip(pieces).all(|(word, piece)| *word == piece.folded);
    let raised = pieces.first().is_some_and(|piece| piece.is_raised);
    let is_common = |word: &String| lexicon::is_abbreviation(word) || lexicon::is_english(word);
    same && match form.shape {
        Shape::Name => true,
        Shape::Word => raised || form.words.len() > 1 || is_label(form, pieces),
        Shape::Together => raised && !form.words.iter().all(is_common),
        Shape::Abbreviated => raised || !form.words.iter().all(is_common),
        Shape::Letters => false,
    }
}

/// Whether a file is called after a name and what it holds, and after nothing else: `brown_phq9.pdf`, not `brown-rice.pdf`.
fn is_label(form: &Form, pieces: &[Piece]) -> bool {
    let (Some(name), Some(rest)) = (form.words.first(), pieces.get(1..)) else { return false };
    !rest.is_empty() && !lexicon::is_month(name) && rest.iter().all(|piece| lexicon::is_filed(&piece.folded))
}

/// Settles each stretch of overlapping finds by itself, so that a long note takes no more than its length.
fn settled(mut found: Vec<Found>, own: usize) -> Vec<Found> {
    found.sort();
    let mut kept = Vec::new();
    let mut rest = found.as_slice();
    while let Some(first) = rest.first() {
        let mut end = first.end;
        let count = rest.iter().take_while(|one| {
            let belongs = one.start < end;
            end = if belongs { end.max(one.end) } else { end };
            belongs
        });
        let (cluster, later) = rest.split_at(count.count());
        kept.extend(settled_together(cluster, own));
        rest = later;
    }
    kept.sort();
    kept
}

/// Takes away what the member's own names explain, and keeps of what overlaps the longest, then the most telling.
fn settled_together(cluster: &[Found], own: usize) -> Vec<Found> {
    let (mine, mut others): (Vec<Found>, Vec<Found>) = cluster.iter().partition(|one| one.member == own);
    let explains =
        |one: &Found, other: &Found| one.covers(other) && (one.kind != Kind::Misspelt || other.kind == Kind::Misspelt);
    others.retain(|other| !mine.iter().any(|one| explains(one, other)));
    others.sort_by_key(|one| (std::cmp::Reverse(one.end - one.start), one.kind, one.start, one.member));
    let mut kept: Vec<Found> = Vec::new();
    for one in others {
        let rivals = || kept.iter().filter(|other| other.overlaps(&one));
        let shares = |other: &Found| other.start == one.start && other.end == one.end && other.member != one.member;
        if rivals().all(shares) {
            kept.push(one);
        }
    }
    kept
}

/// Joins neighbouring hits of one member, such as a nickname and the surname behind it.
fn joined(found: Vec<Found>, text: &str) -> Vec<Found> {
    let letters: Vec<char> = text.chars().collect();
    let mut joined: Vec<Found> = Vec::new();
    for one in found {
        let touches = |last: &Found| {
            let gap = letters.get(last.end..one.start).unwrap_or_default();
            last.member == one.member
                && last.end <= one.start
                && gap.len() <= 2
                && gap.iter().all(|sign| " .,-".contains(*sign))
        };
        match joined.iter_mut().rev().take(4).find(|last| touches(last)) {
            Some(last) => last.end = one.end,
            None => joined.push(one),
        }
    }
    joined.sort();
    joined
}
