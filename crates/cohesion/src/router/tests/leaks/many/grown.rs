//! Many groups, grown by the product's own acts: each has a leader, two who sit in it, and a word that stands nowhere else in
//! whatever they say.

use std::collections::BTreeSet;

use jiff::civil::date;

use crate::access::Actor;
use crate::clock::Span;
use crate::groups::{
    Charter, Format, Founding, GroupState, GroupWords, Series, advance, found, may_run, plan_series, take_seat,
};
use crate::id::{GroupId, PersonId, SessionId};
use crate::identity::{AccountKind, Profile, add_person, open_account};
use crate::notes::{self, MeetingLog, Sheet, Typed, keep, keep_log};
use crate::practice::{Practises, Qualification, Role};
use crate::self_checks::{Answer, SelfCheck, keep_check};
use crate::sessions::open;
use crate::sharing::{
    Audience, Done, Kind, Opening, PostId, Reading, Reason, Sending, Side, Space, ThreadId, Writing, begin, report,
    settle, write,
};
use crate::testing::TestClinic;
use crate::testing::canary::{Canary, What};
use crate::testing::whole::{Name, Ring};
use crate::work::Work;
use crate::{Error, Result};

/// Leaders; every second one facilitates.
pub const LEADERS: usize = 20;
/// Words of one group at most: the number of a word tells its group.
const WORDS_MAX: usize = 64;

/// Everything that was told.
pub struct Grown {
    /// Every word.
    pub canaries: BTreeSet<Canary>,
    /// Every group.
    pub groups: Vec<Told>,
    /// Who lead them in turn.
    pub leaders: Vec<Actor>,
}

/// One group, and what addresses can name of it.
pub struct Told {
    /// Of which kind it is: the one of the story that is like it.
    pub ring: Ring,
    pub group: GroupId,
    pub members: [PersonId; 2],
    pub session: SessionId,
    pub thread: ThreadId,
    pub post: PostId,
}

impl Told {
    /// The two who sit there, as the story calls them: the first one writes, the second one tells of it.
    pub const fn names(&self) -> [Name; 2] {
        seated(self.ring)
    }
}

impl Grown {
    /// Tells of so many groups, and does what comes due because of it.
    pub async fn tell(clinic: &TestClinic, groups: usize) -> Result<Self> {
        let mut grown = Self { canaries: BTreeSet::new(), groups: Vec::new(), leaders: employ(clinic).await? };
        for place in 0..groups {
            let ring = if place % 2 == 0 { Ring::Therapy } else { Ring::Support };
            let words = Words { place, said: 0, canaries: &mut grown.canaries };
            let teller = Teller { clinic, leader: grown.leaders[place % LEADERS], ring, words };
            let told = teller.tell().await?;
            grown.groups.push(told);
        }
        clinic.try_jobs().await?;
        Ok(grown)
    }

    /// The person of whom a word tells.
    pub fn person_of(&self, canary: &Canary) -> Option<PersonId> {
        let group = &self.groups[group_of(canary)];
        let place = group.names().iter().position(|name| *name == canary.of)?;
        Some(group.members[place])
    }
}

/// The place of the group in which a word was said.
pub fn group_of(canary: &Canary) -> usize {
    let text = canary.text.trim_end_matches('q');
    let name = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    text[name.len()..].parse::<usize>().map_or(usize::MAX, |number| number / WORDS_MAX)
}

const fn seated(ring: Ring) -> [Name; 2] {
    match ring {
        Ring::Therapy | Ring::Other => [Name::Sam, Name::Jo],
        Ring::Support => [Name::Pat, Name::Quin],
    }
}

/// Therapists and facilitators with their papers, one after the other.
async fn employ(clinic: &TestClinic) -> Result<Vec<Actor>> {
    clinic.settle_in_ireland().await?;
    let (place, last_day, practises) = ("IE".parse()?, date(2028, 12, 31), Practises::Alone);
    let licence = Qualification::Licence { place, last_day, practises };
    let mut leaders = Vec::new();
    for number in 0..LEADERS {
        let role = if number % 2 == 0 { Role::Clinician } else { Role::Facilitator };
        let leader = clinic.colleague(&format!("Leader-{number}"), &[role]).await?;
        if role == Role::Clinician {
            clinic.give_paper(leader, licence.clone()).await?;
        }
        clinic.give_paper(leader, Qualification::Training { last_day: None }).await?;
        leaders.push(leader);
    }
    Ok(leaders)
}

/// The words of one group.
struct Words<'a> {
    place: usize,
    said: usize,
    canaries: &'a mut BTreeSet<Canary>,
}

impl Words<'_> {
    fn plant(&mut self, of: Name, what: What) -> String {
        self.keep(Canary::new(of, what, self.place * WORDS_MAX + self.said))
    }

    fn four(&mut self, of: Name, what: What) -> Vec<String> {
        (0..4).map(|_| self.plant(of, what)).collect()
    }

    fn keep(&mut self, canary: Canary) -> String {
        self.said += 1;
        assert!(self.said < WORDS_MAX, "a word's number tells its group");
        let text = canary.text.clone();
        self.canaries.insert(canary);
        text
    }

    fn profile(&mut self, of: Name) -> Profile {
        let address = self.keep(Canary::plain(of, What::Contact, self.place * WORDS_MAX + self.said));
        let (called, legal) = (self.plant(of, What::Called), self.plant(of, What::Contact));
        Profile { called, legal, email: format!("{address}@example.org"), phone: Some(self.plant(of, What::Contact)) }
    }
}

