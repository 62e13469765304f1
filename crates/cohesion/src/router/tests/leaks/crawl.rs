//! Reads every page that somebody can come to: each address with each member's things, and each link from there.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::super::walk::inventory;
use crate::testing::Answer;
use crate::testing::whole::{Name, Told, Whole};

/// Members whose things are put into addresses.
const OWNERS: [Name; 7] = [Name::Sam, Name::Jo, Name::Dana, Name::Otto, Name::Eli, Name::Pat, Name::Quin];

/// Pages that one reader comes to at most: a bound, far above what there is.
const PAGES_MAX: usize = 2_000;

/// Questions behind one address that are asked at most: a log leads from each day to the day before.
const QUESTIONS_MAX: usize = 8;

/// How often each address was asked something.
#[derive(Default)]
struct Questions(BTreeMap<String, usize>);

impl Questions {
    fn may_ask(&mut self, link: &str) -> bool {
        let Some((address, _)) = link.split_once('?') else { return true };
        let asked = self.0.entry(address.to_owned()).or_default();
        *asked += 1;
        *asked <= QUESTIONS_MAX
    }
}

/// A page, and the address by which it was found.
pub struct Seen {
    /// The address.
    pub route: String,
    /// The page.
    pub answer: Answer,
}

/// Every page, whatever its status.
pub async fn read_all_pages(whole: &Whole, told: &Told, reader: Option<Name>) -> Vec<Seen> {
    let mut known: BTreeSet<String> = addresses(told);
    let mut to_read: VecDeque<String> = known.iter().cloned().collect();
    let (mut seen, mut questions) = (Vec::new(), Questions::default());
    while let Some(path) = to_read.pop_front() {
        let answer = whole.tab(reader).get(&path).await;
        if answer.status.is_success() {
            for link in links(&path, &answer.body) {
                if !known.contains(&link) && questions.may_ask(&link) {
                    known.insert(link.clone());
                    to_read.push_back(link);
                }
            }
        }
        seen.push(Seen { route: path, answer });
        assert!(seen.len() < PAGES_MAX, "{reader:?} comes to no end");
    }
    seen
}

fn addresses(told: &Told) -> BTreeSet<String> {
    let pages = || inventory().into_iter().filter(|route| route.method == "GET" && route.path != "/leave");
    let of_one = |owner| {
        let things = &told.things[owner];
        pages().filter(|route| things.can_fill(route.path)).map(|route| things.fill(route.path))
    };
    OWNERS.iter().flat_map(of_one).collect()
}

/// Where the links of a page lead, on this site. Files and the way out are left alone.
fn links(path: &str, body: &str) -> impl Iterator<Item = String> {
    let here = path.split('?').next().unwrap_or_default();
    let targets = body.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let local = targets.filter(|to| to.starts_with(['/', '?']) && !to.starts_with("/a/") && *to != "/leave");
    local.map(move |to| if to.starts_with('?') { format!("{here}{to}") } else { to.to_owned() }.replace("&amp;", "&"))
}
