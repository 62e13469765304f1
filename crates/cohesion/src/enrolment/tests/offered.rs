//! What a page offers can be done: every link and every form on the pages of each part in the practice is answered.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{
    Countersign, Enquirer, Enquiry, Outcome, Screening, Stage, Suitability, decide, enquire, hold, offer_to, screen,
};
use super::joining::help_lines;
use super::{accepted, asking, decided, enquired, now, outcome, own_steps, prepared, screened, seated, waiting};
use crate::Result;
use crate::access::Actor;
use crate::assessments::{Template, set_battery};
use crate::clock::Span;
use crate::groups::{Charter, Format, LeaderRole, Series, appoint, plan_series};
use crate::id::{self, EnrolmentId, GroupId, PersonId};
use crate::practice::Role;
use crate::safety::{SafetyPlan, Written, need_help, observe, take, write_plan};
use crate::scenarios;
use crate::testing::staff::profile;
use crate::testing::{Answer, Tab, TestClinic, who};
use crate::work::Work;

/// What is not followed: the front door, which leads here, and what ends the sign-in of whoever follows it.
const NOT_FOLLOWED: [&str; 4] = ["/", "/leave", "/sign-out", "/settings/logins/end"];

/// A practice with somebody at every point of a therapy group and of a support group.
struct House {
    mara: Actor,
    ines: Actor,
    finn: Actor,
    sofia: Actor,
}

async fn house(clinic: &TestClinic) -> Result<House> {
    help_lines(clinic).await?;
    let mara = clinic.clinician().await?;
    let finn = clinic.facilitator().await?;
    let ines = clinic.colleague("Ines", &[Role::Supervisor]).await?;
    let sofia = clinic.colleague("Sofia", &[Role::Scheduler]).await?;
    therapy(clinic, mara, ines).await?;
    support(clinic, mara, finn).await?;
    Ok(House { mara, ines, finn, sofia })
}

async fn therapy(clinic: &TestClinic, mara: Actor, ines: Actor) -> Result<()> {
    let group = clinic.group(mara, Charter::therapy(), Format::SlowOpen, 8).await?;
    appointed(clinic, mara, group, ines, LeaderRole::Supervisor).await?;
    let battery = Template::LowMood.battery();
    clinic.write(mara, async move |work| set_battery(work, group, &battery).await).await?;
    enquired(clinic, mara, group, "Ana").await?;
    screened(clinic, mara, group, "Bea").await?;
    let asked = screened(clinic, mara, group, "Cas").await?;
    let waits =
        async move |work: &mut Work<'_>| decide(work, asked, &decided(Outcome::Accept), Countersign::Asked).await;
    clinic.write(mara, waits).await?;
    waiting(clinic, mara, group, "Dan").await?;
    let offered = waiting(clinic, mara, group, "Eve").await?;
    clinic.write(mara, async move |work| offer_to(work, offered).await.map(|_| ())).await?;
    accepted(clinic, mara, group, "Fay").await?;
    let ready = accepted(clinic, mara, group, "Gil").await?;
    prepared(clinic, mara, ready).await?;
    let gus = seated(clinic, mara, group, "Gus").await?;
    let hal = seated(clinic, mara, group, "Hal").await?;
    let until = clinic.app.clock().now() + Span::days(7);
    clinic.write(mara, async move |work| hold(work, hal, until, "On a journey").await).await?;
    let (gus, hal) = (now(clinic, gus).await?.person, now(clinic, hal).await?.person);
    planned(clinic, mara, group).await?;
    in_danger(clinic, mara, group, gus, hal).await
}

/// One concern that waits, one that was taken, and a plan.
async fn in_danger(clinic: &TestClinic, leader: Actor, group: GroupId, one: PersonId, other: PersonId) -> Result<()> {
    let call = id::random()?;
    clinic.write(clinic.signed_in(one), async move |work| need_help(work, call, None).await).await?;
    let (key, seen) = (id::random()?, Written::new("words", "He gave his things away.")?);
    let id = clinic.write(leader, async move |work| observe(work, group, other, key, seen.clone()).await).await?;
    clinic.write(leader, async move |work| take(work, id).await).await?;
    let plan = SafetyPlan { warning_signs: vec!["I stop answering".to_owned()], ..SafetyPlan::default() };
    clinic.write(clinic.signed_in(one), async move |work| write_plan(work, one, 0, &plan).await).await?;
    Ok(())
}

