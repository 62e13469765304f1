//! Damaged records: they are not shown but missed, the log says so by their ids, and everybody else is served.

use cohesion::id::{self, Bytes};
use store::{Sql, Tx, Value};

use super::harness::{Home, Server};

static NEWEST_LOGIN: Sql = Sql::new(
    "NEWEST_LOGIN",
    "/* every practice: there is one */ select people.id, people.profile from people join logins on logins.person_id = people.id order by logins.opened_at_ms desc limit 1",
    None,
);

static DAMAGE_PROFILE: Sql =
    Sql::new("DAMAGE_PROFILE", "/* every practice: there is one */ update people set profile = $1 where id = $2", None);

static ALERT_OF_AN_ANSWER: Sql = Sql::new(
    "ALERT_OF_AN_ANSWER",
    "/* every practice: there is one */ select alerts.id, alerts.sign from alerts join responses on responses.id = alerts.cause_id where alerts.stage < 3 order by raised_at_ms desc limit 1",
    None,
);

static DAMAGE_ALERT: Sql =
    Sql::new("DAMAGE_ALERT", "/* every practice: there is one */ update alerts set sign = $1 where id = $2", None);

#[tokio::test]
async fn a_damaged_record_is_told_and_takes_nobody_else_down() {
    let home = Home::new();
    let server = home.demo();
    server.sign_in_as("member");
    server.stop().went_well();
    damage(&home, &NEWEST_LOGIN, &DAMAGE_PROFILE).await;

    let server = home.demo();
    let (member, therapist) = (server.sign_in_as("member"), server.sign_in_as("therapist"));
    let (status, page) = server.get_as(&member, "/me");
    assert_eq!(status, 500);
    let reference = page.lines().find_map(|line| line.strip_prefix("x-request-id: ")).expect("each answer has an id");
    assert!(page.matches(reference.trim()).count() == 2, "the page names the id by which the log knows it: {page}");
    assert_eq!(server.get_as(&therapist, "/care").0, 200);
    assert_eq!(server.get_as(&therapist, "/settings").0, 200);
    assert_eq!(server.get("/readyz").0, 200);
    let ran = server.stop().went_well();
    let told = ran.complained.lines().find(|line| line.contains("ERROR")).expect("the log tells of it");
    assert!(told.contains("A sealed value does not open") && told.contains(reference.trim()), "{told}");
}

#[tokio::test]
async fn a_damaged_alert_is_missed_on_the_page_and_told_and_the_others_stay() {
    let home = Home::new();
    let server = home.demo();
    let therapist = server.sign_in_as("therapist");
    let (count, page) = cards(&server, &therapist);
    assert!(count > 0 && !page.contains("Cannot be opened"), "{page}");
    server.stop().went_well();
    let alert = id::to_text(damage(&home, &ALERT_OF_AN_ANSWER, &DAMAGE_ALERT).await);

    let server = home.demo();
    let therapist = server.sign_in_as("therapist");
    let (left, page) = cards(&server, &therapist);
    assert_eq!(left, count, "a damaged alert is an alert still");
    assert_eq!(page.matches("Cannot be opened").count(), 1, "{page}");
    assert_eq!(server.get_as(&therapist, "/care/risk").0, 200);
    let ran = server.stop().went_well();
    let tells = |line: &str| {
        ["ERROR", "alerts", alert.as_str(), "A sealed value does not open"].iter().all(|there| line.contains(there))
    };
    assert!(ran.complained.lines().any(tells), "the log does not tell of the alert {alert}: {}", ran.complained);
}

/// The alerts on the therapist's Today, counted, and the page.
fn cards(server: &Server, cookie: &str) -> (usize, String) {
    let (status, page) = server.get_as(cookie, "/care");
    assert_eq!(status, 200, "{page}");
    (page.matches("alert--risk").count(), page)
}

/// Finds a row by `find`, changes a byte of what is sealed in it, and puts it back by `put`; the row's id.
async fn damage(home: &Home, find: &'static Sql, put: &'static Sql) -> Bytes {
    let db = home.db().await;
    let damaged = db.write(async |tx: &mut dyn Tx| {
        let mut row = tx.one(find, Vec::new()).await?;
        let (id, mut sealed): (Bytes, Vec<u8>) = (row.take()?, row.take()?);
        *sealed.last_mut().expect("something sealed") ^= 1;
        assert_eq!(tx.run(put, vec![sealed.into(), Value::from(id)]).await?, 1);
        Ok::<_, store::Error>(id)
    });
    let id = damaged.await.expect("it is damaged");
    db.close().await;
    id
}
