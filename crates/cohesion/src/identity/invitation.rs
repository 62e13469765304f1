//! An invitation: a link in a letter that lets one person prove who they are for the first time, or anew.
//!
//! The link's token is made again from the invitation's id whenever the letter is written, so it lies nowhere in the clear.
//! Looking at the link changes nothing; only the form behind it takes it up, once (ATK-30, ATK-31).

use super::account::{AccountKind, end_every_login, has_account, index_for, index_of, is_taken};
use super::hashing::PassphraseHash;
use super::passphrase::Beside;
use super::store::{accounts, invitations as store};
use super::token::Token;
use super::totp::{self, NewSecret};
use super::{Profile, profile, recovery};
use crate::access::{About, Deed, Grant, Standing};
use crate::clock::Timestamp;
use crate::id::{Bytes, PersonId};
use crate::work::{Job, Work};
use crate::{Error, Result, limits};

crate::ids! {
    /// A link that lets one person in for the first time, or anew.
    InvitationId;
}

/// The kind of the job that sends an invitation's letter. Its round is the moment until which something waits behind the link
/// for an answer; 0 where nothing does.
pub const MAIL_INVITATION: &str = "mail-invitation";

/// An invitation that can be taken up.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Who is invited.
    pub person: PersonId,
    /// What kind of account it opens.
    pub kind: AccountKind,
    /// By what the invited address is found.
    pub(super) email_index: [u8; 32],
    /// When it was made.
    pub made_at: Timestamp,
}

/// What the letter says.
#[derive(Clone, Debug)]
pub struct InvitationMail {
    /// Whom it invites.
    pub person: PersonId,
    /// Where it goes.
    pub to: String,
    /// How the person is called.
    pub called: String,
    /// Whether they will work here.
    pub kind: AccountKind,
    /// The link, from the first slash.
    pub path: String,
    /// Until when it can be taken up.
    pub until: Timestamp,
}

/// Proofs that the person chose behind the link.
#[derive(Clone, Debug)]
pub(super) struct Proofs {
    pub passphrase: PassphraseHash,
    /// The code that the app showed, where a second factor is wanted.
    pub code: Option<String>,
}

impl Invitation {
    /// What will stand beside the passphrase.
    pub const fn beside(&self) -> Beside {
        match self.kind {
            AccountKind::Staff => Beside::SecondFactor,
            AccountKind::Member => Beside::Nothing,
        }
    }

    /// The secret that the person's app is being given.
    pub fn secret(&self, work: &Work<'_>) -> NewSecret {
        NewSecret::of(work.vault(), self.id.0)
    }

    /// Whether this is the address that was invited.
    pub fn is_for(&self, work: &Work<'_>, email: &str) -> bool {
        work.vault().email_index(email).is_some_and(|index| keyring::equal(&index, &self.email_index))
    }
}

/// Invites a person to open an account, or to prove anew who they are where they have one. The letter goes to the address in
/// their profile; an earlier invitation is worth nothing any more. The grant must be about this person.
pub async fn invite(work: &mut Work<'_>, grant: &Grant, person: PersonId, kind: AccountKind) -> Result<InvitationId> {
    invite_until(work, grant, person, kind, Timestamp(0)).await
}

/// The same where something waits behind the link for an answer until a moment, which the letter names.
pub async fn invite_until(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    kind: AccountKind,
    answer_by: Timestamp,
) -> Result<InvitationId> {
    let email = profile(work, grant, person).await?.email;
    let index = index_for(work, &email, person).await?;
    store::withdraw_invitations(work, grant, person).await?;
    let id = InvitationId::random()?;
    let hash = work.vault().link_hash(token_of(work, id.0).bytes());
    store::insert_invitation(work, grant, id, person, kind, index, hash).await?;
    work.enqueue(Job::once(MAIL_INVITATION, id.0, work.now()).in_round(answer_by.0));
    Ok(id)
}

