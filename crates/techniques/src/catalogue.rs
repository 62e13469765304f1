//! All techniques there are, found by id; what contradicts itself is left out and named.

use std::sync::LazyLock;

use crate::files::{LOOKING_BACK, files};
use crate::form::Form;
use crate::load::{self, Loaded};
use crate::problem::{Problem, Reason};
use crate::skill::{Skill, SkillSet};

/// A set of forms and skills in which every name leads somewhere.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalogue {
    forms: Vec<Form>,
    skills: Vec<SkillSet>,
}

static BUILT_IN: LazyLock<(Catalogue, Vec<Problem>)> = LazyLock::new(|| Catalogue::load(files()));

impl Catalogue {
    /// The techniques that come with the program. A broken file among them is left out; see [`Self::left_out`].
    pub fn built_in() -> &'static Self {
        &BUILT_IN.0
    }

    /// What was left out of [`Self::built_in`]; empty in a build whose tests pass.
    pub fn left_out() -> &'static [Problem] {
        &BUILT_IN.1
    }

    /// Reads files, each with its path and text. What contradicts itself is left out, item by item, and named with
    /// file and place; so is what then leads nowhere.
    pub fn load<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> (Self, Vec<Problem>) {
        let (mut catalogue, mut problems) = (Self::default(), Vec::new());
        for (file, text) in files {
            let loaded = load::file(file, text, LOOKING_BACK, &mut problems);
            if let Some(loaded) = loaded {
                catalogue.put(file, loaded, &mut problems);
            }
        }
        while let Some(problem) = catalogue.drop_dangling() {
            problems.push(problem);
        }
        catalogue.forms.sort_by(|one, other| one.id.cmp(&other.id));
        catalogue.skills.sort_by(|one, other| (one.family, &one.id).cmp(&(other.family, &other.id)));
        (catalogue, problems)
    }

    /// All forms, by id.
    pub fn forms(&self) -> impl Iterator<Item = &Form> {
        self.forms.iter()
    }

    /// The form with this id.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == id)
    }

    /// All sets of skills, by family.
    pub fn skill_sets(&self) -> impl Iterator<Item = &SkillSet> {
        self.skills.iter()
    }

    /// All skills with their sets.
    pub fn skills(&self) -> impl Iterator<Item = (&SkillSet, &Skill)> {
        self.skills.iter().flat_map(|set| set.skills.iter().map(move |skill| (set, skill)))
    }

    /// The skill with this id.
    pub fn skill(&self, id: &str) -> Option<&Skill> {
        self.skills().map(|(_, skill)| skill).find(|skill| skill.id == id)
    }

    fn put(&mut self, file: &str, loaded: Loaded, problems: &mut Vec<Problem>) {
        let twice = |place: &str, id: &str| Problem {
            file: file.to_owned(),
            place: place.to_owned(),
            reason: Reason::Twice(id.to_owned()),
        };
        match loaded {
            Loaded::Form(form) if self.form(&form.id).is_some() => problems.push(twice("id", &form.id)),
            Loaded::Form(form) => self.forms.push(*form),
            Loaded::Skills(mut set) => {
                set.skills.retain(|skill| {
                    let is_new = self.skill(&skill.id).is_none();
                    if !is_new {
                        problems.push(twice("skills", &skill.id));
                    }
                    is_new
                });
                self.skills.push(set);
            }
        }
    }

    /// Takes out one item that names what is not there; to be called until there is none.
    fn drop_dangling(&mut self) -> Option<Problem> {
        let lost_skill = |form: &Form| {
            let named = form.fields().flat_map(|field| match &field.kind {
                crate::field::Kind::Matrix { rows, .. } => rows.as_slice(),
                _ => &[],
            });
            named.filter_map(|row| row.skill.clone()).find(|id| self.skill(id).is_none())
        };
        let form = self.forms.iter().enumerate().find_map(|(at, form)| Some((at, lost_skill(form)?)));
        if let Some((at, name)) = form {
            let form = self.forms.remove(at);
            let reason = Reason::Unknown { kind: "skill", name };
            return Some(Problem {
                file: format!("techniques/forms/{}.toml", form.id),
                place: "rows".to_owned(),
                reason,
            });
        }
        let lost_form = |skill: &Skill| skill.forms.iter().find(|id| self.form(id).is_none()).cloned();
        let skill = self.skills.iter().enumerate().find_map(|(set, skills)| {
            let found = skills.skills.iter().enumerate().find_map(|(at, skill)| Some((at, lost_form(skill)?)));
            found.map(|(at, name)| (set, at, name))
        });
        let (set, at, name) = skill?;
        let skill = self.skills[set].skills.remove(at);
        let (file, place) =
            (format!("techniques/skills/{}.toml", self.skills[set].id), format!("skills, \"{}\", forms", skill.id));
        Some(Problem { file, place, reason: Reason::Unknown { kind: "form", name } })
    }
}
