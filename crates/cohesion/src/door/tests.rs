//! Scenarios of the front door, on both engines.

mod asking;
mod joining;
mod onward;
mod showing;
mod visiting;

use super::{Door, Outcome, PublicWords, Showing, Visibility, open_door, show_group};
use crate::Result;
use crate::access::Actor;
use crate::enrolment::{WhoJoins, open_joining};
use crate::groups::{Charter, Format};
use crate::id::GroupId;
use crate::safety::{check_line, crisis_lines, take_country};
use crate::testing::TestClinic;
use crate::work::Work;

/// What is said in public of a group called so.
fn said(title: &str) -> Showing {
    let words = PublicWords {
        title: title.to_owned(),
        about: "For people who have lost somebody. We share and listen.".to_owned(),
        meets: "Tuesdays, 19:00".to_owned(),
        place: "The large room".to_owned(),
        cost: "Nothing".to_owned(),
    };
    Showing { words, visibility: Visibility::Shown }
}

/// Opens the door, and has the help lines ready, without which nobody is invited.
async fn open(clinic: &TestClinic) -> Result<()> {
    let opening = async |work: &mut Work<'_>| {
        open_door(work, Door::Open).await?;
        take_country(work, "IE").await?;
        for line in crisis_lines(work).await? {
            check_line(work, line.id).await?;
        }
        Ok(())
    };
    clinic.write(clinic.system(), opening).await
}

async fn show(clinic: &TestClinic, leader: Actor, group: GroupId, title: &str) -> Result<Outcome> {
    let showing = said(title);
    clinic.write(leader, async move |work| show_group(work, group, &showing).await).await
}

/// A support group with so many places that is shown and that everybody may join, and its facilitator.
async fn circle(clinic: &TestClinic, capacity: u32) -> Result<(Actor, GroupId)> {
    open(clinic).await?;
    clinic.settle_in_ireland().await?;
    let finn = clinic.facilitator().await?;
    let group = clinic.group(finn, Charter::support(), Format::Open, capacity).await?;
    assert_eq!(show(clinic, finn, group, "An evening for those who grieve").await?, Outcome::Kept);
    clinic.write(finn, async move |work| open_joining(work, group, WhoJoins::Everybody).await).await?;
    Ok((finn, group))
}

/// A therapy group that is shown, and its therapist.
async fn therapy(clinic: &TestClinic) -> Result<(Actor, GroupId)> {
    let mara = clinic.clinician().await?;
    let group = clinic.group(mara, Charter::therapy(), Format::SlowOpen, 8).await?;
    assert_eq!(show(clinic, mara, group, "Out of low mood").await?, Outcome::Kept);
    Ok((mara, group))
}
