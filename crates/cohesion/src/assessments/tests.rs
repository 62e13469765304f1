//! Scenarios of asking, answering and reading back, on both engines.

mod correcting;
mod missing;
mod offering;
mod pages;
mod reading;
mod tallies;

use super::{
    AssignmentId, Battery, Draft, Entry, Part, Point, Request, Sheet, Submitted, Template, When, asked_of, assign,
    correct, courses_of, distribute, draft, keep_draft, overview, set_battery, submit,
};
use crate::access::{About, Actor, Deed, Standing};
use crate::clock::Span;
use crate::groups::{Charter, Format};
use crate::id::PersonId;
use crate::practice::{Role, change_roles};
use crate::safety::{Days, Duty, Hours, arrange_duty};
use crate::testing::{Circle, TestClinic, who};
use crate::work::Work;
use crate::{Error, Result, scenarios};

impl Circle {
    async fn ask(&self, clinic: &TestClinic, instrument: &'static str) -> Result<Option<AssignmentId>> {
        let (group, person) = (self.group, self.person());
        let asking = async move |work: &mut Work<'_>| {
            let (opens_at, due_at) = (work.now(), work.now() + Span::days(2));
            assign(work, &Request { group, person, session: None, instrument, opens_at, due_at }).await
        };
        clinic.write(self.leader, asking).await
    }

    /// Whether an alert stands because of the answers.
    async fn answer(&self, clinic: &TestClinic, instrument: &'static str, positions: &[usize]) -> Result<bool> {
        Ok(self.send(clinic, instrument, sheet(1, positions)).await?.1.alert.is_some())
    }

    /// Asks and answers at once.
    async fn send(
        &self,
        clinic: &TestClinic,
        instrument: &'static str,
        sheet: Sheet,
    ) -> Result<(AssignmentId, Submitted)> {
        let id = self.ask(clinic, instrument).await?.expect("a new assignment");
        let submitted = clinic.write(self.member, async move |work| submit(work, id, &sheet).await).await?;
        Ok((id, submitted))
    }
}

fn sheet(key: u8, positions: &[usize]) -> Sheet {
    let positions = positions.iter().copied().map(Some).collect();
    Sheet { key: [key; 16], positions, ..Sheet::default() }
}

/// A page of `form` with the first answers filled in.
fn part(form: &str, positions: &[usize]) -> Part {
    let positions = positions.iter().copied().map(Some).enumerate().collect();
    Part { form: form.to_owned(), positions, ..Part::default() }
}

store::statements! {
    DAMAGE_RESPONSES = "update responses set record = $1 where practice_id = $2";
}

const CALM: [usize; 9] = [1, 1, 1, 1, 1, 1, 1, 1, 0];
const DANGER: [usize; 9] = [3, 3, 2, 2, 2, 2, 2, 2, 1];

