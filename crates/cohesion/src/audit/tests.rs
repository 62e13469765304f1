//! Scenarios of the audit log, on both engines.

mod checkpoints;
mod mutations;
mod reports;

use crate::Result;
use crate::access::{About, Deed, Standing};
use crate::clock::Span;
use crate::id::{self, PersonId};
use crate::testing::TestClinic;

/// So many deeds of all kinds, a second apart.
async fn deeds(clinic: &TestClinic, count: usize) -> Result<()> {
    for at in 0..count {
        let about = match at % 3 {
            0 => About::NOTHING,
            1 => About::person(PersonId::random()?),
            _ => About::of(PersonId::random()?, id::random()?),
        };
        let actor = if at % 2 == 0 { clinic.system() } else { clinic.signed_in(PersonId::random()?) };
        let deed = [Deed::SignIn, Deed::ShowSecondFactor, Deed::TakeUpInvitation][at % 3];
        clinic.write(actor, async move |work| work.ask(deed, Standing::NONE, about).map(drop)).await?;
        clinic.pass(Span::seconds(1));
    }
    Ok(())
}
