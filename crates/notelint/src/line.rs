//! One line of JSON in, one line of JSON out: what `cohesion notes check --ndjson` says.

use serde::Deserialize;

use crate::roster::Roster;

/// Why a line was not checked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// Not the JSON that is expected.
    #[error("This line is not of the form {{\"member\":\"m1\",\"text\":\"…\"}}: {0}.")]
    Unreadable(String),
    /// No such member.
    #[error("Nobody in the roster has the id \"{0}\".")]
    Unknown(String),
}

/// Checks one line `{"member":"m1","text":"…"}`, a note in that member's chart.
///
/// Gives `{"hits":[{"start","end","member","kind"}]}` with offsets in characters, as one line.
pub fn check_line(roster: &Roster, line: &str) -> Result<String, LineError> {
    let request: Request = serde_json::from_str(line).map_err(|error| LineError::Unreadable(error.to_string()))?;
    let unknown = || LineError::Unknown(request.member.chars().take(ID_CHARS_MAX).collect());
    let hits = roster.check(&request.member, &request.text).ok_or_else(unknown)?;
    // Written by hand so that the fields stand in the promised order.
    let hits: Vec<_> = hits.iter().filter_map(|hit| serde_json::to_string(hit).ok()).collect();
    Ok(format!("{{\"hits\":[{}]}}", hits.join(",")))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    member: String,
    text: String,
}

/// How much of an unknown id is repeated.
const ID_CHARS_MAX: usize = 80;
