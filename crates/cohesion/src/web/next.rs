//! Where a browser goes on after a sign-in or a proof: a path of this site, and nothing else can be one (ATK-39).

/// Bytes of an address that is carried along; ours stay far below.
const NEXT_BYTES_MAX: usize = 1_024;

/// A path of this site, with its question if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next(String);

impl Next {
    /// The path in `text`, or the start where `text` is none: another site, a scheme, a sign that browsers drop.
    pub fn read(text: &str) -> Self {
        let is_local = text.starts_with('/')
            && !text.starts_with("//")
            && text.len() <= NEXT_BYTES_MAX
            && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        Self(if is_local { text.to_owned() } else { "/".to_owned() })
    }

    /// The path.
    pub fn path(&self) -> &str {
        &self.0
    }

    /// The address of `door`, with this path to go on to.
    pub fn behind(&self, door: &str) -> String {
        if self.0 == "/" {
            return door.to_owned();
        }
        let next: String = form_urlencoded::byte_serialize(self.0.as_bytes()).collect();
        format!("{door}?next={next}")
    }
}

#[cfg(test)]
mod tests {
    use super::Next;

    #[test]
    fn a_path_of_this_site_is_kept_with_its_question() {
        for path in ["/", "/me", "/care/groups/abc?week=2&tab=a%20b", "/me/..//x"] {
            assert_eq!(Next::read(path).path(), path);
        }
        assert_eq!(Next::read("/me?a=1&b=2").behind("/sign-in"), "/sign-in?next=%2Fme%3Fa%3D1%26b%3D2");
        assert_eq!(Next::read("/").behind("/sign-in"), "/sign-in");
    }

    /// ATK-39.
    #[test]
    fn what_leads_elsewhere_leads_to_the_start() {
        let long = format!("/{}", "a".repeat(2_000));
        for trick in [
            "",
            "me",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/\n/evil.example",
            " /me",
            "/me\r\nSet-Cookie: a=b",
            "/möwe",
            "data:text/html,x",
            &long,
        ] {
            assert_eq!(Next::read(trick).path(), "/", "{trick:?}");
        }
    }
}
