//! The pages of whoever looks after the site: what is still to set up, the settings, the staff and their papers.

mod admit;
mod contacts;
mod dress;
mod papers;
mod people;
mod person;
mod record;
mod roles;
mod set_up;
mod settings;
mod vetting;

use axum::extract::State;

use super::steps::Look;
use crate::access::Deed;
use crate::app::App;
use crate::identity::Who;
use crate::web::{Needs, Routes};

pub use dress::{OnlyFacilitates, dress};
pub(crate) use set_up::tabs;

/// Every route of this subject. `looks` are the steps of setting up that later subjects know of.
pub(crate) fn routes(looks: &'static [Look]) -> Routes {
    let (see, staff) = (Needs::Deed(Deed::SeeSetUp), Needs::Deed(Deed::SeeStaff));
    let (admit, change) = (Needs::Deed(Deed::InviteStaff), Needs::Deed(Deed::ChangeRoles));
    let (contacts, vouch) = (Needs::Deed(Deed::ChangeColleague), Needs::Deed(Deed::VouchFor));
    let (record, verify) = (Needs::Deed(Deed::RecordCredential), Needs::Deed(Deed::VerifyCredential));
    Routes::new()
        .get("/admin", see, move |app: State<App>, who: Who| set_up::show(app, who, looks))
        .get("/admin/settings", see, settings::show)
        .post("/admin/settings", Needs::Deed(Deed::ChangeSettings), settings::change)
        .get("/admin/people", staff, people::show)
        .get("/admin/people/new", admit, admit::show)
        .post("/admin/people/new", admit, admit::send)
        .get("/admin/people/{person}", staff, person::show)
        .get("/admin/people/{person}/contacts", contacts, contacts::show)
        .post("/admin/people/{person}/contacts", contacts, contacts::take)
        .get("/admin/people/{person}/roles", change, roles::show)
        .post("/admin/people/{person}/roles", change, roles::change)
        .post("/admin/people/{person}/end", Needs::Deed(Deed::EndWork), roles::end)
        .get("/admin/people/{person}/papers/{kind}", record, record::show)
        .post("/admin/people/{person}/papers/{kind}", record, record::send)
        .post("/admin/people/{person}/papers/{paper}/verify", verify, person::verify_paper)
        .post("/admin/people/{person}/papers/{paper}/withdraw", record, person::withdraw_paper)
        .get("/admin/people/{person}/vettings/{vetting}", vouch, vetting::show)
        .post("/admin/people/{person}/vettings/{vetting}", vouch, vetting::take)
        .post("/admin/people/{person}/vettings/{vetting}/withdraw", vouch, vetting::take_back)
        .get("/admin/credentials", staff, papers::show)
}
