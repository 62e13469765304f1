//! What was learned in the first talks: people differ in how they are among others, so that a group's composition says something.

use super::people::{GWEN, Member};
use crate::enrolment::{
    AmongOthers, Expectations, Focus, OthersSafety, Practical, Risk, Screening, Structured, Suitability, When,
};
use crate::groups::Session;

/// A therapy group's first talk.
pub(super) fn structured(member: &Member, place: usize, planned: &[Session]) -> Screening {
    Screening::Structured(Box::new(Structured {
        focus: focus(member, place),
        expectations: expectations(place),
        among_others: among_others(place),
        risk: risk(member),
        practical: Practical {
            cannot_come: planned.get(2).filter(|_| place % 4 == 2).map(|session| session.id).into_iter().collect(),
            obstacles: if place % 3 == 1 { "Depends on a baby-sitter".to_owned() } else { String::new() },
            has_private_room: place % 5 != 3,
            fees: "Nothing to pay".to_owned(),
        },
        others: OthersSafety { known_people: "Knows nobody here".to_owned(), ..OthersSafety::default() },
    }))
}

/// A support group's first talk.
pub(super) fn suitability(member: &Member) -> Screening {
    Screening::Suitability(Suitability {
        shared: member.brings.to_owned(),
        needs: String::new(),
        knows_it_is_not_treatment: true,
        worries: String::new(),
    })
}

fn focus(member: &Member, place: usize) -> Focus {
    let since = ["For half a year", "For about two years, in waves", "Since childhood, and worse this year"];
    Focus {
        problem: member.brings.to_owned(),
        severity: since[place % since.len()].to_owned(),
        diagnosis: String::new(),
        hopes: member.hopes.to_owned(),
    }
}

fn expectations(place: usize) -> Expectations {
    let fears = ["That I say nothing all evening", "That I meet somebody I know", "That it makes me sadder"];
    Expectations {
        help: [8, 6, 9, 7, 5][place % 5],
        fears: fears[place % fears.len()].to_owned(),
        earlier_groups: if place % 3 == 2 {
            "A day clinic two years ago, to its end".to_owned()
        } else {
            String::new()
        },
    }
}

fn among_others(place: usize) -> AmongOthers {
    let scale = |of: [u8; 5]| of[place % of.len()];
    AmongOthers {
        speaks_up: scale([4, 7, 3, 8, 5]),
        private: scale([7, 3, 8, 2, 7]),
        listens: scale([8, 7, 9, 5, 8]),
        argues: scale([1, 4, 2, 7, 3]),
        helps: scale([7, 6, 8, 5, 9]),
        steps_back: scale([6, 3, 7, 2, 8]),
        words: "Finds the start hardest; once it is warm, speaks about as much as others".to_owned(),
        unsaid: String::new(),
    }
}

fn risk(member: &Member) -> Risk {
    let words = match member.called {
        "Kim" => "Two winters ago thoughts of not wanting to be here, without a plan. None now.",
        called if called == GWEN.called => "Starts at noises, bad dreams each night. No wish to die.",
        _ => "Asked about each of these; nothing to add.",
    };
    Risk {
        suicidal: if member.called == "Kim" { When::Earlier } else { When::Never },
        drinking: Some(if member.called == "Rory" { 7 } else { 2 }),
        has_plan: false,
        words: words.to_owned(),
        ..Risk::default()
    }
}