/// Tells of one group.
struct Teller<'a> {
    clinic: &'a TestClinic,
    leader: Actor,
    ring: Ring,
    words: Words<'a>,
}

impl Teller<'_> {
    async fn tell(mut self) -> Result<Told> {
        let (group, members, session) = self.found().await?;
        let thread = self.hold(group, members[0], session).await?;
        let post = self.write(members[0], thread).await?;
        let words = self.words.plant(seated(self.ring)[1], What::Report);
        let telling = async move |work: &mut Work<'_>| report(work, post, Reason::Privacy, &words).await;
        self.clinic.write(self.clinic.signed_in(members[1]), telling).await?;
        Ok(Told { ring: self.ring, group, members, session, thread, post })
    }

    /// A group in which two sit, and which meets today.
    async fn found(&mut self) -> Result<(GroupId, [PersonId; 2], SessionId)> {
        let lead = self.ring.leader();
        let [name, place] = [(); 2].map(|()| self.words.plant(lead, What::Group));
        let [focus, approach] = [(); 2].map(|()| self.words.plant(lead, What::Focus));
        let charter = if self.ring == Ring::Support { Charter::support() } else { Charter::therapy() };
        let (words, zone) = (GroupWords { name, focus, approach, place }, "Europe/Dublin".to_owned());
        let founding = Founding { charter, format: Format::Open, capacity: 8, zone, words };
        let people = seated(self.ring).map(|name| (self.words.profile(name), self.words.plant(name, What::Shown)));
        let series = Series { first: date(2026, 11, 24).at(15, 30, 0, 0), minutes: 90, count: 1, every_weeks: 1 };
        let founding = async move |work: &mut Work<'_>| {
            let group = found(work, &founding).await?;
            advance(work, group, GroupState::Recruiting).await?;
            let (grant, mut members) = (may_run(work, group).await?, Vec::new());
            for (profile, shown) in &people {
                let person = add_person(work, &grant, profile).await?;
                let about = work.about(&grant, person);
                open_account(work, &about, person, AccountKind::Member, None).await?;
                take_seat(work, &about, group, person, shown).await?;
                members.push(person);
            }
            advance(work, group, GroupState::Running).await?;
            let session = plan_series(work, group, series).await?[0].id;
            Ok((group, [members[0], members[1]], session))
        };
        self.clinic.write(self.leader, founding).await
    }

    /// The session is held, something is written about it, and a thread is opened.
    async fn hold(&mut self, group: GroupId, person: PersonId, session: SessionId) -> Result<ThreadId> {
        let (lead, is_support) = (self.ring.leader(), self.ring == Ring::Support);
        let title = self.words.plant(lead, What::ThreadTitle);
        let [topic, incidents] = [(); 2].map(|()| self.words.plant(lead, What::Log));
        let log = MeetingLog { heads: 2, topic, incidents };
        let typed = |parts| Typed { seen: 0, parts, ..Typed::default() };
        let shared = Some(typed(self.words.four(lead, What::Record)));
        let note = typed(self.words.four(seated(self.ring)[0], What::Note));
        let sheet = Sheet { shared, notes: vec![(person, notes::Format::Birp, note)] };
        let space = Space { is_open: true, reading: Reading::After, slow_minutes: 0, quiet: None };
        let holding = async move |work: &mut Work<'_>| {
            open(work, session).await?;
            if is_support {
                keep_log(work, session, 0, &log).await?;
                settle(work, group, &space).await?;
            } else {
                keep(work, session, &sheet).await?;
            }
            let opens_at = work.now();
            let opening = Opening { title: title.clone(), opens_at, closes_at: Some(opens_at + Span::days(4)) };
            begin(work, group, Side::Leading, &opening).await
        };
        self.clinic.write(self.leader, holding).await
    }

    /// A post for the group and one for those who lead; in a support group a look at oneself besides.
    async fn write(&mut self, person: PersonId, thread: ThreadId) -> Result<PostId> {
        let (of, is_support) = (seated(self.ring)[0], self.ring == Ring::Support);
        let posts = [(Audience::Named, What::PostToGroup), (Audience::Leaders, What::PostToLeaders)];
        let posts = posts.map(|(audience, what)| {
            let (text, note) = (self.words.plant(of, what), Some(self.words.plant(of, what)));
            Writing { kind: Kind::Give, audience, text, note, answers: None, sending: Sending::First }
        });
        let check = SelfCheck {
            answers: [Some(Answer::Seldom), None, None, None, None],
            words: self.words.plant(of, What::SelfCheck),
        };
        let writing = async move |work: &mut Work<'_>| {
            let Done::Posted(post) = write(work, thread, Side::Member, &posts[0]).await? else {
                return Err(Error::bug("a post is held back"));
            };
            write(work, thread, Side::Member, &posts[1]).await?;
            if is_support {
                keep_check(work, &check).await?;
            }
            Ok(post)
        };
        self.clinic.write(self.clinic.signed_in(person), writing).await
    }
}
