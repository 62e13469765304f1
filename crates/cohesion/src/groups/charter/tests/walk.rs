//! What a charter forbids, no page shows to anybody and no act or job brings about, on both engines.

use super::super::{Capability, Charter};
use super::{FORBIDDEN_IN_SUPPORT, support};
use crate::access::{About, Actor, Deed, Standing};
use crate::assessments::{Request, Template, asked_of, assign, set_battery};
use crate::clock::Span;
use crate::door::{Door, PublicWords, Showing, Visibility, open_door, show_group};
use crate::enrolment::{Enquirer, Enquiry, Screening, Source, Structured, WhoJoins, enquire, open_joining, screen};
use crate::groups::{Format, GroupState, LeaderRole, Series, advance, appoint, may_run, plan_series, take_seat};
use crate::id::{self, EnrolmentId, GroupId, PersonId, SessionId};
use crate::identity::AccountKind;
use crate::practice::Role;
use crate::router::routes;
use crate::safety::{AlertId, Days, Duty, Hours, arrange_duty, need_help};
use crate::sessions::{Mark, Presence, mark, send_word};
use crate::testing::staff::profile;
use crate::testing::{Answer, Tab, TestClinic, who};
use crate::work::Work;
use crate::{Error, Result, scenarios};

/// The routes that belong to a capability. What varies in a path stands for the group's own member, session, concern or way.
pub(super) const ROUTES: &[(Capability, &str, &str)] = &[
    (Capability::OutcomeMeasures, "GET", "/care/groups/{group}/measures"),
    (Capability::OutcomeMeasures, "GET", "/care/groups/{group}/questions"),
    (Capability::OutcomeMeasures, "POST", "/care/groups/{group}/questions"),
    (Capability::OutcomeMeasures, "POST", "/care/groups/{group}/questions/ask"),
    (Capability::OutcomeMeasures, "GET", "/care/people/{person}/progress"),
    (Capability::OutcomeMeasures, "GET", "/care/groups/{group}/repairs"),
    (Capability::OutcomeMeasures, "POST", "/care/groups/{group}/repairs/{person}"),
    (Capability::TreatmentGoals, "GET", "/care/groups/{group}/goals"),
    (Capability::TreatmentGoals, "POST", "/care/groups/{group}/aims"),
    (Capability::TreatmentGoals, "GET", "/care/people/{person}/goals"),
    (Capability::TreatmentGoals, "GET", "/care/people/{person}/goals/new"),
    (Capability::TreatmentGoals, "POST", "/care/people/{person}/goals"),
    (Capability::TreatmentGoals, "GET", "/me/goals/new"),
    (Capability::TreatmentGoals, "POST", "/me/goals"),
    (Capability::StructuredScreening, "POST", "/care/groups/{group}/apart"),
    (Capability::RiskLevels, "POST", "/care/risk/{alert}/level"),
    (Capability::MemberNotes, "GET", "/care/sessions/{session}/notes"),
    (Capability::MemberNotes, "POST", "/care/sessions/{session}/notes"),
    (Capability::MemberNotes, "GET", "/care/people/{person}/notes"),
    (Capability::TherapistFeedback, "GET", "/care/people/{person}/letters"),
    (Capability::TherapistFeedback, "POST", "/care/people/{person}/letters"),
    (Capability::TherapistFeedback, "GET", "/care/groups/{group}/talks"),
    (Capability::ProcessNotes, "GET", "/care/sessions/{session}/process"),
    (Capability::ProcessNotes, "POST", "/care/sessions/{session}/process"),
    (Capability::ProcessNotes, "GET", "/care/sessions/{session}/briefs"),
    (Capability::ProcessNotes, "POST", "/care/sessions/{session}/briefs"),
    (Capability::ProcessNotes, "POST", "/care/sessions/{session}/run/note"),
    (Capability::Fidelity, "GET", "/care/sessions/{session}/fidelity"),
    (Capability::Fidelity, "POST", "/care/sessions/{session}/fidelity"),
    (Capability::Fidelity, "GET", "/care/groups/{group}/fidelity"),
    (Capability::MemberAttendance, "POST", "/care/sessions/{session}/run/mark"),
    (Capability::MemberWords, "GET", "/care/groups/{group}/between"),
    (Capability::MemberWords, "POST", "/care/groups/{group}/between"),
    (Capability::MemberWords, "GET", "/me/groups/{group}/between"),
    (Capability::MemberWords, "POST", "/me/groups/{group}/between"),
    (Capability::PlannedEnding, "GET", "/me/groups/{group}/evaluation"),
    (Capability::PlannedEnding, "POST", "/me/groups/{group}/evaluation"),
    (Capability::PlannedEnding, "GET", "/care/groups/{group}/ending"),
    (Capability::PlannedEnding, "POST", "/care/groups/{group}/ending"),
    (Capability::PlannedEnding, "POST", "/care/groups/{group}/ending/members"),
    (Capability::PlannedEnding, "GET", "/care/groups/{group}/evaluation"),
    (Capability::PlannedEnding, "GET", "/care/groups/{group}/summaries/{person}"),
    (Capability::PlannedEnding, "POST", "/care/groups/{group}/summaries/{person}"),
    (Capability::LegalHold, "GET", "/care/groups/{group}/hold"),
    (Capability::LegalHold, "POST", "/care/groups/{group}/hold"),
    (Capability::LegalHold, "POST", "/care/people/{person}/hold"),
    (Capability::MemberAttendance, "POST", "/care/sessions/{session}/attendance"),
    (Capability::MemberAttendance, "POST", "/me/sessions/{session}/away"),
];

