//! Groups of eight for generated notes, half of them with names that are also words.

use notelint::{Member, Roster};

use crate::dice::Dice;

const GIVEN: &[&str] = &[
    "Margaret",
    "Oluwaseun",
    "Siobhán",
    "José",
    "Zoë",
    "Łukasz",
    "Anneliese",
    "Rajesh",
    "Fatima",
    "Dmitri",
    "Chloé",
    "Björn",
    "Yusuf",
    "Priya",
    "Katarzyna",
    "Mateusz",
    "Ingrid",
    "Hans-Peter",
    "Aaliyah",
    "Tomás",
    "Eleanor",
    "Gareth",
    "Nikolai",
    "Thandiwe",
    "Isabella",
    "Vikram",
    "Sébastien",
    "Jürgen",
    "Marta",
    "Kwame",
    "Deborah",
    "Stephen",
    "Leila",
    "Ignacio",
    "Søren",
    "Beatriz",
    "Callum",
    "Ayumi",
    "Nathaniel",
    "Gwendolyn",
];
const WORDS: &[&str] = &[
    "Will", "Mark", "Grace", "Hope", "May", "Bill", "Rose", "Joy", "Dawn", "Faith", "Art", "Grant", "Pat", "Sue",
    "Drew", "Chance", "Jack", "June", "April", "Summer", "Frank", "Rob", "Nick", "Ray", "Gene", "Robin", "Ivy", "Lily",
    "Dean", "Miles",
];
const SURNAMES: &[&str] = &[
    "Okafor",
    "O’Brien",
    "García",
    "Müller",
    "Smith-Jones",
    "van den Berg",
    "de la Cruz",
    "Nowak",
    "Kowalczyk",
    "Fitzgerald",
    "Nguyễn",
    "Takahashi",
    "Papadopoulos",
    "Öztürk",
    "MacDonald",
    "Johansson",
    "Bianchi",
    "Haddad",
    "Mbeki",
    "Żeleński",
    "Lindqvist",
    "Ramírez",
    "Venkataraman",
    "Abernathy",
    "Novák",
    "D’Angelo",
    "Whitcombe",
    "Kim",
    "Patel",
    "Schröder",
    "Castellanos",
    "Ferreira",
    "Rosenthal",
    "Petrov",
    "Achterberg",
    "Yamamoto",
];
const WORD_SURNAMES: &[&str] = &[
    "Brown", "Young", "Stone", "Baker", "Price", "Hill", "Marsh", "Woods", "King", "Field", "Fox", "Walker", "Moody",
    "Banks",
];
const NICKNAMES: &[&str] = &[
    "Mags",
    "Seun",
    "Zed",
    "Lukey",
    "Annie-Lou",
    "Raj",
    "Fati",
    "Dima",
    "Coco",
    "Bibi",
    "Tomo",
    "Ellie",
    "Bear",
    "Sunny",
    "Ginger",
    "Buddy",
];
const DISPLAYS: &[&str] = &[
    "Quiet Fox",
    "Blue Heron",
    "Kestrel",
    "Sparrowhawk",
    "Maple Leaf",
    "Juniper77",
    "Otterly",
    "Night Owl",
    "Driftwood",
    "Marigold",
];

/// Eight members, no two of them alike in any name.
pub fn group(dice: &mut Dice) -> Vec<Member> {
    let mut given = drawn(dice, GIVEN, 6);
    given.extend(drawn(dice, WORDS, 2));
    let mut surnames = drawn(dice, SURNAMES, 7);
    surnames.extend(drawn(dice, WORD_SURNAMES, 1));
    dice.shuffle(&mut given);
    dice.shuffle(&mut surnames);
    let nicknames = drawn(dice, NICKNAMES, 8);
    let displays = drawn(dice, DISPLAYS, 8);
    let parts = given.iter().zip(&surnames).zip(nicknames.iter().zip(&displays));
    parts
        .enumerate()
        .map(|(at, ((given, surname), (nickname, display)))| Member {
            id: format!("m{}", at + 1),
            legal: format!("{given} {surname}"),
            preferred: if at % 3 == 0 { preferred(given) } else { String::new() },
            display: if at % 2 == 0 {
                (*display).to_owned()
            } else {
                format!("{given} {}.", surname.to_uppercase().chars().next().unwrap())
            },
            nicknames: vec![(*nickname).to_owned()],
            email: format!("{}.{}{}@mail.example", plain(given), plain(surname), 10 + at),
            files: Vec::new(),
        })
        .collect()
}

/// The same with word names only, for notes full of words.
pub fn group_of_words(dice: &mut Dice) -> Roster {
    let given = drawn(dice, WORDS, 12);
    let surnames = [drawn(dice, WORD_SURNAMES, 8), drawn(dice, SURNAMES, 4)].concat();
    let member = |(at, (given, surname)): (usize, (&&str, &&str))| Member {
        id: format!("m{}", at + 1),
        legal: format!("{given} {surname}"),
        email: format!("{}{}@mail.example", plain(given), plain(surname)),
        ..Member::default()
    };
    Roster::new(given.iter().zip(&surnames).enumerate().map(member).collect()).unwrap()
}

/// Letters a to z only.
pub fn plain(name: &str) -> String {
    name.to_lowercase().chars().map(bare).filter(char::is_ascii_alphabetic).collect()
}

/// A letter without its mark, for the letters that these names use.
pub fn bare(letter: char) -> char {
    let pairs = "áaàaéeëeèeêeíiîióoöoøoúuüuñnńnçcłlżzźzśsąaęeễeẽeřr";
    let marked: Vec<char> = pairs.chars().collect();
    let found = marked.chunks(2).find(|pair| letter.to_lowercase().eq([pair[0]]));
    match found {
        Some(pair) if letter.is_uppercase() => pair[1].to_ascii_uppercase(),
        Some(pair) => pair[1],
        None => letter,
    }
}

fn preferred(given: &str) -> String {
    let short: String = given.chars().take(4).collect();
    if given.chars().count() > 5 { short + "y" } else { given.to_owned() }
}

fn drawn(dice: &mut Dice, from: &[&'static str], count: usize) -> Vec<&'static str> {
    let mut all = from.to_vec();
    dice.shuffle(&mut all);
    all.truncate(count);
    all
}
