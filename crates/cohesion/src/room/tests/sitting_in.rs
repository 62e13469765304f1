//! A supervisor sits in: only where every member has said yes, seen by everybody, and out as soon as one takes it back.

use axum::http::StatusCode;
use serde_json::json;
use tokio::time::timeout;

use super::super::online::Face;
use super::super::{
    Allows, SittingIn, Supervised, allow, asked, board, board_code, deeds, forget_member, make_board, supervised,
    together_in,
};
use super::Evening;
use super::online::{A_SECOND, House, Line, SOON, hour, login};
use crate::access::Actor;
use crate::groups::{Charter, Format, LeaderRole, appoint, give_up_seat, may_run, relieve, seat_of, take_seat};
use crate::identity::{AccountKind, Token};
use crate::practice::Role;
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

/// What everybody reads while one or more have not agreed.
const NOT_ALL: &str = "Not everybody in the group has agreed that a supervisor listens.";

impl Evening {
    /// Vera supervises the group.
    pub(super) async fn supervisor(&self, clinic: &TestClinic) -> Result<Actor> {
        let (group, vera) = (self.group, clinic.colleague("Vera", &[Role::Supervisor]).await?);
        let appointing =
            clinic.write(self.leader, async move |work| appoint(work, group, who(vera), LeaderRole::Supervisor).await);
        appointing.await?;
        Ok(vera)
    }

    /// A member says whether a supervisor may listen.
    pub(super) async fn allows(&self, clinic: &TestClinic, member: Actor, allows: Allows) -> Result<()> {
        let group = self.group;
        clinic.write(member, async move |work| allow(work, group, allows).await).await
    }

    async fn asked(&self, clinic: &TestClinic, member: Actor) -> Result<SittingIn> {
        let group = self.group;
        clinic.read(member, async move |work| asked(work, group).await).await
    }

    /// Somebody more has a seat.
    async fn seats(&self, clinic: &TestClinic, called: &'static str) -> Result<Actor> {
        let (group, newcomer) = (self.group, clinic.somebody(called).await?);
        let seating = clinic.write(self.leader, async move |work| {
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, who(newcomer));
            take_seat(work, &about, group, who(newcomer), called).await.map(drop)
        });
        seating.await.map(|()| newcomer)
    }
}

/// An open session whose group is supervised by Vera, and the logins of hers, of whoever leads and of Robin.
struct Watched {
    evening: Evening,
    house: House,
    vera: Actor,
    listener: Token,
    leader: Token,
    robin: Token,
}

impl Watched {
    async fn of(clinic: &TestClinic) -> Result<Self> {
        let (evening, house, [leader, robin]) = hour(clinic).await?;
        let vera = evening.supervisor(clinic).await?;
        let listener = login(clinic, vera, AccountKind::Staff).await?;
        Ok(Self { evening, house, vera, listener, leader, robin })
    }

    /// The same, everybody having said yes.
    async fn agreed(clinic: &TestClinic) -> Result<Self> {
        let here = Self::of(clinic).await?;
        for member in [here.evening.robin, here.evening.fern, here.evening.gil] {
            here.evening.allows(clinic, member, Allows::Yes).await?;
        }
        Ok(here)
    }

    /// Whoever leads, Robin and then Vera are in.
    async fn listening(&self) -> (Line, Line, Line) {
        let mut desk = self.house.comes(&self.leader, &self.evening, Face::Leader).await;
        desk.gets("welcome", "").await;
        let mut member = self.house.comes(&self.robin, &self.evening, Face::Member).await;
        desk.gets("regions", "Let Robin in").await;
        desk.asks("admit", 1).await;
        member.gets("connect", "").await;
        let mut vera = self.house.comes(&self.listener, &self.evening, Face::Supervisor).await;
        vera.gets("regions", "sees that you are here").await;
        desk.gets("regions", "Let Vera in").await;
        desk.asks("admit", 2).await;
        vera.gets("regions", "You listen.").await;
        (desk, member, vera)
    }
}

/// Why a line ends; nothing that comes over it until then names whoever has said no.
async fn ends_without(line: &mut Line, name: &str) -> String {
    let mut said = String::new();
    while let Some(frame) = line.next().await {
        assert!(!frame.to_string().contains(name), "{frame}");
        if frame["t"] == "bye" {
            said = frame["words"].as_str().unwrap_or_default().to_owned();
        }
    }
    said
}

