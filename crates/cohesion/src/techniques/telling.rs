//! What of a sheet tells of danger, and the alert that stands because of it.
//!
//! A sheet that tells more than before is a cause of its own: whoever has closed an alert hears of what was added, and nobody
//! hears the same twice.

use ::techniques::{Signal, Urgency, Value};

use super::sheet::{Sheet, Telling};
use crate::safety::{self, AlertId, Cause, Sign};
use crate::work::Work;
use crate::{Error, Result};

/// The alert that stands because of the sheet, if anything in it asks for one. What is told is noted in the sheet, which the
/// caller keeps.
pub(super) async fn tell(work: &mut Work<'_>, sheet: &mut Sheet) -> Result<Option<AlertId>> {
    let signals = sheet.form.signals_of(&sheet.answers);
    if signals.is_empty() {
        return Ok(None);
    }
    note(sheet, &signals);
    let urgency = if signals.iter().any(|signal| signal.urgency == Urgency::Now) {
        measures::instrument::Urgency::Now
    } else {
        measures::instrument::Urgency::Today
    };
    let sign = Sign::Sheet {
        telling: key(sheet)?,
        sheet: sheet.id.0,
        title: sheet.form.short_title.clone(),
        meanings: signals.into_iter().map(|signal| signal.meaning).collect(),
        urgency,
    };
    let cause = Cause { person: sheet.person, group: Some(sheet.group), sign };
    safety::raise(work, &cause).await.map(Some)
}

/// Notes every sign that tells more than what was told of it before.
fn note(sheet: &mut Sheet, signals: &[Signal]) {
    for signal in signals {
        let amount = sheet.answers.at(&signal.place).and_then(Value::amount);
        let sign = format!("{} at {}", signal.id, signal.place);
        let is_known = |told: &Telling| told.sign == sign && told.amount >= amount;
        if !sheet.told.iter().any(is_known) {
            sheet.told.push(Telling { sign, amount });
        }
    }
}

/// The same for the same telling, and another one as soon as the sheet tells more.
fn key(sheet: &Sheet) -> Result<crate::id::Bytes> {
    let told = serde_json::to_vec(&sheet.told).map_err(|cause| Error::bug(cause.to_string()))?;
    let digest = keyring::digest(&[&sheet.id.0[..], &told].concat());
    let mut key = [0; 16];
    key.copy_from_slice(&digest[..16]);
    Ok(key)
}
