//! The pages of texts: the public notice, a member's own copies, and the practice's editions.

mod draw;
mod editions;
mod own;
mod privacy;

use crate::access::Deed;
use crate::web::{Needs, Routes};

pub(crate) use draw::draw;

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let (own, texts) = (Needs::Deed(Deed::SeeOwnAgreements), Needs::Deed(Deed::SeeAgreements));
    Routes::new()
        .get("/privacy", Needs::Nobody, privacy::show)
        .get("/me/consents", own, own::show_all)
        .get("/me/consents/{signature}", own, own::show)
        .get("/admin/agreements", texts, editions::show_all)
        .get("/admin/agreements/{agreement}", texts, editions::show)
        .post("/admin/agreements/{agreement}", Needs::Deed(Deed::PublishAgreement), editions::take)
}
