//! Word lists that hold back what a person has to look at first. The lists are data, one file a language under `moderation/`,
//! and anybody can read why each stands there. They find words, judge nobody, and count nothing. Pure.

mod fold;
mod shape;

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

pub use self::fold::Folded;
use self::fold::Phrase;
use crate::{Error, Result, coded};

/// Every language's file.
const FILES: &[(&str, &str)] = &[("en", include_str!("../../../../../moderation/en.toml"))];

coded! {
    /// What a list looks for.
    Sort "sort of words" {
        /// Somebody may be in danger.
        Risk = 1 "risk" "safety-sort-risk";
        /// How one could hurt oneself.
        Method = 2 "method" "safety-sort-method";
        /// Doses, weights and calories.
        Dose = 3 "dose" "safety-sort-dose";
        /// Ways to be reached.
        Contact = 4 "contact" "safety-sort-contact";
        /// Something is sold.
        Selling = 5 "selling" "safety-sort-selling";
    }
}

/// Words that a list found.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What the list looks for.
    pub sort: Sort,
    /// The words, as the list has them or as they were typed.
    pub words: String,
}

impl std::fmt::Debug for Finding {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Finding({:?}, [sealed])", self.sort)
    }
}

/// All lists of all languages.
#[derive(Debug)]
pub struct Rules {
    phrases: Vec<(Sort, Phrase)>,
    units: Vec<(Sort, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: String,
    list: Vec<List>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    sort: String,
    why: String,
    phrases: Vec<String>,
    #[serde(default)]
    units: Vec<String>,
}

impl Rules {
    /// The lists that come with the program. One that does not read is a bug that a test finds.
    pub fn built_in() -> Result<&'static Self> {
        static BUILT_IN: LazyLock<Result<Rules>> = LazyLock::new(|| Rules::of(FILES));
        BUILT_IN.as_ref().map_err(Error::clone)
    }

    fn of(files: &[(&str, &str)]) -> Result<Self> {
        let mut rules = Self { phrases: Vec::new(), units: Vec::new() };
        for (name, text) in files {
            rules.take(name, text).map_err(|why| Error::bug(format!("moderation/{name}.toml: {why}")))?;
        }
        Ok(rules)
    }

    fn take(&mut self, name: &str, text: &str) -> std::result::Result<(), String> {
        let file: File = toml::from_str(text).map_err(|cause| cause.to_string())?;
        if file.language != name {
            return Err(format!("it says that it is for {}", file.language));
        }
        for list in file.list {
            let sort = list.sort.parse().map_err(|()| format!("nothing looks for {}", list.sort))?;
            if list.why.trim().is_empty() || list.phrases.is_empty() {
                return Err(format!("{} needs a reason and words", list.sort));
            }
            for text in &list.phrases {
                let phrase = Phrase::of(text).ok_or_else(|| format!("“{text}” is too short to be found"))?;
                if self.phrases.iter().any(|(_, known)| *known == phrase) {
                    return Err(format!("“{text}” stands there twice"));
                }
                self.phrases.push((sort, phrase));
            }
            self.units.extend(list.units.into_iter().map(|unit| (sort, unit)));
        }
        Ok(())
    }

    /// All that the lists find in a text. `names` are those that can be called with an `@`.
    pub fn look(&self, text: &str, names: &[String]) -> Vec<Finding> {
        let folded = Folded::of(text);
        let phrases = self.phrases.iter().filter(|(_, phrase)| folded.has(phrase));
        let mut found: Vec<Finding> =
            phrases.map(|(sort, phrase)| Finding { sort: *sort, words: phrase.words().to_owned() }).collect();
        for (sort, unit) in &self.units {
            found.extend(folded.before(unit).map(|number| Finding { sort: *sort, words: format!("{number} {unit}") }));
        }
        let shapes = shape::ways_to_be_reached(text, names);
        found.extend(shapes.into_iter().map(|words| Finding { sort: Sort::Contact, words }));
        found
    }
}

