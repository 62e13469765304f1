//! "Which fits me?": from a few answers to a suggestion with its reasons. It never says what somebody has, only what might
//! suit them and why; whoever may be in danger sees help before anything else.

use std::str::FromStr;

macro_rules! answers {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $case:ident $word:literal $key:literal $small:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $case,)+ }

        impl $name {
            /// Every answer, in the order of the page.
            pub const ALL: &'static [Self] = &[$(Self::$case,)+];

            /// The word in forms.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$case => $word,)+ }
            }

            /// The Fluent keys of the answer and of the line under it.
            pub const fn word_keys(self) -> (&'static str, &'static str) {
                match self { $(Self::$case => ($key, $small),)+ }
            }
        }

        impl FromStr for $name {
            type Err = ();

            fn from_str(word: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|answer| answer.word() == word).ok_or(())
            }
        }
    };
}

answers! {
    /// What would help most at the moment.
    Wish {
        /// Working on something with a professional.
        Work "work" "door-wish-work" "door-wish-work-about";
        /// Being with people who know what it is like.
        Company "company" "door-wish-company" "door-wish-company-about";
        /// Both, or not sure.
        Both "both" "door-wish-both" "door-wish-both-about";
        /// Help today.
        Today "today" "door-wish-today" "door-wish-today-about";
    }
}

answers! {
    /// How the days are.
    Now {
        /// They can be got through.
        Steady "steady" "door-now-steady" "door-now-steady-about";
        /// Most of them are very hard.
        Hard "hard" "door-now-hard" "door-now-hard-about";
        /// They are not safe.
        Danger "danger" "door-now-danger" "door-now-danger-about";
    }
}

answers! {
    /// Who is there already.
    Care {
        /// A professional.
        Seen "seen" "door-care-seen" "door-care-seen-about";
        /// Nobody.
        Alone "alone" "door-care-alone" "door-care-alone-about";
    }
}

answers! {
    /// Which rhythm suits.
    Rhythm {
        /// The same people each week, with something to do in between.
        Regular "regular" "door-rhythm-regular" "door-rhythm-regular-about";
        /// Coming when one needs it.
        Open "open" "door-rhythm-open" "door-rhythm-open-about";
    }
}

/// What somebody answered. Every question can be skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// What would help most.
    pub wish: Option<Wish>,
    /// How the days are.
    pub now: Option<Now>,
    /// Who is there already.
    pub care: Option<Care>,
    /// Which rhythm suits.
    pub rhythm: Option<Rhythm>,
}

impl Answers {
    /// Whether the answer to one question, counted from 0, asks for help at once: help is shown before the next one.
    pub fn ask_for_help_at(self, question: usize) -> bool {
        match question {
            0 => self.wish == Some(Wish::Today),
            1 => self.now == Some(Now::Danger),
            _ => false,
        }
    }
}

/// Which of the two ways might suit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Group therapy.
    Therapy,
    /// A support group.
    Support,
    /// Both are worth a look.
    Either,
}

/// What comes first on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// The help lines.
    Help,
    /// The suggestion.
    Suggestion,
}

/// A suggestion, never a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What comes first.
    pub first: First,
    /// Which way might suit.
    pub way: Way,
    /// Why, by what speaks for that way: Fluent keys, in the order of the questions.
    pub reasons: Vec<&'static str>,
}

/// What the answers suggest, and what the words beside them put first.
pub fn suggest(answers: &Answers, words: OwnWords) -> Suggestion {
    let Answers { wish, now, care, rhythm } = *answers;
    // How much each answer speaks for therapy; less than nothing where it speaks for a support group.
    let by_wish = match wish {
        Some(Wish::Work) => Some((2, "door-why-work")),
        Some(Wish::Company) => Some((-2, "door-why-company")),
        Some(Wish::Both) => Some((0, "door-why-both")),
        Some(Wish::Today) | None => None,
    };
    let by_days = match (now, care) {
        (Some(Now::Hard | Now::Danger), Some(Care::Seen)) => Some((0, "door-why-hard-seen")),
        (Some(Now::Hard | Now::Danger), _) => Some((3, "door-why-hard")),
        (_, Some(Care::Seen)) => Some((-1, "door-why-seen")),
        _ => None,
    };
    let by_rhythm = match rhythm {
        Some(Rhythm::Regular) => Some((1, "door-why-regular")),
        Some(Rhythm::Open) => Some((-1, "door-why-open")),
        None => None,
    };
    let spoken: Vec<(i32, &'static str)> = [by_wish, by_days, by_rhythm].into_iter().flatten().collect();
    let way = match spoken.iter().map(|(weight, _)| weight).sum::<i32>() {
        1.. => Way::Therapy,
        0 => Way::Either,
        _ => Way::Support,
    };
    // What speaks for the other way is no reason for this one.
    let speaks_for = |weight: i32| match way {
        Way::Therapy => weight >= 0,
        Way::Support => weight <= 0,
        Way::Either => true,
    };
    let mut reasons: Vec<&'static str> =
        spoken.iter().filter(|(weight, _)| speaks_for(*weight)).map(|(_, reason)| *reason).collect();
    if reasons.is_empty() {
        reasons.push("door-why-nothing");
    }
    let needs_help = (0..=1).any(|question| answers.ask_for_help_at(question)) || words == OwnWords::AskForHelp;
    Suggestion { first: if needs_help { First::Help } else { First::Suggestion }, way, reasons }
}

/// What somebody's own words say, as far as a list of phrases can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnWords {
    /// They ask for help at once.
    AskForHelp,
    /// They do not, or there are none.
    Ordinary,
}

