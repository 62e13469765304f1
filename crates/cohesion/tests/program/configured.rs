//! Settings: where each value came from, and what is wrong with it.

use super::harness::Home;

#[test]
fn the_settings_are_printed_with_their_source_and_without_secrets() {
    let home = Home::new();
    let file = home.path("settings.toml");
    std::fs::write(&file, "smtp = \"smtps://ada:hunter2@mail.example.org\"\nlisten = \"127.0.0.1:9\"\n")
        .expect("a file");
    let mut command = home.program(&["config", "--log", "debug"]);
    let output =
        command.env("COHESION_CONFIG", file).env("COHESION_DATABASE", "postgres://ada:hunter2@db/one").output();
    let said = String::from_utf8(output.expect("it runs").stdout).expect("UTF-8");
    let line = |name: &str| said.lines().find(|line| line.starts_with(name)).expect("each setting has a line");
    assert!(line("smtp ").contains("(set, not shown)"), "{said}");
    assert!(line("listen").contains("file"), "{said}");
    assert!(line("database").contains("postgres://ada:…@db/one") && line("database").contains("environment"), "{said}");
    assert!(line("log ").contains("flag"), "{said}");
    assert!(!said.contains("hunter2"), "{said}");
}

#[test]
fn each_setting_is_a_flag_and_what_follows_from_another_is_shown() {
    let home = Home::new();
    let ran =
        home.run(&["config", "--listen", "0.0.0.0:9000", "--smtp", "smtps://ada:hunter2@mail.example.org"]).went_well();
    let line = |name: &str| ran.said.lines().find(|line| line.starts_with(name)).expect("each setting has a line");
    assert!(line("public-url").contains("http://127.0.0.1:9000 "), "{}", ran.said);
    assert!(line("backups").contains("/data/backups ") && line("root-key").contains("/data/root.key "), "{}", ran.said);
    assert!(line("smtp").contains("(set, not shown)") && line("smtp").contains("flag"), "{}", ran.said);
    let help = home.run(&["serve", "--help"]).went_well().said;
    for key in cohesion::config::KEYS {
        assert!(help.contains(&format!("--{} <", key.name)), "no --{} in {help}", key.name);
    }
}

#[test]
fn a_secret_may_be_given_as_a_file_and_a_file_that_is_missing_is_named() {
    let home = Home::new();
    let (file, missing) = (home.path("smtp"), home.path("nowhere"));
    std::fs::write(&file, "smtps://mail.example.org\n").expect("a file");
    let with = |file| home.program(&["config"]).env("COHESION_SMTP_FILE", file).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    assert!(text(with(file).stdout).contains("(set, not shown)"));
    let refused = with(missing);
    assert!(!refused.status.success());
    assert!(text(refused.stderr).contains("COHESION_SMTP_FILE names"));
}

#[test]
fn a_wrong_setting_says_what_is_wanted() {
    let home = Home::new();
    let ran = home.run(&["serve", "--listen", "here"]);
    assert!(
        ran.refusal().contains("listen is \"here\" (from the flag), but an address and port"),
        "{}",
        ran.complained
    );
    let ran = home.run(&["serve", "--log", "loud"]);
    assert!(ran.refusal().contains("but error, warn, info or debug is needed"), "{}", ran.complained);
    let ran = home.run(&["serve", "--database", "mysql://ada:hunter2@here"]);
    let refusal = "database is \"mysql://ada:…@here\" (from the flag), but sqlite:PATH or postgres://… is needed.";
    assert_eq!(ran.refusal(), refusal);
}

#[test]
fn an_address_that_is_taken_is_named() {
    let home = Home::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address").to_string();
    let ran = home.run(&["serve", "--listen", &address]);
    assert!(ran.refusal().starts_with(&format!("The server cannot listen on {address}")), "{}", ran.complained);
}
