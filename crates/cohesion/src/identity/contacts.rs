//! One's own names and ways to be reached. An address that is somebody else's here is answered in words that do not say so,
//! and tries are counted, so that nobody finds out by it who else is here.

use super::login::ask_for_own;
use super::throttle::{Count, admit};
use super::{Correction, KeptProfile, change_profile, kept_profile};
use crate::access::{Actor, Deed};
use crate::app::App;
use crate::work::Work;
use crate::{Error, Fault, Result};

/// One's own, for changing it: after a fresh proof, so that nothing typed is lost to one.
pub async fn own_contacts(work: &mut Work<'_>) -> Result<KeptProfile> {
    let (person, grant) = ask_for_own(work, Deed::ChangeOwnContacts)?;
    kept_profile(work, &grant, person).await
}

/// Changes them. A new address takes effect at once: it is what one signs in with from then on.
pub async fn change_own_contacts(app: &App, actor: Actor, correction: Correction) -> Result<()> {
    let wanted = correction.profile.email.clone();
    let counted = app.write(actor, async move |work| {
        let kept = own_contacts(work).await?;
        if kept.profile.email == wanted {
            return Ok(());
        }
        let (person, _) = ask_for_own(work, Deed::ChangeOwnContacts)?;
        admit(work, &[Count::OwnAddress(person.0)]).await?.checked()
    });
    counted.await?;
    let changing = async move |work: &mut Work<'_>| {
        let (person, grant) = ask_for_own(work, Deed::ChangeOwnContacts)?;
        change_profile(work, &grant, person, &correction).await.map_err(in_neutral_words)
    };
    app.write(actor, changing).await
}

fn in_neutral_words(error: Error) -> Error {
    let Error::Invalid(faults) = error else { return error };
    let neutral = |fault: Fault| match fault.words {
        "identity-fault-address-taken" => Fault::new(fault.field, "identity-fault-address-unusable"),
        _ => fault,
    };
    Error::Invalid(faults.into_iter().map(neutral).collect())
}
