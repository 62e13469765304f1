//! From a report to a closed case: what is told to whom, what is refused, and what the clocks do.

use super::*;
use crate::breaches::{Stage, Standing, case, join, own_reports, waiting};
use crate::clock::Span;
use crate::limits::{BREACH_REPORTS_A_DAY_MAX, TEXT_CHARS_MAX};
use crate::notices::{Kind, notices};
use crate::{Error, scenarios};

async fn heard(clinic: &TestClinic, actor: Actor, kind: Kind) -> Result<usize> {
    let heard = clinic.read(actor, async |work| notices(work).await).await?;
    Ok(heard.iter().filter(|notice| notice.kind == kind).count())
}

async fn standing(clinic: &TestClinic, actor: Actor) -> Result<Vec<Standing>> {
    let own = clinic.read(actor, async |work| own_reports(work).await).await?;
    Ok(own.readable.iter().map(|report| report.standing).collect())
}

async fn open_stages(clinic: &TestClinic, actor: Actor, id: CaseId) -> Result<Vec<Stage>> {
    let case = clinic.read(actor, async move |work| case(work, id).await).await?;
    Ok(case.dossier.open_stages(&case.zone))
}

/// Every step of the case is answered, and it is closed.
async fn settle(clinic: &TestClinic, house: &House, id: CaseId, tells: Tells) -> Result<()> {
    let mara = house.mara;
    put(clinic, mara, id, affected(vec![house.circle.person()], 0)).await?;
    put(clinic, mara, id, contained(clinic)).await?;
    put(clinic, mara, id, decided(tells)).await?;
    if tells == Tells::Everybody {
        put(clinic, mara, id, told(clinic, Telling::GdprAuthority)).await?;
        put(clinic, mara, id, told(clinic, Telling::GdprPeople)).await?;
    } else {
        put(clinic, house.cleo, id, Entry::Agreed).await?;
    }
    put(clinic, house.ada, id, Entry::Learned("We say it again at each start.".to_owned())).await?;
    clinic.pass(Span::minutes(1));
    put(clinic, mara, id, Entry::Closed).await
}

