//! What is practised between the sessions of the story: worksheets kept, shown and answered, and homework.

use techniques::{Audience, Kind};

use super::story::Story;
use super::{Name, Ring, Things};
use crate::Result;
use crate::techniques::{
    Assigning, Covered, CurriculumId, DIARY_CARD, Due, Gate, HomeworkId, Material, Part, Replies, Report, ShareId,
    SheetId, Source, TargetId, TaskId, TaskState, answer_sheet, assign, begin, catalogue, copy_curriculum, finish,
    follow, keep, my_tasks, report, set_target, share, shared_in,
};
use crate::testing::canary::What;

/// What addresses can name of it, as far as somebody has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Practised {
    /// A sheet.
    pub sheet: Option<SheetId>,
    /// What is shown to the group.
    pub share: Option<ShareId>,
    /// Homework of one's own.
    pub task: Option<TaskId>,
    /// Homework of the group.
    pub homework: Option<HomeworkId>,
    /// A target of one's own.
    pub target: Option<TargetId>,
    /// The practice's own copy of a curriculum.
    pub own: Option<CurriculumId>,
}

impl Story {
    /// Sam keeps a draft, shows a sheet to Mara and another one to the group, and says what got in the way of homework.
    /// Pat shows a sheet to the support group, without a name.
    pub async fn practise(&mut self) -> Result<()> {
        self.fill_in(Name::Sam, "thought-record", What::SheetKept).await?;
        let shown = self.fill_in(Name::Sam, "thought-record", What::SheetShown).await?;
        self.finish_and_show(Name::Sam, shown, Audience::Leader).await?;
        self.reply(Name::Sam, shown).await?;
        let open = self.fill_in(Name::Sam, "thought-record", What::SheetToGroup).await?;
        self.finish_and_show(Name::Sam, open, Audience::Group).await?;
        let turned = self.fill_in(Name::Pat, "choice-point", What::SheetToGroup).await?;
        self.finish_and_show(Name::Pat, turned, Audience::GroupAnonymous).await?;
        let homework = self.set_homework().await?;
        let tasks = self.act(Name::Sam, async |work| my_tasks(work).await).await?;
        let task = tasks.readable.first().expect("it was set for all").id;
        let words = self.plant(Name::Sam, What::InTheWay);
        let said = Report { state: TaskState::Partly, words };
        self.act(Name::Sam, async move |work| report(work, task, &said).await).await?;
        let (of_sam, of_pat) = (self.share_in(Ring::Therapy).await?, self.share_in(Ring::Support).await?);
        let (target, own) = (Some(self.agree_on_a_target().await?), Some(self.follow_a_copy().await?));
        let sams =
            Practised { sheet: Some(shown), share: of_sam, task: Some(task), homework: Some(homework), target, own };
        self.practised.insert(Name::Sam, sams);
        self.practised.insert(Name::Pat, Practised { sheet: Some(turned), share: of_pat, ..Practised::default() });
        Ok(())
    }

    /// Begins a sheet and writes a canary into each of its texts.
    async fn fill_in(&mut self, name: Name, form: &'static str, what: What) -> Result<SheetId> {
        let group = self.groups[&name.ring().unwrap_or(Ring::Therapy)];
        let id = self.act(name, async move |work| begin(work, group, form, None).await).await?;
        let known = catalogue().form(form).expect("it is built in");
        let texts = known.fields().filter(|field| matches!(field.kind, Kind::Text { .. } | Kind::LongText { .. }));
        let typed = texts.map(|field| (field.id.clone(), self.plant(name, what)));
        let typed: Vec<(String, String)> = typed.collect();
        let asked = typed.iter().map(|(field, _)| Covered { field: field.clone(), day: None }).collect();
        let part = Part { asked, typed };
        let kept = self.act(name, async move |work| keep(work, id, &part).await).await?;
        assert!(kept.faults.is_empty(), "{:?}", kept.faults);
        Ok(id)
    }

    async fn finish_and_show(&self, name: Name, id: SheetId, audience: Audience) -> Result<()> {
        let finishing = async move |work: &mut crate::work::Work<'_>| {
            share(work, id, audience).await?;
            finish(work, id).await
        };
        let done = self.act(name, finishing).await?;
        assert!(done.faults.is_empty(), "{:?}", done.faults);
        Ok(())
    }

    async fn reply(&mut self, to: Name, sheet: SheetId) -> Result<()> {
        let (person, to_all) = (self.people[&to], self.plant(to, What::Reply));
        let replies = Replies { to_all, ..Replies::default() };
        self.act(Name::Mara, async move |work| answer_sheet(work, person, sheet, &replies).await).await
    }

    async fn set_homework(&mut self) -> Result<HomeworkId> {
        let [instruction, obstacle] = [(); 2].map(|()| self.plant(Name::Mara, What::Homework));
        let material = Material::Form("thought-record".to_owned());
        let set = Assigning { material, instruction, obstacle, person: None, due: Due::NextSession, gate: Gate::Asked };
        let group = self.groups[&Ring::Therapy];
        self.act(Name::Mara, async move |work| assign(work, group, &set).await).await
    }

    /// What of it addresses can name.
    pub(super) fn things_practised(&self, name: Name, mut things: Things) -> Things {
        let Practised { sheet, share, task, homework, target, own } =
            self.practised.get(&name).copied().unwrap_or_default();
        let named = [
            ("sheet", sheet.map(|id| id.to_string())),
            ("share", share.map(|id| id.to_string())),
            ("task", task.map(|id| id.to_string())),
            ("homework", homework.map(|id| id.to_string())),
            ("target", target.map(|id| id.to_string())),
            ("own", own.map(|id| id.to_string())),
        ];
        for (kind, id) in named {
            things = id.into_iter().fold(things, |things, id| things.with(kind, id));
        }
        things
    }

    /// Sam keeps an eye on something, and tells it on a card.
    async fn agree_on_a_target(&mut self) -> Result<TargetId> {
        let (group, person) = (self.groups[&Ring::Therapy], self.people[&Name::Sam]);
        let words = self.plant(Name::Sam, What::SheetShown);
        let target = self.act(Name::Mara, async move |work| set_target(work, group, person, &words).await).await?;
        self.act(Name::Sam, async move |work| begin(work, group, DIARY_CARD, None).await).await?;
        Ok(target)
    }

    /// Mara copies a programme, changes it, and her group follows the copy.
    async fn follow_a_copy(&mut self) -> Result<CurriculumId> {
        let own = self.act(Name::Mara, async |work| copy_curriculum(work, "cbt-depression").await).await?;
        let group = self.groups[&Ring::Therapy];
        self.act(Name::Mara, async move |work| follow(work, group, &Source::Own(own), 1).await).await?;
        Ok(own)
    }

    async fn share_in(&self, ring: Ring) -> Result<Option<ShareId>> {
        let group = self.groups[&ring];
        let shown = self.act(ring.leader(), async move |work| shared_in(work, group).await).await?;
        Ok(shown.readable.first().map(|shared| shared.id))
    }
}
