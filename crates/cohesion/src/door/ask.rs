//! A visitor asks for a place in a group that is shown: an enquiry like any other, from somebody who is not signed in.

use super::shown_group;
use crate::enrolment::{self, Enquiry, Source};
use crate::id::GroupId;
use crate::identity::{self, ClientAddress, Profile};
use crate::work::Work;
use crate::{Error, Result};

/// What somebody says who asks.
#[derive(Clone, PartialEq, Eq)]
pub struct Asking {
    /// What they want to be called.
    pub called: String,
    /// Where mail reaches them, where they gave an address.
    pub email: String,
    /// A number to call, where they gave one.
    pub phone: Option<String>,
    /// What brings them, in their own words.
    pub words: String,
    /// When they can be reached, or come.
    pub times: String,
}

impl std::fmt::Debug for Asking {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Asking([sealed])")
    }
}

/// Asks for a place. A group that is not shown takes no questions; one address asks only so often. Whoever asks learns
/// nothing of who else is known here (ATK-23).
pub async fn ask(work: &mut Work<'_>, client: ClientAddress, group: GroupId, asking: &Asking) -> Result<()> {
    shown_group(work, group).await?;
    if asking.email.is_empty() && asking.phone.is_none() {
        return Err(Error::invalid("email", "door-fault-reach"));
    }
    identity::admit_from_outside(work, client).await?;
    let Asking { called, email, phone, words, times } = asking.clone();
    let profile = Profile { called, legal: String::new(), email, phone };
    let asked = Enquiry { times, ..Enquiry::of_words(Source::Oneself, words) };
    enrolment::ask_from_outside(work, group, &profile, &asked).await.map(|_| ())
}
