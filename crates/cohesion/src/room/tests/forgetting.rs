//! What stays of a meeting when it is over: how many were there, and nothing of anybody.

use ::floor::Request;
use ::store::params;

use super::super::{Press, board_code, clear, deeds, make_board, most_heads, seat_of, store};
use super::Evening;
use crate::groups;
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

/// What lies in the row of the floor, and how many jobs name anybody who was there.
async fn left(clinic: &TestClinic, evening: &Evening) -> Result<(Option<Vec<u8>>, u32)> {
    let id = evening.session.id;
    let reading = clinic.read(evening.leader, async move |work| {
        let session = groups::session(work, id).await?;
        let grant = deeds::may_lead(work, &session).await?;
        let row = store::find_floor(work, &grant, id).await?.expect("people came");
        Ok((row.state, row.heads))
    });
    reading.await
}

::store::statements! {
    /// Every mark of anybody's attendance at a session.
    MARKS = "select count(*)
        from attendance
        where practice_id = $1
          and session_id = $2";
}

scenarios! {
    async fn nothing_of_who_was_there_stays_when_a_meeting_is_closed(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?.gathered(&clinic).await?;
        evening.begin(&clinic).await?;
        evening.press(&clinic, evening.gil, Press::Leave).await?;
        let id = evening.session.id;
        clinic.write(evening.leader, async move |work| make_board(work, id).await).await?;
        assert!(left(&clinic, &evening).await?.0.is_some());
        evening.close(&clinic).await?;
        assert_eq!(left(&clinic, &evening).await?, (None, 3), "three at most, and nobody by name");
        let read = clinic.read(evening.leader, async move |work| {
            let marks: i64 = work.one(&MARKS, params![work.practice(), id]).await?.take()?;
            Ok((most_heads(work, id).await?, board_code(work, id).await?, marks))
        });
        assert_eq!(read.await?, (Some(3), None, 0));
        let seen = evening.seen_by(&clinic, evening.robin).await?;
        assert_eq!((seen.table.floor().heads(), seen.is_at_it()), (0, false));
        let late = evening.press(&clinic, evening.robin, Press::Come).await;
        assert_eq!(late, Err(Error::Conflict("room-conflict-not-open")));
        Ok(())
    }

    async fn everybody_has_gone_when_whoever_leads_says_so(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?.gathered(&clinic).await?;
        let id = evening.session.id;
        clinic.write(evening.leader, async move |work| make_board(work, id).await).await?;
        evening.lead(&clinic, evening.leader, Request::End).await?;
        let (table, _) = evening.kept(&clinic).await?;
        let kept = serde_json::to_string(&table).expect("it is written");
        for member in [evening.robin, evening.fern, evening.gil] {
            let number = seat_of(who(member)).0.to_string();
            assert!(!kept.contains(&number), "{kept}");
        }
        assert!(!["Robin", "Fern", "Gil"].iter().any(|name| kept.contains(name)), "{kept}");
        assert_eq!(clinic.read(evening.leader, async move |work| board_code(work, id).await).await?, None);
        assert_eq!(evening.press(&clinic, evening.robin, Press::Come).await, Err(Error::Conflict("room-conflict-over")));
        Ok(())
    }

    async fn closing_twice_changes_nothing_and_an_open_meeting_is_not_cleared(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?.gathered(&clinic).await?;
        let id = evening.session.id;
        clinic.write(clinic.system(), async move |work| clear(work, id.0).await).await?;
        assert!(left(&clinic, &evening).await?.0.is_some(), "it goes on");
        evening.close(&clinic).await?;
        clinic.write(clinic.system(), async move |work| clear(work, id.0).await).await?;
        assert_eq!(left(&clinic, &evening).await?, (None, 3));
        Ok(())
    }
}
