//! One person in two groups: nothing on the pages of one can be found again on those of the other (GR-04, ATK-22).

use std::collections::BTreeSet;

use super::*;
use crate::identity::AccountKind;
use crate::scenarios;
use crate::testing::{Answer, Tab};

/// Every value of every attribute, every id in an address, and every word between two tags.
fn values(answer: &Answer) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, piece) in answer.body.split('"').enumerate() {
        if at % 2 == 1 {
            found.insert(piece.to_owned());
            found.extend(piece.split(['/', '#', '.', '-', '=', '?', '&', ' ']).map(str::to_owned));
        }
    }
    let texts = answer.body.split('>').filter_map(|piece| piece.split('<').next()).map(str::trim);
    found.extend(texts.filter(|text| !text.is_empty()).map(str::to_owned));
    for (name, value) in &answer.headers {
        found.insert(format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())));
    }
    found.remove("");
    found
}

/// Everything that a reader in the group is answered about its threads.
async fn answers(tab: &mut Tab, ring: &Ring, post: PostId) -> Vec<(String, Answer)> {
    let mut answers = Vec::new();
    for path in [
        format!("/me/groups/{}/threads", ring.group),
        format!("/me/threads/{}", ring.thread),
        format!("/me/posts/{post}"),
        format!("/live/thread.{}", ring.thread),
        format!("/me/groups/{}/contacts", ring.group),
    ] {
        let answer = tab.get(&path).await;
        assert_eq!(answer.status, 200, "{path}");
        answers.push((path, answer));
    }
    answers
}

/// What a reader is answered in a group while one person sits there and has written nothing, and once they have written.
async fn read_in(
    clinic: &TestClinic,
    tab: &mut Tab,
    ring: &Ring,
    (lou, called, text): (Actor, &'static str, &str),
) -> Result<[BTreeSet<String>; 2]> {
    seat(clinic, ring.finn, ring.group, lou, called).await?;
    let plain = ring.post(clinic, ring.sam, "Sundays are long.").await?;
    let before = answers(tab, ring, plain).await;
    clinic.pass(Span::minutes(7));
    let post = ring.post(clinic, lou, text).await?;
    let after = answers(tab, ring, post).await;
    let all = |answers: &[(String, Answer)]| answers.iter().flat_map(|(_, answer)| values(answer)).collect();
    Ok([all(&before), all(&after)])
}

/// Says what was compared, and what stands on the pages of both whoever writes there.
#[expect(clippy::print_stdout, reason = "whoever reviews it reads what was compared")]
fn print(one: &BTreeSet<String>, two: &BTreeSet<String>, constants: &BTreeSet<String>) {
    println!("{} values of one group were compared with {} of the other.", one.len(), two.len());
    println!("On the pages of both, whoever writes there:");
    for value in constants {
        println!("  {value}");
    }
}

scenarios! {
    async fn one_person_in_two_groups_is_not_found_again(clinic: TestClinic) {
        let (first, lou) = (Ring::of(&clinic).await?, clinic.somebody("Lou").await?);
        // One reader sits in both groups, and would like to know.
        let mut tab = clinic.tab_for(first.jo, AccountKind::Member).await?;
        let [plain, one] = read_in(&clinic, &mut tab, &first, (lou, "Wren", "The garden is too quiet.")).await?;
        clinic.pass(Span::minutes(61));
        let second = Ring::of(&clinic).await?;
        seat(&clinic, second.finn, second.group, first.jo, "Ash").await?;
        let mut tab = clinic.tab_of(who(first.jo)).await?;
        let [other_plain, two] = read_in(&clinic, &mut tab, &second, (lou, "Moss", "I could not get up today.")).await?;
        // What stands on both groups' pages where Lou has written nothing is nobody's.
        let constants: BTreeSet<String> = plain.intersection(&other_plain).cloned().collect();
        let shared: Vec<&String> = one.intersection(&two).filter(|value| !constants.contains(*value)).collect();
        print(&one, &two, &constants);
        assert!(one.len() > 100 && two.len() > 100, "there was something to compare");
        assert!(one.iter().any(|value| value.contains("Wren")) && two.iter().any(|value| value.contains("Moss")));
        assert!(shared.is_empty(), "equal in both groups: {shared:?}");
        let person = who(lou).to_string();
        assert!(!one.iter().chain(&two).any(|value| value.contains(&person)), "no id of a person");
        Ok(())
    }
}
