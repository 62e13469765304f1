//! What is asked after a session, and of whom.

use super::super::{Presence, close};
use super::{attend, begin, hold, leader_at, pass_until};
use crate::access::{About, Actor, Deed, Standing};
use crate::assessments::{Template, asked_of, set_battery};
use crate::clock::{Span, Timestamp};
use crate::groups::{Session, cancel_session};
use crate::testing::{Circle, TestClinic, who};
use crate::work::Work;
use crate::{Result, scenarios};

/// A group that asks nothing but the check-out, and its first session.
async fn with_check_out(clinic: &TestClinic) -> Result<(Circle, Session)> {
    let circle = Circle::of(clinic).await?;
    let (group, battery) = (circle.group, Template::CheckOutOnly.battery());
    clinic.write(circle.leader, async move |work| set_battery(work, group, &battery).await).await?;
    let session = circle.plan(clinic, 2).await?[0];
    clinic.run_jobs().await?;
    Ok((circle, session))
}

/// Until when each check-out of this member is hoped for.
async fn asked(clinic: &TestClinic, member: Actor) -> Result<Vec<Timestamp>> {
    clinic.run_jobs().await?;
    let person = who(member);
    let asking = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
        Ok(asked_of(work, &grant, person).await?.into_iter().map(|asked| asked.due_at).collect())
    };
    clinic.read(member, asking).await
}

scenarios! {
    async fn how_a_session_was_is_asked_after_it_of_those_who_were_there(clinic: TestClinic) {
        let (circle, session) = with_check_out(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        pass_until(&clinic, session.starts_at - Span::hours(1));
        assert_eq!(asked(&clinic, circle.member).await?, [], "not before it");
        let leader = begin(&clinic, &circle, &session).await?;
        attend(&clinic, leader, &session, circle.person(), Presence::Late).await?;
        attend(&clinic, leader, &session, who(jo), Presence::AbsentTold).await?;
        clinic.write(leader, async move |work| close(work, session.id).await).await?;
        let due = [session.ends_at + Span::hours(48)];
        assert_eq!(asked(&clinic, circle.member).await?, due);
        assert_eq!(asked(&clinic, jo).await?, []);
        pass_until(&clinic, session.ends_at + Span::hours(1));
        assert_eq!(asked(&clinic, circle.member).await?, due, "once");
        Ok(())
    }

    async fn it_is_asked_at_the_planned_end_where_the_session_is_still_open(clinic: TestClinic) {
        let (circle, session) = with_check_out(&clinic).await?;
        begin(&clinic, &circle, &session).await?;
        pass_until(&clinic, session.ends_at - Span(1));
        assert_eq!(asked(&clinic, circle.member).await?, []);
        clinic.pass(Span(1));
        assert_eq!(asked(&clinic, circle.member).await?.len(), 1);
        Ok(())
    }

    async fn nothing_is_asked_after_a_session_that_did_not_take_place(clinic: TestClinic) {
        let (circle, session) = with_check_out(&clinic).await?;
        let leader = leader_at(&clinic, &circle, &session);
        clinic.write(leader, async move |work| cancel_session(work, session.id).await).await?;
        pass_until(&clinic, session.ends_at + Span::hours(1));
        assert_eq!(asked(&clinic, circle.member).await?, []);
        Ok(())
    }

    async fn a_session_long_past_is_not_asked_about_any_more(clinic: TestClinic) {
        let (circle, session) = with_check_out(&clinic).await?;
        hold(&clinic, &circle, &session, Presence::Present).await?;
        pass_until(&clinic, session.ends_at + Span::hours(48));
        assert_eq!(asked(&clinic, circle.member).await?, []);
        Ok(())
    }
}
