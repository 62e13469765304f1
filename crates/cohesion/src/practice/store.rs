//! SQL of the practice: settings, roles, credentials, stated locations.

use ::store::{Row, params};
use jiff::civil::Date;

use super::credential::{day_number, day_of_number};
use super::{Check, Colleague, Jurisdiction, Practises, Qualification, Role, Settings, Verification, Vetting, Vouched};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{CredentialId, PersonId};
use crate::identity::Profile;
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    FIND_SETTINGS = "select site_name, home, zone, language, leave_url, contact, duty_hours, members_to_run, asks_background_check
        from settings
        where practice_id = $1";

    SAVE_SETTINGS = "insert into settings
        (practice_id, site_name, home, zone, language, leave_url, contact, duty_hours, members_to_run, asks_background_check,
         changed_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (practice_id) do update
        set site_name = excluded.site_name,
            home = excluded.home,
            zone = excluded.zone,
            language = excluded.language,
            leave_url = excluded.leave_url,
            contact = excluded.contact,
            duty_hours = excluded.duty_hours,
            members_to_run = excluded.members_to_run,
            asks_background_check = excluded.asks_background_check,
            changed_at_ms = excluded.changed_at_ms";

    ROLES_OF = "select role
        from roles
        where practice_id = $1
          and person_id = $2
          and until_ms is null
        order by role";

    PEOPLE_WITH = "select person_id
        from roles
        where practice_id = $1
          and role = $2
          and until_ms is null
        order by since_ms, person_id";

    ROLE_HELD = "select person_id, since_ms, until_ms
        from roles
        where practice_id = $1
          and role = $2
        order by since_ms, person_id";

    COUNT_ROLES_EVER = "select count(*)
        from roles
        where practice_id = $1
          and person_id = $2";

    STAFF = "select person_id, role, since_ms, until_ms
        from roles
        where practice_id = $1
        order by person_id, role";

    INSERT_ROLE = "insert into roles
        (practice_id, person_id, role, since_ms)
        values ($1, $2, $3, $4)";

    END_ROLE = "update roles
        set until_ms = $1
        where practice_id = $2
          and person_id = $3
          and role = $4
          and until_ms is null";

    INSERT_CREDENTIAL = "insert into credentials
        (practice_id, id, person_id, kind, place, last_day, supervisor_id, words, recorded_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    FIND_CREDENTIAL = "select id, person_id, words, verified_at_ms, verified_by, kind, place, last_day, supervisor_id
        from credentials
        where practice_id = $1
          and id = $2
          and withdrawn_at_ms is null";

    CREDENTIALS_OF = "select id, person_id, words, verified_at_ms, verified_by, kind, place, last_day, supervisor_id
        from credentials
        where practice_id = $1
          and person_id = $2
          and withdrawn_at_ms is null
        order by last_day, recorded_at_ms, id";

    TERMS_OF = "select verified_at_ms, kind, place, last_day, supervisor_id
        from credentials
        where practice_id = $1
          and person_id = $2
          and withdrawn_at_ms is null";

    SUPERVISES = "select count(*)
        from credentials
        where practice_id = $1
          and supervisor_id = $2
          and withdrawn_at_ms is null";

    VERIFY_CREDENTIAL = "update credentials
        set verified_at_ms = $1,
            verified_by = $2
        where practice_id = $3
          and id = $4
          and verified_at_ms is null";

    WITHDRAW_CREDENTIAL = "update credentials
        set withdrawn_at_ms = $1
        where practice_id = $2
          and id = $3";

    FIND_LOCATION = "select place, version
        from locations
        where practice_id = $1
          and person_id = $2";

    SAVE_LOCATION = "insert into locations
        (practice_id, person_id, place, version, stated_at_ms)
        values ($1, $2, $3, $4, $5)
        on conflict (practice_id, person_id) do update
        set place = excluded.place,
            version = excluded.version,
            stated_at_ms = excluded.stated_at_ms";

    VETTINGS_OF = "select kind, last_day, vouched_by, vouched_at_ms
        from vettings
        where practice_id = $1
          and person_id = $2
        order by kind";

    SAVE_VETTING = "insert into vettings
        (practice_id, person_id, kind, last_day, vouched_by, vouched_at_ms)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (practice_id, person_id, kind) do update
        set last_day = excluded.last_day,
            vouched_by = excluded.vouched_by,
            vouched_at_ms = excluded.vouched_at_ms";

    DELETE_VETTING = "delete from vettings
        where practice_id = $1
          and person_id = $2
          and kind = $3";

    FORGET_LOCATION = "delete from locations
        where practice_id = $1
          and person_id = $2";
}

/// A person of the staff, their profile still sealed.
pub(super) struct KeptColleague {
    pub person: PersonId,
    roles: Vec<Role>,
    since: Timestamp,
    last_end: Option<Timestamp>,
}

/// A credential's row, its words still sealed.
pub(super) struct KeptCredential {
    pub id: CredentialId,
    pub person: PersonId,
    pub qualification: Qualification,
    pub words: Vec<u8>,
    pub verified: Option<Verification>,
}

/// What the decisions need of a credential.
pub(super) struct Terms {
    pub qualification: Qualification,
    pub check: Check,
}

impl KeptColleague {
    pub fn with(self, profile: Profile) -> Colleague {
        let Self { person, roles, since, last_end } = self;
        let ended = if roles.is_empty() { last_end } else { None };
        Colleague { person, profile, roles, since, ended }
    }
}

pub(super) async fn find_settings(work: &mut Work<'_>) -> Result<Option<Settings>> {
    let Some(mut row) = work.maybe(&FIND_SETTINGS, params![work.practice()]).await? else { return Ok(None) };
    Ok(Some(Settings {
        site_name: row.take()?,
        home: row.take::<Option<String>>()?.map(|code| code.parse()).transpose()?,
        zone: row.take()?,
        language: row.take()?,
        leave_url: row.take()?,
        contact: row.take()?,
        duty_hours: row.take()?,
        members_to_run: row.take()?,
        asks_background_check: row.take::<Option<i64>>()? == Some(1),
    }))
}

pub(super) async fn save_settings(work: &mut Work<'_>, _: &Grant, settings: &Settings) -> Result<()> {
    let Settings { site_name, zone, language, leave_url, contact, duty_hours, .. } = settings;
    let values = params![
        work.practice(),
        site_name.as_str(),
        settings.home.as_ref().map(Jurisdiction::code),
        zone.as_str(),
        language.as_str(),
        leave_url.as_str(),
        contact.as_str(),
        duty_hours.as_str(),
        settings.members_to_run,
        i64::from(settings.asks_background_check),
        work.now()
    ];
    work.run(&SAVE_SETTINGS, values).await?;
    Ok(())
}

pub(super) async fn roles_of(work: &mut Work<'_>, person: PersonId) -> Result<Vec<Role>> {
    let rows = work.rows(&ROLES_OF, params![work.practice(), person]).await?;
    rows.into_iter().map(|mut row| Role::from_code(row.take()?)).collect()
}

pub(super) async fn people_with(work: &mut Work<'_>, role: Role) -> Result<Vec<PersonId>> {
    let rows = work.rows(&PEOPLE_WITH, params![work.practice(), role.code()]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

/// Who holds or has held a role, with since when and until when.
pub(super) async fn role_held(
    work: &mut Work<'_>,
    _: &Grant,
    role: Role,
) -> Result<Vec<(PersonId, Timestamp, Option<Timestamp>)>> {
    let rows = work.rows(&ROLE_HELD, params![work.practice(), role.code()]).await?;
    rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?, row.take()?))).collect()
}

