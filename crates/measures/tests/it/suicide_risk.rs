//! The ASQ after the NIMH toolkit: any yes or refusal is positive, and yes to the fifth question is acute.

use measures::rules::Urgency;
use measures::{AnswerError, Cause};

use crate::scores::{instrument, met, score, score_open};

#[test]
fn four_times_no_is_negative_and_the_fifth_question_is_not_asked() {
    for score in [score("asq", &[0, 0, 0, 0]), score_open("asq", &[Some(0), Some(0), Some(0), Some(0), None])] {
        assert_eq!((met(&score, "positive"), met(&score, "acute_positive")), (Some(false), Some(false)));
        assert_eq!(score.signals, []);
        assert_eq!(score.total, None);
    }
}

#[test]
fn any_yes_is_positive_and_a_signal_of_its_own() {
    for item in 0..4 {
        let mut answers = [0; 5];
        answers[item] = 1;
        let score = score("asq", &answers);
        assert_eq!(met(&score, "positive"), Some(true));
        assert_eq!(met(&score, "acute_positive"), Some(false), "non-acute positive");
        assert_eq!(score.signals.len(), 1);
        assert_eq!(score.signals[0].urgency, Urgency::Today);
    }
}

#[test]
fn a_refusal_is_positive_and_asks_for_the_fifth_question() {
    let score = score_open("asq", &[Some(0), None, Some(0), Some(0), None]);
    assert_eq!((met(&score, "positive"), met(&score, "acute_positive")), (Some(true), None));
    let causes: Vec<_> = score.signals.iter().map(|signal| (signal.item.as_str(), signal.cause)).collect();
    assert_eq!(causes, [("2", Cause::NotAnswered), ("5", Cause::NotAnswered)]);
}

#[test]
fn thoughts_right_now_are_acute_and_need_someone_now() {
    let score = score("asq", &[0, 0, 1, 0, 1]);
    assert_eq!(met(&score, "acute_positive"), Some(true));
    assert!(score.signals.iter().any(|signal| signal.item == "5" && signal.urgency == Urgency::Now));
}

#[test]
fn thoughts_right_now_count_even_after_four_times_no() {
    assert_eq!(score("asq", &[0, 0, 0, 0, 1]).signals.len(), 1);
}

#[test]
fn after_a_yes_the_fifth_answer_may_not_be_left_off_the_list() {
    let refused = instrument("asq").answers(&[Some(0), Some(1), Some(0), Some(0)]).unwrap_err();
    assert_eq!(refused, AnswerError::Count { instrument: "ASQ".to_owned(), expected: 5, given: 4 });
}
