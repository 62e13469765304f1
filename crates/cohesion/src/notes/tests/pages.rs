//! The desk as a browser meets it.

use super::super::NoteState;
use super::{Evening, OF_JO, OF_SAM};
use crate::groups::LeaderRole;
use crate::id::PersonId;
use crate::practice::Role;
use crate::scenarios;
use crate::testing::{Answer, Tab};

/// The fields of the desk as the page holds them, with some of them typed over.
fn typed(page: &Answer, evening: &Evening, over: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut names = vec!["shared-seen".to_owned(), "shared-was".to_owned()];
    names.extend((0..4).map(|at| format!("shared-{at}")));
    let mut fields = Vec::new();
    let is_open = |person: &PersonId| page.body.contains(&format!("name=\"was-{person}\""));
    for person in [evening.sam(), evening.jo].into_iter().filter(is_open) {
        fields.push(("member".to_owned(), person.to_string()));
        names.extend(["format", "seen", "was", "shown"].map(|name| format!("{name}-{person}")));
        names.extend((0..4).map(|at| format!("part-{person}-{at}")));
    }
    for name in names {
        let value = over.iter().find(|(field, _)| *field == name).map(|(_, value)| (*value).to_owned());
        let value = value.unwrap_or_else(|| {
            if name.starts_with("part-") || is_area(&name) { area(&page.body, &name) } else { page.field(&name) }
        });
        fields.push((name, value));
    }
    fields.extend(
        over.iter().filter(|(name, _)| *name == "do").map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    fields
}

fn is_area(name: &str) -> bool {
    name.strip_prefix("shared-").is_some_and(|rest| rest.parse::<u8>().is_ok())
}

/// What stands in a field of several lines.
fn area(body: &str, name: &str) -> String {
    let after = body.split(&format!("<textarea id=\"{name}\"")).nth(1).unwrap_or_default();
    let inside = after.split_once('>').map_or("", |(_, rest)| rest).split("</textarea>").next().unwrap_or_default();
    inside.trim_start_matches('\n').replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", "<")
}

async fn send(tab: &mut Tab, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    tab.post(path, &fields).await
}

scenarios! {
    async fn notes_are_written_and_signed_in_one_pass(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (mut tab, path) = (clinic.desk(evening.mara).await?, format!("/care/sessions/{}/notes", evening.session.id));
        let session = tab.get(&format!("/care/sessions/{}", evening.session.id)).await;
        assert!(session.body.contains(&format!("href=\"{path}\"")), "{}", session.body);
        let page = tab.get(&path).await;
        assert_eq!(page.status, 200);
        let (sam, jo) = (evening.sam(), evening.jo);
        for words in ["After session 1", "90 of 90 minutes", "from attendance", "Behaviour", "Sam", "Jo"] {
            assert!(page.body.contains(words), "{words} in\n{}", page.body);
        }
        assert_eq!(area(&page.body, &format!("part-{sam}-0")), "Attendance: 90 of 90 minutes.");
        let untouched = send(&mut tab, &path, &typed(&page, &evening, &[("do", "sign")])).await;
        assert_eq!(untouched.location(), path, "nothing was touched, so nothing is kept");
        assert!(evening.section(&clinic, sam).await?.note.is_none());
        let (of_sam, of_jo) = (format!("part-{sam}-2"), format!("part-{jo}-2"));
        let with_name = "Comforted Jo.";
        let over = [("shared-0", "Worry and the facts"), (&of_sam, with_name), (&of_jo, OF_JO), ("do", "sign")];
        let blocked = send(&mut tab, &path, &typed(&page, &evening, &over)).await;
        assert_eq!(blocked.status, 422);
        assert!(blocked.body.contains("This note names another member.") && blocked.body.contains("<mark class=\"lint\">Jo</mark>"), "{}", blocked.body);
        assert_eq!(evening.note(&clinic, jo).await?.state, NoteState::Signed, "the other one is signed");
        assert_eq!(area(&blocked.body, &of_sam), with_name);
        let mend = format!("mend-{sam}");
        let mended = send(&mut tab, &path, &typed(&blocked, &evening, &[("do", &mend)])).await;
        assert_eq!(mended.location(), path);
        let page = tab.get(&path).await;
        assert_eq!(area(&page.body, &of_sam), "Comforted another member.");
        assert_eq!(send(&mut tab, &path, &typed(&page, &evening, &[("do", "sign")])).await.location(), path);
        let note = evening.note(&clinic, sam).await?;
        assert_eq!(note.state, NoteState::Signed);
        let twice = format!("sign-{sam}");
        let again = send(&mut tab, &path, &[("do".to_owned(), twice)]).await;
        assert!(again.status == 422 && again.body.contains("This note was signed before."), "{}", again.body);
        let read = tab.get(&format!("/care/notes/{}", note.id)).await;
        for words in ["Comforted another member.", "Worry and the facts", "Signed by Mara", "Add something"] {
            assert!(read.body.contains(words), "{words} in\n{}", read.body);
        }
        assert!(tab.get(&format!("/care/people/{sam}/notes")).await.body.contains(&format!("/care/notes/{}", note.id)));
        let named = tab.post(&path, &[("words", "Jo brought cards."), ("do", "append")]).await;
        assert!(named.status == 422 && named.body.contains("Nothing was added."), "{}", named.body);
        assert_eq!(area(&named.body, "words"), "Jo brought cards.");
        assert_eq!(tab.post(&path, &[("words", "Cards were used."), ("do", "append")]).await.location(), path);
        let page = tab.get(&path).await;
        assert!(page.body.contains("Added by Mara") && page.body.contains("Cards were used."), "{}", page.body);
        Ok(())
    }

    async fn the_record_begins_with_the_plan_and_is_kept_with_the_first_button(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let base = format!("/care/sessions/{}", evening.session.id);
        let (mut tab, path) = (clinic.desk(evening.mara).await?, format!("{base}/notes"));
        let begun = tab.post(&format!("{base}/run"), &[("do", "next"), ("seen", "0")]).await;
        assert_eq!(begun.location(), format!("{base}/run"));
        let page = tab.get(&path).await;
        assert_eq!(area(&page.body, "shared-1"), "Arriving and questionnaires");
        assert!(evening.desk(&clinic, evening.mara).await?.record.is_none(), "looking keeps nothing");
        let (sam, did) = (format!("part-{}-0", evening.sam()), "Came in smiling.");
        let kept = send(&mut tab, &path, &typed(&page, &evening, &[(&sam, did)])).await;
        assert_eq!(kept.location(), path);
        let record = evening.desk(&clinic, evening.mara).await?.record.expect("it is kept");
        assert_eq!(record.shared.techniques, "Arriving and questionnaires");
        tab.post(&format!("{base}/run"), &[("do", "next"), ("seen", "1")]).await;
        assert_eq!(area(&tab.get(&path).await.body, "shared-1"), "Arriving and questionnaires", "what is kept stays");
        Ok(())
    }

    async fn a_text_that_is_far_too_long_is_shown_again_with_all_the_rest(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (mut tab, path) = (clinic.desk(evening.mara).await?, format!("/care/sessions/{}/notes", evening.session.id));
        let page = tab.get(&path).await;
        let (of_sam, of_jo, long) = (format!("part-{}-1", evening.sam()), format!("part-{}-1", evening.jo), "word ".repeat(20_000));
        let answer = send(&mut tab, &path, &typed(&page, &evening, &[(&of_sam, &long), (&of_jo, OF_JO), ("shared-0", "Sleep")])).await;
        assert_eq!(answer.status, 422);
        assert_eq!(area(&answer.body, &of_sam).trim(), long.trim());
        assert_eq!((area(&answer.body, &of_jo).as_str(), area(&answer.body, "shared-0").as_str()), (OF_JO, "Sleep"));
        let shorter = send(&mut tab, &path, &typed(&answer, &evening, &[(&of_sam, OF_SAM)])).await;
        assert_eq!(shorter.location(), path);
        assert_eq!(evening.note(&clinic, evening.jo).await?.body.parts[1], OF_JO);
        Ok(())
    }

    async fn two_who_write_at_once_both_see_both_texts(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let ben = evening.with(&clinic, "Ben", Role::Clinician, LeaderRole::CoLeader).await?;
        let (mut maras, mut bens) = (clinic.desk(evening.mara).await?, clinic.desk(ben).await?);
        let path = format!("/care/sessions/{}/notes", evening.session.id);
        let (first, second) = (maras.get(&path).await, bens.get(&path).await);
        let (of_sam, of_jo) = (format!("part-{}-1", evening.sam()), format!("part-{}-1", evening.jo));
        send(&mut maras, &path, &typed(&first, &evening, &[(&of_sam, OF_SAM)])).await;
        let kept = send(&mut bens, &path, &typed(&second, &evening, &[(&of_jo, OF_JO)])).await;
        assert_eq!(kept.location(), path, "they wrote about different people");
        let stale = send(&mut bens, &path, &typed(&second, &evening, &[(&of_sam, "Ben's words"), (&of_jo, OF_JO)])).await;
        assert_eq!(stale.status, 409);
        assert!(stale.body.contains("Somebody else has written here") && stale.body.contains(OF_SAM), "{}", stale.body);
        assert_eq!(area(&stale.body, &of_sam), "Ben&#39;s words".replace("&#39;", "'"));
        assert_eq!(send(&mut bens, &path, &typed(&stale, &evening, &[])).await.location(), path);
        assert_eq!(evening.note(&clinic, evening.sam()).await?.body.parts[1], "Ben's words");
        Ok(())
    }

    async fn what_is_added_with_a_name_or_empty_is_said_and_stays_typed(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.write(&clinic).await?;
        evening.sign_of(&clinic, evening.mara, evening.sam()).await?;
        let id = evening.note(&clinic, evening.sam()).await?.id;
        let (mut tab, path) = (clinic.desk(evening.mara).await?, format!("/care/notes/{id}"));
        assert_eq!(tab.post(&format!("{path}/addenda"), &[]).await.status, 422);
        let named = tab.post(&format!("{path}/addenda"), &[("words", "Met Jo at the door.")]).await;
        assert_eq!(named.status, 422);
        assert!(named.body.contains("names another member") && area(&named.body, "words") == "Met Jo at the door.", "{}", named.body);
        assert_eq!(tab.post(&format!("{path}/addenda"), &[("words", "He rang.")]).await.location(), path);
        assert!(tab.get(&path).await.body.contains("He rang."));
        assert_eq!(tab.post(&format!("{path}/countersign"), &[]).await.status, 404);
        Ok(())
    }

    async fn ones_own_note_is_written_on_a_page_of_its_own(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (mut tab, path) = (clinic.desk(evening.mara).await?, format!("/care/sessions/{}/process", evening.session.id));
        assert_eq!(tab.get(&path).await.status, 200);
        assert_eq!(tab.post(&path, &[("words", "My hurry"), ("seen", "0")]).await.location(), path);
        let other = tab.post(&path, &[("words", "Other words"), ("seen", "0")]).await;
        assert_eq!(other.status, 409);
        assert!(other.body.contains("My hurry") && area(&other.body, "words") == "Other words", "{}", other.body);
        assert_eq!(other.field("seen"), "1");
        Ok(())
    }
}
