//! The charter: what makes a therapy group and a support group differ, as one typed answer to each of 32 questions.
//!
//! The kind is fixed when a group is founded. This file alone matches on it; everyone else asks the charter.

mod answers;
mod capability;
#[cfg(test)]
mod tests;

pub use answers::*;
pub use capability::{Capability, Rule};

use crate::{Error, Result};

/// The two kinds of group. No other file may match on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Led by a licensed professional, built around goals, measured.
    Therapy,
    /// Led by a trained facilitator, built on shared experience.
    Support,
}

/// One group's rules. [`Charter::therapy`] and [`Charter::support`] are the only two there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charter {
    kind: Kind,
    leadership: Leadership,
    credential: CredentialCheck,
    co_leader: CoLeaders,
    supervision: Supervision,
    entry: Entry,
    screening: Screening,
    consent: Consent,
    diagnosis: Allowance,
    goals: Goals,
    measures: Measures,
    techniques: Techniques,
    homework: Homework,
    notes: Notes,
    feedback: Feedback,
    billing: Billing,
    confidentiality: Confidentiality,
    identity: ShownIdentity,
    roster: Roster,
    cross_talk: CrossTalk,
    contact: Contact,
    moderation: Moderation,
    crisis: Crisis,
    reporting: Reporting,
    attendance: Attendance,
    drop_out: DropOut,
    recording: Recording,
    assistance: Assistance,
    retention: Retention,
    rights: Rights,
    research: Research,
    minors: Minors,
    advertising: Advertising,
}

impl Charter {
    /// Group therapy.
    pub const fn therapy() -> Self {
        Self {
            kind: Kind::Therapy,
            leadership: Leadership::LicensedClinician,
            credential: CredentialCheck::LicenceBlocksWhenInvalid,
            co_leader: CoLeaders::Allowed,
            supervision: Supervision::RequiredForTrainees,
            entry: Entry::ScreenedAndConsented,
            screening: Screening::StructuredWithReasons,
            consent: Consent::InformedConsentAndAgreement,
            diagnosis: Allowance::Allowed,
            goals: Goals::LinkedToTreatment,
            measures: Measures::BatteryWithAlerts,
            techniques: Techniques::EvidenceBased,
            homework: Homework::AssignedAndReviewed,
            notes: Notes::GroupMemberAndProcess,
            feedback: Feedback::FromTherapistAndByType,
            billing: Billing::PerMember,
            confidentiality: Confidentiality::ClinicalRecord,
            identity: ShownIdentity::FirstOrChosenName,
            roster: Roster::WhoIsInTheRoom,
            cross_talk: CrossTalk::ByFormat,
            contact: Contact::LeaderOpenedThreads,
            moderation: Moderation::Leader,
            crisis: Crisis::AlertWithClockAndClinician,
            reporting: Reporting::ByClinician,
            attendance: Attendance::PerMemberWithMinutes,
            drop_out: DropOut::MonitoredWithOutreach,
            recording: Recording::TrainingExceptionOnly,
            assistance: Assistance::DraftsOnPremise,
            retention: Retention { log_months: 120, posts_days: 365, legal_hold: true },
            rights: Rights::AccessAmendExport,
            research: Research::CellsOfAtLeast(10),
            minors: Minors::UnlockedByChecklist,
            advertising: Advertising::MayNameTreatment,
        }
    }

    /// A support group.
    pub const fn support() -> Self {
        Self {
            kind: Kind::Support,
            leadership: Leadership::TrainedFacilitator,
            credential: CredentialCheck::TrainingBlocksWhenExpired,
            co_leader: CoLeaders::RecommendedWithRotation,
            supervision: Supervision::DebriefAndDutyContact,
            entry: Entry::OpenOrLight,
            screening: Screening::SuitabilityOnly,
            consent: Consent::ParticipationAgreement,
            diagnosis: Allowance::Forbidden,
            goals: Goals::OwnPrivateStep,
            measures: Measures::PrivateSelfCheckOnly,
            techniques: Techniques::SharedExperience,
            homework: Homework::OptionalSharing,
            notes: Notes::MeetingLogOnly,
            feedback: Feedback::FromPeersExperience,
            billing: Billing::FreeOrDonation,
            confidentiality: Confidentiality::CommunityPromise,
            identity: ShownIdentity::Pseudonym,
            roster: Roster::Hidden,
            cross_talk: CrossTalk::OffWithOpenPhase,
            contact: Contact::ModeratedThreads,
            moderation: Moderation::TeamWithQueue,
            crisis: Crisis::CardAndDutyContact,
            reporting: Reporting::ByLawToldUpFront,
            attendance: Attendance::HeadCount,
            drop_out: DropOut::ComeAndGo,
            recording: Recording::Forbidden,
            assistance: Assistance::ModerationAidOnly,
            retention: Retention { log_months: 24, posts_days: 365, legal_hold: false },
            rights: Rights::FullSelfDelete,
            research: Research::HeadCountsOnly,
            minors: Minors::NotInOpenGroups,
            advertising: Advertising::NoClaimToTreat,
        }
    }

