//! Everybody comes in: asked, talked with, decided about, prepared, signed, seated.

use super::story::Story;
use super::{Name, Ring};
use crate::Result;
use crate::enrolment::{
    AmongOthers, Clinical, Countersign, Decision, Enquirer, Enquiry, Expectations, Fit, Focus, Judgement, OthersSafety,
    Outcome, Practical, Risk, Screening, Source, Structured, Suitability, Topic, When, choose_name, decide, enquire,
    enrolment, invite, own_enrolment, prepare, say_where, screen, sign,
};
use crate::id::EnrolmentId;
use crate::notices::Mail;
use crate::practice::Jurisdiction;
use crate::testing::canary::What;

/// What Sam signs in with.
const PASSPHRASE: &str = "a lantern over the quiet harbour";

impl Story {
    /// All who come into a group; the groups begin to meet with those who sit there. Otto is still on the way.
    pub async fn bring_everybody_in(&mut self) -> Result<()> {
        for name in Name::ALL {
            let Some(ring) = name.ring() else { continue };
            let id = self.promise_a_place(name, ring).await?;
            if name == Name::Otto {
                continue;
            }
            if name == Name::Sam {
                self.join_by_the_link(name).await?;
            } else {
                self.open_account(name).await?;
            }
            self.take_the_steps(name, id).await?;
        }
        for ring in Ring::ALL {
            self.begin_to_meet(ring).await?;
        }
        self.come_to(self.clinic.app.clock().now()).await
    }

    async fn promise_a_place(&mut self, name: Name, ring: Ring) -> Result<EnrolmentId> {
        let (leader, group) = (ring.leader(), self.groups[&ring]);
        let (enquirer, asked) = (Enquirer::New(self.profile(name)), self.enquiry(name, ring));
        let id = self.act(leader, async move |work| enquire(work, group, &enquirer, &asked).await).await?;
        let person = self.act(leader, async move |work| enrolment(work, id).await).await?.person;
        self.people.insert(name, person);
        self.enrolments.insert(name, id);
        let (talk, decision) = (self.talk(name, ring), self.decision(name));
        self.act(leader, async move |work| screen(work, id, &talk).await).await?;
        self.act(leader, async move |work| decide(work, id, &decision, Countersign::NotAsked).await).await?;
        if ring != Ring::Support {
            self.act(leader, async move |work| prepare(work, id, Topic::ALL).await).await?;
        }
        Ok(id)
    }

    fn enquiry(&mut self, of: Name, ring: Ring) -> Enquiry {
        let mut said = || self.plant(of, What::WayIn);
        let clinical = (ring != Ring::Support).then(|| Clinical {
            treatments: said(),
            therapist: said(),
            emergency: said(),
            why_group: said(),
            risk: said(),
            funding: said(),
        });
        Enquiry { source: Source::Oneself, topic: said(), access: said(), times: said(), told: said(), clinical }
    }

    fn talk(&mut self, of: Name, ring: Ring) -> Screening {
        // What Dana says of danger raises a concern.
        let suicidal = if of == Name::Dana { When::Lately } else { When::Never };
        if ring == Ring::Support {
            let [shared, needs, worries] = [(); 3].map(|()| self.plant(of, What::WayIn));
            return Screening::Suitability(Suitability { shared, needs, knows_it_is_not_treatment: true, worries });
        }
        let danger = self.plant(of, What::Danger);
        let mut said = || self.plant(of, What::WayIn);
        Screening::Structured(Box::new(Structured {
            focus: Focus { problem: said(), severity: said(), diagnosis: said(), hopes: said() },
            expectations: Expectations { help: 8, fears: said(), earlier_groups: said() },
            among_others: AmongOthers { words: said(), unsaid: said(), ..AmongOthers::default() },
            risk: Risk { suicidal, substances: said(), words: danger, ..Risk::default() },
            practical: Practical { obstacles: said(), fees: said(), has_private_room: true, ..Practical::default() },
            others: OthersSafety { orders: said(), known_people: said(), offences: said() },
        }))
    }

    fn decision(&mut self, of: Name) -> Decision {
        let mut said = || self.plant(of, What::WayIn);
        Decision {
            group_for_person: Judgement { fit: Fit::Yes, reason: said() },
            person_for_group: Judgement { fit: Fit::Yes, reason: said() },
            outcome: Outcome::Accept,
            next: said(),
            conflict: said(),
        }
    }

    /// Invites somebody, and answers the mail with its link.
    pub async fn invite(&mut self, name: Name) -> Result<Mail> {
        let (leader, id) = (Name::Mara, self.enrolments[&name]);
        self.act(leader, async move |work| invite(work, id).await).await?;
        self.come_to(self.clinic.app.clock().now()).await?;
        let person = self.people[&name];
        let newest = self.mails.iter().rev().find(|mail| mail.person == person);
        Ok(newest.map(|outgoing| outgoing.mail.clone()).expect("the invitation is in the outbox"))
    }

    async fn join_by_the_link(&mut self, name: Name) -> Result<()> {
        let Mail { path, to, .. } = self.invite(name).await?;
        let form = [("email", to.as_str()), ("passphrase", PASSPHRASE), ("again", PASSPHRASE), ("own", "yes")];
        let joined = self.clinic.tab().post(&path, &form).await;
        assert_eq!(joined.status, 303, "{}", joined.body);
        self.answers.push(joined);
        Ok(())
    }

    async fn take_the_steps(&mut self, name: Name, id: EnrolmentId) -> Result<()> {
        let (shown, place): (String, Jurisdiction) = (self.plant(name, What::Shown), "IE".parse()?);
        self.act(name, async move |work| choose_name(work, id, &shown).await).await?;
        self.act(name, async move |work| say_where(work, id, &place).await).await?;
        for due in self.act(name, async move |work| own_enrolment(work, id).await).await?.due {
            let (agreement, edition, signed) =
                (due.edition.agreement, due.edition.number, self.plant(name, What::Signature));
            self.act(name, async move |work| sign(work, id, agreement, edition, &signed).await).await?;
        }
        let leader = name.ring().map_or(Name::Mara, Ring::leader);
        let stage = self.act(leader, async move |work| enrolment(work, id).await).await?.stage;
        assert!(stage.is_member(), "{name:?} is {stage:?}");
        Ok(())
    }
}
