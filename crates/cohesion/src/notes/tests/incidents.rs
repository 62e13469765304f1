//! What happened at a meeting: written without a name, given to those on duty, and closed by somebody.

use super::super::{Incident, IncidentId, Written, close_incident, incident, incidents_at, open_incidents, report};
use super::logs::meeting;
use crate::access::Actor;
use crate::clock::Span;
use crate::groups::{self, may_run, take_seat};
use crate::id::{GroupId, SessionId};
use crate::limits::TEXT_CHARS_MAX;
use crate::notices::notices;
use crate::practice::Role;
use crate::safety::{Days, Duty, Hours, arrange_duty};
use crate::sessions::open;
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

fn written(happened: &str) -> Incident {
    let texts = [happened, "We went outside together.", "The duty contact, by telephone.", "Ask next time."];
    Incident::of(texts.map(str::to_owned))
}

async fn put_down(clinic: &TestClinic, actor: Actor, id: SessionId, words: Incident) -> Result<Written<IncidentId>> {
    clinic.write(actor, async move |work| report(work, id, &words).await).await
}

async fn kept(clinic: &TestClinic, actor: Actor, id: SessionId) -> Result<IncidentId> {
    match put_down(clinic, actor, id, written("Somebody stood up and wept.")).await? {
        Written::Kept(incident) => Ok(incident),
        Written::Names(found) => Err(Error::bug(format!("it names nobody: {found:?}"))),
    }
}

async fn close(clinic: &TestClinic, actor: Actor, id: IncidentId, words: &str) -> Result<Written<()>> {
    let words = words.to_owned();
    clinic.write(actor, async move |work| close_incident(work, id, &words).await).await
}

/// Omar is on duty and Una stands in.
async fn on_duty(clinic: &TestClinic) -> Result<(Actor, Actor)> {
    let omar = clinic.colleague("Omar", &[Role::Clinician]).await?;
    let una = clinic.colleague("Una", &[Role::Facilitator]).await?;
    let hours = Hours { days: Days::WORKING, from_minute: 540, until_minute: 1_020, zone: "Europe/Dublin".to_owned() };
    let (acknowledge_within, decide_within) = (Span::minutes(30), Span::hours(24));
    let duty = Duty { reader: who(omar), backup: who(una), hours, acknowledge_within, decide_within };
    clinic.write(clinic.system(), async move |work| arrange_duty(work, None, &duty).await).await?;
    Ok((omar, una))
}

async fn seat(clinic: &TestClinic, by: Actor, group: GroupId, called: &'static str) -> Result<Actor> {
    let member = clinic.somebody(called).await?;
    clinic
        .write(by, async move |work| {
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, who(member));
            take_seat(work, &about, group, who(member), called).await.map(|_| ())
        })
        .await?;
    Ok(member)
}

