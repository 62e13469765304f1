//! Why a file, or one item of it, is left out, each reason a sentence that says how to mend it.

/// Something left out: which file, where in it, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {place}: {reason}")]
pub struct Problem {
    /// Path of the file as the caller named it.
    pub file: String,
    /// The part of the file, such as `steps, "when", "situation"`.
    pub place: String,
    /// What is wrong.
    pub reason: Reason,
}

/// What can be wrong with a file of techniques.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Not TOML, or a name that the format does not have.
    #[error("{0}.")]
    Unreadable(String),
    /// The path says neither form nor skills nor curriculum.
    #[error("Put the file into techniques/forms, techniques/skills or techniques/curricula.")]
    WrongFolder,
    /// The file is not named after the id in it.
    #[error("The file must be called \"{0}.toml\", after the id in it.")]
    FileName(String),
    /// An id that an address cannot carry.
    #[error("Write \"{0}\" with lower-case letters, digits and {1} only.")]
    BadId(String, &'static str),
    /// A text or list that must say something says nothing.
    #[error("This must not be empty.")]
    Empty,
    /// More than the format allows.
    #[error("There are {found}, but at most {most} are allowed.")]
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// Two things with one name.
    #[error("\"{0}\" stands here twice; rename one of them.")]
    Twice(String),
    /// A name that nothing has.
    #[error("There is no {kind} \"{name}\"; correct the name or add it.")]
    Unknown {
        /// What was looked for.
        kind: &'static str,
        /// Its name.
        name: String,
    },
    /// An attribute that a kind of field needs.
    #[error("A field of kind \"{kind}\" needs \"{attribute}\".")]
    Lacks {
        /// The field's kind.
        kind: &'static str,
        /// What it lacks.
        attribute: &'static str,
    },
    /// An attribute that a kind of field has no use for.
    #[error("A field of kind \"{kind}\" has no \"{attribute}\"; take it out.")]
    HasNo {
        /// The field's kind.
        kind: &'static str,
        /// What it has too much.
        attribute: &'static str,
    },
    /// A range without room.
    #[error("\"from\" must lie below \"to\", within what the format allows.")]
    Range,
    /// Something with rows inside a row.
    #[error("A column cannot have rows or columns of its own.")]
    Nested,
    /// A place that holds another kind of answer.
    #[error("\"{name}\" is not {expected}.")]
    OtherKind {
        /// The place.
        name: String,
        /// What was needed.
        expected: &'static str,
    },
    /// A field that opens another but comes after it.
    #[error("\"{0}\" must be asked before this field, since this field depends on it.")]
    AskedLater(String),
    /// Neither or both of two things that exclude each other.
    #[error("Give exactly one of {0}.")]
    ExactlyOne(&'static str),
    /// An audience by default that is not offered.
    #[error("The default audience must be among those offered.")]
    DefaultNotOffered,
    /// A form that tells of danger, and would not be seen by a leader or would be seen by the group.
    #[error("A form with signals is read by a leader and by nobody else; offer \"leader\" only.")]
    SignalsUnread,
    /// A form for therapy only that is open to support groups.
    #[error("This is for therapy only, because of {0}; take \"support\" out of \"groups\".")]
    TherapyOnly(&'static str),
    /// A figure without who published it.
    #[error("A figure needs its author and year; give both, or leave the figure out and say why in \"note\".")]
    FigureWithoutAuthor,
    /// Neither a figure nor why there is none.
    #[error("Give a \"figure\", or say in \"note\" why there is none.")]
    NoFigureNoNote,
    /// Author without year or the other way round.
    #[error("Give author and year together.")]
    HalfCited,
    /// Minutes that do not add up.
    #[error("The agenda comes to {found} minutes, but a session has {expected}; change one of them.")]
    Minutes {
        /// The sum.
        found: u32,
        /// The length.
        expected: u32,
    },
    /// Numbers that contradict each other or what the file holds.
    #[error("{found} does not fit: {expected}.")]
    DoesNotFit {
        /// What stands there.
        found: u32,
        /// What would fit.
        expected: String,
    },
    /// What support groups do not have.
    #[error("A support group has no {0}; take it out.")]
    NotInSupport(&'static str),
    /// A technique that the kind of group may not use.
    #[error("{kind} \"{name}\" is for therapy only and cannot be used in a support group.")]
    ClosedToSupport {
        /// Form or skill.
        kind: &'static str,
        /// Its id.
        name: String,
    },
    /// Sessions that do not follow one another.
    #[error("Number the sessions 1, 2, 3 and on; here stands {found} where {expected} is due.")]
    Numbering {
        /// The number that stands there.
        found: u32,
        /// The number due.
        expected: u32,
    },
}
