//! *Who opened my record*, and the site's log.

use crate::access::{About, Actor, Deed, Standing, Tie};
use crate::audit::{Day, Opener, log, openings};
use crate::clock::{Span, Timestamp};
use crate::id::PersonId;
use crate::identity::{AccountKind, open_account};
use crate::practice::Role;
use crate::testing::{Circle, START, Tab, TestClinic, who};
use crate::work::Work;
use crate::{Error, Result, limits, scenarios};

/// Somebody reads something about a person, by this tie.
async fn touch(clinic: &TestClinic, actor: Actor, deed: Deed, tie: Tie, person: PersonId) -> Result<()> {
    let reading =
        async move |work: &mut Work<'_>| work.ask(deed, Standing::NONE.with(tie), About::person(person)).map(drop);
    clinic.read(actor, reading).await
}

/// A tab in which a person who is known by profile is signed in.
async fn tab(clinic: &TestClinic, person: PersonId, kind: AccountKind) -> Result<Tab> {
    let opening = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
        open_account(work, &grant, person, kind, None).await
    };
    clinic.write(clinic.system(), opening).await?;
    clinic.tab_of(person).await
}

fn all_of(start: Timestamp) -> Day {
    Day { from: start, until: start + Span::days(1), deed: None, colleague: None, before: None }
}

