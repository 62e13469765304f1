//! How far long work has come: what is being done now and, where that can be told, which part of it.

/// Where long work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// What is being done, for the console.
    pub name: &'static str,
    /// How many of how many bytes, lines or keys of it are done; nothing where that cannot be told.
    pub part: Option<(u64, u64)>,
}

impl Stage {
    /// A stage begins.
    pub const fn begun(name: &'static str) -> Self {
        Self { name, part: None }
    }

    /// So many of so many are done.
    pub const fn part(name: &'static str, done: u64, all: u64) -> Self {
        Self { name, part: Some((done, all)) }
    }
}
