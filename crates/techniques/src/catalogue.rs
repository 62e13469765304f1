//! All techniques there are, found by id; what contradicts itself is left out and named.

use std::sync::LazyLock;

use crate::curriculum::Curriculum;
use crate::files::{LOOKING_BACK, files};
use crate::form::Form;
use crate::load::{self, Loaded};
use crate::lost::Lost;
use crate::problem::{Problem, Reason};
use crate::skill::{Skill, SkillSet};

/// Forms, skills and curricula in which every name leads somewhere.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalogue {
    forms: Vec<Form>,
    skills: Vec<SkillSet>,
    curricula: Vec<Curriculum>,
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
            if let Some(loaded) = load::file(file, text, LOOKING_BACK, &mut problems) {
                catalogue.put(file, loaded, &mut problems);
            }
        }
        while let Some(problem) = catalogue.drop_lost() {
            problems.push(problem);
        }
        catalogue.forms.sort_by(|one, other| one.id.cmp(&other.id));
        catalogue.skills.sort_by(|one, other| (one.family, &one.id).cmp(&(other.family, &other.id)));
        catalogue.curricula.sort_by(|one, other| one.id.cmp(&other.id));
        (catalogue, problems)
    }

    /// Reads a curriculum that a practice has changed, and holds it against this catalogue. `file` is only used to
    /// name it in the refusal, and must end in `curricula/<id>.toml`.
    pub fn read_curriculum(&self, file: &str, text: &str) -> Result<Curriculum, Problem> {
        let mut problems = Vec::new();
        let Some(Loaded::Curriculum(curriculum)) = load::file(file, text, LOOKING_BACK, &mut problems) else {
            let wrong_folder =
                || Problem { file: file.to_owned(), place: "path".to_owned(), reason: Reason::WrongFolder };
            return Err(problems.pop().unwrap_or_else(wrong_folder));
        };
        match self.lost_of_curriculum(&curriculum) {
            Some((place, reason)) => Err(Problem { file: file.to_owned(), place, reason }),
            None => Ok(*curriculum),
        }
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

    /// All curricula, by id.
    pub fn curricula(&self) -> impl Iterator<Item = &Curriculum> {
        self.curricula.iter()
    }

    /// The curriculum with this id.
    pub fn curriculum(&self, id: &str) -> Option<&Curriculum> {
        self.curricula.iter().find(|curriculum| curriculum.id == id)
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
            Loaded::Curriculum(new) if self.curriculum(&new.id).is_some() => problems.push(twice("id", &new.id)),
            Loaded::Curriculum(new) => self.curricula.push(*new),
            Loaded::Skills(mut set) => {
                let mut taken: Vec<String> = self.skills().map(|(_, skill)| skill.id.clone()).collect();
                set.skills.retain(|skill| {
                    let is_new = !taken.contains(&skill.id);
                    if is_new {
                        taken.push(skill.id.clone());
                    } else {
                        problems.push(twice("skills", &skill.id));
                    }
                    is_new
                });
                self.skills.push(set);
            }
        }
    }

    /// Takes out one item that names what is not there; to be called until there is none.
    fn drop_lost(&mut self) -> Option<Problem> {
        let problem = |folder: &str, id: &str, (place, reason): Lost| Problem {
            file: format!("techniques/{folder}/{id}.toml"),
            place,
            reason,
        };
        let form = self.forms.iter().enumerate().find_map(|(at, form)| Some((at, self.lost_of_form(form)?)));
        if let Some((at, lost)) = form {
            return Some(problem("forms", &self.forms.remove(at).id, lost));
        }
        let skill = self.skills.iter().enumerate().find_map(|(set, skills)| {
            let mut within = skills.skills.iter().enumerate();
            within.find_map(|(at, skill)| Some((set, at, self.lost_of_skill(skill)?)))
        });
        if let Some((set, at, lost)) = skill {
            self.skills[set].skills.remove(at);
            return Some(problem("skills", &self.skills[set].id, lost));
        }
        let mut all = self.curricula.iter().enumerate();
        let (at, lost) = all.find_map(|(at, curriculum)| Some((at, self.lost_of_curriculum(curriculum)?)))?;
        Some(problem("curricula", &self.curricula.remove(at).id, lost))
    }
}
