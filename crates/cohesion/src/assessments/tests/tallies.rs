//! What answers came to stands beside them, in parts, and follows from them.

use super::super::Point;
use super::*;
use crate::scenarios;

store::statements! {
    DAMAGE_TALLIES = "update tallies set responses = $1 where practice_id = $2";
    DAMAGE_LAST_PARTS = "update tallies set responses = $1 where practice_id = $2 and part > 0";
    COUNT_PARTS = "select count(*) from tallies where practice_id = $1";
}

/// What a member's only course came to, answer by answer.
async fn totals(clinic: &TestClinic, circle: &Circle) -> Result<Vec<f64>> {
    let (group, person) = (circle.group, circle.person());
    let courses = clinic.read(circle.member, async move |work| courses_of(work, group, person).await).await?;
    Ok(courses[0].points.iter().filter_map(Point::total).collect())
}

async fn parts(clinic: &TestClinic) -> Result<i64> {
    let practice = clinic.practice;
    let counting = async move |tx: &mut dyn store::Tx| -> Result<i64> {
        Ok(tx.one(&COUNT_PARTS, store::params![practice]).await?.take()?)
    };
    clinic.app.db().read(counting).await
}

scenarios! {
    async fn what_answers_came_to_is_made_again_from_them_and_a_damaged_one_takes_nothing_else_away(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, person, practice) = (circle.group, circle.person(), clinic.practice);
        with_reader_on_duty(&clinic, &circle).await?;
        let setting = async move |work: &mut Work<'_>| set_battery(work, group, &Template::Anxiety.battery()).await;
        clinic.write(circle.leader, setting).await?;
        circle.answer(&clinic, "gad-7", &[2; 7]).await?;
        circle.answer(&clinic, "phq-9", &CALM).await?;
        let seen = async || -> Result<_> {
            let courses = clinic.read(circle.member, async move |work| courses_of(work, group, person).await).await?;
            let courses: Vec<_> = courses.iter().map(|course| (course.answered(), course.damaged)).collect();
            let group = clinic.read(circle.leader, async move |work| overview(work, group, None).await).await?;
            Ok((courses, group.lines[0].course.answered(), group.damaged()))
        };
        let damage = async |sql| clinic.app.db().write(async move |tx: &mut dyn store::Tx| {
            tx.run(sql, store::params![vec![7_u8; 64], practice]).await
        }).await;
        assert_eq!(damage(&DAMAGE_TALLIES).await?, 2);
        assert_eq!(seen().await?, (vec![(1, 0), (1, 0)], 1, 0), "the answers say what they came to");
        assert_eq!(damage(&DAMAGE_RESPONSES).await?, 2);
        assert_eq!(seen().await?, (vec![(0, 1), (0, 1)], 0, 1), "what is missing is said");
        clinic.pass(Span::days(7));
        circle.answer(&clinic, "gad-7", &[1; 7]).await?;
        assert!(circle.answer(&clinic, "phq-9", &DANGER).await?, "what was damaged before holds back no alert");
        assert_eq!(seen().await?, (vec![(1, 1), (1, 1)], 1, 1), "and is said still");
        Ok(())
    }

    async fn a_long_history_stands_in_parts_and_is_read_as_one(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let practice = clinic.practice;
        let mut sent = Vec::new();
        for number in 0..17 {
            sent.push(circle.send(&clinic, "gad-7", sheet(1, &[number % 4; 7])).await?.0);
            clinic.pass(Span::days(7));
        }
        let expected = || (0..17_u8).map(|number| f64::from(number % 4) * 7.0).collect::<Vec<_>>();
        assert_eq!((parts(&clinic).await?, totals(&clinic, &circle).await?), (2, expected()));
        let second = sent[1];
        clinic.write(circle.member, async move |work| correct(work, second, &sheet(2, &[3; 7])).await).await?;
        let mut corrected = expected();
        corrected[1] = 21.0;
        assert_eq!((parts(&clinic).await?, totals(&clinic, &circle).await?), (2, corrected.clone()));
        let damaging = async move |tx: &mut dyn store::Tx| {
            tx.run(&DAMAGE_LAST_PARTS, store::params![vec![7_u8; 64], practice]).await
        };
        assert_eq!(clinic.app.db().write(damaging).await?, 1);
        assert_eq!(totals(&clinic, &circle).await?, corrected, "the answers say what they came to");
        circle.answer(&clinic, "gad-7", &[0; 7]).await?;
        corrected.push(0.0);
        assert_eq!((parts(&clinic).await?, totals(&clinic, &circle).await?), (2, corrected));
        Ok(())
    }
}
