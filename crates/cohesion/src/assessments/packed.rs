//! What is sealed of a tally, as small as it can be.

use measures::{Instrument, SCORER_VERSION, Score};
use serde::{Deserialize, Serialize};

use super::tally::Tally;
use super::{Asides, AssignmentId, Record, Response, ResponseId};
use crate::clock::Timestamp;
use crate::id::{PersonId, SessionId};

/// A score that follows from its positions is worked out again, as long as instrument and scorer are those
/// it was packed with. Otherwise there is nothing to unpack, and the answers are read.
#[derive(Serialize, Deserialize)]
pub(super) struct Packed {
    versions: (u32, u32),
    damaged: usize,
    answers: Vec<Answer>,
}

#[derive(Serialize, Deserialize)]
struct Answer(ResponseId, AssignmentId, Option<SessionId>, u32, Timestamp, Vec<Option<usize>>, Option<Score>);

impl Packed {
    pub fn of(instrument: &Instrument, tally: Tally) -> Self {
        let answers = tally.responses.into_iter().map(|response| Answer::of(instrument, response)).collect();
        Self { versions: versions(instrument), damaged: tally.damaged, answers }
    }

    pub fn unpack(self, instrument: &Instrument, person: PersonId) -> Option<Tally> {
        if !self.is_current(instrument) {
            return None;
        }
        let responses = self.answers.into_iter().map(|answer| answer.response(instrument, person));
        Some(Tally { responses: responses.collect::<Option<_>>()?, damaged: self.damaged })
    }

    /// Whether it was packed with this instrument and this scorer.
    pub fn is_current(&self, instrument: &Instrument) -> bool {
        self.versions == versions(instrument)
    }

    pub fn len(&self) -> usize {
        self.answers.len()
    }

    pub fn push(&mut self, instrument: &Instrument, next: Response) {
        self.answers.push(Answer::of(instrument, next));
    }
}

impl Answer {
    fn of(instrument: &Instrument, response: Response) -> Self {
        let Response { id, assignment, session, version, answered_at, record, .. } = response;
        let Record { positions, score, .. } = record;
        let own = Some(score).filter(|score| worked_out(instrument, &positions).as_ref() != Some(score));
        Self(id, assignment, session, version, answered_at, positions, own)
    }

    fn response(self, instrument: &Instrument, person: PersonId) -> Option<Response> {
        let Self(id, assignment, session, version, answered_at, positions, own) = self;
        let score = own.or_else(|| worked_out(instrument, &positions))?;
        let record = Record { positions, score, asides: Asides::default() };
        Some(Response { id, assignment, person, session, version, answered_at, record })
    }
}

fn versions(instrument: &Instrument) -> (u32, u32) {
    (instrument.version, SCORER_VERSION)
}

fn worked_out(instrument: &Instrument, positions: &[Option<usize>]) -> Option<Score> {
    Some(instrument.answers(positions).ok()?.score())
}

#[cfg(test)]
mod tests {
    use measures::Catalogue;

    use super::*;

    fn answered(instrument: &Instrument, positions: &[usize]) -> Response {
        let positions: Vec<_> = positions.iter().copied().map(Some).collect();
        let score = worked_out(instrument, &positions).unwrap();
        let record = Record { positions, score, asides: Asides::default() };
        let (id, assignment, person) = (ResponseId([1; 16]), AssignmentId([2; 16]), PersonId([3; 16]));
        Response { id, assignment, person, session: None, version: 1, answered_at: Timestamp(7), record }
    }

    #[test]
    fn a_score_is_what_it_was_whether_it_still_follows_from_the_positions_or_not() {
        let instrument = Catalogue::built_in().get("gad-7").unwrap();
        let follows = answered(instrument, &[2; 7]);
        let mut of_old = answered(instrument, &[1; 7]);
        of_old.record.score.scorer_version = 0;
        of_old.record.score.band = Some("as it was called then".to_owned());
        let tally = Tally { responses: vec![follows.clone(), of_old.clone()], damaged: 1 };
        let packed = Packed::of(instrument, tally);
        assert_eq!(packed.answers.iter().map(|answer| answer.6.is_some()).collect::<Vec<_>>(), [false, true]);
        let unpacked = packed.unpack(instrument, follows.person).unwrap();
        assert_eq!(unpacked.damaged, 1);
        let scores: Vec<_> = unpacked.responses.into_iter().map(|response| response.record.score).collect();
        assert_eq!(scores, [follows.record.score, of_old.record.score]);
    }

    #[test]
    fn what_another_version_packed_is_read_from_the_answers() {
        let instrument = Catalogue::built_in().get("gad-7").unwrap();
        let tally = Tally { responses: vec![answered(instrument, &[2; 7])], damaged: 0 };
        let mut packed = Packed::of(instrument, tally);
        packed.versions.0 += 1;
        assert!(packed.unpack(instrument, PersonId([3; 16])).is_none());
    }
}
