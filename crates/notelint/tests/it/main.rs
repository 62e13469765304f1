//! Names of others found and ordinary words left alone: by hand-written cases, and by generated notes with figures.

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod dice;
#[cfg(test)]
mod likeness;
#[cfg(test)]
mod lines;
#[cfg(test)]
mod names;
#[cfg(test)]
mod planted;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod replacing;
#[cfg(test)]
mod rosters;
#[cfg(test)]
mod word_notes;
#[cfg(test)]
mod words;
