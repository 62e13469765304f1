//! The pages of a session, as a browser meets them.

use super::super::{Presence, attendance_in, send_word};
use super::{begin, hold, leader_at, to_follow};
use crate::clock::Span;
use crate::groups::{Session, SessionState, session};
use crate::identity::AccountKind;
use crate::practice::Role;
use crate::testing::{Circle, Tab, TestClinic, who};
use crate::{Result, scenarios};

/// A group with Sam and Jo, and its first session.
async fn group_of_two(clinic: &TestClinic) -> Result<(Circle, Session)> {
    let circle = Circle::of(clinic).await?;
    circle.seat(clinic, clinic.somebody("Jo").await?, "Jo").await?;
    let session = circle.plan(clinic, 2).await?[0];
    Ok((circle, session))
}

async fn leaders_tab(clinic: &TestClinic, circle: &Circle) -> Result<Tab> {
    clinic.tab_for(circle.leader, AccountKind::Staff).await
}

async fn state(clinic: &TestClinic, circle: &Circle, at: &Session) -> Result<SessionState> {
    let id = at.id;
    Ok(clinic.read(circle.leader, async move |work| session(work, id).await).await?.state)
}

/// The id in the hidden field of the member whose row says `called`.
fn row_of(body: &str, called: &str) -> String {
    let before = body.split(&format!(">{called}</label>")).next().unwrap_or_default();
    let field = before.rsplit("name=\"member\" value=\"").next().unwrap_or_default();
    field.chars().take(26).collect()
}

