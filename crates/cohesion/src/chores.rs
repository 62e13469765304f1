//! Every kind of job there is, with the act or errand that does it. A subject that queues a new kind adds a line.

use crate::id::Bytes;
use crate::jobs::Chore;
use crate::ops::{backup, shreds};
use crate::work::{NOTE_SHRED, Work};
use crate::{
    Result, assessments, breaches, endings, enrolment, goals, groups, identity, jobs, notices, plans, practice, rights,
    room, safety, sessions, sharing,
};

/// All chores, in the order of the subjects.
pub const CHORES: &[Chore] = &[
    Chore::act(identity::MAIL_INVITATION, |work, about, round| Box::pin(notices::mail_invitation(work, about, round))),
    Chore::act(identity::ADDRESS_LEFT, |work, about, round| Box::pin(notices::tell_old_address(work, about, round))),
    Chore::act(practice::WARN, |work, about, round| Box::pin(notices::tell_of_paper(work, about, round))),
    Chore::act(jobs::SET_ASIDE, |work, about, round| Box::pin(notices::tell_of_job(work, about, round))),
    Chore::daily(jobs::FORGET, |work, _, _| Box::pin(jobs::forget(work))),
    Chore::act(notices::NUDGE, |work, about, _| Box::pin(notices::nudge(work, about))),
    Chore::errand(notices::SEND, |app, practice, about| Box::pin(notices::send(app, practice, about))),
    Chore::daily(notices::FORGET, |work, _, _| Box::pin(notices::forget(work))),
    Chore::act(safety::PASS_ON, |work, about, round| Box::pin(safety::pass_on(work, about, round))),
    Chore::act(safety::DEADLINE, |work, about, round| Box::pin(safety::overdue(work, about, round))),
    Chore::act(enrolment::OFFER_ENDS, |work, about, round| Box::pin(enrolment::end_offer(work, about, round))),
    Chore::act(enrolment::OFFER_NEXT, |work, about, _| Box::pin(enrolment::offer_again(work, about))),
    Chore::act(enrolment::HOLD_ENDS, |work, about, round| Box::pin(enrolment::end_hold(work, about, round))),
    Chore::act(groups::GET_READY, |work, about, round| Box::pin(sessions::get_ready(work, about, round))),
    Chore::act(groups::DATE_CHANGED, |work, about, _| Box::pin(sessions::tell_of_change(work, about))),
    Chore::act(goals::REVIEW, |work, about, round| Box::pin(goals::tell_of_review(work, about, round))),
    Chore::act(assessments::DISTRIBUTE, |work, about, round| Box::pin(assessments::distribute(work, about, round))),
    Chore::act(sessions::ASK_AFTER, |work, about, _| Box::pin(sessions::ask_after(work, about))),
    Chore::act(sessions::REMIND, |work, about, round| Box::pin(sessions::remind(work, about, round))),
    Chore::act(sessions::CLOSED, |work, about, _| Box::pin(after_closing(work, about))),
    Chore::act(sharing::PASS_ON, |work, about, round| Box::pin(sharing::pass_on(work, about, round))),
    Chore::act(sharing::TELL_OF_RISK, |work, about, _| Box::pin(sharing::tell_of_risk(work, about))),
    Chore::act(sharing::ERASE, |work, about, _| Box::pin(sharing::erase(work, about))),
    Chore::act(room::TIME_UP, |work, about, _| Box::pin(room::time_up(work, about))),
    Chore::act(groups::ENDED, |work, about, _| Box::pin(endings::after_the_end(work, about))),
    Chore::act(endings::BOOSTER, |work, about, round| Box::pin(endings::send_booster(work, about, round))),
    Chore::act(breaches::WATCH, |work, about, round| Box::pin(breaches::watch(work, about, round))),
    Chore::daily(rights::RETAIN, |work, _, _| Box::pin(rights::retain(work))),
    Chore::daily(room::FORGET_DOORS, |work, _, _| Box::pin(room::forget_doors(work))),
    Chore::daily(backup::BACK_UP_DAILY, |work, _, round| Box::pin(backup::back_up_daily(work, round))),
    Chore::errand(backup::BACK_UP, |app, _, _| Box::pin(backup::back_up(app))),
    Chore::daily(shreds::NOTE_DAILY, |work, _, round| Box::pin(shreds::note_daily(work, round))),
    Chore::errand(NOTE_SHRED, |app, _, _| Box::pin(shreds::look_after(app))),
];

/// What follows when a session has been closed: its plan comes to rest, nobody is at its floor any more, and its group may
/// have come near its end.
async fn after_closing(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    plans::settle(work, about).await?;
    room::clear(work, about).await?;
    endings::after_session(work, about).await
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::CHORES;
    use crate::say;
    use crate::web::Words;

    #[test]
    fn every_kind_of_job_has_one_chore() {
        let kinds: BTreeSet<&str> = CHORES.iter().map(|chore| chore.kind).collect();
        assert_eq!(kinds.len(), CHORES.len());
    }
    #[test]
    fn every_chore_says_in_words_what_it_does() {
        for chore in CHORES {
            let kind = chore.kind.replace('.', "-");
            assert_ne!(say!(Words::english(), "jobs-kind", kind = kind.as_str()), kind.as_str());
        }
    }
}
