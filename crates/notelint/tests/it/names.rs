//! Names by hand: each way of writing one, with its place and kind.

use notelint::{Kind, Member, Roster};

pub fn member(id: &str, legal: &str) -> Member {
    Member { id: id.to_owned(), legal: legal.to_owned(), ..Member::default() }
}

pub fn roster() -> Roster {
    let own = Member {
        preferred: "Sam".to_owned(),
        email: "sam.whitlock@mail.example".to_owned(),
        ..member("own", "Samantha Whitlock")
    };
    let okafor = Member {
        preferred: "Maggie".to_owned(),
        display: "Quiet Fox".to_owned(),
        nicknames: vec!["Mags".to_owned()],
        email: "maggie.ok@mail.example".to_owned(),
        files: vec!["intake form 7.pdf".to_owned()],
        ..member("m2", "Margaret Anne Okafor")
    };
    let members =
        vec![own, okafor, member("m3", "Zoë Müller"), member("m4", "Ana de la Cruz"), member("m5", "Ciarán O’Brien")];
    Roster::new(members).unwrap()
}

fn found(text: &str) -> Vec<(String, String, Kind)> {
    let letters: Vec<char> = text.chars().collect();
    let hits = roster().check("own", text).unwrap();
    hits.into_iter().map(|hit| (letters[hit.start..hit.end].iter().collect(), hit.member, hit.kind)).collect()
}

#[track_caller]
fn one(text: &str, name: &str, member: &str, kind: Kind) {
    assert_eq!(found(text), [(name.to_owned(), member.to_owned(), kind)], "{text}");
}

#[track_caller]
fn none(text: &str) {
    assert_eq!(found(text), [], "{text}");
}

#[test]
fn each_name_of_a_member_is_told_by_its_kind() {
    one("Sat next to Margaret Anne Okafor.", "Margaret Anne Okafor", "m2", Kind::Legal);
    one("Sat next to Margaret Okafor.", "Margaret Okafor", "m2", Kind::Legal);
    one("Sat next to Margaret.", "Margaret", "m2", Kind::Legal);
    one("Sat next to Maggie, as before.", "Maggie", "m2", Kind::Preferred);
    one("Maggie Okafor spoke.", "Maggie Okafor", "m2", Kind::Preferred);
    one("Maggie O. spoke.", "Maggie O", "m2", Kind::Preferred);
    one("Sat next to Quiet Fox.", "Quiet Fox", "m2", Kind::Display);
    one("Sat next to Mags.", "Mags", "m2", Kind::Nickname);
    one("Sat next to Okafor.", "Okafor", "m2", Kind::Surname);
    one("Okafor, Margaret was named.", "Okafor, Margaret", "m2", Kind::Legal);
    one("Argued with M.O. about it.", "M.O", "m2", Kind::Initials);
    one("Argued with MO about it.", "MO", "m2", Kind::Initials);
    one("Argued with Ms. M. about it.", "M", "m3", Kind::Initials);
}

#[test]
fn an_ending_and_a_title_stand_outside_the_hit() {
    one("Was moved by Okafor's story.", "Okafor", "m2", Kind::Surname);
    one("Was moved by Okafor’s story.", "Okafor", "m2", Kind::Surname);
    one("Was moved by Mags’ story.", "Mags", "m2", Kind::Nickname);
    one("Was moved by Okafors story.", "Okafors", "m2", Kind::Surname);
    one("Mr. Okafor left.", "Okafor", "m2", Kind::Surname);
    one("Thinks Maggie'll stay away.", "Maggie", "m2", Kind::Preferred);
}

#[test]
fn marks_and_capitals_do_not_hide_a_name() {
    for name in ["Zoë", "Zoe", "ZOË", "zoe", "Zoe\u{308}", "Zo\u{ad}ë"] {
        one(&format!("Heard {name} cry."), name, "m3", Kind::Legal);
    }
    for name in ["Müller", "Muller", "Mueller", "MUELLER", "mu\u{308}ller"] {
        one(&format!("Heard {name} cry."), name, "m3", Kind::Surname);
    }
    for name in ["O’Brien", "O'Brien", "OBrien", "obrien", "O Brien"] {
        one(&format!("Heard {name} cry."), name, "m5", Kind::Surname);
    }
    one("Heard de la Cruz cry.", "de la Cruz", "m4", Kind::Surname);
    one("Heard Cruz cry.", "Cruz", "m4", Kind::Surname);
    one("Margaret-Okafor-like", "Margaret-Okafor", "m2", Kind::Legal);
    one("He met MargaretOkafor.", "MargaretOkafor", "m2", Kind::Legal);
    one("He met Margaret\nOkafor.", "Margaret\nOkafor", "m2", Kind::Legal);
}

