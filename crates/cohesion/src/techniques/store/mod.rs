//! SQL of techniques: worksheets, what is shown of them, homework.

mod homework;
mod shares;
mod sheets;

pub(crate) use homework::ALL as HOMEWORK;
pub(super) use homework::*;
pub(crate) use shares::ALL as SHARES;
pub(super) use shares::*;
pub(crate) use sheets::ALL as SHEETS;
pub(super) use sheets::*;
