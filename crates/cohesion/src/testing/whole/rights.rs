//! What members ask for by right in the story.

use super::story::Story;
use super::{Name, Ring, Things};
use crate::Result;
use crate::rights::{On, answer_correction, ask_to_correct, own_corrections, place};
use crate::testing::canary::What;

impl Story {
    /// Sam and Pat ask for something to be put right, and Sam is answered. Jo's records are on hold.
    pub async fn ask_for_rights(&mut self) -> Result<()> {
        for (name, ring) in [(Name::Sam, Ring::Therapy), (Name::Pat, Ring::Support)] {
            let (group, words) = (self.groups[&ring], self.plant(name, What::Correction));
            let id = self.act(name, async move |work| ask_to_correct(work, group, &words).await).await?;
            if name == Name::Sam {
                let words = self.plant(name, What::Correction);
                self.act(Name::Mara, async move |work| answer_correction(work, id, &words).await).await?;
            }
        }
        let (jo, words) = (self.people[&Name::Jo], self.plant(Name::Jo, What::Hold));
        self.act(Name::Mara, async move |work| place(work, On::Person(jo), &words).await).await?;
        self.clinic.try_jobs().await.map(|_| ())
    }

    /// What addresses can name of it: what they asked to be put right.
    pub async fn corrections_of(&self, name: Name, things: Things) -> Result<Things> {
        let asked = self.act(name, async |work| own_corrections(work).await).await?;
        Ok(asked.readable.iter().fold(things, |things, one| things.with("correction", one.id)))
    }
}
