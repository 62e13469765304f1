//! The first step in: `/` leads each visitor to the page where their day begins.

mod pages;
#[cfg(test)]
mod tests;

pub(crate) use pages::routes;