scenarios! {
    async fn a_damaged_earlier_answer_holds_back_no_alert(clinic: TestClinic) {
        let (circle, practice) = (Circle::of(&clinic).await?, clinic.practice);
        with_reader_on_duty(&clinic, &circle).await?;
        circle.answer(&clinic, "phq-9", &CALM).await?;
        let damaging = async move |tx: &mut dyn store::Tx| {
            tx.run(&DAMAGE_RESPONSES, store::params![vec![7_u8; 64], practice]).await
        };
        assert_eq!(clinic.app.db().write(damaging).await?, 1);
        clinic.pass(Span::days(7));
        assert!(circle.answer(&clinic, "phq-9", &DANGER).await?);
        Ok(())
    }

    async fn whoever_is_asked_reads_before_the_first_question_who_will_read(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.ask(&clinic, "gad-7").await?.expect("a new assignment");
        let mut phone = clinic.tab_for(circle.member, crate::identity::AccountKind::Member).await?;
        for page in ["", "/1", "/all"] {
            let body = phone.get(&format!("/me/check-in/{id}{page}")).await.body;
            assert!(body.contains("Seen by you and by Mara.") && body.contains("Nobody reads answers around the clock."), "{page}: {body}");
        }
        let stating = async |work: &mut Work<'_>| {
            let settings = crate::practice::settings(work).await?;
            let settings = crate::practice::Settings { duty_hours: "Tuesdays, 9 to 12".to_owned(), ..settings };
            crate::practice::change_settings(work, &settings).await
        };
        clinic.write(clinic.system(), stating).await?;
        assert!(phone.get(&format!("/me/check-in/{id}")).await.body.contains("Answers are read: Tuesdays, 9 to 12."));
        Ok(())
    }

    async fn a_member_answers_and_sees_their_course(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        assert!(!circle.answer(&clinic, "gad-7", &[2, 2, 2, 2, 2, 2, 2]).await?);
        clinic.pass(Span::days(28));
        assert!(!circle.answer(&clinic, "gad-7", &[1, 1, 1, 1, 1, 1, 1]).await?);
        let (group, person) = (circle.group, circle.person());
        let courses = clinic.read(circle.member, async move |work| courses_of(work, group, person).await).await?;
        assert_eq!(courses.len(), 1);
        assert_eq!(courses[0].ends(), Some((14.0, 7.0)));
        assert_eq!(courses[0].trend, Some(measures::change::Trend::Better));
        Ok(())
    }

    async fn an_answer_that_suggests_danger_is_stored_with_its_alert(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        assert!(!circle.answer(&clinic, "phq-9", &CALM).await?);
        assert!(circle.answer(&clinic, "phq-9", &DANGER).await?);
        Ok(())
    }

    async fn a_risk_question_left_open_is_never_taken_for_zero(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let id = circle.ask(&clinic, "phq-9").await?.expect("a new assignment");
        let mut skipped = sheet(1, &CALM);
        skipped.positions[8] = None;
        let submitted = clinic.write(circle.member, async move |work| submit(work, id, &skipped).await).await?;
        assert!(submitted.alert.is_some());
        Ok(())
    }

    async fn without_a_reader_on_duty_the_risk_question_is_not_asked(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        circle.ask(&clinic, "phq-9").await?;
        let asked = asked(&clinic, &circle).await?;
        assert_eq!(asked, ["phq-8"]);
        Ok(())
    }

    async fn the_same_form_sent_twice_is_one_response(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.ask(&clinic, "gad-7").await?.expect("a new assignment");
        let send = async |clinic: &TestClinic| {
            clinic.write(circle.member, async move |work| submit(work, id, &sheet(7, &[1; 7])).await).await
        };
        let (first, second) = (send(&clinic).await?, send(&clinic).await?);
        assert_eq!(first, second);
        let other = clinic.write(circle.member, async move |work| submit(work, id, &sheet(8, &[1; 7])).await).await;
        assert_eq!(other, Err(Error::Conflict("assessments-conflict-answered")));
        Ok(())
    }

    async fn nobody_answers_for_another(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.ask(&clinic, "gad-7").await?.expect("a new assignment");
        for actor in [circle.leader, clinic.signed_in(PersonId::random()?)] {
            let tried = clinic.write(actor, async move |work| submit(work, id, &sheet(1, &[1; 7])).await).await;
            assert_eq!(tried, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn a_member_who_has_left_is_asked_nothing_more(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.ask(&clinic, "gad-7").await?.expect("a new assignment");
        circle.stands_up(&clinic, circle.member).await?;
        let late = clinic.write(circle.member, async move |work| submit(work, id, &sheet(1, &[1; 7])).await).await;
        assert_eq!(late, Err(Error::NotFound));
        Ok(())
    }

    async fn a_draft_is_kept_and_gone_once_answered(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.ask(&clinic, "gad-7").await?.expect("a new assignment");
        for typed in [part("gad-7", &[1, 2]), part("gad-7", &[1, 3])] {
            clinic.write(circle.member, async move |work| keep_draft(work, id, &typed).await).await?;
        }
        let third = Part { positions: [(2, Some(0)), (0, None)].into(), ..part("gad-7", &[]) };
        clinic.write(circle.member, async move |work| keep_draft(work, id, &third).await).await?;
        let kept = clinic.read(circle.member, async move |work| draft(work, id).await).await?;
        assert_eq!(kept.positions, [None, Some(3), Some(0), None, None, None, None]);
        clinic.write(circle.member, async move |work| submit(work, id, &sheet(1, &[1; 7])).await).await?;
        let gone = clinic.read(circle.member, async move |work| draft(work, id).await).await?;
        assert_eq!(gone, Draft::default());
        Ok(())
    }

    async fn a_correction_is_a_new_version_and_counts(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.ask(&clinic, "gad-7").await?.expect("a new assignment");
        clinic.write(circle.member, async move |work| submit(work, id, &sheet(1, &[3; 7])).await).await?;
        clinic.write(circle.member, async move |work| correct(work, id, &sheet(2, &[1; 7])).await).await?;
        let (group, person) = (circle.group, circle.person());
        let courses = clinic.read(circle.member, async move |work| courses_of(work, group, person).await).await?;
        assert_eq!(courses[0].points.iter().map(Point::total).collect::<Vec<_>>(), [Some(7.0)]);
        Ok(())
    }

    async fn a_wrong_number_of_answers_is_refused_and_nothing_is_stored(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.ask(&clinic, "gad-7").await?.expect("a new assignment");
        for wrong in [sheet(1, &[1; 6]), sheet(1, &[4; 7])] {
            let tried = clinic.write(circle.member, async move |work| submit(work, id, &wrong).await).await;
            assert_eq!(tried, Err(Error::invalid("answers", "assessments-fault-answers")));
        }
        assert_eq!(asked(&clinic, &circle).await?, ["gad-7"]);
        Ok(())
    }

    async fn the_battery_is_handed_out_before_each_session_once(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        let battery = Battery { entries: vec![entry("gad-7", When::EachSession), entry("audit-c", When::Intake)] };
        clinic.write(circle.leader, async move |work| set_battery(work, group, &battery).await).await?;
        let planned = circle.plan(&clinic, 3).await?;
        for session in [planned[0].id, planned[0].id] {
            clinic.write(clinic.system(), async move |work| distribute(work, session.0, 0).await).await?;
        }
        assert_eq!(asked(&clinic, &circle).await?, ["audit-c", "gad-7"]);
        Ok(())
    }

    async fn a_support_group_never_has_a_battery(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = clinic.group(mara, Charter::support(), Format::Open, 8).await?;
        for actor in [mara, clinic.system()] {
            let battery = Template::CheckOutOnly.battery();
            let tried = clinic.write(actor, async move |work| set_battery(work, group, &battery).await).await;
            assert_eq!(tried, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn a_battery_takes_no_instrument_without_its_wording(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        for unknown in ["core-10", "phq-99"] {
            let battery = Battery { entries: vec![entry(unknown, When::EachSession)] };
            let tried = clinic.write(circle.leader, async move |work| set_battery(work, group, &battery).await).await;
            assert_eq!(tried, Err(Error::invalid("instrument", "assessments-fault-instrument")));
        }
        Ok(())
    }

    async fn the_overview_says_nothing_of_a_group_too_small(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        clinic
            .write(circle.leader, async move |work| set_battery(work, group, &Template::Anxiety.battery()).await)
            .await?;
        circle.answer(&clinic, "gad-7", &[2; 7]).await?;
        let seen = clinic.read(circle.leader, async move |work| overview(work, group, None).await).await?;
        assert_eq!(seen.instrument.id, "gad-7");
        assert_eq!(seen.lines.len(), 1);
        assert_eq!((seen.summary, seen.uncounted), (None, 1));
        let peek = clinic.read(circle.member, async move |work| overview(work, group, None).await.map(|_| ())).await;
        assert_eq!(peek, Err(Error::NotFound));
        Ok(())
    }
}

fn entry(instrument: &str, when: When) -> Entry {
    Entry { instrument: instrument.to_owned(), when }
}

async fn asked(clinic: &TestClinic, circle: &Circle) -> Result<Vec<String>> {
    let person = circle.person();
    let asking = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
        asked_of(work, &grant, person).await
    };
    let assignments = clinic.read(circle.member, asking).await?;
    let mut ids: Vec<String> = assignments.into_iter().map(|asked| asked.instrument.id.clone()).collect();
    ids.sort();
    Ok(ids)
}

/// Whoever stands in for the leader on duty.
async fn with_reader_on_duty(clinic: &TestClinic, circle: &Circle) -> Result<Actor> {
    let (group, backup) = (circle.group, clinic.clinician().await?);
    let hours = Hours { days: Days::WORKING, from_minute: 540, until_minute: 1_020, zone: "Europe/Dublin".to_owned() };
    let duty = Duty {
        reader: who(circle.leader),
        backup: who(backup),
        hours,
        acknowledge_within: Span::minutes(30),
        decide_within: Span::hours(24),
    };
    clinic.write(circle.leader, async move |work| arrange_duty(work, Some(group), &duty).await).await?;
    Ok(backup)
}

/// Somebody is no clinician any more, so that a duty with them is none.
async fn gone(clinic: &TestClinic, backup: Actor) -> Result<()> {
    let person = who(backup);
    clinic.write(clinic.system(), async move |work| change_roles(work, person, &[Role::Scheduler]).await).await
}