scenarios! {
    async fn a_report_becomes_a_case_and_is_settled_when_each_step_is_answered(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let (sam, mara) = (house.circle.member, house.mara);
        let report = house.report(&clinic, Audience::Leaders).await?;
        for handler in [mara, house.cleo, house.ada] {
            assert_eq!(heard(&clinic, handler, Kind::BreachReported).await?, 1);
        }
        assert_eq!(standing(&clinic, sam).await?, [Standing::Received]);
        let opened_at = clinic.app.clock().now();
        let case = open_for(&clinic, mara, report).await?;
        assert_eq!(standing(&clinic, sam).await?, [Standing::LookedInto(opened_at)]);
        put(&clinic, mara, case, affected(vec![house.circle.person()], 0)).await?;
        put(&clinic, mara, case, contained(&clinic)).await?;
        put(&clinic, mara, case, decided(Tells::Everybody)).await?;
        assert_eq!(put(&clinic, mara, case, Entry::Closed).await, Err(Error::Conflict("breaches-conflict-open")));
        put(&clinic, mara, case, told(&clinic, Telling::GdprAuthority)).await?;
        put(&clinic, mara, case, told(&clinic, Telling::GdprPeople)).await?;
        let again = put(&clinic, house.cleo, case, told(&clinic, Telling::GdprPeople)).await;
        assert_eq!(again, Err(Error::Conflict("breaches-conflict-told")));
        put(&clinic, house.ada, case, Entry::Learned("We say it again at each start.".to_owned())).await?;
        assert_eq!(open_stages(&clinic, mara, case).await?, []);
        clinic.pass(Span::minutes(1));
        put(&clinic, mara, case, Entry::Closed).await?;
        assert_eq!(standing(&clinic, sam).await?, [Standing::Settled(opened_at + Span::minutes(1))]);
        assert_eq!(heard(&clinic, sam, Kind::BreachNews).await?, 2, "when it was opened, and when it was settled");
        assert_eq!(put(&clinic, mara, case, contained(&clinic)).await, Err(Error::Conflict("breaches-conflict-closed")));
        assert_eq!(clinic.read(mara, async |work| waiting(work).await).await?, []);
        Ok(())
    }

    async fn nobody_is_left_untold_without_a_second_person(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let (mara, cleo) = (house.mara, house.cleo);
        let id = house.case(&clinic).await?;
        put(&clinic, mara, id, affected(vec![house.circle.person()], 0)).await?;
        assert_eq!(put(&clinic, cleo, id, Entry::Agreed).await, Err(Error::Conflict("breaches-conflict-undecided")));
        put(&clinic, mara, id, decided(Tells::Nobody)).await?;
        assert_eq!((heard(&clinic, cleo, Kind::BreachSecond).await?, heard(&clinic, mara, Kind::BreachSecond).await?), (1, 0));
        assert_eq!(put(&clinic, mara, id, Entry::Agreed).await, Err(Error::Conflict("breaches-conflict-second")));
        assert!(open_stages(&clinic, mara, id).await?.contains(&Stage::Decide), "it does not stand yet");
        assert_eq!(put(&clinic, cleo, id, Entry::Objected(" ".to_owned())).await, Err(Error::invalid("objection", "fault-empty")));
        put(&clinic, cleo, id, Entry::Objected("He would want to hear it from us.".to_owned())).await?;
        put(&clinic, mara, id, decided(Tells::Authorities)).await?;
        put(&clinic, house.ada, id, Entry::Agreed).await?;
        assert_eq!(put(&clinic, cleo, id, Entry::Agreed).await, Err(Error::Conflict("breaches-conflict-stands")));
        put(&clinic, mara, id, told(&clinic, Telling::GdprAuthority)).await?;
        assert_eq!(open_stages(&clinic, mara, id).await?, [Stage::Contain, Stage::Learn]);
        let whole = clinic.read(mara, async move |work| case(work, id).await).await?;
        assert_eq!(whole.entries.len(), 7, "nothing that was written is gone");
        put(&clinic, mara, id, affected(vec![house.circle.person()], 40)).await?;
        assert!(open_stages(&clinic, mara, id).await?.contains(&Stage::Decide), "what came out later undoes a no");
        Ok(())
    }

    async fn the_clocks_ring_a_day_before_and_when_they_are_over(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let id = house.case(&clinic).await?;
        clinic.try_jobs().await?;
        assert_eq!(heard(&clinic, house.mara, Kind::BreachDue).await?, 0);
        clinic.pass(Span::hours(48));
        clinic.try_jobs().await?;
        assert_eq!(heard(&clinic, house.mara, Kind::BreachDue).await?, 1);
        put(&clinic, clinic.signed_in(who(house.mara)), id, told(&clinic, Telling::GdprAuthority)).await?;
        clinic.pass(Span::hours(24));
        clinic.try_jobs().await?;
        for handler in [house.mara, house.cleo, house.ada] {
            assert_eq!(heard(&clinic, handler, Kind::BreachDue).await?, 2, "the people affected are not told yet");
        }
        let now = clinic.app.clock().now();
        let late = clinic.read(house.ada, async |work| waiting(work).await).await?;
        assert!(late.len() == 1 && late[0].due_at.is_some_and(|due| due <= now), "{late:?}");
        put(&clinic, clinic.signed_in(who(house.mara)), id, told(&clinic, Telling::GdprPeople)).await?;
        clinic.pass(Span::days(30));
        clinic.try_jobs().await?;
        assert_eq!(heard(&clinic, house.mara, Kind::BreachDue).await?, 2, "no clock runs any more");
        Ok(())
    }

    async fn whoever_was_told_of_a_case_is_told_again_when_more_came_to_light(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let (sam, mara) = (house.circle.member, house.mara);
        let id = house.case(&clinic).await?;
        settle(&clinic, &house, id, Tells::Everybody).await?;
        clinic.pass(Span::days(4));
        let mara = clinic.signed_in(who(mara));
        let news = heard(&clinic, sam, Kind::BreachNews).await?;
        put(&clinic, mara, id, Entry::Reopened("A second sentence was told.".to_owned())).await?;
        for (handler, count) in [(mara, 0), (house.cleo, 1), (house.ada, 1)] {
            assert_eq!(heard(&clinic, handler, Kind::BreachReopened).await?, count);
        }
        assert_eq!(heard(&clinic, sam, Kind::BreachNews).await?, news + 1);
        assert_eq!(open_stages(&clinic, mara, id).await?, [Stage::Decide, Stage::Tell, Stage::Learn]);
        assert_eq!(put(&clinic, mara, id, Entry::Closed).await, Err(Error::Conflict("breaches-conflict-open")));
        let waits = clinic.read(mara, async |work| waiting(work).await).await?;
        assert_eq!(waits[0].due_at, Some(clinic.app.clock().now() + Span::hours(72)));
        put(&clinic, mara, id, affected(vec![house.circle.person()], 2)).await?;
        put(&clinic, mara, id, decided(Tells::Everybody)).await?;
        for telling in [Telling::GdprAuthority, Telling::GdprPeople] {
            put(&clinic, mara, id, told(&clinic, telling)).await?;
        }
        put(&clinic, mara, id, Entry::Learned("And again in the middle.".to_owned())).await?;
        put(&clinic, mara, id, Entry::Closed).await
    }

    async fn the_clocks_of_a_case_that_is_opened_again_ring_anew(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let id = house.case(&clinic).await?;
        settle(&clinic, &house, id, Tells::Nobody).await?;
        clinic.pass(Span::days(4));
        clinic.try_jobs().await?;
        assert_eq!(heard(&clinic, house.cleo, Kind::BreachDue).await?, 0, "both rings are past, and nobody had to be told");
        let again = Entry::Reopened("A second sentence was told.".to_owned());
        put(&clinic, clinic.signed_in(who(house.mara)), id, again).await?;
        clinic.try_jobs().await?;
        assert_eq!(heard(&clinic, house.cleo, Kind::BreachDue).await?, 0);
        for count in [1, 2] {
            clinic.pass(Span::hours(if count == 1 { 48 } else { 24 }));
            clinic.try_jobs().await?;
            for handler in [house.mara, house.cleo, house.ada] {
                assert_eq!(heard(&clinic, handler, Kind::BreachDue).await?, count);
            }
        }
        Ok(())
    }

    async fn a_clock_that_was_over_while_nobody_had_to_be_told_rings_at_once_when_somebody_has_to_be(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let id = house.case(&clinic).await?;
        put(&clinic, house.mara, id, decided(Tells::Nobody)).await?;
        put(&clinic, house.cleo, id, Entry::Agreed).await?;
        clinic.pass(Span::days(4));
        clinic.try_jobs().await?;
        assert_eq!(heard(&clinic, house.cleo, Kind::BreachDue).await?, 0);
        put(&clinic, clinic.signed_in(who(house.mara)), id, affected(vec![house.circle.person()], 0)).await?;
        clinic.try_jobs().await?;
        assert_eq!(heard(&clinic, house.cleo, Kind::BreachDue).await?, 1, "once for both rings");
        Ok(())
    }

    async fn a_report_that_nobody_looks_at_is_told_of_again(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let report = house.report(&clinic, Audience::Leaders).await?;
        clinic.pass(Span::hours(23));
        clinic.try_jobs().await?;
        assert_eq!(heard(&clinic, house.mara, Kind::BreachReported).await?, 1);
        clinic.pass(Span::hours(1));
        clinic.try_jobs().await?;
        assert_eq!(heard(&clinic, house.mara, Kind::BreachReported).await?, 2);
        let twice = house.report(&clinic, Audience::Leaders).await?;
        let case = open_for(&clinic, clinic.signed_in(who(house.mara)), report).await?;
        clinic.write(house.cleo, async move |work| join(work, twice, case).await).await?;
        clinic.pass(Span::hours(24));
        clinic.try_jobs().await?;
        assert_eq!(heard(&clinic, house.mara, Kind::BreachReported).await?, 3, "once for each, and once more for the first");
        let again = clinic.write(house.cleo, async move |work| join(work, twice, case).await).await;
        assert_eq!(again, Err(Error::Conflict("breaches-conflict-taken")));
        assert_eq!(open_for(&clinic, house.mara, report).await, Err(Error::Conflict("breaches-conflict-taken")));
        Ok(())
    }

    async fn a_report_needs_words_and_a_flood_of_them_is_not_taken(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.circle.member;
        for (words, fault) in [
            (" ".to_owned(), Error::invalid("words", "fault-empty")),
            ("x".repeat(TEXT_CHARS_MAX + 1), Error::invalid("words", "fault-long")),
        ] {
            let sent = send(&clinic, sam, ReportId::random()?, house.told(Audience::Leaders, &words)).await;
            assert_eq!(sent, Err(fault));
        }
        let once = ReportId::random()?;
        send(&clinic, sam, once, house.told(Audience::Leaders, "Once.")).await?;
        send(&clinic, sam, once, house.told(Audience::Leaders, "Once.")).await?;
        assert_eq!(standing(&clinic, sam).await?.len(), 1, "the same form sent twice is one report");
        send(&clinic, sam, once, house.told(Audience::Leaders, "And one thing more.")).await?;
        assert_eq!(standing(&clinic, sam).await?.len(), 2, "other words are another report, and none is lost");
        for _ in 2..BREACH_REPORTS_A_DAY_MAX {
            house.report(&clinic, Audience::Office).await?;
        }
        let flood = send(&clinic, sam, ReportId::random()?, house.told(Audience::Leaders, "More.")).await;
        assert_eq!(flood, Err(Error::Conflict("breaches-conflict-many")));
        clinic.pass(Span::days(1));
        send(&clinic, clinic.signed_in(who(sam)), ReportId::random()?, house.told(Audience::Leaders, "More.")).await
    }

    async fn what_cannot_be_is_not_put_on_record(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let (mara, now) = (house.mara, clinic.app.clock().now());
        let id = house.case(&clinic).await?;
        let ahead = Contained { step: Step::Met, words: "Tomorrow.".to_owned(), at: now + Span::days(1) };
        assert_eq!(put(&clinic, mara, id, Entry::Contained(ahead)).await, Err(Error::invalid("done-on", "breaches-fault-ahead")));
        let before = Told { telling: Telling::GdprPeople, at: now - Span::hours(1), words: "Before.".to_owned() };
        assert_eq!(put(&clinic, mara, id, Entry::Told(before)).await, Err(Error::invalid("told-on", "breaches-fault-before")));
        let strange = put(&clinic, mara, id, told(&clinic, Telling::HipaaMedia)).await;
        assert_eq!(strange, Err(Error::invalid("telling", "fault-choose")), "no clock names them");
        let stranger = clinic.somebody("Lee").await?;
        let named = put(&clinic, mara, id, affected(vec![who(stranger)], 0)).await;
        assert_eq!(named, Err(Error::invalid("people", "fault-choose")), "they never sat here");
        let many = put(&clinic, mara, id, affected(Vec::new(), 10_000_001)).await;
        assert_eq!(many, Err(Error::invalid("others", "fault-number")));
        let wordless = Entry::Facts(Facts { happened: "  ".to_owned(), discovered: now + Span::days(1), ..facts(&clinic) });
        let Err(Error::Invalid(faults)) = put(&clinic, mara, id, wordless).await else { panic!("it is kept") };
        assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["happened", "discovered-on"]);
        let long = Entry::Learned("x".repeat(TEXT_CHARS_MAX + 1));
        assert_eq!(put(&clinic, mara, id, long).await, Err(Error::invalid("lessons", "fault-long")));
        let whole = clinic.read(mara, async move |work| case(work, id).await).await?;
        assert_eq!(whole.entries.len(), 1, "nothing of it was kept");
        Ok(())
    }
}
