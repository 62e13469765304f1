//! What stands before somebody who needs a moment: the way back and the way to help, in sight all the time, and three short
//! exercises out of the index of skills.

use ::techniques::Skill;
use maud::{Markup, Render, html};

use crate::say;
use crate::techniques::catalogue;
use crate::web::View;
use crate::web::parts::fold;

/// Each is short, asks for nothing but a chair, and can be done in the middle of a meeting.
const SKILLS: [&str; 3] = ["five-senses", "paced-breathing", "feet-on-the-floor"];

/// The whole of it; `ways` are back to the group, and to help.
pub(super) fn quiet(view: &View, (where_one_is, kept): (impl Render, impl Render), ways: impl Render) -> Markup {
    let words = view.words;
    html! {
        section.quiet #room-quiet aria-label=(say!(words, "room-quiet-label")) {
            div.actions { (ways) }
            p { strong { (where_one_is) } }
            p { (kept) }
            p.soft { (say!(words, "room-quiet-try")) }
            @for skill in SKILLS.iter().filter_map(|id| catalogue().skill(id)) { (exercise(view, skill)) }
        }
    }
}

/// Folded, so that a phone shows all three at once.
fn exercise(view: &View, skill: &Skill) -> Markup {
    let words = view.words;
    let body = html! {
        p { (skill.about) }
        ol.prose { @for step in &skill.steps { li { (step) } } }
        @for caution in &skill.cautions { p { (caution) } }
        @if let Some(minutes) = skill.minutes { p.soft.small { (say!(words, "techniques-about-minutes", minutes = minutes)) } }
    };
    fold(&skill.title, body)
}

#[cfg(test)]
mod rules {
    use super::*;
    use crate::clock::Timestamp;
    use crate::groups::Charter;
    use crate::techniques::skill_for;

    /// A sentence that is longer is not read by somebody who needs a moment.
    const WORDS_MAX: usize = 25;

    #[test]
    fn each_exercise_is_there_for_both_kinds_of_group_and_short() {
        for id in SKILLS {
            for charter in [Charter::therapy(), Charter::support()] {
                let skill = skill_for(&charter, id).expect("it is in the index");
                assert!(skill.minutes.is_some_and(|minutes| minutes <= 5), "{id}");
                let texts = skill.steps.iter().chain(&skill.cautions).chain([&skill.about]);
                for sentence in texts.flat_map(|text| text.split_inclusive(['.', '?', ':'])) {
                    assert!(sentence.split_whitespace().count() <= WORDS_MAX, "{id}: {sentence}");
                }
            }
        }
    }

    #[test]
    fn the_ways_out_come_before_anything_that_unfolds() {
        let view = View::public("/", Timestamp(0));
        let drawn = quiet(&view, ("Here.", "Kept."), html! { a href="/help" { "Help" } }).into_string();
        let at = |text: &str| drawn.find(text).unwrap_or_else(|| panic!("{text} in {drawn}"));
        assert!(at("/help") < at("<details"));
        for words in ["Name five things you see.", "Breathe out while you count to six.", "Put both feet on the floor"]
        {
            assert!(at(words) > at("<details"));
        }
        assert!(!drawn.contains("<button") && !drawn.contains("data-"), "it asks for no script");
    }
}
