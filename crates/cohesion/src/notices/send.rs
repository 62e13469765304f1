//! Hands a mail in at the mail server. Where there is none, it waits; where mail is kept on purpose, it stays.

use super::smtp::{self, Post};
use super::{deeds, mail, store};
use crate::Result;
use crate::access::Actor;
use crate::app::App;
use crate::id::{Bytes, MailId, PracticeId};
use crate::work::Work;

/// The job that does it, about a mail.
pub(crate) const SEND: &str = "notices.send";

/// Hands the mail in, and erases its words once the server has it. One that was sent already is left alone.
pub(crate) async fn send(app: App, practice: PracticeId, about: Bytes) -> Result<()> {
    let post = Post::of(app.config())?;
    let Post::Server(server) = post else { return Ok(()) };
    let reading = async move |work: &mut Work<'_>| match store::find_mail(work, MailId(about)).await? {
        Some(kept) => {
            let grant = deeds::may_mail(work, kept.person)?;
            mail::open(work, &grant, kept).await.map(Some)
        }
        None => Ok(None),
    };
    let Some(outgoing) = app.read(Actor::System(practice), reading).await? else { return Ok(()) };
    let message = smtp::message(app.config(), &outgoing)?;
    smtp::hand_in(&server, message).await?;
    let noting = async move |work: &mut Work<'_>| {
        let grant = deeds::may_mail(work, outgoing.person)?;
        store::mark_sent(work, &grant, outgoing.id).await
    };
    app.write(Actor::System(practice), noting).await
}
