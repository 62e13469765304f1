//! Damaged records: they are not shown but missed, the log says so by their ids, and everybody else is served.

use cohesion::id::{self, Bytes};
use store::{Sql, Tx, Value};

use super::harness::{Home, Server};

static NEWEST_LOGIN: Sql = Sql {
    name: "NEWEST_LOGIN",
    text: "/* every practice: there is one */ select people.id, people.profile from people join logins on logins.person_id = people.id order by logins.opened_at_ms desc limit 1",
    postgres: None,
};

static DAMAGE_PROFILE: Sql = Sql {
    name: "DAMAGE_PROFILE",
    text: "/* every practice: there is one */ update people set profile = $1 where id = $2",
    postgres: None,
};

static ALERT_OF_AN_ANSWER: Sql = Sql {
    name: "ALERT_OF_AN_ANSWER",
    text: "/* every practice: there is one */ select alerts.id, alerts.sign from alerts join responses on responses.id = alerts.cause_id order by raised_at_ms desc limit 1",
    postgres: None,
};

static DAMAGE_ALERT: Sql = Sql {
    name: "DAMAGE_ALERT",
    text: "/* every practice: there is one */ update alerts set sign = $1 where id = $2",
    postgres: None,
};

static ANSWER_OF_AN_ALERT: Sql = Sql {
    name: "ANSWER_OF_AN_ALERT",
    text: "/* every practice: there is one */ select responses.id, responses.record from alerts join responses on responses.id = alerts.cause_id order by raised_at_ms desc limit 1",
    postgres: None,
};

static DAMAGE_ANSWER: Sql = Sql {
    name: "DAMAGE_ANSWER",
    text: "/* every practice: there is one */ update responses set record = $1 where id = $2",
    postgres: None,
};

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
async fn a_damaged_alert_and_a_damaged_answer_are_missed_on_the_page_and_the_others_stay() {
    let home = Home::new();
    let server = home.demo();
    let therapist = server.sign_in_as("therapist");
    let cards = |server: &Server, cookie: &str| {
        let (status, page) = server.get_as(cookie, "/care");
        assert_eq!(status, 200, "{page}");
        (page.matches("alert--risk").count(), page)
    };
    let (count, page) = cards(&server, &therapist);
    assert!(count > 0 && !page.contains("Cannot be opened") && !page.contains("is missing here"), "{page}");
    server.stop().went_well();
    let alert = damage(&home, &ALERT_OF_AN_ANSWER, &DAMAGE_ALERT).await;
    let answer = damage(&home, &ANSWER_OF_AN_ALERT, &DAMAGE_ANSWER).await;

    let server = home.demo();
    let therapist = server.sign_in_as("therapist");
    let (left, page) = cards(&server, &therapist);
    assert_eq!(left, count, "a damaged alert is an alert still");
    assert_eq!(page.matches("Cannot be opened").count(), 1, "{page}");
    assert!(page.contains("cannot be read, and is missing here"), "{page}");
    assert_eq!(server.get_as(&therapist, "/care/risk").0, 200);
    let ran = server.stop().went_well();
    for (of, id) in [("alerts", alert), ("responses", answer)] {
        let id = id::to_text(id);
        let mut told = ran.complained.lines().filter(|line| line.contains("ERROR") && line.contains(&id));
        let told = told.next().unwrap_or_else(|| panic!("the log does not tell of {of} {id}: {}", ran.complained));
        assert!(told.contains(of) && told.contains("A sealed value does not open"), "{told}");
    }
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
