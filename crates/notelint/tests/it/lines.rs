//! What `cohesion notes check --ndjson` prints for a line, and which rosters are refused.

use notelint::{LineError, Roster, check_line};

const ROSTER: &str = r#"{"members":[
    {"id":"m1","legal":"Ida Berg","preferred":null,"display":"","nicknames":[],"email":null},
    {"id":"m2","legal":"Margaret Okafor","preferred":"Maggie","display":"Fox","nicknames":["Mags"],"email":"mo@mail.example","files":[]}
]}"#;

fn line(text: &str) -> String {
    checked(text).unwrap()
}

fn refusal(text: &str) -> String {
    checked(text).unwrap_err().to_string()
}

fn checked(text: &str) -> Result<String, LineError> {
    check_line(&Roster::parse(ROSTER).unwrap(), text)
}

#[test]
fn a_line_becomes_a_line_of_hits() {
    let hits = r#"{"hits":[{"start":5,"end":12,"member":"m2","kind":"surname"},{"start":17,"end":21,"member":"m2","kind":"nickname"}]}"#;
    assert_eq!(line(r#"{"member":"m1","text":"Saw 🦊Okafors and Mags."}"#), hits);
    assert_eq!(line(r#"{"member":"m2","text":"Mags spoke."}"#), r#"{"hits":[]}"#);
    assert_eq!(line(r#"{"member":"m1","text":""}"#), r#"{"hits":[]}"#);
}

#[test]
fn a_line_that_cannot_be_checked_says_why() {
    assert_eq!(refusal(r#"{"member":"m9","text":"x"}"#), "Nobody in the roster has the id \"m9\".");
    for text in
        ["", "{", "[]", r#"{"member":"m1"}"#, r#"{"member":"m1","text":"","more":1}"#, r#"{"member":1,"text":"x"}"#]
    {
        let said = refusal(text);
        assert!(said.starts_with("This line is not of the form") && !said.contains('\n'), "{said}");
    }
    assert!(refusal(&format!(r#"{{"member":"{}","text":""}}"#, "m".repeat(5_000))).len() < 200);
}

#[test]
fn a_roster_that_cannot_be_used_says_why() {
    let refused = |json: &str| Roster::parse(json).unwrap_err().to_string();
    assert!(refused("{}").starts_with("The roster is not of the form"));
    assert!(refused(r#"{"members":[{"id":"m1","legal":"A B","nickname":"C"}]}"#).contains("nickname"));
    assert_eq!(refused(r#"{"members":[{"id":" ","legal":"A B"}]}"#), "Member 1 of the roster has no id.");
    let twice = r#"{"members":[{"id":"m1","legal":"A B"},{"id":"m1","legal":"C D"}]}"#;
    assert_eq!(refused(twice), "The roster has the id \"m1\" more than once.");
    assert!(Roster::parse(r#"{"members":[]}"#).unwrap().members().is_empty());
}