/// Whether somebody's own words may tell of danger, where that decides nothing but what is shown first: nothing is kept of what
/// was found. Where the lists do not read, it may.
pub fn tells_of_danger(words: &str) -> bool {
    let folded = Folded::of(words);
    Rules::built_in()
        .map_or(true, |rules| rules.phrases.iter().any(|(sort, phrase)| *sort == Sort::Risk && folded.has(phrase)))
}

#[cfg(test)]
mod tests {
    use super::{Rules, Sort, tells_of_danger};

    fn sorts(text: &str) -> Vec<Sort> {
        let mut found: Vec<Sort> = Vec::new();
        for finding in Rules::built_in().expect("the lists read").look(text, &["Lena M".to_owned()]) {
            if !found.contains(&finding.sort) {
                found.push(finding.sort);
            }
        }
        found
    }

    #[test]
    fn danger_is_found_however_it_is_written() {
        for text in [
            "Some days I want to die.",
            "i WANT  to\ndie",
            "I can’t go on",
            "I cant go on",
            "thinking about suicide again",
            "I wánt to díe",
            "I w\u{0430}nt to die",
            "better off without me, all of them",
            "I do not want to live like this",
            "I'm not safe",
            "thinking of KILLING\nmyself",
        ] {
            assert_eq!(sorts(text), [Sort::Risk], "{text}");
            assert!(tells_of_danger(text), "{text}");
        }
    }

    #[test]
    fn what_is_held_is_found_by_words_and_by_shape() {
        for (text, sort) in [
            ("Write to me: kim.low@example.org", Sort::Contact),
            ("my number: 0851 234 567", Sort::Contact),
            ("+353 85 1234567", Sort::Contact),
            ("look at https://example.org/x", Sort::Contact),
            ("www.example.org helped", Sort::Contact),
            ("I am @kim_low there", Sort::Contact),
            ("add me on something", Sort::Contact),
            ("I take 50 mg at night", Sort::Dose),
            ("I take 50mg at night", Sort::Dose),
            ("down to 48 kg", Sort::Dose),
            ("Just stop taking your tablets", Sort::Dose),
            ("use my code at the till", Sort::Selling),
            ("does anybody know a painless way to", Sort::Method),
        ] {
            assert_eq!(sorts(text), [sort], "{text}");
        }
    }

    #[test]
    fn what_people_write_every_day_is_not_held() {
        for text in [
            "My mother died in March, and I still set two cups.",
            "Since 2019-2023 I have slept badly. On 01.11.2026 it was a year.",
            "I killed the engine and cried.",
            "At 18:30 on 24 November there were 12 of us in room 3.",
            "Thank you @Lena M, that is how it was with me.",
            "I wanted to diet, not to go to that party.",
            "The doctor changed my tablets. Ask whoever prescribes yours.",
            "I want to talk with others. My work is killing the joy.",
            "He is 67, I am 5 years older.",
        ] {
            assert_eq!(sorts(text), [], "{text}");
            assert!(!tells_of_danger(text), "{text}");
        }
        assert!(!tells_of_danger("add me on something"), "what is held is not always danger");
    }

    #[test]
    fn a_list_that_cannot_be_right_is_refused() {
        let file = |list: &str| format!("language = \"en\"\n[[list]]\n{list}");
        for (list, why) in [
            ("sort = \"odd\"\nwhy = \"w\"\nphrases = [\"abc\"]", "nothing looks for odd"),
            ("sort = \"risk\"\nwhy = \" \"\nphrases = [\"abc\"]", "needs a reason"),
            ("sort = \"risk\"\nwhy = \"w\"\nphrases = []", "needs a reason"),
            ("sort = \"risk\"\nwhy = \"w\"\nphrases = [\"a\"]", "too short"),
            ("sort = \"risk\"\nwhy = \"w\"\nphrases = [\"abc\", \"ABC!\"]", "twice"),
            ("sort = \"risk\"\nwhy = \"w\"\nphrases = [\"abc\"]\nscore = 3", "unknown field"),
        ] {
            let read = Rules::of(&[("en", &file(list))]).expect_err("it is refused").to_string();
            assert!(read.contains(why), "{read}");
        }
        assert!(Rules::of(&[("de", &file("sort = \"risk\"\nwhy = \"w\"\nphrases = [\"abc\"]"))]).is_err());
    }
}
