//! Walks all routes as everybody: who there is, and one request after the other, each in a practice as it was told.

use axum::http::StatusCode;

use crate::Result;
use crate::demo;
use crate::testing::whole::{Name, Ring, Things, Told, Whole};
use crate::testing::{Answer, Tab};
use crate::web::Route;

/// Somebody who asks.
pub struct Asker {
    /// The column's head.
    pub head: &'static str,
    /// Who it is, in words.
    pub about: &'static str,
    /// Who it is in the story; nobody is signed out.
    pub name: Option<Name>,
}

const fn asker(head: &'static str, about: &'static str, name: Option<Name>) -> Asker {
    Asker { head, about, name }
}

/// Everybody who asks, in the order of the columns.
pub const ASKERS: [Asker; 15] = [
    asker("nob", "nobody: not signed in", None),
    asker("str", "a stranger: signed in, without a tie to anything", Some(Name::Stan)),
    asker("for", "another practice's therapist, over the same database", Some(Name::Fay)),
    asker("oth", "a member of another therapy group", Some(Name::Eli)),
    asker("par", "a participant of the support group", Some(Name::Pat)),
    asker("dep", "somebody who has left the therapy group", Some(Name::Dana)),
    asker("fel", "another member of the therapy group", Some(Name::Jo)),
    asker("mem", "the member of the therapy group", Some(Name::Sam)),
    asker("led", "the leader of the therapy group", Some(Name::Mara)),
    asker("col", "its co-leader", Some(Name::Cleo)),
    asker("sup", "its supervisor", Some(Name::Vera)),
    asker("clg", "a therapist of the practice who leads another group", Some(Name::Noor)),
    asker("fac", "the facilitator of the support group", Some(Name::Finn)),
    asker("sch", "the scheduler", Some(Name::Sofia)),
    asker("adm", "the administrator", Some(Name::Ada)),
];

/// Whose things addresses name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The therapy group's and its member's.
    Therapy,
    /// The support group's and its participant's.
    Support,
}

impl Of {
    /// Whose they are.
    pub const fn owner(self) -> Name {
        match self {
            Self::Therapy => Name::Sam,
            Self::Support => Name::Pat,
        }
    }

    /// In which group.
    pub const fn ring(self) -> Ring {
        match self {
            Self::Therapy => Ring::Therapy,
            Self::Support => Ring::Support,
        }
    }
}

/// What a route answered to somebody.
pub struct Cell {
    /// The route.
    pub route: Route,
    /// Whose things it named.
    pub of: Of,
    /// Who asked: the place in [`ASKERS`].
    pub column: usize,
    /// The answer.
    pub answer: Answer,
}

impl Cell {
    /// Who asked.
    pub const fn asker(&self) -> &'static Asker {
        &ASKERS[self.column]
    }

    /// The answer in three signs.
    pub fn signs(&self) -> String {
        match self.answer.status.as_u16() {
            404 => "·".to_owned(),
            303 if leads_to_sign_in(&self.answer) => "in".to_owned(),
            status => status.to_string(),
        }
    }

    /// Whether it says that there is nothing, or asks to sign in.
    pub fn is_refused(&self) -> bool {
        self.answer.status == StatusCode::NOT_FOUND || leads_to_sign_in(&self.answer)
    }
}

/// What ends or locks the login that comes with it, and changes nothing else. The first is a page all the same.
const ENDS_LOGIN: [&str; 2] = ["/leave", "/sign-out"];

/// Forms that are counted, whatever is sent.
const COUNTS_TRIES: [&str; 3] = ["/sign-in", "/sign-in/again", "/join/{token}"];

/// A walk through the practice. Forms are sent empty, and whatever a request may have changed is undone before the next one:
/// the practice is put back as it was told.
pub struct Walk<'a> {
    told: &'a Told,
    whole: Whole,
}

impl<'a> Walk<'a> {
    /// Begins. The demo's routes are there too.
    pub async fn begin(told: &'a Told) -> Result<Self> {
        Ok(Self { told, whole: Self::anew(told).await? })
    }

    async fn anew(told: &Told) -> Result<Whole> {
        told.copy_with(|config| config.demo = true).await
    }

    /// What an owner's addresses name.
    pub fn things(&self, of: Of) -> &'a Things {
        &self.told.things[&of.owner()]
    }

    /// Every route as everybody; the support group's things are asked for where a path names any.
    pub async fn everywhere(&mut self) -> Result<Vec<Cell>> {
        let mut cells = Vec::new();
        for of in [Of::Therapy, Of::Support] {
            let things = self.things(of);
            let is_asked = |path| of == Of::Therapy || (Things::names_one(path) && things.can_fill(path));
            for route in inventory().into_iter().filter(|route| is_asked(route.path)) {
                for (column, asker) in ASKERS.iter().enumerate() {
                    let answer = self.ask(&route, asker, things).await?;
                    cells.push(Cell { route, of, column, answer });
                }
            }
        }
        Ok(cells)
    }

    /// What the route answers to this asker about these things.
    pub async fn ask(&mut self, route: &Route, asker: &Asker, things: &Things) -> Result<Answer> {
        let answer = send(&mut self.whole.tab(asker.name), route, things).await;
        if ENDS_LOGIN.contains(&route.path) {
            self.whole.sign_in_again(asker.name).await?;
        } else if route.method == "POST" && (was_taken(&answer) || COUNTS_TRIES.contains(&route.path)) {
            self.whole = Self::anew(self.told).await?;
        }
        Ok(answer)
    }

    /// What the practice's own server answers to a login of the other practice.
    pub async fn ask_with_a_foreign_login(&mut self, route: &Route, things: &Things) -> Answer {
        send(&mut self.whole.tab_with_a_foreign_login(), route, things).await
    }
}

/// Every route, those of the demo too.
pub fn inventory() -> Vec<Route> {
    super::super::routes().and(demo::routes()).inventory().to_vec()
}

async fn send(tab: &mut Tab, route: &Route, things: &Things) -> Answer {
    let path = things.fill(route.path);
    if route.method == "GET" { tab.get(&path).await } else { tab.post(&path, &[]).await }
}

fn was_taken(answer: &Answer) -> bool {
    answer.status.is_success() || (answer.status == StatusCode::SEE_OTHER && !leads_to_sign_in(answer))
}

fn leads_to_sign_in(answer: &Answer) -> bool {
    answer.status == StatusCode::SEE_OTHER && answer.location().split('?').next() == Some("/sign-in")
}
