//! Scenarios of threads between meetings, on both engines.

mod contacts;
mod looked_after;
mod pages;
mod threads;
mod unlinkable;
mod written;

use super::{
    Audience, Done, Kind, Opening, PostId, Reading, Sending, Side, Space, ThreadId, Until, Writing, begin, leaf,
    settle, write,
};
use crate::Result;
use crate::access::Actor;
use crate::clock::Span;
use crate::groups::{Charter, Format, GroupState, LeaderRole, advance, appoint, may_run, relieve, take_seat};
use crate::id::GroupId;
use crate::practice::Role;
use crate::testing::{TestClinic, who};
use crate::work::Work;

/// A support group that Finn facilitates, with Sam, Jo and Kim, and a thread in its open space.
struct Ring {
    finn: Actor,
    sam: Actor,
    jo: Actor,
    kim: Actor,
    group: GroupId,
    thread: ThreadId,
}

/// A running support group that Finn facilitates.
async fn led_by_finn(clinic: &TestClinic, called: &str) -> Result<(Actor, GroupId)> {
    let mara = clinic.clinician().await?;
    let group = clinic.group(mara, Charter::support(), Format::Open, 8).await?;
    let finn = clinic.colleague(called, &[Role::Facilitator]).await?;
    clinic.give_paper(finn, crate::practice::Qualification::Training { last_day: None }).await?;
    clinic
        .write(mara, async move |work| {
            appoint(work, group, who(finn), LeaderRole::Facilitator).await?;
            advance(work, group, GroupState::Running).await
        })
        .await?;
    clinic.write(finn, async move |work| relieve(work, group, who(mara)).await).await?;
    Ok((finn, group))
}

/// Gives somebody a seat under a name.
async fn seat(clinic: &TestClinic, leader: Actor, group: GroupId, member: Actor, called: &'static str) -> Result<()> {
    let person = who(member);
    let seating = async move |work: &mut Work<'_>| {
        let grant = may_run(work, group).await?;
        let about = work.about(&grant, person);
        take_seat(work, &about, group, person, called).await.map(|_| ())
    };
    clinic.write(leader, seating).await
}

/// A space in which the group reads at once.
const OPEN: Space = Space { is_open: true, reading: Reading::After, slow_minutes: 0, quiet: None };

impl Ring {
    async fn of(clinic: &TestClinic) -> Result<Self> {
        Self::arranged(clinic, OPEN).await
    }

    async fn arranged(clinic: &TestClinic, space: Space) -> Result<Self> {
        let (finn, group) = led_by_finn(clinic, "Finn").await?;
        let mut members = Vec::new();
        for called in ["Sam", "Jo", "Kim"] {
            let member = clinic.somebody(called).await?;
            seat(clinic, finn, group, member, called).await?;
            members.push(member);
        }
        clinic.write(finn, async move |work| settle(work, group, &space).await).await?;
        let opening = async move |work: &mut Work<'_>| {
            let opening = Opening { title: "Evenings".to_owned(), opens_at: work.now(), closes_at: None };
            begin(work, group, Side::Member, &opening).await
        };
        let thread = clinic.write(members[0], opening).await?;
        Ok(Self { finn, sam: members[0], jo: members[1], kim: members[2], group, thread })
    }

    async fn arrange(&self, clinic: &TestClinic, space: Space) -> Result<()> {
        let group = self.group;
        clinic.write(self.finn, async move |work| settle(work, group, &space).await).await
    }

    async fn write(&self, clinic: &TestClinic, actor: Actor, writing: Writing) -> Result<Done> {
        let (thread, side) = (self.thread, if actor == self.finn { Side::Leading } else { Side::Member });
        clinic.write(actor, async move |work| write(work, thread, side, &writing).await).await
    }

    /// Something that is shown at once.
    async fn post(&self, clinic: &TestClinic, actor: Actor, text: &str) -> Result<PostId> {
        match self.write(clinic, actor, saying(text)).await? {
            Done::Posted(post) => Ok(post),
            other => panic!("{other:?}"),
        }
    }

    /// What somebody reads in the thread: who by, as the page would say it, and the words; a dash where a gap is.
    async fn reads(&self, clinic: &TestClinic, actor: Actor) -> Result<Vec<String>> {
        let (thread, side) = (self.thread, if actor == self.finn { Side::Leading } else { Side::Member });
        let leaf = clinic.read(actor, async move |work| leaf(work, thread, side, Until::Now).await).await?;
        Ok(leaf.posts.readable.iter().map(|post| post.said.as_ref().map_or("–".to_owned(), in_words)).collect())
    }
}

fn in_words(said: &super::post::Said) -> String {
    let by = match &said.by {
        super::By::Oneself(called) => format!("I, {called}"),
        super::By::Member(called) => called.clone(),
        super::By::Nameless(None) => "somebody".to_owned(),
        super::By::Nameless(Some(called)) => format!("({called})"),
        super::By::Leader(called) => format!("{called}, who leads"),
    };
    format!("{by}: {}", said.text)
}

/// Something given to the whole group, under the writer's name.
fn saying(text: &str) -> Writing {
    let (kind, audience, sending) = (Kind::Give, Audience::Named, Sending::First);
    Writing { kind, audience, text: text.to_owned(), note: None, answers: None, sending }
}

/// An hour.
const HOUR: Span = Span::hours(1);
