//! Names that lead nowhere: forms that name skills, skills that name forms, curricula that name both.

use crate::catalogue::Catalogue;
use crate::curriculum::Curriculum;
use crate::field::Kind;
use crate::form::{Form, GroupKind};
use crate::problem::Reason;
use crate::skill::Skill;

/// Where in an item the name stands, and what is wrong with it.
pub(crate) type Lost = (String, Reason);

impl Catalogue {
    /// A skill that a form's rows stand for and that is not there.
    pub(crate) fn lost_of_form(&self, form: &Form) -> Option<Lost> {
        form.fields().find_map(|field| {
            let Kind::Matrix { rows, .. } = &field.kind else { return None };
            let mut named = rows.iter().filter_map(|row| row.skill.as_ref());
            let name = named.find(|id| self.skill(id).is_none())?.clone();
            Some((format!("\"{}\", rows", field.id), Reason::Unknown { kind: "skill", name }))
        })
    }

    /// A form that a skill is practised with and that is not there.
    pub(crate) fn lost_of_skill(&self, skill: &Skill) -> Option<Lost> {
        let name = skill.forms.iter().find(|id| self.form(id).is_none())?.clone();
        Some((format!("skills, \"{}\", forms", skill.id), Reason::Unknown { kind: "form", name }))
    }

    /// A form or skill that a curriculum names and that is not there, or not for its kind of group.
    pub(crate) fn lost_of_curriculum(&self, curriculum: &Curriculum) -> Option<Lost> {
        let check = |kind, name: &str, is_there, is_open| {
            let name = name.to_owned();
            match (is_there, is_open || curriculum.kind == GroupKind::Therapy) {
                (false, _) => Some(Reason::Unknown { kind, name }),
                (true, false) => Some(Reason::ClosedToSupport { kind, name }),
                (true, true) => None,
            }
        };
        let form = |id: &str| {
            let found = self.form(id);
            check("form", id, found.is_some(), found.is_some_and(|form| form.is_for(curriculum.kind)))
        };
        let skill = |id: &str| {
            let found = self.skill(id);
            check("skill", id, found.is_some(), found.is_some_and(|skill| skill.is_for(curriculum.kind)))
        };
        let forms = curriculum.forms_named().into_iter().filter_map(|(place, id)| Some((place, form(id)?)));
        let skills = curriculum.skills_named().into_iter().filter_map(|(place, id)| Some((place, skill(id)?)));
        forms.chain(skills).next()
    }
}
