//! A practice whose groups meet online this evening: each with somebody who leads and has opened the session, and members who
//! have joined by themselves. Everybody is signed in, each by a login of their own.

use super::super::Result;
use super::super::browser::Login;
use super::super::desk::license;
use super::super::house::{House, PASSPHRASE, signed_in};
use super::super::practice::{Practice, ZONE, admit, profile};
use cohesion::access::Actor;
use cohesion::app::App;
use cohesion::clock::Clock;
use cohesion::enrolment::{
    Suitability, WhoJoins, begin_alone, choose_name, join_oneself, open_joining, own_enrolment, sign,
};
use cohesion::groups::{
    Charter, Format, Founding, GroupState, GroupWords, Series, advance, found, may_run, plan_series,
};
use cohesion::id::{EnrolmentId, GroupId, PersonId, PracticeId, SessionId};
use cohesion::identity::{
    AccountKind, Browser, Device, Passphrase, PassphraseHash, add_person, hash, open_account, open_login,
};
use cohesion::practice::{Vetting, vouch};
use cohesion::sessions::open;
use jiff::tz::TimeZone;
use tokio::task::JoinSet;

/// Groups that are built side by side: their acts share commits.
const SIDE_BY_SIDE: usize = 8;

/// A meeting that goes on, and the logins of those who come.
pub struct Meeting {
    /// Its session.
    pub session: SessionId,
    /// Whoever leads.
    pub leader: Login,
    /// The members.
    pub members: Vec<Member>,
}

/// A member.
#[derive(Clone)]
pub struct Member {
    /// Their login.
    pub login: Login,
    /// By which they leave the group.
    pub enrolment: EnrolmentId,
}

/// So many meetings, each of one who leads and so many members. `say` is told how many there are.
pub async fn meetings(house: &House, count: usize, members: usize, say: impl Fn(usize)) -> Result<Vec<Meeting>> {
    let practice = Practice::found(house, 0, |_| ()).await?.id;
    let db = house.db().await?;
    let app = house.app(&db, Clock::machine()).await?;
    let passphrase = hash(&app, &Passphrase::typed(PASSPHRASE)).await?;
    let mut meetings = Vec::new();
    for first in (0..count).step_by(SIDE_BY_SIDE) {
        let mut building = JoinSet::new();
        for number in first..count.min(first + SIDE_BY_SIDE) {
            let (app, passphrase) = (app.clone(), passphrase.clone());
            building.spawn(async move { Host { app, practice, number }.meeting(members, &passphrase).await });
        }
        meetings.extend(building.join_all().await.into_iter().collect::<Result<Vec<_>>>()?);
        say(meetings.len());
    }
    db.close().await;
    Ok(meetings)
}

/// What every step towards one meeting needs.
struct Host {
    app: App,
    practice: PracticeId,
    number: usize,
}

impl Host {
    async fn meeting(&self, count: usize, passphrase: &PassphraseHash) -> Result<Meeting> {
        let called = format!("Facilitator-{}", self.number);
        let leader = admit(&self.app, self.practice, &called, passphrase).await?.id;
        license(&self.app, self.practice, leader).await?;
        self.vouch_for(leader).await?;
        let group = self.group(leader, count).await?;
        let mut members = Vec::new();
        for place in 0..count {
            members.push(self.member(leader, group, place).await?);
        }
        let session = self.session(leader, group).await?;
        Ok(Meeting { session, leader: self.login(leader).await?, members })
    }

    async fn vouch_for(&self, leader: PersonId) -> Result<()> {
        let vouching = self.app.write(Actor::System(self.practice), async move |work| {
            for vetting in Vetting::ALL {
                vouch(work, leader, vetting, None).await?;
            }
            Ok(())
        });
        Ok(vouching.await?)
    }

    async fn group(&self, leader: PersonId, members: usize) -> Result<GroupId> {
        let words = GroupWords {
            name: format!("Evening {}", self.number),
            focus: "Loss".to_owned(),
            approach: "Shared experience".to_owned(),
            place: "Online".to_owned(),
        };
        let (charter, format, capacity) = (Charter::support(), Format::Open, u32::try_from(members)?.max(2));
        let founding = Founding { charter, format, capacity, zone: ZONE.to_owned(), words };
        let founding = self.app.write(signed_in(&self.app, self.practice, leader), async move |work| {
            let group = found(work, &founding).await?;
            advance(work, group, GroupState::Recruiting).await?;
            open_joining(work, group, WhoJoins::Everybody).await?;
            Ok(group)
        });
        Ok(founding.await?)
    }

    /// Somebody with an account, who joins by themselves.
    async fn member(&self, leader: PersonId, group: GroupId, place: usize) -> Result<Member> {
        let profile = profile(&format!("Member-{}-{place}", self.number));
        let adding = self.app.write(signed_in(&self.app, self.practice, leader), async move |work| {
            let grant = may_run(work, group).await?;
            let person = add_person(work, &grant, &profile).await?;
            let about = work.about(&grant, person);
            open_account(work, &about, person, AccountKind::Member, None).await?;
            Ok(person)
        });
        let (person, called) = (adding.await?, name_of(place));
        let joining = self.app.write(signed_in(&self.app, self.practice, person), async move |work| {
            let enrolment = join_oneself(work, group).await?;
            let fits = Suitability { knows_it_is_not_treatment: true, ..Suitability::default() };
            begin_alone(work, enrolment, &fits).await?;
            choose_name(work, enrolment, &called).await?;
            for due in own_enrolment(work, enrolment).await?.due {
                sign(work, enrolment, due.edition.agreement, due.edition.number, &called).await?;
            }
            Ok(enrolment)
        });
        Ok(Member { enrolment: joining.await?, login: self.login(person).await? })
    }

    /// A session that begins now, and is open.
    async fn session(&self, leader: PersonId, group: GroupId) -> Result<SessionId> {
        let now = jiff::Timestamp::from_millisecond(self.app.clock().now().0)?;
        let first = TimeZone::get(ZONE)?.to_datetime(now);
        let opening = self.app.write(signed_in(&self.app, self.practice, leader), async move |work| {
            advance(work, group, GroupState::Running).await?;
            let series = Series { first, minutes: 90, count: 1, every_weeks: 1 };
            let planned = plan_series(work, group, series).await?;
            for session in &planned {
                open(work, session.id).await?;
            }
            Ok(planned.first().map(|session| session.id))
        });
        Ok(opening.await?.ok_or("no session was planned")?)
    }

    /// A login that the product opens after a passphrase; two thousand of them would take minutes to hash.
    async fn login(&self, person: PersonId) -> Result<Login> {
        let opening = self.app.write(Actor::Nobody(self.practice), async move |work| {
            open_login(work, person, Device::Own, Browser::default()).await
        });
        Ok(format!("login={}", opening.await?.text()))
    }
}

/// The name in the group of the member at `place`.
fn name_of(place: usize) -> String {
    const NAMES: [&str; 15] = [
        "Alder", "Birch", "Cedar", "Damson", "Elder", "Fern", "Gorse", "Hazel", "Iris", "Juniper", "Kelp", "Linden",
        "Maple", "Nettle", "Olive",
    ];
    match NAMES.get(place) {
        Some(name) => (*name).to_owned(),
        None => format!("Willow {place}"),
    }
}
