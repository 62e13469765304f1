//! Ways to be reached are exchanged by two who both agree.

use super::*;
use crate::sharing::{
    Asking, Exchange, ExchangeId, ExchangeState, Reply, ask_contact, exchanges, reply_to_contact, show_to,
};
use crate::{Error, scenarios};

async fn ask(clinic: &TestClinic, actor: Actor, id: PostId, way: &'static str) -> Result<Asking> {
    clinic.write(actor, async move |work| ask_contact(work, id, way).await).await
}

async fn of(clinic: &TestClinic, ring: &Ring, actor: Actor) -> Result<Vec<Exchange>> {
    let group = ring.group;
    Ok(clinic.read(actor, async move |work| exchanges(work, group).await).await?.readable)
}

async fn answer(clinic: &TestClinic, actor: Actor, id: ExchangeId, reply: Reply) -> Result<()> {
    clinic.write(actor, async move |work| reply_to_contact(work, id, &reply).await.map(|_| ())).await
}

scenarios! {
    async fn each_sees_what_the_other_gives_only_while_both_agree(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "Sundays are long.").await?;
        assert_eq!(ask(&clinic, ring.jo, id, "jo@example.org").await?, Asking::Asked);
        assert_eq!(ask(&clinic, ring.jo, id, "jo@example.org").await?, Asking::Before);
        let asked = of(&clinic, &ring, ring.sam).await?.remove(0);
        assert_eq!((asked.with.as_str(), asked.sees.as_deref(), asked.state), ("Jo", None, ExchangeState::Asked));
        assert!(of(&clinic, &ring, ring.kim).await?.is_empty());
        for actor in [ring.kim, ring.finn] {
            assert_eq!(answer(&clinic, actor, asked.id, Reply::Agree("x".to_owned())).await, Err(Error::NotFound));
        }
        assert_eq!(answer(&clinic, ring.jo, asked.id, Reply::Agree("x".to_owned())).await, Err(Error::Conflict("sharing-conflict-exchange")), "one cannot agree for the other");
        answer(&clinic, ring.sam, asked.id, Reply::Agree("01 555 0100".to_owned())).await?;
        let (sam, jo) = (of(&clinic, &ring, ring.sam).await?.remove(0), of(&clinic, &ring, ring.jo).await?.remove(0));
        assert_eq!((sam.sees.as_deref(), sam.gives.as_deref()), (Some("jo@example.org"), Some("01 555 0100")));
        assert_eq!((jo.with.as_str(), jo.sees.as_deref(), jo.gives.as_deref()), ("Sam", Some("01 555 0100"), Some("jo@example.org")));
        answer(&clinic, ring.jo, asked.id, Reply::End).await?;
        assert!(of(&clinic, &ring, ring.sam).await?.is_empty() && of(&clinic, &ring, ring.jo).await?.is_empty());
        assert_eq!(ask(&clinic, ring.jo, id, "jo@example.org").await?, Asking::Before, "nobody is asked again");
        assert_eq!(answer(&clinic, ring.sam, asked.id, Reply::End).await, Err(Error::Conflict("sharing-conflict-exchange")));
        Ok(())
    }

    async fn only_a_post_with_a_name_can_be_asked(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "Sundays are long.").await?;
        assert_eq!(ask(&clinic, ring.sam, id, "me").await, Err(Error::Conflict("sharing-conflict-gone")));
        assert_eq!(ask(&clinic, ring.jo, id, " ").await, Err(Error::invalid("way", "fault-empty")));
        clinic.write(ring.sam, async move |work| show_to(work, id, Audience::Nameless).await).await?;
        assert_eq!(ask(&clinic, ring.jo, id, "jo@example.org").await, Err(Error::Conflict("sharing-conflict-gone")));
        let of_finn = ring.post(&clinic, ring.finn, "Welcome.").await?;
        assert_eq!(ask(&clinic, ring.jo, of_finn, "jo@example.org").await, Err(Error::Conflict("sharing-conflict-leader")));
        assert_eq!(ask(&clinic, ring.finn, id, "finn").await, Err(Error::NotFound));
        assert!(of(&clinic, &ring, ring.sam).await?.is_empty());
        Ok(())
    }
}
