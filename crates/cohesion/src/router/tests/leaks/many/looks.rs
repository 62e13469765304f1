//! Reading of many groups: by those who belong there, and by neighbours who try the same addresses.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;

use super::super::outside;
use super::super::readers::may_read;
use super::grown::{Grown, LEADERS, Told, group_of};
use crate::Result;
use crate::testing::canary::{Canary, Finder};
use crate::testing::whole::{Name, Ring};
use crate::testing::{Tab, TestClinic};

/// What was looked at, and what was found.
pub struct Looking<'a> {
    clinic: &'a TestClinic,
    grown: &'a Grown,
    finder: &'a Finder,
    /// A tab of nobody, of which the others are copies.
    nobody: Tab,
    members: BTreeMap<(usize, usize), Tab>,
    leaders: Vec<Tab>,
    /// Pages that were read.
    pub answers: usize,
    /// Addresses that were refused.
    pub refused: usize,
    /// Words that were read by somebody who may.
    pub read: BTreeSet<&'a Canary>,
    /// What was read by anybody else.
    pub leaks: BTreeSet<String>,
}

/// Somebody who reads: as whom, and in which groups they belong.
#[derive(Clone, Copy)]
enum Reader {
    /// The first or second one who sits in the group at this place.
    Member(usize, usize),
    /// Whoever leads the group at this place, and others.
    Leader(usize),
}

impl<'a> Looking<'a> {
    /// Nothing was looked at yet.
    pub async fn begin(clinic: &'a TestClinic, grown: &'a Grown, finder: &'a Finder) -> Result<Self> {
        let mut leaders = Vec::new();
        for leader in &grown.leaders {
            leaders.push(clinic.desk(*leader).await?);
        }
        let (members, read, leaks) = <_>::default();
        Ok(Self { clinic, grown, finder, nobody: clinic.tab(), members, leaders, answers: 0, refused: 0, read, leaks })
    }

    /// What is read of every group, and what two neighbours find: somebody who sits in the next group, and whoever leads it.
    pub async fn at_a_group(&mut self, place: usize) -> Result<()> {
        let Told { group, thread, post, .. } = self.grown.groups[place];
        let next = (place + 1) % self.grown.groups.len();
        self.reads(Reader::Member(place, 0), "/me/group".to_owned()).await?;
        self.reads(Reader::Member(place, 0), format!("/me/threads/{thread}")).await?;
        self.reads(Reader::Leader(place), format!("/care/threads/{thread}")).await?;
        for path in
            [format!("/me/threads/{thread}"), format!("/me/posts/{post}"), format!("/me/groups/{group}/threads")]
        {
            self.is_refused(Reader::Member(next, 0), path).await?;
        }
        for path in [format!("/care/groups/{group}"), format!("/care/threads/{thread}")] {
            self.is_refused(Reader::Leader(next), path).await?;
        }
        Ok(())
    }

    /// Every page that the people of one group come to.
    pub async fn closely_at(&mut self, place: usize) -> Result<()> {
        let Told { ring, group, members, session, thread, post } = &self.grown.groups[place];
        let written = if *ring == Ring::Support { "log" } else { "notes" };
        let of_members = [
            "/me".to_owned(),
            "/me/group".to_owned(),
            "/me/record/opened".to_owned(),
            "/notices".to_owned(),
            "/settings".to_owned(),
            format!("/me/sessions/{session}"),
            format!("/me/groups/{group}/threads"),
            format!("/me/threads/{thread}"),
            format!("/me/posts/{post}"),
            format!("/live/thread.{thread}"),
        ];
        let mut of_leaders: Vec<String> = ["", "/people", "/threads", "/moderation", "/sessions", "/leaders"]
            .map(|part| format!("/care/groups/{group}{part}"))
            .into();
        of_leaders.extend(["/care", "/care/groups", "/care/people", "/lead", "/notices"].map(str::to_owned));
        of_leaders.push(format!("/care/sessions/{session}"));
        of_leaders.push(format!("/care/sessions/{session}/{written}"));
        of_leaders.push(format!("/care/posts/{post}"));
        of_leaders.extend(members.map(|person| format!("/care/people/{person}")));
        for path in of_members {
            for seat in 0..2 {
                self.looks(Reader::Member(place, seat), path.clone()).await?;
            }
        }
        for path in of_leaders {
            self.looks(Reader::Leader(place), path.clone()).await?;
            let answer = self.nobody.get(&path).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
        }
        Ok(())
    }

    async fn reads(&mut self, reader: Reader, path: String) -> Result<()> {
        let status = self.looks(reader, path.clone()).await?;
        assert_eq!(status, StatusCode::OK, "{path}");
        Ok(())
    }

    async fn is_refused(&mut self, reader: Reader, path: String) -> Result<()> {
        let status = self.looks(reader, path.clone()).await?;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        self.refused += 1;
        Ok(())
    }

    /// Looks at an address, and keeps what is found there; how it was answered.
    async fn looks(&mut self, reader: Reader, path: String) -> Result<StatusCode> {
        let name = self.name(reader);
        let answer = self.tab(reader).await?.get(&path).await;
        self.answers += 1;
        for canary in self.finder.look(answer.body.as_bytes()) {
            if belongs(reader, group_of(canary)) && may_read(Some(name), canary) {
                self.read.insert(canary);
            } else {
                self.leaks.insert(format!("{name:?} reads {canary:?} at {path}"));
            }
        }
        let in_frame = outside::in_frame(self.finder, &answer);
        self.leaks.extend(in_frame.map(|found| format!("{found} at {path}")));
        assert!(!answer.status.is_server_error(), "{path}: {}", answer.body);
        Ok(answer.status)
    }

    fn name(&self, reader: Reader) -> Name {
        match reader {
            Reader::Member(place, seat) => self.grown.groups[place].names()[seat],
            Reader::Leader(place) => self.grown.groups[place].ring.leader(),
        }
    }

    async fn tab(&mut self, reader: Reader) -> Result<&mut Tab> {
        match reader {
            Reader::Leader(place) => Ok(&mut self.leaders[place % LEADERS]),
            Reader::Member(place, seat) => {
                if !self.members.contains_key(&(place, seat)) {
                    let (app, person) = (&self.clinic.app, self.grown.groups[place].members[seat]);
                    let token = TestClinic::login_at(app, self.clinic.practice, person).await?;
                    let mut tab = self.nobody.clone();
                    tab.set_cookie("login", &token);
                    self.members.insert((place, seat), tab);
                }
                Ok(self.members.entry((place, seat)).or_insert_with(|| self.nobody.clone()))
            }
        }
    }
}

/// Whether a reader belongs in the group at this place.
fn belongs(reader: Reader, group: usize) -> bool {
    match reader {
        Reader::Member(place, _) => place == group,
        Reader::Leader(place) => place % LEADERS == group % LEADERS,
    }
}
