//! Who could see what, of those who were asked to sign beside somebody in training and have no part in the group.

use jiff::civil::date;

use super::seen::{ask, colleague};
use super::*;
use crate::access::{Deed, Tie};
use crate::breaches::{Sight, Whose};
use crate::clock::Span;
use crate::endings::{self, Written};
use crate::groups::Charter;
use crate::id::SessionId;
use crate::notes::{self, Format, NoteId, Sheet, Signing, Typed};
use crate::practice::{Practises, Qualification};
use crate::sessions::{Mark, Presence, mark_all, open};
use crate::work::Work;
use crate::{Error, scenarios};

/// Noah, a trainee under Ines who has no part in the group, leads it as the second one and has signed a note about Sam.
struct Signed {
    house: House,
    noah: Actor,
    ines: Actor,
    note: NoteId,
}

impl Signed {
    async fn of(clinic: &TestClinic) -> Result<Self> {
        let house = House::of(clinic).await?;
        let ines = clinic.colleague("Ines", &[Role::Clinician]).await?;
        let noah = clinic.colleague("Noah", &[Role::Clinician]).await?;
        let paper = |practises| {
            Ok::<_, Error>(Qualification::Licence { place: "IE".parse()?, last_day: date(2028, 12, 31), practises })
        };
        clinic.give_paper(ines, paper(Practises::Alone)?).await?;
        clinic.give_paper(noah, paper(Practises::Under(who(ines)))?).await?;
        let group = house.circle.group;
        let appointing = async move |work: &mut Work<'_>| appoint(work, group, who(noah), LeaderRole::CoLeader).await;
        clinic.write(clinic.signed_in(who(house.mara)), appointing).await?;
        let session = house.circle.plan(clinic, 2).await?[0];
        clinic.pass(session.starts_at - clinic.app.clock().now());
        let (noah, ines) = (clinic.signed_in(who(noah)), clinic.signed_in(who(ines)));
        let note = write(clinic, noah, session.id, house.circle.person()).await?;
        Ok(Self { house, noah, ines, note })
    }

    /// Ines opens the note; the version that she saw.
    async fn read(&self, clinic: &TestClinic) -> Result<u32> {
        let note = self.note;
        clinic.read(self.ines, async move |work| notes::read(work, note).await).await.map(|(note, _)| note.version)
    }

    async fn sight(&self, clinic: &TestClinic, whose: Whose) -> Result<Sight> {
        clinic.pass(Span::hours(1));
        let mara = clinic.signed_in(who(self.house.mara));
        let report = self.house.report(clinic, Audience::Leaders).await?;
        let case = open_for(clinic, mara, report).await?;
        ask(clinic, mara, case, whose).await
    }
}

async fn write(clinic: &TestClinic, by: Actor, session: SessionId, person: crate::id::PersonId) -> Result<NoteId> {
    let parts =
        |said: &str| Typed { parts: vec![said.to_owned(), "Facts".to_owned(), String::new()], ..Typed::default() };
    let shared =
        Typed { parts: vec!["Worry".to_owned(), "Facts".to_owned(), String::new(), String::new()], ..Typed::default() };
    let sheet = Sheet { shared: Some(shared), notes: vec![(person, Format::Dap, parts("Came back to the thought."))] };
    let signing = Signing { people: vec![person], ..Signing::default() };
    let writing = async move |work: &mut Work<'_>| {
        open(work, session).await?;
        mark_all(work, session, &[Mark { person, presence: Presence::Present, minutes: 90, words: None }]).await?;
        notes::keep(work, session, &sheet).await?;
        notes::sign(work, session, &signing).await?;
        let desk = notes::desk(work, session).await?;
        let section = desk.sections.into_iter().find(|section| section.person == person);
        section.and_then(|section| section.note).map(|note| note.id).ok_or(Error::NotFound)
    };
    clinic.write(by, writing).await
}

