//! Scenarios of strain and mending, on both engines.

use super::{Climate, Mending, State, Strain, Way, climate, mend, open_strains, strains};
use crate::access::Actor;
use crate::assessments::{Request, Sheet, assign, submit};
use crate::clock::Span;
use crate::groups::{Charter, Format, LeaderRole, Session, appoint, group, may_see};
use crate::identity::AccountKind;
use crate::limits::TEXT_CHARS_MAX;
use crate::practice::Role;
use crate::testing::{Circle, TestClinic, who};
use crate::work::Work;
use crate::{Error, Result, scenarios};

/// A member says how a session was, every item alike, on the next day.
async fn rate(clinic: &TestClinic, circle: &Circle, member: Actor, value: usize) -> Result<()> {
    clinic.pass(Span::days(1));
    let (group, person, now) = (circle.group, who(member), clinic.app.clock().now());
    let asking = async move |work: &mut Work<'_>| {
        let (opens_at, due_at) = (now, now + Span::days(1));
        assign(work, &Request { group, person, session: None, instrument: "session-check-out", opens_at, due_at }).await
    };
    let asked = clinic.write(circle.leader, asking).await?.expect("it is not asked yet");
    let mut key = [0; 16];
    key[..8].copy_from_slice(&now.0.to_be_bytes());
    let sheet = Sheet { key, positions: vec![Some(value); 5], ..Sheet::default() };
    clinic.write(member, async move |work| submit(work, asked, &sheet).await).await.map(|_| ())
}

async fn rate_all(clinic: &TestClinic, circle: &Circle, values: &[usize]) -> Result<()> {
    for value in values {
        rate(clinic, circle, circle.member, *value).await?;
    }
    Ok(())
}

async fn seen(clinic: &TestClinic, circle: &Circle) -> Result<Vec<Strain>> {
    let group = circle.group;
    clinic.read(circle.leader, async move |work| strains(work, group).await).await
}

async fn mended(clinic: &TestClinic, actor: Actor, circle: &Circle, words: &str) -> Result<()> {
    let rating = seen(clinic, circle).await?.first().map(|strain| strain.rupture.rating).expect("there is a strain");
    let (group, person) = (circle.group, circle.person());
    let mending = Mending { rating, way: Way::OwnPart, words: words.to_owned() };
    clinic.write(actor, async move |work| mend(work, group, person, &mending).await).await
}

async fn waiting(clinic: &TestClinic, circle: &Circle) -> Result<usize> {
    let id = circle.group;
    let reading = clinic.read(circle.leader, async move |work| {
        let grant = may_see(work, id).await?;
        let group = group(work, &grant, id).await?;
        open_strains(work, &group).await
    });
    Ok(reading.await?.len())
}

/// Somebody rates a session, every item alike.
async fn rate_session(clinic: &TestClinic, circle: &Circle, member: Actor, at: &Session, value: usize) -> Result<()> {
    let (group, person, session, now) = (circle.group, who(member), Some(at.id), clinic.app.clock().now());
    let asking = async move |work: &mut Work<'_>| {
        let (opens_at, due_at) = (now, now + Span::days(1));
        assign(work, &Request { group, person, session, instrument: "session-check-out", opens_at, due_at }).await
    };
    let asked = clinic.write(circle.leader, asking).await?.expect("it is not asked yet");
    let mut key = who(member).0;
    key[..8].copy_from_slice(&at.starts_at.0.to_be_bytes());
    let sheet = Sheet { key, positions: vec![Some(value); 5], ..Sheet::default() };
    clinic.write(member, async move |work| submit(work, asked, &sheet).await).await.map(|_| ())
}