pub(super) async fn has_ever_worked_here(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<bool> {
    let count: u32 = work.one(&COUNT_ROLES_EVER, params![work.practice(), person]).await?.take()?;
    Ok(count > 0)
}

pub(super) async fn staff(work: &mut Work<'_>, _: &Grant) -> Result<Vec<KeptColleague>> {
    let mut staff: Vec<KeptColleague> = Vec::new();
    for mut row in work.rows(&STAFF, params![work.practice()]).await? {
        let (person, role): (PersonId, i64) = (row.take()?, row.take()?);
        let (since, until): (Timestamp, Option<Timestamp>) = (row.take()?, row.take()?);
        if staff.last().is_none_or(|last| last.person != person) {
            staff.push(KeptColleague { person, roles: Vec::new(), since, last_end: None });
        }
        let Some(kept) = staff.last_mut() else { continue };
        kept.since = kept.since.min(since);
        match until {
            Some(until) => kept.last_end = kept.last_end.max(Some(until)),
            None => kept.roles.push(Role::from_code(role)?),
        }
    }
    Ok(staff)
}

pub(super) async fn insert_role(work: &mut Work<'_>, _: &Grant, person: PersonId, role: Role) -> Result<()> {
    work.run(&INSERT_ROLE, params![work.practice(), person, role.code(), work.now()]).await?;
    Ok(())
}

pub(super) async fn end_role(work: &mut Work<'_>, _: &Grant, person: PersonId, role: Role) -> Result<()> {
    work.run(&END_ROLE, params![work.now(), work.practice(), person, role.code()]).await?;
    Ok(())
}

pub(super) async fn insert_credential(
    work: &mut Work<'_>,
    _: &Grant,
    id: CredentialId,
    person: PersonId,
    qualification: &Qualification,
    words: Vec<u8>,
) -> Result<()> {
    let (place, supervisor) = match qualification {
        Qualification::Licence { place, practises: Practises::Under(who), .. } => (Some(place.code()), Some(*who)),
        Qualification::Licence { place, practises: Practises::Alone, .. } => (Some(place.code()), None),
        Qualification::Training { .. } => (None, None),
    };
    let last_day = qualification.last_day().map(day_number);
    let (practice, kind, now) = (work.practice(), qualification.code(), work.now());
    let values = params![practice, id, person, kind, place, last_day, supervisor, words, now];
    work.run(&INSERT_CREDENTIAL, values).await?;
    Ok(())
}

pub(super) async fn find_credential(work: &mut Work<'_>, id: CredentialId) -> Result<Option<KeptCredential>> {
    work.maybe(&FIND_CREDENTIAL, params![work.practice(), id]).await?.map(read_credential).transpose()
}

pub(super) async fn credentials_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<KeptCredential>> {
    work.rows(&CREDENTIALS_OF, params![work.practice(), person]).await?.into_iter().map(read_credential).collect()
}

pub(super) async fn terms_of(work: &mut Work<'_>, person: PersonId) -> Result<Vec<Terms>> {
    let rows = work.rows(&TERMS_OF, params![work.practice(), person]).await?;
    let read = |mut row: Row| {
        let check = if row.take::<Option<Timestamp>>()?.is_some() { Check::Verified } else { Check::Open };
        Ok(Terms { check, qualification: read_qualification(&mut row)? })
    };
    rows.into_iter().map(read).collect()
}

pub(super) async fn supervises(work: &mut Work<'_>, person: PersonId) -> Result<bool> {
    let count: u32 = work.one(&SUPERVISES, params![work.practice(), person]).await?.take()?;
    Ok(count > 0)
}

pub(super) async fn verify_credential(work: &mut Work<'_>, _: &Grant, id: CredentialId) -> Result<()> {
    let by = work.actor().person();
    work.run(&VERIFY_CREDENTIAL, params![work.now(), by, work.practice(), id]).await?;
    Ok(())
}

pub(super) async fn withdraw_credential(work: &mut Work<'_>, _: &Grant, id: CredentialId) -> Result<()> {
    work.run(&WITHDRAW_CREDENTIAL, params![work.now(), work.practice(), id]).await?;
    Ok(())
}

pub(super) async fn find_location(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Option<(Vec<u8>, u32)>> {
    let Some(mut row) = work.maybe(&FIND_LOCATION, params![work.practice(), person]).await? else { return Ok(None) };
    Ok(Some((row.take()?, row.take()?)))
}

pub(super) async fn save_location(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    place: Vec<u8>,
    version: u32,
) -> Result<()> {
    work.run(&SAVE_LOCATION, params![work.practice(), person, place, version, work.now()]).await?;
    Ok(())
}

/// What was vouched for: no more than that it was, which decides who may facilitate, so before there is a grant.
pub(super) async fn vettings_of(work: &mut Work<'_>, person: PersonId) -> Result<Vec<Vouched>> {
    let rows = work.rows(&VETTINGS_OF, params![work.practice(), person]).await?;
    let read = |mut row: Row| {
        let (vetting, last_day) = (Vetting::from_code(row.take()?)?, row.take::<Option<i64>>()?);
        let last_day = last_day.map(day_of_number).transpose()?;
        Ok(Vouched { vetting, last_day, by: row.take()?, at: row.take()? })
    };
    rows.into_iter().map(read).collect()
}

pub(super) async fn save_vetting(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    vetting: Vetting,
    last_day: Option<Date>,
) -> Result<()> {
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    let values = params![practice, person, vetting.code(), last_day.map(day_number), by, now];
    work.run(&SAVE_VETTING, values).await?;
    Ok(())
}

pub(super) async fn delete_vetting(work: &mut Work<'_>, _: &Grant, person: PersonId, vetting: Vetting) -> Result<()> {
    work.run(&DELETE_VETTING, params![work.practice(), person, vetting.code()]).await?;
    Ok(())
}

fn read_credential(mut row: Row) -> Result<KeptCredential> {
    let (id, person, words) = (row.take()?, row.take()?, row.take()?);
    let (at, by): (Option<Timestamp>, Option<PersonId>) = (row.take()?, row.take()?);
    let verified = at.map(|at| Verification { by, at });
    Ok(KeptCredential { id, person, words, verified, qualification: read_qualification(&mut row)? })
}

fn read_qualification(row: &mut Row) -> Result<Qualification> {
    let (kind, place): (i64, Option<String>) = (row.take()?, row.take()?);
    let last_day: Option<Date> = row.take::<Option<i64>>()?.map(day_of_number).transpose()?;
    let supervisor: Option<PersonId> = row.take()?;
    match (kind, place, last_day) {
        (1, Some(place), Some(last_day)) => Ok(Qualification::Licence {
            place: place.parse()?,
            last_day,
            practises: supervisor.map_or(Practises::Alone, Practises::Under),
        }),
        (2, None, last_day) => Ok(Qualification::Training { last_day }),
        _ => Err(Error::bug("a credential's row is neither a licence nor a training")),
    }
}

/// Deletes all that is kept of one person, in whatever group. The grant must be about that person.
pub(crate) async fn forget_person(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    for sql in [&FORGET_LOCATION] {
        work.run(sql, params![work.practice(), person]).await?;
    }
    Ok(())
}
