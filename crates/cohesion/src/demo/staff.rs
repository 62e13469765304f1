//! The practice is founded and set up by its administrator: those who work there, their papers, who is on duty, and help.

use jiff::civil::{Date, time};

use super::past::{Past, ZONE};
use super::people::{ADA, BEN, Colleague, FINN, INES, MARA, NOAH, ROSA, SOFIA, profile};
use crate::Result;
use crate::access::{About, Actor, Deed};
use crate::clock::Span;
use crate::id::PersonId;
use crate::identity::{AccountKind, open_account};
use crate::practice::{
    Admission, CredentialWords, Practises, Qualification, Role, Settings, Vetting, change_settings, enter, record,
    roles, verify, vouch,
};
use crate::safety::{Days, Duty, Hours, arrange_duty, check_line, crisis_lines, take_country};
use crate::set_up::found_practice;
use crate::work::Work;

/// The day on which the practice was founded, counted from today.
pub(super) const FOUNDED: i64 = -70;

/// Those who work here.
#[derive(Clone, Copy)]
pub(super) struct Staff {
    pub ada: PersonId,
    pub mara: PersonId,
    pub ben: PersonId,
    pub noah: PersonId,
    pub ines: PersonId,
    pub finn: PersonId,
    pub rosa: PersonId,
}

/// Founds the practice and employs everybody.
pub(super) async fn employ(past: &Past) -> Result<Staff> {
    past.until(past.at(FOUNDED, time(9, 0, 0, 0))?).await;
    past.act(past.system(), async |work| found_practice(work).await).await?;
    past.app.settle(past.practice);
    let ada = employed(past, past.system(), &ADA, &[Role::Administrator]).await?;
    set_up(past, ada).await?;
    let by_ada = |colleague, roles| employed(past, past.signed_in(ada), colleague, roles);
    by_ada(&SOFIA, &[Role::Scheduler]).await?;
    let finn = by_ada(&FINN, &[Role::Facilitator]).await?;
    let rosa = by_ada(&ROSA, &[Role::Facilitator]).await?;
    let mara = by_ada(&MARA, &[Role::Clinician]).await?;
    let ben = by_ada(&BEN, &[Role::Clinician]).await?;
    let noah = by_ada(&NOAH, &[Role::Clinician]).await?;
    let ines = by_ada(&INES, &[Role::Clinician, Role::Supervisor]).await?;
    let staff = Staff { ada, mara, ben, noah, ines, finn, rosa };
    give_papers(past, &staff).await?;
    arrange(past, &staff).await?;
    Ok(staff)
}

async fn employed(past: &Past, by: Actor, colleague: &Colleague, roles_here: &[Role]) -> Result<PersonId> {
    let admission = Admission { profile: profile(colleague.called, colleague.legal), roles: roles_here.to_vec() };
    let entering = async move |work: &mut Work<'_>| {
        let person = enter(work, &admission).await?;
        let standing = roles(work).await?;
        let grant = work.ask(Deed::InviteStaff, standing, About::person(person))?;
        open_account(work, &grant, person, AccountKind::Staff, None).await?;
        Ok(person)
    };
    past.act(by, entering).await
}

/// Where the practice is, and where people find help outside of it.
async fn set_up(past: &Past, ada: PersonId) -> Result<()> {
    let settings = Settings {
        home: Some("IE".parse()?),
        zone: ZONE.to_owned(),
        contact: "Ring 01 555 0100 on weekdays".to_owned(),
        duty_hours: "Monday to Friday, 9 to 17".to_owned(),
        ..Settings::default()
    };
    let setting_up = async move |work: &mut Work<'_>| {
        change_settings(work, &settings).await?;
        take_country(work, "IE").await?;
        for line in crisis_lines(work).await? {
            check_line(work, line.id).await?;
        }
        Ok(())
    };
    past.act(past.signed_in(ada), setting_up).await
}

/// A licence or a training, as it is told.
struct Paper {
    title: &'static str,
    number: &'static str,
    issuer: &'static str,
}

/// Ben's licence ends in 41 days and Rosa's training in 23, so that they and Ada have been warned; Noah is a trainee under Ines.
async fn give_papers(past: &Past, staff: &Staff) -> Result<()> {
    let licence = |days: i64, practises| {
        let last_day: Date = past.date(days)?;
        Ok::<_, crate::Error>(Qualification::Licence { place: "IE".parse()?, last_day, practises })
    };
    let training = || Qualification::Training { last_day: None };
    let society = "Society of Psychologists";
    let college = "College of Group Psychotherapists";
    let clinical = Paper { title: "Clinical psychologist", number: "SP-4711", issuer: society };
    let counselling = Paper { title: "Counselling psychologist", number: "SP-5208", issuer: society };
    let consultant = Paper { title: "Consultant psychotherapist", number: "CG-0312", issuer: college };
    let trainee = Paper { title: "Psychologist in clinical training", number: "SP-T-190", issuer: society };
    let groups = Paper { title: "Leading therapy groups", number: "", issuer: college };
    let circles = Paper { title: "Facilitating support groups", number: "", issuer: "Circle of Peer Support" };
    let held = [
        (staff.mara, licence(900, Practises::Alone)?, &clinical),
        (staff.ben, licence(41, Practises::Alone)?, &counselling),
        (staff.ines, licence(700, Practises::Alone)?, &consultant),
        (staff.noah, licence(500, Practises::Under(staff.ines))?, &trainee),
        (staff.mara, training(), &groups),
        (staff.ben, training(), &groups),
        (staff.ines, training(), &groups),
        (staff.finn, training(), &circles),
        (staff.rosa, Qualification::Training { last_day: Some(past.date(23)?) }, &circles),
    ];
    for (person, qualification, paper) in held {
        let words = CredentialWords {
            title: paper.title.to_owned(),
            number: paper.number.to_owned(),
            issuer: paper.issuer.to_owned(),
        };
        let recording = async move |work: &mut Work<'_>| {
            let id = record(work, person, &qualification, &words).await?;
            verify(work, id).await
        };
        past.act(past.signed_in(staff.ada), recording).await?;
    }
    vouch_for(past, staff).await
}

/// Ada has seen who the facilitators are, what they signed, and who recommends them.
async fn vouch_for(past: &Past, staff: &Staff) -> Result<()> {
    let facilitators = [staff.finn, staff.rosa, staff.mara];
    let vouching = async move |work: &mut Work<'_>| {
        for person in facilitators {
            for vetting in [Vetting::Identity, Vetting::CodeOfConduct, Vetting::References] {
                vouch(work, person, vetting, None).await?;
            }
        }
        Ok(())
    };
    past.act(past.signed_in(staff.ada), vouching).await
}

/// Mara reads, Ben stands in.
async fn arrange(past: &Past, staff: &Staff) -> Result<()> {
    let hours = Hours { days: Days::WORKING, from_minute: 9 * 60, until_minute: 17 * 60, zone: ZONE.to_owned() };
    let (acknowledge_within, decide_within) = (Span::minutes(30), Span::hours(24));
    let duty = Duty { reader: staff.mara, backup: staff.ben, hours, acknowledge_within, decide_within };
    past.act(past.signed_in(staff.ada), async move |work| arrange_duty(work, None, &duty).await).await
}
