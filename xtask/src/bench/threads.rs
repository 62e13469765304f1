//! A practice in whose group much is written between meetings: one long thread and a short one, read, searched, and followed on
//! many open pages; and a neighbour who asks for what they may not see.

use super::absence::{self, Hidden, Told};
use super::browser::{Browser, Login};
use super::desk::Desk;
use super::fan_out;
use super::figures::Load;
use super::house::{House, PASSPHRASE, signed_in};
use super::load::{Client, Turn};
use super::pages::{Looked, Reader};
use super::practice::Practice;
use super::server::Server;
use super::site::{Measured, measure};
use super::{Result, say};
use cohesion::app::App;
use cohesion::clock::{Clock, Span};
use cohesion::id::{GroupId, PersonId, PracticeId};
use cohesion::notes::{Format, NoteId, Sheet, Typed, desk, keep};
use cohesion::sharing::{Audience, Kind, Opening, PostId, Sending, Side, ThreadId, Writing, begin, leaf, write};
use http::StatusCode;
use serde::Serialize;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

/// Two clinicians with their groups: one whose thread it is, and a neighbour.
const DESKS: usize = 2;
/// Posts of the short thread and of the long one.
const POSTS: [usize; 2] = [100, 10_000];
/// Posts that are written in one transaction while the practice is built.
const AT_ONCE: usize = 200;
/// A word that stands nowhere in the pages that a search looks through first: it has to look at all of them.
const RARE: &str = "heronry";

/// What people write, over and over.
pub const TEXTS: [&str; 6] = [
    "The walk before breakfast works, and the one after work does not happen. I put the shoes beside the bed now, and that is half \
     of it. Rain is no reason any more, only an umbrella.",
    "Slept from two to six. I wrote down what went round in my head and closed the lid. It went round all the same, only slower, \
     and at four I made tea and did not mind so much.",
    "What do you put on the sheet when the day had nothing in it?",
    "I told my sister about the exercise with the list. She laughed, and then she asked for a copy, and now we send each other \
     one line each evening before the news.",
    "Three of five this week. The telephone call is one of the two that are still open; the other one is the drawer.",
    "Thank you for what you wrote about the mornings. I read it twice on the bus and missed my stop.",
];

/// What was measured there.
#[derive(Debug, Serialize)]
pub struct Threads {
    /// The last page of the short thread and of the long one.
    pub last_page: Vec<Measured>,
    /// A search in the long thread that looks as far as one goes.
    pub search: Measured,
    /// From a post to each page that is open.
    pub fan_out: Load,
    /// What is not there beside what may not be seen.
    pub told: Vec<Told>,
}

impl Threads {
    /// The time on a core for the long thread's last page, as a multiple of that for the short one.
    pub fn growth(&self) -> Option<f64> {
        let cpu = |place: usize| self.last_page.get(place).and_then(|page| page.cpu_ms);
        super::figures::ratio(cpu(1)?, cpu(0)?)
    }
}

/// Builds the practice and measures. `rounds` is how many posts are followed, `pairs` how often each kind of thing is asked for.
pub async fn measured(
    program: &Path,
    folder: &Path,
    lasting: Duration,
    rounds: usize,
    pairs: usize,
) -> Result<Threads> {
    let house = House::build(folder, "threads").await?;
    let practice =
        Practice::found(&house, DESKS, |built| say(&format!("threads: {built} of {DESKS} desks are built"))).await?;
    let db = house.db().await?;
    let app = house.app(&db, Clock::machine()).await?;
    let told = Thread::tell_all(&app, &practice).await?;
    db.close().await;
    let server = Server::start(program, house.data()).await?;
    server.settle().await?;
    let [ours, neighbour] = practice.desks.as_slice() else { return Err("the practice has other desks".into()) };
    let mut browser = Browser::open(server.address).await?;
    let circle = ours.circles.first().ok_or("the desk has no group")?;
    let mut members = Vec::new();
    for member in &circle.members {
        members.push(browser.sign_in(&member.email, PASSPHRASE).await?);
    }
    let leader = browser.sign_in(&ours.clinician.email, PASSPHRASE).await?;
    let member = members.first().ok_or("the group has no member")?;
    let mut last_page = Vec::new();
    for (thread, posts) in told.threads.iter().zip(POSTS) {
        say(&format!("threads: the last page of {posts} posts"));
        let looked = Looked::at("member: thread", format!("/me/threads/{thread}"), member);
        let readers = Reader::several(server.address, &looked, 1).await?;
        last_page.push(measure(&server, readers, lasting).await?);
    }
    say("threads: a search");
    let long = told.threads[1];
    let searcher = Searcher {
        browser: Browser::open(server.address).await?,
        path: format!("/me/threads/{long}/find"),
        login: member.clone(),
    };
    let search = measure(&server, vec![searcher], lasting).await?;
    say("threads: posts that go out to open pages");
    let fan_out = fan_out::to_open_pages(server.address, &long.to_string(), &members, &leader, rounds).await?;
    say("threads: what is not there, and what may not be seen");
    let kinds = told.hidden_from(server.address, ours, neighbour).await?;
    let told = absence::told(server.address, kinds, pairs).await?;
    Ok(Threads { last_page, search, fan_out, told })
}

