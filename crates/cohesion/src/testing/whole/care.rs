//! A night of the story: an answer that suggests danger, calls for help, plans, and what those who answer write.

use measures::Catalogue;

use super::story::Story;
use super::{Name, Ring};
use crate::Result;
use crate::access::{About, Deed, Standing};
use crate::assessments::{Aside, Assignment, Request, Sheet, asked_of, assign, submit};
use crate::clock::Span;
use crate::id::{self, GroupId};
use crate::limits::{JOB_PAUSE, JOB_TRIES_MAX};
use crate::safety::{
    AlertId, Contact, Level, Mark, SafetyPlan, Written, add_words, close, decide, hand_over, mark, need_help, observe,
    review, take, write_plan,
};
use crate::sessions::REMIND;
use crate::testing::canary::What;
use crate::work::Job;

impl Story {
    /// What happens between the first questions and the first session, in a little less than a day.
    pub async fn live_through_a_night(&mut self) -> Result<()> {
        let nothing = id::random()?;
        let queueing = async move |work: &mut crate::work::Work<'_>| {
            work.enqueue(Job::once(REMIND, nothing, work.now()));
            Ok(())
        };
        self.clinic.write(self.clinic.system(), queueing).await?;
        let alert = self.answer_with_item_nine(Name::Sam).await?;
        self.answer_the_alert(alert, Name::Sam).await?;
        for name in [Name::Sam, Name::Jo, Name::Eli] {
            self.answer_with_words(name).await?;
        }
        for name in [Name::Sam, Name::Jo, Name::Dana, Name::Eli, Name::Pat] {
            self.write_a_plan(name).await?;
            if name != Name::Dana {
                self.call_for_help(name).await?;
            }
        }
        self.see_something(Name::Jo, self.groups[&Ring::Therapy]).await?;
        // A job about nothing is tried until it is set aside.
        for tries in 0..JOB_TRIES_MAX {
            let pause = if tries == 0 { Span(0) } else { Span((JOB_PAUSE.0 << (tries - 1)) + 1_000) };
            self.come_to(self.clinic.app.clock().now() + pause).await?;
        }
        Ok(())
    }

    /// What somebody is asked now.
    pub async fn asked(&self, name: Name) -> Result<Vec<Assignment>> {
        let person = self.people[&name];
        self.act(name, async move |work| {
            let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
            asked_of(work, &grant, person).await
        })
        .await
    }

    /// Answers the questions by the pages, the last of them not with "not at all".
    async fn answer_with_item_nine(&mut self, name: Name) -> Result<AlertId> {
        let asked = self.asked(name).await?;
        let phq = asked.iter().find(|asked| asked.instrument.id == "phq-9").expect("the group asks the PHQ-9");
        let (at, mut tab) = (format!("/me/check-in/{}", phq.id), self.clinic.tab_of(self.people[&name]).await?);
        let questions: Vec<String> = (1..=9).map(|number| format!("q{number}")).collect();
        let answers = questions.iter().map(|question| (question.as_str(), "2"));
        let answers: Vec<_> = answers.chain([("form", "phq-9")]).collect();
        let kept = tab.post(&format!("{at}/all"), &answers).await;
        let reviewed = tab.get(&format!("{at}/review")).await;
        let sent = tab.post(&format!("{at}/review"), &[("once", &reviewed.field("once"))]).await;
        let alert = sent.location().strip_prefix("/me/alerts/").expect("help comes next").parse()?;
        let seen = tab.post(&format!("{}/seen", sent.location()), &[]).await;
        self.answers.extend([kept, reviewed, sent, seen]);
        Ok(alert)
    }

    /// Answers a questionnaire that leaves room for words.
    async fn answer_with_words(&mut self, name: Name) -> Result<()> {
        let ring = name.ring().unwrap_or(Ring::Therapy);
        let (group, person, now) = (self.groups[&ring], self.people[&name], self.clinic.app.clock().now());
        let asking = async move |work: &mut crate::work::Work<'_>| {
            let (opens_at, due_at) = (now, now + Span::days(1));
            let request = Request { group, person, session: None, instrument: "session-check-out", opens_at, due_at };
            assign(work, &request).await
        };
        let asked = self.act(ring.leader(), asking).await?.expect("it is not asked yet");
        let asides = ["one_change", "for_the_leader"]
            .map(|question| (question.to_owned(), Aside::Written(self.plant(name, What::Beside))));
        let items = Catalogue::built_in().get("session-check-out").expect("it is built in").items.len();
        let sheet = Sheet { key: id::random()?, positions: vec![Some(2); items], asides: asides.into() };
        self.act(name, async move |work| submit(work, asked, &sheet).await).await?;
        Ok(())
    }

    /// Taken, handed over, decided, looked at again, closed, and words added.
    async fn answer_the_alert(&mut self, alert: AlertId, of: Name) -> Result<()> {
        let mut words = [(); 5].map(|()| self.plant(of, What::Answer)).into_iter();
        let mut written = || Written::new("words", &words.next().unwrap_or_default());
        let (handing, deciding, reviewing, closing, adding) =
            (written()?, written()?, written()?, written()?, written()?);
        let cleo = self.people[&Name::Cleo];
        self.act(Name::Mara, async move |work| take(work, alert).await).await?;
        self.act(Name::Mara, async move |work| hand_over(work, alert, cleo, handing.clone()).await).await?;
        self.act(Name::Cleo, async move |work| {
            take(work, alert).await?;
            decide(work, alert, Level::Low, None, deciding.clone()).await?;
            for action in Level::Low.actions() {
                mark(work, alert, *action, Mark::Done).await?;
            }
            review(work, alert, reviewing.clone()).await?;
            close(work, alert, closing.clone()).await
        })
        .await?;
        self.act(Name::Mara, async move |work| add_words(work, alert, adding.clone()).await).await
    }

    async fn call_for_help(&mut self, name: Name) -> Result<()> {
        let (call, words) = (id::random()?, Written::new("words", &self.plant(name, What::Danger))?);
        let alert = self.act(name, async move |work| need_help(work, call, Some(words.clone())).await).await?;
        self.alerts.insert(name, alert);
        Ok(())
    }

    async fn see_something(&mut self, name: Name, group: GroupId) -> Result<()> {
        let (person, once) = (self.people[&name], id::random()?);
        let words = Written::new("words", &self.plant(name, What::Danger))?;
        self.act(Name::Mara, async move |work| observe(work, group, person, once, words.clone()).await).await?;
        Ok(())
    }

    async fn write_a_plan(&mut self, name: Name) -> Result<()> {
        let person = self.people[&name];
        let mut line = || self.plant(name, What::Plan);
        let plan = SafetyPlan {
            warning_signs: vec![line()],
            own_ways: vec![line()],
            places: vec![line()],
            people: vec![Contact { name: line(), phone: format!("1{}", line()) }],
            professionals: vec![Contact { name: line(), phone: line() }],
            surroundings: vec![line()],
            reasons: vec![line()],
            kept_at: line(),
            ..SafetyPlan::default()
        };
        self.act(name, async move |work| write_plan(work, person, 0, &plan).await).await?;
        Ok(())
    }
}
