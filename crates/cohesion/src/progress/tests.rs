//! What a member and those who lead read of scores: what is there, what is missing, and whose words it is told in.

use crate::access::{About, Deed, Standing};
use crate::assessments::{Battery, Entry, Request, Sheet, When, asked_of, assign, distribute, set_battery, submit};
use crate::clock::Span;
use crate::identity::AccountKind;
use crate::practice::Role;
use crate::sessions::send_word;
use crate::testing::{Answer, Circle, Tab, TestClinic};
use crate::work::Work;
use crate::{Result, scenarios};

/// Asks and answers at once.
async fn answer(
    clinic: &TestClinic,
    circle: &Circle,
    instrument: &'static str,
    positions: &[Option<usize>],
) -> Result<()> {
    let (group, person) = (circle.group, circle.person());
    let asking = async move |work: &mut Work<'_>| {
        let (opens_at, due_at) = (work.now(), work.now() + Span::days(2));
        assign(work, &Request { group, person, session: None, instrument, opens_at, due_at }).await
    };
    let id = clinic.write(circle.leader, asking).await?.expect("a new assignment");
    let sheet = Sheet { key: [1; 16], positions: positions.to_vec(), ..Sheet::default() };
    clinic.write(circle.member, async move |work| submit(work, id, &sheet).await.map(|_| ())).await
}

async fn both(clinic: &TestClinic, circle: &Circle) -> Result<(Tab, Tab)> {
    let phone = clinic.tab_for(circle.member, AccountKind::Member).await?;
    Ok((phone, clinic.desk(circle.leader).await?))
}

fn holds(page: &Answer, there: &[&str]) {
    assert_eq!(page.status, 200);
    for words in there {
        assert!(page.body.contains(words), "{words} in\n{}", page.body);
    }
}

scenarios! {
    async fn every_place_of_a_member_is_there_and_says_when_it_holds_nothing(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (mut phone, _) = both(&clinic, &circle).await?;
        holds(&phone.get("/me/practice").await, &["Nothing is asked of you now.", "/me/answers", "/me/practice/forms"]);
        holds(&phone.get("/me/answers").await, &["You have not answered anything yet."]);
        holds(&phone.get("/me/progress").await, &["No scores yet.", "/me/answers"]);
        Ok(())
    }

    async fn whoever_said_that_they_cannot_come_reads_it_on_today(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 2).await?[0];
        let (mut phone, _) = both(&clinic, &circle).await?;
        assert!(!phone.get("/me").await.body.contains("You told us that you cannot come."));
        clinic.write(circle.member, async move |work| send_word(work, session.id, None).await).await?;
        holds(&phone.get("/me").await, &["You told us that you cannot come."]);
        Ok(())
    }

    async fn a_screening_is_found_again_with_its_criteria_by_those_who_lead(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        answer(&clinic, &circle, "audit-c", &[Some(3), Some(1), Some(1)]).await?;
        answer(&clinic, &circle, "session-check-out", &[4, 9, 9, 9, 9].map(Some)).await?;
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        let mine = phone.get("/me/progress").await;
        holds(&mine, &["AUDIT-C", "Check-out", "/me/answers/", "Other questions you answered"]);
        for kept_back in ["Positive screen", "5 of 12"] {
            assert!(!mine.body.contains(kept_back), "no criteria, and no number without its meaning");
        }
        let theirs = desk.get(&format!("/care/people/{}/progress", circle.person())).await;
        let answers = format!("/care/people/{}/answers/", circle.person());
        holds(&theirs, &["Positive screen for women. Positive screen for men.", "Worth a glance", "“I felt safe in the group today”: 4", &answers]);
        let group = desk.get(&format!("/care/groups/{}/measures?of=session-check-out", circle.group)).await;
        holds(&group, &["These answers are not added up", "“I felt safe in the group today”: 4", "AUDIT-C"]);
        let unjudged = desk.get(&format!("/care/groups/{}/measures?of=audit-c", circle.group)).await;
        holds(&unjudged, &["What counts as a clear change is not known here", "Answered 1 of 1 times"]);
        Ok(())
    }

    async fn what_is_missing_and_what_was_filled_in_is_said(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        let battery = Battery { entries: vec![Entry { instrument: "gad-7".to_owned(), when: When::EachSession }] };
        clinic.write(circle.leader, async move |work| set_battery(work, group, &battery).await).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        answer(&clinic, &circle, "gad-7", &[2; 7].map(Some)).await?;
        clinic.write(clinic.system(), async move |work| distribute(work, session.id.0, 0).await).await?;
        clinic.pass(Span::days(3));
        let part = [Some(1), Some(1), Some(1), Some(1), Some(1), Some(1), None];
        answer(&clinic, &circle, "gad-7", &part).await?;
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        holds(&phone.get("/me/progress").await, &["Answered 2 of 3 times", "no answer", "from the answers given", "class=\"gap\""]);
        let theirs = desk.get(&format!("/care/people/{}/progress", circle.person())).await;
        holds(&theirs, &["Answered 2 of 3 times", "pro-rated", "No answer by", "From 14 to 7: a change of 7.", "Recovered"]);
        let table = desk.get(&format!("/care/groups/{group}/measures")).await;
        holds(&table, &["Answered 2 of 3 times", "14", "no answer"]);
        Ok(())
    }

    async fn an_answer_that_is_counted_has_its_column_before_the_session_begins(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, person) = (circle.group, circle.person());
        let battery = Battery { entries: vec![Entry { instrument: "gad-7".to_owned(), when: When::EachSession }] };
        clinic.write(circle.leader, async move |work| set_battery(work, group, &battery).await).await?;
        let session = circle.plan(&clinic, 2).await?[0];
        clinic.pass(session.starts_at - Span::hours(24) - clinic.app.clock().now());
        clinic.write(clinic.system(), async move |work| distribute(work, session.id.0, 0).await).await?;
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        let path = format!("/care/groups/{group}/measures");
        assert!(!desk.get(&path).await.body.contains(">1</th>"));
        let answering = async move |work: &mut Work<'_>| {
            let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
            let asked = asked_of(work, &grant, person).await?.remove(0);
            let sheet = Sheet { key: [2; 16], positions: [2; 7].map(Some).to_vec(), ..Sheet::default() };
            submit(work, asked.id, &sheet).await
        };
        clinic.write(circle.member, answering).await?;
        let table = desk.get(&path).await;
        holds(&table, &[">1</th>"]);
        assert!(!table.body.contains(">2</th>"));
        holds(&phone.get("/me/progress").await, &["14"]);
        Ok(())
    }

    async fn nobody_reads_the_progress_of_somebody_they_do_not_lead(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        answer(&clinic, &circle, "gad-7", &[2; 7].map(Some)).await?;
        let (mut phone, _) = both(&clinic, &circle).await?;
        let path = format!("/care/people/{}/progress", circle.person());
        assert_eq!(clinic.desk(clinic.colleague("Ben", &[Role::Clinician]).await?).await?.get(&path).await.status, 404);
        assert_eq!(phone.get(&path).await.status, 404);
        Ok(())
    }
}
