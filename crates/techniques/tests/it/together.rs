//! Skills and curricula: what is refused within a file, and what is when a name leads nowhere.

use techniques::{Catalogue, Problem};

use crate::sample::SAMPLE;

const SET: &str = include_str!("set.toml");
const PROGRAM: &str = include_str!("program.toml");

/// The three samples, each perhaps changed.
fn load(sample: &str, set: &str, program: &str) -> (Catalogue, Vec<String>) {
    let (catalogue, problems) = Catalogue::load([
        ("techniques/curricula/program.toml", program),
        ("techniques/skills/set.toml", set),
        ("techniques/forms/sample.toml", sample),
    ]);
    (catalogue, problems.iter().map(Problem::to_string).collect())
}

/// The sentence said of the curriculum with one piece exchanged.
#[track_caller]
fn refused(old: &str, new: &str, expected: &str) {
    assert!(PROGRAM.contains(old), "the program has no {old:?}");
    let (catalogue, problems) = load(SAMPLE, SET, &PROGRAM.replacen(old, new, 1));
    assert!(catalogue.curriculum("program").is_none());
    assert_eq!(problems, [format!("techniques/curricula/program.toml: {expected}")]);
}

#[test]
fn the_three_samples_are_read_in_any_order() {
    let (catalogue, problems) = load(SAMPLE, SET, PROGRAM);
    assert_eq!(problems, Vec::<String>::new());
    let program = catalogue.curriculum("program").unwrap();
    assert_eq!(program.session(2).unwrap().title, "Two");
    assert_eq!(program.forms_named().len(), 3);
    assert_eq!(program.skills_named()[1], ("session, 2".to_owned(), "second"));
}

#[test]
fn a_broken_skill_is_left_out_alone() {
    let (catalogue, problems) = load(SAMPLE, &SET.replace("steps = [\"Do it twice.\"]", "steps = []"), PROGRAM);
    assert!(catalogue.skill("first").is_some() && catalogue.skill("second").is_none());
    assert_eq!(problems[0], "techniques/skills/set.toml: skills, \"second\", steps: This must not be empty.");
    assert_eq!(
        problems[1],
        "techniques/curricula/program.toml: session, 2: There is no skill \"second\"; correct the name or add it.",
        "and so is what leans on it"
    );
    let (_, problems) = load(SAMPLE, &SET.replace("title = \"First\"", "name = \"First\""), PROGRAM);
    assert!(problems[0].starts_with("techniques/skills/set.toml: skills, \"first\": unknown field \"name\""));
}

#[test]
fn a_skill_that_names_a_lost_form_is_left_out_with_what_leans_on_it() {
    let (catalogue, problems) = load("id = ", SET, PROGRAM);
    assert_eq!((catalogue.forms().count(), catalogue.curricula().count()), (0, 0));
    assert!(catalogue.skill("second").is_some());
    assert_eq!(
        problems[1],
        "techniques/skills/set.toml: skills, \"first\", forms: There is no form \"sample\"; correct the name or add it."
    );
}

#[test]
fn a_form_whose_rows_are_no_skills_is_left_out() {
    let rows = SAMPLE.replace("label = \"To eat\"", "label = \"To eat\", skill = \"third\"");
    let (catalogue, problems) = load(&rows, SET, PROGRAM);
    assert!(catalogue.form("sample").is_none());
    assert_eq!(
        problems[0],
        "techniques/forms/sample.toml: \"urges\", rows: There is no skill \"third\"; correct the name or add it."
    );
}

#[test]
fn two_skills_cannot_have_one_name() {
    let (_, problems) = load(SAMPLE, &SET.replace("id = \"second\"", "id = \"first\""), PROGRAM);
    assert_eq!(problems[0], "techniques/skills/set.toml: skills: \"first\" stands here twice; rename one of them.");
}

