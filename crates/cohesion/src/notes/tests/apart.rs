//! Process notes stay with their author, by every way that there is.

use super::super::{process_note, write_process_note};
use super::Evening;
use crate::access::{Actor, Deed, Tie};
use crate::audit::openings;
use crate::clock::Span;
use crate::groups::LeaderRole;
use crate::limits::{STEP_UP, TEXT_CHARS_MAX};
use crate::practice::Role;
use crate::testing::{TestClinic, who};
use crate::work::Scope;
use crate::{Error, Result, scenarios};

const MINE: &str = "Check my hurry when Jo pauses.";

async fn write(clinic: &TestClinic, evening: &Evening, actor: Actor, seen: u32, words: &str) -> Result<()> {
    let (id, words) = (evening.session.id, words.to_owned());
    clinic.write(actor, async move |work| write_process_note(work, id, seen, &words).await).await
}

async fn own(clinic: &TestClinic, evening: &Evening, actor: Actor) -> Result<Option<(String, u32)>> {
    let id = evening.session.id;
    let (_, kept) = clinic.read(actor, async move |work| process_note(work, id).await).await?;
    Ok(kept.map(|kept| (kept.words, kept.version)))
}

scenarios! {
    async fn a_process_note_is_read_by_its_author_and_by_nobody_else(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let ben = evening.with(&clinic, "Ben", Role::Clinician, LeaderRole::CoLeader).await?;
        let vera = evening.with(&clinic, "Vera", Role::Supervisor, LeaderRole::Supervisor).await?;
        write(&clinic, &evening, evening.mara, 0, MINE).await?;
        assert_eq!(own(&clinic, &evening, evening.mara).await?, Some((MINE.to_owned(), 1)));
        assert_eq!(own(&clinic, &evening, ben).await?, None, "a co-leader has a page of their own");
        write(&clinic, &evening, ben, 0, "Ben's").await?;
        assert_eq!(own(&clinic, &evening, evening.mara).await?, Some((MINE.to_owned(), 1)));
        let others = [
            vera,
            clinic.colleague("Kit", &[Role::Clinician]).await?,
            clinic.colleague("Sofia", &[Role::Scheduler]).await?,
            clinic.facilitator().await?,
            clinic.administrator().await?,
            evening.circle.member,
            clinic.system(),
        ];
        for actor in others {
            assert_eq!(own(&clinic, &evening, actor).await, Err(Error::NotFound));
            assert_eq!(write(&clinic, &evening, actor, 0, "Mine too").await, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn reading_ones_own_note_asks_who_is_there_and_writing_loses_nothing(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        write(&clinic, &evening, evening.mara, 0, MINE).await?;
        clinic.pass(Span(STEP_UP.0 + 1));
        assert_eq!(own(&clinic, &evening, evening.mara).await, Err(Error::StepUpNeeded));
        write(&clinic, &evening, evening.mara, 1, "Both of them").await?;
        let fresh = clinic.signed_in(who(evening.mara));
        assert_eq!(own(&clinic, &evening, fresh).await?, Some(("Both of them".to_owned(), 2)));
        assert_eq!(write(&clinic, &evening, fresh, 1, "Over it").await, Err(Error::Conflict("notes-conflict-own-changed")));
        let long = "x".repeat(TEXT_CHARS_MAX + 1);
        assert_eq!(write(&clinic, &evening, fresh, 2, &long).await, Err(Error::invalid("words", "fault-long")));
        assert_eq!(own(&clinic, &evening, fresh).await?, Some(("Both of them".to_owned(), 2)));
        Ok(())
    }

    async fn a_process_note_is_in_no_desk_no_list_and_no_members_report(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.write(&clinic).await?;
        write(&clinic, &evening, evening.mara, 0, MINE).await?;
        own(&clinic, &evening, evening.mara).await?;
        let (sam, mut tab) = (evening.sam(), clinic.desk(evening.mara).await?);
        for page in [
            format!("/care/sessions/{}/notes", evening.session.id),
            format!("/care/sessions/{}", evening.session.id),
            format!("/care/people/{sam}/notes"),
            format!("/care/groups/{}", evening.circle.group),
            "/care".to_owned(),
        ] {
            let answer = tab.get(&page).await;
            assert!(answer.status == 200 && !answer.body.contains("my hurry"), "{page}: {}", answer.status);
        }
        let report = clinic.read(clinic.signed_in(sam), async move |work| openings(work, None).await).await?;
        let told = format!("{report:?}");
        assert!(!told.contains("notes.own"), "{told}");
        Ok(())
    }
}

#[test]
fn no_role_and_no_part_opens_a_process_note() {
    for deed in [Deed::ReadProcessNote, Deed::WriteProcessNote] {
        assert_eq!(deed.who_may(), [Tie::Oneself]);
    }
    assert!(Deed::ReadProcessNote.asks_fresh_proof());
}

#[test]
fn a_process_note_is_under_a_key_of_its_author() {
    let (author, group) = (crate::id::PersonId([1; 16]), crate::id::GroupId([2; 16]));
    let scope = Scope::Author(author, group);
    assert_eq!(scope.subject(), None);
    assert_ne!(scope.owner(), Scope::Membership(group, author).owner());
    assert_ne!(scope.owner(), Scope::Author(crate::id::PersonId([3; 16]), group).owner());
}
