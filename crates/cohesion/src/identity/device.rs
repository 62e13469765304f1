//! What is known of the browser behind a login: whose device it is, and a label coarse enough to tell two of one's own apart.

use crate::clock::Span;
use crate::{Error, Result, limits};

/// Whose device it is, as the person said at sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// The person's own.
    Own,
    /// Others use it too: it locks early and forgets at the end.
    Shared,
}

impl Device {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        match self {
            Self::Own => 1,
            Self::Shared => 2,
        }
    }

    /// The device that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        match code {
            1 => Ok(Self::Own),
            2 => Ok(Self::Shared),
            other => Err(Error::bug(format!("no kind of device has the number {other}"))),
        }
    }

    /// The shorter of `usual` and what this device allows.
    pub(super) fn idle(self, usual: Span) -> Span {
        match self {
            Self::Own => usual,
            Self::Shared => usual.min(limits::IDLE_SHARED),
        }
    }
}

/// Families of browsers, and the marks in `User-Agent` that tell them, the telling ones first: nearly all say "Safari".
const FAMILIES: [(&str, &str); 6] = [
    ("Firefox", "Firefox/"),
    ("Edge", "Edg"),
    ("Samsung Internet", "SamsungBrowser/"),
    ("Opera", "OPR/"),
    ("Chrome", "Chrome/"),
    ("Safari", "Safari/"),
];

/// Systems, likewise: Android says "Linux" too, and an iPhone "Mac OS X".
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("ChromeOS", "CrOS"),
    ("Windows", "Windows"),
    ("Mac", "Macintosh"),
    ("Linux", "Linux"),
];

/// A browser's family and system, as places in the two lists counted from 1; 0 is another one. Nothing finer is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Browser {
    family: u8,
    system: u8,
}

impl Browser {
    /// What a `User-Agent` header tells.
    pub fn read(user_agent: &str) -> Self {
        Self { family: place_in(&FAMILIES, user_agent), system: place_in(&SYSTEMS, user_agent) }
    }

    /// Names of family and system, such as "Firefox" and "Android"; nothing where it is another one.
    pub fn names(self) -> (Option<&'static str>, Option<&'static str>) {
        (name_at(&FAMILIES, self.family), name_at(&SYSTEMS, self.system))
    }

    pub(super) fn code(self) -> i64 {
        i64::from(self.family) * 16 + i64::from(self.system)
    }

    pub(super) fn from_code(code: i64) -> Self {
        let part = |number: i64| u8::try_from(number).unwrap_or_default();
        Self { family: part(code / 16), system: part(code % 16) }
    }
}

fn place_in(list: &[(&str, &str)], user_agent: &str) -> u8 {
    let at = list.iter().position(|(_, mark)| user_agent.contains(mark));
    at.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or_default()
}

fn name_at(list: &[(&'static str, &str)], place: u8) -> Option<&'static str> {
    list.get(usize::from(place).checked_sub(1)?).map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::Browser;

    #[test]
    fn a_label_tells_two_devices_apart_and_no_more() {
        let cases = [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                (Some("Firefox"), Some("Linux")),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1",
                (Some("Safari"), Some("iPhone")),
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/138.0.0.0 Mobile Safari/537.36",
                (Some("Chrome"), Some("Android")),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0",
                (Some("Edge"), Some("Windows")),
            ),
            ("<script>", (None, None)),
        ];
        for (user_agent, names) in cases {
            let browser = Browser::read(user_agent);
            assert_eq!(browser.names(), names, "{user_agent}");
            assert_eq!(Browser::from_code(browser.code()), browser);
        }
        assert_eq!(Browser::from_code(i64::MAX).names(), (None, None));
    }
}
