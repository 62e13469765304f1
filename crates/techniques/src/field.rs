//! What a form asks: one field, and the kinds of answer there are.

use serde::Deserialize;

use crate::place::Place;

/// The longest line that a text field takes, in characters, unless its file asks for less.
pub const TEXT_CHARS_MAX: usize = 300;

/// The longest passage that a long text field takes, in characters: about five printed pages.
pub const LONG_TEXT_CHARS_MAX: usize = 10_000;

/// The most rows that a list takes.
pub const ROWS_MAX: usize = 60;

/// The most rows of their own that people may add to a matrix.
pub const OWN_ROWS_MAX: usize = 6;

/// The days of a grid, Monday first.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The column under which an own row keeps its name.
pub const OWN_NAME: &str = "name";

/// A question of a form, or a column of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Unique within the form, or within its columns.
    pub id: String,
    /// The question.
    pub label: String,
    /// A word of help under it.
    pub hint: Option<String>,
    /// Whether a finished sheet must have it. Few do: skipping is always offered.
    pub need: Need,
    /// Asked only after a certain answer to an earlier field.
    pub only_if: Option<Condition>,
    /// What an answer looks like.
    pub kind: Kind,
}

/// Whether a finished sheet must hold an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It may stay open.
    Optional,
    /// A finished sheet has it; a draft need not.
    Needed,
}

/// An earlier answer that opens a field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// A field before this one: yes or no, one of, or any of.
    pub field: String,
    /// Option ids, or `yes` and `no`; one of them is enough.
    pub is: Vec<String>,
}

/// The kinds of answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// One line.
    Text {
        /// In characters.
        length_chars_max: usize,
    },
    /// Several lines.
    LongText {
        /// In characters.
        length_chars_max: usize,
    },
    /// A number with its unit.
    Number {
        /// As printed after the number, such as `minutes`.
        unit: String,
        /// The smallest accepted.
        from: f64,
        /// The largest accepted.
        to: f64,
    },
    /// Whole numbers with words at the ends.
    Scale {
        /// The lowest.
        from: i32,
        /// The highest.
        to: i32,
        /// What the lowest means.
        low: String,
        /// What the highest means.
        high: String,
    },
    /// Whole numbers from 0 to 100.
    Percent,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A number to call, kept as typed.
    Phone,
    /// Yes or no.
    YesNo,
    /// One option.
    OneOf {
        /// In printed order.
        options: Vec<Choice>,
        /// Whether own words may be given instead.
        own_words: OwnWords,
    },
    /// Any number of options.
    AnyOf {
        /// In printed order.
        options: Vec<Choice>,
        /// Whether own words may be added.
        own_words: OwnWords,
    },
    /// As many rows as needed.
    List {
        /// What each row asks.
        columns: Vec<Field>,
        /// At most [`ROWS_MAX`].
        rows_max: usize,
        /// What one row is called, such as `person`.
        row_name: String,
        /// Whether the order of rows says something, as in a hierarchy.
        order: RowOrder,
    },
    /// The same columns for rows that the form names.
    Matrix {
        /// In printed order.
        rows: Vec<Row>,
        /// What each row asks.
        columns: Vec<Field>,
        /// How many rows people may add and name, at most [`OWN_ROWS_MAX`].
        own_rows: usize,
    },
    /// A week: day by hour.
    Grid {
        /// What each slot asks.
        columns: Vec<Field>,
        /// The first hour, 0 to 23.
        from_hour: u8,
        /// The last hour, 0 to 23.
        to_hour: u8,
    },
}

/// Whether own words count beside the options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnWords {
    /// Only the options.
    No,
    /// Own words too.
    Yes,
}

/// Whether the order of a list's rows says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowOrder {
    /// It does not.
    Free,
    /// The first comes first.
    Meant,
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is stored.
    pub id: String,
    /// What is shown.
    pub label: String,
    /// A word of help.
    pub hint: Option<String>,
    /// The id of the wider option this one belongs to.
    pub part_of: Option<String>,
}

/// A row that the form names.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// What is stored.
    pub id: String,
    /// What is shown.
    pub label: String,
    /// Columns that a finished sheet must have in this row.
    #[serde(default)]
    pub needed: Vec<String>,
    /// A skill of this catalogue that the row stands for.
    pub skill: Option<String>,
}

impl Kind {
    /// What each row asks; empty for a field without rows.
    pub fn columns(&self) -> &[Field] {
        match self {
            Self::List { columns, .. } | Self::Matrix { columns, .. } | Self::Grid { columns, .. } => columns,
            _ => &[],
        }
    }

    /// The column with this id.
    pub fn column(&self, id: &str) -> Option<&Field> {
        self.columns().iter().find(|column| column.id == id)
    }

    /// The options to choose from; empty for a field without them.
    pub fn options(&self) -> &[Choice] {
        match self {
            Self::OneOf { options, .. } | Self::AnyOf { options, .. } => options,
            _ => &[],
        }
    }

    /// Whether an answer is a number that can be reckoned with.
    pub fn is_amount(&self) -> bool {
        matches!(self, Self::Number { .. } | Self::Scale { .. } | Self::Percent)
    }

    /// Lowest and highest amount; `None` where an answer is none.
    pub fn range(&self) -> Option<(f64, f64)> {
        match self {
            Self::Number { from, to, .. } => Some((*from, *to)),
            Self::Scale { from, to, .. } => Some((f64::from(*from), f64::from(*to))),
            Self::Percent => Some((0.0, 100.0)),
            _ => None,
        }
    }

    /// Whether the kind has this row: a named one, an own one, a list's number or a grid's slot.
    pub fn has_row(&self, row: &str) -> bool {
        match self {
            Self::List { rows_max, .. } => numbered(row).is_some_and(|at| at < *rows_max),
            Self::Matrix { rows, own_rows, .. } => {
                rows.iter().any(|known| known.id == row) || own_row(row).is_some_and(|at| (1..=*own_rows).contains(&at))
            }
            Self::Grid { from_hour, to_hour, .. } => {
                slot(row).is_some_and(|hour| (*from_hour..=*to_hour).contains(&hour))
            }
            _ => false,
        }
    }
}

impl Condition {
    /// The place it looks at.
    pub fn place(&self) -> Place {
        Place::field(&self.field)
    }
}

/// The number of an own row, `own-1` and on.
pub(crate) fn own_row(row: &str) -> Option<usize> {
    numbered(row.strip_prefix("own-")?)
}

/// A row's number, written one way only: `7` and never `07`.
fn numbered(row: &str) -> Option<usize> {
    row.parse::<usize>().ok().filter(|at| at.to_string() == row)
}

/// The hour of a slot such as `mon-09`.
fn slot(row: &str) -> Option<u8> {
    let (day, hour) = row.split_once('-')?;
    let is_written = DAYS.contains(&day) && hour.len() == 2;
    hour.parse().ok().filter(|_| is_written)
}
