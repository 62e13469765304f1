//! The mail that carries an invitation's link, and the one that tells an address that mail no longer goes there.

use super::{Envelope, deeds, post};
use crate::Result;
use crate::id::Bytes;
use crate::identity::{invitation_mail, take_left_address};
use crate::practice;
use crate::say;
use crate::web::Words;
use crate::work::Work;

/// Writes the mail; an invitation that was taken up or withdrawn since needs none. `round` is the moment until which something
/// waits behind the link for an answer, 0 where nothing does.
pub(crate) async fn mail_invitation(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    let Some(invitation) = invitation_mail(work, about).await? else { return Ok(()) };
    let grant = deeds::may_mail(work, invitation.person)?;
    let envelope = Envelope { to: &invitation.to, path: &invitation.path };
    let days = crate::limits::INVITATION.0 / crate::clock::Span::days(1).0;
    let until = zoned(round, practice::settings(work).await?.time_zone());
    let text = |words: Words, site: &str| {
        let called = invitation.called.as_str();
        if round == 0 {
            return say!(words, "notices-mail-invitation", called = called, site = site, days = days);
        }
        let (day, time) = (words.day(until.date()), words.time(until.time()));
        say!(words, "notices-mail-invitation-until", called = called, site = site, day = day, time = time)
    };
    post(work, &grant, invitation.person, envelope, text).await?;
    Ok(())
}

/// Tells the address that was a person's before that it is no longer. It says so and nothing else.
pub(crate) async fn tell_old_address(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    let Some(left) = take_left_address(work, about, round).await? else { return Ok(()) };
    let grant = deeds::may_mail(work, left.person)?;
    let envelope = Envelope { to: &left.email, path: "/sign-in" };
    post(work, &grant, left.person, envelope, |words, site| say!(words, "notices-mail-address", site = site)).await?;
    Ok(())
}

fn zoned(at_ms: i64, zone: jiff::tz::TimeZone) -> jiff::ZonedDateTime {
    jiff::Timestamp::from_millisecond(at_ms).unwrap_or_default().to_zoned_datetime(zone)
}
