//! Strain in the bond, and its mending. A member's rating of a session that falls well below their own earlier ones opens a
//! task for those who lead; they choose a way to mend it, write what they did, and the next rating stands beside it.
//!
//! Nobody is held against anybody else, and no member is ever told of it. What is open follows from the ratings and from what
//! was written: nothing else is kept, so that a corrected answer is enough to set it right. Beside it stands how sessions were
//! rated on the whole, from four ratings on.

mod climate;
mod deeds;
mod mend;
mod pages;
mod rule;
mod see;
mod store;
#[cfg(test)]
mod tests;
mod way;

pub use climate::{Climate, climate};
pub use mend::{Mending, mend};
pub(crate) use pages::routes;
pub use rule::{Fall, Rupture, State};
pub use see::{Strain, open_strains, strains};
pub(crate) use store::{ALL as STATEMENTS, forget_member};
pub use way::Way;
