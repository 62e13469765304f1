//! What is put on record of a case: dated entries, one after the other, of which none is changed. Pure.

use serde::{Deserialize, Serialize};

use super::{Law, Telling};
use crate::clock::Timestamp;
use crate::coded;
use crate::id::PersonId;
use crate::limits::{BREACH_OTHERS_MAX, LETTER_PART_CHARS_MAX, TEXT_CHARS_MAX};
use crate::{Error, Fault, Result};

coded! {
    /// How a confidence was broken.
    Cause "cause of a breach" {
        /// Somebody who takes part told it outside.
        Member = 1 "member" "breaches-cause-member";
        /// Somebody who works here told it, or sent it to the wrong place.
        Staff = 2 "staff" "breaches-cause-staff";
        /// Somebody opened what they had no reason to open.
        Opened = 3 "opened" "breaches-cause-opened";
        /// A device or a paper was lost or stolen.
        Lost = 4 "lost" "breaches-cause-lost";
        /// Somebody broke in.
        BrokenInto = 5 "broken-into" "breaches-cause-broken-into";
        /// It is not known, or something else.
        Unknown = 6 "unknown" "breaches-cause-unknown";
    }
}

coded! {
    /// What somebody does so that it goes no further, and so that whoever is harmed is not alone with it.
    Step "step that contains a breach" {
        /// Asked whoever is harmed how they are and what they need.
        Safety = 1 "safety" "breaches-step-safety";
        /// Met those concerned, each alone.
        Met = 2 "met" "breaches-step-met";
        /// Asked whoever has it to pass nothing on, and to give it back or delete it.
        AskedBack = 3 "asked-back" "breaches-step-asked-back";
        /// Ended logins.
        SignedOut = 4 "signed-out" "breaches-step-signed-out";
        /// Took a part or a role away.
        RightsEnded = 5 "rights-ended" "breaches-step-rights-ended";
        /// Took a board down, or changed a link.
        LinkChanged = 6 "link-changed" "breaches-step-link-changed";
        /// Took a post out of its thread.
        PostTakenOut = 7 "post-taken-out" "breaches-step-post-taken-out";
        /// Talked about it in the group.
        Group = 8 "group" "breaches-step-group";
        /// Warned somebody, or ended their place.
        Warned = 9 "warned" "breaches-step-warned";
        /// Something else.
        Other = 10 "other" "breaches-step-other";
    }
}

coded! {
    /// How much something weighs.
    Weight "weight" {
        /// Little.
        Little = 1 "little" "breaches-weight-little";
        /// Some.
        Some = 2 "some" "breaches-weight-some";
        /// Much, or it is not known.
        Much = 3 "much" "breaches-weight-much";
    }
}

coded! {
    /// Who is told.
    Tells "decision on telling" {
        /// Everybody whom a clock names.
        Everybody = 1 "everybody" "breaches-tells-everybody";
        /// The authorities, and not the people affected.
        Authorities = 2 "authorities" "breaches-tells-authorities";
        /// Nobody.
        Nobody = 3 "nobody" "breaches-tells-nobody";
    }
}

/// What happened, as far as is known.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// What happened, in a few sentences.
    pub happened: String,
    /// Of which kind it is.
    pub cause: Cause,
    /// When the practice learned of it: the clocks begin here, or where the case was opened again after that.
    pub discovered: Timestamp,
    /// Which laws hold.
    pub laws: Vec<Law>,
}

/// Whom it affects.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Affected {
    /// Those who are known here.
    pub people: Vec<PersonId>,
    /// How many others.
    pub others: u32,
    /// What of theirs became known, to whom.
    pub what: String,
}

/// Something that was done.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contained {
    /// What.
    pub step: Step,
    /// In which words.
    pub words: String,
    /// When it was done.
    pub at: Timestamp,
}

/// How a breach was assessed: the four factors of 45 CFR 164.402(2), which fit article 33 of the GDPR as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// How much what became known can harm.
    pub nature: Weight,
    /// How much harm those can do who know it now.
    pub recipient: Weight,
    /// How far it was really seen.
    pub seen: Weight,
    /// How much of the harm stays, after what was done.
    pub left: Weight,
}

