//! The LiveKit server that carries sound and pictures of live rooms, where the program is built for it.

use keyring::Secret;
use livekit::{Address, Key};

use super::{ConfigError, Resolved};

/// A LiveKit server, and the key to it.
#[derive(Clone, Debug)]
pub struct LiveKit {
    /// Where the program and browsers reach it.
    pub address: Address,
    /// The API key.
    pub key: Key,
}

/// Reads it, where one is named. Its three settings belong together, and the built-in engine is not beside it.
pub(super) fn read(resolved: &Resolved) -> Result<Option<LiveKit>, ConfigError> {
    if resolved.get("livekit-url").is_empty() {
        return Ok(None);
    }
    let whole = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let address = resolved.parse(
        "livekit-url",
        "an address such as wss://livekit.example.org is needed, or ws:// on this machine",
        |text| text.parse().ok(),
    )?;
    resolved.parse("media-udp", "it must be empty where livekit-url is set", |text| text.is_empty().then_some(()))?;
    let name = resolved.parse("livekit-key", "the name of the key to livekit-url is needed", whole)?;
    let secret = resolved.parse("livekit-secret", "the secret of livekit-key is needed", whole)?;
    Ok(Some(LiveKit { address, key: Key::new(name, Secret::new(secret)) }))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const SECRET: &str = "a-secret-of-some-length";

    fn given(file: &str) -> Result<Option<LiveKit>, String> {
        let resolved = Resolved::new(&BTreeMap::new(), |_| None, file).expect("it reads");
        read(&resolved).map_err(|cause| cause.to_string())
    }

    #[test]
    fn the_three_settings_of_livekit_belong_together() {
        assert!(given("").expect("it fits").is_none());
        let (url, key) = ("livekit-url = \"wss://livekit.example.org\"\n", "livekit-key = \"API1\"\n");
        let secret = format!("livekit-secret = \"{SECRET}\"\n");
        let whole = given(&format!("{url}{key}{secret}")).expect("it fits").expect("it is set");
        assert_eq!(whole.address.for_browsers(), "wss://livekit.example.org:443");
        assert!(!format!("{whole:?}").contains(SECRET));
        let udp = "media-udp = \"192.0.2.7:3478\"\n";
        for (file, wanted) in [
            (format!("{url}{secret}"), "the name of the key"),
            (format!("{url}{key}"), "the secret of livekit-key"),
            (format!("{url}{key}{secret}{udp}"), "it must be empty where livekit-url is set"),
            (format!("livekit-url = \"http://livekit.example.org\"\n{key}{secret}"), "wss://livekit.example.org"),
        ] {
            let fault = given(&file).expect_err("it does not fit");
            assert!(fault.contains(wanted) && !fault.contains(SECRET), "{fault}");
        }
    }
}
