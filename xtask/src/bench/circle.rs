//! One invented group: eight members, twelve sessions, of which half were held, each with answers before and attendance after.

use super::Result;
use super::house::signed_in;
use super::practice::{Person, ZONE, profile};
use cohesion::access::{About, Actor, Deed, Standing};
use cohesion::app::App;
use cohesion::assessments::{Battery, Entry, Sheet, When, asked_of, distribute, set_battery, submit};
use cohesion::clock::{Span, Timestamp};
use cohesion::groups::{
    Charter, Format, Founding, GroupState, GroupWords, Series, Session, advance, found, may_run, plan_series, take_seat,
};
use cohesion::id::{self, GroupId, PersonId, PracticeId, SessionId};
use cohesion::identity::{AccountKind, PassphraseHash, add_person, open_account};
use cohesion::sessions::{Mark, Presence, close, mark_all, open};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{ToSpan, civil};
use measures::Instrument;

const MEMBERS: usize = 8;
const SESSIONS: u32 = 12;
/// Sessions that lie behind; the last one was three days ago.
const HELD: u32 = 6;

/// What is asked, and when: a common battery for low mood.
const BATTERY: [(&str, When); 3] =
    [("phq-9", When::EachSession), ("gad-7", When::EverySessions(4)), ("session-check-out", When::EachSession)];

/// A group and who sits in it.
pub struct Circle {
    /// The group.
    pub group: GroupId,
    /// The members.
    pub members: Vec<Person>,
    /// The sessions that were held.
    pub held: Vec<SessionId>,
    /// The session after them.
    pub next: SessionId,
}

/// What every step of the telling needs.
struct Teller<'a> {
    app: &'a App,
    practice: PracticeId,
    leader: PersonId,
    now: Timestamp,
}

impl Circle {
    /// Tells the group from its founding to its last session.
    pub async fn tell(
        app: &App,
        practice: PracticeId,
        leader: PersonId,
        name: &str,
        now: Timestamp,
        passphrase: &PassphraseHash,
    ) -> Result<Self> {
        let teller = Teller { app, practice, leader, now };
        set_clock(app, now - Span::days(60));
        let group = teller.found(name).await?;
        let members = teller.seat_all(group, name, passphrase).await?;
        let sessions = teller.plan(group).await?;
        let next = sessions.get(HELD as usize).ok_or("no session is ahead")?.id;
        let mut circle = Self { group, members, held: Vec::new(), next };
        for session in sessions.iter().take(HELD as usize) {
            teller.answer(&circle, session).await?;
            teller.hold(&circle, session).await?;
            circle.held.push(session.id);
        }
        Ok(circle)
    }
}

