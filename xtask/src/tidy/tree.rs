//! The repository as the rules see it: every file that git tracks or would track, read once.

use super::Finding;
use super::rust::Rust;
use std::io;
use std::path::Path;
use std::process::Command;

/// All files of the repository.
pub struct Tree {
    /// Sorted by path.
    pub files: Vec<File>,
}

/// One file.
pub struct File {
    /// From the repository's root, with forward slashes.
    pub path: String,
    /// Empty for a file that is not UTF-8 text.
    pub text: String,
    /// The scanned source of a `.rs` file.
    pub rust: Option<Rust>,
}

impl Tree {
    /// Reads the git checkout that the current directory is in.
    pub fn of_this_repository() -> io::Result<Self> {
        let root = git(Path::new("."), &["rev-parse", "--show-toplevel"])?;
        let root = Path::new(root.trim_end());
        let names = git(root, &["ls-files", "-z", "--cached", "--others", "--exclude-standard"])?;
        let mut files = Vec::new();
        for path in names.split_terminator('\0') {
            // A file that is deleted but not yet committed is still listed.
            if let Ok(bytes) = std::fs::read(root.join(path)) {
                files.push(File::new(path, String::from_utf8(bytes).unwrap_or_default()));
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self { files })
    }

    /// A small tree for a rule's own test: pairs of path and text.
    #[cfg(test)]
    pub fn holding(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|(path, text)| File::new(path, (*text).to_owned())).collect() }
    }

    /// The file at `path`, if there is one.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Whether a file or a folder of this name is in the tree.
    pub fn holds(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        self.files
            .iter()
            .any(|file| file.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }

    /// Every Rust source with its scan.
    pub fn rust(&self) -> impl Iterator<Item = (&File, &Rust)> {
        self.files.iter().filter_map(|file| Some((file, file.rust.as_ref()?)))
    }

    /// The product's own sources with their path inside `crates/cohesion/src/`.
    pub fn product(&self) -> impl Iterator<Item = (&str, &File, &Rust)> {
        self.rust().filter_map(|(file, rust)| Some((file.path.strip_prefix("crates/cohesion/src/")?, file, rust)))
    }
}

impl File {
    fn new(path: &str, text: String) -> Self {
        let rust = has_extension(path, &["rs"]).then(|| Rust::scan(path, &text));
        Self { path: path.to_owned(), text, rust }
    }

    /// Whether the file's name ends in one of these extensions, given without the dot.
    pub fn is(&self, extensions: &[&str]) -> bool {
        has_extension(&self.path, extensions)
    }

    /// A finding in this file, see [`Finding::new`].
    pub fn finding(&self, line: usize, what: impl Into<String>, mend: &'static str) -> Finding {
        Finding::new(&self.path, line, what, mend)
    }

    /// The lines with their numbers, which count from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// The file's name without its folders.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

fn git(folder: &Path, arguments: &[&str]) -> io::Result<String> {
    let done = Command::new("git").args(arguments).current_dir(folder).output()?;
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr);
        return Err(io::Error::other(format!("`git {}` did not succeed: {said}", arguments.join(" "))));
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}

fn has_extension(path: &str, extensions: &[&str]) -> bool {
    Path::new(path).extension().is_some_and(|found| extensions.iter().any(|wanted| found == *wanted))
}
