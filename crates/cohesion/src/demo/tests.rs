//! The demo as it is built, on both engines: what a newcomer counts on. It is built once for each, since that takes seconds.

use std::collections::BTreeSet;

use store::Engine;

use super::build;
use super::people::{BEN, HANNA, MARA, address};
use super::persona::Persona;
use crate::access::Actor;
use crate::appreciation::waiting;
use crate::clock::Span;
use crate::endings::{Phase, SummaryState, ending};
use crate::enrolment::{Listed, Stage, Topic, enrolments_in};
use crate::feedback::{self, LetterState, Occasion, letters_of, loops_in, my_letters, patterns_of, waiting_answers};
use crate::groups::{Group, SessionState, groups_led_by, is_seated, sessions};
use crate::id::{GroupId, PersonId};
use crate::identity::person_at;
use crate::jobs::overview;
use crate::notes::{NoteState, desk};
use crate::notices::{Kind, notices};
use crate::ops::clock_is_behind;
use crate::repairs::{State as StrainState, strains};
use crate::safety::{Event, Sign, closed_alerts, open_alerts};
use crate::testing::{START, Tab, TestClinic};
use crate::web::words::Words;
use crate::{Result, scenarios};

/// The demo's own pages.
const PAGES: [&str; 2] = ["/demo", "/demo/mail"];
/// What the demo calls its own address.
const ADDRESS: &str = "http://127.0.0.1:8123";

/// A demo that is built so long after the clock of all tests begins.
async fn built(engine: Engine, later: Span) -> Result<TestClinic> {
    let clinic = TestClinic::with(engine, |config| {
        config.demo = true;
        ADDRESS.clone_into(&mut config.public_url);
    });
    let clinic = clinic.await?;
    let now = START + later;
    build(&clinic.app, now, |done, all| assert!(done <= all)).await?;
    assert_eq!(clinic.app.clock().now(), now);
    assert_eq!(clock_is_behind(clinic.app.db(), now).await?, None, "nothing has happened that is still to come");
    Ok(clinic)
}

async fn is_whole_on(engine: Engine) -> Result<()> {
    let clinic = built(engine, Span(0)).await?;
    nothing_waits_to_be_done(&clinic).await?;
    one_alert_is_open_and_the_others_were_closed_with_words(&clinic).await?;
    the_full_group_has_an_offer_and_somebody_who_waits(&clinic).await?;
    notes_are_signed_but_for_one_that_names_somebody(&clinic).await?;
    letters_are_given_and_answered_and_one_is_a_draft(&clinic).await?;
    a_group_has_ended_well(&clinic).await?;
    a_strain_waits_and_another_is_mended(&clinic).await?;
    everybody_has_a_home_with_something_on_it(&clinic).await;
    company_is_found_by_whom_it_is_for(&clinic).await;
    a_letter_leads_somebody_new_to_a_seat(&clinic).await
}

#[tokio::test]
async fn the_demo_is_whole_on_sqlite() -> Result<()> {
    is_whole_on(Engine::Sqlite).await
}

#[tokio::test]
async fn the_demo_is_whole_on_postgres() -> Result<()> {
    is_whole_on(Engine::Postgres).await
}

/// The week has other days than a Tuesday afternoon, and the year has weeks in which the clocks change.
#[tokio::test]
async fn the_demo_can_be_built_on_any_day_at_any_hour() -> Result<()> {
    let (midnight, spring) = (9 * 60 + 4, 124 * 24 * 60);
    let evening = 2 * 60;
    let minutes =
        [midnight, 50, evening, 3 * 24 * 60 + 8 * 60, 4 * 24 * 60 + midnight, 6 * 24 * 60, spring, spring + 1_440];
    for minutes in minutes {
        let clinic = built(Engine::Sqlite, Span::minutes(minutes)).await?;
        nothing_waits_to_be_done(&clinic).await?;
        one_alert_is_open_and_the_others_were_closed_with_words(&clinic).await?;
        let notices = clinic.read(known_as(&clinic, MARA.called).await?, async |work| notices(work).await).await?;
        assert!(notices.iter().all(|notice| notice.kind != Kind::ConcernOverdue), "{minutes} minutes later");
        assert!(meets_within_a_day(&clinic).await?, "{minutes} minutes later");
    }
    Ok(())
}