async fn support(clinic: &TestClinic, mara: Actor, finn: Actor) -> Result<()> {
    let group = clinic.group(mara, Charter::support(), Format::Open, 8).await?;
    appointed(clinic, mara, group, finn, LeaderRole::Facilitator).await?;
    asks(clinic, finn, group, "Jan").await?;
    suits(clinic, finn, group, "Kai").await?;
    let waits = suits(clinic, finn, group, "Lou").await?;
    outcome(clinic, finn, waits, Outcome::Waitlist).await?;
    let (one, other) = (belongs(clinic, finn, group, "Max").await?, belongs(clinic, finn, group, "Noa").await?);
    planned(clinic, finn, group).await?;
    in_danger(clinic, finn, group, one, other).await
}

async fn appointed(clinic: &TestClinic, by: Actor, group: GroupId, actor: Actor, role: LeaderRole) -> Result<()> {
    clinic.write(by, async move |work| appoint(work, group, who(actor), role).await).await
}

async fn planned(clinic: &TestClinic, leader: Actor, group: GroupId) -> Result<()> {
    let series =
        Series { first: jiff::civil::date(2026, 12, 1).at(18, 0, 0, 0), minutes: 90, count: 2, every_weeks: 1 };
    clinic.write(leader, async move |work| plan_series(work, group, series).await.map(|_| ())).await
}

async fn asks(clinic: &TestClinic, finn: Actor, group: GroupId, called: &str) -> Result<EnrolmentId> {
    let (enquirer, enquiry) = (Enquirer::New(profile(called)), Enquiry { clinical: None, ..asking() });
    clinic.write(finn, async move |work| enquire(work, group, &enquirer, &enquiry).await).await
}

async fn suits(clinic: &TestClinic, finn: Actor, group: GroupId, called: &str) -> Result<EnrolmentId> {
    let id = asks(clinic, finn, group, called).await?;
    let learned = Screening::Suitability(Suitability { knows_it_is_not_treatment: true, ..Suitability::default() });
    clinic.write(finn, async move |work| screen(work, id, &learned).await).await?;
    Ok(id)
}

async fn belongs(clinic: &TestClinic, finn: Actor, group: GroupId, called: &str) -> Result<PersonId> {
    let id = suits(clinic, finn, group, called).await?;
    outcome(clinic, finn, id, Outcome::Accept).await?;
    own_steps(clinic, id, called).await?;
    let way = now(clinic, id).await?;
    assert_eq!(way.stage, Stage::Seated);
    Ok(way.person)
}

/// A form that a page holds: where it goes, and the fields that go with it unseen.
type Sent = (String, Vec<(String, String)>);

/// Everything that a person in this tab comes to by links, from `start` on; and every form that stands there.
async fn walk(tab: &mut Tab, start: &str) -> (BTreeMap<String, Answer>, BTreeSet<Sent>) {
    let (mut seen, mut forms, mut ahead) = (BTreeMap::new(), BTreeSet::new(), vec![start.to_owned()]);
    while let Some(path) = ahead.pop() {
        if seen.contains_key(&path) || NOT_FOLLOWED.contains(&path.as_str()) {
            continue;
        }
        let answer = tab.get(&path).await;
        let led_to = std::iter::once(answer.location()).filter(|to| !to.is_empty()).map(str::to_owned);
        ahead.extend(led_to.chain(links(&answer.body)));
        forms.extend(forms_on(&answer.body));
        seen.insert(path, answer);
    }
    (seen, forms)
}

fn links(body: &str) -> impl Iterator<Item = String> {
    let hrefs = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    hrefs.filter(|href| href.starts_with('/') && !href.starts_with("/a/")).map(|href| href.replace("&amp;", "&"))
}

fn forms_on(body: &str) -> Vec<Sent> {
    let value = |tag: &str, name: &str| {
        let after = tag.split(&format!("{name}=\"")).nth(1)?;
        Some(after.split('"').next()?.replace("&amp;", "&"))
    };
    let mut found = Vec::new();
    for form in body.split("<form").skip(1).filter_map(|rest| rest.split("</form>").next()) {
        let tag = form.split('>').next().unwrap_or_default();
        let Some(action) = value(tag, "action").filter(|_| tag.contains("method=\"post\"")) else { continue };
        let hidden = form.split("<input type=\"hidden\"").skip(1).filter_map(|rest| rest.split('>').next());
        let fields = hidden.filter_map(|tag| Some((value(tag, "name")?, value(tag, "value")?))).collect();
        if !NOT_FOLLOWED.contains(&action.as_str()) {
            found.push((action, fields));
        }
    }
    found
}

