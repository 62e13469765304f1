//! Checking notes from elsewhere: a roster and lines of JSON in, the places of names out.

use std::fs;
use std::io::Write;
use std::process::{Output, Stdio};

use super::harness::Home;

const ROSTER: &str = r#"{"members":[
    {"id":"m1","legal":"Ida Berg","preferred":"","display":"Ida","nicknames":[],"email":"ida@post.example"},
    {"id":"m2","legal":"Margaret Okafor","preferred":"Maggie","display":"Fox","nicknames":["Mags"],"email":"mo@post.example"}
]}"#;
const SOUND: &str = r#"{"member":"m1","text":"🦊 Listened to Mags and to Okafor's story, as Ida does."}"#;
const HITS: &str = r#"{"hits":[{"start":14,"end":18,"member":"m2","kind":"nickname"},{"start":26,"end":32,"member":"m2","kind":"surname"}]}"#;

struct Said {
    status: Option<i32>,
    lines: Vec<String>,
    faults: String,
}

fn said(output: Output) -> Said {
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    let lines = text(output.stdout).lines().map(str::to_owned).collect();
    Said { status: output.status.code(), lines, faults: text(output.stderr) }
}

fn home() -> Home {
    let home = Home::new();
    fs::write(home.path("roster.json"), ROSTER).expect("it is written");
    home
}

fn checked(lines: &[u8]) -> Said {
    let home = home();
    let mut program = home.program(&["notes", "check", "--roster", "roster.json", "--ndjson"]);
    let mut program =
        program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    program.stdin.take().expect("its input").write_all(lines).expect("the lines are sent");
    said(program.wait_with_output().expect("its end"))
}

#[test]
fn each_note_is_answered_with_the_places_of_names_in_characters() {
    let own = r#"{"member":"m2","text":"Maggie told of Mags, her own name."}"#;
    let Said { status, lines, faults } = checked(format!("{SOUND}\n\n{own}").as_bytes());
    assert_eq!((status, faults.as_str()), (Some(0), ""));
    assert_eq!(lines, [HITS, r#"{"hits":[]}"#]);
}

#[test]
fn a_line_that_cannot_be_checked_is_named_by_its_number_and_the_others_are_checked() {
    let faulty: [&[u8]; 5] = [
        b"not JSON",
        b"{\"member\":\"m1\"}",
        b"{\"member\":\"m7\",\"text\":\"Hello\"}",
        b"{\"member\":\"m1\",\"text\":\"\xff\"}",
        b"{\"member\":1,\"text\":\"Hello\"}",
    ];
    for line in faulty {
        let Said { status, lines, faults } = checked(&[SOUND.as_bytes(), b"", line, SOUND.as_bytes()].join(&b'\n'));
        assert_eq!(status, Some(2));
        assert_eq!((lines.len(), lines[0].as_str(), lines[2].as_str()), (3, HITS, HITS));
        assert!(lines[1].starts_with("{\"error\":\""), "{}", lines[1]);
        assert!(faults.starts_with("Line 3: ") && faults.trim_end().ends_with('.'), "{faults}");
        assert_eq!(faults.lines().count(), 1, "{faults}");
    }
}

#[test]
fn a_very_long_note_is_checked_and_one_that_is_longer_still_is_told() {
    let note = |words: usize| format!(r#"{{"member":"m1","text":"{}Mags"}}"#, "word ".repeat(words));
    let Said { status, lines, .. } = checked(format!("{}\n{}\n{SOUND}", note(20_000), note(300_000)).as_bytes());
    assert_eq!((status, lines.len(), lines[2].as_str()), (Some(2), 3, HITS));
    assert!(lines[0].contains(r#""start":100000,"end":100004"#), "{}", lines[0]);
    assert!(lines[1].contains("longer than"), "{}", lines[1]);
}

#[test]
fn notes_are_read_from_a_file_too_and_nothing_is_kept() {
    let home = home();
    fs::write(home.path("notes.ndjson"), SOUND).expect("it is written");
    let run = |more: &[&str]| {
        let arguments = [&["notes", "check", "--roster", "roster.json", "--ndjson"], more].concat();
        said(home.program(&arguments).output().expect("it runs"))
    };
    assert_eq!(run(&["notes.ndjson"]).lines, [HITS]);
    let missing = run(&["no-such.ndjson"]);
    assert_eq!((missing.status, missing.lines.len()), (Some(1), 0));
    assert!(missing.faults.starts_with("no-such.ndjson cannot be read"), "{}", missing.faults);
    assert!(!home.data().exists(), "checking keeps nothing");
}

#[test]
fn a_roster_that_cannot_be_used_says_why() {
    let home = home();
    for (roster, why) in [
        ("{}", "is not of the form"),
        (r#"{"members":[{"id":"m1","legal":"A B"},{"id":"m1","legal":"C D"}]}"#, "more than once"),
        ("", "is not of the form"),
    ] {
        fs::write(home.path("roster.json"), roster).expect("it is written");
        let ran =
            said(home.program(&["notes", "check", "--roster", "roster.json", "--ndjson"]).output().expect("it runs"));
        assert_eq!((ran.status, ran.lines.len()), (Some(1), 0));
        assert!(ran.faults.starts_with("roster.json: ") && ran.faults.contains(why), "{}", ran.faults);
    }
}