/// The routes that belong to a meeting as only a support group has it.
const MEETING_ROUTES: &[(Capability, &str, &str)] = &[
    (Capability::MeetingScript, "GET", "/care/groups/{group}/readings"),
    (Capability::MeetingScript, "POST", "/care/groups/{group}/readings"),
    (Capability::MeetingScript, "POST", "/care/sessions/{session}/floor/topic"),
    (Capability::IncidentForm, "GET", "/care/sessions/{session}/incident"),
    (Capability::IncidentForm, "POST", "/care/sessions/{session}/incident"),
];

/// The routes of the ways into a support group and out of it, and of what somebody there keeps for themselves.
const COMPANY_ROUTES: &[(Capability, &str, &str)] = &[
    (Capability::SelfJoin, "GET", "/welcome/groups/{group}/join"),
    (Capability::SelfJoin, "POST", "/welcome/groups/{group}/join"),
    (Capability::SelfJoin, "POST", "/me/onward/{group}/join"),
    (Capability::SelfJoin, "POST", "/care/groups/{group}/door/joining"),
    (Capability::HandOver, "GET", "/lead/groups/{group}/hand-over"),
    (Capability::HandOver, "POST", "/lead/groups/{group}/hand-over"),
    (Capability::PrivateSelfCheck, "POST", "/me/self-checks"),
];

/// All that only a support group has.
pub(super) fn support_routes() -> impl Iterator<Item = &'static (Capability, &'static str, &'static str)> {
    MEETING_ROUTES.iter().chain(COMPANY_ROUTES).chain(support::ROUTES)
}

/// A running group with a member, a session, somebody on the way in, and a concern that somebody on duty was told of.
pub(super) struct Scene {
    pub founder: Actor,
    omar: Actor,
    pub member: Actor,
    pub group: GroupId,
    session: SessionId,
    enrolment: EnrolmentId,
    alert: AlertId,
}

