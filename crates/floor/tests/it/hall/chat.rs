//! The chat: who reads what, how much, how often.

use super::scene::*;
use floor::Seat;
use floor::hall::{
    Channel, Guest, InsideView, LINES_MAX, Lead, News, REACTION_MS, Reaction, Refused, To, WORDS_CHARS_MAX,
    WRITTEN_MAX, Wish,
};

fn read(scene: &Scene, seat: Seat) -> Vec<String> {
    scene.view(seat).lines.into_iter().map(|line| line.words).collect()
}

fn write(scene: &mut Scene, seat: Seat, channel: Channel, words: &str) -> Answered {
    scene.own(seat, Wish::Write(channel, words.to_owned()))
}

#[test]
fn a_line_to_all_is_read_by_those_who_were_there() {
    let mut scene = Scene::group();
    write(&mut scene, ANA, Channel::All, "hello").unwrap();
    scene.knock(Seat(14)).unwrap();
    for seat in [LEA, ANA, BEN, CLEO] {
        assert_eq!(read(&scene, seat), ["hello"]);
    }
    assert_eq!(read(&scene, Seat(14)), [""; 0], "whoever comes later does not");
}

#[test]
fn a_line_to_those_who_lead_is_read_by_them_and_its_writer() {
    let mut scene = Scene::co_led();
    let outputs = write(&mut scene, ANA, Channel::Leaders, "a word with you").unwrap();
    assert_eq!(told(&outputs), [(&To::Seats(vec![LEA, ANA, COE]), &News::Written(ANA, Channel::Leaders, 0))]);
    assert_eq!((read(&scene, COE).len(), read(&scene, ANA).len(), read(&scene, BEN).len()), (1, 1, 0));
}

#[test]
fn the_back_channel_is_between_those_who_lead() {
    let mut scene = Scene::co_led();
    write(&mut scene, LEA, Channel::Leaders, "shall we pause").unwrap();
    assert_eq!((read(&scene, COE).len(), read(&scene, ANA).len()), (1, 0));
}

#[test]
fn those_who_lead_write_to_one_member_and_no_member_does() {
    let mut scene = Scene::co_led();
    write(&mut scene, LEA, Channel::Member(ANA), "how are you").unwrap();
    assert_eq!((read(&scene, ANA).len(), read(&scene, COE).len(), read(&scene, BEN).len()), (1, 1, 0));
    assert_eq!(write(&mut scene, ANA, Channel::Member(BEN), "hi"), Err(Refused::NoPrivateChat));
    assert_eq!(write(&mut scene, ANA, Channel::Member(LEA), "hi"), Err(Refused::NoPrivateChat));
    assert_eq!(write(&mut scene, LEA, Channel::Member(COE), "hi"), Err(Refused::Members));
    assert_eq!(write(&mut scene, LEA, Channel::Member(Seat(99)), "hi"), Err(Refused::Nobody));
}

#[test]
fn a_line_has_words_and_not_too_many() {
    let mut scene = Scene::group();
    let long = "ä".repeat(WORDS_CHARS_MAX);
    write(&mut scene, ANA, Channel::All, &long).unwrap();
    write(&mut scene, ANA, Channel::All, "  two\nlines ").unwrap();
    assert_eq!(read(&scene, BEN)[1], "two\nlines");
    for words in [&format!("{long}ä"), "", " \n ", "bell\u{7}", "turned \u{202e}round"] {
        assert_eq!(write(&mut scene, ANA, Channel::All, words), Err(Refused::Words), "{words:?}");
    }
}

#[test]
fn one_member_writes_so_often_and_the_others_are_not_kept_from_it() {
    let mut scene = Scene::group();
    for _ in 0..WRITTEN_MAX {
        write(&mut scene, ANA, Channel::All, "again").unwrap();
    }
    assert_eq!(write(&mut scene, ANA, Channel::All, "again"), Err(Refused::TooFast));
    assert_eq!(write(&mut scene, ANA, Channel::Leaders, "again"), Err(Refused::TooFast));
    write(&mut scene, BEN, Channel::All, "hello").unwrap();
    scene.now += 10 * SECOND;
    write(&mut scene, ANA, Channel::All, "again").unwrap();
}

#[test]
fn the_oldest_lines_go_first() {
    let mut scene = Scene::group();
    for number in 0..=LINES_MAX {
        scene.now += 2 * SECOND;
        write(&mut scene, ANA, Channel::All, &format!("line {number}")).unwrap();
    }
    assert_eq!((read(&scene, BEN).len(), read(&scene, BEN)[0].as_str()), (LINES_MAX, "line 1"));
}

#[test]
fn from_the_quiet_room_one_writes_to_those_who_lead() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Moment).unwrap();
    assert_eq!(write(&mut scene, ANA, Channel::All, "hello"), Err(Refused::Apart));
    write(&mut scene, ANA, Channel::Leaders, "I am all right").unwrap();
    write(&mut scene, BEN, Channel::All, "hello").unwrap();
    assert_eq!(read(&scene, ANA), ["I am all right"]);
}

#[test]
fn a_supervisor_writes_to_those_who_lead_only() {
    let mut scene = Scene::group();
    scene.fact(floor::hall::Fact::Supervision(floor::hall::Supervision::Consented)).unwrap();
    scene.knock_as(Guest { ..guest(SUE) }).unwrap();
    assert_eq!(write(&mut scene, SUE, Channel::All, "hello"), Err(Refused::Listens));
    write(&mut scene, SUE, Channel::Leaders, "ask her again").unwrap();
    write(&mut scene, LEA, Channel::Leaders, "back channel").unwrap();
    assert_eq!((read(&scene, SUE), read(&scene, ANA)), (vec!["ask her again".to_owned()], vec![]));
}

#[test]
fn the_chat_is_gone_at_the_end() {
    let mut scene = Scene::group();
    write(&mut scene, ANA, Channel::All, "MARK").unwrap();
    scene.lead(Lead::End).unwrap();
    assert!(!serde_json::to_string(&scene.hall).unwrap().contains("MARK"));
}

#[test]
fn a_reaction_is_told_and_kept_for_a_moment_only() {
    let mut scene = Scene::group();
    let before = scene.view(BEN);
    let outputs = scene.own(ANA, Wish::React(Reaction::WithYou)).unwrap();
    let all = To::Seats(vec![LEA, ANA, BEN, CLEO]);
    assert_eq!(told(&outputs), [(&all, &News::Reaction(ANA, Reaction::WithYou))]);
    scene.wait(REACTION_MS);
    let now_ms = scene.now;
    assert_eq!(scene.view(BEN), InsideView { now_ms, ..before });
    // The first of five in so long still counts.
    for _ in 0..4 {
        scene.own(ANA, Wish::React(Reaction::Thanks)).unwrap();
    }
    assert_eq!(scene.own(ANA, Wish::React(Reaction::Thanks)), Err(Refused::TooFast));
    scene.own(BEN, Wish::Moment).unwrap();
    assert_eq!(scene.own(BEN, Wish::React(Reaction::KnowThat)), Err(Refused::Apart));
}
