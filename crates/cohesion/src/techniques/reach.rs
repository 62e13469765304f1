//! Which techniques can be reached in a group: the charter says what kind it takes, each technique says what it is for.

use ::techniques::{Form, Skill};

use super::catalogue;
use crate::groups::{Capability, Charter};
use crate::{Error, Result};

/// A worksheet that a group with this charter may use. Exposure, chain analysis and work on trauma are not there where the
/// charter has no clinical techniques.
pub fn form_for(charter: &Charter, id: &str) -> Result<&'static Form> {
    catalogue().form(id).filter(|form| is_open(charter, form)).ok_or(Error::NotFound)
}

/// Whether a group with this charter may use the worksheet.
pub fn is_open(charter: &Charter, form: &Form) -> bool {
    let is_clinical = !form.handles.is_empty() || form.needs_reader();
    form.is_for(charter.techniques_for()) && (!is_clinical || charter.allow(Capability::ClinicalTechniques).is_ok())
}

/// A skill that a group with this charter may be taught.
pub fn skill_for(charter: &Charter, id: &str) -> Result<&'static Skill> {
    catalogue().skill(id).filter(|skill| skill.is_for(charter.techniques_for())).ok_or(Error::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_therapy_alone_is_not_there_in_a_support_group() {
        let support = Charter::support();
        for id in ["exposure-hierarchy", "exposure-log", "erp-log", "chain-analysis", "missing-links", "diary-card"] {
            assert!(form_for(&support, id).is_err(), "{id}");
            assert!(form_for(&Charter::therapy(), id).is_ok(), "{id}");
        }
        assert!(form_for(&support, "support-card").is_ok());
        assert!(skill_for(&support, "graded-exposure").is_err());
        assert!(skill_for(&support, "stop").is_ok());
    }

    #[test]
    fn nothing_that_touches_exposure_trauma_or_danger_is_open_to_a_support_group() {
        for form in catalogue().forms().filter(|form| !form.handles.is_empty() || form.needs_reader()) {
            assert!(!is_open(&Charter::support(), form), "{}", form.id);
        }
    }

    #[test]
    fn an_unknown_technique_is_not_there() {
        assert!(form_for(&Charter::therapy(), "no-such-form").is_err());
        assert!(skill_for(&Charter::therapy(), "no-such-skill").is_err());
    }
}
