//! The frame around every page: bars, places, head and foot, the same in every area.

mod bars;
mod page;
mod places;
mod region;
#[cfg(test)]
mod tests;
mod view;

pub use page::{Listing, Page, Width, go, leave};
pub use places::{Place, current_of};
pub use region::Region;
pub use view::{Area, Mode, Scheme, View};
