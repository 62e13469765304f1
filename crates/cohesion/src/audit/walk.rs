//! The walk along one practice's chain, pure: links in their order, held to each other, to the end on record, to checkpoints.

use keyring::SubKey;

use super::checkpoint::Checkpoint;
use super::finding::Finding;
use crate::id::PracticeId;
use crate::work::{Head, Link};

/// A link as it is kept, with the hash beside it; a link whose fields do not read is none.
pub(super) struct KeptLink {
    pub seq: i64,
    pub link: Option<Link>,
    pub hash: [u8; 32],
}

/// The end of a chain as it is kept.
#[derive(Clone, Debug)]
pub(super) struct KeptEnd {
    pub head: Head,
    pub mac: Vec<u8>,
}

/// A walk under way.
pub(super) struct Walk {
    practice: PracticeId,
    at: Head,
    checkpoints: Vec<Checkpoint>,
    findings: Vec<Finding>,
}

impl Walk {
    /// Before the first link. The checkpoints are those whose signature holds.
    pub fn begin(practice: PracticeId, checkpoints: Vec<Checkpoint>) -> Self {
        Self { practice, at: Head::EMPTY, checkpoints, findings: Vec::new() }
    }

    /// The number of the link that was met last.
    pub fn seq(&self) -> i64 {
        self.at.seq
    }

    /// Meets the next link. After a break the walk goes on from what is kept, so that each break is told once.
    pub fn meet(&mut self, kept: &KeptLink) {
        let expected = self.at.seq + 1;
        if kept.seq > expected {
            self.findings.push(Finding::Missing { from: expected, to: kept.seq - 1 });
        }
        let hash = kept.link.as_ref().map(|link| link.hash(self.practice, &self.at.hash));
        if kept.seq < expected || (kept.seq == expected && hash != Some(kept.hash)) {
            self.findings.push(Finding::Altered { seq: kept.seq });
        }
        self.at = Head { seq: kept.seq, hash: kept.hash };
        for checkpoint in self.checkpoints.iter().filter(|checkpoint| checkpoint.head.seq == kept.seq) {
            if checkpoint.head.hash != kept.hash {
                let number = checkpoint.number;
                self.findings.push(Finding::CheckpointDisagrees { number, seq: kept.seq });
            }
        }
    }

    /// Behind the last link: where the chain ends must be where it is said to end.
    pub fn end(mut self, end: Option<&KeptEnd>, key: &SubKey) -> Vec<Finding> {
        let found = self.at.seq;
        match end {
            None if found == 0 && self.checkpoints.is_empty() => {}
            None => self.findings.push(Finding::EndMissing),
            Some(end) if !is_ours(self.practice, end, key) => self.findings.push(Finding::EndForged),
            Some(end) if end.head != self.at => {
                self.findings.push(Finding::EndDiffers { found, recorded: end.head.seq });
            }
            Some(_) => {}
        }
        let newest = self.checkpoints.iter().max_by_key(|checkpoint| checkpoint.head.seq);
        if let Some(Checkpoint { number, head, .. }) = newest.filter(|checkpoint| checkpoint.head.seq > found) {
            self.findings.push(Finding::CutOff { found, number: *number, seq: head.seq });
        }
        self.findings
    }
}

/// Whether the end's keyed hash is one that this installation made.
pub(super) fn is_ours(practice: PracticeId, end: &KeptEnd, key: &SubKey) -> bool {
    key.verify_mac(&end.head.mac_parts(&practice, &end.head.seq.to_be_bytes()), &end.mac)
}

/// Checkpoints whose signature holds, and what is wrong with the others: those in the database, which have no gap, and those
/// outside, of which the database has each.
pub(super) fn sift(
    inside: Vec<Checkpoint>,
    outside: &[Checkpoint],
    public: &[u8; 32],
) -> (Vec<Checkpoint>, Vec<Finding>) {
    let (good, forged): (Vec<_>, Vec<_>) = inside.into_iter().partition(|checkpoint| checkpoint.is_signed_by(public));
    let forged = forged.iter().map(|checkpoint| Finding::CheckpointForged { number: checkpoint.number });
    let newest = good.iter().chain(outside).map(|checkpoint| checkpoint.number).max().unwrap_or_default();
    let numbers: std::collections::BTreeSet<i64> = good.iter().map(|checkpoint| checkpoint.number).collect();
    let missing = (1..=newest).filter(|number| !numbers.contains(number));
    let mut findings: Vec<Finding> = forged.collect();
    let told: Vec<i64> = findings.iter().map(number_of).collect();
    findings
        .extend(missing.filter(|number| !told.contains(number)).map(|number| Finding::CheckpointMissing { number }));
    let all = good.into_iter().chain(outside.iter().cloned()).collect();
    (all, findings)
}

const fn number_of(finding: &Finding) -> i64 {
    match finding {
        Finding::CheckpointForged { number } => *number,
        _ => 0,
    }
}