scenarios! {
    async fn sessions_are_shown_on_the_whole_from_four_ratings_on_and_without_names(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let mut members = vec![circle.member];
        for called in ["Jo", "Kim", "Lee"] {
            let member = clinic.somebody(called).await?;
            circle.seat(&clinic, member, called).await?;
            members.push(member);
        }
        let sessions = circle.plan(&clinic, 4).await?;
        let seen = async || {
            let group = circle.group;
            clinic.read(circle.leader, async move |work| climate(work, group).await).await
        };
        for (session, value) in sessions.iter().zip([6, 7, 9]) {
            clinic.pass(session.ends_at - clinic.app.clock().now());
            assert_eq!(seen().await?, Climate::default(), "not before three sessions");
            for member in &members {
                rate_session(&clinic, &circle, *member, session, value).await?;
            }
        }
        let shown = seen().await?;
        assert_eq!(shown.means.iter().map(|(_, mean)| (mean.mean, mean.raters)).collect::<Vec<_>>(), [(6.0, 4), (7.0, 4), (9.0, 4)]);
        let said = shown.statement.as_ref().map(patterns::Statement::english);
        assert_eq!(said.as_deref(), Some("The latest session that four people or more rated: 9 on average, by 4 people; the sessions before, 6.5."));
        clinic.pass(sessions[3].ends_at - clinic.app.clock().now());
        for member in &members[..3] {
            rate_session(&clinic, &circle, *member, &sessions[3], 1).await?;
        }
        assert_eq!(seen().await?.means, shown.means, "three ratings would give away whose they are");
        circle.stands_up(&clinic, members[3]).await?;
        assert_eq!(seen().await?.means, shown.means, "what changed when somebody leaves would be their rating");
        let group = circle.group;
        let own = clinic.read(circle.member, async move |work| climate(work, group).await).await;
        assert_eq!(own, Err(Error::NotFound));
        let page = clinic.desk(circle.leader).await?.get(&format!("/care/groups/{group}/repairs")).await;
        assert!(page.body.contains("How sessions were on the whole") && page.body.contains("by 4 people"), "{}", page.body);
        Ok(())
    }

    async fn a_fall_opens_a_task_and_the_next_rating_closes_it(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        rate_all(&clinic, &circle, &[8, 8]).await?;
        assert!(seen(&clinic, &circle).await?.is_empty());
        rate_all(&clinic, &circle, &[5]).await?;
        let open = seen(&clinic, &circle).await?;
        assert_eq!(open.iter().map(|strain| (strain.called.as_str(), strain.rupture.state)).collect::<Vec<_>>(), [("Sam", State::Open)]);
        assert_eq!(open[0].course.iter().map(|(_, bond)| *bond).collect::<Vec<_>>(), [8.0, 8.0, 5.0]);
        assert_eq!(waiting(&clinic, &circle).await?, 1);
        mended(&clinic, circle.leader, &circle, "I had cut him off. I said so, and he told the rest.").await?;
        assert_eq!((seen(&clinic, &circle).await?[0].rupture.state, waiting(&clinic, &circle).await?), (State::Waiting, 0));
        rate_all(&clinic, &circle, &[8]).await?;
        let closed = seen(&clinic, &circle).await?.remove(0);
        assert_eq!((closed.rupture.state, closed.course.len()), (State::Mended, 4));
        assert_eq!(closed.done[0].words.as_deref(), Some("I had cut him off. I said so, and he told the rest."));
        assert_eq!(closed.done[0].way, Way::OwnPart);
        Ok(())
    }

    async fn a_second_fall_opens_it_again(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        rate_all(&clinic, &circle, &[8, 8, 4]).await?;
        mended(&clinic, circle.leader, &circle, "We talked.").await?;
        rate_all(&clinic, &circle, &[4]).await?;
        assert_eq!((seen(&clinic, &circle).await?[0].rupture.state, waiting(&clinic, &circle).await?), (State::Again, 1));
        mended(&clinic, circle.leader, &circle, "We met alone.").await?;
        let twice = seen(&clinic, &circle).await?.remove(0);
        assert_eq!((twice.rupture.state, twice.done.len()), (State::Waiting, 2));
        Ok(())
    }

    async fn a_repair_needs_words_and_an_open_strain(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        rate_all(&clinic, &circle, &[8, 8, 4]).await?;
        let rating = seen(&clinic, &circle).await?[0].rupture.rating;
        let field = format!("words-{rating}");
        assert_eq!(mended(&clinic, circle.leader, &circle, " ").await, Err(Error::invalid(field.clone(), "fault-empty")));
        let long = "x".repeat(TEXT_CHARS_MAX + 1);
        assert_eq!(mended(&clinic, circle.leader, &circle, &long).await, Err(Error::invalid(field, "fault-long")));
        mended(&clinic, circle.leader, &circle, "We talked.").await?;
        assert_eq!(mended(&clinic, circle.leader, &circle, "Again.").await, Err(Error::Conflict("repairs-conflict-not-open")));
        let (group, jo) = (circle.group, clinic.somebody("Jo").await?);
        circle.seat(&clinic, jo, "Jo").await?;
        let of_another = Mending { rating, way: Way::Ask, words: "We talked.".to_owned() };
        let mending = clinic.write(circle.leader, async move |work| mend(work, group, who(jo), &of_another).await).await;
        assert_eq!(mending, Err(Error::NotFound), "the rating is not theirs");
        Ok(())
    }

    async fn nobody_else_learns_of_a_strain(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        rate_all(&clinic, &circle, &[8, 8, 4]).await?;
        let group = circle.group;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let kit = clinic.colleague("Kit", &[Role::Clinician]).await?;
        for actor in [circle.member, jo, kit, clinic.facilitator().await?, clinic.administrator().await?, clinic.system()] {
            assert_eq!(clinic.read(actor, async move |work| strains(work, group).await.map(|_| ())).await, Err(Error::NotFound));
            assert_eq!(mended(&clinic, actor, &circle, "We talked.").await, Err(Error::NotFound));
        }
        let vera = clinic.colleague("Vera", &[Role::Supervisor]).await?;
        let mara = clinic.signed_in(who(circle.leader));
        clinic.write(mara, async move |work| appoint(work, group, who(vera), LeaderRole::Supervisor).await).await?;
        assert_eq!(clinic.read(vera, async move |work| strains(work, group).await).await?.len(), 1);
        assert_eq!(mended(&clinic, vera, &circle, "We talked.").await, Err(Error::NotFound));
        Ok(())
    }

    async fn a_support_group_knows_no_strains(clinic: TestClinic) {
        let founder = clinic.clinician().await?;
        let group = clinic.group(founder, Charter::support(), Format::Open, 8).await?;
        assert_eq!(clinic.read(founder, async move |work| strains(work, group).await.map(|_| ())).await, Err(Error::NotFound));
        Ok(())
    }

    async fn a_strain_is_mended_on_a_page(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        rate_all(&clinic, &circle, &[8, 8, 4]).await?;
        let (path, mut tab) = (format!("/care/groups/{}/repairs", circle.group), clinic.desk(circle.leader).await?);
        assert!(tab.get("/care").await.body.contains(&format!("href=\"{path}\"")), "Today leads there");
        let page = tab.get(&path).await;
        for words in ["the bond as a whole fell to 4", "Their own mean until then was 8", "Say your own part", "No member is told of it"] {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let (rating, to) = (page.field("rating"), format!("{path}/{}", circle.person()));
        let (way, words) = (format!("way-{rating}"), format!("words-{rating}"));
        let silent = tab.post(&to, &[("rating", rating.as_str()), (way.as_str(), "1"), (words.as_str(), "")]).await;
        assert_eq!(silent.status, 422);
        assert_eq!(tab.post(&to, &[]).await.status, 422);
        let all = [("rating", rating.as_str()), (way.as_str(), "1"), (words.as_str(), "Asked, and listened.")];
        assert_eq!(tab.post(&to, &all).await.status, 303);
        assert_eq!(tab.post(&to, &all).await.status, 409);
        assert!(tab.get(&path).await.body.contains("Asked, and listened."));
        let mut phone = clinic.tab_for(circle.member, AccountKind::Member).await?;
        assert_eq!(phone.get(&path).await.status, 404);
        Ok(())
    }
}