pub(super) async fn scene(clinic: &TestClinic, charter: Charter) -> Result<Scene> {
    let founder = clinic.clinician().await?;
    let group = clinic.group(founder, charter, Format::Open, 8).await?;
    let member = clinic.somebody("Sam").await?;
    let seating = async move |work: &mut Work<'_>| {
        let grant = may_run(work, group).await?;
        let about = work.about(&grant, who(member));
        take_seat(work, &about, group, who(member), "Sam").await?;
        advance(work, group, GroupState::Running).await?;
        let first = jiff::civil::date(2026, 11, 25).at(18, 0, 0, 0);
        let sessions = plan_series(work, group, Series { first, minutes: 90, count: 1, every_weeks: 1 }).await?;
        Ok(sessions[0].id)
    };
    let session = clinic.write(founder, seating).await?;
    let enquirer = Enquirer::New(profile("Kim"));
    let enrolment = clinic.write(founder, async move |work| enquire(work, group, &enquirer, &asking()).await).await?;
    let omar = clinic.colleague("Omar", &[Role::Clinician]).await?;
    let duty = duty_of(omar, founder);
    clinic.write(clinic.system(), async move |work| arrange_duty(work, Some(group), &duty).await).await?;
    let call = id::random()?;
    let alert = clinic.write(member, async move |work| need_help(work, call, None).await).await?;
    Ok(Scene { founder, omar, member, group, session, enrolment, alert })
}

fn duty_of(reader: Actor, backup: Actor) -> Duty {
    let hours = Hours { days: Days::WORKING, from_minute: 540, until_minute: 1_020, zone: "Europe/Dublin".to_owned() };
    let (acknowledge_within, decide_within) = (Span::minutes(30), Span::hours(24));
    Duty { reader: who(reader), backup: who(backup), hours, acknowledge_within, decide_within }
}

fn asking() -> Enquiry {
    let (topic, access, times, told) = (String::new(), String::new(), String::new(), String::new());
    Enquiry { source: Source::Oneself, topic, access, times, told, clinical: None }
}

/// The door is open, and the group is shown at it.
async fn show(clinic: &TestClinic, scene: &Scene) -> Result<()> {
    let group = scene.group;
    clinic.write(clinic.system(), async |work| open_door(work, Door::Open).await).await?;
    let words = PublicWords { title: "An evening".to_owned(), about: "Come".to_owned(), ..PublicWords::default() };
    let showing = Showing { words, visibility: Visibility::Shown };
    clinic.write(scene.founder, async move |work| show_group(work, group, &showing).await.map(drop)).await
}

impl Scene {
    fn person(&self) -> PersonId {
        who(self.member)
    }

    fn path(&self, pattern: &str) -> String {
        pattern
            .replace("{group}", &self.group.to_string())
            .replace("{person}", &self.person().to_string())
            .replace("{alert}", &self.alert.to_string())
            .replace("{session}", &self.session.to_string())
            .replace("{enrolment}", &self.enrolment.to_string())
    }

    /// Asks for a route as somebody would who fills its form in.
    pub async fn ask(&self, tab: &mut Tab, method: &str, pattern: &str) -> Answer {
        if method == "GET" {
            return tab.get(&self.path(pattern)).await;
        }
        let person = self.person().to_string();
        let presence = format!("presence-{person}");
        let fields = [
            ("level", "noted"),
            ("rationale", "We talked."),
            ("template", "low-mood"),
            ("instrument", "phq-9"),
            ("person", &person),
            ("one", &person),
            ("other", &person),
            ("reason", "They were married"),
            ("member", &person),
            (&presence, "present"),
        ];
        tab.post(&self.path(pattern), &fields).await
    }

    /// Everybody who has anything to do with the support group or the practice, each in a tab.
    pub async fn everybody(&self, clinic: &TestClinic) -> Result<Vec<(&'static str, Tab)>> {
        let group = self.group;
        let finn = clinic.facilitator().await?;
        clinic
            .write(self.founder, async move |work| appoint(work, group, who(finn), LeaderRole::Facilitator).await)
            .await?;
        let mut tabs = self.everybody_who_can(clinic).await?;
        tabs.push(("facilitator", clinic.desk(finn).await?));
        Ok(tabs)
    }

