//! A thread is opened, read, paged, searched and erased.

use super::*;
use crate::groups::give_up_seat;
use crate::limits::POSTS_ON_A_PAGE;
use crate::sharing::{close, find, post, show_to, threads};
use crate::testing::Circle;
use crate::{Error, Fault, scenarios};

scenarios! {
    async fn a_thread_is_read_by_its_group_and_by_nobody_else(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        ring.post(&clinic, ring.sam, "Sundays are long.").await?;
        assert_eq!(ring.reads(&clinic, ring.sam).await?, ["I, Sam: Sundays are long."]);
        assert_eq!(ring.reads(&clinic, ring.jo).await?, ["Sam: Sundays are long."]);
        assert_eq!(ring.reads(&clinic, ring.finn).await?, ["Sam: Sundays are long."]);
        let (thread, group) = (ring.thread, ring.group);
        let stranger = clinic.somebody("Lee").await?;
        let kit = clinic.colleague("Kit", &[Role::Clinician]).await?;
        for actor in [stranger, kit, clinic.administrator().await?, clinic.system()] {
            for side in [Side::Member, Side::Leading] {
                let read = clinic.read(actor, async move |work| leaf(work, thread, side, Until::Now).await.map(|_| ())).await;
                assert!(matches!(read, Err(Error::NotFound | Error::SignInNeeded)), "{read:?}");
                let listed = clinic.read(actor, async move |work| threads(work, group, side).await.map(|_| ())).await;
                assert!(matches!(listed, Err(Error::NotFound | Error::SignInNeeded)), "{listed:?}");
                let written = clinic.write(actor, async move |work| write(work, thread, side, &saying("Hello")).await.map(|_| ())).await;
                assert!(matches!(written, Err(Error::NotFound | Error::SignInNeeded)), "{written:?}");
            }
        }
        assert_eq!(clinic.read(ring.finn, async move |work| leaf(work, thread, Side::Member, Until::Now).await.map(|_| ())).await, Err(Error::NotFound));
        assert_eq!(clinic.read(ring.sam, async move |work| leaf(work, thread, Side::Leading, Until::Now).await.map(|_| ())).await, Err(Error::NotFound));
        Ok(())
    }

    async fn whoever_has_left_reads_and_writes_there_no_more(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "Sundays are long.").await?;
        let (group, jo) = (ring.group, who(ring.sam));
        clinic.write(ring.finn, async move |work| {
            let seat = crate::groups::seat_of(work, group, jo).await?.expect("Sam sits there").id;
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, jo);
            give_up_seat(work, &about, seat, group).await
        }).await?;
        assert_eq!(ring.reads(&clinic, ring.sam).await, Err(Error::NotFound));
        assert_eq!(ring.write(&clinic, ring.sam, saying("Again")).await, Err(Error::NotFound));
        let showing = clinic.write(ring.sam, async move |work| show_to(work, id, Audience::Leaders).await).await;
        assert_eq!(showing, Err(Error::NotFound));
        assert_eq!(ring.reads(&clinic, ring.jo).await?, ["Sam: Sundays are long."], "what was said stays said");
        Ok(())
    }

    async fn a_therapy_groups_thread_has_hours_and_is_opened_by_whoever_leads(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, member) = (circle.group, circle.member);
        let opening = |from: i64, until: Option<i64>| async move |work: &mut Work<'_>| {
            let now = work.now();
            let (opens_at, closes_at) = (now + Span::hours(from), until.map(|until| now + Span::hours(until)));
            begin(work, group, Side::Leading, &Opening { title: "Until Tuesday".to_owned(), opens_at, closes_at }).await
        };
        let field = "until";
        for (from, until, fault) in [(0, None, "sharing-fault-hours"), (2, Some(1), "sharing-fault-until"), (0, Some(24 * 40), "sharing-fault-until-late")] {
            assert_eq!(clinic.write(circle.leader, opening(from, until)).await, Err(Error::invalid(field, fault)));
        }
        let by_member = clinic.write(member, async move |work| {
            let now = work.now();
            begin(work, group, Side::Member, &Opening { title: "Mine".to_owned(), opens_at: now, closes_at: Some(now + HOUR) }).await
        });
        assert_eq!(by_member.await, Err(Error::NotFound), "there is no space for it");
        let thread = clinic.write(circle.leader, opening(1, Some(5))).await?;
        let writing = async || clinic.write(member, async move |work| write(work, thread, Side::Member, &saying("I tried it.")).await).await;
        assert_eq!(writing().await, Err(Error::Conflict("sharing-conflict-closed")), "it is not open yet");
        clinic.pass(Span::hours(2));
        assert!(matches!(writing().await?, Done::Posted(_)));
        clinic.pass(Span::hours(4));
        assert_eq!(writing().await, Err(Error::Conflict("sharing-conflict-closed")), "it has closed");
        Ok(())
    }

    async fn nothing_is_written_where_it_is_closed(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        ring.arrange(&clinic, Space { is_open: false, ..OPEN }).await?;
        assert_eq!(ring.write(&clinic, ring.sam, saying("Hello")).await, Err(Error::Conflict("sharing-conflict-closed")));
        ring.arrange(&clinic, OPEN).await?;
        let thread = ring.thread;
        clinic.write(ring.finn, async move |work| close(work, thread).await).await?;
        for actor in [ring.sam, ring.finn] {
            assert_eq!(ring.write(&clinic, actor, saying("Hello")).await, Err(Error::Conflict("sharing-conflict-closed")));
        }
        let again = clinic.write(ring.finn, async move |work| close(work, thread).await).await;
        assert_eq!(again, Err(Error::Conflict("sharing-conflict-closed")));
        assert_eq!(clinic.write(ring.sam, async move |work| close(work, thread).await).await, Err(Error::NotFound));
        Ok(())
    }

    async fn a_pause_between_two_posts_is_kept(clinic: TestClinic) {
        let ring = Ring::arranged(&clinic, Space { slow_minutes: 10, ..OPEN }).await?;
        ring.post(&clinic, ring.sam, "First.").await?;
        assert_eq!(ring.write(&clinic, ring.sam, saying("Second.")).await, Err(Error::Conflict("sharing-conflict-slow")));
        ring.post(&clinic, ring.jo, "Mine.").await?;
        clinic.pass(Span::minutes(10));
        ring.post(&clinic, ring.sam, "Second.").await?;
        Ok(())
    }

    async fn a_long_thread_opens_at_its_end(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        for number in 1..=POSTS_ON_A_PAGE + 3 {
            ring.post(&clinic, ring.sam, &format!("Post {number}.")).await?;
        }
        let thread = ring.thread;
        let last = clinic.read(ring.jo, async move |work| leaf(work, thread, Side::Member, Until::Now).await).await?;
        let texts = |leaf: &crate::sharing::Leaf| leaf.posts.readable.iter().map(|post| post.said.as_ref().expect("it is shown").text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&last).len(), POSTS_ON_A_PAGE as usize);
        assert_eq!((texts(&last)[0].as_str(), texts(&last)[49].as_str()), ("Post 4.", "Post 53."));
        let before = last.earlier.expect("there is more");
        let first = clinic.read(ring.jo, async move |work| leaf(work, thread, Side::Member, Until::Before(before)).await).await?;
        assert_eq!(texts(&first), ["Post 1.", "Post 2.", "Post 3."]);
        assert!(first.earlier.is_none() && !first.is_last && last.is_last);
        Ok(())
    }

    async fn a_search_finds_what_its_reader_may_read_and_nothing_else(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        ring.post(&clinic, ring.sam, "The garden was his.").await?;
        ring.post(&clinic, ring.jo, "I went to the Gárden centre.").await?;
        let hidden = Writing { audience: Audience::Leaders, ..saying("Nobody waters the garden now.") };
        ring.write(&clinic, ring.kim, hidden).await?;
        let thread = ring.thread;
        let found = async |actor, side, words: &'static str| {
            let found = clinic.read(actor, async move |work| find(work, thread, side, words, None).await).await?;
            assert!(found.further.is_none());
            Ok::<_, Error>(found.posts.readable.len())
        };
        assert_eq!(found(ring.jo, Side::Member, "garden").await?, 2);
        assert_eq!(found(ring.finn, Side::Leading, "GARDEN").await?, 3);
        assert_eq!(found(ring.kim, Side::Member, "garden").await?, 3, "one's own is found");
        assert_eq!(found(ring.jo, Side::Member, "waters").await?, 0);
        for short in ["", "g", "  ", "…!"] {
            assert_eq!(found(ring.jo, Side::Member, short).await, Err(Error::invalid("find", "sharing-fault-find")));
        }
        Ok(())
    }

    async fn a_thread_is_erased_with_its_key_on_its_day(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "Sundays are long.").await?;
        clinic.pass(Span::days(364));
        clinic.run_jobs().await?;
        assert_eq!(ring.reads(&clinic, clinic.signed_in(who(ring.jo))).await?.len(), 1, "not a day too early");
        clinic.pass(Span::days(2));
        clinic.run_jobs().await?;
        let (jo, group, thread) = (clinic.signed_in(who(ring.jo)), ring.group, ring.thread);
        assert_eq!(clinic.read(jo, async move |work| threads(work, group, Side::Member).await.map(|all| all.readable.len())).await?, 0);
        assert_eq!(clinic.read(jo, async move |work| post(work, id, Side::Member).await.map(|_| ())).await, Err(Error::NotFound));
        let keys = clinic.read(clinic.system(), async move |work| {
            let practice = work.practice();
            let row = work.one(&KEYS_OF_THREAD, store::params![practice, thread]).await?.take::<i64>()?;
            Ok(row)
        });
        assert_eq!(keys.await?, 0, "no wrapped key is left");
        Ok(())
    }

    async fn a_title_must_say_something(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let (group, field) = (ring.group, "title");
        for (title, fault) in [(" ".to_owned(), "fault-empty"), ("x".repeat(81), "fault-long")] {
            let begun = clinic.write(ring.sam, async move |work| {
                let opening = Opening { title: title.clone(), opens_at: work.now(), closes_at: None };
                begin(work, group, Side::Member, &opening).await.map(|_| ())
            });
            assert_eq!(begun.await, Err(Error::Invalid(vec![Fault::new(field, fault)])));
        }
        Ok(())
    }
}

store::statements! {
    KEYS_OF_THREAD = "select count(*)
        from data_keys
        where practice_id = $1
          and scope_kind = 6
          and scope_a = $2
          and wrapped is not null";
}
