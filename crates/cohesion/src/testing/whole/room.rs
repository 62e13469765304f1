//! A session is open today, with a board in its room; and the support group reads words of its own.

use super::story::Story;
use super::{Name, Ring};
use crate::Result;
use crate::room::{BoardCode, Readings, board_code, keep_readings, make_board};
use crate::sessions::open;
use crate::testing::canary::What;

impl Story {
    /// Finn writes what his group reads. Noor opens her group's session and puts a board up, before anybody has come.
    pub async fn meet(&mut self) -> Result<()> {
        let (group, id) = (self.groups[&Ring::Support], self.sessions[&Ring::Other][1].id);
        let [principles, guidelines, help] = [(); 3].map(|()| self.plant(Name::Finn, What::Reading));
        let texts = Readings { principles, guidelines, help };
        self.act(Name::Finn, async move |work| keep_readings(work, group, 0, &texts).await).await?;
        self.act(Name::Noor, async move |work| {
            open(work, id).await?;
            make_board(work, id).await
        })
        .await
    }

    /// The code of that board.
    pub async fn code(&self) -> Result<BoardCode> {
        let id = self.sessions[&Ring::Other][1].id;
        let code = self.act(Name::Noor, async move |work| board_code(work, id).await).await?;
        Ok(code.expect("Noor has put it up"))
    }
}
