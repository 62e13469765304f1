//! What one may not see looks like what does not exist: the same status, the same headers, the same bytes.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};

use super::walk::{ASKERS, Cell, Of, Walk, inventory};
use crate::Result;
use crate::testing::Answer;
use crate::testing::whole::{Name, Things};

/// An answer, but for what is another one each time: the request's number, and the ids that were asked for.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    status: StatusCode,
    headers: Vec<(String, String)>,
    body: String,
}

impl Seen {
    fn of(answer: &Answer, things: &Things) -> Self {
        let headers = answer.headers.iter().filter(|(name, _)| *name != "x-request-id");
        let text = |value: &HeaderValue| things.unfill(&String::from_utf8_lossy(value.as_bytes()));
        let mut headers: Vec<_> = headers.map(|(name, value)| (name.to_string(), text(value))).collect();
        headers.sort();
        Self { status: answer.status, headers, body: things.unfill(&answer.body) }
    }
}

/// Every refusal that can be told from absence. The other practice's therapist never learns more than that.
pub async fn differences(walk: &mut Walk<'_>, cells: &[Cell]) -> Result<Vec<String>> {
    let nothing = Things::absent();
    let mut absent: HashMap<(&str, &str, usize), Seen> = HashMap::new();
    let mut found = Vec::new();
    for cell in cells.iter().filter(|cell| Things::names_one(cell.route.path)) {
        let is_foreign = cell.asker().name == Some(Name::Fay);
        if !cell.is_refused() && !is_foreign {
            continue;
        }
        let key = (cell.route.method, cell.route.path, cell.column);
        let absence = match absent.entry(key) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let answer = walk.ask(&cell.route, cell.asker(), &nothing).await?;
                place.insert(Seen::of(&answer, &nothing))
            }
        };
        if Seen::of(&cell.answer, walk.things(cell.of)) != *absence {
            let (route, about) = (cell.route, cell.asker().about);
            found.push(format!("{} {} lets {about} tell what is there from what is not", route.method, route.path));
        }
    }
    found.extend(foreign_logins(walk, cells).await);
    Ok(found)
}

/// Every address that names what cannot be is answered with a page of ours: never with a sentence of the framework's.
pub async fn misspelt(walk: &mut Walk<'_>) -> Result<Vec<String>> {
    let (things, mut found) = (Things::misspelt(), Vec::new());
    let leader = ASKERS.iter().find(|asker| asker.name == Some(Name::Mara)).expect("she asks");
    for route in inventory().into_iter().filter(|route| route.path.contains('{')) {
        let answer = walk.ask(&route, leader, &things).await?;
        let is_page = answer.headers.get(CONTENT_TYPE).is_some_and(|media| media.as_bytes().starts_with(b"text/html"));
        if !is_page && !answer.body.is_empty() {
            found.push(format!("{} {} answers {} with {:?}", route.method, route.path, answer.status, answer.body));
        }
    }
    Ok(found)
}

/// On this practice's server, a login of another practice is none.
async fn foreign_logins(walk: &mut Walk<'_>, cells: &[Cell]) -> Vec<String> {
    let nobody = ASKERS.iter().position(|asker| asker.name.is_none());
    let mut found = Vec::new();
    for cell in cells.iter().filter(|cell| Some(cell.column) == nobody && cell.of == Of::Therapy && cell.is_refused()) {
        let things = walk.things(cell.of);
        let answer = walk.ask_with_a_foreign_login(&cell.route, things).await;
        if Seen::of(&answer, things) != Seen::of(&cell.answer, things) {
            found.push(format!("{} {} knows a login of another practice", cell.route.method, cell.route.path));
        }
    }
    found
}
