//! Every way in which a member's names may stand in a text.

use std::collections::BTreeSet;

use crate::hit::Kind;
use crate::lexicon;
use crate::page::Page;
use crate::roster::Member;

/// Words that name a member when they stand one behind the other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form {
    /// Folded; at least one.
    pub words: Vec<String>,
    pub kind: Kind,
    pub shape: Shape,
}

/// What a text must show, besides the words, to mean the member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// Nothing: the words say it.
    Name,
    /// These are ordinary words too, so that capitals and neighbours decide.
    Word,
    /// `M.O.` or `M O`.
    Letters,
    /// `MO`.
    Together,
    /// `Maggie O.`: the last word is one capital letter.
    Abbreviated,
}

/// A member's names taken apart, each part as folded words.
struct Names {
    given: Vec<Vec<String>>,
    surname: Vec<Vec<String>>,
    called: Vec<(Vec<Vec<String>>, Kind)>,
}

/// Each form of a member's names once.
pub(crate) fn forms(member: &Member) -> Vec<Form> {
    let mut found = BTreeSet::new();
    for spelt_out in [Umlauts::Bare, Umlauts::SpeltOut] {
        let names = Names::of(member, spelt_out);
        full_names(&names, &mut found);
        account_names(&names, &mut found);
        parts(&names, &mut found);
        initials(&names, &mut found);
        addresses(member, spelt_out, &mut found);
    }
    // `O Brien`
    for part in member.legal.split_whitespace().filter(|part| part.contains(['\'', '\u{2019}'])) {
        let words = part.split(['\'', '\u{2019}']).map(crate::fold::fold).collect();
        add(&mut found, words, Kind::Surname);
    }
    found.into_iter().collect()
}

/// The parts of a surname that may be misspelt, folded; particles such as `van` are left out.
pub(crate) fn surnames(member: &Member) -> BTreeSet<String> {
    let of = |umlauts| Names::of(member, umlauts).surname.concat();
    let words = [of(Umlauts::Bare), of(Umlauts::SpeltOut)].concat();
    words.into_iter().filter(|word| !lexicon::is_particle(word)).collect()
}

#[derive(Clone, Copy)]
enum Umlauts {
    Bare,
    SpeltOut,
}

impl Names {
    fn of(member: &Member, umlauts: Umlauts) -> Self {
        let split = |name: &str| name.split_whitespace().map(|part| folded(part, umlauts)).collect::<Vec<_>>();
        let clean = |parts: Vec<Vec<String>>| -> Vec<Vec<String>> {
            parts
                .into_iter()
                .filter(|part| !part.is_empty() && !part.iter().all(|word| lexicon::is_suffix(word)))
                .collect()
        };
        let (given, surname) = match member.legal.split_once(',') {
            Some((surname, given)) if !clean(split(given)).is_empty() => (clean(split(given)), clean(split(surname))),
            _ => in_two(clean(split(&member.legal))),
        };
        let mut called = vec![(given.clone(), Kind::Legal)];
        called.push((clean(split(&member.preferred)), Kind::Preferred));
        called.push((clean(split(&member.display)), Kind::Display));
        called.extend(member.nicknames.iter().map(|name| (clean(split(name)), Kind::Nickname)));
        called.retain(|(parts, _)| !parts.is_empty());
        Self { given, surname, called }
    }
}

/// Given names and surname: the last part, with the particles before it.
fn in_two(mut parts: Vec<Vec<String>>) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
    let is_particle = |part: &Vec<String>| part.iter().all(|word| lexicon::is_particle(word));
    let last = parts.len().saturating_sub(1);
    let from = parts.iter().skip(1).position(is_particle).map_or(last, |at| at + 1);
    let surname = parts.split_off(if from == 0 { parts.len() } else { from.min(last) });
    (parts, surname)
}

fn folded(part: &str, umlauts: Umlauts) -> Vec<String> {
    let words = Page::of(part).words.into_iter();
    words
        .map(|word| match (umlauts, word.spelt_out) {
            (Umlauts::SpeltOut, Some(spelt_out)) => spelt_out,
            _ => word.folded,
        })
        .filter(|word| !word.is_empty())
        .collect()
}

/// Names of two words and more: as given, with the surname, the other way round, written together, cut short.
fn full_names(names: &Names, found: &mut BTreeSet<Form>) {
    let surname = names.surname.concat();
    for (parts, kind) in &names.called {
        add(found, parts.concat(), *kind);
        let Some(first) = parts.first() else { continue };
        let whole = parts.concat();
        for called in [first, &whole] {
            if !surname.is_empty() && !called.ends_with(&surname) {
                add(found, [called.as_slice(), &surname].concat(), *kind);
                add(found, [&surname, called.as_slice()].concat(), *kind);
                add(found, vec![called.concat() + &surname.concat()], *kind);
                add(found, vec![surname.concat() + &called.concat()], *kind);
            }
            for letter in surname.iter().filter_map(|word| word.chars().next()) {
                let words = [called.as_slice(), &[letter.to_string()]].concat();
                insert(found, words, *kind, Shape::Abbreviated);
            }
        }
        let last = whole.last().filter(|word| whole.len() > 1 && word.chars().count() == 1);
        if last.is_some() {
            insert(found, whole.clone(), *kind, Shape::Abbreviated);
        }
    }
}

