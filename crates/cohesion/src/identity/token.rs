//! Random secrets that a browser or a letter carries: 256 bits, kept here only as a keyed hash.

use data_encoding::BASE64URL_NOPAD;

use crate::Result;

/// A secret that proves a login or opens a link. Its `Debug` shows nothing.
#[derive(Clone)]
pub struct Token(keyring::Zeroizing<[u8; 32]>);

impl Token {
    /// A new one from the operating system's randomness.
    pub fn random() -> Result<Self> {
        Ok(Self::from_bytes(keyring::random_token()?))
    }

    /// A token whose bytes are already had.
    pub(super) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(keyring::Zeroizing::new(bytes))
    }

    /// Reads what [`Token::text`] wrote; anything else is no token.
    pub fn read(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        Some(Self::from_bytes(bytes.try_into().ok()?))
    }

    /// 43 signs that may stand in a cookie or an address.
    pub fn text(&self) -> String {
        BASE64URL_NOPAD.encode(&*self.0)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Token([sealed])")
    }
}
