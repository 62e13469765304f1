//! Whether mail tells a person of their own dates: it does until they say no.

use super::{deeds, store};
use crate::Result;
use crate::work::Work;

/// What a person has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateMail {
    /// A neutral mail tells of each date, and of its change.
    Wanted,
    /// None does.
    Declined,
}

/// Whether mail tells the actor of their dates.
pub async fn date_mail(work: &mut Work<'_>) -> Result<DateMail> {
    let (person, grant) = deeds::may_choose_mail(work)?;
    let declined = store::has_declined_mail(work, &grant, person).await?;
    Ok(if declined { DateMail::Declined } else { DateMail::Wanted })
}

/// The actor chooses whether mail tells of their dates.
pub async fn choose_mail(work: &mut Work<'_>, choice: DateMail) -> Result<()> {
    let (person, grant) = deeds::may_choose_mail(work)?;
    match choice {
        DateMail::Wanted => store::want_mail(work, &grant, person).await,
        DateMail::Declined => store::decline_mail(work, &grant, person).await,
    }
}
