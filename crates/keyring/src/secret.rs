//! A wrapper for whatever must not reach a log.

use std::fmt;

/// Content that shows itself only where it is asked for by name.
///
/// `Debug` prints nothing of it, and there is neither `Display` nor serialisation:
///
/// ```
/// assert_eq!(format!("{:?}", keyring::Secret::new("I have not slept")), "[sealed]");
/// ```
/// ```compile_fail
/// println!("{}", keyring::Secret::new("I have not slept"));
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Hides `content`.
    pub const fn new(content: T) -> Self {
        Self(content)
    }

    /// Shows the content, for a page, a score or the sealer.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// Gives the content up.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[sealed]")
    }
}