/// Looks for a word that is rare.
struct Searcher {
    browser: Browser,
    path: String,
    login: Login,
}

impl Client for Searcher {
    async fn act(&mut self) -> Result<Turn> {
        let form = format!("find={RARE}");
        self.browser.post(&self.path, Some(&self.login), form).await?.expecting(StatusCode::OK, &self.path)?;
        Ok(Turn::Done)
    }
}

/// What was written in the first group of the first desk.
struct Thread {
    threads: [ThreadId; 2],
    post: PostId,
    note: NoteId,
}

impl Thread {
    async fn tell_all(app: &App, practice: &Practice) -> Result<Self> {
        let ours = practice.desks.first().ok_or("the practice has no desk")?;
        let circle = ours.circles.first().ok_or("the desk has no group")?;
        let people: Vec<PersonId> = circle.members.iter().map(|member| member.id).collect();
        let mut threads = Vec::new();
        for posts in POSTS {
            let thread = open(app, practice.id, ours.clinician.id, circle.group).await?;
            say(&format!("threads: {posts} posts are written"));
            for first in (0..posts).step_by(AT_ONCE) {
                fill(app, practice.id, &people, thread, first..posts.min(first + AT_ONCE)).await?;
            }
            threads.push(thread);
        }
        let [short, long] = [threads[0], threads[1]];
        let leader = signed_in(app, practice.id, ours.clinician.id);
        let newest =
            app.read(leader, async move |work| leaf(work, short, Side::Leading, cohesion::sharing::Until::Now).await);
        let post = newest.await?.posts.readable.last().ok_or("nothing was written")?.id;
        let session = *circle.held.first().ok_or("no session was held")?;
        let (person, typed) =
            (people[0], Typed { parts: vec!["Came, and spoke early.".to_owned(); 3], ..Typed::default() });
        let noting = app.write(leader, async move |work| {
            let sheet = Sheet { shared: None, notes: vec![(person, Format::Dap, typed.clone())] };
            keep(work, session, &sheet).await?;
            Ok(desk(work, session).await?.sections.into_iter().find_map(|section| section.note).map(|note| note.id))
        });
        let note = noting.await?.ok_or("no note was kept")?;
        Ok(Self { threads: [short, long], post, note })
    }

    /// One of each kind, and who may not see it: the neighbour, or somebody who sits in the neighbour's group.
    async fn hidden_from(&self, address: SocketAddr, ours: &Desk, neighbour: &Desk) -> Result<Vec<Hidden>> {
        // A connection on which nothing was asked for a while is gone.
        let mut browser = Browser::open(address).await?;
        let circle = ours.circles.first().ok_or("the desk has no group")?;
        let stranger =
            neighbour.circles.first().and_then(|circle| circle.members.first()).ok_or("nobody is next door")?;
        let clinician = browser.sign_in(&neighbour.clinician.email, PASSPHRASE).await?;
        let stranger = browser.sign_in(&stranger.email, PASSPHRASE).await?;
        let hidden = |name, path, id: String, login: &Login| Hidden { name, path, id, login: login.clone() };
        let person = circle.members.first().ok_or("the group has no member")?.id;
        Ok(vec![
            hidden("group", "/care/groups/", circle.group.to_string(), &clinician),
            hidden("person", "/care/people/", person.to_string(), &clinician),
            hidden("session", "/care/sessions/", circle.next.to_string(), &clinician),
            hidden("note", "/care/notes/", self.note.to_string(), &clinician),
            hidden("thread", "/care/threads/", self.threads[0].to_string(), &clinician),
            hidden("thread, for a member", "/me/threads/", self.threads[0].to_string(), &stranger),
            hidden("post, for a member", "/me/posts/", self.post.to_string(), &stranger),
        ])
    }
}

async fn open(app: &App, practice: PracticeId, leader: PersonId, group: GroupId) -> Result<ThreadId> {
    let opening = app.write(signed_in(app, practice, leader), async move |work| {
        let (opens_at, title) = (work.now(), "Until the next evening".to_owned());
        begin(work, group, Side::Leading, &Opening { title, opens_at, closes_at: Some(opens_at + Span::days(20)) })
            .await
    });
    Ok(opening.await?)
}

/// Some posts of one member, the next ones of the next member. The first post of all holds the rare word.
async fn fill(
    app: &App,
    practice: PracticeId,
    people: &[PersonId],
    thread: ThreadId,
    numbers: std::ops::Range<usize>,
) -> Result<()> {
    let person = people[numbers.start / AT_ONCE % people.len()];
    let writing = app.write(signed_in(app, practice, person), async move |work| {
        for number in numbers.clone() {
            let word = if number == 0 { RARE } else { "" };
            let text = format!("{} {word}", TEXTS[number % TEXTS.len()]);
            let (kind, audience, sending) = (Kind::Give, Audience::Named, Sending::First);
            write(work, thread, Side::Member, &Writing { kind, audience, text, note: None, answers: None, sending })
                .await?;
        }
        Ok(())
    });
    Ok(writing.await?)
}
