//! The organisation: how it presents itself, who works here and as what, and what they are licensed to do and where.
//!
//! Nothing in this subject is clinical. Administrators do all of it; who may treat whom is decided in `licence.rs`, from
//! facts that somebody has verified.

mod admit;
mod beside;
mod change_roles;
mod colleague;
mod correct;
mod credential;
mod deeds;
mod end_work;
mod ending;
mod jurisdiction;
mod licence;
mod location;
mod pages;
mod record;
mod role;
mod settings;
mod steps;
mod store;
#[cfg(test)]
mod tests;
mod verify;
mod vetting;

pub use admit::{Admission, admit, enter};
pub use beside::{Asked, asked_now, standing_beside, standing_to, supervises};
pub use change_roles::change_roles;
pub use colleague::{
    Colleague, administrators, colleague, colleagues_with, has_worked_here, people_with, staff, works_here,
};
pub use correct::{correct, to_correct};
pub use credential::{
    Credential, CredentialState, CredentialWords, Practises, Qualification, Verification, credentials, credentials_of,
};
pub use end_work::end_work;
pub use ending::{Ending, ending};
pub use jurisdiction::Jurisdiction;
pub use licence::{
    Check, Gap, Held, Licence, Licences, Training, gap, gaps, standing_of_licence, supervisor_of, training_of,
};
pub use location::{location_of, state_location};
pub(crate) use pages::{OnlyFacilitates, dress, routes, tabs};
pub(crate) use record::WARN;
pub use record::{record, withdraw};
pub use role::{Role, give_role, role_held, roles, roles_of};
pub use settings::{Settings, change_settings, settings, today};
pub use steps::{Before, Look, Step, StepState};
pub(crate) use store::{ALL as STATEMENTS, forget_person};
pub use verify::verify;
pub use vetting::{
    BackgroundCheck, Vetting, Vouched, lacking, missing_vettings, take_vetting_back, vettings_of, vouch,
};
