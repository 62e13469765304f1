//! What is asked at the door, and what is kept of it.

use super::scene::*;
use floor::hall::{
    Call, Entry, Fact, Guest, Hall, Lead, LineId, News, Output, Parting, Policy, Privacy, Question, Refused, Role,
    SeatKind, Setup, Supervision, To, Wish,
};

fn therapy() -> Scene {
    let questions =
        [Question::Identity, Question::Whereabouts, Question::CallBack, Question::Agreement, Question::Place].into();
    Scene::of(Setup { questions, policy: Policy::Expected, ..Setup::starting(STARTS) })
}

#[test]
fn a_question_without_an_answer_keeps_a_member_out() {
    let mut scene = therapy();
    assert_eq!(scene.knock(ANA), Err(Refused::Unanswered(Question::Whereabouts)));
    let mut entry = guest(ANA).entry;
    entry.given.insert(Question::Whereabouts);
    let with = Guest { entry: entry.clone(), ..guest(ANA) };
    assert_eq!(scene.knock_as(with), Err(Refused::Unanswered(Question::CallBack)));
    entry.given.insert(Question::CallBack);
    scene.knock_as(Guest { entry, ..guest(ANA) }).unwrap();
}

#[test]
fn those_who_lead_are_not_asked() {
    let mut scene = therapy();
    let entry = Entry { given: [].into(), privacy: Privacy::Alone };
    scene.knock_as(Guest { entry, ..guest(LEA) }).unwrap();
    assert_eq!(scene.seated(), [LEA]);
}

#[test]
fn whoever_sits_in_the_room_is_not_asked_where_they_are() {
    let mut scene = therapy();
    let given = [Question::Identity, Question::Agreement].into();
    let entry = Entry { given, privacy: Privacy::Alone };
    scene.knock_as(Guest { kind: SeatKind::InPerson, entry, ..guest(ANA) }).unwrap();
}

#[test]
fn where_somebody_may_listen_the_seat_is_for_writing() {
    let mut scene = Scene::group();
    let entry = Entry { privacy: Privacy::Overheard, ..guest(floor::Seat(14)).entry };
    let with = Guest { entry, ..guest(floor::Seat(14)) };
    assert_eq!(scene.knock_as(with.clone()), Err(Refused::Overheard));
    scene.knock_as(Guest { kind: SeatKind::TextOnly, ..with }).unwrap();
    assert_eq!(scene.own(floor::Seat(14), Wish::TakeKind(SeatKind::Video)), Err(Refused::Overheard));
    scene.own(floor::Seat(14), Wish::SayPlace(Privacy::Alone)).unwrap();
    scene.own(floor::Seat(14), Wish::TakeKind(SeatKind::Video)).unwrap();
}

#[test]
fn somebody_who_is_no_longer_alone_is_at_once_not_heard() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Unmute(floor::hall::Source::Microphone)).unwrap();
    assert!(scene.hears(BEN, ANA));
    scene.own(ANA, Wish::SayPlace(Privacy::Overheard)).unwrap();
    assert!(!scene.hears(BEN, ANA));
    assert_eq!(scene.view(ANA).kind, SeatKind::TextOnly);
    assert_eq!(scene.own(ANA, Wish::SayPlace(Privacy::Overheard)), Err(Refused::Already));
}

#[test]
fn a_supervisor_needs_consent_on_file_and_everybody_sees_that_they_listen() {
    let mut scene = Scene::group();
    assert_eq!(scene.knock(SUE), Err(Refused::NoConsent));
    assert!(!scene.view(ANA).is_supervised());
    scene.fact(Fact::Supervision(Supervision::Consented)).unwrap();
    let outputs = scene.knock(SUE).unwrap();
    assert!(is_told(&outputs, To::Everybody, News::Came(SUE, Role::Supervisor)));
    for seat in [LEA, ANA, BEN, CLEO] {
        assert!(scene.view(seat).is_supervised());
    }
}

#[test]
fn a_consent_that_is_taken_back_takes_the_supervisor_out() {
    let mut scene = Scene::group();
    scene.fact(Fact::Supervision(Supervision::Consented)).unwrap();
    scene.knock(SUE).unwrap();
    let outputs = scene.fact(Fact::Supervision(Supervision::Closed)).unwrap();
    assert!(outputs.iter().any(|output| matches!(output, Output::Close(_, Parting::NoConsent))), "{outputs:?}");
    assert!(!scene.seated().contains(&SUE));
}

#[test]
fn a_supervisor_listens_and_sees_what_members_see() {
    let mut scene = Scene::group();
    scene.fact(Fact::Supervision(Supervision::Consented)).unwrap();
    scene.knock(SUE).unwrap();
    scene.own(ANA, Wish::Unmute(floor::hall::Source::Microphone)).unwrap();
    assert!(scene.hears(SUE, ANA));
    assert_eq!(scene.own(SUE, Wish::Unmute(floor::hall::Source::Microphone)), Err(Refused::Listens));
    assert_eq!(scene.own(SUE, Wish::React(floor::hall::Reaction::Thanks)), Err(Refused::Listens));
    assert_eq!(scene.own(SUE, Wish::TakeKind(SeatKind::AudioOnly)), Err(Refused::Listens));
    assert_eq!(scene.own(SUE, Wish::Lead(Lead::End)), Err(Refused::Leaders));
    assert_eq!(scene.view(SUE).lead, None);
}

#[test]
fn of_an_answer_only_that_it_was_given_is_kept() {
    let mut scene = Scene::group();
    let entry = scene.lead_view().seats[1].entry.clone();
    assert_eq!(entry, guest(ANA).entry);
    let seen = serde_json::to_string(&scene.view(BEN)).unwrap();
    assert!(!seen.contains("Agreement") && !seen.contains("privacy"), "{seen}");
    scene.own(ANA, Wish::SayPlace(Privacy::Overheard)).unwrap();
    assert!(!serde_json::to_string(&scene.view(BEN)).unwrap().contains("Overheard"));
}

#[test]
fn whether_somebody_sits_in_the_room_is_said_at_the_door() {
    let mut scene = Scene::group();
    assert_eq!(scene.own(ANA, Wish::TakeKind(SeatKind::InPerson)), Err(Refused::InPerson));
    assert_eq!(scene.own(ANA, Wish::TakeKind(SeatKind::Video)), Err(Refused::Already));
    scene.own(ANA, Wish::TakeKind(SeatKind::AudioOnly)).unwrap();
    scene.knock_as(Guest { kind: SeatKind::InPerson, ..guest(ANA) }).unwrap();
    assert_eq!(scene.own(ANA, Wish::TakeKind(SeatKind::Video)), Err(Refused::InPerson));
}

#[test]
fn where_a_group_meets_online_nobody_says_that_they_sit_in_the_room() {
    let mut hall = Hall::new(Setup { policy: Policy::Expected, ..Setup::starting(STARTS) }).unwrap();
    let knock = Fact::Knock(LineId(1), Guest { kind: SeatKind::InPerson, ..guest(ANA) });
    assert_eq!(hall.handle(Call::Fact(knock), STARTS), Err(Refused::Online));
    hall.handle(Call::Fact(Fact::Knock(LineId(1), guest(LEA))), STARTS).unwrap();
    assert_eq!(hall.handle(Call::lead(LEA, Lead::SeatInPerson(ANA)), STARTS), Err(Refused::Online));
}
