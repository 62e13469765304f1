//! The instruments that ship, the loader, the scorer and the judgement of change, held against what is published.

#[cfg(test)]
mod alcohol;
#[cfg(test)]
mod change;
#[cfg(test)]
mod course;
#[cfg(test)]
mod goals;
#[cfg(test)]
mod lines;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod scores;
#[cfg(test)]
mod shells;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod suicide_risk;
#[cfg(test)]
mod trauma;
#[cfg(test)]
mod wording;
