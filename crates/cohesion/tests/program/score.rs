//! Scoring paper forms and research files: one line of JSON in, one out, and an exit status that tells a script enough.

use std::io::Write;
use std::process::{Output, Stdio};

use serde_json::{Value, json};

use super::harness::Home;

/// Scores lines from standard input: the exit status, and what was said for each.
fn scored(lines: &[u8]) -> (Option<i32>, Vec<Value>) {
    let home = Home::new();
    let mut program = home.program(&["score", "--ndjson"]);
    let mut program = program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    program.stdin.take().expect("its input").write_all(lines).expect("the lines are sent");
    answered(program.wait_with_output().expect("its end"))
}

fn answered(output: Output) -> (Option<i32>, Vec<Value>) {
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    (output.status.code(), said.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect())
}

fn asked(instrument: &str, answers: &[Value]) -> String {
    json!({ "instrument": instrument, "answers": answers }).to_string()
}

fn positions(positions: &[u8]) -> Vec<Value> {
    positions.iter().map(|position| json!(position)).collect()
}

#[test]
fn lines_are_scored_in_their_order_with_status_0() {
    // AUDIT items 9 and 10 have three options, worth 0, 2 and 4.
    let audit = positions(&[0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
    let reversed = positions(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let left_open = [positions(&[1, 1, 1, 1, 1, 1, 1, 0]), vec![Value::Null]].concat();
    let lines = [asked("audit", &audit), asked("rosenberg", &reversed), asked("phq-9", &left_open)].join("\n");
    let (status, said) = scored(lines.as_bytes());
    assert_eq!(status, Some(0), "{said:?}");
    assert_eq!(said[0]["total"], json!(6));
    assert_eq!(said[1]["total"], json!(15), "five of the ten items are reversed");
    assert_eq!(said[2]["prorated"], json!(true), "{}", said[2]);
}

#[test]
fn a_line_that_cannot_be_scored_is_said_the_others_are_scored_and_the_status_is_2() {
    let sound = asked("gad-7", &positions(&[1, 1, 1, 1, 1, 1, 1]));
    let faulty: [&[u8]; 5] = [
        b"{\"instrument\":\"gad-8\",\"answers\":[]}",
        b"{\"instrument\":\"gad-7\",\"answers\":[\xff]}",
        b"not JSON",
        b"{\"instrument\":\"gad-7\",\"answers\":[4,0,0,0,0,0,0]}",
        b"{\"instrument\":\"gad-7\",\"answers\":[1]}",
    ];
    for line in faulty {
        let (status, said) = scored(&[line, sound.as_bytes(), b""].join(&b'\n'));
        assert_eq!(status, Some(2));
        assert!(said[0]["error"].as_str().is_some_and(|error| error.ends_with(['.', '?'])), "{}", said[0]);
        assert_eq!((said.len(), &said[1]["total"]), (2, &json!(7)));
    }
}

#[test]
fn one_form_is_scored_from_the_command_line() {
    let home = Home::new();
    let run = |arguments: &[&str]| answered(home.program(arguments).output().expect("it runs"));
    let (status, said) = run(&["score", "phq-9", "--answers", "1,2,0,0,0,0,0,0,1"]);
    assert_eq!((status, &said[0]["total"], &said[0]["instrument"]), (Some(0), &json!(4), &json!("phq-9")));
    assert_eq!(said[0]["signals"].as_array().map(Vec::len), Some(1), "{}", said[0]);
    assert_eq!(run(&["score", "phq-9", "--answers", "1,2"]).0, Some(2));
    assert_eq!(run(&["score", "no-such", "--answers", "1"]).0, Some(2));
    assert!(!home.data().exists(), "scoring keeps nothing");
}
