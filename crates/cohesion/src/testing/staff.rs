//! The people who work in a test's practice, with the papers that let them lead.

use jiff::civil::date;

use super::{Tab, TestClinic};
use crate::Result;
use crate::access::{About, Actor, Deed, Standing};
use crate::id::PersonId;
use crate::identity::{AccountKind, Profile, open_account};
use crate::practice::{
    Admission, CredentialWords, Practises, Qualification, Role, Settings, Vetting, change_settings, enter, record,
    verify, vouch,
};
use crate::work::Work;

impl TestClinic {
    /// A person of the staff with these roles and no papers, who has just proved who they are.
    pub async fn colleague(&self, called: &str, roles: &[Role]) -> Result<Actor> {
        let admission = Admission { profile: profile(called), roles: roles.to_vec() };
        let person = self.write(self.system(), async move |work| enter(work, &admission).await).await?;
        Ok(self.signed_in(person))
    }

    /// Somebody who looks after the site.
    pub async fn administrator(&self) -> Result<Actor> {
        self.colleague("Ada", &[Role::Administrator]).await
    }

    /// A therapist who is trained to lead groups and whose verified licence holds in Ireland, where the practice is, to the
    /// end of 2028.
    pub async fn clinician(&self) -> Result<Actor> {
        let mara = self.colleague("Mara", &[Role::Clinician]).await?;
        self.settle_in_ireland().await?;
        let licence =
            Qualification::Licence { place: "IE".parse()?, last_day: date(2028, 12, 31), practises: Practises::Alone };
        self.give_paper(mara, licence).await?;
        self.give_paper(mara, Qualification::Training { last_day: None }).await?;
        Ok(mara)
    }

    /// A facilitator of support groups whose verified training does not end.
    pub async fn facilitator(&self) -> Result<Actor> {
        let finn = self.colleague("Finn", &[Role::Facilitator]).await?;
        self.give_paper(finn, Qualification::Training { last_day: None }).await?;
        Ok(finn)
    }

    /// A tab in which this person of the staff is signed in, by an account that is opened for them.
    pub async fn desk(&self, actor: Actor) -> Result<Tab> {
        let person = actor.person().unwrap_or(PersonId([0; 16]));
        let opening = async move |work: &mut Work<'_>| {
            let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
            open_account(work, &grant, person, AccountKind::Staff, None).await
        };
        self.write(self.system(), opening).await?;
        self.tab_of(person).await
    }

    /// Puts a licence or training of this person on record, verified.
    pub async fn give_paper(&self, actor: Actor, qualification: Qualification) -> Result<()> {
        let person = actor.person().unwrap_or(PersonId([0; 16]));
        let giving = async move |work: &mut Work<'_>| {
            let id = record(work, person, &qualification, &paper()).await?;
            verify(work, id).await?;
            if matches!(qualification, Qualification::Training { .. }) {
                vouched_for(work, person).await?;
            }
            Ok(())
        };
        self.write(self.system(), giving).await
    }

    /// Says that the practice is in Ireland, on the clock of Dublin.
    pub async fn settle_in_ireland(&self) -> Result<()> {
        let home = Some("IE".parse()?);
        let settings = Settings { home, zone: "Europe/Dublin".to_owned(), ..Settings::default() };
        self.write(self.system(), async move |work| change_settings(work, &settings).await).await
    }
}

/// Vouches for all that has to be known of somebody who facilitates.
pub async fn vouched_for(work: &mut Work<'_>, person: PersonId) -> Result<()> {
    for vetting in Vetting::ALL {
        vouch(work, person, vetting, None).await?;
    }
    Ok(())
}

/// A profile of somebody called so.
pub fn profile(called: &str) -> Profile {
    Profile {
        called: called.to_owned(),
        legal: format!("{called} Example"),
        email: format!("{}@example.org", called.to_lowercase()),
        phone: None,
    }
}

/// What stands on a paper.
pub fn paper() -> CredentialWords {
    CredentialWords {
        title: "Clinical psychologist".to_owned(),
        number: "PSI-4711".to_owned(),
        issuer: "Psychological Society".to_owned(),
    }
}
