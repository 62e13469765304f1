//! Recovery codes: ten ways in without the app, each of 80 bits, each for one time.

use data_encoding::BASE32_NOPAD;

use super::store::accounts as store;
use crate::Result;
use crate::access::Grant;
use crate::id::PersonId;
use crate::limits::RECOVERY_CODES;
use crate::work::Work;

/// Makes ten new codes, to be shown once; those before them are gone.
pub(super) async fn renew(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Vec<String>> {
    store::forget_codes(work, grant, person).await?;
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    for _ in 0..RECOVERY_CODES {
        let code = BASE32_NOPAD.encode(&keyring::random_token::<10>()?).to_ascii_lowercase();
        let hash = hash_of(work, person, &code);
        store::insert_code(work, grant, person, hash).await?;
        codes.push(in_fours(&code));
    }
    Ok(codes)
}

/// Whether this is one of the person's codes and has not been used. If so, it is used now: of many at once, one wins.
pub(super) async fn use_code(work: &mut Work<'_>, grant: &Grant, person: PersonId, typed: &str) -> Result<bool> {
    let code: String = typed.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let hash = hash_of(work, person, &code);
    store::use_code(work, grant, person, hash).await
}

fn hash_of(work: &Work<'_>, person: PersonId, code: &str) -> [u8; 32] {
    work.vault().peppered(&format!("recovery code of {person}: {code}"))
}

fn in_fours(code: &str) -> String {
    code.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-")
}