scenarios! {
    /// AU-06.
    async fn a_person_sees_who_opened_their_record_in_which_part_and_when(clinic: TestClinic) {
        let mara = clinic.colleague("Mara", &[Role::Clinician]).await?;
        let sam = who(clinic.somebody("Sam").await?);
        let before = clinic.read(clinic.signed_in(sam), async |work| openings(work, None).await).await?.len();
        clinic.pass(Span::hours(1));
        touch(&clinic, mara, Deed::SeeCourse, Tie::Leader, sam).await?;
        touch(&clinic, clinic.signed_in(sam), Deed::SeeCourse, Tie::Oneself, sam).await?;
        let refused = touch(&clinic, mara, Deed::SeeOwnAlert, Tie::Leader, sam).await;
        assert_eq!(refused, Err(Error::NotFound));
        let seen = clinic.read(clinic.signed_in(sam), async |work| openings(work, None).await).await?;
        assert_eq!(seen.len(), before + 2, "what one does oneself is no opening");
        let name = || Opener::Colleague { called: Some("Mara".to_owned()) };
        assert_eq!((seen[0].who.clone(), seen[0].outcome.as_str()), (name(), "refused"));
        assert_eq!((seen[1].who.clone(), seen[1].outcome.as_str()), (name(), "leader"));
        assert_eq!((seen[1].deed.as_str(), seen[1].at), ("assessments.course", START + Span::hours(1)));
        Ok(())
    }

    async fn nobody_reads_another_persons_report(clinic: TestClinic) {
        let nobody = clinic.read(Actor::Nobody(clinic.practice), async |work| openings(work, None).await).await;
        assert_eq!(nobody, Err(Error::SignInNeeded));
        let (mara, sam) = (clinic.colleague("Mara", &[Role::Clinician]).await?, PersonId::random()?);
        touch(&clinic, mara, Deed::SeeCourse, Tie::Leader, sam).await?;
        let kims = clinic.signed_in(PersonId::random()?);
        assert_eq!(clinic.read(kims, async |work| openings(work, None).await).await?, []);
        Ok(())
    }

    /// GR-01: a report about one's own record names nobody else of the group.
    async fn another_member_is_never_named(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let kim = clinic.somebody("Kim").await?;
        circle.seat(&clinic, kim, "Kim").await?;
        touch(&clinic, kim, Deed::SeeFellows, Tie::Seated, circle.person()).await?;
        let seen = clinic.read(circle.member, async |work| openings(work, None).await).await?;
        assert_eq!(seen[0].who, Opener::Member);
        // A colleague who sits in the group as a member is one there.
        let both = clinic.colleague("Lee", &[Role::Clinician]).await?;
        touch(&clinic, both, Deed::SeeFellows, Tie::Seated, circle.person()).await?;
        let seen = clinic.read(circle.member, async |work| openings(work, None).await).await?;
        assert_eq!(seen[0].who, Opener::Member);
        Ok(())
    }

    async fn the_names_on_the_report_are_opened_on_record_too(clinic: TestClinic) {
        let (mara, sam) = (clinic.colleague("Mara", &[Role::Clinician]).await?, clinic.signed_in(PersonId::random()?));
        touch(&clinic, mara, Deed::SeeCourse, Tie::Leader, who(sam)).await?;
        clinic.read(sam, async |work| openings(work, None).await).await?;
        let hers = clinic.read(mara, async |work| openings(work, None).await).await?;
        assert_eq!((hers[0].deed.as_str(), hers[0].who.clone()), ("audit.own-report", Opener::Member));
        Ok(())
    }

    async fn a_long_report_goes_on_page_by_page(clinic: TestClinic) {
        let (mara, sam) = (clinic.colleague("Mara", &[Role::Clinician]).await?, clinic.signed_in(PersonId::random()?));
        for _ in 0..limits::PAGE_ROWS_MAX + 5 {
            touch(&clinic, mara, Deed::SeeCourse, Tie::Leader, who(sam)).await?;
        }
        let first = clinic.read(sam, async |work| openings(work, None).await).await?;
        assert_eq!(first.len(), limits::PAGE_ROWS_MAX as usize);
        let oldest = first.last().map(|last| last.seq);
        let rest = clinic.read(sam, async move |work| openings(work, oldest).await).await?;
        assert_eq!(rest.len(), 5);
        assert!(first.iter().chain(&rest).map(|one| one.seq).is_sorted_by(|one, other| one > other));
        Ok(())
    }

    async fn the_page_says_it_in_plain_words_and_counts_what_repeats(clinic: TestClinic) {
        let mara = clinic.colleague("Mara", &[Role::Clinician]).await?;
        let sam = who(clinic.somebody("Sam").await?);
        let mut tab = tab(&clinic, sam, AccountKind::Member).await?;
        for _ in 0..3 {
            touch(&clinic, mara, Deed::SeeCourse, Tie::Leader, sam).await?;
        }
        let page = tab.get("/me/record/opened").await;
        assert_eq!(page.status, 200);
        for words in ["Mara", "who leads your group", "read your answers and scores", "3 times on this day", "Tuesday 24 November"] {
            assert!(page.body.contains(words), "{words} is not in {}", page.body);
        }
        assert_eq!(clinic.tab().get("/me/record/opened").await.location(), "/sign-in?next=%2Fme%2Frecord%2Fopened");
        Ok(())
    }

    async fn an_administrator_reads_the_log_without_whose_record_it_was(clinic: TestClinic) {
        let (ada, sam) = (clinic.administrator().await?, PersonId::random()?);
        let mara = clinic.colleague("Mara", &[Role::Clinician]).await?;
        touch(&clinic, mara, Deed::SeeCourse, Tie::Leader, sam).await?;
        clinic.pass(Span::days(1));
        touch(&clinic, mara, Deed::SeeScores, Tie::Leader, sam).await?;
        let (lines, tip) = clinic.read(ada, async |work| log(work, all_of(START)).await).await?;
        assert!(tip.is_intact);
        assert_eq!(lines[0].deed, "assessments.course");
        assert_eq!(lines[0].who, Opener::Colleague { called: Some("Mara".to_owned()) });
        let next = Day { deed: Some(Deed::SeeScores), ..all_of(START + Span::days(1)) };
        let (lines, _) = clinic.read(ada, async move |work| log(work, next).await).await?;
        assert_eq!(lines.iter().map(|line| line.deed.as_str()).collect::<Vec<_>>(), ["assessments.scores"]);
        let mut tab = tab(&clinic, who(ada), AccountKind::Staff).await?;
        let page = tab.get("/admin/audit?day=2026-11-24").await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("assessments.course") && page.body.contains("The record is intact."));
        assert!(page.body.contains("Read the scores of one person"), "and in words, as the choice above says them");
        assert!(page.body.contains("who leads a group") && !page.body.contains("who leads your group"), "{}", page.body);
        assert!(!page.body.contains(&sam.to_string()));
        assert_eq!(tab.get("/admin/audit?day=nonsense&deed=nonsense&who=x&before=x").await.status, 200);
        Ok(())
    }

    async fn the_log_is_read_by_who_acted_and_never_by_member(clinic: TestClinic) {
        let (ada, sam) = (clinic.administrator().await?, clinic.somebody("Sam").await?);
        let (mara, ben) = (clinic.colleague("Mara", &[Role::Clinician]).await?, clinic.colleague("Ben", &[Role::Clinician]).await?);
        touch(&clinic, mara, Deed::SeeCourse, Tie::Leader, who(sam)).await?;
        touch(&clinic, ben, Deed::SeeScores, Tie::Leader, who(sam)).await?;
        touch(&clinic, mara, Deed::SeeFellows, Tie::Seated, who(sam)).await?;
        let mut tab = tab(&clinic, who(ada), AccountKind::Staff).await?;
        let all = tab.get("/admin/audit?day=2026-11-24").await.body;
        let hers = format!("/admin/audit?day=2026-11-24&amp;deed=&amp;who={}", who(mara));
        assert!(all.contains(&hers) && all.contains("assessments.scores") && all.contains("groups.fellows"), "{all}");
        let page = tab.get(&hers.replace("&amp;", "&")).await.body;
        assert!(page.contains("assessments.course") && page.contains("What everybody did"), "{page}");
        for other in ["<code>assessments.scores", "<code>groups.fellows", "Ben"] {
            assert!(!page.contains(other), "{other} is another's, or was done as a member: {page}");
        }
        let one = Day { deed: Some(Deed::SeeCourse), colleague: Some(who(mara)), ..all_of(START) };
        let (lines, _) = clinic.read(ada, async move |work| log(work, one).await).await?;
        assert_eq!(lines.iter().map(|line| line.deed.as_str()).collect::<Vec<_>>(), ["assessments.course"]);
        assert_eq!(tab.get(&format!("/admin/audit?day=2026-11-24&who={}", who(sam))).await.status, 404);
        Ok(())
    }

    async fn a_clock_that_went_back_leaves_no_entry_out_of_its_day(clinic: TestClinic) {
        let (ada, sam) = (clinic.administrator().await?, PersonId::random()?);
        let mara = clinic.colleague("Mara", &[Role::Clinician]).await?;
        clinic.pass(Span::days(1));
        touch(&clinic, mara, Deed::SeeCourse, Tie::Leader, sam).await?;
        clinic.pass(Span::days(-1));
        for _ in 0..3 {
            touch(&clinic, mara, Deed::SeeScores, Tie::Leader, sam).await?;
        }
        clinic.pass(Span::days(1));
        touch(&clinic, mara, Deed::SeeAttendance, Tie::Leader, sam).await?;
        let reading = async |work: &mut Work<'_>| log(work, all_of(START + Span::days(1))).await;
        let (lines, tip) = clinic.read(ada, reading).await?;
        let deeds: Vec<_> = lines.iter().rev().map(|line| line.deed.as_str()).collect();
        let scores = Deed::SeeScores.code();
        assert_eq!(deeds, [Deed::SeeCourse.code(), scores, scores, scores, Deed::SeeAttendance.code()]);
        assert!(tip.is_intact && lines.iter().all(|line| line.at == START + Span::days(1)));
        assert!(crate::audit::verify(&clinic.app, |_, _| ()).await?.is_intact());
        Ok(())
    }

    async fn the_log_reads_as_absent_to_everybody_else(clinic: TestClinic) {
        let clinician = clinic.colleague("Mara", &[Role::Clinician]).await?;
        for actor in [clinician, clinic.signed_in(PersonId::random()?)] {
            let refused = clinic.read(actor, async |work| log(work, all_of(START)).await).await;
            assert_eq!(refused, Err(Error::NotFound));
        }
        let mut tab = tab(&clinic, who(clinician), AccountKind::Staff).await?;
        assert_eq!(tab.get("/admin/audit").await.body, tab.get("/admin/nothing-here").await.body);
        Ok(())
    }
}
