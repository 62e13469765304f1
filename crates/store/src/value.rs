//! The kinds of value that both engines keep alike.

use std::fmt;

/// One value, bound to a placeholder or read from a column.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// No value.
    Null,
    /// A whole number; also times (UTC milliseconds) and yes/no (1/0).
    Int(i64),
    /// UTF-8 text.
    Text(String),
    /// Sixteen bytes. Nearly all of them are identifiers, and those are most of what is read: they take no piece of memory of
    /// their own.
    Id([u8; 16]),
    /// Any other number of bytes: digests, sealed content.
    Bytes(Vec<u8>),
}

/// Says the kind and the length, never the content, so that a log cannot hold what a record says.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Int(_) => f.write_str("a number"),
            Self::Text(text) => write!(f, "a text of {} bytes", text.len()),
            Self::Id(_) => f.write_str("16 bytes"),
            Self::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
        }
    }
}

macro_rules! value_from {
    ($($from:ty => |$value:ident| $into:expr;)*) => {
        $(impl From<$from> for Value {
            fn from($value: $from) -> Self {
                $into
            }
        })*
    };
}

value_from! {
    i64 => |value| Self::Int(value);
    i32 => |value| Self::Int(value.into());
    u32 => |value| Self::Int(value.into());
    u16 => |value| Self::Int(value.into());
    u8 => |value| Self::Int(value.into());
    bool => |value| Self::Int(value.into());
    String => |value| Self::Text(value);
    &str => |value| Self::Text(value.to_owned());
    Vec<u8> => |value| <[u8; 16]>::try_from(value).map_or_else(Self::Bytes, Self::Id);
    &[u8] => |value| <[u8; 16]>::try_from(value).map_or_else(|_| Self::Bytes(value.to_vec()), Self::Id);
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(value: [u8; N]) -> Self {
        Self::from(&value[..])
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(value: &[u8; N]) -> Self {
        Self::from(&value[..])
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// The values for a statement's placeholders, in order: `params![practice_id, name, 3]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { ::std::vec![$($crate::Value::from($value)),*] };
}

/// A type that a column can be read as.
pub trait FromValue: Sized {
    /// Gives the value back when it has another kind, length or range.
    fn from_value(value: Value) -> Result<Self, Value>;
}

macro_rules! number_from_value {
    ($($number:ty),*) => {
        $(impl FromValue for $number {
            fn from_value(value: Value) -> Result<Self, Value> {
                match value {
                    Value::Int(number) => Self::try_from(number).map_err(|_| value),
                    _ => Err(value),
                }
            }
        })*
    };
}

number_from_value!(i64, i32, u64, u32, u16, u8);

impl FromValue for bool {
    fn from_value(value: Value) -> Result<Self, Value> {
        match value {
            Value::Int(0) => Ok(false),
            Value::Int(1) => Ok(true),
            _ => Err(value),
        }
    }
}

impl FromValue for String {
    fn from_value(value: Value) -> Result<Self, Value> {
        match value {
            Value::Text(text) => Ok(text),
            _ => Err(value),
        }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: Value) -> Result<Self, Value> {
        match value {
            Value::Id(id) => Ok(id.to_vec()),
            Value::Bytes(bytes) => Ok(bytes),
            _ => Err(value),
        }
    }
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: Value) -> Result<Self, Value> {
        let bytes = match &value {
            Value::Id(id) => &id[..],
            Value::Bytes(bytes) => bytes,
            _ => return Err(value),
        };
        bytes.try_into().map_err(|_| value)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Result<Self, Value> {
        match value {
            Value::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}

impl FromValue for Value {
    fn from_value(value: Value) -> Result<Self, Value> {
        Ok(value)
    }
}
