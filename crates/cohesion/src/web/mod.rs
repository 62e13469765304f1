//! The kit that every page is made with: shell, parts, forms, charts, words and assets.
//!
//! A page is a function from a [`View`] and what was read to a [`Page`]. It works without script, holds no inline style and
//! takes every word from `locales/`:
//!
//! ```text
//! fn new_group(view: &View, fields: &Fields<'_>) -> Page {
//!     let words = view.words;
//!     Page::new(view, "title-new-group").crumb("/care/groups", say!(words, "place-groups")).body(html! {
//!         (fields.form("/care/groups", html! {
//!             (fields.text("name", say!(words, "group-name")).hint(say!(words, "group-name-hint")))
//!             (fields.number("capacity", say!(words, "group-capacity")))
//!             (actions(Button::submit(say!(words, "group-found"))))
//!         }))
//!     })
//! }
//!
//! async fn found(app: State<App>, actor: Actor, view: View, form: Form) -> Result<Response> {
//!     let made = match Founding::read(&form) {
//!         Ok(founding) => app.write(actor, async move |work| groups::found(work, &founding).await).await,
//!         Err(error) => Err(error),
//!     };
//!     match made {
//!         Ok(id) => Ok(go(&format!("/care/groups/{id}"))),
//!         Err(error) => mend(error, |faults| new_group(&view, &Fields::again(&view, form, faults))),
//!     }
//! }
//! ```

mod address;
pub mod assets;
pub mod charts;
pub mod errors;
pub mod forms;
pub mod guard;
mod next;
pub mod parts;
mod routes;
pub mod shell;
#[cfg(debug_assertions)]
mod story;
pub mod words;

pub use address::{Path, Query};
pub use errors::error_page;
pub use forms::{Check, Fields, Form};
pub use guard::harden;
pub use next::Next;
pub use routes::{Needs, Route, Routes};
pub use shell::{Area, Page, Region, View, Width, go};
pub use words::{Said, Words};
