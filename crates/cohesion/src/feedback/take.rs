//! What the therapist ticked is put into the draft, behind what stands there: from then on it is theirs to edit.

use super::{Body, Chart, LetterId, Part, deeds, keep, letter, store, suggest};
use crate::web::words::Words;
use crate::work::Work;
use crate::{Error, Result};

/// Puts suggestions into the letter. One that is not there any more, or stands in it already, changes nothing.
pub async fn take(work: &mut Work<'_>, words: Words, id: LetterId, keys: &[String]) -> Result<()> {
    let row = store::find_letter(work, id).await?;
    let grant = deeds::may_write_on(work, &row).await?;
    row.while_draft()?;
    let again = store::find_letter(work, id).await?;
    let draft = letter::open(work, &grant, again).await?;
    let suggestions = suggest::suggestions_for(work, words, &draft).await?.suggestions;
    let (version, mut body) = (draft.version, draft.body);
    for suggestion in suggestions.into_iter().filter(|suggestion| keys.contains(&suggestion.key)) {
        if let (None, Some(instrument)) = (&body.chart, &suggestion.chart) {
            body.chart = chart(work, &row, instrument).await?;
        }
        add(&mut body, suggestion.part, &suggestion.text);
    }
    keep::rewrite(work, &grant, &row, version, &body).await
}

async fn chart(work: &mut Work<'_>, row: &store::LetterRow, instrument: &str) -> Result<Option<Chart>> {
    match keep::chart_of(work, row, instrument).await {
        Ok(chart) => Ok(Some(chart)),
        Err(Error::Invalid(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

fn add(body: &mut Body, part: Part, text: &str) {
    let Some(there) = body.parts.get_mut(part.place()) else { return };
    if there.contains(text) {
        return;
    }
    if !there.trim().is_empty() {
        there.push('\n');
    }
    there.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_stands_behind_what_is_there_and_once() {
        let mut body = Body { parts: vec![String::new(); 8], ..Body::default() };
        add(&mut body, Part::Strength, "You came to 5 of 6 sessions.");
        add(&mut body, Part::Strength, "3 of 5 done.");
        add(&mut body, Part::Strength, "3 of 5 done.");
        assert_eq!(body.part(Part::Strength), "You came to 5 of 6 sessions.\n3 of 5 done.");
    }
}
