//! What comes to an end in the story: a summary that is given out, one that is begun, a step towards somebody who left, and
//! how one member looks back on another group.

use super::story::Story;
use super::{Name, Ring};
use crate::Result;
use crate::endings::{
    Body, Evaluation, LeaverStep, QUESTIONS, Signing, Written, evaluate, give_out, sign, take_leaver_step, write,
};
use crate::groups::{GroupState, advance};
use crate::testing::canary::What;

impl Story {
    /// Mara signs Sam's summary and gives it out, begins Jo's, and calls Dana. Eli looks back on Noor's group, which is ending.
    pub async fn come_to_an_end(&mut self) -> Result<()> {
        let group = self.groups[&Ring::Therapy];
        for (name, what) in [(Name::Sam, What::Summary), (Name::Jo, What::Note)] {
            let (person, parts) = (self.people[&name], Body::FIELDS.map(|_| self.plant(name, what)).to_vec());
            let written = Written { seen: 0, parts };
            self.act(Name::Mara, async move |work| write(work, group, person, &written).await).await?;
        }
        let sam = self.people[&Name::Sam];
        let signed = self.act(Name::Mara, async move |work| {
            let signed = sign(work, group, sam).await?;
            give_out(work, group, sam).await?;
            Ok(signed)
        });
        assert_eq!(signed.await?, Signing::Signed);
        let (way, words) = (self.enrolments[&Name::Dana], self.plant(Name::Dana, What::Leaving));
        let calling = async move |work: &mut crate::work::Work<'_>| {
            take_leaver_step(work, group, way, LeaverStep::Call, &words).await
        };
        self.act(Name::Mara, calling).await?;
        let other = self.groups[&Ring::Other];
        self.act(Name::Noor, async move |work| advance(work, other, GroupState::Closing).await).await?;
        let [helped, better] = [(); 2].map(|()| self.plant(Name::Eli, What::LookingBack));
        let looking = Evaluation { ratings: vec![3; QUESTIONS.len()], helped, better };
        self.act(Name::Eli, async move |work| evaluate(work, other, &looking).await).await
    }
}