/// Whether the first group has a session that can be opened: a newcomer wants to see one at any hour.
async fn meets_within_a_day(clinic: &TestClinic) -> Result<bool> {
    let (group, _) = the_group_for(clinic, "Low mood").await?;
    let (now, reader) = (clinic.app.clock().now(), known_as(clinic, MARA.called).await?);
    let planned = clinic.read(reader, async move |work| sessions(work, group.id).await).await?;
    Ok(planned.iter().any(|session| (now..=now + Span::hours(24)).contains(&session.starts_at)))
}

async fn known_as(clinic: &TestClinic, called: &str) -> Result<Actor> {
    let at = address(called);
    let person = clinic.read(clinic.system(), async move |work| person_at(work, &at).await).await?;
    Ok(clinic.signed_in(person.expect("they have an account")))
}

async fn notes_are_signed_but_for_one_that_names_somebody(clinic: &TestClinic) -> Result<()> {
    let mara = known_as(clinic, MARA.called).await?;
    let (mut signed, mut blocked, mut waits) = (0, 0, 0);
    for group in clinic.read(mara, async |work| groups_led_by(work).await).await? {
        let held = clinic.read(mara, async move |work| sessions(work, group.id).await).await?;
        for session in held.into_iter().filter(|session| session.state == SessionState::Held) {
            let desk = clinic.read(mara, async move |work| desk(work, session.id).await).await?;
            assert!(desk.sections.iter().all(|section| section.note.is_some()));
            blocked += desk.sections.iter().filter(|section| !section.found.is_empty()).count();
            let count = |state| {
                desk.sections.iter().filter_map(|one| one.note.as_ref()).filter(|note| note.state == state).count()
            };
            signed += count(NoteState::Signed);
            waits += count(NoteState::Waiting);
        }
    }
    assert_eq!(blocked, 1);
    assert!(signed > 60 && waits > 3, "{signed} signed, {waits} wait");
    Ok(())
}

async fn letters_are_given_and_answered_and_one_is_a_draft(clinic: &TestClinic) -> Result<()> {
    let (mara, sam) = (known_as(clinic, MARA.called).await?, known_as(clinic, "Sam").await?);
    let person = sam.person().expect("Sam is a person");
    let (mut waiting, mut stages, mut said, mut drafts) = (0, BTreeSet::new(), 0, 0);
    for group in clinic.read(mara, async |work| groups_led_by(work).await).await? {
        let id = group.id;
        waiting += clinic.read(mara, async move |work| waiting_answers(work, id).await).await?.len();
        let loops = clinic.read(mara, async move |work| loops_in(work, id, None).await).await?;
        stages.extend(loops.of_each.iter().flatten().map(Occasion::stage));
        for line in loops.overview.lines {
            let letters = clinic.read(mara, async move |work| letters_of(work, id, line.person).await).await?;
            drafts += letters.readable.iter().filter(|letter| letter.state == LetterState::Draft).count();
        }
        if is_in(clinic, mara, id, person).await? {
            let told =
                clinic.read(mara, async move |work| patterns_of(work, Words::english(), id, person).await).await?.told;
            said += told.iter().filter(|(_, remark)| remark.is_some()).count();
        }
    }
    assert_eq!((waiting, drafts, said), (1, 1, 1));
    assert!(feedback::Stage::ALL.iter().all(|stage| stages.contains(stage)), "{stages:?}");
    let mine = clinic.read(sam, async |work| my_letters(work).await).await?.readable;
    assert!(mine.len() == 1 && mine[0].reply.is_some() && mine[0].closed.is_some());
    Ok(())
}

async fn is_in(clinic: &TestClinic, reader: Actor, group: GroupId, person: PersonId) -> Result<bool> {
    clinic.read(reader, async move |work| is_seated(work, group, person).await).await
}

async fn nothing_waits_to_be_done(clinic: &TestClinic) -> Result<()> {
    assert_eq!(clinic.jobs_waiting().await?, Vec::<String>::new());
    let jobs = clinic.read(clinic.system(), async |work| overview(work).await).await?;
    assert!(jobs.aside.is_empty() && jobs.late == 0, "{jobs:?}");
    assert!(!jobs.waiting.is_empty(), "what is to come is queued");
    Ok(())
}