impl Teller<'_> {
    fn leading(&self) -> Actor {
        signed_in(self.app, self.practice, self.leader)
    }

    async fn found(&self, name: &str) -> Result<GroupId> {
        let words = GroupWords {
            name: format!("Group {name}"),
            focus: "Low mood".to_owned(),
            approach: "CBT".to_owned(),
            place: "Room 2".to_owned(),
        };
        let (charter, format, zone) = (Charter::therapy(), Format::Closed, ZONE.to_owned());
        let founding = Founding { charter, format, capacity: 10, zone, words };
        let entry = |(instrument, when): (&str, When)| Entry { instrument: instrument.to_owned(), when };
        let battery = Battery { entries: BATTERY.into_iter().map(entry).collect() };
        let founding = self.app.write(self.leading(), async move |work| {
            let group = found(work, &founding).await?;
            advance(work, group, GroupState::Recruiting).await?;
            set_battery(work, group, &battery).await?;
            Ok(group)
        });
        Ok(founding.await?)
    }

    async fn seat_all(&self, group: GroupId, name: &str, passphrase: &PassphraseHash) -> Result<Vec<Person>> {
        let mut members = Vec::new();
        for number in 0..MEMBERS {
            let profile = profile(&format!("Member-{name}-{number}"));
            let (email, passphrase) = (profile.email.clone(), passphrase.clone());
            let seating = self.app.write(self.leading(), async move |work| {
                let grant = may_run(work, group).await?;
                let person = add_person(work, &grant, &profile).await?;
                let about = work.about(&grant, person);
                open_account(work, &about, person, AccountKind::Member, Some(&passphrase)).await?;
                take_seat(work, &about, group, person, &profile.called).await?;
                Ok(person)
            });
            members.push(Person { id: seating.await?, email });
        }
        Ok(members)
    }

    async fn plan(&self, group: GroupId) -> Result<Vec<Session>> {
        let first =
            today(self.now)?.checked_sub((3 + 7 * (i64::from(HELD) - 1)).days())?.to_datetime(civil::time(18, 0, 0, 0));
        let series = Series { first, minutes: 90, count: SESSIONS, every_weeks: 1 };
        let planning = self.app.write(self.leading(), async move |work| {
            advance(work, group, GroupState::Running).await?;
            plan_series(work, group, series).await
        });
        Ok(planning.await?)
    }

    async fn answer(&self, circle: &Circle, session: &Session) -> Result<()> {
        let (id, number) = (session.id, session.number);
        set_clock(self.app, session.starts_at - Span::hours(47));
        self.app.write(Actor::System(self.practice), async move |work| distribute(work, id.0, 0).await).await?;
        set_clock(self.app, session.starts_at - Span::hours(5));
        for (place, member) in circle.members.iter().enumerate() {
            let person = member.id;
            let answering = self.app.write(signed_in(self.app, self.practice, person), async move |work| {
                let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
                for asked in asked_of(work, &grant, person).await? {
                    let positions = answers(asked.instrument, place, number);
                    submit(work, asked.id, &Sheet { key: id::random()?, positions, ..Sheet::default() }).await?;
                }
                Ok(())
            });
            answering.await?;
        }
        Ok(())
    }

    async fn hold(&self, circle: &Circle, session: &Session) -> Result<()> {
        let (app, id) = (self.app, session.id);
        set_clock(app, session.starts_at);
        let came = |member: &Person| Mark { person: member.id, presence: Presence::Present, minutes: 90, words: None };
        let marks: Vec<Mark> = circle.members.iter().map(came).collect();
        let holding = app.write(self.leading(), async move |work| {
            open(work, id).await?;
            mark_all(work, id, &marks).await
        });
        holding.await?;
        set_clock(app, session.ends_at);
        Ok(app.write(self.leading(), async move |work| close(work, id).await).await?)
    }
}

/// Moves an app's clock to a moment, forwards or back.
pub fn set_clock(app: &App, to: Timestamp) {
    app.clock().advance(to - app.clock().now());
}

/// The civil day of a moment on the practice's clock.
pub fn today(now: Timestamp) -> Result<Date> {
    Ok(jiff::Timestamp::from_millisecond(now.0)?.to_zoned_datetime(TimeZone::get(ZONE)?).date())
}

/// What the member at `place` answers before session `number`: the first one fares worse and is in danger at the last
/// session, the others fare better.
fn answers(instrument: &Instrument, place: usize, number: u32) -> Vec<Option<usize>> {
    let (week, worse) = (number as usize, place == 0);
    let points = if worse { 6 + 2 * week } else { (16 + place).saturating_sub(2 * week) };
    let watched = |item: &str| instrument.signals.iter().any(|rule| rule.item == item);
    let (count, items) = (instrument.items.len(), instrument.items.iter().enumerate());
    let position = |(place, item): (usize, &measures::instrument::Item)| {
        let share = points / count + usize::from(place < points % count);
        let highest = instrument.options(item).len().saturating_sub(1);
        if watched(&item.id) { usize::from(worse && number == HELD) } else { share.min(highest) }
    };
    items.map(position).map(Some).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use measures::Catalogue;

    #[test]
    fn one_of_eight_is_in_danger_and_only_at_the_last_session() {
        let phq = Catalogue::built_in().get("phq-9").expect("it is built in");
        for (place, number, expected) in [(0, 1, 0), (0, 5, 0), (0, 6, 1), (1, 6, 0), (7, 6, 0)] {
            assert_eq!(answers(phq, place, number)[8], Some(expected), "{place} {number}");
        }
    }

    #[test]
    fn whatever_is_answered_fits_its_questionnaire() {
        for (id, _) in BATTERY {
            let instrument = Catalogue::built_in().get(id).expect("it is built in");
            for (place, number) in [(0, 1), (0, 6), (7, 1), (7, 6)] {
                assert!(instrument.answers(&answers(instrument, place, number)).is_ok(), "{id} {place} {number}");
            }
        }
    }
}
