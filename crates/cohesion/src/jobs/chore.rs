//! What runs a kind of job. Each subject offers its chores; `chores.rs` lists them all.

use std::future::Future;
use std::pin::Pin;

use crate::Result;
use crate::app::App;
use crate::id::{Bytes, PracticeId};
use crate::work::Work;

/// A chore under way.
pub type Running<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// Runs inside one transaction, in which the job is marked as done too. Takes what the job is about, and its round.
pub type Act = for<'a, 'tx> fn(&'a mut Work<'tx>, Bytes, i64) -> Running<'a>;

/// Goes outside, to a mail server for one, and does its own acts. It may run again after it was done, if the program
/// ends in between: what it asks for outside must carry the job's thing as its name.
pub type Errand = fn(App, PracticeId, Bytes) -> Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// A kind of job, and what runs it.
#[derive(Clone, Copy)]
pub struct Chore {
    /// The kind's name.
    pub kind: &'static str,
    pub(super) how: How,
}

#[derive(Clone, Copy)]
pub(super) enum How {
    Act(Act),
    Daily(Act),
    Errand(Errand),
}

impl Chore {
    /// A chore that is one act.
    pub const fn act(kind: &'static str, act: Act) -> Self {
        Self { kind, how: How::Act(act) }
    }

    /// An act that nobody queues: it is done once on each day, about the practice.
    pub const fn daily(kind: &'static str, act: Act) -> Self {
        Self { kind, how: How::Daily(act) }
    }

    /// A chore that goes outside.
    pub const fn errand(kind: &'static str, errand: Errand) -> Self {
        Self { kind, how: How::Errand(errand) }
    }
}
