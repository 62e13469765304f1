//! What is damaged hides no alert and takes nothing else away: it is shown as what cannot be read.

use axum::http::StatusCode;
use store::Value;

use super::pages::{Kim, desk, kim};
use super::*;
use crate::safety::{Stage, open_alerts};
use crate::scenarios;

::store::statements! {
    SET_SIGN = "update alerts set sign = $1 where practice_id = $2 and id = $3";
    SET_STAGE = "update alerts set stage = $1 where practice_id = $2 and id = $3";
    SET_ENTRIES = "update alert_entries set event = $1 where practice_id = $2 and alert_id = $3";
    SET_PROFILE = "update people set profile = $1 where practice_id = $2 and id = $3";
}

async fn set(clinic: &TestClinic, sql: &'static store::Sql, id: id::Bytes, to: Value) -> Result<()> {
    let practice = clinic.practice;
    let setting = async move |tx: &mut dyn store::Tx| tx.run(sql, store::params![to.clone(), practice, id]).await;
    assert!(clinic.app.db().write(setting).await? > 0);
    Ok(())
}

async fn damage(clinic: &TestClinic, sql: &'static store::Sql, id: id::Bytes) -> Result<()> {
    set(clinic, sql, id, vec![7_u8; 64].into()).await
}

scenarios! {
    async fn a_damaged_alert_is_shown_as_one_and_takes_no_other_away(clinic: TestClinic) {
        let Kim { mara, member: kim, group, mut phone } = kim(&clinic).await?;
        let mut ids = Vec::new();
        for _ in 0..3 {
            ids.push(raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?);
        }
        damage(&clinic, &SET_SIGN, ids[0].0).await?;
        damage(&clinic, &SET_ENTRIES, ids[1].0).await?;
        let seen = clinic.read(mara, async |work| open_alerts(work).await).await?;
        assert_eq!(seen.opened.iter().map(|alert| alert.id).collect::<Vec<_>>(), ids[2..]);
        assert_eq!(seen.damaged.len(), 2);
        assert!(seen.damaged.iter().all(|remains| remains.about.is_some_and(|(person, _)| person == who(kim))));
        let mut desk = desk(&clinic, mara).await?;
        for path in ["/care".to_owned(), "/care/risk".to_owned(), format!("/care/people/{}/risk", who(kim))] {
            let page = desk.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(ids.iter().all(|id| page.body.contains(&format!("id=\"alert-{id}\""))), "{path}: {}", page.body);
            assert_eq!(page.body.matches("Cannot be opened").count(), 2, "{path}");
            assert!(page.body.contains("Item 9 of the PHQ-9 went from 0 to 2"), "{path}");
        }
        let help = phone.get("/help").await;
        assert_eq!(help.body.matches("cannot be shown at the moment").count(), 2, "{}", help.body);
        assert_eq!(help.body.matches("/help/call").count(), 1, "whoever needs help can say so");
        Ok(())
    }

    async fn a_damaged_alert_that_was_closed_stays_among_those_that_were(clinic: TestClinic) {
        let Kim { mara, member: kim, group, .. } = kim(&clinic).await?;
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        set(&clinic, &SET_STAGE, id.0, Stage::Closed.code().into()).await?;
        damage(&clinic, &SET_SIGN, id.0).await?;
        let mut desk = desk(&clinic, mara).await?;
        for path in ["/care/risk".to_owned(), format!("/care/people/{}/risk", who(kim))] {
            let page = desk.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.body.contains("Nothing is open") && page.body.contains(&id.to_string()), "{path}: {}", page.body);
        }
        Ok(())
    }

    async fn a_name_that_is_damaged_does_not_say_that_nobody_hears_of_a_call(clinic: TestClinic) {
        let Kim { mara, mut phone, .. } = kim(&clinic).await?;
        damage(&clinic, &SET_PROFILE, who(mara).0).await?;
        let help = phone.get("/help").await.body;
        assert!(help.contains("tells Somebody on duty") && !help.contains("nobody would be told"), "{help}");
        Ok(())
    }
}
