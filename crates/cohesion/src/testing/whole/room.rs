//! A session is open today, with a board in its room; the support group reads words of its own, and something happened there.

use ::floor::hall::{Meets, Policy, Privacy, SeatKind};

use super::story::Story;
use super::{Name, Ring};
use crate::Result;
use crate::notes::{Incident, IncidentId, open_incidents, report};
use crate::room::{
    Answers, BoardCode, Counting, Readings, Spoken, Staying, Ways, board_code, enter, keep_readings, keep_ways,
    keep_what_stays, make_board, seat_of,
};
use crate::sessions::open;
use crate::testing::canary::What;

impl Story {
    /// Finn writes what his group reads. Noor opens her group's session and puts a board up, before
    /// anybody has come.
    pub async fn meet(&mut self) -> Result<()> {
        let (group, id) = (self.groups[&Ring::Support], self.sessions[&Ring::Other][1].id);
        let [principles, guidelines, help] = [(); 3].map(|()| self.plant(Name::Finn, What::Reading));
        let texts = Readings { principles, guidelines, help };
        self.act(Name::Finn, async move |work| keep_readings(work, group, 0, &texts).await).await?;
        let meeting = self.sessions[&Ring::Support][0].id;
        let written = Incident::of([(); 4].map(|()| self.plant(Name::Finn, What::Incident)));
        self.act(Name::Finn, async move |work| report(work, meeting, &written).await.map(drop)).await?;
        self.act(Name::Noor, async move |work| {
            open(work, id).await?;
            make_board(work, id).await
        })
        .await?;
        self.answer_at_the_door().await?;
        self.count_the_talk().await
    }

    /// Mara has her group's talk counted. Sam agreed, and Jo did not.
    async fn count_the_talk(&mut self) -> Result<()> {
        let (group, id) = (self.groups[&Ring::Therapy], self.sessions[&Ring::Therapy][1].id);
        let counting = Counting::Agreed;
        let ways = Ways { meets: Meets::Online, policy: Policy::Each, late_minutes: None, counting };
        let spoken = Spoken { talk_s: 540, turns: 6, longest_s: 70, overlap_s: 9, silence_s: 80 };
        let talk = vec![(seat_of(self.people[&Name::Sam]), spoken)];
        let staying = Staying { stays: Vec::new(), heads: 2, talk, taken: String::new() };
        self.act(Name::Mara, async move |work| {
            keep_ways(work, group, ways).await?;
            keep_what_stays(work, id, &staying).await
        })
        .await
    }

    /// Eli says where he is before he comes in.
    async fn answer_at_the_door(&mut self) -> Result<()> {
        let id = self.sessions[&Ring::Other][1].id;
        let [whereabouts, call_back] = [(); 2].map(|()| self.plant(Name::Eli, What::Reach));
        let (kind, privacy, counting) = (SeatKind::AudioOnly, Privacy::Alone, Counting::Agreed);
        let answers = Answers { kind, privacy, whereabouts, call_back, counting };
        self.act(Name::Eli, async move |work| enter(work, id, &answers).await).await
    }

    /// What Finn has put on record.
    pub async fn incident(&self) -> Result<IncidentId> {
        let open = self.act(Name::Finn, async |work| open_incidents(work).await).await?;
        Ok(open.first().expect("Finn has put it on record").0)
    }

    /// The code of that board.
    pub async fn code(&self) -> Result<BoardCode> {
        let id = self.sessions[&Ring::Other][1].id;
        let code = self.act(Name::Noor, async move |work| board_code(work, id).await).await?;
        Ok(code.expect("Noor has put it up"))
    }
}
