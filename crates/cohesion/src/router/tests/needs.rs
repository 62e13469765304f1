//! What a route says it needs is what it really asks for.

use super::walk::{Cell, Of};
use crate::access::{Deed, Tie};
use crate::groups::LeaderRole;
use crate::testing::whole::{Name, Ring, Things};
use crate::web::Needs;

/// Routes that anybody may come to, and that send a visitor without anything in hand on or away all the same.
const DOORS: [&str; 4] = [
    // The second step of signing in comes after the first.
    "/sign-in/code",
    // This practice has been set up.
    "/set-up/{token}",
    // Nobody joins a therapy group alone.
    "/welcome/groups/{group}/join",
    // Nobody is signed in to a demo that was not asked for.
    "/sign-out",
];

/// Pages on which whoever leads a session writes for themselves.
const OWN_WORDS: [&str; 3] = ["/process", "/briefs", "/run/note"];

/// Every cell that does not go with its row.
pub fn disagreements(cells: &[Cell]) -> Vec<String> {
    cells.iter().filter_map(|cell| Some(format!("{} {}", said(cell), fault(cell)?))).collect()
}

fn said(cell: &Cell) -> String {
    let (route, asker) = (cell.route, cell.asker());
    format!("{} {} answers {} to {} ({:?}),", route.method, route.path, cell.signs(), asker.about, cell.of)
}

fn fault(cell: &Cell) -> Option<String> {
    let is_nobody = cell.asker().name.is_none();
    let deeds = match cell.route.needs {
        Needs::Nobody if is_nobody && cell.is_refused() && !DOORS.contains(&cell.route.path) => {
            return Some("but says that anybody may come".to_owned());
        }
        Needs::Nobody => return None,
        Needs::Login => {
            return (is_nobody && cell.signs() != "in").then(|| "but says that it needs a login".to_owned());
        }
        Needs::Deed(deed) => vec![deed],
        Needs::Either(deeds) => deeds.to_vec(),
    };
    if is_nobody {
        return (cell.signs() != "in").then(|| "but says that it needs a yes about somebody".to_owned());
    }
    let ties = ties(cell);
    let is_tied = deeds.iter().flat_map(|deed| deed.who_may()).any(|tie| ties.contains(tie));
    let codes: Vec<_> = deeds.into_iter().map(Deed::code).collect();
    (!cell.is_refused() && !is_tied)
        .then(|| format!("but says that it needs {}, which takes another tie than {ties:?}", codes.join(" or ")))
}

/// How whoever asks stands to what the path names. A path that names nothing is about themself and all that they work with.
fn ties(cell: &Cell) -> Vec<Tie> {
    let Some(name) = cell.asker().name else { return vec![Tie::Anyone] };
    let mut ties = vec![Tie::Anyone, Tie::SignedIn];
    let path = cell.route.path;
    if !Things::names_one(path) {
        ties.push(Tie::Oneself);
        ties.extend(Ring::ALL.into_iter().flat_map(|ring| name.ties_to(ring)));
        if name == Name::Fay {
            ties.extend([Tie::Leader, Tie::Clinician]);
        }
        return ties;
    }
    // Contacts are exchanged, and incidents put on record, in support groups alone.
    let is_of_support = ["{exchange}", "{incident}"].iter().any(|name| path.contains(name));
    let ring = if is_of_support { Ring::Support } else { cell.of.ring() };
    let owner = match path {
        _ if path.starts_with("/admin/") => Name::Mara,
        // Only who takes part in a support group has steps and self-checks, and exchanges contacts.
        _ if ["{step}", "{check}", "{exchange}"].iter().any(|name| path.contains(name)) => Name::Pat,
        _ => cell.of.owner(),
    };
    // A session is the group's; what a member says of it is about themself.
    let is_ones_own = path.starts_with("/me/sessions/") && name.sits_in(cell.of.ring())
        // What a leader writes for themselves about it is about themself too.
        || OWN_WORDS.iter().any(|end| path.ends_with(end)) && matches!(name.leads(cell.of.ring()), Some(LeaderRole::Leader | LeaderRole::CoLeader));
    if name == owner || is_ones_own {
        ties.push(Tie::Oneself);
    }
    ties.extend(name.ties_to(ring));
    if answers(name, path, cell.of) {
        ties.push(Tie::OnDuty);
    }
    ties
}

/// Whether somebody is on duty for what the path names: whoever was told of the open alert, which is the practice's duty
/// first and all who lead in the end, reads the plan of whom it is about too.
fn answers(name: Name, path: &str, of: Of) -> bool {
    let was_told = matches!((name, of), (Name::Mara | Name::Cleo, _) | (Name::Finn, Of::Support));
    was_told && ["{alert}", "{incident}", "/safety-plan"].iter().any(|of| path.contains(of))
}
