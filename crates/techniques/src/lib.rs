//! Techniques as data: worksheets to fill in, skills to learn, curricula to follow, each with its evidence.
//!
//! Pure: no clock, no files, no network. What was typed goes in as text; checked answers, faults by field, figures
//! and signals come out.

pub mod agenda;
mod amount;
pub mod answers;
pub mod catalogue;
mod check;
pub mod curriculum;
pub mod evidence;
pub mod fault;
pub mod field;
pub mod figure;
pub mod files;
pub mod form;
mod load;
mod lost;
pub mod moment;
pub mod place;
pub mod problem;
pub mod read;
pub mod signal;
pub mod skill;
mod texts;
mod typed;

pub use agenda::{Block, Extra, Session, Task};
pub use answers::{Answers, Fitted, Lost, Value};
pub use catalogue::Catalogue;
pub use curriculum::Curriculum;
pub use evidence::{Certainty, Evidence, Licence};
pub use fault::{Fault, FaultKind};
pub use field::{Choice, Field, Kind, Row};
pub use figure::{Figure, Outcome};
pub use form::{Audience, Family, Form, GroupKind, Step};
pub use moment::{Date, Time};
pub use place::Place;
pub use problem::{Problem, Reason};
pub use read::{Completeness, Reading};
pub use signal::{Signal, Urgency};
pub use skill::{Skill, SkillSet};
