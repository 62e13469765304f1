//! The story so far: who there is, what was planted, and the house in which it begins.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::date;
use keyring::RootKey;
use store::Engine;
use store::testing::TestDatabase;

use super::practice::Practised;
use super::{Name, Ring};
use crate::Result;
use crate::access::{About, Actor, Deed, Standing};
use crate::assessments::wording::{LoadedWords, load_wording};
use crate::assessments::{Template, set_battery};
use crate::breaches::{CaseId, ReportId};
use crate::clock::{Span, Timestamp};
use crate::door::{Door, PublicWords, Showing, Visibility, open_door, show_group};
use crate::enrolment::{WhoJoins, open_joining};
use crate::feedback::LetterId;
use crate::groups::{
    Charter, Format, Founding, GroupState, GroupWords, Series, Session, advance, appoint, found, plan_series, relieve,
};
use crate::id::{self, EnrolmentId, GroupId, PersonId, PracticeId};
use crate::identity::{AccountKind, NewSecret, Profile, add_person, open_account, set_second_factor};
use crate::migrations;
use crate::notes::NoteId;
use crate::notices::Outgoing;
use crate::practice::{
    Admission, CredentialWords, Practises, Qualification, Role, Settings, change_settings, enter, record, verify,
};
use crate::safety::{AlertId, Days, Duty, Hours, arrange_duty, check_line, crisis_lines, take_country};
use crate::sharing::{MatterId, PostId, ThreadId};
use crate::testing::canary::{Canary, What};
use crate::testing::staff::vouched_for;
use crate::testing::{Answer, START, TestClinic};
use crate::work::Work;

/// The address by which the demo finds one of its personas.
const DEMO_ADDRESS: &str = "sam@commons.example";

/// The story while it is told.
pub(super) struct Story {
    pub clinic: TestClinic,
    pub people: BTreeMap<Name, PersonId>,
    pub groups: BTreeMap<Ring, GroupId>,
    pub sessions: BTreeMap<Ring, Vec<Session>>,
    pub enrolments: BTreeMap<Name, EnrolmentId>,
    /// The call for help of each who called.
    pub alerts: BTreeMap<Name, AlertId>,
    /// What of practice addresses can name.
    pub practised: BTreeMap<Name, Practised>,
    /// The note about each of whom one was written.
    pub notes: BTreeMap<Name, NoteId>,
    /// The post of each who wrote one that addresses name, with its thread and its matter.
    pub posts: BTreeMap<Name, (ThreadId, PostId, MatterId)>,
    /// The report that waits, of each who sent one, and the case that was opened for another one of theirs.
    pub broken: BTreeMap<Name, (ReportId, CaseId)>,
    /// The letter to each to whom one was written or begun.
    pub letters: BTreeMap<Name, LetterId>,
    pub canaries: BTreeSet<Canary>,
    pub mails: Vec<Outgoing>,
    pub answers: Vec<Answer>,
}

impl Story {
    /// An empty house.
    pub async fn begin(engine: Engine, root: &Path) -> Result<Self> {
        let database = TestDatabase::open(engine, migrations::ALL).await?;
        let (root, practice) = (RootKey::read_file(root)?, PracticeId::random()?);
        let clinic = TestClinic::around(database, root, practice, START, |_| ()).await?;
        let (people, groups, sessions, enrolments) = <_>::default();
        let (alerts, practised, notes, posts, broken, letters, canaries, mails, answers) = <_>::default();
        Ok(Self {
            clinic,
            people,
            groups,
            sessions,
            enrolments,
            alerts,
            practised,
            notes,
            posts,
            broken,
            letters,
            canaries,
            mails,
            answers,
        })
    }

    /// Plants a word that stands nowhere else.
    pub fn plant(&mut self, of: Name, what: What) -> String {
        self.keep(Canary::new(of, what, self.canaries.len()))
    }

    fn keep(&mut self, canary: Canary) -> String {
        let text = canary.text.clone();
        self.canaries.insert(canary);
        text
    }

    /// Somebody's profile, a canary in each of its parts.
    pub fn profile(&mut self, of: Name) -> Profile {
        let address = self.keep(Canary::plain(of, What::Contact, self.canaries.len()));
        Profile {
            called: self.plant(of, What::Called),
            legal: self.plant(of, What::Contact),
            email: if of == Name::Stan { DEMO_ADDRESS.to_owned() } else { format!("{address}@example.org") },
            phone: Some(self.plant(of, What::Contact)),
        }
    }

