//! Ratings, words without names, polls.

use super::scene::*;
use floor::hall::{Answer, Asking, Lead, News, OPTIONS_MAX, Refused, Shown, To, Wish};

fn gather(asking: Asking) -> Scene {
    let mut scene = Scene::group();
    scene.lead(Lead::Gather(asking, "how was the week".to_owned())).unwrap();
    scene
}

fn poll() -> Asking {
    Asking::Poll(vec!["walk".to_owned(), "breathe".to_owned()])
}

fn words(words: &str) -> Wish {
    Wish::Answer(Answer::Words(words.to_owned()))
}

#[test]
fn ratings_are_seen_by_those_who_lead_and_counted_for_the_others() {
    let mut scene = gather(Asking::CheckIn);
    for (seat, rating) in [(ANA, 3), (BEN, 7), (CLEO, 7), (ANA, 4)] {
        scene.own(seat, Wish::Answer(Answer::Rating(rating))).unwrap();
    }
    assert_eq!(scene.lead_view().ratings, [(BEN, 7), (CLEO, 7), (ANA, 4)]);
    let seen = scene.view(BEN).gathered.unwrap();
    assert_eq!((seen.rating, seen.answered, seen.shown), (Some(7), 3, None));
    scene.lead(Lead::Reveal).unwrap();
    let Some(Shown::Ratings(counts)) = scene.view(BEN).gathered.unwrap().shown else { panic!("ratings") };
    assert_eq!(counts, [0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0]);
}

#[test]
fn a_rating_is_from_0_to_10() {
    let mut scene = gather(Asking::CheckIn);
    scene.own(ANA, Wish::Answer(Answer::Rating(0))).unwrap();
    scene.own(ANA, Wish::Answer(Answer::Rating(10))).unwrap();
    assert_eq!(scene.own(ANA, Wish::Answer(Answer::Rating(11))), Err(Refused::OtherAnswer));
    assert_eq!(scene.own(ANA, words("well")), Err(Refused::OtherAnswer));
}

#[test]
fn words_without_names_are_shown_together_and_in_no_order_of_speakers() {
    let mut scene = gather(Asking::Words);
    for (seat, said) in [(CLEO, "tired"), (ANA, "alone"), (BEN, "glad")] {
        let outputs = scene.own(seat, words(said)).unwrap();
        assert!(matches!(told(&outputs)[..], [(To::Everybody, News::Answered(_))]));
    }
    for seat in [LEA, ANA] {
        assert_eq!(scene.view(seat).gathered.unwrap().shown, None, "not before it is shown");
    }
    scene.lead(Lead::Reveal).unwrap();
    let all = Shown::Words(vec!["alone".to_owned(), "glad".to_owned(), "tired".to_owned()]);
    assert_eq!(scene.view(BEN).gathered.unwrap().shown, Some(all));
    assert_eq!(scene.own(ANA, words("more")), Err(Refused::Revealed));
}

#[test]
fn not_even_the_state_says_who_said_what() {
    let orders = [[(ANA, "x"), (BEN, "y"), (CLEO, "z")], [(CLEO, "x"), (BEN, "z"), (ANA, "y")]];
    let [one, other] = orders.map(|answers| {
        let mut scene = gather(Asking::Words);
        for (seat, said) in answers {
            scene.own(seat, words(said)).unwrap();
        }
        scene.hall
    });
    assert_eq!(one, other);
}

#[test]
fn an_answer_without_a_name_is_given_once() {
    let mut scene = gather(Asking::Words);
    scene.own(ANA, words("alone")).unwrap();
    assert_eq!(scene.own(ANA, words("glad")), Err(Refused::AnsweredAlready));
    assert!(scene.view(ANA).gathered.unwrap().is_answered && !scene.view(BEN).gathered.unwrap().is_answered);
    assert_eq!(scene.own(BEN, words("  ")), Err(Refused::Words));
}

#[test]
fn a_poll_has_counts_and_no_names_even_for_those_who_lead() {
    let mut scene = gather(poll());
    for (seat, place) in [(ANA, 1), (BEN, 0), (CLEO, 1)] {
        scene.own(seat, Wish::Answer(Answer::Vote(place))).unwrap();
    }
    assert_eq!(scene.own(ANA, Wish::Answer(Answer::Vote(0))), Err(Refused::AnsweredAlready));
    assert_eq!(scene.view(LEA).gathered.unwrap().shown, None);
    scene.lead(Lead::Reveal).unwrap();
    assert_eq!(scene.view(ANA).gathered.unwrap().shown, Some(Shown::Votes(vec![1, 2])));
    assert_eq!(scene.lead_view().ratings, []);
}

#[test]
fn a_poll_has_options_and_a_vote_is_for_one_of_them() {
    let mut scene = gather(poll());
    assert_eq!(scene.own(ANA, Wish::Answer(Answer::Vote(2))), Err(Refused::OtherAnswer));
    scene.lead(Lead::PutAway).unwrap();
    for options in [vec!["one".to_owned()], vec!["x".to_owned(); OPTIONS_MAX + 1]] {
        assert_eq!(scene.lead(Lead::Gather(Asking::Poll(options), "which".to_owned())), Err(Refused::Bounds));
    }
    let empty = Asking::Poll(vec!["one".to_owned(), " ".to_owned()]);
    assert_eq!(scene.lead(Lead::Gather(empty, "which".to_owned())), Err(Refused::Words));
}

#[test]
fn nothing_is_shown_of_fewer_than_three() {
    let mut scene = gather(Asking::Words);
    scene.own(ANA, words("alone")).unwrap();
    scene.own(BEN, words("glad")).unwrap();
    assert_eq!(scene.lead(Lead::Reveal), Err(Refused::TooFew));
    scene.own(CLEO, words("tired")).unwrap();
    scene.lead(Lead::Reveal).unwrap();
    assert_eq!(scene.lead(Lead::Reveal), Err(Refused::Revealed));
}

#[test]
fn one_thing_is_gathered_at_a_time_and_by_those_who_lead() {
    let mut scene = gather(Asking::Words);
    assert_eq!(scene.lead(Lead::Gather(Asking::CheckIn, "again".to_owned())), Err(Refused::Gathering));
    assert_eq!(scene.own(ANA, Wish::Lead(Lead::Reveal)), Err(Refused::Leaders));
    assert_eq!(scene.own(LEA, words("me too")), Err(Refused::Members));
    scene.lead(Lead::PutAway).unwrap();
    assert_eq!(scene.view(ANA).gathered, None);
    for lead in [Lead::PutAway, Lead::Reveal] {
        assert_eq!(scene.lead(lead), Err(Refused::NothingGathered));
    }
    assert_eq!(scene.own(ANA, words("late")), Err(Refused::NothingGathered));
}
