//! What `cohesion score` prints for a line.

use measures::{Catalogue, error_line, score_line, score_list};
use serde_json::{Value, json};

fn line(text: &str) -> Value {
    serde_json::from_str(&score_line(Catalogue::built_in(), text).unwrap()).unwrap()
}

#[track_caller]
fn refused(text: &str, sentence: &str) {
    let error = score_line(Catalogue::built_in(), text).expect_err("the line should be refused");
    assert_eq!(error.to_string(), sentence);
    assert_eq!(serde_json::from_str::<Value>(&error_line(&error)).unwrap(), json!({ "error": sentence }));
}

#[test]
fn a_line_of_answers_becomes_a_line_of_results() {
    let text = r#"{"instrument":"phq-9","answers":[1,2,0,1,0,2,1,0,1]}"#;
    let result = score_line(Catalogue::built_in(), text).unwrap();
    assert!(!result.contains('\n'));
    let places: Vec<_> = ["instrument", "version", "total", "band", "prorated", "subscales", "criteria", "signals"]
        .map(|key| result.find(&format!("\"{key}\":")).unwrap())
        .into();
    assert!(places.is_sorted(), "the fields stand in the promised order");
    assert_eq!(
        line(text),
        json!({
            "instrument": "phq-9", "version": 1, "total": 8, "band": "mild", "prorated": false,
            "subscales": {}, "criteria": { "case": false },
            "signals": [{ "id": "thoughts_of_death_or_self_harm", "item": "9", "cause": "answered", "urgency": "today" }],
        })
    );
}

#[test]
fn whole_points_are_written_whole() {
    let result = score_line(Catalogue::built_in(), r#"{"instrument":"gad-7","answers":[3,3,3,3,3,3,3]}"#).unwrap();
    assert!(result.contains(r#""total":21,"#), "{result}");
}

#[test]
fn null_is_an_open_item() {
    let result = line(r#"{"instrument":"phq-9","answers":[1,2,0,1,0,2,1,0,null]}"#);
    assert_eq!(result["prorated"], true);
    assert_eq!(result["signals"][0]["cause"], "not_answered");
}

#[test]
fn an_answer_may_be_given_in_its_own_words() {
    let result = line(r#"{"instrument":"gad-7","answers":["Nearly every day",0,0,0,0,0,"several days"]}"#);
    assert_eq!(result["total"], 4);
}

#[test]
fn an_unknown_instrument_brings_the_ids_close_to_it() {
    refused(r#"{"instrument":"phq9","answers":[]}"#, "There is no instrument \"phq9\". Did you mean phq-9?");
    let line = r#"{"instrument":"phq-7","answers":[]}"#;
    refused(line, "There is no instrument \"phq-7\". Did you mean one of phq-2, phq-8, phq-9?");
    let error = score_list(Catalogue::built_in(), &"mmpi".repeat(1000), "").unwrap_err().to_string();
    assert!(error.len() < 400 && error.contains("There are asq, audit, "), "{error}");
}

#[test]
fn too_few_and_too_many_answers_are_refused() {
    refused(r#"{"instrument":"gad-7","answers":[1,2]}"#, "GAD-7 asks for 7 answers, but got 2.");
    refused(r#"{"instrument":"gad-7","answers":[0,0,0,0,0,0,0,0]}"#, "GAD-7 asks for 7 answers, but got 8.");
}

#[test]
fn a_position_that_the_item_does_not_have_is_refused() {
    refused(r#"{"instrument":"gad-7","answers":[0,0,4,0,0,0,0]}"#, "Item 3 has options 0 to 3, but 4 was given.");
}

#[test]
fn what_is_no_answer_is_refused() {
    let rest = "an answer is the position of an option counted from 0, its exact words, or null.";
    refused(r#"{"instrument":"gad-7","answers":[0,-1,0,0,0,0,0]}"#, &format!("Item 2 was given -1; {rest}"));
    refused(r#"{"instrument":"gad-7","answers":[0,1.5,0,0,0,0,0]}"#, &format!("Item 2 was given 1.5; {rest}"));
    refused(
        r#"{"instrument":"gad-7","answers":["Often",0,0,0,0,0,0]}"#,
        &format!("Item 1 was given \"Often\"; {rest}"),
    );
}

#[test]
fn what_is_not_json_is_refused() {
    for text in
        ["", "phq-9", "{", r#"{"instrument":"phq-9"}"#, r#"{"instrument":"phq-9","answers":[],"extra":1}"#, "[]"]
    {
        let error = score_line(Catalogue::built_in(), text).unwrap_err().to_string();
        assert!(error.starts_with("This line is not of the form"), "{error}");
    }
}

#[test]
fn a_list_is_scored_like_a_line() {
    let catalogue = Catalogue::built_in();
    let line = score_line(catalogue, r#"{"instrument":"phq-9","answers":[1,2,0,null,0,2,1,0,1]}"#);
    assert_eq!(score_list(catalogue, "phq-9", "1, 2,0,,0,2,1,0,1"), line);
    assert_eq!(score_list(catalogue, "phq-9", "1,2,0,null,0,2,1,0,1"), line);
    let sentence = score_list(catalogue, "pc-ptsd-5", "no").map(|line| line.contains(r#""stopped_at_gate":true"#));
    assert_eq!(sentence, Ok(true));
    let error = score_list(catalogue, "phq-9", "").unwrap_err();
    assert_eq!(error.to_string(), "PHQ-9 asks for 9 answers, but got 1.");
}

#[test]
fn a_part_is_written_with_its_total_and_band() {
    let result = line(r#"{"instrument":"dass-21","answers":[0,0,3,0,3,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0]}"#);
    assert_eq!(result["total"], Value::Null);
    assert_eq!(result["subscales"]["depression"], json!({ "total": 14, "band": "moderate" }));
}