    /// Somebody who has just proved who they are.
    pub fn actor(&self, name: Name) -> Actor {
        self.clinic.signed_in(self.people[&name])
    }

    /// Somebody's act.
    pub async fn act<T, F>(&self, name: Name, act: F) -> Result<T>
    where
        T: Send + 'static,
        F: AsyncFn(&mut Work<'_>) -> Result<T> + Send + 'static,
    {
        self.clinic.write(self.actor(name), act).await
    }

    /// The token of a new login of theirs.
    pub async fn token_of(&self, name: Name) -> Result<String> {
        let tab = self.clinic.tab_of(self.people[&name]).await?;
        Ok(tab.cookie("login").unwrap_or_default().to_owned())
    }

    /// Moves the clock on to a moment, does what has come due, and keeps the mails.
    pub async fn come_to(&mut self, moment: Timestamp) -> Result<()> {
        self.clinic.pass(moment - self.clinic.app.clock().now());
        self.clinic.try_jobs().await?;
        for mail in self.clinic.outbox().await? {
            if !self.mails.iter().any(|known| known.id == mail.id) {
                self.mails.push(mail);
            }
        }
        Ok(())
    }

    /// Opens an account for somebody who is known here.
    pub async fn open_account(&self, name: Name) -> Result<()> {
        let (person, kind) = (self.people[&name], name.kind());
        let opening = async move |work: &mut Work<'_>| {
            let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
            open_account(work, &grant, person, kind, None).await
        };
        self.clinic.write(self.clinic.system(), opening).await
    }

    /// Gives somebody of the staff, and Sam, what stands beside their passphrase.
    pub async fn add_a_second_factor(&self, name: Name) -> Result<()> {
        if name.kind() == AccountKind::Member && name != Name::Sam {
            return Ok(());
        }
        let seed = id::random()?;
        let app = NewSecret::of(self.clinic.app.vault(), seed);
        let code = app.code_at(self.clinic.app.clock().now());
        self.act(name, async move |work| set_second_factor(work, seed, &code).await.map(drop)).await
    }