#[test]
fn an_agenda_fills_its_session() {
    refused(
        "minutes = 20",
        "minutes = 25",
        "session, 1, block: The agenda comes to 35 minutes, but a session has 30; change one of them.",
    );
    refused(
        "minutes = 15\ntitle = \"Again\"\nowner",
        "minutes = 10\ntitle = \"Again\"\nowner",
        "extra, \"Again\", block: The agenda comes to 10 minutes, but a session has 15; change one of them.",
    );
}

#[test]
fn sessions_are_counted_and_numbered() {
    refused("sessions = 2", "sessions = 3", "sessions: 3 does not fit: the file has 2 sessions.");
    refused("number = 2", "number = 3", "session: Number the sessions 1, 2, 3 and on; here stands 3 where 2 is due.");
    refused(
        "after_session = 2",
        "after_session = 3",
        "extra, after_session: 3 does not fit: there are sessions 1 to 2.",
    );
    refused("usual = 8", "usual = 11", "group_size: 11 does not fit: \"least\" comes first and \"most\" last.");
}

#[test]
fn homework_is_a_form_or_a_skill_and_is_said() {
    refused("skill = \"second\"\n", "", "session, 2, homework: Give exactly one of \"form\" and \"skill\".");
    refused(
        "instruction = \"Fill it in.\"",
        "instruction = \"\"",
        "session, 1, homework, instruction: This must not be empty.",
    );
}

#[test]
fn a_curriculum_without_evidence_is_refused() {
    let start = PROGRAM.find("[[evidence]]").unwrap();
    let end = PROGRAM.find("[[session]]").unwrap();
    let bare = format!("evidence = []\n{}{}", &PROGRAM[..start], &PROGRAM[end..]);
    let (_, problems) = load(SAMPLE, SET, &bare);
    assert_eq!(problems, ["techniques/curricula/program.toml: evidence: This must not be empty."]);
}

#[test]
fn a_support_group_has_neither_questionnaires_nor_homework_nor_what_is_for_therapy() {
    let support = "kind = \"support\"";
    refused("kind = \"therapy\"", support, "measure: A support group has no questionnaires; take it out.");
    let bare = PROGRAM.replace("kind = \"therapy\"", support).replace("measures = [\"phq-9\"]", "measures = []");
    let bare = bare.replace("[[measure]]\ninstrument = \"phq-9\"\nwhen = [\"intake\", \"each-session\"]\n", "");
    let (_, problems) = load(SAMPLE, SET, &bare);
    assert_eq!(problems, ["techniques/curricula/program.toml: gate: A support group has no gate; take it out."]);
    let cut = |text: &str, from: &str, to: &str| {
        let start = text.find(from).unwrap();
        let end = start + text[start..].find(to).unwrap();
        format!("{}{}", &text[..start], &text[end..])
    };
    let bare = cut(&cut(&bare, "[[session.homework]]", "[[session]]"), "[[session.homework]]", "[[extra]]");
    let (_, problems) = load(SAMPLE, SET, &bare);
    assert_eq!(
        problems,
        [
            "techniques/curricula/program.toml: session, 1: form \"sample\" is for therapy only and cannot be used in a support group."
        ]
    );
}

#[test]
fn a_practice_s_own_copy_is_held_against_the_catalogue() {
    let (catalogue, _) = load(SAMPLE, SET, PROGRAM);
    let file = "curricula/program.toml";
    let mine = PROGRAM.replace("title = \"A program\"", "title = \"Our program\"");
    assert_eq!(catalogue.read_curriculum(file, &mine).unwrap().title, "Our program");
    let lost = catalogue.read_curriculum(file, &PROGRAM.replace("skills = [\"first\"]", "skills = [\"tenth\"]"));
    assert_eq!(
        lost.unwrap_err().to_string(),
        "curricula/program.toml: session, 1: There is no skill \"tenth\"; correct the name or add it."
    );
    assert!(catalogue.read_curriculum("forms/sample.toml", SAMPLE).is_err());
}
