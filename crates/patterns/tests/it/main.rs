//! Each pattern against examples worked by hand, and what holds for any data.

#[cfg(test)]
mod daily;
#[cfg(test)]
mod exposure;
#[cfg(test)]
mod homework;
#[cfg(test)]
mod leaders;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod skills;
#[cfg(test)]
mod trend;
#[cfg(test)]
mod words;
