//! What is said to one member alone: letters given, answered and begun, words about what records show, and what was talked
//! about.

use techniques::Audience;

use super::story::Story;
use super::{Name, Ring, Things};
use crate::Result;
use crate::assessments::my_answers;
use crate::feedback::{
    Confirming, Fits, NewRemark, Opinion, Part, Released, Reply, Spoken, Typed, answer, begin, confirm, discuss, keep,
    letter, release, remark,
};
use crate::techniques::{
    Assigning, Covered, Due, Gate, Material, Part as Page, Report, TaskState, assign, begin as begin_sheet, finish,
    keep as keep_sheet, my_tasks, report, share,
};
use crate::testing::canary::What;
use crate::web::words::Words;
use crate::work::Work;

/// Tasks from which on something is said of them.
const TASKS: usize = 3;
/// Thought records from which on something is said of them.
const RECORDS: usize = 5;

impl Story {
    /// Mara gives Sam a letter and he answers; one to Jo is begun. Sam says a word to what all can read, and one to what he keeps
    /// for himself. Both say that his answers were talked about.
    pub async fn give_feedback(&mut self) -> Result<()> {
        let given = self.write_to(Name::Sam, What::Letter).await?;
        let released = self.act(Name::Mara, async move |work| {
            let seen = letter(work, given).await?.version;
            release(work, given, seen, Spoken::Yes).await
        });
        assert_eq!(released.await?, Released::Done);
        let reply = Reply { fits: Fits::Partly, words: self.plant(Name::Sam, What::Letter) };
        self.act(Name::Sam, async move |work| answer(work, given, &reply).await).await?;
        self.write_to(Name::Jo, What::LetterDraft).await?;
        self.say_a_word().await?;
        self.talk_about_it().await
    }

    async fn write_to(&mut self, name: Name, what: What) -> Result<crate::feedback::LetterId> {
        let (group, person) = (self.groups[&Ring::Therapy], self.people[&name]);
        let id = self.act(Name::Mara, async move |work| begin(work, Words::english(), group, person).await).await?;
        let parts = Part::ALL.map(|_| self.plant(name, what)).to_vec();
        let typed =
            Typed { seen: 1, parts, plain: Vec::new(), until: Some(jiff::civil::date(2026, 12, 9)), chart: None };
        self.act(Name::Mara, async move |work| keep(work, id, &typed).await).await?;
        self.letters.insert(name, id);
        Ok(id)
    }

    async fn say_a_word(&mut self) -> Result<()> {
        let group = self.groups[&Ring::Therapy];
        for _ in 1..TASKS {
            let [instruction, obstacle] = [(); 2].map(|()| self.plant(Name::Mara, What::Homework));
            let material = Material::Skill("stop".to_owned());
            let set =
                Assigning { material, instruction, obstacle, person: None, due: Due::NextSession, gate: Gate::None };
            self.act(Name::Mara, async move |work| assign(work, group, &set).await).await?;
        }
        let (shared, alone) = (self.plant(Name::Sam, What::PatternWord), self.plant(Name::Sam, What::PatternAlone));
        self.act(Name::Sam, async move |work| {
            for task in my_tasks(work).await?.readable.into_iter().filter(|task| !task.state.is_over()) {
                report(work, task.id, &Report { state: TaskState::Done, words: String::new() }).await?;
            }
            for _ in 0..RECORDS {
                keep_a_record(work, group).await?;
            }
            for (key, words) in [("homework:done", &shared), ("thoughts:habit", &alone)] {
                let new = NewRemark { key: key.to_owned(), opinion: Opinion::Disputes, words: words.clone() };
                remark(work, Words::english(), group, &new).await?;
            }
            Ok(())
        })
        .await
    }

    async fn talk_about_it(&mut self) -> Result<()> {
        let sam = self.people[&Name::Sam];
        let answered = self.act(Name::Sam, async |work| my_answers(work, None).await).await?;
        let of_phq = answered.iter().find(|response| response.record.score.instrument == "phq-9");
        let id = of_phq.expect("Sam has answered it").assignment;
        let note = self.plant(Name::Sam, What::Discussed);
        self.act(Name::Mara, async move |work| discuss(work, sam, id, &note).await).await?;
        let confirming = Confirming { talked: true, words: self.plant(Name::Sam, What::Talked) };
        self.act(Name::Sam, async move |work| confirm(work, id, &confirming).await).await
    }

    /// What addresses can name of it.
    pub(super) fn letters_of(&self, name: Name, things: Things) -> Things {
        match self.letters.get(&name) {
            Some(letter) => things.with("letter", letter),
            None => things,
        }
    }
}

/// A thought record for nobody else.
async fn keep_a_record(work: &mut Work<'_>, group: crate::id::GroupId) -> Result<()> {
    let id = begin_sheet(work, group, "thought-record", None).await?;
    let asked = ["situation", "distortions", "evidence_for"];
    let asked = asked.map(|field| Covered { field: field.to_owned(), day: None }).to_vec();
    let typed = [("situation", "At home"), ("distortions", "mind_reading"), ("evidence_for", "None")];
    let typed = typed.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec();
    keep_sheet(work, id, &Page { asked, typed }).await?;
    share(work, id, Audience::Nobody).await?;
    finish(work, id).await.map(drop)
}
