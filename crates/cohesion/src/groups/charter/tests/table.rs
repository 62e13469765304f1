//! The charter as a table: 32 questions, and for what a kind forbids how often everybody asked for it in vain.

use std::collections::BTreeMap;

use super::super::{Capability, Charter, Rule};
use super::walk::{ROUTES, scene, support_routes};
use crate::testing::TestClinic;
use crate::{Result, scenarios};

/// How often what a row forbids was asked for, and how often the answer was anything but "not there".
#[derive(Clone, Copy, Default)]
struct Tally {
    asked: usize,
    reached: usize,
}

scenarios! {
    async fn everybody_asks_in_vain_for_what_a_therapy_group_must_not_have(clinic: TestClinic) {
        let tallies = walked(&clinic, Charter::therapy()).await?;
        assert!(tallies.len() > 4, "{}", tallies.len());
        Ok(())
    }

    async fn everybody_asks_in_vain_for_what_a_support_group_must_not_have(clinic: TestClinic) {
        let tallies = walked(&clinic, Charter::support()).await?;
        assert!(tallies.len() > 8, "{}", tallies.len());
        Ok(())
    }
}

/// Walks everybody over the routes of what the charter forbids, prints the table, and answers with it by row.
async fn walked(clinic: &TestClinic, charter: Charter) -> Result<BTreeMap<u8, Tally>> {
    let scene = scene(clinic, charter).await?;
    let has_facilitators = charter.allow(Capability::FacilitatorDebrief).is_ok();
    let everybody =
        if has_facilitators { scene.everybody(clinic).await? } else { scene.everybody_who_can(clinic).await? };
    let mut tallies: BTreeMap<u8, Tally> = BTreeMap::new();
    for (_, mut tab) in everybody {
        for (capability, method, path) in ROUTES.iter().chain(support_routes()) {
            if charter.rule(*capability) == Rule::Forbidden {
                let status = scene.ask(&mut tab, method, path).await.status;
                let tally = tallies.entry(capability.row()).or_default();
                tally.asked += 1;
                tally.reached += usize::from(status != 404);
            }
        }
    }
    print(&charter, &tallies);
    assert!(tallies.values().all(|tally| tally.reached == 0 && tally.asked >= 7), "each by every role, and in vain");
    Ok(tallies)
}

#[expect(clippy::print_stdout, reason = "the table is what this test is for")]
fn print(charter: &Charter, tallies: &BTreeMap<u8, Tally>) {
    let answers = charter.answers();
    assert_eq!(answers.len(), 32);
    println!("{}: row, question, answer; what it forbids, asked for by everybody, reached", charter.name_key());
    for (row, (question, answer)) in (1..).zip(answers) {
        let is_forbidden =
            |capability: &&Capability| capability.row() == row && charter.rule(**capability) == Rule::Forbidden;
        let forbidden: Vec<String> =
            Capability::ALL.iter().filter(is_forbidden).map(|capability| format!("{capability:?}")).collect();
        let Tally { asked, reached } = tallies.get(&row).copied().unwrap_or_default();
        let walk = if forbidden.is_empty() {
            String::new()
        } else {
            format!("; no {} (asked {asked}, reached {reached})", forbidden.join(", "))
        };
        println!("{row:>3}  {question:<16}  {answer}{walk}");
    }
}
