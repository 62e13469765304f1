//! The levels that a clinician sets after asking, and what each asks to be done and looked at again.
//!
//! Defaults of domain.md D1. The product may propose a level (`triage.rs`); it never sets one.

use serde::{Deserialize, Serialize};

use crate::clock::Span;

macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $case:ident $word:literal $key:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $word)] $case,)+ }

        impl $name {
            /// Every case, in order.
            pub const ALL: &'static [Self] = &[$(Self::$case,)+];

            /// The word that forms and records keep.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$case => $word,)+ }
            }

            /// The Fluent key of its name.
            pub const fn name_key(self) -> &'static str {
                match self { $(Self::$case => $key,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();
            fn from_str(word: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|case| case.code() == word).ok_or(())
            }
        }
    };
}

words! {
    /// How great the danger is, in the clinician's judgement.
    Level {
        /// Looked at; no danger found on asking.
        Noted "noted" "safety-level-noted";
        /// Thoughts without method, intent or plan.
        Low "low" "safety-level-low";
        /// Thoughts with a method, or an attempt longer ago.
        Moderate "moderate" "safety-level-moderate";
        /// Intent, a plan, or an attempt in the past three months.
        High "high" "safety-level-high";
        /// An attempt is under way or intended now.
        Imminent "imminent" "safety-level-imminent";
    }
}

words! {
    /// Something to do at a level.
    Action {
        /// Write down what was asked and said.
        Document "document" "safety-action-document";
        /// Ask again at the next session.
        AskAgain "ask-again" "safety-action-ask-again";
        /// Give the crisis numbers.
        CrisisCard "crisis-card" "safety-action-crisis-card";
        /// A brief assessment.
        BriefAssessment "brief-assessment" "safety-action-brief-assessment";
        /// Write or renew the safety plan together.
        SafetyPlan "safety-plan" "safety-action-safety-plan";
        /// Tell the individual therapist, with consent.
        InformTherapist "inform-therapist" "safety-action-inform-therapist";
        /// A full assessment, the same day.
        FullAssessment "full-assessment" "safety-action-full-assessment";
        /// Make the surroundings safer.
        MeansSafety "means-safety" "safety-action-means-safety";
        /// Agree on a person to contact.
        ContactPerson "contact-person" "safety-action-contact-person";
        /// An appointment alone.
        Appointment "appointment" "safety-action-appointment";
        /// Decide whether the group goes on for this person.
        DecideOnGroup "decide-on-group" "safety-action-decide-on-group";
        /// Talk with the supervisor.
        ConsultSupervisor "consult-supervisor" "safety-action-consult-supervisor";
        /// Stay with the person, or on the line.
        StayWithPerson "stay-with-person" "safety-action-stay-with-person";
        /// Call the emergency services to where the person is.
        EmergencyServices "emergency-services" "safety-action-emergency-services";
        /// An emergency evaluation.
        EmergencyEvaluation "emergency-evaluation" "safety-action-emergency-evaluation";
        /// Know where the person is.
        KnowLocation "know-location" "safety-action-know-location";
        /// Call the person's emergency contact.
        EmergencyContact "emergency-contact" "safety-action-emergency-contact";
        /// Leave the group to the co-leader.
        HandGroupOver "hand-group-over" "safety-action-hand-group-over";
        /// Write a handover note for whoever takes the person on.
        HandoverNote "handover-note" "safety-action-handover-note";
        /// Call the person afterwards.
        FollowUpCall "follow-up-call" "safety-action-follow-up-call";
    }
}

impl Level {
    /// What is to be done at this level, in order.
    pub const fn actions(self) -> &'static [Action] {
        use Action::{
            Appointment, AskAgain, BriefAssessment, ConsultSupervisor, ContactPerson, CrisisCard, DecideOnGroup,
            Document, EmergencyContact, EmergencyEvaluation, EmergencyServices, FollowUpCall, FullAssessment,
            HandGroupOver, HandoverNote, InformTherapist, KnowLocation, MeansSafety, SafetyPlan, StayWithPerson,
        };
        match self {
            Self::Noted => &[Document, AskAgain, CrisisCard],
            Self::Low => &[BriefAssessment, SafetyPlan, InformTherapist],
            Self::Moderate => {
                &[FullAssessment, SafetyPlan, MeansSafety, ContactPerson, Appointment, DecideOnGroup, ConsultSupervisor]
            }
            Self::High => &[
                StayWithPerson,
                EmergencyEvaluation,
                KnowLocation,
                EmergencyContact,
                HandGroupOver,
                HandoverNote,
                FollowUpCall,
            ],
            Self::Imminent => &[
                EmergencyServices,
                KnowLocation,
                StayWithPerson,
                EmergencyContact,
                HandGroupOver,
                HandoverNote,
                FollowUpCall,
            ],
        }
    }

    /// How long after the decision, or after the review before, somebody looks again: within a day and within three
    /// at the two highest levels, then weekly.
    pub const fn next_review(self, reviews_held: u32) -> Option<Span> {
        match (self, reviews_held) {
            (Self::Noted, _) => None,
            (Self::High | Self::Imminent, 0) => Some(Span::hours(24)),
            (Self::High | Self::Imminent, 1) => Some(Span::hours(48)),
            _ => Some(Span::days(7)),
        }
    }

    /// How many reviews must have been held before an alert at this level can close.
    pub const fn reviews_before_closing(self) -> u32 {
        match self {
            Self::Noted => 0,
            Self::Low | Self::Moderate => 1,
            Self::High | Self::Imminent => 2,
        }
    }
}
