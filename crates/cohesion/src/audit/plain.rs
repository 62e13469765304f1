//! The words of the log in plain language: what was done with somebody's record, and by what right.

use crate::access::{Deed, Tie};
use crate::say;
use crate::web::{Said, Words};

/// What a deed is called, for whoever reads the log; a word that stands for no deed any more is said as it is.
pub(crate) fn deed_name(words: Words, code: &str) -> Said {
    // A key of a Fluent choice holds no dot.
    say!(words, "audit-deed-name", code = code.replace('.', "-"))
}

/// The Fluent key of what a deed did with a record; a general one where the deed touches nobody's record in particular.
pub(super) fn did(deed: &str) -> &'static str {
    let Some(deed) = Deed::from_code(deed) else { return "audit-did-other" };
    match deed {
        Deed::SignIn => "audit-did-sign-in",
        Deed::RefuseSignIn => "audit-did-refuse-sign-in",
        Deed::ShowSecondFactor => "audit-did-second-factor",
        Deed::TakeUpInvitation => "audit-did-take-up",
        Deed::InviteStaff | Deed::PrepareEntry => "audit-did-prepare",
        Deed::SendInvitation | Deed::SendMail => "audit-did-mail",
        Deed::SeeOutbox => "audit-did-outbox",
        Deed::CloseAccount | Deed::EndWork => "audit-did-close",
        Deed::SetUp
        | Deed::ChangeRoles
        | Deed::RecordCredential
        | Deed::VerifyCredential
        | Deed::VouchFor
        | Deed::SeeStaff => "audit-did-staff",
        Deed::ChangePerson | Deed::ChangeColleague => "audit-did-contacts",
        Deed::SeeSeats | Deed::SeePerson => "audit-did-see-person",
        Deed::SeeFellows => "audit-did-fellows",
        Deed::RaiseAlert | Deed::SeeAlert | Deed::AnswerAlert | Deed::SetLevel | Deed::EscalateAlert => {
            "audit-did-alert"
        }
        Deed::SeeSafetyPlan | Deed::WriteSafetyPlan => "audit-did-plan",
        Deed::TakeEnquiry
        | Deed::AskForPlace
        | Deed::ReferOn
        | Deed::SeeEnrolments
        | Deed::SeeEnrolment
        | Deed::DecideEntry => "audit-did-enrolment",
        Deed::Screen | Deed::ReadScreening | Deed::CheckSuitability | Deed::ReadSuitability => "audit-did-screening",
        Deed::OfferPlace | Deed::AnswerOffer | Deed::KeepSeat | Deed::EndEnrolment => "audit-did-place",
        Deed::NoteComposition | Deed::WeighComposition => "audit-did-composition",
        Deed::SeeGoals | Deed::AgreeGoal | Deed::RateGoal => "audit-did-goals",
        Deed::AssignQuestionnaire => "audit-did-assign",
        Deed::SeeScores | Deed::SeeCourse | Deed::ReadAnswers | Deed::SeeRepairs | Deed::MendStrain => {
            "audit-did-scores"
        }
        Deed::HoldSession | Deed::SeeAttendance | Deed::SeeMemberAttendance | Deed::AnswerAbsence => {
            "audit-did-attendance"
        }
        Deed::SeeTalkTime => "audit-did-talk-time",
        Deed::WriteNotes | Deed::ReadNotes | Deed::SignNote | Deed::CountersignNote => "audit-did-notes",
        Deed::SeeLetters | Deed::WriteLetter | Deed::ReleaseLetter | Deed::CloseAnswer => "audit-did-letters",
        Deed::SeePatterns => "audit-did-patterns",
        Deed::SeeTalks | Deed::MarkDiscussed => "audit-did-talks",
        Deed::SeeEnding | Deed::RunEnding | Deed::ReadSummary | Deed::WriteSummary | Deed::CountersignSummary => {
            "audit-did-ending"
        }
        Deed::SeeMatters | Deed::Moderate | Deed::PassMatterOn | Deed::ExchangeContacts => "audit-did-threads",
        Deed::SeeMemberWords | Deed::LeadMemberWords => "audit-did-words",
        Deed::SeeKept | Deed::AnswerCorrection => "audit-did-rights",
        Deed::HoldRecords => "audit-did-hold",
        Deed::Retain => "audit-did-retain",
        Deed::SeeBreach | Deed::HandleBreach | Deed::SeeSight => "audit-did-breach",
        _ => "audit-did-other",
    }
}

/// The Fluent key of the part in which somebody acted; nothing where the part says no more than that they work here.
pub(super) fn part(outcome: &str) -> Option<&'static str> {
    let tie = Tie::ALL.into_iter().find(|tie| tie.code() == outcome)?;
    match tie {
        Tie::Leader => Some("audit-part-leader"),
        Tie::CoLeader => Some("audit-part-co-leader"),
        Tie::Supervisor => Some("audit-part-supervisor"),
        Tie::Facilitator => Some("audit-part-facilitator"),
        Tie::OnDuty => Some("audit-part-on-duty"),
        Tie::Clinician => Some("audit-part-clinician"),
        Tie::Scheduler => Some("audit-part-scheduler"),
        Tie::Administrator => Some("audit-part-administrator"),
        _ => None,
    }
}

/// Whether the log's word says that it was not allowed.
pub(super) fn was_refused(outcome: &str) -> bool {
    outcome == "refused"
}

#[cfg(test)]
mod tests {
    use super::deed_name;
    use crate::access::Deed;
    use crate::web::Words;

    #[test]
    fn every_deed_has_a_name_in_words() {
        for deed in Deed::ALL {
            let name = deed_name(Words::english(), deed.code());
            assert_ne!(name, deed.code().replace('.', "-"), "locales/en/audit.ftl does not name it");
        }
    }
}