    /// For how many months a record must stay after its member has left; none where they may delete all of it at once.
    pub const fn kept_after_leaving(&self) -> Option<u32> {
        match self.rights {
            Rights::AccessAmendExport => Some(self.retention.log_months),
            Rights::FullSelfDelete => None,
        }
    }

    /// The kind of group that a technique must be made for to be used here.
    pub const fn techniques_for(&self) -> ::techniques::GroupKind {
        match self.techniques {
            Techniques::EvidenceBased => ::techniques::GroupKind::Therapy,
            Techniques::SharedExperience => ::techniques::GroupKind::Support,
        }
    }

    /// The charter that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        match code {
            1 => Ok(Self::therapy()),
            2 => Ok(Self::support()),
            other => Err(Error::bug(format!("no charter has the number {other}"))),
        }
    }

    /// The number that is stored.
    pub const fn code(&self) -> i64 {
        match self.kind {
            Kind::Therapy => 1,
            Kind::Support => 2,
        }
    }

    /// The Fluent key of what this kind of group is called.
    pub const fn name_key(&self) -> &'static str {
        match self.kind {
            Kind::Therapy => "groups-kind-therapy",
            Kind::Support => "groups-kind-support",
        }
    }

    /// The Fluent key of what this kind of group is.
    pub const fn about_key(&self) -> &'static str {
        match self.kind {
            Kind::Therapy => "groups-kind-therapy-about",
            Kind::Support => "groups-kind-support-about",
        }
    }
}

macro_rules! questions {
    ($($(#[$doc:meta])* $name:ident: $answer:ty;)+) => {
        impl Charter {
            $($(#[$doc])* pub const fn $name(&self) -> $answer { self.$name })+

            /// Every question with its answer, in their order.
            #[cfg(test)]
            fn answers(&self) -> Vec<(&'static str, String)> {
                vec![$((stringify!($name), format!("{:?}", self.$name)),)+]
            }
        }
    };
}

questions! {
    /// 1. Who may lead?
    leadership: Leadership;
    /// 2. What must be checked about who leads?
    credential: CredentialCheck;
    /// 3. May there be a second leader?
    co_leader: CoLeaders;
    /// 4. Who looks over the leader's shoulder?
    supervision: Supervision;
    /// 5. How does a person come in?
    entry: Entry;
    /// 6. What is asked before?
    screening: Screening;
    /// 7. What is signed?
    consent: Consent;
    /// 8. May a diagnosis be recorded?
    diagnosis: Allowance;
    /// 9. Whose goals are there?
    goals: Goals;
    /// 10. Are outcomes measured?
    measures: Measures;
    /// 11. Which techniques may be used?
    techniques: Techniques;
    /// 12. Is homework set and read?
    homework: Homework;
    /// 13. Which notes exist?
    notes: Notes;
    /// 14. Which way does feedback flow?
    feedback: Feedback;
    /// 15. Can attendance be billed?
    billing: Billing;
    /// 16. What protects what is said?
    confidentiality: Confidentiality;
    /// 17. Which name do members see of each other?
    identity: ShownIdentity;
    /// 18. Who sees who belongs?
    roster: Roster;
    /// 19. May members answer each other?
    cross_talk: CrossTalk;
    /// 20. May members write between meetings?
    contact: Contact;
    /// 21. Who moderates?
    moderation: Moderation;
    /// 22. What does a sign of danger set off?
    crisis: Crisis;
    /// 23. Who must report by law?
    reporting: Reporting;
    /// 24. How is attendance kept?
    attendance: Attendance;
    /// 25. What happens when someone stays away?
    drop_out: DropOut;
    /// 26. May a meeting be recorded?
    recording: Recording;
    /// 27. What may software suggest?
    assistance: Assistance;
    /// 28. How long are things kept?
    retention: Retention;
    /// 29. What may a person do with their own record?
    rights: Rights;
    /// 30. What may be counted?
    research: Research;
    /// 31. May minors come?
    minors: Minors;
    /// 32. What may be said of the group in public?
    advertising: Advertising;
}
