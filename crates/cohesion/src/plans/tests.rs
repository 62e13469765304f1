//! Scenarios around a session's plan, on both engines.

mod agendas;
mod briefs;
mod debriefs;
mod fidelity;
mod pages;
mod running;

use super::{Agenda, Draft, Edit, Prepared, Step, Wish, edit, prepared, steer};
use crate::Result;
use crate::access::Actor;
use crate::groups::{Charter, Format, GroupState, LeaderRole, Series, Session, advance, appoint, plan_series};
use crate::id::SessionId;
use crate::practice::Role;
use crate::sessions::{Mark, Presence, close, mark_all, open};
use crate::testing::{Circle, TestClinic, who};

/// A group with one member, three planned sessions and two who lead it, at the hour of the first.
struct Evening {
    circle: Circle,
    sessions: Vec<Session>,
    mara: Actor,
    ben: Actor,
}

impl Evening {
    async fn of(clinic: &TestClinic) -> Result<Self> {
        let circle = Circle::of(clinic).await?;
        let sessions = circle.plan(clinic, 3).await?;
        let mara = circle.leader;
        let ben = join(clinic, &circle, mara, "Ben", (Role::Clinician, LeaderRole::CoLeader)).await?;
        Ok(Self { circle, sessions, mara, ben }.at(clinic, 0))
    }

    /// The same at the hour of a session, all having proved who they are.
    fn at(self, clinic: &TestClinic, session: usize) -> Self {
        clinic.pass(self.sessions[session].starts_at - clinic.app.clock().now());
        let (mara, ben) = (clinic.signed_in(who(self.mara)), clinic.signed_in(who(self.ben)));
        Self { mara, ben, ..self }
    }

    fn first(&self) -> SessionId {
        self.sessions[0].id
    }

    async fn supervisor(&self, clinic: &TestClinic) -> Result<Actor> {
        join(clinic, &self.circle, self.mara, "Vera", (Role::Supervisor, LeaderRole::Supervisor)).await
    }

    async fn open(&self, clinic: &TestClinic, at: usize) -> Result<()> {
        let (id, person) = (self.sessions[at].id, self.circle.person());
        let came = Mark { person, presence: Presence::Present, minutes: 90, words: None };
        clinic
            .write(self.mara, async move |work| {
                open(work, id).await?;
                mark_all(work, id, std::slice::from_ref(&came)).await
            })
            .await
    }

    async fn close(&self, clinic: &TestClinic, at: usize) -> Result<()> {
        let id = self.sessions[at].id;
        clinic.write(self.mara, async move |work| close(work, id).await).await?;
        clinic.run_jobs().await.map(|_| ())
    }
}

async fn join(
    clinic: &TestClinic,
    circle: &Circle,
    by: Actor,
    called: &str,
    (role, part): (Role, LeaderRole),
) -> Result<Actor> {
    let (colleague, group) = (clinic.colleague(called, &[role]).await?, circle.group);
    clinic.write(by, async move |work| appoint(work, group, who(colleague), part).await).await?;
    Ok(colleague)
}

async fn look(clinic: &TestClinic, actor: Actor, id: SessionId) -> Result<Prepared> {
    clinic.read(actor, async move |work| prepared(work, id).await).await
}

async fn agenda(clinic: &TestClinic, actor: Actor, id: SessionId) -> Result<Agenda> {
    Ok(look(clinic, actor, id).await?.agenda.expect("there is one"))
}

/// An edit that leaves everything as it is, but for the wish.
fn untouched(shown: &Prepared, wish: Wish) -> Edit {
    let agenda = shown.agenda.as_ref().expect("there is one");
    let draft = |block: &super::Block| Draft {
        id: block.id,
        title: block.title.clone(),
        minutes: block.minutes,
        owner: block.owner,
        material: block.material.clone(),
        technique: block.technique.clone(),
        notes: block.notes.clone(),
    };
    Edit {
        seen: shown.version,
        topic: agenda.topic.clone(),
        blocks: agenda.blocks.iter().map(draft).collect(),
        new: None,
        wish,
    }
}

async fn change(clinic: &TestClinic, actor: Actor, id: SessionId, editing: Edit) -> Result<()> {
    clinic.write(actor, async move |work| edit(work, id, &editing).await).await
}

async fn step(clinic: &TestClinic, actor: Actor, id: SessionId, step: Step) -> Result<()> {
    let seen = look(clinic, actor, id).await?.version;
    clinic.write(actor, async move |work| steer(work, id, seen, step).await).await
}

/// A support group's meeting at its hour, and who facilitates it.
async fn meeting(clinic: &TestClinic) -> Result<(Actor, Session)> {
    let founder = clinic.clinician().await?;
    let group = clinic.group(founder, Charter::support(), Format::Open, 8).await?;
    let finn = clinic.facilitator().await?;
    let planning = clinic.write(founder, async move |work| {
        appoint(work, group, who(finn), LeaderRole::Facilitator).await?;
        advance(work, group, GroupState::Running).await?;
        let first = jiff::civil::date(2026, 11, 25).at(18, 0, 0, 0);
        Ok(plan_series(work, group, Series { first, minutes: 90, count: 1, every_weeks: 1 }).await?[0])
    });
    let session = planning.await?;
    clinic.pass(session.starts_at - clinic.app.clock().now());
    Ok((clinic.signed_in(who(finn)), session))
}
