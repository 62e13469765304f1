//! Sealing of fields, wrapped data keys, derived keys and the types that keep secrets out of logs.
//!
//! A **root key** lives in a file outside the database. It wraps **data keys**, one for each person, membership, group
//! and author of notes, which are stored beside what they seal; to destroy a data key is to destroy all it sealed.
//! Every sealed value is bound to its [`Place`]: moved to another row, column, table, owner or version, it does not open.

mod cipher;
mod data_key;
mod derive;
mod digest;
mod email;
mod error;
mod frame;
mod own_file;
mod random;
mod root_file;
mod root_key;
pub mod rotation;
mod secret;
mod signing;
mod sub_key;
#[cfg(test)]
mod tests;

pub use data_key::{DataKey, KeyId, Place, key_id};
pub use digest::{digest, equal};
pub use email::normalise_email;
pub use error::Error;
pub use own_file::{FileFault, open_own_file};
pub use random::random_token;
pub use root_file::promote_file;
pub use root_key::{Fingerprint, RootKey, wrapped_under};
pub use secret::Secret;
pub use signing::{SigningKey, verify_signature};
pub use sub_key::{Purpose, SubKey};
pub use zeroize::Zeroizing;
