//! The loader leaves out what contradicts itself, in a sentence that names file and place.

use techniques::Catalogue;

use crate::sample::{SAMPLE, load};

/// The sentence said of the sample with one piece exchanged.
#[track_caller]
fn sentence(old: &str, new: &str) -> String {
    assert!(SAMPLE.contains(old), "the sample has no {old:?}");
    let (catalogue, problems) = load(&SAMPLE.replacen(old, new, 1));
    assert!(catalogue.form("sample").is_none() && problems.len() == 1, "{problems:?}");
    problems[0].to_string()
}

#[track_caller]
fn refused(old: &str, new: &str, expected: &str) {
    assert_eq!(sentence(old, new), format!("techniques/forms/sample.toml: {expected}"));
}

#[test]
fn text_that_is_not_toml_and_fields_that_do_not_exist_are_refused_with_their_line() {
    assert!(sentence("version = 1", "version = ").starts_with("techniques/forms/sample.toml: line 2: "));
    let said = sentence("version = 1", "version = 1\nauthor = \"me\"");
    assert!(said.starts_with("techniques/forms/sample.toml: line 3: unknown field \"author\""), "{said}");
}

#[test]
fn an_id_fits_its_file_and_an_address() {
    refused("id = \"sample\"", "id = \"other\"", "id: The file must be called \"other.toml\", after the id in it.");
    refused(
        "id = \"sample\"",
        "id = \"My form\"",
        "id: Write \"My form\" with lower-case letters, digits and hyphens only.",
    );
    refused(
        "id = \"line\"",
        "id = \"my-line\"",
        "steps, \"one\", \"my-line\": Write \"my-line\" with lower-case letters, digits and underscores only.",
    );
}

#[test]
fn empty_texts_and_lists_are_refused() {
    refused("title = \"A sample\"", "title = \" \"", "title: This must not be empty.");
    refused("helps_when = [\"A test needs a form.\"]", "helps_when = []", "helps_when: This must not be empty.");
    refused("groups = [\"therapy\"]", "groups = []", "groups: This must not be empty.");
    refused("label = \"A line\"", "label = \"\"", "steps, \"one\", \"line\": This must not be empty.");
    refused("minutes = 5", "minutes = 0", "minutes: This must not be empty.");
}

#[test]
fn a_name_is_one_thing() {
    refused("id = \"share\"", "id = \"mood\"", "fields: \"mood\" stands here twice; rename one of them.");
    refused("id = \"night\"", "id = \"bed\"", "fields: \"bed\" stands here twice; rename one of them.");
    refused("id = \"two\"", "id = \"one\"", "steps: \"one\" stands here twice; rename one of them.");
    refused("id = \"near\"", "id = \"strong\"", "signals: \"strong\" stands here twice; rename one of them.");
}

#[test]
fn a_field_has_what_its_kind_has_and_no_more() {
    let place = |field: &str, rest: &str| format!("steps, \"one\", \"{field}\": {rest}");
    refused(
        "kind = \"percent\"",
        "kind = \"share\"",
        &place("share", "There is no kind of field \"share\"; correct the name or add it."),
    );
    refused("unit = \"minutes\", from", "from", &place("amount", "A field of kind \"number\" needs \"unit\"."));
    refused(
        "kind = \"date\"",
        "kind = \"date\", unit = \"days\"",
        &place("day", "A field of kind \"date\" has no \"unit\"; take it out."),
    );
    refused(
        "from = 0, to = 90.5",
        "from = 9, to = 9",
        &place("amount", "\"from\" must lie below \"to\", within what the format allows."),
    );
    refused(
        "from = 0, to = 10,",
        "from = 0, to = 9.5,",
        &place("mood", "\"from\" must lie below \"to\", within what the format allows."),
    );
    refused(
        "length_chars_max = 20",
        "length_chars_max = 2000",
        &place("line", "There are 2000, but at most 300 are allowed."),
    );
}

#[test]
fn options_rows_and_columns_are_there() {
    refused(
        "part_of = \"red\"",
        "part_of = \"warm\"",
        "steps, \"two\", \"colour\": There is no option \"warm\"; correct the name or add it.",
    );
    refused(
        "kind = \"any_of\", list = \"colours\" }",
        "kind = \"any_of\", list = \"shapes\" }",
        "steps, \"two\", \"colours\": There is no list in this file \"shapes\"; correct the name or add it.",
    );
    refused(
        "needed = [\"strength\"]",
        "needed = [\"weight\"]",
        "steps, \"three\", \"urges\": There is no column \"weight\"; correct the name or add it.",
    );
    refused(
        "rows_max = 3",
        "rows_max = 300",
        "steps, \"three\", \"people\": There are 300, but at most 60 are allowed.",
    );
    refused(
        "to_hour = 20",
        "to_hour = 24",
        "steps, \"three\", \"week\": \"from\" must lie below \"to\", within what the format allows.",
    );
    refused(
        "{ id = \"what\", label = \"What\", kind = \"text\" }",
        "{ id = \"what\", label = \"What\", kind = \"list\", row_name = \"row\", columns = [{ id = \"a\", label = \"A\", kind = \"text\" }] }",
        "steps, \"three\", \"week\": A column cannot have rows or columns of its own.",
    );
}