/// `mokafor` and `okaform`, as accounts and files are called.
fn account_names(names: &Names, found: &mut BTreeSet<Form>) {
    let surname = names.surname.concat().concat();
    for (parts, kind) in &names.called {
        let letter = parts.concat().first().and_then(|word| word.chars().next());
        if let (Some(letter), true) = (letter, surname.chars().count() > 2) {
            add(found, vec![format!("{letter}{surname}")], *kind);
            add(found, vec![format!("{surname}{letter}")], *kind);
        }
    }
}

/// Single names: each given name, what they are called, the surname with and without its particles.
fn parts(names: &Names, found: &mut BTreeSet<Form>) {
    for part in &names.given {
        add(found, part.clone(), Kind::Legal);
        add(found, vec![part.concat()], Kind::Legal);
    }
    for (parts, kind) in &names.called {
        // `Maggie O.` is also found as `Maggie`, but `Quiet Fox` not as `Quiet`.
        let rest = parts.iter().skip(1).flatten().all(|word| word.chars().count() == 1 || is_number(word));
        if let (Some(first), true) = (parts.first(), rest) {
            add(found, first.clone(), *kind);
        }
    }
    let surname = names.surname.concat();
    add(found, surname.clone(), Kind::Surname);
    add(found, vec![surname.concat()], Kind::Surname);
    for word in surname.into_iter().filter(|word| !lexicon::is_particle(word)) {
        add(found, vec![word], Kind::Surname);
    }
}

/// First letters: of given name and surname, of all legal names, and of what they are called with the surname.
fn initials(names: &Names, found: &mut BTreeSet<Form>) {
    let firsts = |words: &[String]| words.iter().filter_map(|word| word.chars().next()).collect::<Vec<_>>();
    let surname = names.surname.concat();
    let main: Vec<_> = surname.iter().filter(|word| !lexicon::is_particle(word)).cloned().collect();
    let mut sets = vec![[firsts(&names.given.concat()), firsts(&surname)].concat()];
    for (parts, _) in &names.called {
        let first = firsts(&parts.concat()).into_iter().take(1).collect::<Vec<_>>();
        sets.extend([&surname, &main].map(|surname| [first.clone(), firsts(surname)].concat()));
        sets.extend(firsts(&main).into_iter().map(|letter| [first.clone(), vec![letter]].concat()));
    }
    for letters in sets.into_iter().filter(|letters| (2..=5).contains(&letters.len())) {
        if letters.iter().all(|letter| letter.is_alphabetic() && !crate::fold::is_unspaced(*letter)) {
            insert(found, letters.iter().map(char::to_string).collect(), Kind::Initials, Shape::Letters);
            insert(found, vec![letters.iter().collect()], Kind::Initials, Shape::Together);
        }
    }
}

/// The address, what stands before its `@`, and the files. What is a name already is no address where it stands alone.
fn addresses(member: &Member, umlauts: Umlauts, found: &mut BTreeSet<Form>) {
    let mut add_all = |text: &str, kind| {
        let words = folded(text, umlauts);
        let is_telling = words.iter().any(|word| word.chars().count() > 2 && !lexicon::is_english(word));
        let is_name = found.iter().any(|form| form.words == words && form.shape == Shape::Name);
        if is_telling && !is_name {
            insert(found, words, kind, Shape::Name);
        }
    };
    add_all(&member.email, Kind::Email);
    add_all(member.email.split('@').next().unwrap_or_default(), Kind::Email);
    member.files.iter().for_each(|file| add_all(file, Kind::File));
}

fn add(found: &mut BTreeSet<Form>, words: Vec<String>, kind: Kind) {
    let is_common = |word: &String| word.chars().count() < 3 || lexicon::is_english(word) || lexicon::is_particle(word);
    let shape = if words.iter().all(is_common) { Shape::Word } else { Shape::Name };
    insert(found, words, kind, shape);
}

fn insert(found: &mut BTreeSet<Form>, words: Vec<String>, kind: Kind, shape: Shape) {
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    // One letter, or one character of a script without spaces, is no name that a text could be searched for.
    if letters >= 2 && !words.iter().all(|word| is_number(word)) {
        found.insert(Form { words, kind, shape });
    }
}

fn is_number(word: &str) -> bool {
    word.chars().all(char::is_numeric)
}
