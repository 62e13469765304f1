//! One clinician and the three groups they lead: licence, members, sessions that were held, and what was answered before
//! each of them.

use super::circle::Circle;
use super::house::signed_in;
use super::practice::{Person, admit};
use super::stock::Writer;
use super::{Result, circle};
use cohesion::access::Actor;
use cohesion::app::App;
use cohesion::clock::Timestamp;
use cohesion::groups;
use cohesion::id::{PersonId, PracticeId};
use cohesion::identity::PassphraseHash;
use cohesion::plans::{Step, steer};
use cohesion::practice::{CredentialWords, Practises, Qualification, record, verify};
use cohesion::safety::{open_alerts, take};
use cohesion::sessions::open;
use jiff::ToSpan;

/// Groups that a clinician leads.
const GROUPS: usize = 3;

/// A clinician and their groups.
pub struct Desk {
    /// From 0; the first desk is the one whose pages are measured.
    pub number: usize,
    /// Who leads.
    pub clinician: Person,
    /// The groups.
    pub circles: Vec<Circle>,
}

impl Desk {
    /// Tells it from its beginning to `now`, with an app whose clock can be moved.
    pub async fn build(
        app: &App,
        practice: PracticeId,
        number: usize,
        now: Timestamp,
        passphrase: &PassphraseHash,
    ) -> Result<Self> {
        let clinician = admit(app, practice, &format!("Clinician-{number}"), passphrase).await?;
        license(app, practice, clinician.id).await?;
        let mut circles = Vec::new();
        for place in 0..GROUPS {
            let name = format!("{number}-{place}");
            circles.push(Circle::tell(app, practice, clinician.id, &name, now, passphrase).await?);
        }
        circle::set_clock(app, now);
        let desk = Self { number, clinician, circles };
        if number == 0 {
            desk.run_one(app, practice, now).await?;
        }
        // In a practice at work alerts are taken; one waits, whatever the size.
        if number > 0 {
            desk.take_alerts(app, practice).await?;
        }
        Ok(desk)
    }

    /// The group whose session goes on while its page is measured.
    pub fn running(&self) -> Option<&Circle> {
        self.circles.last()
    }

    /// Opens the next session of one group, and lets its agenda begin.
    async fn run_one(&self, app: &App, practice: PracticeId, now: Timestamp) -> Result<()> {
        let id = self.running().ok_or("the desk has no group")?.next;
        let session = app.read(Actor::System(practice), async move |work| groups::session(work, id).await).await?;
        circle::set_clock(app, session.starts_at);
        let opening = app.write(signed_in(app, practice, self.clinician.id), async move |work| {
            open(work, id).await?;
            steer(work, id, 0, Step::Next).await
        });
        opening.await?;
        circle::set_clock(app, now);
        Ok(())
    }

    async fn take_alerts(&self, app: &App, practice: PracticeId) -> Result<()> {
        let clinician = signed_in(app, practice, self.clinician.id);
        let groups: Vec<_> = self.circles.iter().map(|circle| Some(circle.group)).collect();
        let taking = app.write(clinician, async move |work| {
            for alert in open_alerts(work).await?.opened {
                if groups.contains(&alert.cause.group) {
                    take(work, alert.id).await?;
                }
            }
            Ok(())
        });
        Ok(taking.await?)
    }

    /// Everybody who sits in one of the groups, as somebody who answers.
    pub fn writers(&self) -> impl Iterator<Item = Writer> {
        let writer = |group| move |person: &Person| Writer { person: person.clone(), group };
        self.circles.iter().flat_map(move |circle| circle.members.iter().map(writer(circle.group)))
    }
}

/// A licence and a training, both verified.
pub async fn license(app: &App, practice: PracticeId, person: PersonId) -> Result<()> {
    let last_day = circle::today(app.clock().now())?.checked_add(900.days())?;
    let licence = Qualification::Licence { place: "IE".parse()?, last_day, practises: Practises::Alone };
    for qualification in [licence, Qualification::Training { last_day: None }] {
        let words = CredentialWords {
            title: "Clinical psychologist".to_owned(),
            number: "4711".to_owned(),
            issuer: "Psychological Society".to_owned(),
        };
        let recording = app.write(Actor::System(practice), async move |work| {
            let id = record(work, person, &qualification, &words).await?;
            verify(work, id).await
        });
        recording.await?;
    }
    Ok(())
}