scenarios! {
    async fn a_member_says_yes_or_no_and_it_is_no_until_then(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        let unasked = evening.asked(&clinic, evening.robin).await.map(drop);
        assert_eq!(unasked, Err(Error::NotFound), "nobody supervises");
        let vera = evening.supervisor(&clinic).await?;
        let shown = evening.asked(&clinic, evening.robin).await?;
        assert_eq!((shown.supervisors, shown.answer), (vec!["Vera".to_owned()], None));

        let path = format!("/me/groups/{}/sitting-in", evening.group);
        let mut phone = clinic.tab_for(evening.robin, AccountKind::Member).await?;
        let page = phone.get(&path).await.body;
        for words in ["Vera", "They listen", "bound to silence", "Everybody in the room sees", "never who has not"] {
            assert!(page.contains(words), "{words} in {page}");
        }
        let door = phone.get(&format!("/me/sessions/{}/door", evening.session.id)).await.body;
        assert!(door.contains(&path) && door.contains("You have not said yes"), "{door}");
        let odd = phone.post(&path, &[("allows", "perhaps")]).await;
        assert_eq!(odd.status, 422);
        assert_eq!(phone.post(&path, &[("allows", "yes")]).await.location(), path);
        let said = async || evening.asked(&clinic, evening.robin).await.map(|shown| shown.answer.map(|one| one.allows));
        assert_eq!(said().await?, Some(Allows::Yes));
        assert!(phone.get(&path).await.body.contains("You have said yes"));
        evening.allows(&clinic, evening.robin, Allows::No).await?;
        assert_eq!(said().await?, Some(Allows::No));

        for other in [evening.leader, vera, clinic.somebody("Lee").await?, clinic.administrator().await?] {
            assert_eq!(evening.allows(&clinic, other, Allows::Yes).await, Err(Error::NotFound));
            assert_eq!(evening.asked(&clinic, other).await.map(drop), Err(Error::NotFound));
        }
        let (group, id) = (evening.group, who(vera));
        clinic.write(evening.leader, async move |work| relieve(work, group, id).await).await?;
        assert_eq!(evening.asked(&clinic, evening.robin).await.map(drop), Err(Error::NotFound));
        Ok(())
    }

    async fn a_support_group_is_not_asked(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        assert_eq!(evening.allows(&clinic, evening.robin, Allows::Yes).await, Err(Error::NotFound));
        let path = format!("/me/groups/{}/sitting-in", evening.group);
        let mut phone = clinic.tab_for(evening.robin, AccountKind::Member).await?;
        assert_eq!(phone.get(&path).await.status, 404);
        assert!(!phone.get(&format!("/me/sessions/{}/door", evening.session.id)).await.body.contains("sitting-in"));
        let group = evening.group;
        let led = clinic.read(evening.leader, async move |work| together_in(work, group).await).await?;
        assert_eq!(led, None);
        Ok(())
    }

    async fn what_somebody_said_goes_with_them_and_does_not_come_back(clinic: TestClinic) {
        let here = Watched::agreed(&clinic).await?;
        let (group, gil) = (here.evening.group, who(here.evening.gil));
        let everybody = async || {
            let reading = clinic.read(here.evening.leader, async move |work| together_in(work, group).await);
            reading.await.map(|together| together.expect("it is asked").is_everybody())
        };
        assert!(everybody().await?);
        clinic.pass(crate::clock::Span::minutes(1));
        clinic.write(here.evening.leader, async move |work| {
            let seat = seat_of(work, group, gil).await?.expect("they sit there");
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, gil);
            give_up_seat(work, &about, seat.id, group).await?;
            take_seat(work, &about, group, gil, "Gil again").await.map(drop)
        }).await?;
        assert!(!everybody().await?, "a yes belongs to the seat for which it was said");
        assert_eq!(here.evening.asked(&clinic, here.evening.gil).await?.answer, None);
        here.evening.allows(&clinic, here.evening.gil, Allows::Yes).await?;
        assert!(everybody().await?);
        clinic.write(here.evening.leader, async move |work| {
            let grant = deeds::may_lead_group(work, group).await?;
            forget_member(work, &grant, group, gil).await
        }).await?;
        assert!(!everybody().await?);
        assert_eq!(here.evening.asked(&clinic, here.evening.gil).await?.answer, None);
        Ok(())
    }

    async fn the_door_of_a_supervisor_opens_once_everybody_has_said_yes(clinic: TestClinic) {
        let here = Watched::of(&clinic).await?;
        let (evening, id) = (&here.evening, here.evening.session.id);
        for member in [evening.robin, evening.fern] {
            evening.allows(&clinic, member, Allows::Yes).await?;
        }
        let (status, words) = here.house.ticket(&here.listener, evening, Face::Supervisor).await;
        assert_eq!((status, words.as_str()), (StatusCode::CONFLICT, NOT_ALL));
        let mut listener = clinic.tab_of(who(here.vera)).await?;
        let mut desk = clinic.tab_of(who(evening.leader)).await?;
        let (door, room) = (format!("/care/sessions/{id}/sit-in"), format!("/care/sessions/{id}/sit-in/room"));
        assert_eq!(listener.get(&room).await.location(), door);
        let pages = [
            listener.get(&door).await,
            listener.get("/care/supervision").await,
            desk.get(&format!("/care/groups/{}/room", evening.group)).await,
        ];
        for page in pages {
            assert!(page.status == 200 && page.body.contains(NOT_ALL), "{}", page.body);
            let names = ["Robin", "Fern", "Gil"].iter().any(|name| page.body.contains(name));
            assert!(!names && !page.body.contains("2 of 3"), "{}", page.body);
        }
        evening.allows(&clinic, evening.gil, Allows::Yes).await?;
        assert!(listener.get("/care/supervision").await.body.contains(&door));
        assert!(listener.get(&door).await.body.contains(&room));
        let page = listener.get(&room).await.body;
        assert!(page.contains(&format!("{room}/ticket")) && !page.contains("room-agenda"), "{page}");
        assert_eq!(here.house.ticket(&here.listener, evening, Face::Supervisor).await.0, StatusCode::OK);
        Ok(())
    }

    async fn everybody_sees_and_hears_that_a_supervisor_listens_and_the_board_says_it_without_a_name(clinic: TestClinic) {
        let here = Watched::agreed(&clinic).await?;
        let id = here.evening.session.id;
        clinic.write(here.evening.leader, async move |work| make_board(work, id).await).await?;
        let code = clinic.read(here.evening.leader, async move |work| board_code(work, id).await).await?.expect("it is up");
        let is_said = async |wanted: bool| {
            let until = tokio::time::Instant::now() + SOON;
            while clinic.read(Actor::Nobody(clinic.practice), async move |work| board(work, code).await).await?.is_supervised != wanted {
                assert!(tokio::time::Instant::now() < until, "the board does not say it");
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
            Result::Ok(())
        };
        let (mut desk, mut member, mut vera) = here.listening().await;
        for line in [&mut desk, &mut member] {
            line.gets("said", "Vera supervises this group and listens.").await;
            line.gets("regions", "Vera supervises this group and listens.").await;
        }
        is_said(true).await?;
        let page = clinic.tab().get(&format!("/board/{code}")).await.body;
        assert!(page.contains("A supervisor of those who lead is listening.") && !page.contains("Vera"), "{page}");
        vera.asks("leave", 0).await;
        assert_eq!(vera.ends().await, "left");
        for line in [&mut desk, &mut member] {
            line.gets("said", "Vera does not listen any more.").await;
        }
        is_said(false).await
    }

    async fn a_supervisor_listens_and_reaches_those_who_lead_alone(clinic: TestClinic) {
        let here = Watched::agreed(&clinic).await?;
        let (mut desk, mut member, mut vera) = here.listening().await;
        for (what, choice) in [
            ("write", "all"), ("react", "thanks"), ("take-sound", ""), ("mic-on", ""), ("raise", ""), ("unsafe", ""),
            ("mute-all", ""), ("count", ""), ("end", ""),
        ] {
            vera.send(json!({ "v": 1, "t": "wish", "do": what, "choice": choice, "words": "x" })).await;
            vera.gets("error", "").await;
        }
        vera.send(json!({ "v": 1, "t": "wish", "do": "write", "choice": "leaders", "words": "Ask her again." })).await;
        desk.gets("regions", "Ask her again.").await;
        desk.send(json!({ "v": 1, "t": "wish", "do": "write", "choice": "all", "words": "Shall we go on?" })).await;
        let seen = member.gets("regions", "Shall we go on?").await;
        assert!(!seen.to_string().contains("Ask her again."), "{seen}");
        let seen = vera.gets("regions", "Shall we go on?").await.to_string();
        for hidden in ["To all", "Take your time", "Talk time", "room-lead", "Mill Lane"] {
            assert!(!seen.contains(hidden), "{hidden} in {seen}");
        }
        Ok(())
    }

    async fn a_yes_that_is_taken_back_closes_the_line_at_once_and_nobody_learns_whose(clinic: TestClinic) {
        let here = Watched::agreed(&clinic).await?;
        let (mut desk, mut member, mut vera) = here.listening().await;
        here.evening.allows(&clinic, here.evening.gil, Allows::No).await?;
        let words = timeout(A_SECOND, ends_without(&mut vera, "Gil")).await.expect("it ends within a second");
        assert_eq!(words, "Not everybody in the group agrees that a supervisor listens, so your line is closed.");
        for line in [&mut desk, &mut member] {
            let said = line.gets("said", "does not listen any more").await;
            assert!(!said.to_string().contains("Gil"), "{said}");
        }
        let (status, words) = here.house.ticket(&here.listener, &here.evening, Face::Supervisor).await;
        assert_eq!((status, words.as_str()), (StatusCode::CONFLICT, NOT_ALL));
        desk.send(json!({ "v": 1, "t": "wish", "do": "write", "choice": "all", "words": "We are among us." })).await;
        member.gets("regions", "among us").await;
        Ok(())
    }

    async fn whoever_is_new_in_the_group_has_not_said_yes(clinic: TestClinic) {
        let here = Watched::agreed(&clinic).await?;
        let (_desk, mut member, mut vera) = here.listening().await;
        let kim = here.evening.seats(&clinic, "Kim").await?;
        let words = timeout(A_SECOND, ends_without(&mut vera, "Kim")).await.expect("it ends within a second");
        assert!(words.starts_with("Not everybody"), "{words}");
        member.gets("said", "does not listen any more").await;
        here.evening.allows(&clinic, kim, Allows::Yes).await?;
        assert_eq!(here.house.ticket(&here.listener, &here.evening, Face::Supervisor).await.0, StatusCode::OK);
        Ok(())
    }

    async fn nobody_else_finds_the_door_of_a_supervisor(clinic: TestClinic) {
        let here = Watched::agreed(&clinic).await?;
        let founder = here.evening.leader;
        let other = clinic.group(founder, Charter::therapy(), Format::Open, 8).await?;
        let elsewhere = clinic.colleague("Willa", &[Role::Supervisor]).await?;
        clinic.write(founder, async move |work| appoint(work, other, who(elsewhere), LeaderRole::Supervisor).await).await?;
        let (group, cleo) = (here.evening.group, clinic.colleague("Cleo", &[Role::Clinician]).await?);
        clinic.write(here.evening.leader, async move |work| appoint(work, group, who(cleo), LeaderRole::CoLeader).await).await?;
        let strangers = [
            (elsewhere, AccountKind::Staff),
            (cleo, AccountKind::Staff),
            (clinic.administrator().await?, AccountKind::Staff),
            (clinic.somebody("Lee").await?, AccountKind::Member),
        ];
        let mut tokens = vec![here.leader.text(), here.robin.text()];
        for (actor, kind) in strangers {
            tokens.push(login(&clinic, actor, kind).await?.text());
        }
        let id = here.evening.session.id;
        let nothing = crate::id::SessionId::random()?;
        for token in tokens {
            let mut tab = clinic.tab();
            tab.set_cookie("login", &token);
            for end in ["sit-in", "sit-in/room"] {
                let (there, nowhere) = (tab.get(&format!("/care/sessions/{id}/{end}")).await, tab.get(&format!("/care/sessions/{nothing}/{end}")).await);
                assert_eq!((there.status, nowhere.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
                assert_eq!(there.body.replace(&id.to_string(), ""), nowhere.body.replace(&nothing.to_string(), ""));
            }
            assert_eq!(tab.post(&format!("/care/sessions/{id}/sit-in/room/ticket"), &[]).await.status, StatusCode::NOT_FOUND);
        }
        let theirs = clinic.read(elsewhere, async |work| supervised(work).await).await?;
        assert_eq!(theirs.iter().map(|one: &Supervised| one.group.id).collect::<Vec<_>>(), [other]);
        Ok(())
    }

    async fn whoever_supervises_no_more_is_out(clinic: TestClinic) {
        let here = Watched::agreed(&clinic).await?;
        let (_desk, mut member, mut vera) = here.listening().await;
        let (group, id) = (here.evening.group, who(here.vera));
        clinic.write(here.evening.leader, async move |work| relieve(work, group, id).await).await?;
        timeout(A_SECOND, vera.ends()).await.expect("it ends within a second");
        member.gets("said", "does not listen any more").await;
        assert_eq!(here.house.ticket(&here.listener, &here.evening, Face::Supervisor).await.0, StatusCode::NOT_FOUND);
        Ok(())
    }
}