scenarios! {
    async fn a_leader_opens_a_session_marks_everyone_and_closes_it(clinic: TestClinic) {
        let (circle, session) = group_of_two(&clinic).await?;
        leader_at(&clinic, &circle, &session);
        let mut tab = leaders_tab(&clinic, &circle).await?;
        let path = format!("/care/sessions/{}", session.id);
        let planned = tab.get(&path).await;
        assert_eq!(planned.status, 200);
        for words in ["Session 1 of 2", "Room 2", "Mara", "Nobody has said that they cannot come.", "Record and notes"] {
            assert!(planned.body.contains(words), "{words} in\n{}", planned.body);
        }
        assert_eq!(tab.post(&format!("{path}/open"), &[]).await.location(), path);
        let open = tab.get(&path).await;
        let (sam, jo) = (row_of(&open.body, "Sam"), row_of(&open.body, "Jo"));
        assert!(open.body.contains("Not marked yet: Jo, Sam."), "{}", open.body);
        assert!(open.body.contains("It goes on until 19:30."), "{}", open.body);
        assert_eq!(open.field(&format!("minutes-{sam}")), "90");
        let late = [format!("presence-{sam}"), format!("minutes-{sam}"), format!("words-{jo}")];
        let typed = [
            ("member", sam.as_str()), (&late[0], "late"), (&late[1], "91"),
            ("member", jo.as_str()), (&late[2], "rang at noon"), ("close", "yes"),
        ];
        let faulty = tab.post(&format!("{path}/attendance"), &typed).await;
        assert_eq!(faulty.status, 422);
        assert_eq!(faulty.field(&late[1]), "91");
        assert_eq!(faulty.field(&late[2]), "rang at noon");
        assert!(faulty.body.contains("value=\"late\" selected"), "{}", faulty.body);
        let rest = [("member", sam.as_str()), (&late[0], "late"), (&late[1], "75"), ("member", &jo), ("rest", "yes"), ("close", "yes")];
        assert_eq!(tab.post(&format!("{path}/attendance"), &rest).await.location(), path);
        let held = tab.get(&path).await;
        for words in ["2 of 2 were there", "Came late", "75", "Present"] {
            assert!(held.body.contains(words), "{words} in\n{}", held.body);
        }
        assert!(!held.body.contains("<select"));
        assert_eq!(state(&clinic, &circle, &session).await?, SessionState::Held);
        Ok(())
    }

    async fn closing_says_who_is_unmarked_and_keeps_what_was_typed(clinic: TestClinic) {
        let (circle, session) = group_of_two(&clinic).await?;
        begin(&clinic, &circle, &session).await?;
        let mut tab = leaders_tab(&clinic, &circle).await?;
        let path = format!("/care/sessions/{}", session.id);
        let sam = circle.person().to_string();
        let (presence, words) = (format!("presence-{sam}"), format!("words-{sam}"));
        let typed = [("member", sam.as_str()), (&presence, "present"), (&words, "asked about sleep"), ("close", "yes")];
        let refused = tab.post(&format!("{path}/attendance"), &typed).await;
        assert_eq!(refused.status, 409);
        assert!(refused.body.contains("Not marked yet: Jo."), "{}", refused.body);
        assert_eq!(refused.field(&words), "asked about sleep");
        let group = circle.group;
        assert_eq!(clinic.read(circle.leader, async move |work| attendance_in(work, group).await).await?, []);
        assert_eq!(state(&clinic, &circle, &session).await?, SessionState::Open);
        Ok(())
    }

    async fn a_row_for_somebody_from_elsewhere_is_refused_and_nothing_is_kept(clinic: TestClinic) {
        let (circle, session) = group_of_two(&clinic).await?;
        begin(&clinic, &circle, &session).await?;
        let mut tab = leaders_tab(&clinic, &circle).await?;
        let stranger = who(clinic.somebody("Kim").await?).to_string();
        let (sam, path) = (circle.person().to_string(), format!("/care/sessions/{}/attendance", session.id));
        let fields = [format!("presence-{sam}"), format!("presence-{stranger}")];
        let typed = [("member", sam.as_str()), (&fields[0], "present"), ("member", &stranger), (&fields[1], "present")];
        assert_eq!(tab.post(&path, &typed).await.status, 409);
        let group = circle.group;
        assert_eq!(clinic.read(circle.leader, async move |work| attendance_in(work, group).await).await?, []);
        Ok(())
    }

    async fn a_session_that_may_not_begin_says_whose_licence_is_missing_where(clinic: TestClinic) {
        let (circle, session) = group_of_two(&clinic).await?;
        clinic.pass(Span::days(800));
        let mut tab = leaders_tab(&clinic, &circle).await?;
        let refused = tab.post(&format!("/care/sessions/{}/open", session.id), &[]).await;
        assert_eq!(refused.status, 409);
        assert!(refused.body.contains("Ireland"), "{}", refused.body);
        assert_eq!(state(&clinic, &circle, &session).await?, SessionState::Planned);
        Ok(())
    }

    async fn a_leader_calls_a_session_off(clinic: TestClinic) {
        let (circle, session) = group_of_two(&clinic).await?;
        let mut tab = leaders_tab(&clinic, &circle).await?;
        let path = format!("/care/sessions/{}", session.id);
        assert!(tab.get(&path).await.body.contains("It can be opened from"));
        assert_eq!(tab.post(&format!("{path}/call-off"), &[]).await.location(), path);
        assert!(tab.get(&path).await.body.contains("This session does not take place."));
        assert_eq!(tab.post(&format!("{path}/call-off"), &[]).await.status, 409);
        Ok(())
    }

    async fn what_was_done_about_an_absence_is_put_on_record_on_the_page(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        hold(&clinic, &circle, &session, Presence::AbsentSilent).await?;
        let mut tab = leaders_tab(&clinic, &circle).await?;
        let path = format!("/care/sessions/{}", session.id);
        assert!(tab.get(&path).await.body.contains("Reach them today"));
        let id = to_follow(&clinic, &circle).await?[0].absence.id;
        let (action, field) = (format!("{path}/absences/{id}"), format!("words-{id}"));
        let silent = tab.post(&action, &[(field.as_str(), " "), ("next", "/care")]).await;
        assert_eq!(silent.status, 422);
        assert!(silent.body.contains("Say in a few words what was done"), "{}", silent.body);
        assert_eq!(tab.post(&action, &[(field.as_str(), "Called; all is well."), ("next", "/care")]).await.location(), "/care");
        let after = tab.get(&path).await.body;
        assert!(after.contains("Called; all is well.") && !after.contains("Put on record"), "{after}");
        Ok(())
    }

    async fn a_leaders_page_is_nobody_elses(clinic: TestClinic) {
        let (circle, session) = group_of_two(&clinic).await?;
        let stranger = clinic.colleague("Ben", &[Role::Clinician]).await?;
        let path = format!("/care/sessions/{}", session.id);
        for (actor, kind) in [(circle.member, AccountKind::Member), (stranger, AccountKind::Staff)] {
            let mut tab = clinic.tab_for(actor, kind).await?;
            assert_eq!(tab.get(&path).await.status, 404);
            for act in ["open", "call-off", "attendance"] {
                assert_eq!(tab.post(&format!("{path}/{act}"), &[]).await.status, 404, "{act}");
            }
        }
        let mut planner = clinic.tab_for(clinic.colleague("Sofia", &[Role::Scheduler]).await?, AccountKind::Staff).await?;
        let seen = planner.get(&path).await;
        assert_eq!(seen.status, 200);
        assert!(!seen.body.contains("/open") && seen.body.contains("/call-off"), "dates are theirs to plan: {}", seen.body);
        Ok(())
    }

    async fn a_member_says_that_they_cannot_come_and_takes_it_back(clinic: TestClinic) {
        let (circle, session) = group_of_two(&clinic).await?;
        let mut tab = clinic.tab_for(circle.member, AccountKind::Member).await?;
        let path = format!("/me/sessions/{}", session.id);
        let page = tab.get(&path).await.body;
        for words in ["Tuesday group", "Room 2", "With Mara", "Tomorrow, 18:00 to 19:30", "Seen by Mara."] {
            assert!(page.contains(words), "{words} in\n{page}");
        }
        assert!(!page.contains("Jo"), "another member in\n{page}");
        let long = "a".repeat(201);
        let faulty = tab.post(&format!("{path}/away"), &[("line", long.as_str())]).await;
        assert_eq!((faulty.status.as_u16(), faulty.field("line")), (422, long));
        assert_eq!(tab.post(&format!("{path}/away"), &[("line", "The children are ill")]).await.location(), path);
        let away = tab.get(&path).await.body;
        assert!(away.contains("You told us that you cannot come.") && away.contains("The children are ill"));
        assert_eq!(tab.post(&format!("{path}/come"), &[]).await.location(), path);
        assert!(tab.get(&path).await.body.contains("Can you not come?"));
        Ok(())
    }

    async fn a_member_chooses_whether_mail_tells_of_dates(clinic: TestClinic) {
        let (circle, session) = group_of_two(&clinic).await?;
        let mut tab = clinic.tab_for(circle.member, AccountKind::Member).await?;
        let path = format!("/me/sessions/{}", session.id);
        for (choice, words) in [("none", "You get no mail about your dates."), ("some", "A mail reminds you")] {
            assert_eq!(tab.post(&format!("{path}/mail"), &[("mail", choice)]).await.location(), path);
            assert!(tab.get(&path).await.body.contains(words), "{words}");
        }
        Ok(())
    }

    async fn a_members_page_of_a_session_is_for_those_who_sit_in_the_group(clinic: TestClinic) {
        let (circle, session) = group_of_two(&clinic).await?;
        let path = format!("/me/sessions/{}", session.id);
        let stranger = clinic.somebody("Kim").await?;
        for (actor, kind) in [(stranger, AccountKind::Member), (circle.leader, AccountKind::Staff)] {
            let mut tab = clinic.tab_for(actor, kind).await?;
            assert_eq!(tab.get(&path).await.status, 404);
            assert_eq!(tab.post(&format!("{path}/away"), &[]).await.status, 404);
            assert_eq!(tab.post(&format!("{path}/come"), &[]).await.status, 404);
        }
        Ok(())
    }

    async fn fewer_than_a_session_needs_is_said_to_whoever_leads_it(clinic: TestClinic) {
        let (circle, session) = group_of_two(&clinic).await?;
        let path = format!("/care/sessions/{}", session.id);
        let mut tab = leaders_tab(&clinic, &circle).await?;
        assert!(tab.get(&path).await.body.contains("2 members are coming, and a session needs 3."));
        circle.seat(&clinic, clinic.somebody("Kim").await?, "Kim").await?;
        assert!(!tab.get(&path).await.body.contains("and a session needs"));
        let id = session.id;
        clinic.write(circle.member, async move |work| send_word(work, id, None).await).await?;
        assert!(tab.get(&path).await.body.contains("2 members are coming"), "one of three cannot come");
        let planner = clinic.colleague("Sofia", &[Role::Scheduler]).await?;
        let mut desk = clinic.desk(planner).await?;
        assert!(!desk.get(&path).await.body.contains("and a session needs"), "it is not hers to decide");
        Ok(())
    }
}
