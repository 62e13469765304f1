//! The instruments that ship, the loader, the scorer and the judgement of change, held against what is published.

#[cfg(test)]
mod lines;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod scores;
#[cfg(test)]
mod shipped;