/// Sends every form as it stands: first the contacts, which are no leader's any more once a way has ended; at the end what
/// changes whether a group lives and who leads it, oneself last.
async fn send_all(tab: &mut Tab, me: PersonId, forms: BTreeSet<Sent>) -> Vec<(String, u16)> {
    let mut forms: Vec<Sent> = forms.into_iter().collect();
    let is_me = |fields: &[(String, String)]| fields.iter().any(|(_, value)| *value == me.to_string());
    forms.sort_by_key(|(action, fields)| {
        let relieves = action.ends_with("/relieve");
        (relieves && is_me(fields), relieves, action.ends_with("/state"), !action.ends_with("/contacts"))
    });
    let mut sent = Vec::new();
    for (action, fields) in forms {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let status = tab.post(&action, &fields).await.status.as_u16();
        sent.push((action, status));
    }
    sent
}

/// Walks everything and sends everything; nothing of it may be absent. Answers the pages by their paths.
async fn all_is_answered(clinic: &TestClinic, actor: Actor) -> Result<BTreeMap<String, Answer>> {
    let mut tab = clinic.desk(actor).await?;
    let (pages, forms) = walk(&mut tab, "/care").await;
    for (path, answer) in &pages {
        assert!(answer.status.is_success() || answer.status.is_redirection(), "{path}: {}", answer.status);
    }
    for (action, status) in send_all(&mut tab, who(actor), forms).await {
        assert!(status != 404 && status < 500, "{action}: {status}");
    }
    Ok(pages)
}

/// Whether one of the pages holds this.
fn holds(pages: &BTreeMap<String, Answer>, text: &str) -> bool {
    pages.values().any(|page| page.body.contains(text))
}

scenarios! {
    async fn whatever_a_leader_is_offered_is_there(clinic: TestClinic) {
        let House { mara, .. } = house(&clinic).await?;
        let pages = all_is_answered(&clinic, mara).await?;
        for there in ["I take this", "Plan them", "Write down an enquiry", "Offer them a place now", "Found a group", "Ask now"] {
            assert!(holds(&pages, there), "{there}");
        }
        assert!(pages.len() > 40, "{}", pages.len());
        Ok(())
    }

    async fn whatever_a_supervisor_is_offered_is_there_and_it_is_to_read(clinic: TestClinic) {
        let House { ines, .. } = house(&clinic).await?;
        let pages = all_is_answered(&clinic, ines).await?;
        for there in ["Tuesday group", "Pressed “I need help”", "Low mood", "Ana", "/progress", "I stop answering"] {
            assert!(holds(&pages, there), "{there}");
        }
        for absent in ["I take this", "Plan them", "Write down an enquiry", "Invite them", "Give them their seat", "Found a group"] {
            assert!(!holds(&pages, absent), "{absent}");
        }
        Ok(())
    }

    async fn whatever_a_facilitator_is_offered_is_there_and_nothing_is_clinical(clinic: TestClinic) {
        let House { finn, .. } = house(&clinic).await?;
        let pages = all_is_answered(&clinic, finn).await?;
        for there in ["I take this", "Plan them", "Write down an enquiry", "Found a group", "Kai"] {
            assert!(holds(&pages, there), "{there}");
        }
        for absent in ["/questions", "/progress", "Level, in your judgement"] {
            assert!(!holds(&pages, absent), "{absent}");
        }
        assert!(pages.keys().all(|path| !path.ends_with("/measures") || path == "/care/measures"));
        Ok(())
    }

    async fn whatever_a_scheduler_is_offered_is_there_and_no_name_of_a_trouble(clinic: TestClinic) {
        let House { sofia, .. } = house(&clinic).await?;
        let pages = all_is_answered(&clinic, sofia).await?;
        let list = &pages["/care/groups"].body;
        assert!(list.contains("Tuesday group") && list.contains("places taken"), "{list}");
        assert!(holds(&pages, "Plan them"), "dates are theirs to plan");
        // The library is about nobody.
        let pages: BTreeMap<_, _> = pages.into_iter().filter(|(path, _)| !path.starts_with("/care/library")).collect();
        for absent in ["Low mood", "CBT", "Found a group", "Ana", "I need help"] {
            assert!(!holds(&pages, absent), "{absent}");
        }
        Ok(())
    }
}
