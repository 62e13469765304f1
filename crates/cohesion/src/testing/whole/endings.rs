//! What comes to an end in the story: a summary that is given out, one that is begun, a step towards somebody who left, and
//! how one member looks back on another group.

use super::story::Story;
use super::{Name, Ring, Things};
use crate::appreciation::{Door, Giving, Kind, Outcome, Said, Verdict, decide, give, received, receivers, set_door};
use crate::assessments::{Request, Sheet, assign, submit};
use crate::clock::Span;
use crate::endings::{
    Body, Evaluation, LeaverStep, QUESTIONS, Signing, Written, evaluate, give_out, sign, take_leaver_step, write,
};
use crate::groups::{GroupState, advance};
use crate::id;
use crate::repairs::{Mending, Way, mend, strains};
use crate::testing::canary::What;
use crate::work::Work;
use crate::{Error, Result};

impl Story {
    /// Mara signs Sam's summary and gives it out, begins Jo's, and calls Dana. Eli looks back on Noor's group, which is ending.
    pub async fn come_to_an_end(&mut self) -> Result<()> {
        let group = self.groups[&Ring::Therapy];
        for (name, what) in [(Name::Sam, What::Summary), (Name::Jo, What::Note)] {
            let (person, parts) = (self.people[&name], Body::FIELDS.map(|_| self.plant(name, what)).to_vec());
            let written = Written { parts, ..Written::default() };
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
        let calling =
            async move |work: &mut Work<'_>| take_leaver_step(work, group, way, LeaverStep::Call, &words).await;
        self.act(Name::Mara, calling).await?;
        let other = self.groups[&Ring::Other];
        self.act(Name::Noor, async move |work| advance(work, other, GroupState::Closing).await).await?;
        let [helped, better] = [(); 2].map(|()| self.plant(Name::Eli, What::LookingBack));
        let looking = Evaluation { ratings: vec![3; QUESTIONS.len()], helped, better };
        self.act(Name::Eli, async move |work| evaluate(work, other, &looking).await).await
    }

    /// Sam rates two evenings, the second one much lower, and Mara writes what she did about it.
    pub async fn mend_a_strain(&mut self) -> Result<()> {
        let (group, person) = (self.groups[&Ring::Therapy], self.people[&Name::Sam]);
        for value in [9, 1] {
            let now = self.clinic.app.clock().now() + Span::minutes(5);
            self.come_to(now).await?;
            let asking = async move |work: &mut Work<'_>| {
                let (opens_at, due_at) = (now, now + Span::days(1));
                let request =
                    Request { group, person, session: None, instrument: "session-check-out", opens_at, due_at };
                assign(work, &request).await
            };
            let asked = self.act(Name::Mara, asking).await?.ok_or(Error::NotFound)?;
            let sheet = Sheet { key: id::random()?, positions: vec![Some(value); 5], ..Sheet::default() };
            self.act(Name::Sam, async move |work| submit(work, asked, &sheet).await).await?;
        }
        let words = self.plant(Name::Sam, What::Note);
        self.act(Name::Mara, async move |work| {
            let strain = strains(work, group).await?.into_iter().next().ok_or(Error::NotFound)?;
            let mending = Mending { rating: strain.rupture.rating, way: Way::Ask, words: words.clone() };
            mend(work, group, person, &mending).await
        })
        .await
    }

    /// Jo's word to Sam is passed on; Sam's to Jo is given back.
    pub async fn write_to_each_other(&mut self) -> Result<()> {
        let group = self.groups[&Ring::Therapy];
        self.act(Name::Mara, async move |work| set_door(work, group, Door::Open).await).await?;
        for (name, what) in [(Name::Jo, What::MemberWord), (Name::Sam, What::WordGivenBack)] {
            let said = Said { when: self.plant(name, what), felt: self.plant(name, what) };
            let given = self.act(name, async move |work| {
                let to = receivers(work, group).await?.first().map(|seat| seat.id).ok_or(Error::NotFound)?;
                give(work, group, &Giving { to, kind: Kind::Appreciation, said: said.clone() }).await
            });
            let Outcome::Given(id) = given.await? else { return Err(Error::NotFound) };
            let verdict = if name == Name::Jo { Verdict::PassOn } else { Verdict::GiveBack(self.plant(name, what)) };
            self.act(Name::Mara, async move |work| decide(work, id, &verdict).await).await?;
        }
        Ok(())
    }

    /// What addresses can name of it: the word that was passed on to Sam.
    pub async fn words_to(&self, name: Name, things: Things) -> Result<Things> {
        if name != Name::Sam {
            return Ok(things);
        }
        let group = self.groups[&Ring::Therapy];
        let found = self.act(name, async move |work| received(work, group).await).await?;
        let word = found.readable.first().ok_or(Error::NotFound)?;
        Ok(things.with("appreciation", word.id))
    }
}