async fn one_alert_is_open_and_the_others_were_closed_with_words(clinic: &TestClinic) -> Result<()> {
    let (mara, kim) = (known_as(clinic, MARA.called).await?, known_as(clinic, "Kim").await?);
    let open = clinic.read(mara, async |work| open_alerts(work).await).await?;
    let [alert] = open.opened.as_slice() else { panic!("not one alert is open: {open:?}") };
    assert_eq!(Some(alert.cause.person), kim.person());
    let Sign::Answers { items, .. } = &alert.cause.sign else { panic!("it comes from answers") };
    assert_eq!(items.iter().map(|item| (item.before, item.now)).collect::<Vec<_>>(), [(Some(0), Some(2))]);
    let closed = clinic.read(mara, async |work| closed_alerts(work).await).await?;
    assert_eq!((closed.opened.len(), closed.damaged.len()), (2, 0));
    for alert in closed.opened {
        let last = alert.entries.last().expect("it was answered");
        assert!(alert.state.level.is_some() && last.author.is_some() && matches!(last.event, Event::Closed(_)));
    }
    Ok(())
}

async fn the_group_for(clinic: &TestClinic, focus: &str) -> Result<(Group, Vec<Listed>)> {
    let mara = known_as(clinic, MARA.called).await?;
    let led = clinic.read(mara, async |work| groups_led_by(work).await).await?;
    let group = led.into_iter().find(|group| group.words.focus == focus).expect("Mara leads it");
    let id = group.id;
    Ok((group, clinic.read(mara, async move |work| enrolments_in(work, id).await).await?))
}

async fn the_full_group_has_an_offer_and_somebody_who_waits(clinic: &TestClinic) -> Result<()> {
    let (group, listed) = the_group_for(clinic, "Strong feelings").await?;
    let at = |stage| listed.iter().filter(move |listed| listed.enrolment.stage == stage);
    let offers: Vec<_> = at(Stage::Offered).filter_map(|listed| listed.enrolment.offer_until).collect();
    let now = clinic.app.clock().now();
    assert!(matches!(offers[..], [until] if until > now + Span::days(1)), "{offers:?}");
    assert_eq!((at(Stage::Waitlisted).count(), at(Stage::Left).count()), (1, 1));
    let kept = listed.iter().filter(|listed| listed.enrolment.stage.keeps_a_place()).count();
    assert_eq!((at(Stage::Seated).count(), kept), (9, group.capacity as usize));
    Ok(())
}

async fn a_group_has_ended_well(clinic: &TestClinic) -> Result<()> {
    let mara = known_as(clinic, MARA.called).await?;
    let (group, _) = the_group_for(clinic, "Being with others").await?;
    let seen = clinic.read(mara, async move |work| ending(work, group.id).await).await?;
    assert_eq!((seen.phase, seen.looking.answered, seen.looking.shown.len()), (Phase::Over, 5, 4));
    assert_eq!(seen.boosters.iter().map(|booster| booster.sent_at).collect::<Vec<_>>(), [None, None, None]);
    let states = |state| seen.members.iter().filter(|member| member.summary == state).count();
    assert_eq!((states(SummaryState::GivenOut), states(SummaryState::Draft)), (1, 1));
    let words = clinic.read(mara, async move |work| waiting(work, group.id).await).await?.readable;
    assert!(words.len() == 2 && words.iter().all(|word| word.answer.is_some()), "{words:?}");
    Ok(())
}

async fn a_strain_waits_and_another_is_mended(clinic: &TestClinic) -> Result<()> {
    let mara = known_as(clinic, MARA.called).await?;
    for (focus, called, state) in
        [("Being with others", "Piotr", StrainState::Mended), ("Worry and fear", "Yusuf", StrainState::Open)]
    {
        let id = the_group_for(clinic, focus).await?.0.id;
        let found = clinic.read(mara, async move |work| strains(work, id).await).await?;
        let found: Vec<_> = found.iter().map(|strain| (strain.called.as_str(), strain.rupture.state)).collect();
        assert_eq!(found, [(called, state)]);
    }
    Ok(())
}

async fn become_one(clinic: &TestClinic, persona: Persona) -> Tab {
    let mut tab = clinic.tab();
    let answer = tab.post(&format!("/demo/as/{}", persona.word()), &[]).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, persona.home()));
    tab
}

async fn everybody_has_a_home_with_something_on_it(clinic: &TestClinic) {
    let (group, circle) = ("Tuesday group", "Friday circle");
    for persona in Persona::ALL {
        let home = become_one(clinic, persona).await.get(persona.home()).await;
        assert_eq!(home.status, 200, "{persona:?}");
        let there: &[&str] = match persona {
            Persona::Member => &[group, "Check-in, 10 questions"],
            Persona::Therapist => &["Kim", "Theo", group],
            Persona::SecondMember | Persona::ThirdMember | Persona::CoLeader | Persona::Supervisor => &[group],
            Persona::Facilitator => &[circle],
            Persona::Participant => &[circle, "One is open", "/me/self-checks"],
            Persona::Finished => &["/me/group"],
            Persona::Scheduler => &[],
            Persona::Administrator => &["Jobs"],
        };
        for words in there {
            assert!(home.body.contains(words), "{persona:?} does not see {words}: {}", home.body);
        }
    }
}

