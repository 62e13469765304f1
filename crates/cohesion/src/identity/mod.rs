//! People, and how they prove who they are: invitations, passphrases, second factors, recovery codes and logins.
//!
//! An act that hashes a passphrase takes the [`App`](crate::app::App) and works in two transactions with the hashing between
//! them: a hash takes longer than any transaction may. All other acts take `Work`, as everywhere.

mod account;
mod client;
mod contacts;
mod cookie;
mod device;
mod factors;
mod forget;
mod hashing;
mod invitation;
mod join;
mod left;
mod login;
mod pages;
mod passphrase;
mod people;
mod profile;
mod prove;
mod recovery;
mod sign_in;
mod signed_in;
mod store;
#[cfg(test)]
mod tests;
mod throttle;
mod token;
mod totp;

pub(crate) use account::person_at;
pub use account::{AccountKind, close_account, has_account, open_account};
pub use client::{ClientAddress, Peer};
pub use contacts::{change_own_contacts, own_contacts};
pub use device::{Browser, Device};
pub use factors::{
    OwnAccount, change_passphrase, choose_scheme, may_change_factors, own_account, remove_second_factor,
    renew_recovery_codes, set_second_factor,
};
pub(crate) use forget::{forget_person, forget_ways_in};
pub use hashing::{PassphraseHash, hash};
pub(crate) use invitation::begin_second_factor;
pub use invitation::{
    Invitable, Invitation, InvitationId, InvitationMail, MAIL_INVITATION, invitable, invitation, invitation_mail,
    invite, invite_until,
};
pub use join::{Joined, Joining, join};
pub use left::{ADDRESS_LEFT, LeftAddress, take_left_address};
pub use login::{Login, LoginState, end_all_logins, end_login, is_living, keep_seen, living, lock, logins, open_login};
pub(crate) use pages::{
    ContactForm, Whose, chosen_passphrase, codes_page, new_second_factor, routes, way_in, with_login, without_login,
};
pub use passphrase::{Beside, Passphrase};
pub use people::{Correction, add_person, called, change_profile, kept_profile, profile, still_called};
pub use profile::{KeptProfile, Profile};
pub use prove::{Wanted, prove_again, wanted};
pub use sign_in::{Attempt, Outcome, awaits_second_step, sign_in, take_second_step};
pub use signed_in::{Visitor, Who, practice_here};
pub(crate) use signed_in::{arrive_with, brings_login};
pub(crate) use store::{
    accounts::ALL as ACCOUNTS, forget::ALL as FORGET, invitations::ALL as INVITATIONS, left::ALL as LEFT,
    logins::ALL as LOGINS, people::ALL as PEOPLE, second_steps::ALL as SECOND_STEPS, throttles::ALL as THROTTLES,
};
pub use throttle::{admit_code, admit_from_outside, right_code};
pub use token::Token;
pub use totp::NewSecret;
