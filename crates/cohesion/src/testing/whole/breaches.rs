//! Confidences are broken in the story: reports that wait, one that the office alone reads, and a case in each kind of group.

use super::story::Story;
use super::{Name, Ring, Things};
use crate::Result;
use crate::breaches::{
    Affected, Assessment, Audience, CaseId, Cause, Contained, Decision, Entry, Facts, Law, Report, ReportId, Step,
    Telling, Tells, Told, Weight, add, open_from, report,
};
use crate::testing::canary::What;

impl Story {
    /// Sam and Pat each report twice; Mara and Finn open a case for the first and are not at its end. Jo tells the office alone.
    pub async fn break_confidences(&mut self) -> Result<()> {
        for (name, handler) in [(Name::Sam, Name::Mara), (Name::Pat, Name::Finn)] {
            let first = self.reported(name, Audience::Leaders, What::BreachReport).await?;
            let facts = self.facts_of(handler);
            let case = self.act(handler, async move |work| open_from(work, first, &facts).await).await?;
            self.put_on_record(name, handler, case).await?;
            let waits = self.reported(name, Audience::Leaders, What::BreachReport).await?;
            self.broken.insert(name, (waits, case));
        }
        self.reported(Name::Jo, Audience::Office, What::BreachToOffice).await?;
        let now = self.clinic.app.clock().now();
        self.come_to(now).await
    }

    async fn reported(&mut self, name: Name, audience: Audience, what: What) -> Result<ReportId> {
        let group = self.groups[&name.ring().unwrap_or(Ring::Therapy)];
        let (id, words) = (ReportId::random()?, self.plant(name, what));
        let telling = Report { group, audience, words };
        self.act(name, async move |work| report(work, id, &telling).await).await?;
        Ok(id)
    }

    fn facts_of(&mut self, handler: Name) -> Facts {
        let (happened, discovered) = (self.plant(handler, What::BreachCase), self.clinic.app.clock().now());
        Facts { happened, cause: Cause::Member, discovered, laws: vec![Law::Gdpr] }
    }

    async fn put_on_record(&mut self, of: Name, handler: Name, case: CaseId) -> Result<()> {
        let (person, at) = (self.people[&of], self.clinic.app.clock().now());
        let [what, done, reasons, words, letter, learned] = [(); 6].map(|()| self.plant(handler, What::BreachCase));
        let assessment =
            Assessment { nature: Weight::Much, recipient: Weight::Some, seen: Weight::Some, left: Weight::Little };
        let entries = [
            Entry::Affected(Affected { people: vec![person], others: 1, what }),
            Entry::Contained(Contained { step: Step::Safety, words: done, at }),
            Entry::Letter(letter),
            Entry::Told(Told { telling: Telling::GdprPeople, at, words }),
            Entry::Learned(learned),
            Entry::Decided(Decision { tells: Tells::Authorities, assessment, reasons }),
        ];
        self.act(handler, async move |work| {
            for entry in &entries {
                add(work, case, entry).await?;
            }
            Ok(())
        })
        .await
    }

    /// What addresses can name of it.
    pub fn broken_by(&self, name: Name, things: Things) -> Things {
        match self.broken.get(&name) {
            Some((report, case)) => things.with("report", report).with("case", case),
            None => things,
        }
    }
}
