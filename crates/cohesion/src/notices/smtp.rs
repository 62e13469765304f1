//! The way out: a mail as a message of RFC 5322, handed in by SMTP over TLS.
//!
//! Addresses and headers are values of lettre's types, which no line break can leave.

use std::time::{Duration, UNIX_EPOCH};

use http::Uri;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::Outgoing;
use crate::config::Config;
use crate::{Error, Result};

/// How long the mail server may take for each answer.
const ANSWER: Duration = Duration::from_secs(20);

/// What happens to mail here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Post {
    /// It stays in the outbox on purpose: the demo, a trial, a test.
    Kept,
    /// It is handed in at this address.
    Server(String),
}

impl Post {
    /// What the settings say. Without a mail server, mail waits: that is [`Error::Unavailable`], and it is tried again.
    pub fn of(config: &Config) -> Result<Self> {
        match config.smtp.as_ref().map(|secret| secret.expose().as_str()) {
            _ if config.demo => Ok(Self::Kept),
            Some("keep") => Ok(Self::Kept),
            Some(url) if travels_sealed(url) => Ok(Self::Server(url.to_owned())),
            Some(_) => {
                Err(Error::Unavailable("the mail server must be reached by TLS: smtps:// or ?tls=required".to_owned()))
            }
            None => Err(Error::Unavailable("no mail server is set".to_owned())),
        }
    }
}

/// The message. Its id comes from the mail's, so that a mail which is handed in twice can be told for one.
pub(super) fn message(config: &Config, outgoing: &Outgoing) -> Result<Message> {
    let Outgoing { id, mail, written_at, .. } = outgoing;
    let unusable = |what: &str| Error::bug(format!("the {what} of a mail is not usable"));
    if [&mail.site, &mail.subject].into_iter().any(|header| header.contains(char::is_control)) {
        return Err(unusable("name or subject"));
    }
    let to: Address = mail.to.parse().map_err(|_| unusable("recipient's address"))?;
    let from = sender(config, &mail.site).ok_or_else(|| unusable("sender"))?;
    let message_id = format!("<{id}@{}>", from.email.domain());
    let written = UNIX_EPOCH + Duration::from_millis(written_at.0.unsigned_abs());
    let mut message = Message::builder()
        .from(from)
        .to(Mailbox::new(None, to))
        .subject(mail.subject.as_str())
        .message_id(Some(message_id))
        .date(written)
        .header(ContentType::TEXT_PLAIN)
        .body(mail.body(&config.public_url))
        .map_err(|_| unusable("text"))?;
    let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
    message.headers_mut().insert_raw(HeaderValue::new(automatic, "auto-generated".to_owned()));
    Ok(message)
}

/// Hands a message in. The error says what the server said, never what the message says.
pub(super) async fn hand_in(server: &str, message: Message) -> Result<()> {
    let unavailable = |what: String| Error::Unavailable(format!("the mail server did not take a mail: {what}"));
    let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(server)
        .map_err(|_| unavailable("its address is not usable".to_owned()))?
        .timeout(Some(ANSWER))
        .build();
    match transport.send(message).await {
        Ok(_) => Ok(()),
        // A server's own words can name the recipient, so only its code goes on record.
        Err(cause) => Err(unavailable(match cause.status() {
            Some(code) => format!("it answered {code}"),
            None => "it could not be reached".to_owned(),
        })),
    }
}

/// The address set for mails, or one at the site's own host, under the site's name.
fn sender(config: &Config, site: &str) -> Option<Mailbox> {
    let host = || config.public_url.parse::<Uri>().ok()?.host().map(str::to_owned);
    let address = match config.mail_from.parse::<Mailbox>() {
        Ok(set) => set.email,
        Err(_) if config.mail_from.is_empty() => Address::new("no-reply", host()?).ok()?,
        Err(_) => return None,
    };
    Some(Mailbox::new(Some(site.to_owned()), address))
}

/// Whether the way to the server is TLS, or does not leave this machine.
fn travels_sealed(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else { return false };
    let host = uri.host().unwrap_or_default();
    let is_here =
        host == "localhost" || host.trim_matches(['[', ']']).parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
    uri.scheme_str() == Some("smtps") || is_here || uri.query().is_some_and(|query| query == "tls=required")
}

#[cfg(test)]
mod tests;
