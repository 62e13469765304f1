//! Identifiers: 128 random bits each, one type for each kind of thing, so that a group's id is never taken for a person's.

use std::fmt;

use data_encoding::BASE32_NOPAD;
use serde::Deserializer;
use serde::de::Visitor;

use crate::{Error, Result};

/// The sixteen bytes behind every typed id.
pub type Bytes = [u8; 16];

/// Sixteen bytes of the operating system's randomness.
pub fn random() -> Result<Bytes> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|cause| Error::Bug(format!("no randomness from the system: {cause}")))?;
    Ok(bytes)
}

/// Letters and digits of an id's text.
const LETTERS: usize = 26;

/// The text of an id in a web address: 26 lower-case letters and digits, nothing ordered by time.
pub fn to_text(bytes: Bytes) -> String {
    letters(bytes).map(char::from).into_iter().collect()
}

fn letters(bytes: Bytes) -> [u8; LETTERS] {
    let mut letters = [0; LETTERS];
    BASE32_NOPAD.encode_mut(&bytes, &mut letters);
    letters.make_ascii_lowercase();
    letters
}

/// Reads what [`to_text`] wrote; anything else is not an id.
pub fn from_text(text: &str) -> Option<Bytes> {
    let mut letters: [u8; LETTERS] = text.as_bytes().try_into().ok()?;
    if !letters.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return None;
    }
    letters.make_ascii_uppercase();
    let mut bytes = Bytes::default();
    BASE32_NOPAD.decode_mut(&letters, &mut bytes).ok()?;
    Some(bytes)
}

/// Writes the text. A page and a record hold many ids, so that no memory of its own is taken for one.
pub fn write_text(bytes: Bytes, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    out.write_str(str::from_utf8(&letters(bytes)).map_err(|_| fmt::Error)?)
}

/// Reads an id out of a record.
pub fn deserialize<'de, D: Deserializer<'de>>(text: D) -> std::result::Result<Bytes, D::Error> {
    text.deserialize_str(Text)
}

struct Text;

impl Visitor<'_> for Text {
    type Value = Bytes;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an id")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> std::result::Result<Bytes, E> {
        from_text(text).ok_or_else(|| E::custom("this is not an id"))
    }
}

/// Declares typed ids.
#[macro_export]
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $crate::id::Bytes);

        impl $name {
            /// A new id from the operating system's randomness.
            pub fn random() -> $crate::Result<Self> {
                $crate::id::random().map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::id::write_text(self.0, out)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(out, concat!(stringify!($name), "({})"), self)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Error;
            fn from_str(text: &str) -> $crate::Result<Self> {
                $crate::id::from_text(text).map(Self).ok_or($crate::Error::NotFound)
            }
        }

        impl From<$name> for ::store::Value {
            fn from(id: $name) -> Self {
                Self::from(id.0)
            }
        }

        impl ::store::FromValue for $name {
            fn from_value(value: ::store::Value) -> std::result::Result<Self, ::store::Value> {
                <$crate::id::Bytes as ::store::FromValue>::from_value(value).map(Self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, out: S) -> std::result::Result<S::Ok, S::Error> {
                out.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(text: D) -> std::result::Result<Self, D::Error> {
                $crate::id::deserialize(text).map(Self)
            }
        }
    )+};
}

/// Declares a closed set of cases: each with its stored number, its word in a form, and the Fluent key of its name.
#[macro_export]
macro_rules! coded {
    ($(#[$about:meta])* $name:ident $what:literal { $($(#[$doc:meta])* $case:ident = $code:literal $word:literal $key:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        pub enum $name { $($(#[$doc])* $case,)+ }

        impl $name {
            /// Every case, in order.
            pub const ALL: &'static [Self] = &[$(Self::$case,)+];

            /// The number that is stored.
            pub const fn code(self) -> i64 {
                match self { $(Self::$case => $code,)+ }
            }

            /// The case that a stored number stands for.
            pub fn from_code(code: i64) -> $crate::Result<Self> {
                let found = Self::ALL.iter().copied().find(|case| case.code() == code);
                found.ok_or_else(|| $crate::Error::bug(format!("no {} has the number {code}", $what)))
            }

            /// The word that it has in a form.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$case => $word,)+ }
            }

            /// The Fluent key of its name.
            pub const fn name_key(self) -> &'static str {
                match self { $(Self::$case => $key,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();
            fn from_str(word: &str) -> std::result::Result<Self, ()> {
                Self::ALL.iter().copied().find(|case| case.word() == word).ok_or(())
            }
        }
    };
}

ids! {
    /// An organisation whose records stand apart from all others on the same server.
    PracticeId;
    /// A human being, whatever their part.
    PersonId;
    /// One browser's signed-in state.
    LoginId;
    /// A therapy or support group.
    GroupId;
    /// One person's membership episode in one group.
    SeatId;
    /// One meeting of a group.
    SessionId;
    /// A licence or training of a person of the staff.
    CredentialId;
    /// A job that waits, ran, or was set aside.
    JobId;
    /// Something to know, in one person's list.
    NoticeId;
    /// A letter in the outbox.
    MailId;
    /// One person's way into one group, and out of it.
    EnrolmentId;
    /// One signature under one edition of a text.
    SignatureId;
    /// Two people who must not meet in one group.
    KeepApartId;
}
