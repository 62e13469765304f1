//! Words that are also names, by hand: the same word as a word and as a person.

use notelint::Roster;

use crate::names::member;

fn found(text: &str) -> Vec<String> {
    let names = "Will Mark Grace Hope May Bill Rose Joy Dawn Faith Art Grant Pat Sue Drew Chance Jack June Summer";
    let mut members = vec![member("own", "Ida Berg")];
    members.extend(names.split(' ').map(|name| member(name, &format!("{name} Q{}vist", name.to_lowercase()))));
    members.push(member("young", "Tilda Young"));
    let hits = Roster::new(members).unwrap().check("own", text).unwrap();
    hits.into_iter().map(|hit| hit.member).collect()
}

#[test]
fn a_name_is_told_from_the_word() {
    let persons = [
        ("She told Will about it.", "Will"),
        ("Will said that he was tired.", "Will"),
        ("Will’s story moved her.", "Will"),
        ("Will and Tom left early.", "Will"),
        ("Argued with Mark.", "Mark"),
        ("Mark was late.", "Mark"),
        ("Mark never spoke.", "Mark"),
        ("Then Grace cried.", "Grace"),
        ("Grace was tearful.", "Grace"),
        ("Hope asked for a break.", "Hope"),
        ("She sat by Hope.", "Hope"),
        ("She spoke with May.", "May"),
        ("May told her to wait.", "May"),
        ("He is afraid of Bill.", "Bill"),
        ("Bill struggles with it too.", "Bill"),
        ("She identified with Rose and Joy’s wish.", "Rose Joy"),
        ("Dawn’s anger frightened her.", "Dawn"),
        ("When Faith left, he wept.", "Faith"),
        ("Art interrupted him.", "Art"),
        ("spoke with mark about it", "Mark"),
        ("will said he was tired", "Will"),
        ("She said WILL was unkind.", "Will"),
        ("Present: Mark, Hope and Will.", "Mark Hope Will"),
        ("Mr Young was there.", "young"),
        ("Young said so.", "young"),
    ];
    for (text, members) in persons {
        assert_eq!(found(text), members.split(' ').collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn the_word_is_told_from_the_name() {
    let words = [
        "Will continue. Will she come? She will.",
        "Mark the date. A mark on the arm. The Mark was low.",
        "Hope was the theme. With hope, and in the hope of more.",
        "In May, on 3 May, May 2026, end of May, mid-May, May or June.",
        "May need help. May I go?",
        "Bill the insurer. The bill was paid.",
        "Rose to speak. Anxiety rose.",
        "Joy and calm were named. Joy was rated 3.",
        "Grant access. A grant.",
        "Drew a map, and drew it well.",
        "Art Therapy on Mondays; Hope House; Grace Church; St. Mark’s Hospital.",
        "\"Will it pass?\" (May not.) Plan: Will call.",
        "MARK THE DATE AND WILL CALL THE WARD",
        "Young adults. A younger man.",
    ];
    for text in words {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}
