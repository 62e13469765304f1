//! The cookies of a login, as text: their names, what binds them to this site, and how they are read back.

use super::device::Device;
use super::token::Token;
use crate::clock::Span;
use crate::config::Transport;

/// What a cookie is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Jar {
    /// The login.
    Login,
    /// The step between a right passphrase and the second factor.
    SecondStep,
    /// A browser that has signed in before.
    Known,
}

impl Jar {
    /// The cookie's name. `__Host-` binds it to this host and to HTTPS; browsers refuse it on plain HTTP.
    const fn name(self, transport: Transport) -> &'static str {
        match (transport, self) {
            (Transport::Https, Self::Login) => "__Host-login",
            (Transport::Https, Self::SecondStep) => "__Host-step",
            (Transport::Https, Self::Known) => "__Host-known",
            (Transport::PlainLoopback, Self::Login) => "login",
            (Transport::PlainLoopback, Self::SecondStep) => "step",
            (Transport::PlainLoopback, Self::Known) => "known",
        }
    }
}

/// How long the browser keeps a cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// Until it is closed.
    UntilClosed,
    /// So long.
    For(Span),
}

impl Keep {
    /// A shared device forgets when the browser is closed.
    pub const fn on(device: Device, life: Span) -> Self {
        match device {
            Device::Own => Self::For(life),
            Device::Shared => Self::UntilClosed,
        }
    }
}

/// The value of a `Set-Cookie` header.
pub(super) fn set(transport: Transport, jar: Jar, token: &Token, keep: Keep) -> String {
    let age = match keep {
        Keep::UntilClosed => String::new(),
        Keep::For(span) => format!("; Max-Age={}", span.0 / 1_000),
    };
    format!("{}={}{}{age}", jar.name(transport), token.text(), bounds(transport))
}

/// The value of a `Set-Cookie` header that takes the cookie away.
pub(super) fn clear(transport: Transport, jar: Jar) -> String {
    format!("{}={}; Max-Age=0", jar.name(transport), bounds(transport))
}

/// The token in a `Cookie` header. Of two of one name, which `__Host-` rules out, the first counts.
pub(super) fn read(transport: Transport, jar: Jar, header: &str) -> Option<Token> {
    let mut pairs = header.split(';').filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.find(|(name, _)| *name == jar.name(transport))?;
    Token::read(value)
}

/// Whether a `Cookie` header has one of that name, whatever is in it.
pub(super) fn brings(transport: Transport, jar: Jar, header: &str) -> bool {
    header.split(';').filter_map(|pair| pair.trim().split_once('=')).any(|(name, _)| name == jar.name(transport))
}

const fn bounds(transport: Transport) -> &'static str {
    match transport {
        Transport::Https => "; Path=/; Secure; HttpOnly; SameSite=Lax",
        Transport::PlainLoopback => "; Path=/; HttpOnly; SameSite=Lax",
    }
}

#[cfg(test)]
mod tests {
    use super::{Jar, Keep, clear, read, set};
    use crate::clock::Span;
    use crate::config::Transport::{Https, PlainLoopback};
    use crate::identity::token::Token;

    #[test]
    fn a_login_cookie_is_bound_to_this_host_and_unseen_by_script() {
        let token = Token::from_bytes([7; 32]);
        let text = token.text();
        assert_eq!(
            set(Https, Jar::Login, &token, Keep::For(Span::hours(12))),
            format!("__Host-login={text}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200")
        );
        assert_eq!(
            set(PlainLoopback, Jar::Login, &token, Keep::UntilClosed),
            format!("login={text}; Path=/; HttpOnly; SameSite=Lax")
        );
        assert_eq!(clear(Https, Jar::SecondStep), "__Host-step=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
    }

    /// ATK-32: a login planted from a neighbouring host under another name is not read.
    #[test]
    fn only_the_bound_name_is_read() {
        let text = Token::from_bytes([7; 32]).text();
        let found = |header: String| read(Https, Jar::Login, &header).map(|token| *token.bytes());
        assert_eq!(found(format!("a=b; __Host-login={text}; c=d")), Some([7; 32]));
        assert_eq!(found(format!("login={text}; xx__Host-login={text}")), None);
        assert_eq!(found("__Host-login=short".to_owned()), None);
    }
}