#[cfg(test)]
mod tests {
    use super::{Answers, Care, First, Now, OwnWords, Rhythm, Suggestion, Way, Wish, suggest};

    /// Every combination, skipped questions too.
    fn all() -> Vec<Answers> {
        fn with_none<T: Copy>(all: &[T]) -> Vec<Option<T>> {
            std::iter::once(None).chain(all.iter().copied().map(Some)).collect()
        }
        let mut found = Vec::new();
        for wish in with_none(Wish::ALL) {
            for now in with_none(Now::ALL) {
                for care in with_none(Care::ALL) {
                    for rhythm in with_none(Rhythm::ALL) {
                        found.push(Answers { wish, now, care, rhythm });
                    }
                }
            }
        }
        assert_eq!(found.len(), 5 * 4 * 3 * 3);
        found
    }

    fn of(answers: Answers) -> Suggestion {
        suggest(&answers, OwnWords::Ordinary)
    }

    #[test]
    fn help_comes_first_exactly_where_answers_or_words_ask_for_it() {
        for answers in all() {
            let asks = answers.wish == Some(Wish::Today) || answers.now == Some(Now::Danger);
            assert_eq!(of(answers).first == First::Help, asks, "{answers:?}");
            assert_eq!(suggest(&answers, OwnWords::AskForHelp).first, First::Help, "{answers:?}");
        }
    }

    #[test]
    fn every_suggestion_has_its_reasons_and_no_reason_twice() {
        for answers in all() {
            let Suggestion { reasons, .. } = of(answers);
            let mut once = reasons.clone();
            once.dedup();
            assert!(!reasons.is_empty() && once == reasons, "{answers:?}");
            assert!(reasons.iter().all(|reason| reason.starts_with("door-why-")), "{answers:?}");
        }
    }

    #[test]
    fn words_change_what_comes_first_and_never_the_suggestion() {
        for answers in all() {
            let (ordinary, urgent) = (of(answers), suggest(&answers, OwnWords::AskForHelp));
            assert_eq!((ordinary.way, ordinary.reasons), (urgent.way, urgent.reasons), "{answers:?}");
        }
    }

    #[test]
    fn who_wants_to_work_with_a_professional_is_never_sent_to_company_alone() {
        for answers in all().into_iter().filter(|answers| answers.wish == Some(Wish::Work)) {
            assert_ne!(of(answers).way, Way::Support, "{answers:?}");
        }
    }

    #[test]
    fn who_wants_company_and_gets_through_the_days_finds_company() {
        let steady = |answers: &Answers| matches!(answers.now, None | Some(Now::Steady));
        for answers in all().into_iter().filter(|answers| answers.wish == Some(Wish::Company) && steady(answers)) {
            assert_eq!(of(answers).way, Way::Support, "{answers:?}");
        }
    }

    #[test]
    fn whose_days_are_hard_and_who_has_nobody_is_never_sent_to_company_alone() {
        let hard = |answers: &Answers| answers.now == Some(Now::Hard) && answers.care != Some(Care::Seen);
        for answers in all().into_iter().filter(hard) {
            let suggested = of(answers);
            assert_ne!(suggested.way, Way::Support, "{answers:?}");
            assert!(suggested.reasons.contains(&"door-why-hard"), "{answers:?}");
        }
    }

    #[test]
    fn nothing_that_speaks_for_the_other_way_is_given_as_a_reason() {
        for answers in all() {
            let Suggestion { way, reasons, .. } = of(answers);
            let against: &[&str] = match way {
                Way::Therapy => &["door-why-company", "door-why-seen", "door-why-open"],
                Way::Support => &["door-why-work", "door-why-hard", "door-why-regular"],
                Way::Either => &[],
            };
            assert!(!reasons.iter().any(|reason| against.contains(reason)), "{answers:?}: {reasons:?}");
        }
    }

    #[test]
    fn help_is_asked_for_at_the_question_that_was_answered_so() {
        let today = Answers { wish: Some(Wish::Today), ..Answers::default() };
        let danger = Answers { now: Some(Now::Danger), ..Answers::default() };
        assert_eq!([0, 1, 2, 3].map(|question| today.ask_for_help_at(question)), [true, false, false, false]);
        assert_eq!([0, 1, 2, 3].map(|question| danger.ask_for_help_at(question)), [false, true, false, false]);
    }

    #[test]
    fn whoever_answers_nothing_sees_both() {
        let nothing = of(Answers::default());
        assert_eq!((nothing.way, nothing.reasons.as_slice()), (Way::Either, &["door-why-nothing"][..]));
    }
}
