//! The pages around a session as a browser meets them.

use super::Evening;
use crate::clock::Span;
use crate::scenarios;
use crate::testing::Answer;

/// The fields of the plan as the page holds them, with some typed over.
fn typed(page: &Answer, over: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields = vec![("seen".to_owned(), page.field("seen"))];
    for part in page.body.split("name=\"block\" value=\"").skip(1) {
        let id = part.split('"').next().unwrap_or_default();
        fields.push(("block".to_owned(), id.to_owned()));
        for name in ["name", "minutes"] {
            let name = format!("{name}-{id}");
            fields.push((name.clone(), page.field(&name)));
        }
    }
    for (name, value) in over {
        fields.retain(|(field, _)| field != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

scenarios! {
    async fn a_session_is_prepared_without_script(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let base = format!("/care/sessions/{}", evening.first());
        let (mut tab, path) = (clinic.desk(evening.mara).await?, format!("{base}/prepare"));
        let session = tab.get(&base).await;
        for way in ["prepare", "run", "fidelity", "briefs", "notes"] {
            assert!(session.body.contains(&format!("href=\"{base}/{way}\"")), "{way} in\n{}", session.body);
        }
        let page = tab.get(&path).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("90 minutes in all, as long as the session."), "{}", page.body);
        let longer = typed(&page, &[("minutes-1", "25"), ("topic", "Sleep"), ("do", "down-1")]);
        assert_eq!(tab.post(&path, &pairs(&longer)).await.location(), path);
        let page = tab.get(&path).await;
        assert!(page.body.contains("That is 20 too many.") && page.field("topic") == "Sleep", "{}", page.body);
        assert_eq!(page.field("seen"), "1");
        tab.post(&format!("{base}/open"), &[]).await;
        let run = tab.get(&format!("{base}/run")).await;
        assert!(run.body.contains("20 minutes more are planned than there is time."), "nobody is behind yet: {}", run.body);
        assert_eq!(tab.post(&path, &pairs(&typed(&page, &[("do", "fit")]))).await.location(), path);
        assert!(tab.get(&path).await.body.contains("90 minutes in all, as long as the session."));
        Ok(())
    }

    async fn a_fault_is_said_and_everything_typed_stays(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (mut tab, path) = (clinic.desk(evening.mara).await?, format!("/care/sessions/{}/prepare", evening.first()));
        let page = tab.get(&path).await;
        let sent = typed(&page, &[("minutes-2", "many"), ("topic", "Sleep & rest"), ("new-name", "A song"), ("do", "add")]);
        let again = tab.post(&path, &pairs(&sent)).await;
        assert_eq!(again.status, 422);
        assert_eq!((again.field("minutes-2").as_str(), again.field("new-name").as_str()), ("many", "A song"));
        assert!(again.field("topic") == "Sleep &amp; rest" && again.body.contains("#minutes-2") && again.body.contains("#new-minutes"), "{}", again.body);
        assert_eq!(tab.post(&path, &[]).await.status, 422, "an empty form changes nothing");
        assert_eq!(tab.get(&path).await.field("seen"), "0");
        Ok(())
    }

    async fn two_who_plan_at_once_both_see_both_plans(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let path = format!("/care/sessions/{}/prepare", evening.first());
        let (mut maras, mut bens) = (clinic.desk(evening.mara).await?, clinic.desk(evening.ben).await?);
        let (first, second) = (maras.get(&path).await, bens.get(&path).await);
        maras.post(&path, &pairs(&typed(&first, &[("name-1", "Tea"), ("do", "keep")]))).await;
        let stale = bens.post(&path, &pairs(&typed(&second, &[("name-1", "Coffee"), ("do", "keep")]))).await;
        assert_eq!((stale.status.as_u16(), stale.field("name-1").as_str(), stale.field("seen").as_str()), (409, "Coffee", "1"));
        assert!(stale.body.contains("Tea"), "{}", stale.body);
        assert_eq!(bens.post(&path, &pairs(&typed(&stale, &[("do", "keep")]))).await.location(), path);
        assert_eq!(maras.get(&path).await.field("name-1"), "Coffee");
        Ok(())
    }

    async fn a_session_runs_and_closes_on_one_page(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (base, sam) = (format!("/care/sessions/{}", evening.first()), evening.circle.person().to_string());
        let (mut tab, path) = (clinic.desk(evening.mara).await?, format!("{base}/run"));
        assert!(tab.get(&path).await.body.contains("Not open yet"));
        let early = tab.post(&path, &[("do", "next"), ("seen", "0")]).await;
        assert!(early.status == 409 && early.body.contains("Open the session first."), "{}", early.body);
        tab.post(&format!("{base}/open"), &[]).await;
        assert!(tab.get(&path).await.body.contains("Ready when you are"));
        assert_eq!(tab.post(&path, &[("do", "next"), ("seen", "0")]).await.location(), path);
        clinic.pass(Span::minutes(2));
        let page = tab.get(&path).await;
        for words in ["Arriving and questionnaires", "3:00", "left of 5 minutes", "88 minutes left", "Sam is here", "aria-current=\"step\""] {
            assert!(page.body.contains(words), "{words} in\n{}", page.body);
        }
        let stale = tab.post(&path, &[("do", "skip"), ("seen", "0")]).await;
        assert!(stale.status == 409 && stale.body.contains("Somebody else pressed a button"), "{}", stale.body);
        assert_eq!(tab.post(&path, &[("do", "dance"), ("seen", "1")]).await.status, 422);
        let unmarked = tab.post(&format!("{path}/close"), &[]).await;
        assert!(unmarked.status == 409 && unmarked.body.contains("Somebody is not marked yet."), "{}", unmarked.body);
        assert_eq!(tab.post(&format!("{path}/mark"), &[("member", "nobody"), ("presence", "present")]).await.status, 422);
        let marked = tab.post(&format!("{path}/mark"), &[("member", &sam), ("presence", "present")]).await;
        assert_eq!(marked.location(), path);
        let here = tab.get(&path).await.body;
        assert!(here.contains("1 of 1") && here.contains("It goes on until 19:30."), "{here}");
        tab.post(&format!("{path}/mark"), &[("member", &sam), ("presence", "absent-silent")]).await;
        let away = tab.get(&path).await.body;
        assert!(away.contains("0 of 1") && away.matches("aria-pressed=\"true\"").count() == 1, "another press mends it: {away}");
        assert_eq!(away.matches("aria-pressed=\"false\"").count(), 2, "all three keep their places: {away}");
        tab.post(&format!("{path}/mark"), &[("member", &sam), ("presence", "present")]).await;
        assert_eq!(tab.post(&format!("{path}/close"), &[]).await.location(), path);
        clinic.run_jobs().await?;
        let over = tab.get(&path).await;
        assert!(over.body.contains("The session is over") && over.body.contains("6 parts were not reached."), "{}", over.body);
        let next = tab.get(&format!("/care/sessions/{}/prepare", evening.sessions[1].id)).await;
        assert!(next.body.contains("Left from last time") && next.body.contains("Carried over from Wednesday 25 November"), "{}", next.body);
        let second = format!("/care/sessions/{}", evening.sessions[1].id);
        tab.post(&format!("{second}/prepare"), &pairs(&typed(&next, &[("do", "take-2")]))).await;
        let run = tab.get(&format!("{second}/run")).await;
        assert!(run.body.contains("Carried over from Wednesday 25 November"), "{}", run.body);
        Ok(())
    }

    async fn the_running_view_renews_itself_for_those_who_lead(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.open(&clinic, 0).await?;
        let mut tab = clinic.desk(evening.mara).await?;
        let path = format!("/live/run.{}", evening.first());
        assert!(tab.get(&format!("/care/sessions/{}/run", evening.first())).await.body.contains(&path));
        let stream = tab.get(&path).await;
        assert!(stream.status == 200 && stream.body.contains("Ready when you are"), "{}", stream.body);
        let mut other = clinic.desk(clinic.administrator().await?).await?;
        assert!(!other.get(&path).await.body.contains("Ready when you are"));
        Ok(())
    }

    async fn a_line_for_oneself_is_kept_and_not_shown_in_the_room(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let base = format!("/care/sessions/{}", evening.first());
        let mut tab = clinic.desk(evening.mara).await?;
        let empty = tab.post(&format!("{base}/run/note"), &[("note", "")]).await;
        assert!(empty.status == 422 && empty.body.contains("#note"), "{}", empty.body);
        let kept = tab.post(&format!("{base}/run/note"), &[("note", "Ask about the place")]).await;
        assert_eq!(kept.location(), format!("{base}/run"));
        assert!(!tab.get(&format!("{base}/run")).await.body.contains("Ask about the place"));
        assert!(tab.get(&format!("{base}/briefs")).await.body.contains("Ask about the place"));
        Ok(())
    }

    async fn briefs_stay_typed_and_are_shown_to_those_who_were_meant(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let path = format!("/care/sessions/{}/briefs", evening.first());
        let (mut maras, mut bens) = (clinic.desk(evening.mara).await?, clinic.desk(evening.ben).await?);
        let unsaid = [("moment", "after"), ("after-seen", "0"), ("after-0", "We were late")];
        let again = maras.post(&path, &unsaid).await;
        assert!(again.status == 422 && again.body.contains("We were late"), "{}", again.body);
        let shared = [unsaid.as_slice(), &[("after-audience", "co-leaders")]].concat();
        assert_eq!(maras.post(&path, &shared).await.location(), path);
        let page = bens.get(&path).await;
        assert!(page.body.contains("We were late") && page.body.contains("Mara"), "{}", page.body);
        let stale = maras.post(&path, &[("moment", "after"), ("after-seen", "0"), ("after-0", "Other words"), ("after-audience", "only-me")]).await;
        assert!(stale.status == 409 && stale.body.contains("Other words") && stale.body.contains("We were late"), "{}", stale.body);
        assert_eq!(stale.field("after-seen"), "1");
        assert_eq!(maras.post(&path, &[]).await.status, 422);
        Ok(())
    }

    async fn a_session_is_ticked_beside_its_plan(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let base = format!("/care/sessions/{}", evening.first());
        let (mut tab, path) = (clinic.desk(evening.mara).await?, format!("{base}/fidelity"));
        assert!(tab.get(&path).await.body.contains("once the session has begun"));
        evening.open(&clinic, 0).await?;
        tab.post(&format!("{base}/run"), &[("do", "next"), ("seen", "0")]).await;
        let page = tab.get(&path).await;
        assert!(page.body.contains("Arriving and questionnaires"), "{}", page.body);
        let mut fields: Vec<(String, String)> = vec![("seen".to_owned(), "0".to_owned())];
        for at in 0..8 {
            fields.push((format!("delivered-{at}"), "full".to_owned()));
            fields.push((format!("minutes-{at}"), "10".to_owned()));
        }
        for (name, value) in [("usual", "safety"), ("usual", "invited"), ("reviewed", "3"), ("reviewed-of", "5"), ("deviations", "We began late")] {
            fields.push((name.to_owned(), value.to_owned()));
        }
        let faulty: Vec<_> = fields.iter().filter(|(name, _)| name != "delivered-3").cloned().collect();
        let again = tab.post(&path, &pairs(&faulty)).await;
        assert!(again.status == 422 && again.body.contains("#delivered-3") && again.body.contains("We began late"), "{}", again.body);
        assert_eq!(tab.post(&path, &pairs(&fields)).await.location(), path);
        // By hand: 8 elements and 2 of 6 usual things: 10 of 14.
        assert!(tab.get(&path).await.body.contains("71 % as planned"));
        let stale = tab.post(&path, &pairs(&fields)).await;
        assert!(stale.status == 409 && stale.body.contains("We began late"), "{}", stale.body);
        let run = tab.get(&format!("/care/groups/{}/fidelity", evening.circle.group)).await;
        assert!(run.body.contains("71 %") && run.body.contains("One session so far."), "{}", run.body);
        let vera = evening.supervisor(&clinic).await?;
        let mut veras = clinic.desk(vera).await?;
        let queue = veras.get("/care/supervision").await;
        assert!(queue.body.contains("/care/supervision/fidelity"), "{}", queue.body);
        let runs = veras.get("/care/supervision/fidelity").await;
        assert!(runs.body.contains("71 %") && !runs.body.contains("Mara"), "{}", runs.body);
        assert!(!veras.get(&path).await.body.contains("name=\"deviations\""), "a supervisor reads it");
        Ok(())
    }
}
