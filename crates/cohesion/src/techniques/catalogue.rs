//! The techniques as this server has them: those that come with the program, and the practice's own files in its data
//! folder. What is broken is left out, item by item, and named; nothing of it keeps the server from starting.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use ::techniques::{Catalogue, Problem, Reason, files};

/// The folder of the practice's own files, inside its data folder.
const FOLDER: &str = "techniques";

/// What stands in it: one folder for each kind of file.
const KINDS: [&str; 3] = ["forms", "skills", "curricula"];

/// The techniques, and the texts of the practice's own curricula.
struct Here {
    catalogue: Catalogue,
    own: Vec<(String, String)>,
}

static HERE: OnceLock<Here> = OnceLock::new();

/// The techniques of this server.
pub fn catalogue() -> &'static Catalogue {
    HERE.get().map_or_else(|| Catalogue::built_in(), |here| &here.catalogue)
}

/// Takes up the practice's own files, once, when the server starts. Answers what was left out.
pub fn take_up(data: &Path) -> Vec<Problem> {
    let (catalogue, problems) = read(data);
    let _already = HERE.set(Here { catalogue, own: own_files(&data.join(FOLDER)).0 });
    problems
}

/// The text of a curriculum of this server, as its file says it.
pub(super) fn curriculum_text(id: &str) -> Option<String> {
    catalogue().curriculum(id)?;
    let name = format!("curricula/{id}.toml");
    let built_in = files::CURRICULA.iter().find(|(path, _)| path.ends_with(&name)).map(|(_, text)| (*text).to_owned());
    let own = HERE.get().and_then(|here| here.own.iter().find(|(path, _)| path.ends_with(&name)));
    built_in.or_else(|| own.map(|(_, text)| text.clone()))
}

/// The techniques as a server on this data folder has them, and what is left out, each with file and place.
pub fn read(data: &Path) -> (Catalogue, Vec<Problem>) {
    let (own, mut unread) = own_files(&data.join(FOLDER));
    let mut all: Vec<(&str, &str)> = files::files().collect();
    all.extend(own.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let (catalogue, problems) = Catalogue::load(all);
    unread.extend(problems);
    (catalogue, unread)
}

/// Path and text of each of the practice's own files, in the order of their names, and those that cannot be read.
fn own_files(folder: &Path) -> (Vec<(String, String)>, Vec<Problem>) {
    let (mut own, mut unread) = (Vec::new(), Vec::new());
    for kind in KINDS {
        let Ok(entries) = fs::read_dir(folder.join(kind)) else { continue };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect();
        paths.sort();
        for path in paths {
            let file = path.display().to_string();
            match fs::read_to_string(&path) {
                Ok(text) => own.push((file, text)),
                Err(cause) => {
                    let reason = Reason::Unreadable(format!("It cannot be read: {cause}"));
                    unread.push(Problem { file, place: "file".to_owned(), reason });
                }
            }
        }
    }
    (own, unread)
}
