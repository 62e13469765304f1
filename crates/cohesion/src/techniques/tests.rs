//! Scenarios of worksheets, sharing and homework, on both engines.

mod catalogue;
mod diary;
mod following;
mod homework;
mod pages;
mod sharing;

use ::techniques::Audience;

use super::{Covered, Kept, Part, SheetId, SheetState, begin, finish, keep, own_sheet, share};
use crate::access::Actor;
use crate::clock::Span;
use crate::groups::{Charter, Format, give_up_seat, may_run, seats};
use crate::id::{GroupId, PersonId};
use crate::safety::{Days, Duty, Hours, alert, arrange_duty};
use crate::testing::{Circle, TestClinic, who};
use crate::work::{Scope, Work};
use crate::{Error, Result, scenarios};

/// A page of a sheet that asked exactly what was typed.
fn part(typed: &[(&str, &str)]) -> Part {
    let mut asked: Vec<Covered> = Vec::new();
    for (name, _) in typed {
        let field = name.split('.').next().unwrap_or_default().to_owned();
        if !asked.iter().any(|known| known.field == field) {
            asked.push(Covered { field, day: None });
        }
    }
    Part { asked, typed: typed.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect() }
}

/// A diary card that can be finished.
fn card(urge: &'static str, harm: &'static str) -> Part {
    part(&[
        ("date", "2026-11-24"),
        ("emotions.sadness.strength", "3"),
        ("urges.self_harm.strength", "1"),
        ("urges.suicide.strength", urge),
        ("self_harm", harm),
        ("skills.stop.rating", "5"),
    ])
}

impl Circle {
    async fn begin(&self, clinic: &TestClinic, form: &'static str) -> Result<SheetId> {
        let group = self.group;
        clinic.write(self.member, async move |work| begin(work, group, form, None).await).await
    }

    async fn keep(&self, clinic: &TestClinic, id: SheetId, part: Part) -> Result<Kept> {
        clinic.write(self.member, async move |work| keep(work, id, &part).await).await
    }

    async fn finish(&self, clinic: &TestClinic, id: SheetId) -> Result<Kept> {
        clinic.write(self.member, async move |work| finish(work, id).await).await
    }

    /// A thought record that says `situation`, finished.
    async fn record(&self, clinic: &TestClinic, situation: &'static str) -> Result<SheetId> {
        let id = self.begin(clinic, "thought-record").await?;
        self.keep(clinic, id, part(&[("situation", situation), ("evidence_for", "She was silent")])).await?;
        self.finish(clinic, id).await?;
        Ok(id)
    }

    async fn show(&self, clinic: &TestClinic, id: SheetId, audience: Audience) -> Result<()> {
        clinic.write(self.member, async move |work| share(work, id, audience).await).await
    }

    /// The member leaves.
    async fn leave(&self, clinic: &TestClinic) -> Result<()> {
        let (group, person) = (self.group, self.person());
        let leaving = async move |work: &mut Work<'_>| {
            let seat = seats(work, group).await?.into_iter().find(|seat| seat.person == person).expect("a seat");
            let grant = may_run(work, group).await?;
            give_up_seat(work, &grant, seat.id, group).await
        };
        clinic.write(self.leader, leaving).await
    }
}

/// A support group that the leader founded, with one participant.
async fn support(clinic: &TestClinic) -> Result<Circle> {
    let leader = clinic.clinician().await?;
    let group = clinic.group(leader, Charter::support(), Format::Open, 8).await?;
    let circle = Circle { leader, member: clinic.somebody("Pat").await?, group };
    circle.seat(clinic, circle.member, "Pat").await?;
    Ok(circle)
}

async fn with_reader_on_duty(clinic: &TestClinic, circle: &Circle) -> Result<()> {
    let (group, backup) = (circle.group, clinic.clinician().await?);
    let hours = Hours { days: Days::WORKING, from_minute: 540, until_minute: 1_020, zone: "Europe/Dublin".to_owned() };
    let duty = Duty {
        reader: who(circle.leader),
        backup: who(backup),
        hours,
        acknowledge_within: Span::minutes(30),
        decide_within: Span::hours(24),
    };
    clinic.write(circle.leader, async move |work| arrange_duty(work, Some(group), &duty).await).await
}

