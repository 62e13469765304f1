//! The two charters beside each other, and every part and page that one of them forbids.

mod support;
mod table;
mod walk;

use super::{Capability, Charter, Rule};

/// What a support group must never be able to do (domain policy, rows 4, 6 to 14, 22, 24 and 25).
const FORBIDDEN_IN_SUPPORT: &[Capability] = &[
    Capability::LicensedLeader,
    Capability::TraineeSupervision,
    Capability::LiveObservation,
    Capability::StructuredScreening,
    Capability::TreatmentConsent,
    Capability::Diagnosis,
    Capability::TreatmentGoals,
    Capability::OutcomeMeasures,
    Capability::ClinicalTechniques,
    Capability::Fidelity,
    Capability::HomeworkReview,
    Capability::MemberNotes,
    Capability::ProcessNotes,
    Capability::TherapistFeedback,
    Capability::MemberWords,
    Capability::ClaimBilling,
    Capability::ThreadHours,
    Capability::OpenRoster,
    Capability::RiskLevels,
    Capability::WhereaboutsAtDoor,
    Capability::MemberAttendance,
    Capability::DropOutWatch,
    Capability::PlannedEnding,
    Capability::Recording,
    Capability::LegalHold,
];

#[test]
fn a_support_group_has_nothing_clinical() {
    let charter = Charter::support();
    for capability in Capability::ALL {
        let forbidden = charter.rule(*capability) == Rule::Forbidden;
        assert_eq!(forbidden, FORBIDDEN_IN_SUPPORT.contains(capability), "{capability:?}");
    }
}

#[test]
fn a_therapy_group_is_never_joined_alone_nor_recorded() {
    let charter = Charter::therapy();
    for capability in Capability::ALL {
        let forbidden = charter.rule(*capability) == Rule::Forbidden;
        let expected = matches!(
            capability,
            Capability::FacilitatorDebrief
                | Capability::SelfJoin
                | Capability::PrivateStep
                | Capability::PrivateSelfCheck
                | Capability::HandOver
                | Capability::MeetingLog
                | Capability::PeerExperience
                | Capability::ThreadSpace
                | Capability::ContactExchange
                | Capability::ModerationTeam
                | Capability::MeetingScript
                | Capability::IncidentForm
                | Capability::OpenRoster
                | Capability::Recording
        );
        assert_eq!(forbidden, expected, "{capability:?}");
    }
}

#[test]
fn what_is_forbidden_reads_as_not_there() {
    assert!(Charter::support().allow(Capability::MemberNotes).is_err());
    assert!(Charter::therapy().allow(Capability::MemberNotes).is_ok());
}

#[test]
fn a_stored_number_brings_back_the_same_charter() {
    for charter in [Charter::therapy(), Charter::support()] {
        assert_eq!(Charter::from_code(charter.code()), Ok(charter));
    }
    assert!(Charter::from_code(3).is_err());
}
