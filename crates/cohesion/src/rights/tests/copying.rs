//! The copy: all that is one's own, and nothing of anybody else's (GR-01, GR-03).

use std::collections::BTreeSet;

use super::super::{Export, drawn, export};
use super::{House, erased};
use crate::access::Actor;
use crate::appreciation::{Door, Giving, Kind, Outcome, Said, Verdict, decide, give, receivers, set_door};
use crate::clock::Span;
use crate::testing::canary::What;
use crate::testing::whole::{Name, Told};
use crate::testing::{TestClinic, who};
use crate::web::{View, Words};
use crate::{Error, Result, scenarios};

async fn copied(clinic: &TestClinic, actor: Actor) -> Result<Export> {
    clinic.read(actor, async |work| export(work, Words::english()).await).await
}

/// Every five words in a row.
fn fives(text: &str) -> BTreeSet<Vec<String>> {
    let words: Vec<String> = text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.windows(5).map(<[String]>::to_vec).collect()
}

async fn word_to(clinic: &TestClinic, house: &House, from: Actor, to: &'static str, said: Said) -> Result<()> {
    let group = house.therapy;
    let giving = clinic.write(from, async move |work| {
        let to = receivers(work, group).await?.into_iter().find(|seat| seat.called == to).ok_or(Error::NotFound)?;
        give(work, group, &Giving { to: to.id, kind: Kind::Appreciation, said: said.clone() }).await
    });
    let Outcome::Given(id) = giving.await? else { return Err(Error::NotFound) };
    clinic.write(house.mara, async move |work| decide(work, id, &Verdict::PassOn).await).await
}

scenarios! {
    async fn a_copy_has_ones_own_words_and_a_gap_where_another_spoke(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.member(&clinic, "Sam", &[house.therapy]).await?;
        let jo = house.member(&clinic, "Jolanda", &[house.therapy]).await?;
        let group = house.therapy;
        clinic.write(house.mara, async move |work| set_door(work, group, Door::Open).await).await?;
        let theirs = "stayed with me outside in the rain until my hands were warm again";
        let own = "asked me on Tuesday how the night had been for me";
        let said = |when: &str| Said { when: when.to_owned(), felt: "less alone".to_owned() };
        word_to(&clinic, &house, jo, "Sam", said(theirs)).await?;
        word_to(&clinic, &house, sam, "Jolanda", said(own)).await?;
        let copy = copied(&clinic, sam).await?;
        let json = serde_json::to_string(&copy).expect("it is data");
        let page = drawn(&View::public("/", clinic.app.clock().now()), &copy).into_string();
        assert!(page.contains("Made on ") && !page.contains("Made on 2026-"), "times are in words: {page}");
        for text in [&json, &page] {
            assert!(text.contains(own), "one's own words are in it");
            assert!(fives(theirs).is_disjoint(&fives(text)), "no five words in a row are Jolanda's");
            assert!(!text.contains("Jolanda") && !text.contains(&who(jo).to_string()), "nobody else is named");
            assert!(text.contains("Their words are theirs"), "there is a gap");
        }
        Ok(())
    }

    async fn a_copy_asks_for_a_fresh_proof(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.member(&clinic, "Sam", &[house.therapy]).await?;
        clinic.pass(Span::minutes(6));
        assert_eq!(copied(&clinic, sam).await.err(), Some(Error::StepUpNeeded));
        Ok(())
    }

    /// Whichever comes first: the copy is whole, or there is none.
    async fn a_copy_while_erasing_is_whole_or_refused(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let pat = house.member(&clinic, "Pat", &[house.support]).await?;
        let whole = copied(&clinic, pat).await?;
        let (copy, erased) = tokio::join!(copied(&clinic, pat), erased(&clinic, who(pat)));
        assert!(erased.is_ok(), "{erased:?}");
        match copy {
            Ok(copy) => assert_eq!(copy.chapters, whole.chapters),
            Err(refused) => assert_eq!(refused, Error::NotFound),
        }
        assert_eq!(copied(&clinic, pat).await.err(), Some(Error::NotFound), "afterwards there is nothing to copy");
        Ok(())
    }
}

/// Sam's copy out of the whole story: each kind of their own words is in it, and of everybody else nothing but the group's
/// neutral name.
async fn a_copy_out_of_the_whole_story_has_no_word_of_anybody_else(engine: store::Engine) -> Result<()> {
    let told = Told::on(engine).await?;
    let (whole, finder) = (told.copy().await?, told.finder());
    for name in [Name::Sam, Name::Pat, Name::Dana] {
        let mut phone = whole.tab(Some(name));
        for path in ["/me/data/copy.html", "/me/data/copy.json"] {
            let answer = phone.get(path).await;
            assert_eq!(answer.status, 200, "{path} for {name:?}");
            // JSON writes a sign of the canaries as HTML does not.
            let body = answer.body.replace("\\u0026", "&");
            let found = finder.look(body.as_bytes());
            let foreign = found.iter().find(|canary| canary.of != name && canary.what != What::Group);
            assert!(foreign.is_none(), "{foreign:?} in {path} for {name:?}");
            let never =
                [What::Note, What::Process, What::Remark, What::WayIn, What::Leaving, What::Discussed, What::Answer];
            let hidden = found.iter().find(|canary| never.contains(&canary.what));
            assert!(hidden.is_none(), "{hidden:?} in {path} for {name:?}");
            for (other, person) in told.people.iter().filter(|(other, _)| **other != name) {
                assert!(!body.contains(&person.to_string()), "the id of {other:?} in {path} for {name:?}");
            }
            if name == Name::Sam {
                for what in [
                    What::Contact,
                    What::Shown,
                    What::Signature,
                    What::Beside,
                    What::Goal,
                    What::SheetKept,
                    What::SheetShown,
                    What::InTheWay,
                    What::Letter,
                    What::Summary,
                    What::WordGivenBack,
                    What::Correction,
                ] {
                    let has_it = found.iter().any(|canary| canary.of == name && canary.what == what);
                    assert!(has_it, "{what:?} is missing in {path}");
                }
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_copy_out_of_the_whole_story_has_no_word_of_anybody_else_on_sqlite() -> Result<()> {
    a_copy_out_of_the_whole_story_has_no_word_of_anybody_else(store::Engine::Sqlite).await
}

#[tokio::test]
async fn a_copy_out_of_the_whole_story_has_no_word_of_anybody_else_on_postgresql() -> Result<()> {
    a_copy_out_of_the_whole_story_has_no_word_of_anybody_else(store::Engine::Postgres).await
}