    /// The same without a facilitator, whom a therapy group has not.
    pub async fn everybody_who_can(&self, clinic: &TestClinic) -> Result<Vec<(&'static str, Tab)>> {
        let mut tabs = vec![
            ("founder", clinic.desk(self.founder).await?),
            ("clinician on duty", clinic.desk(self.omar).await?),
            ("member", clinic.tab_for(self.member, AccountKind::Member).await?),
            ("stranger", clinic.tab_for(clinic.somebody("Lee").await?, AccountKind::Member).await?),
        ];
        for (part, role) in
            [("supervisor", Role::Supervisor), ("scheduler", Role::Scheduler), ("administrator", Role::Administrator)]
        {
            tabs.push((part, clinic.desk(clinic.colleague(part, &[role]).await?).await?));
        }
        Ok(tabs)
    }
}

/// A first talk as only a therapy group has it.
fn clinical_talk() -> Screening {
    let (focus, expectations, among_others) = Default::default();
    let (risk, practical, others) = Default::default();
    Screening::Structured(Box::new(Structured { focus, expectations, among_others, risk, practical, others }))
}

#[test]
fn the_walk_knows_only_routes_that_there_are() {
    let routes = routes();
    for (capability, method, path) in ROUTES.iter().chain(support_routes()) {
        let is_clinical = ROUTES.iter().any(|(_, _, clinical)| clinical == path);
        assert_eq!(FORBIDDEN_IN_SUPPORT.contains(capability), is_clinical, "{capability:?}");
        let known = routes.inventory().iter().any(|route| route.method == *method && route.path == *path);
        assert!(known, "{method} {path} is no route any more");
    }
}