/// What Ines could see, by what she was asked.
fn reach_of_ines(sight: &Sight) -> Vec<(Tie, Vec<Deed>)> {
    let of_ines = sight.could.iter().filter(|one| one.who == colleague("Ines"));
    of_ines.map(|one| (one.tie, one.reach.clone())).collect()
}

/// How often Ines did it.
fn opened_by_ines(sight: &Sight, deed: Deed) -> usize {
    let of_ines = sight.opened.iter().filter(|(who, one)| *who == colleague("Ines") && one.deed == deed.code());
    of_ines.map(|(_, one)| one.count).sum()
}

scenarios! {
    async fn whoever_was_asked_to_sign_is_listed_with_that_alone_and_their_readings_are_counted(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let (group, person) = (signed.house.circle.group, signed.house.circle.person());
        signed.read(&clinic).await?;
        let words = ["Twelve evenings.", "More days outside.", "Asked on the last evening.", "Back to Dr Byrne."];
        let summary = Written { parts: words.map(str::to_owned).to_vec(), ..Written::default() };
        let ending = async move |work: &mut Work<'_>| {
            endings::write(work, group, person, &summary).await?;
            endings::sign(work, group, person).await.map(drop)
        };
        clinic.write(signed.noah, ending).await?;
        let reading = async move |work: &mut Work<'_>| {
            let waiting = endings::waiting_summaries(work).await?;
            endings::summary_at(work, waiting[0].seat).await
        };
        clinic.read(signed.ines, reading).await?;
        for whose in [Whose::Group, Whose::Person(person)] {
            let sight = signed.sight(&clinic, whose).await?;
            let only = [(Tie::Supervisor, vec![Deed::ReadNotes]), (Tie::Supervisor, vec![Deed::ReadSummary])];
            assert_eq!(reach_of_ines(&sight), only);
            assert!(opened_by_ines(&sight, Deed::ReadNotes) > 0 && opened_by_ines(&sight, Deed::ReadSummary) > 0, "{:?}", sight.opened);
        }
        Ok(())
    }

    async fn whoever_sent_a_note_back_is_listed_until_then(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let seen = signed.read(&clinic).await?;
        clinic.pass(Span::minutes(2));
        let (note, until) = (signed.note, clinic.app.clock().now());
        clinic.write(signed.ines, async move |work| notes::send_back(work, note, seen, "What does he plan?").await).await?;
        let sight = signed.sight(&clinic, Whose::Group).await?;
        assert_eq!(reach_of_ines(&sight), [(Tie::Supervisor, vec![Deed::ReadNotes])]);
        assert!(sight.could.iter().any(|one| one.who == colleague("Ines") && one.until == until));
        assert!(opened_by_ines(&sight, Deed::ReadNotes) > 0, "{:?}", sight.opened);
        Ok(())
    }

    async fn what_was_signed_for_another_group_is_not_told(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        signed.read(&clinic).await?;
        let (mara, person) = (clinic.signed_in(who(signed.house.mara)), signed.house.circle.person());
        let other = clinic.group(mara, Charter::therapy(), crate::groups::Format::Closed, 8).await?;
        let seating = async move |work: &mut Work<'_>| {
            let grant = crate::groups::may_run(work, other).await?;
            let about = work.about(&grant, person);
            crate::groups::take_seat(work, &about, other, person, "Robin").await.map(drop)
        };
        clinic.write(mara, seating).await?;
        clinic.pass(Span::hours(1));
        let mara = clinic.signed_in(who(signed.house.mara));
        let facts = facts(&clinic);
        let case = clinic.write(mara, async move |work| crate::breaches::open(work, Some(other), &facts).await).await?;
        clinic.pass(Span::minutes(1));
        let sight = ask(&clinic, mara, case, Whose::Person(person)).await?;
        assert_eq!((reach_of_ines(&sight), opened_by_ines(&sight, Deed::ReadNotes)), (Vec::new(), 0));
        Ok(())
    }
}
