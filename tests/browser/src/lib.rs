//! What a journey needs: the program serving its demo, a browser at a given size and scheme, and axe to look at a page.

mod acting;
mod authenticator;
mod axe;
mod coming_in;
mod look;
mod site;
mod tab;

pub use site::{LOW_MOOD, Site};
pub use tab::{Scheme, Tab};

/// What a journey answers with: any failure as a sentence.
pub type Outcome<T = ()> = Result<T, String>;

/// Turns any error into a sentence that says what was tried.
pub fn said<T, E: std::fmt::Display>(result: Result<T, E>, tried: &str) -> Outcome<T> {
    result.map_err(|cause| format!("{tried}: {cause}"))
}