scenarios! {
    async fn what_happened_goes_to_those_on_duty_and_is_closed_by_one_of_them(clinic: TestClinic) {
        let (finn, _, id) = meeting(&clinic).await?;
        assert_eq!(put_down(&clinic, finn, id, written("Rain")).await, Err(Error::Conflict("notes-conflict-not-begun")));
        clinic.write(finn, async move |work| open(work, id).await).await?;
        let (omar, una) = on_duty(&clinic).await?;
        let incident_id = kept(&clinic, finn, id).await?;
        for actor in [omar, una] {
            assert_eq!(clinic.read(actor, async |work| notices(work).await).await?.len(), 1);
            let open = clinic.read(actor, async |work| open_incidents(work).await).await?;
            assert_eq!(open.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [incident_id]);
        }
        let own = close(&clinic, finn, incident_id, "We talked.").await;
        assert_eq!(own, Err(Error::Conflict("notes-conflict-own-incident")));
        assert_eq!(close(&clinic, omar, incident_id, "  ").await, Err(Error::invalid("closing", "fault-empty")));
        let long = "x".repeat(TEXT_CHARS_MAX + 1);
        assert_eq!(close(&clinic, omar, incident_id, &long).await, Err(Error::invalid("closing", "fault-long")));
        assert_eq!(close(&clinic, omar, incident_id, "We talked, and it is settled.").await?, Written::Kept(()));
        let again = close(&clinic, una, incident_id, "Once more.").await;
        assert_eq!(again, Err(Error::Conflict("notes-conflict-incident-closed")));
        let read = clinic.read(finn, async move |work| incident(work, incident_id).await).await?;
        assert_eq!(read.incident, written("Somebody stood up and wept."));
        assert_eq!(read.closing.map(|closing| (closing.by, closing.words)), Some((who(omar), "We talked, and it is settled.".to_owned())));
        assert!(clinic.read(omar, async |work| open_incidents(work).await).await?.is_empty());
        Ok(())
    }

    async fn where_nobody_is_on_duty_whoever_facilitates_closes_it(clinic: TestClinic) {
        let (finn, _, id) = meeting(&clinic).await?;
        clinic.write(finn, async move |work| open(work, id).await).await?;
        let incident_id = kept(&clinic, finn, id).await?;
        assert_eq!(clinic.read(finn, async |work| notices(work).await).await?.len(), 1);
        assert_eq!(close(&clinic, finn, incident_id, "We talked.").await?, Written::Kept(()));
        Ok(())
    }

    async fn nobody_who_takes_part_is_named_in_it(clinic: TestClinic) {
        let (finn, group, id) = meeting(&clinic).await?;
        seat(&clinic, finn, group, "Robin").await?;
        clinic.write(finn, async move |work| open(work, id).await).await?;
        let named = put_down(&clinic, finn, id, written("Robin stood up and wept.")).await?;
        let Written::Names(found) = named else { panic!("it names Robin") };
        assert_eq!((found.len(), found[0].field), (1, 0));
        let at = clinic.read(finn, async move |work| {
            let session = groups::session(work, id).await?;
            incidents_at(work, &session).await
        });
        assert!(at.await?.is_empty(), "nothing was kept");
        let incident_id = kept(&clinic, finn, id).await?;
        let closing = close(&clinic, finn, incident_id, "Robin is well.").await?;
        assert!(matches!(closing, Written::Names(_)), "{closing:?}");
        Ok(())
    }

    async fn what_is_missing_or_too_long_is_said(clinic: TestClinic) {
        let (finn, _, id) = meeting(&clinic).await?;
        clinic.write(finn, async move |work| open(work, id).await).await?;
        let Err(Error::Invalid(faults)) = put_down(&clinic, finn, id, Incident::default()).await else { panic!("it is empty") };
        assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["happened", "done", "told"]);
        let long = Incident { follow_up: "x".repeat(TEXT_CHARS_MAX + 1), ..written("Rain") };
        assert_eq!(put_down(&clinic, finn, id, long).await, Err(Error::invalid("follow-up", "fault-long")));
        Ok(())
    }

    async fn nobody_else_reads_reports_or_closes_it(clinic: TestClinic) {
        let (finn, group, id) = meeting(&clinic).await?;
        let member = seat(&clinic, finn, group, "Robin").await?;
        clinic.write(finn, async move |work| open(work, id).await).await?;
        let incident_id = kept(&clinic, finn, id).await?;
        let other = clinic.colleague("Noor", &[Role::Clinician]).await?;
        for actor in [member, other, clinic.administrator().await?, clinic.somebody("Lee").await?] {
            assert_eq!(put_down(&clinic, actor, id, written("Rain")).await, Err(Error::NotFound));
            assert_eq!(close(&clinic, actor, incident_id, "Done.").await, Err(Error::NotFound));
            let read = clinic.read(actor, async move |work| incident(work, incident_id).await.map(|_| ())).await;
            assert_eq!(read, Err(Error::NotFound));
            assert!(clinic.read(actor, async |work| open_incidents(work).await).await?.is_empty());
        }
        Ok(())
    }

    async fn the_form_keeps_what_was_typed_and_the_log_offers_the_head_count(clinic: TestClinic) {
        let (finn, group, id) = meeting(&clinic).await?;
        let robin = seat(&clinic, finn, group, "Robin").await?;
        clinic.write(finn, async move |work| open(work, id).await).await?;
        clinic.write(robin, async move |work| crate::room::press(work, id, crate::room::Press::Come).await).await?;
        let mut desk = clinic.desk(finn).await?;
        let log = desk.get(&format!("/care/sessions/{id}/log")).await;
        assert!(log.body.contains("The floor counted one person.") && log.field("heads") == "1", "{}", log.body);
        let form = format!("/care/sessions/{id}/incident");
        assert!(log.body.contains(&form));
        let texts = [("happened", "Robin stood up."), ("done", "We sat together."), ("told", "Nobody yet."), ("follow-up", "")];
        let named = desk.post(&form, &texts).await;
        assert!(named.status == 422 && named.body.contains("We sat together.") && named.body.contains("Nothing was kept yet."), "{}", named.body);
        let mut mended = texts.to_vec();
        mended.push(("do", "mend-incident"));
        let kept = desk.post(&form, &mended).await;
        let page = desk.get(kept.location()).await;
        assert!(page.body.contains("another member stood up.") || page.body.contains("Another member stood up."), "{}", page.body);
        let empty = desk.post(&format!("{}/close", kept.location()), &[("closing", "")]).await;
        assert_eq!(empty.status, 422);
        assert!(desk.get(&format!("/care/sessions/{id}/log")).await.body.contains(kept.location()));
        assert!(desk.get("/lead").await.body.contains(kept.location()), "it stands on their day");
        Ok(())
    }
}
