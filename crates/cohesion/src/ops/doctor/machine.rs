//! The machine and the settings: the root key's file, room on the disk, the way in and the way out.

use std::path::Path;

use data_encoding::HEXLOWER;
use http::Uri;
use keyring::RootKey;

use super::Finding;
use crate::config::{Config, Transport};
use crate::limits::DISK_FREE_BYTES_MIN;
use crate::ops::{free_bytes, is_rotating};
use crate::techniques;

/// Room below which somebody should think of more.
const DISK_FREE_BYTES_AMPLE: u64 = 1 << 30;

/// Looks at the machine.
pub(super) fn look(config: &Config) -> Vec<Finding> {
    let mut found = vec![root_key(config), disk(config), way_in(config), way_out(config)];
    found.extend(own_techniques(config));
    found
}

fn root_key(config: &Config) -> Finding {
    const WHAT: &str = "root key";
    let path = &config.root_key;
    match RootKey::read_file(path) {
        Err(cause) => Finding::mend(WHAT, cause.to_string()),
        Ok(_) if is_rotating(path) => Finding::mend(WHAT, "a change of the root key was begun and not finished")
            .remedy("Stop the server and finish it: cohesion keys rotate"),
        Ok(_) if path.starts_with(&config.data) => {
            Finding::look(WHAT, "it lies in the data folder, beside what it seals")
                .remedy("Move it elsewhere, name it with the setting root-key, and keep a copy apart from the backups.")
        }
        Ok(key) => Finding::fine(WHAT, format!("fingerprint {}", HEXLOWER.encode(&key.fingerprint()))),
    }
}

fn disk(config: &Config) -> Finding {
    const WHAT: &str = "disk";
    let folder = config.sqlite_file().and_then(Path::parent).unwrap_or(&config.data);
    let Some(free) = free_bytes(folder) else {
        return Finding::look(WHAT, format!("the system does not say how much room {} has", folder.display()));
    };
    let said = format!("{} free at {}", indicatif::HumanBytes(free), folder.display());
    if free < DISK_FREE_BYTES_MIN {
        Finding::mend(WHAT, said).remedy("Free some space: nothing can be written without it.")
    } else if free < DISK_FREE_BYTES_AMPLE {
        Finding::look(WHAT, said).remedy("Think of more room before it is needed.")
    } else {
        Finding::fine(WHAT, said)
    }
}

/// Behind a proxy that is not named, all visitors look like one, and share one limit on tries to sign in.
fn way_in(config: &Config) -> Finding {
    const WHAT: &str = "way in";
    let said = format!("{}, listening on {}", config.public_url, config.listen);
    let is_https = config.public_url.starts_with("https://");
    if is_https && config.trusted_proxies.is_empty() {
        return Finding::mend(WHAT, format!("{said}, and no proxy is named"))
            .remedy("Name the proxy that ends HTTPS, such as trusted-proxies = \"127.0.0.1\": without it all visitors count as one.");
    }
    if !is_https && config.transport() == Transport::Https {
        return Finding::mend(WHAT, said)
            .remedy("Put a proxy with HTTPS in front, and set public-url to its https:// address.");
    }
    match config.transport() {
        Transport::PlainLoopback => Finding::look(WHAT, format!("{said}: this machine alone can use it")),
        Transport::Https => Finding::fine(WHAT, said),
    }
}

/// Where the program sends anything at all: nowhere, but to the mail server.
fn way_out(config: &Config) -> Finding {
    const WHAT: &str = "way out";
    match config.smtp.as_ref().map(|url| url.expose().as_str()) {
        Some("keep") | None => Finding::look(WHAT, "none: mails stay in the outbox, and invitations with them")
            .remedy("Name a mail server with the setting smtp."),
        Some(url) => match host(url) {
            Some(host) => Finding::fine(WHAT, format!("mails to {host}, and nothing else to anybody")),
            None => Finding::mend(WHAT, "the setting smtp is not an address")
                .remedy("It looks like smtps://name:passphrase@mail.example.org:465"),
        },
    }
}

/// The practice's own files of techniques: what is broken is left out, and said with file and place.
fn own_techniques(config: &Config) -> Vec<Finding> {
    const WHAT: &str = "techniques";
    let (here, left_out) = techniques::read(&config.data);
    if left_out.is_empty() {
        let (forms, skills, curricula) = (here.forms().count(), here.skills().count(), here.curricula().count());
        return vec![Finding::fine(WHAT, format!("{forms} worksheets, {skills} skills, {curricula} programmes"))];
    }
    let finding = |problem: &::techniques::Problem| {
        Finding::look(WHAT, problem.to_string())
            .remedy("Mend the file and start the server again; until then it is left out.")
    };
    left_out.iter().map(finding).collect()
}

/// Host and port of the mail server, without the name and passphrase.
fn host(url: &str) -> Option<String> {
    let authority = url.parse::<Uri>().ok()?.authority()?.clone();
    Some(authority.as_str().rsplit('@').next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::finding::State;
    use super::*;

    #[test]
    fn a_broken_file_of_techniques_is_said_with_its_place_and_what_to_do() {
        let data = tempfile::tempdir().expect("a folder");
        let config = Config { data: data.path().to_owned(), ..Config::for_tests() };
        assert_eq!(own_techniques(&config)[0].state, State::Fine);
        let forms = data.path().join("techniques/forms");
        std::fs::create_dir_all(&forms).expect("a folder");
        std::fs::write(forms.join("broken.toml"), "id = \"broken\"\nversion = \"one\"\n").expect("a file");
        let found = own_techniques(&config);
        assert_eq!((found.len(), found[0].state), (1, State::Look));
        assert!(found[0].said.contains("forms/broken.toml: line "), "{}", found[0].said);
        assert!(found[0].remedy.contains("Mend the file"));
    }
}