scenarios! {
    async fn a_sheet_is_kept_page_by_page_and_finished(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.begin(&clinic, "sleep-diary").await?;
        circle.keep(&clinic, id, part(&[("to_bed", "23:00"), ("lights_out", "23:15"), ("latency", "15")])).await?;
        let lacking = circle.finish(&clinic, id).await?;
        assert!(!lacking.faults.is_empty() && lacking.sheet.state == SheetState::Begun);
        let morning = part(&[("awake", "30"), ("final_wake", "6:45"), ("out_of_bed", "7:00")]);
        circle.keep(&clinic, id, morning).await?;
        let done = circle.finish(&clinic, id).await?;
        assert_eq!((done.faults.len(), done.sheet.state, done.alert), (0, SheetState::Finished, None));
        let figures = done.sheet.form.figures_of(&done.sheet.answers);
        let efficiency = figures.iter().find(|figure| figure.id == "sleep_efficiency").expect("it is worked out");
        assert_eq!(efficiency.outcome, ::techniques::Outcome::Value(84.4), "405 of 480 minutes");
        let again = circle.keep(&clinic, id, part(&[("awake", "0")])).await;
        assert_eq!(again.err(), Some(Error::Conflict("techniques-conflict-finished")));
        Ok(())
    }

    async fn one_sheet_of_a_daily_form_stands_for_each_day(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let first = circle.begin(&clinic, "sleep-diary").await?;
        assert_eq!(circle.begin(&clinic, "sleep-diary").await?, first);
        clinic.pass(Span::days(1));
        assert_ne!(circle.begin(&clinic, "sleep-diary").await?, first);
        let (group, ahead) = (circle.group, jiff::civil::date(2026, 12, 24));
        let tomorrow = clinic.write(circle.member, async move |work| begin(work, group, "sleep-diary", Some(ahead)).await);
        assert_eq!(tomorrow.await.err(), Some(Error::invalid("day", "techniques-fault-day")));
        Ok(())
    }

    async fn an_unknown_technique_is_not_there(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        assert_eq!(circle.begin(&clinic, "no-such-sheet").await.err(), Some(Error::NotFound));
        Ok(())
    }

    async fn exposure_chain_analysis_and_danger_are_not_reachable_in_a_support_group(clinic: TestClinic) {
        let circle = support(&clinic).await?;
        for form in ["exposure-hierarchy", "exposure-log", "erp-log", "chain-analysis", "missing-links", "diary-card"] {
            assert_eq!(circle.begin(&clinic, form).await.err(), Some(Error::NotFound), "{form}");
        }
        circle.begin(&clinic, "support-card").await?;
        Ok(())
    }

    async fn an_answer_outside_its_range_is_told_and_the_rest_is_kept(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.begin(&clinic, "thought-record").await?;
        let typed = [("balanced_thought", "Work is as likely"), ("balanced_belief", "170")];
        let kept = circle.keep(&clinic, id, part(&typed)).await?;
        assert_eq!(kept.faults.len(), 1);
        assert_eq!(kept.faults[0].place.to_string(), "balanced_belief");
        let sheet = clinic.read(circle.member, async move |work| own_sheet(work, id).await).await?;
        assert!(sheet.answers.values.contains_key("balanced_thought") && !sheet.answers.values.contains_key("balanced_belief"));
        Ok(())
    }

    async fn a_text_of_a_hundred_thousand_signs_is_told_and_breaks_nothing(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.begin(&clinic, "thought-record").await?;
        let long = "a".repeat(100_000);
        let kept = circle.keep(&clinic, id, part(&[("situation", &long), ("evidence_for", "She was silent")])).await?;
        assert!(matches!(kept.faults[0].kind, ::techniques::FaultKind::TooLong { found: 100_000, .. }));
        assert!(kept.sheet.answers.values.contains_key("evidence_for"));
        Ok(())
    }

    async fn a_sign_of_danger_in_a_draft_reaches_the_one_on_duty(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let id = circle.begin(&clinic, "diary-card").await?;
        assert_eq!(circle.keep(&clinic, id, card("3", "no")).await?.alert, None);
        let first = circle.keep(&clinic, id, card("4", "no")).await?.alert.expect("an alert");
        assert_eq!(circle.keep(&clinic, id, card("4", "no")).await?.alert, Some(first), "nobody hears the same twice");
        assert_eq!(circle.finish(&clinic, id).await?.alert, Some(first));
        let seen = clinic.read(circle.leader, async move |work| alert(work, first).await).await?;
        assert_eq!(seen.cause.person, circle.person());
        Ok(())
    }

    async fn a_sheet_that_tells_more_is_a_further_alert(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let id = circle.begin(&clinic, "diary-card").await?;
        let first = circle.keep(&clinic, id, card("4", "no")).await?.alert.expect("an alert");
        let more = circle.keep(&clinic, id, card("5", "no")).await?.alert.expect("an alert");
        assert_ne!(more, first);
        let less = circle.keep(&clinic, id, card("4", "no")).await?.alert;
        assert_eq!(less, Some(more), "less is no news");
        assert_ne!(circle.keep(&clinic, id, card("4", "yes")).await?.alert, Some(more));
        Ok(())
    }

    async fn a_form_that_asks_about_danger_waits_for_somebody_on_duty(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let waits = circle.begin(&clinic, "diary-card").await;
        assert_eq!(waits.err(), Some(Error::Conflict("techniques-conflict-nobody-reads")));
        with_reader_on_duty(&clinic, &circle).await?;
        circle.begin(&clinic, "diary-card").await?;
        Ok(())
    }

    async fn a_draft_of_an_older_form_is_kept_carried_over_and_told(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.begin(&clinic, "thought-record").await?;
        circle.keep(&clinic, id, part(&[("situation", "At home")])).await?;
        let (group, person) = (circle.group, circle.person());
        clinic.write(circle.member, async move |work| make_older(work, id, group, person).await).await?;
        let sheet = clinic.read(circle.member, async move |work| own_sheet(work, id).await).await?;
        assert!(sheet.form_has_changed);
        assert_eq!(sheet.lost.iter().map(|lost| lost.field.as_str()).collect::<Vec<_>>(), ["weather"]);
        assert!(sheet.answers.values.contains_key("situation"));
        let kept = circle.keep(&clinic, id, part(&[("evidence_for", "She was silent")])).await?;
        assert_eq!(kept.sheet.lost.len(), 1, "what has no place any more stays until the sheet is finished");
        circle.finish(&clinic, id).await?;
        let sheet = clinic.read(circle.member, async move |work| own_sheet(work, id).await).await?;
        assert!(!sheet.form_has_changed && sheet.lost.is_empty());
        Ok(())
    }

    async fn nobody_else_writes_on_a_sheet_or_finds_it(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let id = circle.begin(&clinic, "thought-record").await?;
        for other in [jo, circle.leader] {
            let written = clinic.write(other, async move |work| keep(work, id, &part(&[("situation", "Mine")])).await);
            assert_eq!(written.await.err(), Some(Error::NotFound));
            let read = clinic.read(other, async move |work| own_sheet(work, id).await);
            assert_eq!(read.await.err(), Some(Error::NotFound));
        }
        Ok(())
    }

    async fn whoever_has_left_reads_their_sheets_and_writes_no_more(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.record(&clinic, "At home").await?;
        circle.leave(&clinic).await?;
        clinic.read(circle.member, async move |work| own_sheet(work, id).await).await?;
        assert_eq!(circle.finish(&clinic, id).await.err(), Some(Error::NotFound));
        assert_eq!(circle.begin(&clinic, "thought-record").await.err(), Some(Error::NotFound));
        assert_eq!(circle.show(&clinic, id, Audience::Group).await, Err(Error::Conflict("techniques-conflict-left")));
        circle.show(&clinic, id, Audience::Nobody).await
    }
}

/// Makes the sheet one of an earlier version of its form, which asked one thing more.
async fn make_older(work: &mut Work<'_>, id: SheetId, group: GroupId, person: PersonId) -> Result<()> {
    let kept = super::store::find_sheet(work, id).await?;
    let grant = super::deeds::may_fill(work, &kept).await?;
    let mut sheet = super::sheet::open(work, &grant, kept).await?;
    sheet.answers.version = 0;
    sheet.answers.values.insert("weather".to_owned(), ::techniques::Value::Text("Rain".to_owned()));
    sheet.version += 1;
    let content = super::sheet::Content { answers: sheet.answers.clone(), lost: Vec::new(), told: Vec::new() };
    let cell = super::sheet::cell(id, sheet.version);
    let sealed = work.seal(Scope::Membership(group, person), cell, &content).await?;
    super::store::save_sheet(work, &grant, &sheet, sealed).await
}
