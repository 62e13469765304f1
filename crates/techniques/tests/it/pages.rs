//! The examples on the pages that describe the formats are files that the loader takes.

use techniques::{Catalogue, Problem};

const PAGE: &str = include_str!("../../../../techniques/README.md");
const CURRICULA: &str = include_str!("../../../../techniques/curricula/README.md");

/// The fenced TOML examples of a page.
fn examples(page: &str) -> Vec<&str> {
    page.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_examples_of_forms_and_skills_are_accepted() {
    let [form, skills] = examples(PAGE)[..] else { panic!("the page has another number of examples") };
    let (catalogue, problems) =
        Catalogue::load([("techniques/forms/evening-walk.toml", form), ("techniques/skills/walking.toml", skills)]);
    assert_eq!(problems, []);
    assert_eq!(catalogue.skill("ten-minutes-outside").unwrap().forms, ["evening-walk"]);
}

#[test]
fn the_example_of_a_curriculum_is_accepted() {
    let examples = examples(CURRICULA);
    let read = Catalogue::built_in().read_curriculum("curricula/evening-walks.toml", examples[0]);
    assert_eq!(read.map(|curriculum| curriculum.sessions).map_err(|problem: Problem| problem.to_string()), Ok(1));
}

#[test]
fn every_kind_of_field_is_described() {
    for kind in "text long_text number scale percent date time phone yes_no one_of any_of list matrix grid".split(' ') {
        assert!(PAGE.contains(&format!("`{kind}`")), "{kind}");
    }
}

#[test]
fn the_sentence_on_the_page_is_the_one_that_is_said() {
    let (path, text) = *techniques::files::FORMS.iter().find(|(path, _)| path.ends_with("/exposure-log.toml")).unwrap();
    let broken = text.replace("from = \"distress_peak\"", "from = \"item\"");
    let (_, problems) = Catalogue::load([(path, broken.as_str())]);
    assert!(PAGE.contains(&format!("    {}\n", problems[0])), "{}", problems[0]);
}
