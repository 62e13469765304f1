//! What happens by itself ahead of a session: questionnaires open, and a neutral mail goes out.

use jiff::civil::DateTime;

use super::super::{DateMail, choose_mail, send_word};
use super::pass_until;
use crate::access::{About, Deed, Standing};
use crate::assessments::{Battery, Entry, When, asked_of, set_battery};
use crate::clock::{Span, Timestamp};
use crate::groups::{GroupState, Move, Series, advance, cancel_session, move_session, plan_series};
use crate::id::SessionId;
use crate::testing::{Circle, TestClinic, who};
use crate::work::Work;
use crate::{Result, scenarios};

/// Asks for one questionnaire before each session.
async fn with_battery(clinic: &TestClinic, circle: &Circle) -> Result<()> {
    let (group, leader) = (circle.group, clinic.signed_in(who(circle.leader)));
    let battery = Battery { entries: vec![Entry { instrument: "gad-7".to_owned(), when: When::EachSession }] };
    clinic.write(leader, async move |work| set_battery(work, group, &battery).await).await
}

/// Until when each open questionnaire of the member is hoped for.
async fn due(clinic: &TestClinic, circle: &Circle) -> Result<Vec<Timestamp>> {
    let person = circle.person();
    let asking = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
        Ok(asked_of(work, &grant, person).await?.into_iter().map(|asked| asked.due_at).collect())
    };
    clinic.read(circle.member, asking).await
}

async fn shift(clinic: &TestClinic, circle: &Circle, session: SessionId, to: DateTime) -> Result<()> {
    clinic.write(circle.leader, async move |work| move_session(work, session, to, Move::ThisOne).await).await
}

async fn mails(clinic: &TestClinic) -> Result<Vec<String>> {
    clinic.run_jobs().await?;
    Ok(clinic.outbox().await?.into_iter().rev().map(|sent| sent.mail.text).collect())
}

const fn day(day: i8, hour: i8) -> DateTime {
    jiff::civil::date(2026, 12, day).at(hour, 0, 0, 0)
}

/// Four weekly sessions, the first one on Wednesday, 2 December, 18:00.
async fn planned(clinic: &TestClinic, circle: &Circle) -> Result<Vec<crate::groups::Session>> {
    let (group, series) = (circle.group, Series { first: day(2, 18), minutes: 90, count: 4, every_weeks: 1 });
    clinic.write(circle.leader, async move |work| plan_series(work, group, series).await).await
}

const REMINDER: &str =
    "You have an appointment on Wednesday 2 December, 18:00. Sign in to see more, or to say that you cannot come:";
const CHANGE: &str = "An appointment of yours has changed. Sign in to see it:";

