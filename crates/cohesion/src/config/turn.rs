//! The TURN servers by which browsers in closed networks reach a live room, and the secret that they share with this program.

use std::io::Read;
use std::path::{Path, PathBuf};

use keyring::{FileFault, Secret, Zeroizing, open_own_file};

use super::{ConfigError, Resolved, is_host};

/// Shorter ones can be guessed by whoever has a password of theirs.
const SECRET_BYTES_MIN: usize = 16;
/// Far more than a secret takes.
const FILE_BYTES_MAX: u64 = 1_024;

/// TURN servers, and how passwords for them are made.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Their addresses, as browsers take them.
    pub urls: Vec<String>,
    /// What is `static-auth-secret` in coturn's settings.
    pub secret: Secret<String>,
}

/// Reads it, where servers are named. Both settings belong together.
pub(super) fn read(resolved: &Resolved) -> Result<Option<Turn>, ConfigError> {
    let wanted = "addresses such as turns:turn.example.org:443 are needed, parted by commas";
    let urls = resolved.parse("turn-url", wanted, |text| {
        let urls = text.split(',').map(str::trim).filter(|one| !one.is_empty());
        urls.map(|url| is_turn(url).then(|| url.to_owned())).collect::<Option<Vec<_>>>()
    })?;
    if urls.is_empty() {
        return Ok(None);
    }
    let file = resolved.parse("turn-secret-file", "the file with the secret of turn-url is needed", |text| {
        (!text.is_empty()).then(|| PathBuf::from(text))
    })?;
    let secret = secret_in(&file).map_err(|fault| ConfigError::SecretFile { name: "turn-secret-file", file, fault })?;
    Ok(Some(Turn { urls, secret }))
}

/// A TURN address (RFC 7065): `turn:` or `turns:`, a host, perhaps a port and a transport.
fn is_turn(url: &str) -> bool {
    let rest = url.strip_prefix("turn:").or_else(|| url.strip_prefix("turns:")).unwrap_or_default();
    let (host, transport) = rest.split_once("?transport=").unwrap_or((rest, "udp"));
    is_host(host) && ["udp", "tcp"].contains(&transport)
}

/// The secret in a file that only its owner can read.
fn secret_in(path: &Path) -> Result<Secret<String>, String> {
    let file = open_own_file(path).map_err(|fault| match fault {
        FileFault::OpenToOthers(_) => format!("{fault}. Mend it with: chmod 0400 {}", path.display()),
        FileFault::NotAFile | FileFault::Unreadable(_) => fault.to_string(),
    })?;
    let mut text = Zeroizing::new(String::with_capacity(2 * SECRET_BYTES_MIN));
    let reading = file.take(FILE_BYTES_MAX).read_to_string(&mut text);
    reading.map_err(|cause| FileFault::Unreadable(cause).to_string())?;
    let secret = text.trim();
    if secret.len() < SECRET_BYTES_MIN || secret.contains(char::is_whitespace) {
        return Err(format!("it must hold one word of at least {SECRET_BYTES_MIN} letters"));
    }
    Ok(Secret::new(secret.to_owned()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    const SECRET: &str = "a-secret-of-some-length";

    fn given(urls: &str, file: &Path) -> Result<Option<Turn>, String> {
        let file = format!("turn-url = \"{urls}\"\nturn-secret-file = \"{}\"", file.display());
        let resolved = Resolved::new(&BTreeMap::new(), |_| None, &file).expect("it reads");
        assert!(resolved.printable().all(|(_, value, _)| !value.contains(SECRET)));
        read(&resolved).map_err(|cause| cause.to_string())
    }

    fn file(folder: &Path, text: &str, mode: u32) -> PathBuf {
        let path = folder.join(format!("turn-{mode:o}-{}", text.len()));
        fs::write(&path, text).expect("it is written");
        fs::set_permissions(&path, Permissions::from_mode(mode)).expect("its mode is set");
        path
    }

    #[test]
    fn servers_and_secret_belong_together_and_the_secret_is_printed_nowhere() {
        let folder = tempfile::tempdir().expect("a folder");
        let own = file(folder.path(), &format!("{SECRET}\n"), 0o400);
        assert!(given("", Path::new("")).expect("it fits").is_none());
        let urls = "turn:turn.example.org:3478?transport=tcp, turns:turn.example.org:443";
        let turn = given(urls, &own).expect("it fits").expect("it is set");
        assert_eq!((turn.urls.len(), turn.secret.expose().as_str()), (2, SECRET));
        assert!(!format!("{turn:?}").contains(SECRET));
        assert!(given(urls, Path::new("")).expect_err("a secret is missing").contains("turn-secret-file"));
        for odd in ["turn.example.org", "turn:", "https://turn.example.org", "turn:a b", "turn:a?transport=sctp"] {
            assert!(given(odd, &own).expect_err("it is no such address").contains("turns:turn.example.org"), "{odd}");
        }
    }

    #[test]
    fn a_secret_that_others_could_read_is_refused_and_so_is_a_short_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let fault = |path: &Path| given("turn:turn.example.org", path).expect_err("it is refused");
        for mode in [0o440, 0o600, 0o644, 0o404] {
            let open = fault(&file(folder.path(), SECRET, mode));
            assert!(open.contains(&format!("{mode:04o}")) && open.contains("chmod 0400") && !open.contains(SECRET));
        }
        for text in ["", "short", "two words of some length"] {
            assert!(fault(&file(folder.path(), text, 0o400)).contains("one word"), "{text}");
        }
        assert!(fault(folder.path()).contains("not a file"));
        assert!(fault(&folder.path().join("nowhere")).contains("cannot be read"));
    }
}