/// A group that a peer leads is shown to everybody; the one for those who have finished is found by them alone.
async fn company_is_found_by_whom_it_is_for(clinic: &TestClinic) {
    let door = clinic.tab().get("/welcome").await.body;
    assert!(door.contains("Grey days café") && !door.contains("After the group"), "{door}");
    for (persona, finds) in [(Persona::Finished, true), (Persona::Member, false), (Persona::Participant, false)] {
        let onward = become_one(clinic, persona).await.get("/me/onward").await.body;
        assert!(onward.contains("Grey days café"), "{persona:?}: {onward}");
        assert_eq!(onward.contains("After the group"), finds, "{persona:?}: {onward}");
    }
}

/// Hanna's entry waits for Ben. He agrees, Mara prepares and invites her, and the letter does the rest.
async fn a_letter_leads_somebody_new_to_a_seat(clinic: &TestClinic) -> Result<()> {
    let (_, listed) = the_group_for(clinic, "Worry and fear").await?;
    let hanna = listed.iter().find(|listed| listed.called == HANNA.called).expect("she has asked").enrolment;
    let (way, person) = (format!("/care/enrolments/{}", hanna.id), hanna.person.to_string());
    let mut ben = become_one(clinic, Persona::CoLeader).await;
    assert!(ben.get("/notices").await.body.contains(&way), "{} was told", BEN.called);
    assert_eq!(ben.post(&format!("{way}/countersign"), &[("person", &person)]).await.location(), way);
    let mut mara = become_one(clinic, Persona::Therapist).await;
    let talked_through = Topic::ALL.iter().map(|topic| ("done", topic.slug())).chain([("person", person.as_str())]);
    let prepared = mara.post(&format!("{way}/preparation"), &talked_through.collect::<Vec<_>>()).await;
    assert_eq!(prepared.location(), way);
    assert_eq!(mara.post(&format!("{way}/invite"), &[("person", &person)]).await.location(), way);
    clinic.run_jobs().await?;

    let mut tab = clinic.tab();
    let letters = tab.get("/demo/mail").await.body;
    let newest = letters.split(&format!("href=\"{ADDRESS}")).nth(1).expect("a letter with a link");
    let link = newest.split('"').next().expect("its end").to_owned();
    assert!(link.starts_with("/join/"), "{link}");
    let passphrase = "a lamp beside the quiet harbour";
    let proofs = [("email", &*address(HANNA.called)), ("passphrase", passphrase), ("again", passphrase)];
    assert_eq!(tab.post(&link, &proofs).await.location(), "/");
    let joining = format!("/me/joining/{}", hanna.id);
    assert!(tab.get("/me/group").await.body.contains(&joining));
    tab.post(&format!("{joining}/name"), &[("called", "Hanna")]).await;
    let mut at = tab.post(&format!("{joining}/place"), &[("country", "IE")]).await.location().to_owned();
    while at.contains("/sign/") {
        let edition = tab.get(&at).await.field("edition");
        let signing = [("read", "yes"), ("name", HANNA.legal), ("edition", edition.as_str())];
        at = tab.post(&at, &signing).await.location().to_owned();
    }
    let (_, listed) = the_group_for(clinic, "Worry and fear").await?;
    let stage = listed.iter().find(|listed| listed.enrolment.id == hanna.id).map(|listed| listed.enrolment.stage);
    assert_eq!((at.as_str(), stage), ("/me/group", Some(Stage::Seated)));
    Ok(())
}

scenarios! {
    async fn a_practice_at_work_has_no_pages_of_the_demo(clinic: TestClinic) {
        let mut desk = clinic.desk(clinic.administrator().await?).await?;
        let absent = desk.get("/nowhere").await;
        for path in PAGES {
            let found = desk.get(path).await;
            assert_eq!((found.status.as_u16(), &found.body), (404, &absent.body), "{path}");
        }
        assert_eq!(desk.post("/demo/as/therapist", &[]).await.status, 404);
        Ok(())
    }
}
