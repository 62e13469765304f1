//! Scenarios of the first start, on both engines.

use keyring::RootKey;
use store::Engine;
use store::testing::TestDatabase;

use super::{is_needed, new_link};
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::identity::{NewSecret, Token};
use crate::testing::{Answer, START, Tab};
use crate::work::Vault;
use crate::{Result, migrations};

const PASSPHRASE: &str = "four purple herons wait";

/// A server that was never set up.
async fn fresh(database: &TestDatabase) -> Result<App> {
    let vault = Vault::open(database.db(), RootKey::generate()?).await?;
    Ok(App::new(database.db().clone(), vault, Clock::standing_at(START), Config::for_tests()))
}

async fn begin(app: &App, link: &str) -> Answer {
    let token = Token::read(link.trim_start_matches("/set-up/")).expect("a link holds a token");
    let code = NewSecret::of(app.vault(), super::begin::seed_of(&token)).code_at(START);
    let fields = [
        ("called", "Ada"),
        ("legal", "Ada Quill"),
        ("email", "ada@example.org"),
        ("passphrase", PASSPHRASE),
        ("again", PASSPHRASE),
        ("code", &code),
    ];
    Tab::of(app).post(link, &fields).await
}

store::on_both_engines!(
    before_set_up_nothing_else_is_reachable,
    the_link_founds_the_practice_once_and_is_worth_nothing_afterwards,
    of_fifty_that_begin_at_once_one_wins,
    a_faulty_form_founds_nothing,
);

async fn before_set_up_nothing_else_is_reachable(engine: Engine) {
    let database = TestDatabase::open(engine, migrations::ALL).await.expect("a database");
    let app = fresh(&database).await.expect("an app");
    let link = new_link(&app).await.expect("an answer").expect("a link");
    assert_eq!(new_link(&app).await, Ok(None), "a program prints one link");
    for path in ["/sign-in", "/settings", "/me/settings", "/sign-in/code", "/sign-in/again", "/join/x"] {
        assert_eq!(Tab::of(&app).get(path).await.status, 503, "{path}");
    }
    let other = format!("/set-up/{}", Token::random().expect("a token").text());
    assert_eq!(Tab::of(&app).get(&other).await.status, 404);
    assert_eq!(begin(&app, &other).await.status, 404);
    let page = Tab::of(&app).get(&link).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<svg"));
}

/// ATK-42.
async fn the_link_founds_the_practice_once_and_is_worth_nothing_afterwards(engine: Engine) {
    let database = TestDatabase::open(engine, migrations::ALL).await.expect("a database");
    let app = fresh(&database).await.expect("an app");
    assert_eq!(is_needed(&app).await, Ok(true));
    let link = new_link(&app).await.expect("an answer").expect("a link");
    let done = begin(&app, &link).await;
    assert_eq!(done.status, 200);
    assert_eq!(done.body.matches("<li><code>").count(), crate::limits::RECOVERY_CODES);
    assert_eq!(is_needed(&app).await, Ok(false));
    assert_eq!(Tab::of(&app).get(&link).await.status, 404);
    assert_eq!(begin(&app, &link).await.status, 404);
    let mut tab = Tab::of(&app);
    let signed = tab.post("/sign-in", &[("email", "ada@example.org"), ("passphrase", PASSPHRASE)]).await;
    assert_eq!(signed.location(), "/sign-in/code");
    let next_start = fresh(&database).await.map(|_| ());
    assert!(next_start.is_err(), "another root key opens nothing");
}

async fn of_fifty_that_begin_at_once_one_wins(engine: Engine) {
    let database = TestDatabase::open(engine, migrations::ALL).await.expect("a database");
    let app = fresh(&database).await.expect("an app");
    let link = new_link(&app).await.expect("an answer").expect("a link");
    let tries = futures_util::future::join_all((0..50).map(|_| begin(&app, &link))).await;
    assert_eq!(tries.iter().filter(|answer| answer.status == 200).count(), 1);
    assert!(tries.iter().all(|answer| [200, 404, 503].contains(&answer.status.as_u16())));
}

async fn a_faulty_form_founds_nothing(engine: Engine) {
    let database = TestDatabase::open(engine, migrations::ALL).await.expect("a database");
    let app = fresh(&database).await.expect("an app");
    let link = new_link(&app).await.expect("an answer").expect("a link");
    let fields = [("called", "Ada"), ("legal", ""), ("email", "ada"), ("passphrase", "short"), ("again", "other")];
    let answer = Tab::of(&app).post(&link, &fields).await;
    assert_eq!((answer.status.as_u16(), answer.field("called").as_str()), (422, "Ada"));
    let wrong_code = [
        ("called", "Ada"),
        ("legal", "Ada Quill"),
        ("email", "ada@example.org"),
        ("passphrase", PASSPHRASE),
        ("again", PASSPHRASE),
        ("code", "000000"),
    ];
    assert_eq!(Tab::of(&app).post(&link, &wrong_code).await.status, 422);
    assert_eq!(is_needed(&app).await, Ok(true));
    assert_eq!(begin(&app, &link).await.status, 200);
}