#[test]
fn a_misspelt_surname_is_found() {
    for name in ["Okfor", "Okafr", "Oakfor", "Okafro", "kafor", "Okaofr", "OKFOR"] {
        one(&format!("Argued with {name} again."), name, "m2", Kind::Misspelt);
    }
    none("Argued with Okxfor again.");
    // One letter from Cruz, but a word unless a capital says otherwise.
    none("There was a crux in it.");
}

#[test]
fn addresses_and_files_are_found_whole() {
    one("Wrote to maggie.ok@mail.example.", "maggie.ok@mail.example", "m2", Kind::Email);
    one("Wrote to <MAGGIE.OK@MAIL.EXAMPLE>, twice.", "MAGGIE.OK@MAIL.EXAMPLE", "m2", Kind::Email);
    one("Wrote to m_okafor@other.example.", "m_okafor@other.example", "m2", Kind::Email);
    for file in ["okafor_phq9.pdf", "Margaret-Okafor.DOCX", "IntakeOkafor2026.pdf", "mokafor.jpg", "scan.okafr.png"] {
        one(&format!("See {file}, page 2."), file, "m2", Kind::File);
    }
    one("See intake form 7.pdf for it.", "intake form 7.pdf", "m2", Kind::File);
    none("See phq9_2026.pdf and worksheet.docx, e.g. page 2. Mail to office@clinic.example.");
}

#[test]
fn the_members_own_names_are_no_hit_in_their_own_chart() {
    none("Sam said so. Samantha Whitlock’s mood; SW signed. S.W. left. Whitlok came. Ms W. agreed.");
    none("Wrote to sam.whitlock@mail.example, see whitlock_phq9.pdf.");
    let hits = roster().check("m2", "Sam spoke to Maggie.").unwrap();
    assert_eq!(hits.iter().map(|hit| hit.member.as_str()).collect::<Vec<_>>(), ["own"]);
}

#[test]
fn a_shared_name_is_ones_own_until_more_is_said() {
    let roster =
        Roster::new(vec![member("own", "Maria Lopez"), member("m2", "Maria Silva"), member("m3", "Juan Lopez")])
            .unwrap();
    let who = |text: &str| roster.check("own", text).unwrap().into_iter().map(|hit| hit.member).collect::<Vec<_>>();
    assert_eq!(who("Maria wept. Lopez, that is. Mail maria.lopez@x.example"), [""; 0]);
    assert_eq!(who("Maria Silva wept."), ["m2"]);
    assert_eq!(who("Maria S. wept."), ["m2"]);
    assert_eq!(who("Juan Lopez wept."), ["m3"]);
}

#[test]
fn a_name_of_two_others_is_a_hit_for_each() {
    let roster =
        Roster::new(vec![member("own", "Ida Berg"), member("m2", "Anna Silva"), member("m3", "Anna Costa")]).unwrap();
    let who = |text: &str| roster.check("own", text).unwrap().into_iter().map(|hit| hit.member).collect::<Vec<_>>();
    assert_eq!(who("Anna wept."), ["m2", "m3"]);
    assert_eq!(who("Anna Costa wept."), ["m3"]);
}

#[test]
fn names_in_scripts_without_spaces_are_found() {
    let roster =
        Roster::new(vec![member("own", "Ida Berg"), member("m2", "王小明"), member("m3", "Ирина Соколова")]).unwrap();
    let places =
        |text: &str| roster.check("own", text).unwrap().into_iter().map(|hit| (hit.start, hit.end)).collect::<Vec<_>>();
    assert_eq!(places("她和王小明谈过。"), [(2, 5)]);
    assert_eq!(places("Говорила СОКОЛОВА."), [(9, 17)]);
}

#[test]
fn abbreviations_are_not_initials() {
    let members =
        vec![member("own", "Ida Berg"), member("m2", "Amy Adams"), member("m3", "Paul Moore"), member("m4", "Mia Ito")];
    let roster = Roster::new(members).unwrap();
    let who = |text: &str| roster.check("own", text).unwrap().into_iter().map(|hit| hit.member).collect::<Vec<_>>();
    assert_eq!(who("Goes to AA at 8 PM and 9 p.m., learned MI and A.A. steps."), [""; 0]);
    assert_eq!(who("AA said that she was tired."), ["m2"]);
}