#[test]
fn a_condition_looks_back_at_an_answer_that_can_be_given() {
    refused(
        "only_if = { field = \"sure\"",
        "only_if = { field = \"colours\"",
        "\"why\", only_if: \"colours\" must be asked before this field, since this field depends on it.",
    );
    refused(
        "label = \"Sure?\", kind = \"yes_no\"",
        "label = \"Sure?\", kind = \"yes_no\", only_if = { field = \"sure\", is = [\"yes\"] }",
        "\"sure\", only_if: \"sure\" must be asked before this field, since this field depends on it.",
    );
    refused(
        "is = [\"yes\"] }",
        "is = [\"perhaps\"] }",
        "\"why\", only_if: There is no option \"perhaps\"; correct the name or add it.",
    );
}

#[test]
fn figures_and_orders_stand_on_fields_that_fit() {
    refused(
        "less = [\"amount\"]",
        "less = [\"bed\"]",
        "figures, \"slept\": \"bed\" is not a number, scale or percent.",
    );
    refused(
        "part = \"slept\"",
        "part = \"gap\"",
        "figures, \"slept_share\": There is no field \"gap\"; correct the name or add it.",
    );
    refused(
        "from = \"bed\", to = \"up\"",
        "from = \"bed\", to = \"mood\"",
        "figures, \"night\": \"mood\" is not a time.",
    );
    refused("[[\"bed\", \"up\"]]", "[[\"bed\", \"day\"]]", "orders: \"day\" is not a time.");
    refused(
        "of = \"people\" }",
        "of = \"line\" }",
        "figures, \"how_many\": \"line\" is not a list, matrix, grid or choice of several.",
    );
}

#[test]
fn signals_watch_answers_that_can_be_given() {
    refused(
        "at = \"urges.sleep.strength\"",
        "at = \"urges.dance.strength\"",
        "signals, \"strong\": There is no field \"urges.dance.strength\"; correct the name or add it.",
    );
    refused(
        "at_least = 4",
        "at_least = 6",
        "signals, \"strong\": \"from\" must lie below \"to\", within what the format allows.",
    );
    refused(
        "at_least = 4",
        "at_least = 4\nis = \"yes\"",
        "signals, \"strong\": Give exactly one of \"at_least\" and \"is\".",
    );
}

#[test]
fn what_tells_of_danger_is_for_therapy_and_for_the_leader_alone() {
    refused(
        "groups = [\"therapy\"]",
        "groups = [\"therapy\", \"support\"]",
        "groups: This is for therapy only, because of its signals; take \"support\" out of \"groups\".",
    );
    refused(
        "groups = [\"therapy\"]",
        "groups = [\"support\"]\nhandles = [\"exposure\"]",
        "groups: This is for therapy only, because of exposure; take \"support\" out of \"groups\".",
    );
    refused(
        "offered = [\"leader\"]",
        "offered = [\"leader\", \"group\"]",
        "sharing: A form with signals is read by a leader and by nobody else; offer \"leader\" only.",
    );
    refused(
        "default = \"leader\"",
        "default = \"nobody\"",
        "sharing: The default audience must be among those offered.",
    );
}

#[test]
fn evidence_has_its_author_or_says_why_not() {
    refused(
        "note = \"None is needed.\"",
        "figure = \"d 1.0\"",
        "evidence: A figure needs its author and year; give both, or leave the figure out and say why in \"note\".",
    );
    refused("note = \"None is needed.\"", "author = \"Ada\"", "evidence: Give author and year together.");
    refused(
        "note = \"None is needed.\"",
        "author = \"Ada\"\nyear = 1843",
        "evidence: Give a \"figure\", or say in \"note\" why there is none.",
    );
}

#[test]
fn a_file_in_another_folder_is_refused() {
    let (_, problems) = Catalogue::load([("techniques/notes/sample.toml", SAMPLE)]);
    let folders = "techniques/forms, techniques/skills or techniques/curricula";
    assert_eq!(problems[0].to_string(), format!("techniques/notes/sample.toml: path: Put the file into {folders}."));
}

#[test]
fn a_broken_file_takes_no_other_with_it() {
    let good = Catalogue::load([("techniques/forms/sample.toml", SAMPLE)]).0;
    let (catalogue, problems) = Catalogue::load([
        ("techniques/forms/broken.toml", "id = "),
        ("techniques/forms/sample.toml", SAMPLE),
        ("techniques/forms/sample.toml", SAMPLE),
    ]);
    assert_eq!(catalogue, good);
    assert_eq!(
        problems[1].to_string(),
        "techniques/forms/sample.toml: id: \"sample\" stands here twice; rename one of them."
    );
}
