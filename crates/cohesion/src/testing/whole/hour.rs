//! The first session is held, somebody leaves after it, and a week later it is today.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::date;
use jiff::tz::TimeZone;
use keyring::RootKey;

use super::story::Story;
use super::{Name, Ring, Things};
use crate::Result;
use crate::access::{About, Deed, Standing};
use crate::agreements::signatures_of;
use crate::assessments::my_answers;
use crate::clock::{Span, Timestamp};
use crate::enrolment::{DecidedBy, Departure, Ending, Goodbye, depart, hold, keep_apart, welcome_back};
use crate::groups::{Charter, Format, Founding, found, seat_of};
use crate::id::{KeepApartId, PracticeId};
use crate::identity::{AccountKind, open_account};
use crate::jobs::overview;
use crate::practice::{Admission, credentials, enter};
use crate::safety::crisis_lines;
use crate::sessions::{Mark, Presence, absences, close, mark, mark_all, open, reach_out, send_word};
use crate::testing::canary::What;
use crate::testing::{TestClinic, founding};
use crate::work::Work;

impl Story {
    /// Jo has sent word, Sam and Dana stay away without one. Dana is reached, and leaves.
    pub async fn hold_the_first_session(&mut self) -> Result<()> {
        let (session, group) = (self.sessions[&Ring::Therapy][0], self.groups[&Ring::Therapy]);
        let id = session.id;
        let word = self.plant(Name::Jo, What::Word);
        self.act(Name::Jo, async move |work| send_word(work, id, Some(word.clone())).await).await?;
        self.come_to(session.starts_at).await?;
        let marks = [Name::Sam, Name::Dana].map(|name| {
            let words = Some(self.plant(name, What::Remark));
            Mark { person: self.people[&name], presence: Presence::AbsentSilent, minutes: 0, words }
        });
        self.act(Name::Mara, async move |work| {
            open(work, id).await?;
            mark_all(work, id, &marks).await?;
            close(work, id).await
        })
        .await?;
        let (dana, remark) = (self.people[&Name::Dana], self.plant(Name::Dana, What::Remark));
        self.act(Name::Mara, async move |work| {
            let open = absences(work, group).await?;
            let of_dana = open.iter().find(|absence| absence.person == dana).expect("Dana is to be reached");
            reach_out(work, of_dana.id, &remark).await
        })
        .await?;
        let way = self.enrolments[&Name::Dana];
        let reason = self.plant(Name::Dana, What::Leaving);
        let (ending, decided_by, goodbye) = (Ending::Unplanned, DecidedBy::Together, Goodbye::Told);
        let departure = Departure { ending, decided_by, goodbye, reason };
        self.act(Name::Cleo, async move |work| depart(work, way, &departure).await).await
    }

    /// A week later: the next questions are out, Otto has his link, and somebody was away for a while.
    pub async fn come_to_today(&mut self) -> Result<()> {
        let (way, reason, now) =
            (self.enrolments[&Name::Eli], self.plant(Name::Eli, What::Leaving), self.clinic.app.clock().now());
        self.act(Name::Noor, async move |work| hold(work, way, now + Span::days(3), &reason).await).await?;
        self.act(Name::Noor, async move |work| welcome_back(work, way).await).await?;
        let morning = date(2026, 12, 2).at(10, 0, 0, 0);
        let morning = TimeZone::UTC.to_timestamp(morning).map_err(|cause| crate::Error::bug(cause.to_string()))?;
        self.come_to(Timestamp(morning.as_millisecond())).await?;
        let next = self.sessions[&Ring::Therapy][1].id;
        let word = self.plant(Name::Jo, What::Word);
        self.act(Name::Jo, async move |work| send_word(work, next, Some(word.clone())).await).await?;
        let next = self.sessions[&Ring::Other][1].id;
        let words = Some(self.plant(Name::Eli, What::Remark));
        let away = Mark { person: self.people[&Name::Eli], presence: Presence::AbsentTold, minutes: 0, words };
        self.act(Name::Noor, async move |work| mark(work, next, &away).await).await?;
        Ok(())
    }

    /// What addresses can name of each member, as it is today.
    pub async fn things(&mut self) -> Result<BTreeMap<Name, Things>> {
        let pair = self.keep_two_apart().await?;
        let link = self.invite(Name::Otto).await?.path;
        let token = link.rsplit('/').next().unwrap_or_default().to_owned();
        let of_all = self.things_of_all(pair).await?.with("token", token);
        let mut things = BTreeMap::new();
        for name in Name::ALL.into_iter().filter(|name| name.ring().is_some()) {
            things.insert(name, self.things_of(name).await?);
        }
        let with_all = things.remove(&Name::Sam).unwrap_or_default().and(&of_all);
        things.insert(Name::Sam, with_all);
        Ok(things)
    }

