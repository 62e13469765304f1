//! The answers that a charter can give, one type for each question.

/// Who may lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leadership {
    /// A clinician whose licence is valid where each member is.
    LicensedClinician,
    /// A trained facilitator, peer or clinician; no title is shown as treatment.
    TrainedFacilitator,
}

/// What must be checked about who leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CredentialCheck {
    /// Number, body, place and end of the licence; an invalid one blocks the session.
    LicenceBlocksWhenInvalid,
    /// Identity, training, code of conduct and references; an ended training blocks.
    TrainingBlocksWhenExpired,
}

/// Whether there is a second leader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoLeaders {
    /// Allowed, with roles on record.
    Allowed,
    /// Two are recommended and may take turns.
    RecommendedWithRotation,
}

/// Who looks over the leader's shoulder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supervision {
    /// A named supervisor for trainees, open to all.
    RequiredForTrainees,
    /// A debrief after each meeting and a duty contact.
    DebriefAndDutyContact,
}

/// How a person comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Referral, screening, decision, preparation, consent; never by oneself.
    ScreenedAndConsented,
    /// Open, or with a light registration.
    OpenOrLight,
}

/// What is asked before entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screening {
    /// A structured screening with reasoned decisions.
    StructuredWithReasons,
    /// Whether it fits and is safe; never a diagnosis.
    SuitabilityOnly,
}

/// What is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// Informed consent and group agreement, with versions.
    InformedConsentAndAgreement,
    /// A participation agreement; no consent to treatment.
    ParticipationAgreement,
}

/// Whether something may be recorded at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowance {
    /// It may.
    Allowed,
    /// It may not; no field for it exists.
    Forbidden,
}

/// Whose goals there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goals {
    /// Treatment goals, linked to sessions and measures.
    LinkedToTreatment,
    /// A private step that only its owner sees.
    OwnPrivateStep,
}

/// Whether outcomes are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measures {
    /// A battery on a schedule, with alerts, read by the clinician.
    BatteryWithAlerts,
    /// An optional self-check that only its owner sees.
    PrivateSelfCheckOnly,
}

/// Which techniques may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Techniques {
    /// Evidence-based material with fidelity and homework.
    EvidenceBased,
    /// Topics and shared experience; no exposure, trauma or chain work.
    SharedExperience,
}

/// Whether homework is set and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Homework {
    /// Set for all or one, read by the leader.
    AssignedAndReviewed,
    /// Nothing is set; sharing is free.
    OptionalSharing,
}

/// Which notes exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notes {
    /// Group record, member notes and process notes kept apart.
    GroupMemberAndProcess,
    /// A meeting log with date, head-count, topic and incidents.
    MeetingLogOnly,
}

/// Which way feedback flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feedback {
    /// From the therapist in writing, between members by format.
    FromTherapistAndByType,
    /// Between members, from experience; no interpretation.
    FromPeersExperience,
}

/// Whether attendance can be billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Billing {
    /// Per member and session.
    PerMember,
    /// Free, or by donation.
    FreeOrDonation,
}

/// What protects what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidentiality {
    /// The law on clinical records, need-to-know among staff.
    ClinicalRecord,
    /// A promise among participants; the facilitator's duties are told up front.
    CommunityPromise,
}

/// Which name members see of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownIdentity {
    /// A first name or a chosen one.
    FirstOrChosenName,
    /// Any name the person likes.
    Pseudonym,
}

/// Who sees who belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roster {
    /// Members see who is in the room, nothing more.
    WhoIsInTheRoom,
    /// Nobody, unless a person opts in.
    Hidden,
}

/// Whether members answer each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrossTalk {
    /// By format: invited, guided, or through the leader.
    ByFormat,
    /// Off; an open discussion may follow.
    OffWithOpenPhase,
}

/// Whether members write between meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    /// Off; the leader may open a thread with hours.
    LeaderOpenedThreads,
    /// Moderated threads, if the group wants them.
    ModeratedThreads,
}

/// Who moderates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moderation {
    /// The leader.
    Leader,
    /// The facilitator and a team, with a queue.
    TeamWithQueue,
}

/// What a sign of danger sets off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crisis {
    /// An alert with a clock, an owner and a clinician's decision.
    AlertWithClockAndClinician,
    /// The crisis card, the duty contact and an incident form; no scoring.
    CardAndDutyContact,
}

/// Who must report by law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reporting {
    /// The clinician.
    ByClinician,
    /// Whoever the law binds; it is said before joining.
    ByLawToldUpFront,
}

/// How attendance is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attendance {
    /// For each member, with minutes and reasons.
    PerMemberWithMinutes,
    /// As a head-count.
    HeadCount,
}

/// What happens when someone stays away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DropOut {
    /// It is watched, with outreach and a closing letter.
    MonitoredWithOutreach,
    /// People come and go; a nudge only if they asked for one.
    ComeAndGo,
}

/// Whether a meeting may be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recording {
    /// Never, but for training with everyone's written consent and an end date.
    TrainingExceptionOnly,
    /// Never.
    Forbidden,
}

/// What software may suggest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assistance {
    /// Drafts on the practice's own machine, if it opted in.
    DraftsOnPremise,
    /// Nothing on content, but for help with moderation.
    ModerationAidOnly,
}

/// What a person may do with their own record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rights {
    /// See, correct and export it.
    AccessAmendExport,
    /// Delete all of it.
    FullSelfDelete,
}

/// Whether minors may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minors {
    /// Off until the practice has gone through the checklist.
    UnlockedByChecklist,
    /// Not in open groups.
    NotInOpenGroups,
}

/// What may be said of the group in public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advertising {
    /// That it is treatment, and for what.
    MayNameTreatment,
    /// Never that it treats or cures.
    NoClaimToTreat,
}

/// How long things are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// Records or meeting logs, in months; a practice may choose longer where its law asks for it.
    pub log_months: u32,
    /// Shared posts, in days.
    pub posts_days: u32,
    /// Whether a legal hold can stop the clock.
    pub legal_hold: bool,
}

/// What may be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Research {
    /// De-identified figures, never of fewer people than this.
    CellsOfAtLeast(u32),
    /// Head-counts and satisfaction.
    HeadCountsOnly,
}
