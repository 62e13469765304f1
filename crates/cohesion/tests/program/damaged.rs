//! A damaged record: it is not shown, the log says so, and everybody else is served.

use store::{Sql, Tx};

use super::harness::Home;

static NEWEST_LOGIN: Sql = Sql {
    name: "NEWEST_LOGIN",
    text: "/* every practice: there is one */ select people.id, people.profile from people join logins on logins.person_id = people.id order by logins.opened_at_ms desc limit 1",
    postgres: None,
};

static DAMAGE: Sql = Sql {
    name: "DAMAGE",
    text: "/* every practice: there is one */ update people set profile = $1 where id = $2",
    postgres: None,
};

#[tokio::test]
async fn a_damaged_record_is_told_and_takes_nobody_else_down() {
    let home = Home::new();
    let server = home.demo();
    server.sign_in_as("member");
    server.stop().went_well();
    damage_the_one_who_signed_in_last(&home).await;

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

async fn damage_the_one_who_signed_in_last(home: &Home) {
    let db = home.db().await;
    let damaged = db.write(async |tx: &mut dyn Tx| {
        let mut row = tx.one(&NEWEST_LOGIN, Vec::new()).await?;
        let (id, mut profile): ([u8; 16], Vec<u8>) = (row.take()?, row.take()?);
        *profile.last_mut().expect("a sealed profile") ^= 1;
        tx.run(&DAMAGE, vec![profile.into(), id.into()]).await
    });
    assert_eq!(damaged.await, Ok(1));
    db.close().await;
}