scenarios! {
    async fn what_a_support_group_must_not_have_is_absent_for_everybody(clinic: TestClinic) {
        let scene = scene(&clinic, Charter::support()).await?;
        for (part, mut tab) in scene.everybody(&clinic).await? {
            for (capability, method, path) in ROUTES {
                let answer = scene.ask(&mut tab, method, path).await;
                assert_eq!(answer.status, 404, "{capability:?}: {method} {path} as {part}");
            }
        }
        for (_, method, path) in ROUTES {
            let nobody = scene.ask(&mut clinic.tab(), method, path).await;
            assert!(nobody.location().starts_with("/sign-in"), "{method} {path}: {}", nobody.status);
        }
        Ok(())
    }

    async fn the_same_routes_are_there_in_a_therapy_group(clinic: TestClinic) {
        let scene = scene(&clinic, Charter::therapy()).await?;
        let mut desk = clinic.desk(scene.founder).await?;
        let mut phone = clinic.tab_for(scene.member, AccountKind::Member).await?;
        for (_, method, path) in ROUTES {
            let tab = if path.starts_with("/me/") { &mut phone } else { &mut desk };
            let answer = scene.ask(tab, method, path).await;
            assert_ne!(answer.status, 404, "{method} {path}");
        }
        Ok(())
    }

    async fn what_only_a_support_group_has_is_absent_in_a_therapy_group_for_everybody(clinic: TestClinic) {
        let scene = scene(&clinic, Charter::therapy()).await?;
        show(&clinic, &scene).await?;
        for (part, mut tab) in scene.everybody_who_can(&clinic).await? {
            for (capability, method, path) in support_routes() {
                let answer = scene.ask(&mut tab, method, path).await;
                assert_eq!(answer.status, 404, "{capability:?}: {method} {path} as {part}");
            }
        }
        Ok(())
    }

    async fn what_a_support_group_alone_has_is_there_for_those_who_facilitate_it(clinic: TestClinic) {
        let mut facilitated = 0;
        let support = scene(&clinic, Charter::support()).await?;
        for (part, mut tab) in support.everybody(&clinic).await? {
            for (_, method, path) in MEETING_ROUTES {
                let is_there = support.ask(&mut tab, method, path).await.status != 404;
                assert!(!is_there || ["founder", "facilitator"].contains(&part), "{method} {path} as {part}");
                facilitated += usize::from(is_there && part == "facilitator");
            }
        }
        assert_eq!(facilitated, MEETING_ROUTES.len());
        Ok(())
    }

    async fn what_only_a_support_group_has_is_there_in_one(clinic: TestClinic) {
        let scene = scene(&clinic, Charter::support()).await?;
        show(&clinic, &scene).await?;
        let group = scene.group;
        clinic.write(scene.founder, async move |work| open_joining(work, group, WhoJoins::Everybody).await).await?;
        let (mut desk, mut phone) = (clinic.desk(scene.founder).await?, clinic.tab_for(clinic.somebody("Lee").await?, AccountKind::Member).await?);
        let (mut nobody, mut member) = (clinic.tab(), clinic.tab_for(scene.member, AccountKind::Member).await?);
        for (capability, method, path) in COMPANY_ROUTES {
            let tab = match path.split('/').nth(1) {
                _ if *capability == Capability::PrivateSelfCheck => &mut member,
                Some("me") => &mut phone,
                Some("welcome") => &mut nobody,
                _ => &mut desk,
            };
            let answer = scene.ask(tab, method, path).await;
            assert!(answer.status != 404 && !answer.location().starts_with("/sign-in"), "{method} {path}: {}", answer.status);
        }
        Ok(())
    }

    async fn a_support_groups_own_pages_hold_nothing_clinical(clinic: TestClinic) {
        let scene = scene(&clinic, Charter::support()).await?;
        let pages = ["/care/groups/{group}", "/care/groups/{group}/people", "/care/groups/{group}/sessions", "/care/groups/{group}/leaders",
            "/care/enrolments/{enrolment}", "/care/enrolments/{enrolment}/screening", "/care/sessions/{session}", "/care/risk/{alert}",
            "/care/people/{person}", "/care/people/{person}/risk", "/care/sessions/{session}/floor", "/me/sessions/{session}/meeting"];
        let words = ["{group}/measures", "{group}/questions", "{group}/goals", "{person}/goals", "{person}/letters", "{group}/talks", "{person}/progress\"", "/notes\"", "/process\"", "/care/supervision", "/level\"", "name=\"suicidal\"", "name=\"diagnosis\"",
            "name=\"presence-", "How the group is put together", "must not meet", "Supervises", "Co-leads"];
        for (part, mut tab) in scene.everybody(&clinic).await? {
            for page in pages {
                let answer = tab.get(&scene.path(page)).await;
                let found = words.iter().find(|word| answer.body.contains(&scene.path(word)));
                assert!(found.is_none(), "{found:?} on {page} as {part}");
            }
        }
        let mut desk = clinic.tab_of(who(scene.founder)).await?;
        assert!(pages.len() == 12 && desk.get(&scene.path(pages[0])).await.status == 200);
        Ok(())
    }

    async fn no_act_and_no_job_brings_about_what_a_support_group_must_not_have(clinic: TestClinic) {
        let Scene { founder, member, group, session, enrolment, .. } = scene(&clinic, Charter::support()).await?;
        let person = who(member);
        for actor in [founder, clinic.system()] {
            let battery = Template::LowMood.battery();
            let asked = clinic.write(actor, async move |work| set_battery(work, group, &battery).await).await;
            assert_eq!(asked, Err(Error::NotFound));
            let asked = clinic.write(actor, async move |work| {
                let (opens_at, due_at) = (work.now(), work.now() + Span::days(1));
                let request = Request { group, person, session: None, instrument: "gad-7", opens_at, due_at };
                assign(work, &request).await.map(|_| ())
            });
            assert_eq!(asked.await, Err(Error::NotFound));
            let came = Mark { person, presence: Presence::Present, minutes: 90, words: None };
            let marked = clinic.write(actor, async move |work| mark(work, session, &came).await).await;
            assert_eq!(marked, Err(Error::NotFound));
        }
        let talk = clinic.write(founder, async move |work| screen(work, enrolment, &clinical_talk()).await).await;
        assert!(talk.is_err(), "{talk:?}");
        let word = clinic.write(member, async move |work| send_word(work, session, None).await).await;
        assert_eq!(word, Err(Error::NotFound));
        clinic.run_jobs().await?;
        clinic.pass(Span::hours(2));
        clinic.run_jobs().await?;
        let asked = clinic.read(member, async move |work| {
            let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
            Ok(asked_of(work, &grant, person).await?.len())
        });
        assert_eq!(asked.await?, 0, "the session is near, and nothing is asked");
        Ok(())
    }
}
