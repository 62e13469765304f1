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

/// Who reads what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// The person whose record it was done with.
    Oneself,
    /// Whoever runs the site.
    Site,
}

/// The Fluent key of the part in which somebody acted; nothing where the part says no more than that they work here.
pub(super) fn part(outcome: &str, reader: Reader) -> Option<&'static str> {
    let tie = Tie::ALL.into_iter().find(|tie| tie.code() == outcome)?;
    match (tie, reader) {
        (Tie::Leader, Reader::Oneself) => Some("audit-part-leader"),
        (Tie::CoLeader, Reader::Oneself) => Some("audit-part-co-leader"),
        (Tie::Supervisor, Reader::Oneself) => Some("audit-part-supervisor"),
        (Tie::Facilitator, Reader::Oneself) => Some("audit-part-facilitator"),
        (Tie::Leader, Reader::Site) => Some("audit-log-part-leader"),
        (Tie::CoLeader, Reader::Site) => Some("audit-log-part-co-leader"),
        (Tie::Supervisor, Reader::Site) => Some("audit-log-part-supervisor"),
        (Tie::Facilitator, Reader::Site) => Some("audit-log-part-facilitator"),
        (Tie::OnDuty, _) => Some("audit-part-on-duty"),
        (Tie::Clinician, _) => Some("audit-part-clinician"),
        (Tie::Scheduler, _) => Some("audit-part-scheduler"),
        (Tie::Administrator, _) => Some("audit-part-administrator"),
        _ => None,
    }
}

/// Whether it is a step of the person's own way in, which the log knows as one of somebody who is not signed in yet.
pub(super) fn is_own_way_in(deed: &str) -> bool {
    matches!(Deed::from_code(deed), Some(Deed::SignIn | Deed::ShowSecondFactor))
}

/// Whether the log's word says that it was not allowed.
pub(super) fn was_refused(outcome: &str) -> bool {
    outcome == "refused"
}

#[cfg(test)]
mod tests {
    use super::{Reader, deed_name, is_own_way_in, part};
    use crate::access::{Deed, Tie};
    use crate::web::Words;

    #[test]
    fn every_deed_has_a_name_in_words() {
        for deed in Deed::ALL {
            let name = deed_name(Words::english(), deed.code());
            assert_ne!(name, deed.code().replace('.', "-"), "locales/en/audit.ftl does not name it");
        }
    }

    #[test]
    fn a_part_is_told_to_its_reader() {
        assert_eq!(part(Tie::Leader.code(), Reader::Oneself), Some("audit-part-leader"));
        assert_eq!(part(Tie::Leader.code(), Reader::Site), Some("audit-log-part-leader"));
        assert_eq!(part(Tie::OnDuty.code(), Reader::Site), Some("audit-part-on-duty"));
    }

    #[test]
    fn whoever_gets_in_is_oneself_or_knows_what_it_takes() {
        assert!(is_own_way_in(Deed::SignIn.code()));
        assert!(!is_own_way_in(Deed::RefuseSignIn.code()) && !is_own_way_in(Deed::SeeCourse.code()));
    }
}
