//! What a site needs before its first member and its first session, gathered from the subjects that know.

use std::pin::Pin;

use super::{Licence, Role, deeds, settings, standing_of_licence, store};
use crate::Result;
use crate::config::Config;
use crate::work::Work;

/// How far one thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// In order.
    Done,
    /// Still open.
    Open,
    /// Open, and others wait for it.
    Stop,
}

/// What a thing must be in order for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// The first member.
    Member,
    /// The first session.
    Session,
}

/// One thing to set up, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it must be in order for.
    pub before: Before,
    /// How far it is.
    pub state: StepState,
    /// The Fluent key of its name.
    pub name: &'static str,
    /// The Fluent key of the sentence that says how it stands.
    pub text: &'static str,
    /// The page where it is done; none where it is done in the settings file.
    pub href: Option<&'static str>,
}

/// A look at how far a thing is, by the later subject that knows; `router.rs` hands them in.
pub type Look = for<'a, 'tx> fn(&'a mut Work<'tx>) -> Pin<Box<dyn Future<Output = Result<Step>> + 'a>>;

/// Every step, in the order in which they are best done.
pub(super) async fn steps(work: &mut Work<'_>, config: &Config, looks: &[Look]) -> Result<Vec<Step>> {
    deeds::may_see_set_up(work).await?;
    let mut steps = vec![place(work).await?, therapist(work).await?];
    for look in looks {
        steps.push(look(work).await?);
    }
    steps.extend([mail(config), backups(config)]);
    Ok(steps)
}

async fn place(work: &mut Work<'_>) -> Result<Step> {
    let (state, text) = match settings(work).await?.home {
        Some(_) => (StepState::Done, "practice-step-place-done"),
        None => (StepState::Stop, "practice-step-place-open"),
    };
    let href = Some("/admin/settings");
    Ok(Step { before: Before::Member, state, name: "practice-step-place", text, href })
}

/// Somebody who may lead a therapy group where the practice is. A practice of support groups alone can leave it open.
async fn therapist(work: &mut Work<'_>) -> Result<Step> {
    let settings = settings(work).await?;
    let today = settings.day_of(work.now());
    let mut text = "practice-step-therapist-open";
    for person in store::people_with(work, Role::Clinician).await? {
        let Some(home) = &settings.home else { break };
        match standing_of_licence(work, person, home, today).await? {
            Licence::Valid { .. } => {
                text = "practice-step-therapist-done";
                break;
            }
            Licence::Unverified => text = "practice-step-therapist-unchecked",
            Licence::Unsupervised | Licence::Expired { .. } | Licence::Missing => {}
        }
    }
    let state = if text == "practice-step-therapist-done" { StepState::Done } else { StepState::Open };
    let href = Some("/admin/credentials");
    Ok(Step { before: Before::Member, state, name: "practice-step-therapist", text, href })
}

fn mail(config: &Config) -> Step {
    let (state, text) = match (&config.smtp, config.demo) {
        (_, true) => (StepState::Done, "practice-step-mail-demo"),
        (Some(_), false) => (StepState::Done, "practice-step-mail-done"),
        (None, false) => (StepState::Stop, "practice-step-mail-open"),
    };
    Step { before: Before::Member, state, name: "practice-step-mail", text, href: None }
}

fn backups(config: &Config) -> Step {
    let (state, text) = if config.backup_recipient.is_empty() {
        (StepState::Open, "practice-step-backups-open")
    } else {
        (StepState::Done, "practice-step-backups-done")
    };
    Step { before: Before::Session, state, name: "practice-step-backups", text, href: None }
}
