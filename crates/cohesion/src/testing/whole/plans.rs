//! The first sessions are planned, those who lead write for themselves around them, and they are looked back at.

use super::story::Story;
use super::{Name, Ring};
use crate::Result;
use crate::plans::{
    Audience, Check, Delivered, Draft, Edit, Element, Fidelity, Moment, Wish, debrief, edit, jot, keep_debrief,
    prepared, rate, write_brief,
};
use crate::testing::canary::What;

impl Story {
    /// Mara and Finn plan the first session of their groups, with a word of their own in every field.
    pub async fn plan_the_sessions(&mut self) -> Result<()> {
        for ring in [Ring::Therapy, Ring::Support] {
            let (leader, id) = (ring.leader(), self.sessions[&ring][0].id);
            let shown = self.act(leader, async move |work| prepared(work, id).await).await?;
            let agenda = shown.agenda.expect("it is laid out");
            let topic = self.plant(leader, What::Agenda);
            let mut blocks = Vec::new();
            for block in agenda.blocks {
                let [title, material, notes] = [(); 3].map(|()| self.plant(leader, What::Agenda));
                let (owner, technique) = (Some(self.people[&leader]), None);
                blocks.push(Draft { id: block.id, title, minutes: block.minutes, owner, material, technique, notes });
            }
            let editing = Edit { seen: 0, topic, blocks, new: None, wish: Wish::Keep };
            self.act(leader, async move |work| edit(work, id, &editing).await).await?;
        }
        Ok(())
    }

    /// Mara keeps her brief and shows Cleo another one; both note a line; Mara and Finn look back.
    pub async fn look_back_at_them(&mut self) -> Result<()> {
        let id = self.sessions[&Ring::Therapy][0].id;
        for (name, moment, audience) in [
            (Name::Mara, Moment::Before, Audience::OnlyMe),
            (Name::Mara, Moment::After, Audience::CoLeaders),
            (Name::Cleo, Moment::After, Audience::OnlyMe),
        ] {
            let what = if audience == Audience::OnlyMe { What::Brief } else { What::BriefShared };
            let parts: Vec<String> = moment.field_keys().iter().map(|_| self.plant(name, what)).collect();
            self.act(name, async move |work| write_brief(work, id, moment, 0, (audience, &parts)).await).await?;
            let line = self.plant(name, What::Brief);
            self.act(name, async move |work| jot(work, id, &line).await).await?;
        }
        let [title, reason, words, deviations] = [(); 4].map(|()| self.plant(Name::Mara, What::Fidelity));
        let element = Element { title, planned: 20, delivered: Delivered::Partly, minutes: 10, reason };
        let checks = vec![Check { words, is_met: true }];
        let fidelity = Fidelity { elements: vec![element], checks, usual: Vec::new(), reviewed: (1, 2), deviations };
        self.act(Name::Mara, async move |work| rate(work, id, 0, &fidelity).await).await?;
        let meeting = self.sessions[&Ring::Support][0].id;
        let asked = self.act(Name::Finn, async move |work| debrief(work, meeting).await).await?.debrief.answers.len();
        let answers: Vec<String> = (0..asked).map(|_| self.plant(Name::Finn, What::Debrief)).collect();
        self.act(Name::Finn, async move |work| keep_debrief(work, meeting, 0, &answers).await).await
    }
}
