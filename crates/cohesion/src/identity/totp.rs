//! The second factor: codes of six digits from an app, each taken once (RFC 6238).

use totp_rs::{Builder, Secret, Totp};

use super::account::Account;
use super::store::accounts as store;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{Bytes, PersonId};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// Bytes of a secret: as many as SHA-1 gives (RFC 4226, section 4, R6).
const SECRET_BYTES: usize = 20;

/// A secret that an app is being given. It follows from a seed, so that nothing is kept until a code has shown that the app
/// has it.
pub struct NewSecret(keyring::Zeroizing<[u8; SECRET_BYTES]>);

impl NewSecret {
    /// The secret of a seed: an invitation's id, or a random number that the form carries.
    pub(crate) fn of(vault: &crate::work::Vault, seed: Bytes) -> Self {
        let mut secret = keyring::Zeroizing::new([0; SECRET_BYTES]);
        secret.copy_from_slice(&vault.derived("second factor", &seed)[..SECRET_BYTES]);
        Self(secret)
    }

    /// The secret as letters and digits in fours, to be typed where no camera is at hand.
    pub fn letters(&self) -> String {
        let text = data_encoding::BASE32_NOPAD.encode(&*self.0);
        text.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect::<Vec<_>>().join(" ")
    }

    /// The address that an app reads, named by the site and nothing else.
    pub fn address(&self, site: &str) -> Result<String> {
        let site = site.replace(':', " ");
        let builder = Builder::new().with_secret(Secret::new(Box::from(&self.0[..])));
        let totp = builder.with_issuer(Some(site.clone())).with_account_name(site).build().map_err(unusable)?;
        totp.to_url().map_err(unusable)
    }

    /// The code that an app with this secret shows at `now`.
    #[cfg(test)]
    pub(crate) fn code_at(&self, now: Timestamp) -> String {
        let totp = Builder::new().with_secret(Secret::new(Box::from(&self.0[..]))).build().expect("20 bytes will do");
        totp.generate(u64::try_from(now.0 / 1_000).unwrap_or_default()).to_string()
    }

    /// The step whose code this is, if the app shows the right ones.
    pub(super) fn step_of(&self, code: &str, now: Timestamp) -> Result<Option<i64>> {
        step_of(&self.0[..], code, now)
    }
}

/// Seals a secret for an account; a code of `step` was seen and is not taken again.
pub(super) async fn keep(
    work: &mut Work<'_>,
    grant: &Grant,
    account: &Account,
    secret: &NewSecret,
    step: i64,
) -> Result<()> {
    let version = account.totp_version + 1;
    let sealed = work.seal(Scope::Person(account.person), cell(account.person, version), &secret.0[..]).await?;
    store::save_totp(work, grant, account.person, &sealed, version, step).await
}

/// Whether the code is right and has not been taken before. If so, it is taken now.
pub(super) async fn take_code(work: &mut Work<'_>, grant: &Grant, account: &Account, code: &str) -> Result<bool> {
    let Some(sealed) = &account.totp else { return Ok(false) };
    let (person, version) = (account.person, account.totp_version);
    let secret: Vec<u8> = work.open(grant, Scope::Person(person), cell(person, version), sealed).await?;
    match step_of(&secret, code, work.now())? {
        Some(step) => store::take_step(work, grant, person, step).await,
        None => Ok(false),
    }
}

fn step_of(secret: &[u8], code: &str, now: Timestamp) -> Result<Option<i64>> {
    let digits: String = code.chars().filter(|sign| !sign.is_whitespace()).collect();
    let totp: Totp = Builder::new().with_secret(Secret::new(Box::from(secret))).build().map_err(unusable)?;
    let now_s = u64::try_from(now.0 / 1_000).unwrap_or_default();
    Ok(totp.check(&digits, now_s).and_then(|step| i64::try_from(step).ok()))
}

const fn cell(person: PersonId, version: u32) -> Cell {
    Cell::of("accounts", "totp", person.0).version(version)
}

fn unusable(cause: impl std::fmt::Display) -> Error {
    Error::bug(format!("the second factor does not work: {cause}"))
}

#[cfg(test)]
mod tests {
    use super::step_of;
    use crate::clock::Timestamp;

    /// RFC 6238, appendix B, SHA-1, the last six of its eight digits.
    #[test]
    fn codes_are_those_of_the_standard() -> crate::Result<()> {
        let secret = b"12345678901234567890";
        for (at_s, code, step) in [
            (59, "287082", 1),
            (1_111_111_109, "081804", 37_037_036),
            (1_111_111_111, "050471", 37_037_037),
            (1_234_567_890, "005924", 41_152_263),
            (2_000_000_000, "279037", 66_666_666),
            (20_000_000_000, "353130", 666_666_666),
        ] {
            assert_eq!(step_of(secret, code, Timestamp(at_s * 1_000))?, Some(step), "{at_s}");
            let spaced = format!(" {} {} ", &code[..3], &code[3..]);
            assert_eq!(step_of(secret, &spaced, Timestamp(at_s * 1_000))?, Some(step), "{at_s}");
            assert_eq!(step_of(secret, code, Timestamp((at_s + 90) * 1_000))?, None, "{at_s}");
        }
        Ok(())
    }
}
