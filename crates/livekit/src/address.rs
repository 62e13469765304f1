//! Where LiveKit is reached: by this program over HTTP, and by browsers over a WebSocket.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use http::Uri;

use crate::Fault;

/// The address of a LiveKit server. Off this machine it is reached by TLS alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    host: String,
    port: u16,
    line: Line,
}

/// How it is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// By TLS.
    Tls,
    /// In the clear, on this machine.
    Plain,
}

impl FromStr for Address {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        let uri: Uri = text.trim().parse().map_err(|_| Fault::Address)?;
        let line = match uri.scheme_str() {
            Some("wss" | "https") => Line::Tls,
            Some("ws" | "http") => Line::Plain,
            _ => return Err(Fault::Address),
        };
        let authority = uri.authority().filter(|authority| !authority.as_str().contains('@')).ok_or(Fault::Address)?;
        let is_whole = uri.path() == "/" && uri.query().is_none() && !authority.host().is_empty();
        if !is_whole || (line == Line::Plain && !is_this_machine(authority.host())) {
            return Err(Fault::Address);
        }
        let port = authority.port_u16().unwrap_or(if line == Line::Tls { 443 } else { 80 });
        Ok(Self { host: authority.host().to_owned(), port, line })
    }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || bare(host).parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

/// Without the brackets of an IPv6 address.
fn bare(host: &str) -> &str {
    host.trim_matches(['[', ']'])
}

impl Address {
    /// The name or number to connect to, as a certificate says it.
    pub(crate) fn host(&self) -> &str {
        bare(&self.host)
    }

    pub(crate) const fn port(&self) -> u16 {
        self.port
    }

    pub(crate) const fn line(&self) -> Line {
        self.line
    }

    /// As the header `Host` says it.
    pub(crate) fn authority(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    /// What a browser's client connects to.
    pub fn for_browsers(&self) -> String {
        let scheme = if self.line == Line::Tls { "wss" } else { "ws" };
        format!("{scheme}://{}", self.authority())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.for_browsers())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_and_the_program_reach_one_server_by_one_address() {
        for (text, browsers) in [
            ("wss://livekit.example.org", "wss://livekit.example.org:443"),
            ("https://livekit.example.org:7443/", "wss://livekit.example.org:7443"),
            ("ws://127.0.0.1:7880", "ws://127.0.0.1:7880"),
            ("http://[::1]:7880", "ws://[::1]:7880"),
            ("http://localhost:7880", "ws://localhost:7880"),
        ] {
            assert_eq!(
                text.parse::<Address>().map(|address| address.for_browsers()),
                Ok(browsers.to_owned()),
                "{text}"
            );
        }
        assert_eq!(
            "http://[::1]:7880".parse::<Address>().map(|address| address.host().to_owned()),
            Ok("::1".to_owned())
        );
    }

    #[test]
    fn what_is_no_address_or_would_carry_tokens_in_the_clear_is_refused() {
        for text in [
            "",
            "livekit.example.org",
            "ftp://livekit.example.org",
            "http://livekit.example.org",
            "ws://192.0.2.7:7880",
            "http://127.0.0.1.example:7880",
            "wss://key:secret@livekit.example.org",
            "wss://livekit.example.org/a/path",
            "wss://livekit.example.org?room=1",
        ] {
            assert_eq!(text.parse::<Address>(), Err(Fault::Address), "{text}");
        }
    }
}
