//! A mail: one recipient, a neutral subject, plain words. It waits sealed in the outbox until it has been handed in.

use serde::{Deserialize, Serialize};

use super::{SEND, deeds, store};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{MailId, PersonId};
use crate::practice::{self, Settings};
use crate::say;
use crate::web::{Said, Words};
use crate::work::{Cell, Job, Scope, Work};

/// What a mail says, and where it goes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// The recipient's address.
    pub to: String,
    /// The site's name, which stands as the sender's.
    pub site: String,
    /// The subject: never more than whose mail it is.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
    /// The page it leads to, from the first slash.
    pub path: String,
    /// Why the recipient gets it.
    pub closing: String,
}

/// Where a mail goes, and where it leads.
#[derive(Clone, Copy)]
pub struct Envelope<'a> {
    /// The recipient's address.
    pub to: &'a str,
    /// The page it leads to, from the first slash.
    pub path: &'a str,
}

impl Mail {
    /// The whole text, with the link on the site's public address.
    pub fn body(&self, public_url: &str) -> String {
        let Self { text, path, closing, .. } = self;
        format!("{text}\n\n{public_url}{path}\n\n{closing}\n")
    }
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Mail([sealed])")
    }
}

/// A mail that lies in the outbox.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// Its id.
    pub id: MailId,
    /// Whom it is for.
    pub person: PersonId,
    /// What it says.
    pub mail: Mail,
    /// When it was written.
    pub written_at: Timestamp,
}

/// Puts a mail for a person into the outbox, with the subject and closing that every mail has. `text` says the rest in the
/// practice's language; it gets the site's name. The grant must be about this person.
pub async fn post(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    envelope: Envelope<'_>,
    text: impl FnOnce(Words, &str) -> Said,
) -> Result<MailId> {
    let Settings { language, site_name: site, .. } = practice::settings(work).await?;
    let words = Words::of(&language);
    let mail = Mail {
        to: envelope.to.to_owned(),
        subject: say!(words, "notices-mail-subject", site = site.as_str()).into_owned(),
        text: text(words, &site).into_owned(),
        path: envelope.path.to_owned(),
        closing: say!(words, "notices-mail-closing", site = site.as_str()).into_owned(),
        site,
    };
    let id = MailId::random()?;
    let sealed = work.seal(Scope::Person(person), cell(id), &mail).await?;
    store::insert_mail(work, grant, id, person, sealed).await?;
    work.enqueue(Job::once(SEND, id.0, work.now()));
    Ok(id)
}

/// What lies in the outbox, the newest first: in the demo and in trials all mail, elsewhere what could not be handed in yet.
pub async fn outbox(work: &mut Work<'_>) -> Result<Vec<Outgoing>> {
    let grant = deeds::may_see_outbox(work)?;
    let mut outbox = Vec::new();
    for kept in store::outbox(work, &grant).await? {
        let about = work.about(&grant, kept.person);
        outbox.push(open(work, &about, kept).await?);
    }
    Ok(outbox)
}

pub(super) async fn open(work: &mut Work<'_>, grant: &Grant, kept: store::KeptMail) -> Result<Outgoing> {
    let store::KeptMail { id, person, words, written_at } = kept;
    let mail = work.open(grant, Scope::Person(person), cell(id), &words).await?;
    Ok(Outgoing { id, person, mail, written_at })
}

const fn cell(id: MailId) -> Cell {
    Cell::of("mails", "words", id.0)
}
