//! Scenarios of broken confidences, on both engines.

mod access;
mod beside;
mod life;
mod pages;
mod seen;

use super::{
    Affected, Assessment, Audience, CaseId, Cause, Contained, Decision, Entry, Facts, Law, Report, ReportId, Step,
    Telling, Tells, Told, Weight, add, open_from, report,
};
use crate::Result;
use crate::access::Actor;
use crate::groups::{LeaderRole, appoint};
use crate::practice::Role;
use crate::testing::{Circle, TestClinic, who};

/// A therapy group in Ireland with Mara and Cleo, and Sam in it; and Ada, who runs the site.
struct House {
    circle: Circle,
    mara: Actor,
    cleo: Actor,
    ada: Actor,
}

impl House {
    async fn of(clinic: &TestClinic) -> Result<Self> {
        clinic.settle_in_ireland().await?;
        let circle = Circle::of(clinic).await?;
        let (mara, group) = (circle.leader, circle.group);
        let ada = clinic.administrator().await?;
        let cleo = clinic.colleague("Cleo", &[Role::Clinician]).await?;
        clinic
            .write(clinic.signed_in(who(mara)), async move |work| {
                appoint(work, group, who(cleo), LeaderRole::CoLeader).await
            })
            .await?;
        Ok(Self { circle, mara, cleo, ada })
    }

    /// What Sam reports, to these.
    async fn report(&self, clinic: &TestClinic, audience: Audience) -> Result<ReportId> {
        let (id, report) = (ReportId::random()?, self.told(audience, "Somebody at work knew what I said here."));
        send(clinic, self.circle.member, id, report).await?;
        Ok(id)
    }

    fn told(&self, audience: Audience, words: &str) -> Report {
        Report { group: self.circle.group, audience, words: words.to_owned() }
    }

    /// A case that Mara opened for it.
    async fn case(&self, clinic: &TestClinic) -> Result<CaseId> {
        let report = self.report(clinic, Audience::Leaders).await?;
        open_for(clinic, self.mara, report).await
    }
}

async fn send(clinic: &TestClinic, actor: Actor, id: ReportId, what: Report) -> Result<()> {
    clinic.write(actor, async move |work| report(work, id, &what).await).await
}

async fn open_for(clinic: &TestClinic, actor: Actor, report: ReportId) -> Result<CaseId> {
    let facts = facts(clinic);
    clinic.write(actor, async move |work| open_from(work, report, &facts).await).await
}

fn facts(clinic: &TestClinic) -> Facts {
    let discovered = clinic.app.clock().now();
    let happened = "A sentence from Tuesday was told at somebody’s workplace.".to_owned();
    Facts { happened, cause: Cause::Member, discovered, laws: vec![Law::Gdpr] }
}

async fn put(clinic: &TestClinic, actor: Actor, case: CaseId, entry: Entry) -> Result<()> {
    clinic.write(actor, async move |work| add(work, case, &entry).await).await
}

fn affected(people: Vec<crate::id::PersonId>, others: u32) -> Entry {
    Entry::Affected(Affected { people, others, what: "That he comes here, and one sentence.".to_owned() })
}

fn contained(clinic: &TestClinic) -> Entry {
    let at = clinic.app.clock().now();
    Entry::Contained(Contained { step: Step::Safety, words: "I rang him. He has somebody with him.".to_owned(), at })
}

fn decided(tells: Tells) -> Entry {
    let assessment =
        Assessment { nature: Weight::Much, recipient: Weight::Some, seen: Weight::Much, left: Weight::Some };
    Entry::Decided(Decision { tells, assessment, reasons: "He knows of it: he told us.".to_owned() })
}

fn told(clinic: &TestClinic, telling: Telling) -> Entry {
    Entry::Told(Told { telling, at: clinic.app.clock().now(), words: "By telephone, Mara.".to_owned() })
}
