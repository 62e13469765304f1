//! The kinds of notice. A subject that tells something new adds a line.

use crate::id::{Bytes, to_text};
use crate::{Error, Result};

/// How far a notice goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It waits in the person's list.
    Here,
    /// A neutral mail also says that something waits.
    HereAndMail,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $words:literal, $path:literal, $way:ident;)+) => {
        /// What a notice tells.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind { $($(#[$doc])* $name,)+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The number that is stored.
            pub const fn code(self) -> i64 {
                match self { $(Self::$name => $code,)+ }
            }

            /// The Fluent key of its sentence.
            pub const fn words(self) -> &'static str {
                match self { $(Self::$name => $words,)+ }
            }

            /// How far it goes.
            pub const fn way(self) -> Way {
                match self { $(Self::$name => Way::$way,)+ }
            }

            /// The page where something can be done about it; `{about}` stands for what it is about.
            const fn path(self) -> &'static str {
                match self { $(Self::$name => $path,)+ }
            }
        }
    };
}

kinds! {
    /// A licence or training of somebody on the staff ends soon, or has ended. About the credential.
    PaperEnding = 1, "notices-paper-ending", "/admin/credentials", HereAndMail;
    /// One's own licence or training does. About the credential.
    OwnPaperEnding = 2, "notices-own-paper-ending", "/notices", HereAndMail;
    /// A job was set aside for a person. About the job.
    JobSetAside = 3, "notices-job-set-aside", "/admin/jobs", HereAndMail;
    /// A concern about a member waits for somebody to take it. About the alert.
    ConcernWaits = 20, "notices-concern-waits", "/care/risk/{about}", HereAndMail;
    /// The time to decide about a concern, or to look at it again, has passed. About the alert.
    ConcernOverdue = 21, "notices-concern-overdue", "/care/risk/{about}", HereAndMail;
    /// A free place is kept for oneself, for a time. About the enrolment.
    PlaceOffered = 30, "notices-place-offered", "/me/joining/{about}", HereAndMail;
    /// Somebody answered an offer of a place. About the enrolment.
    OfferAnswered = 31, "notices-offer-answered", "/care/enrolments/{about}", Here;
    /// Somebody has taken their seat. About the enrolment.
    SeatTaken = 32, "notices-seat-taken", "/care/enrolments/{about}", Here;
    /// Somebody has done all their steps, and their seat waits for the leader. About the enrolment.
    SeatWaits = 33, "notices-seat-waits", "/care/enrolments/{about}", HereAndMail;
    /// A decision on entry waits for the co-leader. About the enrolment.
    DecisionWaits = 34, "notices-decision-waits", "/care/enrolments/{about}", HereAndMail;
    /// A member took a signature back, and their seat is on hold. About the enrolment.
    SignatureTakenBack = 35, "notices-signature-taken-back", "/care/enrolments/{about}", HereAndMail;
    /// A member left by themself. About the enrolment.
    MemberLeft = 36, "notices-member-left", "/care/enrolments/{about}", HereAndMail;
    /// A free place is kept for somebody who waited, and they know of it. About the enrolment.
    OfferMade = 37, "notices-offer-made", "/care/enrolments/{about}", Here;
    /// A free place is kept for somebody whom nothing reaches from here. About the enrolment.
    OfferUnheard = 38, "notices-offer-unheard", "/care/enrolments/{about}", HereAndMail;
    /// The time to answer an offer has passed. About the enrolment.
    OfferOver = 39, "notices-offer-over", "/care/enrolments/{about}", Here;
    /// The day has come until which a member wanted to be away. About the enrolment.
    HoldOver = 40, "notices-hold-over", "/care/enrolments/{about}", HereAndMail;
    /// A member takes part from a place where nobody who leads the group is licensed. About the enrolment.
    PlaceNotCovered = 41, "notices-place-not-covered", "/care/enrolments/{about}", HereAndMail;
    /// Somebody asked for a place from outside, or was passed on. About the enrolment.
    EnquiryCame = 42, "notices-enquiry-came", "/care/enrolments/{about}", HereAndMail;
    /// Somebody wants to join a group with one's own address. About the group.
    JoiningAsked = 43, "notices-joining-asked", "/me/onward", HereAndMail;
    /// A letter was given to oneself. About the letter.
    LetterCame = 50, "notices-letter-came", "/me/letters/{about}", HereAndMail;
    /// Somebody answered a letter that one gave them. About the letter.
    LetterAnswered = 51, "notices-letter-answered", "/care/letters/{about}", Here;
    /// Something in a thread waits to be looked after. About the matter.
    MatterWaits = 70, "notices-matter-waits", "/care/matters/{about}", HereAndMail;
    /// Nobody has looked after it in time. About the matter.
    MatterOverdue = 71, "notices-matter-overdue", "/care/matters/{about}", HereAndMail;
    /// Something that one wrote was taken out of its thread, or put back. About the post.
    PostDecided = 72, "notices-post-decided", "/me/posts/{about}", Here;
    /// Somebody answered what one wrote in a thread. About the post.
    PostAnswered = 73, "notices-post-answered", "/me/posts/{about}", Here;
    /// Somebody asks to exchange contacts, or has agreed. About the group.
    ContactAsked = 74, "notices-contact-asked", "/me/groups/{about}/contacts", Here;
    /// Something happened at a meeting, and waits for somebody to close it. About the incident.
    IncidentWaits = 80, "notices-incident-waits", "/care/incidents/{about}", HereAndMail;
    /// Somebody reports that a confidence was broken, or nobody has looked at it yet. About the report.
    BreachReported = 95, "notices-breach-reported", "/breaches/reports/{about}", HereAndMail;
    /// A time limit of a case about a broken confidence is near, or over. About the case.
    BreachDue = 96, "notices-breach-due", "/breaches/cases/{about}", HereAndMail;
    /// Such a case waits for a second person's yes. About the case.
    BreachSecond = 97, "notices-breach-second", "/breaches/cases/{about}", HereAndMail;
    /// Such a case was closed, and is open again. About the case.
    BreachReopened = 99, "notices-breach-reopened", "/breaches/cases/{about}", HereAndMail;
    /// There is news about something that one reported. About the report.
    BreachNews = 98, "notices-breach-news", "/breaches", Here;
    /// It is time to look at a member's goal again. About the goal.
    GoalReview = 60, "notices-goal-review", "/care/goals/{about}", Here;
    /// It is time to look at one's own goal again. About the goal.
    OwnGoalReview = 61, "notices-own-goal-review", "/me/goals/{about}", Here;
    /// Somebody asks for something in their record to be corrected. About the person.
    CorrectionAsked = 90, "notices-correction-asked", "/care/people/{about}/kept", HereAndMail;
    /// What one asked to be corrected was answered. About the request.
    CorrectionAnswered = 91, "notices-correction-answered", "/me/data", Here;
}

impl Kind {
    /// The kind that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| Error::bug(format!("no kind of notice has the number {code}")))
    }

    /// Where a notice of this kind about `about` leads.
    pub fn leads_to(self, about: Bytes) -> String {
        self.path().replace("{about}", &to_text(about))
    }
}
