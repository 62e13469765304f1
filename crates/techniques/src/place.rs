//! Where in a sheet a value stands, as dotted names: `mood`, `people.name`, `urges.suicide.strength`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A place in a form: a field, a column of its list or grid, or one cell of its matrix.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Place {
    /// The field's id.
    pub field: String,
    /// The row: a matrix row's id, a list row counted from 0, or a grid's `mon-09`; absent for the whole column.
    pub row: Option<String>,
    /// The column's id; absent for a field without columns.
    pub column: Option<String>,
}

impl Place {
    /// A field without columns, or the whole of one with them.
    pub fn field(field: impl Into<String>) -> Self {
        Self { field: field.into(), row: None, column: None }
    }

    /// One cell.
    pub fn cell(field: impl Into<String>, row: impl Into<String>, column: impl Into<String>) -> Self {
        Self { field: field.into(), row: Some(row.into()), column: Some(column.into()) }
    }

    /// Reads one to three names with dots between them; two names are a field and its column.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('.').collect();
        if parts.iter().any(|part| part.is_empty()) {
            return None;
        }
        match parts.as_slice() {
            [field] => Some(Self::field(*field)),
            [field, column] => Some(Self { field: (*field).to_owned(), row: None, column: Some((*column).to_owned()) }),
            [field, row, column] => Some(Self::cell(*field, *row, *column)),
            _ => None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.field)?;
        for part in self.row.iter().chain(&self.column) {
            write!(out, ".{part}")?;
        }
        Ok(())
    }
}

impl TryFrom<String> for Place {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("\"{text}\" is not a place like \"urges.suicide.strength\"."))
    }
}

impl From<Place> for String {
    fn from(place: Place) -> Self {
        place.to_string()
    }
}