    async fn keep_two_apart(&mut self) -> Result<KeepApartId> {
        let (group, pair) = (self.groups[&Ring::Therapy], (self.people[&Name::Dana], self.people[&Name::Otto]));
        let reason = self.plant(Name::Dana, What::Apart);
        self.act(Name::Mara, async move |work| keep_apart(work, group, pair, &reason).await).await
    }

    async fn things_of_all(&self, pair: KeepApartId) -> Result<Things> {
        let mara = self.people[&Name::Mara];
        let (papers, lines, jobs) = self
            .act(Name::Ada, async |work| {
                Ok((credentials(work).await?, crisis_lines(work).await?, overview(work).await?.aside))
            })
            .await?;
        let paper = papers.iter().find(|(colleague, _)| colleague.person == mara).map(|(_, papers)| papers[0].id);
        Ok(Things::default()
            .with("admin person", mara)
            .with("paper", paper.expect("Mara has a licence"))
            .with("line", lines[0].id)
            .with("job", jobs.first().expect("a job was set aside").id)
            .with("pair", pair)
            .with("code", self.code().await?)
            .with("incident", self.incident().await?)
            .with("step", self.step_of(Name::Pat).await?)
            .with("check", self.check_of(Name::Pat).await?)
            .with("exchange", self.exchange_of(Name::Pat).await?))
    }

    async fn things_of(&self, name: Name) -> Result<Things> {
        let ring = name.ring().unwrap_or(Ring::Therapy);
        let (person, group) = (self.people[&name], self.groups[&ring]);
        let mut things = Things::default()
            .with("group", group)
            .with("person", person)
            .with("enrolment", self.enrolments[&name])
            .with("session", self.sessions[&ring][1].id);
        let leader = ring.leader();
        if let Some(seat) = self.act(leader, async move |work| seat_of(work, group, person).await).await? {
            things = things.with("seat", seat.id);
        }
        if let Some(note) = self.notes.get(&name) {
            things = things.with("note", note);
        }
        if let Some(alert) = self.alerts.get(&name) {
            things = things.with("alert", alert);
        }
        things = self.things_practised(name, self.letters_of(name, things));
        let open = self.act(leader, async move |work| absences(work, group).await).await?;
        if let Some(absence) = open.iter().find(|absence| absence.person == person) {
            things = things.with("absence", absence.id);
        }
        things = self.goals_of(name, things).await?;
        things = self.shared_by(name, self.words_to(name, things).await?);
        things = self.broken_by(name, things);
        things = self.corrections_of(name, things).await?;
        let asked = self.asked(name).await?;
        if let Some(asked) = asked.iter().find(|asked| asked.instrument.id == "phq-9").or(asked.first()) {
            things = things.with("assignment", asked.id);
        }
        let answered = self.act(name, async |work| my_answers(work, None).await).await?;
        if let Some(answered) = answered.first() {
            things = things.with("answered assignment", answered.assignment);
        }
        let signed = self.act(name, async move |work| {
            let grant = work.ask(Deed::SeeOwnAgreements, Standing::NONE, About::person(person))?;
            signatures_of(work, &grant, person).await
        });
        if let Some(signature) = signed.await?.first() {
            things = things.with("signature", signature.id);
        }
        Ok(things)
    }

    /// Another practice in the same database: its therapist leads a group of her own. Answers the practice, and her login.
    pub async fn found_the_other_practice(&mut self, root: &Path) -> Result<(PracticeId, BTreeMap<Name, String>)> {
        let practice = PracticeId::random()?;
        let app = self.clinic.beside(RootKey::read_file(root)?, practice).await?;
        let system = crate::access::Actor::System(practice);
        let admission = Admission { profile: self.profile(Name::Fay), roles: Name::Fay.roles().to_vec() };
        let entering = async move |work: &mut Work<'_>| {
            let person = enter(work, &admission).await?;
            let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
            open_account(work, &grant, person, AccountKind::Staff, None).await?;
            Ok(person)
        };
        let fay = app.write(system, entering).await?;
        self.people.insert(Name::Fay, fay);
        let founding = Founding { charter: Charter::therapy(), format: Format::SlowOpen, ..founding() };
        let actor = TestClinic::person_of(practice, fay, app.clock().now());
        app.write(actor, async move |work| found(work, &founding).await).await?;
        let token = TestClinic::login_at(&app, practice, fay).await?;
        Ok((practice, [(Name::Fay, token)].into()))
    }
}
