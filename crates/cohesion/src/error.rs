//! Everything that can go wrong, as the one type that every act answers with.

use jiff::civil::Date;

use crate::id::{self, Bytes};

/// What an act answers with.
pub type Result<T> = std::result::Result<T, Error>;

/// One thing to mend in a form: the field, and the Fluent key of the sentence that says how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in the form.
    pub field: String,
    /// The key of the sentence in `locales/`.
    pub words: &'static str,
}

impl Fault {
    /// A fault of `field`, said by the sentence `words`.
    pub fn new(field: impl Into<String>, words: &'static str) -> Self {
        Self { field: field.into(), words }
    }
}

/// One thing that must be there first: the Fluent key of the sentence that says it, and the facts it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The key of the sentence in `locales/`.
    pub words: &'static str,
    /// The sentence's variables.
    pub facts: Vec<(&'static str, Fact)>,
}

/// A fact that a sentence names, said in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A country or one of its regions, as its ISO 3166 code.
    Place(String),
    /// A day.
    Day(Date),
}

impl Reason {
    /// A reason, said by the sentence `words`.
    pub const fn new(words: &'static str) -> Self {
        Self { words, facts: Vec::new() }
    }

    /// The same reason, naming a fact more.
    #[must_use]
    pub fn naming(mut self, variable: &'static str, fact: Fact) -> Self {
        self.facts.push((variable, fact));
        self
    }
}

/// Why an act was not done. What the actor may not see is `NotFound`, never `Forbidden`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It does not exist, or this actor may not know that it does.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, or the login is locked.
    #[error("signing in is needed")]
    SignInNeeded,
    /// The actor may do this, but must show who they are once more (within five minutes).
    #[error("a fresh proof of identity is needed")]
    StepUpNeeded,
    /// The actor may see this and still not do it; the key says why.
    #[error("not allowed: {0}")]
    Forbidden(&'static str),
    /// The form needs mending; nothing was stored.
    #[error("{} fields need mending", .0.len())]
    Invalid(Vec<Fault>),
    /// The world has moved on; the key says how.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// Something must be there first; each reason says what is missing.
    #[error("{} things must be there first", .0.len())]
    Blocked(Vec<Reason>),
    /// Too many tries; come back after so many seconds.
    #[error("too many tries; again in {after_s} s")]
    TooMany {
        /// Seconds until another try makes sense.
        after_s: u32,
    },
    /// The store cannot answer now.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A state that cannot be; logged where it is met and counted.
    #[error("bug: {0}")]
    Bug(String),
}

impl Error {
    /// One field that needs mending.
    pub fn invalid(field: impl Into<String>, words: &'static str) -> Self {
        Self::Invalid(vec![Fault::new(field, words)])
    }

    /// What somebody at the console reads: the cause's own sentence, where there is one.
    pub fn into_sentence(self) -> String {
        match self {
            Self::Bug(sentence) | Self::Unavailable(sentence) => sentence,
            other => other.to_string(),
        }
    }

    /// A state that cannot be.
    pub fn bug(what: impl Into<String>) -> Self {
        Self::Bug(what.into())
    }
}

/// One thing of a list, as it was read. What is damaged comes to nothing, so that the others can be shown and a placeholder
/// stands for it: it is logged here, by its id and never by its content. A refusal, and a store that does not answer, stay
/// errors.
pub fn unless_damaged<T>(read: Result<T>, of: &'static str, id: Bytes) -> Result<Option<T>> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(Error::Bug(cause)) => {
            tracing::error!(%cause, of, id = id::to_text(id), "something in a list cannot be read");
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

/// A list as it was read: what is damaged is counted, so that the rest can be shown and the loss be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legible<T> {
    /// What can be read.
    pub readable: Vec<T>,
    /// How many cannot.
    pub damaged: usize,
}

impl<T> Default for Legible<T> {
    fn default() -> Self {
        Self { readable: Vec::new(), damaged: 0 }
    }
}

impl<T> Legible<T> {
    /// Adds one more of them, as [`unless_damaged`] takes it.
    pub fn add(&mut self, read: Result<T>, of: &'static str, id: Bytes) -> Result<()> {
        match unless_damaged(read, of, id)? {
            Some(read) => self.readable.push(read),
            None => self.damaged += 1,
        }
        Ok(())
    }
}

impl From<store::Error> for Error {
    fn from(cause: store::Error) -> Self {
        match cause {
            store::Error::Missing => Self::NotFound,
            store::Error::Unavailable(_) | store::Error::Full | store::Error::Closed => {
                Self::Unavailable(cause.to_string())
            }
            other => Self::Bug(other.to_string()),
        }
    }
}

impl From<keyring::Error> for Error {
    fn from(cause: keyring::Error) -> Self {
        Self::Bug(cause.to_string())
    }
}