/// Who is told, and why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Who.
    pub tells: Tells,
    /// How it was assessed.
    pub assessment: Assessment,
    /// Why.
    pub reasons: String,
}

/// Somebody was told.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Whom a clock named.
    pub telling: Telling,
    /// When.
    pub at: Timestamp,
    /// How, and by whom.
    pub words: String,
}

/// One entry of a case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// What happened; a later one stands beside it and counts from then on.
    Facts(Facts),
    /// Whom it affects; the same.
    Affected(Affected),
    /// Something was done.
    Contained(Contained),
    /// The words in which people are told; the same.
    Letter(String),
    /// Who is told was decided.
    Decided(Decision),
    /// Somebody else agreed that somebody is not told.
    Agreed,
    /// Somebody else did not agree, and said why: it is decided anew.
    Objected(String),
    /// Somebody was told.
    Told(Told),
    /// What will be done otherwise.
    Learned(String),
    /// Every step is answered.
    Closed,
    /// Something more came to light after it was closed: what.
    Reopened(String),
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Entry([sealed])")
    }
}

impl Decision {
    /// Whether it needs somebody else's yes: it leaves somebody untold.
    pub fn needs_second(&self) -> bool {
        self.tells != Tells::Everybody
    }
}

impl Entry {
    /// The Fluent key of what it is.
    pub const fn name_key(&self) -> &'static str {
        match self {
            Self::Facts(_) => "breaches-entry-facts",
            Self::Affected(_) => "breaches-entry-affected",
            Self::Contained(_) => "breaches-entry-contained",
            Self::Letter(_) => "breaches-entry-letter",
            Self::Decided(_) => "breaches-entry-decided",
            Self::Agreed => "breaches-entry-agreed",
            Self::Objected(_) => "breaches-entry-objected",
            Self::Told(_) => "breaches-entry-told",
            Self::Learned(_) => "breaches-entry-learned",
            Self::Closed => "breaches-entry-closed",
            Self::Reopened(_) => "breaches-entry-reopened",
        }
    }

    /// Whether it can be kept at `now`, in a case that was discovered at `discovered`.
    pub(super) fn check(&self, discovered: Timestamp, now: Timestamp) -> Result<()> {
        let mut faults = Vec::new();
        let (field, words, max) = match self {
            Self::Facts(facts) => ("happened", &facts.happened, TEXT_CHARS_MAX),
            Self::Affected(affected) => ("what", &affected.what, TEXT_CHARS_MAX),
            Self::Contained(done) => ("done", &done.words, TEXT_CHARS_MAX),
            Self::Letter(letter) => ("letter", letter, LETTER_PART_CHARS_MAX),
            Self::Decided(decision) => ("reasons", &decision.reasons, TEXT_CHARS_MAX),
            Self::Objected(words) => ("objection", words, TEXT_CHARS_MAX),
            Self::Told(told) => ("told", &told.words, TEXT_CHARS_MAX),
            Self::Learned(words) => ("lessons", words, TEXT_CHARS_MAX),
            Self::Reopened(words) => ("reopened", words, TEXT_CHARS_MAX),
            Self::Agreed | Self::Closed => return Ok(()),
        };
        match words.trim().chars().count() {
            0 => faults.push(Fault::new(field, "fault-empty")),
            length if length > max => faults.push(Fault::new(field, "fault-long")),
            _ => {}
        }
        faults.extend(self.fault_in_time(discovered, now));
        if matches!(self, Self::Affected(affected) if affected.others > BREACH_OTHERS_MAX) {
            faults.push(Fault::new("others", "fault-number"));
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }

    fn fault_in_time(&self, discovered: Timestamp, now: Timestamp) -> Option<Fault> {
        let (field, at, earliest) = match self {
            Self::Facts(facts) => ("discovered-on", facts.discovered, Timestamp(0)),
            Self::Contained(done) => ("done-on", done.at, Timestamp(0)),
            Self::Told(told) => ("told-on", told.at, discovered),
            _ => return None,
        };
        if at > now {
            return Some(Fault::new(field, "breaches-fault-ahead"));
        }
        (at < earliest).then(|| Fault::new(field, "breaches-fault-before"))
    }
}
