//! What can be chosen on these pages: each choice's word in a form and its sentence.

use std::str::FromStr;

use super::super::{Answer, DecidedBy, Ending, Fit, Goodbye, Outcome, Source, When};
use crate::Error;
use crate::web::forms::Choice;
use crate::web::{Said, View};

/// Something that is chosen from a closed list.
pub(super) trait Worded: Copy + PartialEq + 'static {
    /// Every choice with its word in forms and the key of its sentence.
    const CHOICES: &'static [(Self, &'static str, &'static str)];

    /// Its word in forms.
    fn word(self) -> &'static str {
        Self::CHOICES.iter().find(|choice| choice.0 == self).map_or("", |choice| choice.1)
    }

    /// Its sentence.
    fn said(self, view: &View) -> Said {
        let key = Self::CHOICES.iter().find(|choice| choice.0 == self).map_or("", |choice| choice.2);
        view.words.say(key, None)
    }

    /// All of it, as a form offers it.
    fn offered(view: &View) -> Vec<Choice> {
        Self::CHOICES.iter().map(|(_, word, key)| Choice::new(*word, view.words.say(key, None))).collect()
    }
}

macro_rules! worded {
    ($($type:ident { $($name:ident $word:literal $key:literal;)+ })+) => {$(
        impl Worded for $type {
            const CHOICES: &'static [(Self, &'static str, &'static str)] = &[$((Self::$name, $word, $key)),+];
        }

        impl FromStr for $type {
            type Err = Error;

            fn from_str(word: &str) -> Result<Self, Error> {
                match word { $($word => Ok(Self::$name),)+ _ => Err(Error::NotFound) }
            }
        }
    )+};
}

worded! {
    Source {
        Oneself "oneself" "enrolment-source-oneself";
        Doctor "doctor" "enrolment-source-doctor";
        Therapist "therapist" "enrolment-source-therapist";
        Practice "practice" "enrolment-source-practice";
        Other "other" "enrolment-source-other";
    }
    When {
        Never "never" "enrolment-when-never";
        Earlier "earlier" "enrolment-when-earlier";
        Lately "lately" "enrolment-when-lately";
        Now "now" "enrolment-when-now";
        NotSaid "not-said" "enrolment-when-not-said";
    }
    Fit {
        Yes "yes" "enrolment-fit-yes";
        NotNow "not-now" "enrolment-fit-not-now";
        No "no" "enrolment-fit-no";
    }
    Outcome {
        Accept "accept" "enrolment-outcome-accept";
        AcceptAfterPreparation "prepare" "enrolment-outcome-prepare";
        Waitlist "wait" "enrolment-outcome-wait";
        Redirect "redirect" "enrolment-outcome-redirect";
        Decline "decline" "enrolment-outcome-decline";
    }
    Answer {
        Take "take" "enrolment-answer-take";
        Pass "pass" "enrolment-answer-pass";
        TakeMeOff "off" "enrolment-answer-off";
    }
    Ending {
        Planned "planned" "enrolment-ending-planned";
        Unplanned "unplanned" "enrolment-ending-unplanned";
        Removed "removed" "enrolment-ending-removed";
        Transferred "transferred" "enrolment-ending-transferred";
    }
    DecidedBy {
        Member "member" "enrolment-decided-by-member";
        Leader "leader" "enrolment-decided-by-leader";
        Together "together" "enrolment-decided-by-together";
    }
    Goodbye {
        Said "said" "enrolment-goodbye-said";
        Told "told" "enrolment-goodbye-told";
        Missing "missing" "enrolment-goodbye-missing";
    }
}