scenarios! {
    async fn questionnaires_open_two_days_before_a_session_and_once(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_battery(&clinic, &circle).await?;
        let first = planned(&clinic, &circle).await?[0];
        pass_until(&clinic, first.starts_at - Span::hours(48) - Span(1));
        clinic.run_jobs().await?;
        assert_eq!(due(&clinic, &circle).await?, []);
        clinic.pass(Span(1));
        clinic.run_jobs().await?;
        clinic.run_jobs().await?;
        assert_eq!(due(&clinic, &circle).await?, [first.starts_at]);
        Ok(())
    }

    async fn questionnaires_follow_a_session_that_is_moved(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_battery(&clinic, &circle).await?;
        let first = planned(&clinic, &circle).await?[0];
        shift(&clinic, &circle, first.id, day(4, 18)).await?;
        pass_until(&clinic, first.starts_at - Span::hours(24));
        clinic.run_jobs().await?;
        assert_eq!(due(&clinic, &circle).await?, [], "it is three days away now");
        clinic.pass(Span::days(1));
        clinic.run_jobs().await?;
        assert_eq!(due(&clinic, &circle).await?, [first.starts_at + Span::days(2)]);
        shift(&clinic, &circle, first.id, day(4, 16)).await?;
        clinic.run_jobs().await?;
        assert_eq!(due(&clinic, &circle).await?, [first.starts_at + Span::hours(46)], "the same one, at its new hour");
        shift(&clinic, &circle, first.id, day(8, 18)).await?;
        clinic.run_jobs().await?;
        assert_eq!(due(&clinic, &circle).await?, [], "it waits until it is time again");
        clinic.pass(Span::days(4));
        clinic.run_jobs().await?;
        assert_eq!(due(&clinic, &circle).await?, [first.starts_at + Span::days(6)]);
        Ok(())
    }

    async fn whoever_comes_in_on_the_day_before_is_asked_too(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_battery(&clinic, &circle).await?;
        let first = planned(&clinic, &circle).await?[0];
        pass_until(&clinic, first.starts_at - Span::hours(20));
        clinic.run_jobs().await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        clinic.run_jobs().await?;
        let jo = Circle { leader: circle.leader, member: jo, group: circle.group };
        assert_eq!(due(&clinic, &jo).await?, [first.starts_at]);
        Ok(())
    }

    async fn nothing_is_asked_before_a_session_that_was_called_off(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_battery(&clinic, &circle).await?;
        let first = planned(&clinic, &circle).await?[0];
        clinic.write(circle.leader, async move |work| cancel_session(work, first.id).await).await?;
        pass_until(&clinic, first.starts_at - Span::hours(1));
        clinic.run_jobs().await?;
        assert_eq!(due(&clinic, &circle).await?, []);
        Ok(())
    }

    async fn a_neutral_mail_reminds_on_the_day_before_and_once(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let first = planned(&clinic, &circle).await?[0];
        pass_until(&clinic, first.starts_at - Span::hours(24) - Span(1));
        assert_eq!(mails(&clinic).await?, Vec::<String>::new());
        clinic.pass(Span(1));
        assert_eq!(mails(&clinic).await?, [REMINDER]);
        assert_eq!(mails(&clinic).await?, [REMINDER]);
        let sent = &clinic.outbox().await?[0];
        assert_eq!((sent.person, sent.mail.to.as_str()), (circle.person(), "sam@example.org"));
        let body = sent.mail.body("https://commons.example");
        for word in ["group", "Group", "therap", "session", "Room", "Mara", "Sam"] {
            assert!(!body.contains(word), "{word} in\n{body}");
        }
        Ok(())
    }

    async fn nobody_is_reminded_who_cannot_come_or_wants_no_mail(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let first = planned(&clinic, &circle).await?[0];
        clinic.write(circle.member, async move |work| send_word(work, first.id, None).await).await?;
        clinic.write(jo, async |work| choose_mail(work, DateMail::Declined).await).await?;
        pass_until(&clinic, first.starts_at - Span::hours(1));
        assert_eq!(mails(&clinic).await?, Vec::<String>::new());
        clinic.write(jo, async |work| choose_mail(work, DateMail::Wanted).await).await?;
        pass_until(&clinic, first.starts_at + Span::days(7) - Span::hours(24));
        assert_eq!(mails(&clinic).await?.len(), 2);
        Ok(())
    }

    async fn a_reminder_is_not_sent_for_an_hour_that_no_longer_stands(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let sessions = planned(&clinic, &circle).await?;
        shift(&clinic, &circle, sessions[0].id, day(3, 18)).await?;
        let off = sessions[1].id;
        clinic.write(circle.leader, async move |work| cancel_session(work, off).await).await?;
        pass_until(&clinic, sessions[0].starts_at - Span::hours(24));
        assert_eq!(mails(&clinic).await?, [CHANGE, CHANGE], "one for each date that changed");
        clinic.pass(Span::days(1));
        assert_eq!(mails(&clinic).await?[2], REMINDER.replace("Wednesday 2", "Thursday 3"));
        pass_until(&clinic, sessions[1].starts_at - Span::hours(1));
        assert_eq!(mails(&clinic).await?.len(), 3);
        Ok(())
    }

    async fn a_group_that_ends_is_told_of_with_one_mail(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (sessions, group) = (planned(&clinic, &circle).await?, circle.group);
        clinic.write(circle.leader, async move |work| advance(work, group, GroupState::Ended).await).await?;
        assert_eq!(mails(&clinic).await?, [CHANGE], "and not one for each date");
        pass_until(&clinic, sessions[0].starts_at - Span::hours(1));
        assert_eq!(mails(&clinic).await?, [CHANGE]);
        Ok(())
    }

    async fn a_reminder_that_comes_too_late_is_not_sent(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let first = planned(&clinic, &circle).await?[0];
        clinic.run_jobs().await?;
        pass_until(&clinic, first.starts_at);
        assert_eq!(mails(&clinic).await?, Vec::<String>::new());
        Ok(())
    }
}
