//! What leaves the house: one recipient, neutral headers, nothing smuggled; against a mail server that writes down all it hears.

use keyring::Secret;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

use super::{Post, hand_in, message};
use crate::clock::Timestamp;
use crate::config::Config;
use crate::id::{MailId, PersonId};
use crate::notices::{Mail, Outgoing};
use crate::{Error, Result};

fn config(smtp: Option<&str>) -> Config {
    let smtp = smtp.map(|url| Secret::new(url.to_owned()));
    Config { smtp, public_url: "https://commons.example".to_owned(), ..Config::for_tests() }
}

fn outgoing(to: &str, site: &str) -> Outgoing {
    let mail = Mail {
        to: to.to_owned(),
        site: site.to_owned(),
        subject: format!("A message from {site}"),
        text: "There is something new for you.".to_owned(),
        path: "/notices".to_owned(),
        closing: "Bye.".to_owned(),
    };
    Outgoing { id: MailId([7; 16]), person: PersonId([1; 16]), mail, written_at: Timestamp(1_795_532_400_000) }
}

fn written(to: &str, site: &str) -> Result<String> {
    let message = message(&config(None), &outgoing(to, site))?;
    Ok(String::from_utf8(message.formatted()).expect("a message is text"))
}

#[test]
fn a_mail_names_its_one_recipient_and_the_site_and_nothing_else() -> Result<()> {
    let text = written("sam@example.org", "Commons")?;
    let (head, body) = text.split_once("\r\n\r\n").expect("head and body");
    for line in [
        "From: Commons <no-reply@commons.example>",
        "To: sam@example.org",
        "Subject: A message from Commons",
        "Date: Tue, 24 Nov 2026 15:00:00 +0000",
        "Auto-Submitted: auto-generated",
    ] {
        assert!(head.lines().any(|found| found == line), "{line} is missing in\n{head}");
    }
    assert_eq!(head.matches('@').count(), 3, "the sender, the recipient and the mail's own id:\n{head}");
    assert!(body.contains("https://commons.example/notices"));
    Ok(())
}

#[test]
fn no_address_and_no_name_can_add_a_header_or_a_recipient() {
    for to in
        ["sam@example.org\r\nBcc: eve@example.org", "sam@example.org, eve@example.org", "sam@example.org\n", "sam"]
    {
        assert!(matches!(written(to, "Commons"), Err(Error::Bug(_))), "{to:?}");
    }
    for site in ["Commons\r\nBcc: eve@example.org", "Commons\n", "Com\u{0}mons"] {
        assert!(matches!(written("sam@example.org", site), Err(Error::Bug(_))), "{site:?}");
    }
    let text = written("sam@example.org", "\"Ha\" <eve@example.org>, Commons").expect("it is written");
    assert_eq!(text.lines().filter(|line| line.starts_with("From:") || line.starts_with("To:")).count(), 2);
}

#[test]
fn the_same_mail_has_the_same_id_each_time_it_is_handed_in() -> Result<()> {
    let id = |text: String| text.lines().find(|line| line.starts_with("Message-ID")).map(str::to_owned);
    let (once, again) = (id(written("sam@example.org", "Commons")?), id(written("sam@example.org", "Commons")?));
    assert!(once.is_some());
    assert_eq!(once, again);
    Ok(())
}

#[test]
fn mail_leaves_this_machine_only_by_tls() {
    for url in [
        "smtps://mail.example.org",
        "smtp://mail.example.org:587?tls=required",
        "smtp://127.0.0.1:2525",
        "smtp://localhost",
    ] {
        assert_eq!(Post::of(&config(Some(url))), Ok(Post::Server(url.to_owned())));
    }
    for url in [
        "smtp://mail.example.org",
        "smtp://mail.example.org?tls=opportunistic",
        "http://mail.example.org",
        "post office",
    ] {
        assert!(matches!(Post::of(&config(Some(url))), Err(Error::Unavailable(_))), "{url}");
    }
    assert_eq!(Post::of(&config(Some("keep"))), Ok(Post::Kept));
    assert!(matches!(Post::of(&config(None)), Err(Error::Unavailable(_))));
}

#[tokio::test]
async fn a_mail_server_hears_one_recipient_and_the_message() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let server = format!("smtp://{}", listener.local_addr().expect("an address"));
    let heard = tokio::spawn(take_one(listener));
    hand_in(&server, message(&config(None), &outgoing("sam@example.org", "Commons"))?).await?;
    let heard = heard.await.expect("the server ends");
    assert_eq!(heard.iter().filter(|line| line.starts_with("RCPT TO")).count(), 1);
    assert!(heard.iter().any(|line| line.starts_with("RCPT TO:<sam@example.org>")));
    assert!(heard.iter().any(|line| line == "Subject: A message from Commons"));
    Ok(())
}

#[tokio::test]
async fn a_mail_server_that_is_away_is_said_without_naming_anybody() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let server = format!("smtp://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let refused = hand_in(&server, message(&config(None), &outgoing("sam@example.org", "Commons"))?).await;
    let Err(Error::Unavailable(said)) = refused else { panic!("it was taken") };
    assert!(!said.contains("sam"), "{said}");
    Ok(())
}

/// A mail server for one message: says yes to all, and answers every line it heard.
async fn take_one(listener: TcpListener) -> Vec<String> {
    let (stream, _) = listener.accept().await.expect("a client");
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut heard = Vec::new();
    let mut in_message = false;
    write.write_all(b"220 here\r\n").await.expect("a greeting");
    while let Ok(Some(line)) = lines.next_line().await {
        let answer: &[u8] = match line.as_str() {
            "." => b"250 kept\r\n",
            _ if in_message => b"",
            "DATA" => b"354 go on\r\n",
            "QUIT" => b"221 bye\r\n",
            _ => b"250 yes\r\n",
        };
        in_message = line != "." && (in_message || line == "DATA");
        write.write_all(answer).await.expect("an answer");
        heard.push(line);
        if answer.starts_with(b"250 kept") || answer.starts_with(b"221") {
            return heard;
        }
    }
    heard
}
