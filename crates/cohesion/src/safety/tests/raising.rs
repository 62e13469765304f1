//! Every sign of danger becomes exactly one alert, and the right people are told at the right minute.

use super::*;
use crate::Error;
use crate::notices::{Kind, notices};
use crate::safety::{Event, Path, Stage, Written, escalate, take};
use crate::scenarios;

fn told(alert: &super::super::Alert) -> Vec<Vec<PersonId>> {
    let people = |event: &Event| if let Event::Told(people) = event { Some(people.clone()) } else { None };
    alert.entries.iter().filter_map(|entry| people(&entry.event)).collect()
}

scenarios! {
    async fn a_positive_item_nine_reaches_the_therapist_on_call(clinic: TestClinic) {
        let (mara, ines) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        on_duty(&clinic, Some(group), ines, mara).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        let alert = look(&clinic, id).await?;
        assert_eq!(told(&alert), [[who(ines)]]);
        assert_eq!(alert.told, [who(ines)]);
        assert_eq!(alert.state.owner, Some(who(ines)));
        assert_eq!(alert.state.stage, Stage::Waiting);
        assert_eq!(alert.state.terms.path, Path::Clinical);
        assert_eq!(alert.state.acknowledge_by, crate::testing::START + Span::minutes(30));
        assert_eq!(alert.state.deadline(), Some(crate::testing::START + Span::hours(24)));
        Ok(())
    }

    async fn every_trigger_raises_exactly_one_alert_however_often_it_is_told(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let kim = who(clinic.signed_in(PersonId::random()?));
        let words = Written::new("words", "She said that nobody would miss her.")?;
        let signs = [
            item_nine(kim, group, id::random()?).sign,
            Sign::NeedHelp { call: id::random()?, words: None },
            Sign::Observation { once: id::random()?, words: words.clone() },
            Sign::Screening { screening: id::random()?, words },
        ];
        let mut all = Vec::new();
        for sign in signs {
            let cause = Cause { person: kim, group: Some(group), sign };
            let first = raised(&clinic, mara, cause.clone()).await?;
            assert_eq!(raised(&clinic, mara, cause).await?, first);
            assert_eq!(look(&clinic, first).await?.entries.len(), 1);
            all.push(first);
        }
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 4);
        Ok(())
    }

    async fn an_item_nine_left_open_is_raised_too_and_is_never_zero(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let mut cause = item_nine(who(kim), group, id::random()?);
        let Sign::Answers { items, .. } = &mut cause.sign else { panic!("item nine is an answer") };
        items[0].now = None;
        let id = raised(&clinic, kim, cause.clone()).await?;
        assert_eq!(look(&clinic, id).await?.cause, cause);
        Ok(())
    }

    async fn two_tellings_at_the_same_moment_are_one_alert(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let cause = item_nine(who(kim), group, id::random()?);
        let tellings = (0..6).map(|_| raised(&clinic, kim, cause.clone()));
        let ids = futures_util::future::try_join_all(tellings).await?;
        assert!(ids.iter().all(|id| *id == ids[0]));
        assert_eq!(look(&clinic, ids[0]).await?.entries.len(), 1);
        Ok(())
    }

    async fn pressing_for_help_twice_is_one_call_until_somebody_has_it(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let call = async || {
            let sign = Sign::NeedHelp { call: id::random()?, words: None };
            raised(&clinic, kim, Cause { person: who(kim), group: Some(group), sign }).await
        };
        let first = call().await?;
        assert_eq!(call().await?, first);
        let ids = futures_util::future::try_join_all((0..4).map(|_| call())).await?;
        assert!(ids.iter().all(|id| *id == first));
        Ok(())
    }

    async fn an_answer_that_cannot_wait_is_told_to_reader_and_backup_at_once(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        on_duty(&clinic, Some(group), mara, ben).await?;
        let kim = who(clinic.signed_in(PersonId::random()?));
        let mut cause = item_nine(kim, group, id::random()?);
        let Sign::Answers { items, .. } = &mut cause.sign else { panic!("item nine is an answer") };
        items[0].urgency = Urgency::Now;
        let id = raised(&clinic, mara, cause).await?;
        assert_eq!(told(&look(&clinic, id).await?), [[who(mara), who(ben)]]);
        Ok(())
    }

    async fn what_nobody_takes_goes_to_the_backup_then_to_the_practices_duty_then_to_all_again(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let (ines, omar) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        on_duty(&clinic, Some(group), mara, ben).await?;
        on_duty(&clinic, None, ines, omar).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        let mut passed = Vec::new();
        for _ in 0..5 {
            let before = look(&clinic, id).await?;
            let by = before.state.acknowledge_by;
            clinic.pass(by - Span::minutes(1) - clinic.app.clock().now());
            clinic.run_jobs().await?;
            assert_eq!(look(&clinic, id).await?.entries.len(), before.entries.len(), "not a minute too early");
            clinic.pass(Span::minutes(1));
            clinic.run_jobs().await?;
            passed.push((by - crate::testing::START).0 / 60_000);
        }
        let alert = look(&clinic, id).await?;
        assert_eq!(told(&alert), [vec![who(mara)], vec![who(ben)], vec![who(ines), who(omar)]]);
        assert_eq!(passed, [30, 60, 90, 150, 270], "reminders slow down, and never end");
        Ok(())
    }

    async fn an_older_clock_passes_nothing_on(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        on_duty(&clinic, Some(group), mara, ben).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        clinic.pass(Span::minutes(30));
        clinic.run_jobs().await?;
        clinic.write(clinic.system(), async move |work| escalate::pass_on(work, id.0, 1).await).await?;
        assert_eq!(look(&clinic, id).await?.entries.len(), 2);
        Ok(())
    }

    async fn a_clock_that_jumps_ahead_still_gives_the_next_one_their_time(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        on_duty(&clinic, Some(group), mara, ben).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        clinic.pass(Span::days(3));
        clinic.run_jobs().await?;
        let alert = look(&clinic, id).await?;
        assert_eq!(alert.told, [who(mara), who(ben)]);
        assert_eq!(alert.state.acknowledge_by, clinic.app.clock().now() + Span::minutes(30));
        Ok(())
    }

    async fn a_clock_that_jumps_back_loses_no_alert_and_tells_nobody_twice(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        on_duty(&clinic, Some(group), mara, ben).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        clinic.pass(Span::hours(-6));
        clinic.run_jobs().await?;
        assert_eq!(look(&clinic, id).await?.told, [who(mara)]);
        clinic.pass(Span::minutes(6 * 60 + 30));
        clinic.run_jobs().await?;
        let alert = look(&clinic, id).await?;
        assert_eq!((alert.told.len(), alert.entries.len()), (2, 2));
        Ok(())
    }

    async fn a_passed_deadline_is_told_once_to_all_who_answer(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        on_duty(&clinic, Some(group), mara, ben).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        clinic.write(mara, async move |work| take(work, id).await).await?;
        clinic.pass(Span::hours(24));
        clinic.run_jobs().await?;
        clinic.pass(Span::hours(24));
        clinic.run_jobs().await?;
        let alert = look(&clinic, id).await?;
        let mut all = vec![who(mara), who(ben)];
        all.sort();
        assert_eq!(alert.entries.last().map(|entry| entry.event.clone()), Some(Event::Overdue(all)));
        assert_eq!(alert.entries.len(), 3);
        Ok(())
    }

    async fn whoever_is_told_finds_it_in_their_list_and_gets_a_mail_that_says_nothing_of_it(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        on_duty(&clinic, None, mara, ben).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let sign = Sign::NeedHelp { call: id::random()?, words: None };
        let id = raised(&clinic, kim, Cause { person: who(kim), group: None, sign }).await?;
        clinic.run_jobs().await?;
        let told = clinic.read(mara, async |work| notices(work).await).await?;
        assert_eq!(told.iter().map(|notice| (notice.kind, notice.about)).collect::<Vec<_>>(), [(Kind::ConcernWaits, id.0)]);
        let mail = clinic.outbox().await?;
        assert_eq!(mail.iter().filter(|sent| sent.person == who(mara)).count(), 1);
        let text = |sent: &crate::notices::Outgoing| format!("{} {}", sent.mail.subject, sent.mail.text).to_lowercase();
        assert!(mail.iter().all(|sent| !text(sent).contains("concern") && !text(sent).contains("risk")));
        Ok(())
    }

    async fn without_a_duty_the_leaders_are_told(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        assert_eq!(look(&clinic, id).await?.told, [who(mara)]);
        Ok(())
    }

    async fn without_anybody_to_tell_the_clock_still_runs_until_somebody_is_on_duty(clinic: TestClinic) {
        let kim = clinic.signed_in(PersonId::random()?);
        let sign = Sign::NeedHelp { call: id::random()?, words: None };
        let id = raised(&clinic, kim, Cause { person: who(kim), group: None, sign }).await?;
        assert_eq!(look(&clinic, id).await?.state.owner, None);
        let (ines, omar) = (clinic.clinician().await?, clinic.clinician().await?);
        on_duty(&clinic, None, ines, omar).await?;
        clinic.pass(Span::minutes(30));
        clinic.run_jobs().await?;
        assert_eq!(look(&clinic, id).await?.told, [who(ines)]);
        Ok(())
    }

    async fn a_support_group_tells_its_duty_contact_and_knows_no_levels(clinic: TestClinic) {
        let lena = clinic.clinician().await?;
        let group = group_of(&clinic, lena, Charter::support()).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let sign = Sign::NeedHelp { call: id::random()?, words: None };
        let id = raised(&clinic, kim, Cause { person: who(kim), group: Some(group), sign }).await?;
        let alert = look(&clinic, id).await?;
        assert_eq!(alert.told, [who(lena)]);
        assert_eq!(alert.state.terms.path, Path::DutyContact);
        Ok(())
    }

    async fn a_stranger_cannot_raise_an_alert_about_somebody(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let stranger = clinic.signed_in(PersonId::random()?);
        let cause = item_nine(PersonId::random()?, group, id::random()?);
        assert_eq!(raised(&clinic, stranger, cause).await, Err(Error::NotFound));
        Ok(())
    }
}