    /// The staff with their papers, the settings, the help lines, who is on duty, and three groups that take members.
    pub async fn open_the_house(&mut self) -> Result<()> {
        let settings = Settings { home: Some("IE".parse()?), zone: "Europe/Dublin".to_owned(), ..Settings::default() };
        self.clinic.write(self.clinic.system(), async move |work| change_settings(work, &settings).await).await?;
        for name in Name::ALL.into_iter().filter(|name| name.kind() == AccountKind::Staff) {
            self.employ(name).await?;
        }
        self.act(Name::Ada, async |work| take_country(work, "IE").await).await?;
        for line in self.clinic.read(self.actor(Name::Ada), async |work| crisis_lines(work).await).await? {
            self.act(Name::Ada, async move |work| check_line(work, line.id).await).await?;
        }
        self.act(Name::Ada, async |work| load_wording(work, &loaded_words()).await.map(drop)).await?;
        self.act(Name::Ada, async |work| open_door(work, Door::Open).await).await?;
        let duty = self.duty();
        self.act(Name::Ada, async move |work| arrange_duty(work, None, &duty).await).await?;
        for ring in Ring::ALL {
            self.found(ring).await?;
        }
        let stan = self.profile(Name::Stan);
        let adding = async move |work: &mut Work<'_>| {
            let grant = work.ask(Deed::SetUp, Standing::NONE, About::NOTHING)?;
            add_person(work, &grant, &stan).await
        };
        let stan = self.clinic.write(self.clinic.system(), adding).await?;
        self.people.insert(Name::Stan, stan);
        self.open_account(Name::Stan).await
    }

    async fn employ(&mut self, name: Name) -> Result<()> {
        let admission = Admission { profile: self.profile(name), roles: name.roles().to_vec() };
        let entering = async move |work: &mut Work<'_>| enter(work, &admission).await;
        let person = self.clinic.write(self.clinic.system(), entering).await?;
        self.people.insert(name, person);
        self.open_account(name).await?;
        let place = "IE".parse()?;
        let licence = Qualification::Licence { place, last_day: date(2028, 12, 31), practises: Practises::Alone };
        let training = Qualification::Training { last_day: None };
        let papers = match name.roles() {
            [Role::Clinician] => vec![licence, training],
            [Role::Facilitator] => vec![training],
            _ => Vec::new(),
        };
        for paper in papers {
            let [title, number, issuer] = [(); 3].map(|()| self.plant(name, What::Paper));
            let words = CredentialWords { title, number, issuer };
            let recording = async move |work: &mut Work<'_>| {
                let id = record(work, person, &paper, &words).await?;
                verify(work, id).await?;
                vouched_for(work, person).await
            };
            self.clinic.write(self.clinic.system(), recording).await?;
        }
        Ok(())
    }

    fn duty(&self) -> Duty {
        let hours =
            Hours { days: Days::WORKING, from_minute: 540, until_minute: 1_020, zone: "Europe/Dublin".to_owned() };
        let (acknowledge_within, decide_within) = (Span::minutes(30), Span::hours(24));
        Duty {
            reader: self.people[&Name::Mara],
            backup: self.people[&Name::Cleo],
            hours,
            acknowledge_within,
            decide_within,
        }
    }

    async fn found(&mut self, ring: Ring) -> Result<()> {
        let leader = ring.leader();
        let [name, place] = [(); 2].map(|()| self.plant(leader, What::Group));
        let [focus, approach] = [(); 2].map(|()| self.plant(leader, What::Focus));
        let charter = if ring == Ring::Support { Charter::support() } else { Charter::therapy() };
        let founding = Founding {
            charter,
            format: Format::SlowOpen,
            capacity: 8,
            zone: "Europe/Dublin".to_owned(),
            words: GroupWords { name, focus, approach, place },
        };
        // A clinician founds a support group too, and hands it over.
        let founder = if ring == Ring::Support { Name::Noor } else { leader };
        let group = self.act(founder, async move |work| found(work, &founding).await).await?;
        self.groups.insert(ring, group);
        for name in Name::ALL.into_iter().filter(|name| *name != founder) {
            if let Some(role) = name.leads(ring) {
                let person = self.people[&name];
                self.act(founder, async move |work| appoint(work, group, person, role).await).await?;
            }
        }
        if founder != leader {
            let founder = self.people[&founder];
            self.act(leader, async move |work| relieve(work, group, founder).await).await?;
        }
        if ring != Ring::Support {
            self.act(leader, async move |work| set_battery(work, group, &Template::LowMood.battery()).await).await?;
        }
        self.act(leader, async move |work| advance(work, group, GroupState::Recruiting).await).await?;
        self.show_at_the_door(ring, group).await
    }

    /// What visitors read of the group, and that they may join it alone where its charter allows that.
    async fn show_at_the_door(&mut self, ring: Ring, group: GroupId) -> Result<()> {
        let leader = ring.leader();
        let [title, about] = [(); 2].map(|()| self.plant(leader, What::Public));
        let words = PublicWords { title, about, ..PublicWords::default() };
        let showing = Showing { words, visibility: Visibility::Shown };
        self.act(leader, async move |work| show_group(work, group, &showing).await.map(drop)).await?;
        if ring == Ring::Support {
            self.act(leader, async move |work| open_joining(work, group, WhoJoins::Everybody).await).await?;
        }
        Ok(())
    }

    /// The group begins to meet: four evenings, the first one tomorrow.
    pub async fn begin_to_meet(&mut self, ring: Ring) -> Result<()> {
        let (leader, group) = (ring.leader(), self.groups[&ring]);
        let series = Series { first: date(2026, 11, 25).at(18, 0, 0, 0), minutes: 90, count: 4, every_weeks: 1 };
        let sessions = self.act(leader, async move |work| {
            advance(work, group, GroupState::Running).await?;
            plan_series(work, group, series).await
        });
        self.sessions.insert(ring, sessions.await?);
        Ok(())
    }
}

/// Words for a questionnaire that comes without.
fn loaded_words() -> LoadedWords {
    let line = |number: usize| format!("Line {number}");
    LoadedWords {
        instrument: "core-10".to_owned(),
        instruction: "Over the last week".to_owned(),
        items: (1..=10).map(line).collect(),
        labels: vec![(1..=5).map(line).collect()],
        document: "A letter".to_owned(),
    }
}