/// Whether a person can be invited, and what stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invitable {
    /// They have an account.
    HasAccount,
    /// No address is on record that a letter could go to.
    NoAddress,
    /// The address on record is somebody else's here.
    AddressTaken,
    /// A letter can go out.
    Ready {
        /// Where it goes.
        to: String,
        /// When the last one went there, while its link can still be taken up.
        sent_at: Option<Timestamp>,
    },
}

/// Whether a person can be invited. The grant must be about this person.
pub async fn invitable(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Invitable> {
    if has_account(work, grant, person).await? {
        return Ok(Invitable::HasAccount);
    }
    let to = profile(work, grant, person).await?.email;
    let Some(index) = index_of(work, &to) else { return Ok(Invitable::NoAddress) };
    if is_taken(work, index, person).await? {
        return Ok(Invitable::AddressTaken);
    }
    Ok(Invitable::Ready { to, sent_at: store::open_since(work, grant, person).await? })
}

/// What the letter of an invitation says; nothing where it has been taken up, withdrawn or is over.
pub async fn invitation_mail(work: &mut Work<'_>, about: Bytes) -> Result<Option<InvitationMail>> {
    let Some(invitation) = store::find_invitation(work, InvitationId(about)).await? else { return Ok(None) };
    let grant = work.ask(Deed::SendInvitation, Standing::NONE, About::of(invitation.person, about))?;
    let Profile { called, email, .. } = profile(work, &grant, invitation.person).await?;
    // An address that was changed since is not the one that was invited.
    if !invitation.is_for(work, &email) {
        return Ok(None);
    }
    let path = format!("/join/{}", token_of(work, about).text());
    let until = invitation.made_at + limits::INVITATION;
    let Invitation { person, kind, .. } = invitation;
    Ok(Some(InvitationMail { person, to: email, called, kind, path, until }))
}

/// The invitation behind a link, for its page. One that cannot be taken up reads as absent.
pub async fn invitation(work: &mut Work<'_>, token: &Token) -> Result<Invitation> {
    let hash = work.vault().link_hash(token.bytes());
    store::find_invitation_by_link(work, hash).await?.ok_or(Error::NotFound)
}

/// Takes the invitation up: the account is open, with the proofs the person chose. Of many at once, one wins. Gives recovery
/// codes where there is a second factor.
pub(super) async fn take_up(work: &mut Work<'_>, invitation: &Invitation, proofs: &Proofs) -> Result<Vec<String>> {
    let person = invitation.person;
    let grant = work.ask(Deed::TakeUpInvitation, Standing::NONE, About::of(person, invitation.id.0))?;
    if !store::take_up(work, &grant, invitation.id).await? {
        return Err(Error::NotFound);
    }
    let (kind, index, hash) = (invitation.kind, invitation.email_index, &proofs.passphrase);
    match accounts::find_account(work, person).await? {
        Some(_) => accounts::renew_account(work, &grant, person, kind, index, hash).await?,
        None => accounts::insert_account(work, &grant, person, kind, index, hash).await?,
    }
    end_every_login(work, &grant, person).await?;
    accounts::forget_codes(work, &grant, person).await?;
    match (invitation.beside(), &proofs.code) {
        (Beside::Nothing, _) => Ok(Vec::new()),
        (Beside::SecondFactor, None) => Err(Error::invalid("code", "fault-empty")),
        (Beside::SecondFactor, Some(code)) => {
            let secret = invitation.secret(work);
            begin_second_factor(work, &grant, person, &secret, code).await
        }
    }
}

/// Gives a new account its second factor and recovery codes.
pub(crate) async fn begin_second_factor(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    secret: &NewSecret,
    code: &str,
) -> Result<Vec<String>> {
    let step = secret.step_of(code, work.now())?.ok_or_else(|| Error::invalid("code", "identity-fault-code"))?;
    let account = accounts::find_account(work, person).await?.ok_or(Error::NotFound)?;
    totp::keep(work, grant, &account, secret, step).await?;
    recovery::renew(work, grant, person).await
}

fn token_of(work: &Work<'_>, invitation: Bytes) -> Token {
    Token::from_bytes(work.vault().derived("invitation", &invitation))
}
