//! One thing that was looked at, and how it stands.

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it should be.
    Fine,
    /// A person should look at it, in their own time.
    Look,
    /// Something does not work, or soon will not.
    Mend,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What: a word or two.
    pub what: &'static str,
    /// How it stands.
    pub state: State,
    /// How it is, in a few words.
    pub said: String,
    /// What to do about it; empty where there is nothing to do.
    pub remedy: String,
}

impl Finding {
    /// It is as it should be.
    pub fn fine(what: &'static str, said: impl Into<String>) -> Self {
        Self { what, state: State::Fine, said: said.into(), remedy: String::new() }
    }

    /// A person should look at it.
    pub fn look(what: &'static str, said: impl Into<String>) -> Self {
        Self { state: State::Look, ..Self::fine(what, said) }
    }

    /// It must be mended.
    pub fn mend(what: &'static str, said: impl Into<String>) -> Self {
        Self { state: State::Mend, ..Self::fine(what, said) }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(self, remedy: impl Into<String>) -> Self {
        Self { remedy: remedy.into(), ..self }
    }
}
