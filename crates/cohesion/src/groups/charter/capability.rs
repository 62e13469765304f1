//! What the product can do with a group, and whether a charter requires, allows or forbids it.

use super::{
    Allowance, Attendance, Billing, Charter, Consent, Contact, Crisis, CrossTalk, DropOut, Entry, Feedback, Goals,
    Homework, Leadership, Measures, Moderation, Notes, Recording, Roster, Screening, Supervision, Techniques,
};
use crate::{Error, Result};

/// What a charter says of a capability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The group cannot run without it.
    Required,
    /// It may be used.
    Allowed,
    /// No page, job, export or notice may produce it.
    Forbidden,
}

macro_rules! capabilities {
    ($($(#[$doc:meta])* $name:ident $row:literal;)+) => {
        /// Something the product can do with a group.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Capability { $($(#[$doc])* $name,)+ }

        impl Capability {
            /// Every capability, in the order of the charter's questions.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The charter's question that it belongs to, 1 to 32.
            pub const fn row(self) -> u8 {
                match self { $(Self::$name => $row,)+ }
            }
        }
    };
}

capabilities! {
    /// A licence that is valid where each member is.
    LicensedLeader 1;
    /// A named supervisor for a trainee.
    TraineeSupervision 4;
    /// A supervisor who sits in on live sessions, where every member has agreed.
    LiveObservation 4;
    /// A facilitator's look back at a meeting, in place of fidelity.
    FacilitatorDebrief 4;
    /// Joining without anybody's decision.
    SelfJoin 5;
    /// A screening with reasoned decisions.
    StructuredScreening 6;
    /// Consent to treatment.
    TreatmentConsent 7;
    /// A diagnosis on record.
    Diagnosis 8;
    /// Goals of treatment.
    TreatmentGoals 9;
    /// A step that only its owner sees.
    PrivateStep 9;
    /// Questionnaires whose scores a leader reads.
    OutcomeMeasures 10;
    /// A look at oneself that only its owner reads.
    PrivateSelfCheck 10;
    /// Evidence-based material: exposure, trauma work, chain analysis.
    ClinicalTechniques 11;
    /// How much of what was planned came about.
    Fidelity 11;
    /// Homework that is set and read.
    HomeworkReview 12;
    /// A note about one member.
    MemberNotes 13;
    /// A leader's own notes, kept apart from every record.
    ProcessNotes 13;
    /// A log of meetings in place of notes: how many came, about what, and what happened.
    MeetingLog 13;
    /// A therapist's written feedback to one member.
    TherapistFeedback 14;
    /// What one member writes to another, which whoever leads reads first.
    MemberWords 14;
    /// What helped one member, told to another who asks.
    PeerExperience 14;
    /// A claim for one member's attendance.
    ClaimBilling 15;
    /// Showing members who belongs to the group outside its meetings.
    OpenRoster 18;
    /// A script with readings and a topic, and rounds in which nobody answers another.
    MeetingScript 19;
    /// Threads between meetings.
    Threads 20;
    /// A thread that is open for a stated time only, opened by whoever leads.
    ThreadHours 20;
    /// A space for threads that members open themselves.
    ThreadSpace 20;
    /// Ways to be reached, exchanged by two members who both agree.
    ContactExchange 20;
    /// Several who look after threads: reading before the others do, second opinions, appeals, stepping back.
    ModerationTeam 21;
    /// A risk level set by a clinician.
    RiskLevels 22;
    /// Handing a concern to a clinician of another group, with the knowledge of whom it is about.
    HandOver 22;
    /// A form for what happened at a meeting, which somebody has to close.
    IncidentForm 22;
    /// Asking at the door of a live room where somebody is, and how they can be called.
    WhereaboutsAtDoor 22;
    /// Attendance by person.
    MemberAttendance 24;
    /// Watching for members who stay away.
    DropOutWatch 25;
    /// An ending with things to do, a summary for each member, and questions afterwards.
    PlannedEnding 25;
    /// A recording of a meeting.
    Recording 26;
    /// A legal hold, which stops every clock and every erasure.
    LegalHold 28;
}

impl Charter {
    /// What this charter says of a capability.
    pub const fn rule(&self, capability: Capability) -> Rule {
        match capability {
            Capability::LicensedLeader => required(matches!(self.leadership, Leadership::LicensedClinician)),
            Capability::TraineeSupervision => required(matches!(self.supervision, Supervision::RequiredForTrainees)),
            Capability::LiveObservation => allowed(matches!(self.supervision, Supervision::RequiredForTrainees)),
            Capability::FacilitatorDebrief => allowed(matches!(self.supervision, Supervision::DebriefAndDutyContact)),
            Capability::SelfJoin => allowed(matches!(self.entry, Entry::OpenOrLight)),
            Capability::StructuredScreening => required(matches!(self.screening, Screening::StructuredWithReasons)),
            Capability::TreatmentConsent => required(matches!(self.consent, Consent::InformedConsentAndAgreement)),
            Capability::Diagnosis => allowed(matches!(self.diagnosis, Allowance::Allowed)),
            Capability::TreatmentGoals => allowed(matches!(self.goals, Goals::LinkedToTreatment)),
            Capability::PrivateStep => allowed(matches!(self.goals, Goals::OwnPrivateStep)),
            Capability::OutcomeMeasures => allowed(matches!(self.measures, Measures::BatteryWithAlerts)),
            Capability::PrivateSelfCheck => allowed(matches!(self.measures, Measures::PrivateSelfCheckOnly)),
            Capability::ClinicalTechniques | Capability::Fidelity => {
                allowed(matches!(self.techniques, Techniques::EvidenceBased))
            }
            Capability::HomeworkReview => allowed(matches!(self.homework, Homework::AssignedAndReviewed)),
            Capability::MemberNotes => required(matches!(self.notes, Notes::GroupMemberAndProcess)),
            Capability::ProcessNotes => allowed(matches!(self.notes, Notes::GroupMemberAndProcess)),
            Capability::MeetingLog => required(matches!(self.notes, Notes::MeetingLogOnly)),
            Capability::TherapistFeedback | Capability::MemberWords => {
                allowed(matches!(self.feedback, Feedback::FromTherapistAndByType))
            }
            Capability::PeerExperience => allowed(matches!(self.feedback, Feedback::FromPeersExperience)),
            Capability::ClaimBilling => allowed(matches!(self.billing, Billing::PerMember)),
            Capability::OpenRoster => allowed(!matches!(self.roster, Roster::WhoIsInTheRoom | Roster::Hidden)),
            Capability::Threads => {
                allowed(matches!(self.contact, Contact::LeaderOpenedThreads | Contact::ModeratedThreads))
            }
            Capability::ThreadHours => required(matches!(self.contact, Contact::LeaderOpenedThreads)),
            Capability::ThreadSpace | Capability::ContactExchange => {
                allowed(matches!(self.contact, Contact::ModeratedThreads))
            }
            Capability::ModerationTeam => allowed(matches!(self.moderation, Moderation::TeamWithQueue)),
            Capability::MeetingScript => allowed(matches!(self.cross_talk, CrossTalk::OffWithOpenPhase)),
            Capability::WhereaboutsAtDoor => allowed(matches!(self.crisis, Crisis::AlertWithClockAndClinician)),
            Capability::RiskLevels => required(matches!(self.crisis, Crisis::AlertWithClockAndClinician)),
            Capability::HandOver | Capability::IncidentForm => {
                allowed(matches!(self.crisis, Crisis::CardAndDutyContact))
            }
            Capability::MemberAttendance => required(matches!(self.attendance, Attendance::PerMemberWithMinutes)),
            Capability::DropOutWatch | Capability::PlannedEnding => {
                allowed(matches!(self.drop_out, DropOut::MonitoredWithOutreach))
            }
            Capability::Recording => {
                allowed(!matches!(self.recording, Recording::TrainingExceptionOnly | Recording::Forbidden))
            }
            Capability::LegalHold => allowed(self.retention.legal_hold),
        }
    }

    /// Goes on where the charter does not forbid it; what is forbidden does not exist.
    pub const fn allow(&self, capability: Capability) -> Result<()> {
        match self.rule(capability) {
            Rule::Required | Rule::Allowed => Ok(()),
            Rule::Forbidden => Err(Error::NotFound),
        }
    }
}

const fn required(yes: bool) -> Rule {
    if yes { Rule::Required } else { Rule::Forbidden }
}

const fn allowed(yes: bool) -> Rule {
    if yes { Rule::Allowed } else { Rule::Forbidden }
}
