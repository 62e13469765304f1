//! The sets of fields in which a member's note is written, and which of them somebody likes.

use serde::{Deserialize, Serialize};

use super::{deeds, store};
use crate::work::Work;
use crate::{Error, Result};

/// A set of fields (domain.md A11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Behaviour, intervention, response, plan: what fits a group best, where the intervention is shared.
    #[default]
    Birp,
    /// Data, assessment, plan.
    Dap,
    /// Goal, intervention, response, plan.
    Girp,
    /// Problem, intervention, evaluation.
    Pie,
    /// Subjective, objective, assessment, plan.
    Soap,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Birp, Self::Dap, Self::Girp, Self::Pie, Self::Soap];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The format that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.code() == code)
            .ok_or_else(|| Error::bug(format!("no format of notes has the number {code}")))
    }

    /// The word for it in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Birp => "birp",
            Self::Dap => "dap",
            Self::Girp => "girp",
            Self::Pie => "pie",
            Self::Soap => "soap",
        }
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Birp => "notes-format-birp",
            Self::Dap => "notes-format-dap",
            Self::Girp => "notes-format-girp",
            Self::Pie => "notes-format-pie",
            Self::Soap => "notes-format-soap",
        }
    }

    /// The Fluent keys of its fields, in their order.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Birp => {
                &["notes-field-behaviour", "notes-field-intervention", "notes-field-response", "notes-field-plan"]
            }
            Self::Dap => &["notes-field-data", "notes-field-assessment", "notes-field-plan"],
            Self::Girp => &["notes-field-goal", "notes-field-intervention", "notes-field-response", "notes-field-plan"],
            Self::Pie => &["notes-field-problem", "notes-field-intervention", "notes-field-evaluation"],
            Self::Soap => {
                &["notes-field-subjective", "notes-field-objective", "notes-field-assessment", "notes-field-plan"]
            }
        }
    }

    /// Which field takes the facts of the session.
    pub const fn takes_facts(self) -> usize {
        match self {
            Self::Birp | Self::Dap | Self::Pie => 0,
            Self::Soap => 1,
            Self::Girp => 2,
        }
    }

    /// Empty fields but for the facts.
    pub fn filled_with(self, facts: &str) -> Vec<String> {
        let field = |(at, _)| if at == self.takes_facts() { facts.to_owned() } else { String::new() };
        self.fields().iter().enumerate().map(field).collect()
    }
}

impl std::str::FromStr for Format {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word).ok_or(Error::NotFound)
    }
}

/// The format in which the actor likes to write.
pub async fn format_of(work: &mut Work<'_>) -> Result<Format> {
    let Some(person) = work.actor().person() else { return Ok(Format::default()) };
    Ok(store::find_format(work, person).await?.unwrap_or_default())
}

/// Chooses it. Notes that are begun keep theirs.
pub async fn choose_format(work: &mut Work<'_>, format: Format) -> Result<()> {
    let (person, grant) = deeds::may_choose(work)?;
    store::save_format(work, &grant, person, format).await
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn a_stored_number_and_a_word_bring_back_the_same_format() {
        for format in Format::ALL {
            assert_eq!((Format::from_code(format.code()), format.word().parse()), (Ok(format), Ok(format)));
            assert!(format.takes_facts() < format.fields().len());
        }
        assert!(Format::from_code(9).is_err() && "xyz".parse::<Format>().is_err());
    }

    #[test]
    fn the_facts_stand_where_the_format_wants_them() {
        assert_eq!(Format::Dap.filled_with("Came."), ["Came.", "", ""]);
        assert_eq!(Format::Soap.filled_with("Came."), ["", "Came.", "", ""]);
    }
}
