//! The demo's practice is built: settings, staff with their papers, duty, and three groups with weeks behind them.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp as Moment, ToSpan};

use super::group::{Circle, Plan};
use super::people::{ADA, BEN, Colleague, FINN, INES, MARA, SECOND, SOFIA, THIRD, TODAY, profile};
use crate::access::{About, Actor, Deed, SignedIn, Standing, Tie};
use crate::app::App;
use crate::assessments::Template;
use crate::clock::{Span, Timestamp};
use crate::id::{LoginId, PersonId, PracticeId};
use crate::identity::{AccountKind, open_account};
use crate::practice::{
    Admission, CredentialWords, Practises, Qualification, Role, Settings, change_settings, enter, record, verify,
};
use crate::safety::{Days, Duty, Hours, arrange_duty};
use crate::set_up::found_practice;
use crate::{Error, Result};

/// The zone of the demo's practice.
pub(super) const ZONE: &str = "Europe/Dublin";

/// Builds the practice on an app whose clock can be moved, and leaves that clock at `now`. `say` tells how far it is.
pub async fn build(app: &App, now: Timestamp, say: impl Fn(&str)) -> Result<()> {
    let builder = Builder { app: app.clone(), practice: PracticeId::random()?, now };
    builder.set_clock(now - Span::days(70));
    say("Founding the practice");
    let staff = builder.practice_and_staff().await?;
    // The first group meets later today, or tomorrow where the day is nearly over.
    let first = i64::from(builder.hour() >= 16);
    let plans = [
        Plan { members: TODAY, template: Template::LowMood, day: first, focus: "Low mood", approach: "CBT", held: 5 },
        Plan {
            members: SECOND,
            template: Template::Anxiety,
            day: 2,
            focus: "Worry and fear",
            approach: "CBT",
            held: 5,
        },
        Plan {
            members: THIRD,
            template: Template::Skills,
            day: -1,
            focus: "Strong feelings",
            approach: "DBT skills",
            held: 6,
        },
    ];
    for (at, plan) in plans.iter().enumerate() {
        say(&format!("Group {} of {}: weeks of sessions and answers", at + 1, plans.len()));
        Circle::tell(&builder, &staff, plan).await?;
    }
    builder.set_clock(now);
    Ok(())
}

/// What every step of the building needs.
pub(super) struct Builder {
    pub app: App,
    pub practice: PracticeId,
    pub now: Timestamp,
}

/// Those who lead, stand in and look over.
pub(super) struct Staff {
    pub mara: PersonId,
    pub ben: PersonId,
    pub ines: PersonId,
}

impl Builder {
    /// Moves the clock to a moment, forwards or back.
    pub fn set_clock(&self, to: Timestamp) {
        self.app.clock().advance(to - self.app.clock().now());
    }

    /// The civil day of the demo's present.
    pub fn today(&self) -> Date {
        Moment::from_millisecond(self.now.0).unwrap_or_default().to_zoned_datetime(zone()).date()
    }

    /// The civil hour of the demo's present.
    fn hour(&self) -> i8 {
        Moment::from_millisecond(self.now.0).unwrap_or_default().to_zoned_datetime(zone()).hour()
    }

    /// A civil time so many days from today as a moment.
    pub fn at(&self, days: i64, time: Time) -> Result<Timestamp> {
        let day = self.today().checked_add(days.days()).map_err(out_of_range)?;
        let moment = zone().to_timestamp(day.to_datetime(time)).map_err(out_of_range)?;
        Ok(Timestamp(moment.as_millisecond()))
    }

    /// The program itself.
    pub const fn system(&self) -> Actor {
        Actor::System(self.practice)
    }

    /// Somebody who has just proved who they are.
    pub fn as_person(&self, person: PersonId) -> Actor {
        let proven_at = self.app.clock().now();
        Actor::Person(SignedIn { practice: self.practice, person, login: LoginId(person.0), proven_at })
    }

    async fn practice_and_staff(&self) -> Result<Staff> {
        self.app.write(self.system(), async |work| found_practice(work).await).await?;
        self.app.settle(self.practice);
        let settings = Settings {
            home: Some("IE".parse()?),
            zone: ZONE.to_owned(),
            contact: "Ring 01 555 0100 on weekdays".to_owned(),
            duty_hours: "Monday to Friday, 9 to 17".to_owned(),
            ..Settings::default()
        };
        self.app.write(self.system(), async move |work| change_settings(work, &settings).await).await?;
        self.colleague(&ADA, &[Role::Administrator]).await?;
        self.colleague(&SOFIA, &[Role::Scheduler]).await?;
        let finn = self.colleague(&FINN, &[Role::Facilitator]).await?;
        self.paper(finn, Qualification::Training { last_day: None }).await?;
        let mara = self.clinician(&MARA, 900).await?;
        let ben = self.clinician(&BEN, 41).await?;
        let ines = self.clinician(&INES, 700).await?;
        self.duty(mara, ben).await?;
        Ok(Staff { mara, ben, ines })
    }

    async fn clinician(&self, colleague: &Colleague, licensed_days: i64) -> Result<PersonId> {
        let person = self.colleague(colleague, &[Role::Clinician]).await?;
        let last_day = self.today().checked_add(licensed_days.days()).map_err(out_of_range)?;
        let licence = Qualification::Licence { place: "IE".parse()?, last_day, practises: Practises::Alone };
        self.paper(person, licence).await?;
        self.paper(person, Qualification::Training { last_day: None }).await?;
        Ok(person)
    }

    async fn colleague(&self, colleague: &Colleague, roles: &[Role]) -> Result<PersonId> {
        let admission = Admission { profile: profile(colleague.called, colleague.legal), roles: roles.to_vec() };
        let admitting = self.app.write(self.system(), async move |work| {
            let person = enter(work, &admission).await?;
            let standing = Standing::NONE.with(Tie::Administrator);
            let grant = work.ask(Deed::InviteStaff, standing, About::person(person))?;
            open_account(work, &grant, person, AccountKind::Staff, None).await?;
            Ok(person)
        });
        admitting.await
    }

    async fn paper(&self, person: PersonId, qualification: Qualification) -> Result<()> {
        let words = CredentialWords {
            title: "Clinical psychologist".to_owned(),
            number: "PSI-4711".to_owned(),
            issuer: "Psychological Society".to_owned(),
        };
        let recording = self.app.write(self.system(), async move |work| {
            let id = record(work, person, &qualification, &words).await?;
            verify(work, id).await
        });
        recording.await
    }

    async fn duty(&self, reader: PersonId, backup: PersonId) -> Result<()> {
        let hours = Hours { days: Days::WORKING, from_minute: 9 * 60, until_minute: 17 * 60, zone: ZONE.to_owned() };
        let (acknowledge_within, decide_within) = (Span::minutes(30), Span::hours(24));
        let duty = Duty { reader, backup, hours, acknowledge_within, decide_within };
        self.app.write(self.system(), async move |work| arrange_duty(work, None, &duty).await).await
    }
}

fn zone() -> TimeZone {
    TimeZone::get(ZONE).unwrap_or(TimeZone::UTC)
}

fn out_of_range(_: jiff::Error) -> Error {
    Error::bug("the demo reaches beyond the calendar")
}
