//! The loader refuses a file that contradicts itself, in a sentence that names file and place.

use measures::{Instrument, LoadError};

const GOOD: &str = include_str!("good.toml");

/// The good file with one piece exchanged.
fn load_with(old: &str, new: &str) -> Result<Instrument, LoadError> {
    assert!(GOOD.contains(old), "the good file has no {old:?}");
    Instrument::parse("instruments/sample.toml", &GOOD.replacen(old, new, 1))
}

#[track_caller]
fn refused(old: &str, new: &str, sentence: &str) {
    let error = load_with(old, new).expect_err("the file should be refused");
    assert_eq!(error.to_string(), format!("instruments/sample.toml: {sentence}"));
}

#[test]
fn the_good_file_is_read() {
    let sample = Instrument::parse("instruments/sample.toml", GOOD).unwrap();
    assert_eq!(sample.items.len(), 4);
    assert_eq!(sample.total_range(), Some(0..=12));
}

#[test]
fn a_score_in_two_bands_is_refused() {
    refused("from = 4, to = 12", "from = 3, to = 12", r#"bands: 3 falls in two bands, "low" and "high"."#);
}

#[test]
fn the_well_known_wrong_bands_of_the_gad_7_are_refused() {
    let text = include_str!("../../../../instruments/gad-7.toml")
        .replace("to = 4, name = \"minimal\"", "to = 5, name = \"minimal\"");
    let error = Instrument::parse("instruments/gad-7.toml", &text).unwrap_err();
    assert_eq!(error.to_string(), r#"instruments/gad-7.toml: bands: 5 falls in two bands, "minimal" and "mild"."#);
}

#[test]
fn a_score_in_no_band_is_refused() {
    refused("from = 4, to = 12", "from = 6, to = 12", r#"bands: 4 falls in no band, between "low" and "high"."#);
}

#[test]
fn bands_must_begin_at_the_lowest_score() {
    refused(
        "from = 0, to = 3",
        "from = 1, to = 3",
        r#"bands: The lowest possible score is 0, but the first band, "low", begins at 1."#,
    );
}

#[test]
fn bands_must_end_at_the_highest_score() {
    refused("to = 12", "to = 11", r#"bands: The highest possible score is 12, but the last band, "high", ends at 11."#);
}

#[test]
fn a_band_may_not_end_before_it_begins() {
    refused("from = 4, to = 12", "from = 4, to = 2", r#"bands: The band "high" ends before it begins."#);
}

#[test]
fn a_band_needs_a_word_for_members() {
    refused(r#"member = "much""#, r#"member = """#, "bands: This must not be empty.");
}

#[test]
fn the_bands_of_a_part_are_checked_too() {
    refused(
        "to = 6, name = \"some\"",
        "to = 5, name = \"some\"",
        r#"subscales, "first_half", bands: The highest possible score is 6, but the last band, "some", ends at 5."#,
    );
}

#[test]
fn an_unknown_field_is_refused_with_its_line() {
    let error = load_with("version = 1", "version = 1\nauthor = \"me\"").unwrap_err().to_string();
    assert!(error.starts_with("instruments/sample.toml: line 3: unknown field \"author\""), "{error}");
}

#[test]
fn text_that_is_not_toml_is_refused_with_its_line() {
    let error = load_with("version = 1", "version = ").unwrap_err().to_string();
    assert!(error.starts_with("instruments/sample.toml: line 2: "), "{error}");
    assert!(error.ends_with('.'), "{error}");
}

#[test]
fn a_missing_field_is_refused() {
    let error = load_with("title = \"A sample\"\n", "").unwrap_err().to_string();
    assert!(error.contains("missing field \"title\""), "{error}");
}

#[test]
fn the_file_is_named_after_its_instrument() {
    let error = Instrument::parse("instruments/other.toml", GOOD).unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"instruments/other.toml: id: The file must be called "sample.toml", after the id in it."#
    );
}

#[test]
fn an_id_must_fit_a_command_line() {
    let text = GOOD.replacen("id = \"sample\"", "id = \"Sample 1\"", 1);
    let error = Instrument::parse("instruments/Sample 1.toml", &text).unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"instruments/Sample 1.toml: id: "Sample 1" must be made of lower-case letters, digits and hyphens."#
    );
}

#[test]
fn a_title_must_say_something() {
    refused("title = \"A sample\"", "title = \" \"", "title: This must not be empty.");
}

#[test]
fn two_items_may_not_share_an_id() {
    refused("id = \"2\"", "id = \"1\"", r#"items: "1" stands here twice."#);
}

#[test]
fn an_item_needs_an_option_set_that_exists() {
    refused(
        "id = \"2\"\noptions = \"much\"",
        "id = \"2\"\noptions = \"more\"",
        r#"items, "2": There is no option set "more" in this file."#,
    );
}

#[test]
fn one_option_is_no_choice() {
    let text = GOOD.replace("    { label = \"A little\", value = 1 },\n    { label = \"Some\", value = 2 },\n    { label = \"Much\", value = 3 },\n", "");
    let error = Instrument::parse("instruments/sample.toml", &text).unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"instruments/sample.toml: option_sets, "much": An item needs at least two options to choose from."#
    );
}

#[test]
fn two_options_may_not_count_the_same() {
    refused("value = 3", "value = 2", r#"option_sets, "much": Two options both count 2."#);
}

#[test]
fn an_option_that_would_overflow_a_sum_is_refused() {
    refused(
        "value = 3",
        "value = 2147483647",
        r#"option_sets, "much": 2147483647 lies outside the possible -1000 to 1000."#,
    );
    refused(
        "[total]\nmethod = \"sum\"",
        "[total]\nmethod = \"sum\"\nmultiplier = 0",
        "multiplier: 0 lies outside the possible 1 to 1000.",
    );
}

#[test]
fn a_scale_needs_an_item_beside_its_gate() {
    let gate = "[[skips]]\nwhen_zero = [\"1\", \"2\", \"3\", \"4\"]\nitems = [\"1\"]\ngate = true\n\n[total]\nmethod";
    refused("[total]\nmethod", gate, "items: This must not be empty.");
}

#[test]
fn a_reversed_item_must_exist() {
    refused("reversed = [\"4\"]", "reversed = [\"5\"]", r#"reversed: There is no item "5" in this file."#);
}

#[test]
fn an_item_is_reversed_once() {
    refused("reversed = [\"4\"]", "reversed = [\"4\", \"4\"]", r#"reversed: "4" stands here twice."#);
}

#[test]
fn wording_is_all_there_or_not_at_all() {
    refused(
        "text = \"I am well.\"\n",
        "",
        "items: Some wording is here and some is not; a file has all of it or none.",
    );
}

#[test]
fn wording_that_must_be_loaded_may_not_be_in_the_file() {
    refused(
        "class = \"embed\"",
        "class = \"load\"",
        "licence: The licence class is \"load\", so the wording must not be in this file.",
    );
}

#[test]
fn a_forbidden_instrument_has_no_class_at_all() {
    let error = load_with("class = \"embed\"", "class = \"forbidden\"").unwrap_err().to_string();
    assert!(error.contains("unknown variant \"forbidden\""), "{error}");
}

#[test]
fn conditions_must_be_named() {
    refused(
        "class = \"embed\"",
        "class = \"embed_with_conditions\"",
        "licence: The class \"embed_with_conditions\" must list the conditions.",
    );
}

#[test]
fn an_attribution_is_never_left_out() {
    refused("attribution = \"Ours.\"", "attribution = \"\"", "licence, attribution: This must not be empty.");
}

#[test]
fn a_mistyped_loinc_code_is_refused() {
    refused("44261-6", "44262-6", r#"loinc: "44262-6" is not a LOINC code: its check digit does not fit."#);
}

#[test]
fn a_loinc_code_needs_its_official_name() {
    refused("display = \"The total\"", "display = \"\"", r#"loinc, "44261-6": This must not be empty."#);
}

#[test]
fn the_code_of_the_panel_may_not_stand_on_the_total() {
    refused("44261-6", "44249-1", r#"loinc: "44249-1" is the code of the panel and must not stand on the total."#);
}

#[test]
fn a_mistyped_answer_code_is_refused() {
    refused(
        "{ label = \"None\", value = 0 }",
        "{ label = \"None\", value = 0, loinc = \"6568-5\" }",
        r#"loinc: "6568-5" is not the code of a LOINC answer, such as "LA6568-5"."#,
    );
}

#[test]
fn a_skip_must_hang_on_an_item_that_can_count_nothing() {
    let place = "[total]\nmethod";
    refused(
        place,
        "[[skips]]\nwhen_zero = [\"9\"]\nitems = [\"2\"]\n\n[total]\nmethod",
        r#"skips, when_zero: There is no item "9" in this file."#,
    );
    let text = GOOD.replace("value = 0", "value = 7").replacen(
        place,
        "[[skips]]\nwhen_zero = [\"1\"]\nitems = [\"2\"]\n\n[total]\nmethod",
        1,
    );
    let error = Instrument::parse("instruments/sample.toml", &text).unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"instruments/sample.toml: skips: Item "1" has no option that counts 0, so nothing can follow from it."#
    );
}

#[test]
fn a_part_uses_items_that_exist() {
    refused(
        "items = [\"1\", \"2\"]",
        "items = [\"1\", \"7\"]",
        r#"subscales, "first_half", items: There is no item "7" in this file."#,
    );
}

#[test]
fn pro_rating_asks_for_as_many_items_as_there_are() {
    refused(
        "min_answered = 3",
        "min_answered = 5",
        "missing: The rule asks for 5 answered items, but the scale has 4.",
    );
    refused(
        "min_answered = 3",
        "min_answered = 0",
        "missing: The rule asks for 0 answered items, but the scale has 4.",
    );
}

#[test]
fn a_criterion_says_one_thing() {
    refused(
        "count = { items",
        "all_of = [\"x\"]\ncount = { items",
        r#"criteria, "often": Exactly one of "count" and "all_of" must be given."#,
    );
}

#[test]
fn a_criterion_leans_only_on_earlier_ones() {
    refused(
        "all_of = [\"often\"]",
        "all_of = [\"later\"]",
        r#"criteria, "both": There is no earlier criterion "later" in this file."#,
    );
}

#[test]
fn a_criterion_counts_what_items_can_reach() {
    refused("value_at_least = 2,", "value_at_least = 9,", r#"criteria, "often": 9 lies outside the possible 0 to 3."#);
    refused(
        "items_at_least = 1",
        "items_at_least = 3",
        r#"criteria, "often": The rule asks for 3 answered items, but the scale has 2."#,
    );
}

#[test]
fn a_criterion_and_a_cutoff_may_not_share_a_name() {
    refused("id = \"case\"", "id = \"often\"", r#"criteria: "often" stands here twice."#);
}

#[test]
fn a_cutoff_lies_within_the_scores() {
    refused("at_least = 6", "at_least = 60", r#"cutoffs, "case": 60 lies outside the possible 0 to 12."#);
}

#[test]
fn a_cutoff_has_one_limit() {
    refused(
        "at_least = 6",
        "at_least = 6\nat_most = 9",
        r#"cutoffs, "case": Exactly one of "at_least" and "at_most" must be given."#,
    );
}

#[test]
fn a_cutoff_has_a_source() {
    refused("source = \"Nobody 2020.\"", "source = \"\"", r#"cutoffs, "case": This must not be empty."#);
}

#[test]
fn a_signal_watches_an_item_that_exists() {
    refused("item = \"3\"", "item = \"33\"", r#"signals, "danger": There is no item "33" in this file."#);
}

#[test]
fn a_signal_waits_for_a_value_that_can_come() {
    refused(
        "value_at_least = 1\n",
        "value_at_least = 4\n",
        r#"signals, "danger": 4 lies outside the possible 0 to 3."#,
    );
}

#[test]
fn reliable_change_is_given_in_one_way() {
    let sentence = r#"change, reliable: Exactly one of "points" and "sd" with "r" must be given."#;
    refused("points = 4.0", "points = 4.0, sd = 2.0", sentence);
    refused("points = 4.0", "sd = 2.0", sentence);
}

#[test]
fn reliability_lies_between_none_and_perfect() {
    refused("points = 4.0", "sd = 2.0, r = 1.2", "change, reliable: 1.2 lies outside the possible 0 to 1.");
}

#[test]
fn a_threshold_of_change_must_be_reachable() {
    refused("points = 4.0", "points = 40.0", "change, reliable: 40 lies outside the possible 1 to 12.");
}

#[test]
fn change_has_a_source() {
    refused("source = \"Somebody 2021.\"", "source = \"\"", "change, reliable: This must not be empty.");
}

#[test]
fn the_clinical_range_lies_within_the_scores() {
    refused("from = 6.0", "from = 13.0", "change, clinical: 13 lies outside the possible 0 to 12.");
}

#[test]
fn change_needs_to_know_which_way_is_better() {
    refused("direction = \"higher_is_worse\"\n", "", "change: This needs a direction, but none is given.");
}

#[test]
fn a_cutoff_needs_a_total() {
    let start = GOOD.find("[total]").unwrap();
    let end = GOOD.find("[[subscales]]").unwrap();
    let text = format!("{}{}", &GOOD[..start], &GOOD[end..]);
    let error = Instrument::parse("instruments/sample.toml", &text).unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"instruments/sample.toml: cutoffs, "case": This needs a total, but the instrument has none."#
    );
}

#[test]
fn a_file_of_endless_items_is_refused() {
    use std::fmt::Write;
    let mut text = GOOD.to_owned();
    for number in 5..200 {
        write!(text, "\n[[items]]\nid = \"{number}\"\noptions = \"much\"\ntext = \"More.\"\n").unwrap();
    }
    let error = Instrument::parse("instruments/sample.toml", &text).unwrap_err();
    assert_eq!(error.to_string(), "instruments/sample.toml: items: There are 199, but at most 120 are allowed.");
}
