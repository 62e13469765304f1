//! The techniques that ship, the loader, the reading of sheets, and what is worked out from them.

#[cfg(test)]
mod shipped;
#[cfg(test)]
mod wording;
