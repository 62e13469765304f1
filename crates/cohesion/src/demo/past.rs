//! The demo's past: who acts in it and when, and whom and what its chapters know of each other.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp as Moment, ToSpan};

use super::plan::Which;
use crate::access::{Actor, SignedIn};
use crate::app::App;
use crate::clock::Timestamp;
use crate::id::{EnrolmentId, GroupId, LoginId, PersonId, PracticeId};
use crate::work::Work;
use crate::{Error, Result};

/// The zone of the demo's practice.
pub(super) const ZONE: &str = "Europe/Dublin";

/// The past while it is told.
pub(super) struct Past {
    pub app: App,
    pub practice: PracticeId,
    /// The demo's present, where its past ends.
    pub now: Timestamp,
    /// Acts that have begun and not ended.
    pub(super) under_way: Cell<u32>,
    /// The nearest moment that a chapter waits for.
    pub(super) awaited: Cell<Option<Timestamp>>,
    people: RefCell<BTreeMap<&'static str, Known>>,
    groups: RefCell<BTreeMap<Which, GroupId>>,
}

/// Somebody who has asked for a place in a group.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub person: PersonId,
    pub enrolment: EnrolmentId,
}

impl Past {
    /// A past that leads up to `now`, of which nothing is told yet.
    pub fn until_now(app: &App, practice: PracticeId, now: Timestamp) -> Self {
        let (under_way, awaited, people, groups) = Default::default();
        Self { app: app.clone(), practice, now, under_way, awaited, people, groups }
    }

    /// A civil time so many days from today, as a moment.
    pub fn at(&self, day: i64, time: Time) -> Result<Timestamp> {
        let date = self.date(day)?;
        let moment = zone().to_timestamp(date.to_datetime(time)).map_err(out_of_range)?;
        Ok(Timestamp(moment.as_millisecond()))
    }

    /// A civil time on the last day of work up to so many days from today: nobody talks and decides on a weekend.
    pub fn at_work(&self, day: i64, time: Time) -> Result<Timestamp> {
        self.at(self.work_day_by(day)?, time)
    }

    /// The last day of work up to this one, all counted from today.
    pub fn work_day_by(&self, day: i64) -> Result<i64> {
        Ok(match self.date(day)?.weekday() {
            Weekday::Saturday => day - 1,
            Weekday::Sunday => day - 2,
            _ => day,
        })
    }

    /// The first day of work from this one on.
    pub fn work_day_from(&self, day: i64) -> Result<i64> {
        Ok(match self.date(day)?.weekday() {
            Weekday::Saturday => day + 2,
            Weekday::Sunday => day + 1,
            _ => day,
        })
    }

    /// The civil day so many days from today.
    pub fn date(&self, day: i64) -> Result<Date> {
        self.civil_now().date().checked_add(day.days()).map_err(out_of_range)
    }

    /// The civil hour of the present.
    pub fn hour(&self) -> i8 {
        self.civil_now().hour()
    }

    fn civil_now(&self) -> DateTime {
        civil(self.now)
    }

    /// The program itself.
    pub const fn system(&self) -> Actor {
        Actor::System(self.practice)
    }

    /// A visitor who is not signed in.
    pub const fn nobody(&self) -> Actor {
        Actor::Nobody(self.practice)
    }

    /// Somebody who has just proved who they are.
    pub fn signed_in(&self, person: PersonId) -> Actor {
        let proven_at = self.app.clock().now();
        Actor::Person(SignedIn { practice: self.practice, person, login: LoginId(person.0), proven_at })
    }

    /// Does an act of the product.
    pub async fn act<T, F>(&self, actor: Actor, act: F) -> Result<T>
    where
        T: Send + 'static,
        F: AsyncFn(&mut Work<'_>) -> Result<T> + Send + 'static,
    {
        self.under_way.update(|count| count + 1);
        let done = self.app.write(actor, act).await;
        self.under_way.update(|count| count - 1);
        done
    }

    /// Reads, as somebody who works here does; it is put on record as ever.
    pub async fn look<T, F>(&self, actor: Actor, act: F) -> Result<T>
    where
        T: Send + 'static,
        F: AsyncFn(&mut Work<'_>) -> Result<T> + Send + 'static,
    {
        self.under_way.update(|count| count + 1);
        let seen = self.app.read(actor, act).await;
        self.under_way.update(|count| count - 1);
        seen
    }

    /// Remembers who somebody turned out to be.
    pub fn meet(&self, called: &'static str, known: Known) {
        self.people.borrow_mut().insert(called, known);
    }

    /// Somebody of whom an earlier moment told.
    pub fn known(&self, called: &str) -> Result<Known> {
        self.people.borrow().get(called).copied().ok_or_else(|| Error::bug(format!("{called} is not known yet")))
    }

    /// Remembers a group that was founded.
    pub fn founded(&self, which: Which, group: GroupId) {
        self.groups.borrow_mut().insert(which, group);
    }

    /// A group of which an earlier moment told.
    pub fn group(&self, which: Which) -> Result<GroupId> {
        self.groups.borrow().get(&which).copied().ok_or_else(|| Error::bug("a group is not founded yet"))
    }
}

/// A moment on the clock of the demo's practice.
pub(super) fn civil(at: Timestamp) -> DateTime {
    zone().to_datetime(Moment::from_millisecond(at.0).unwrap_or_default())
}

fn zone() -> TimeZone {
    TimeZone::get(ZONE).unwrap_or(TimeZone::UTC)
}

fn out_of_range(_: jiff::Error) -> Error {
    Error::bug("the demo reaches beyond the calendar")
}
