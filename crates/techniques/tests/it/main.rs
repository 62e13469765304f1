//! The techniques that ship, the loader, the reading of sheets, and what is worked out from them.

#[cfg(test)]
mod figures;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod signals;
#[cfg(test)]
mod together;
#[cfg(test)]
mod wording;
