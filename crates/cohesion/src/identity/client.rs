//! Where a request comes from, as a value that no header can forge: it is what sign-in rates are counted by.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The other end of a request's connection, whatever the headers say. The server lays it into each request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl Peer {
    /// What counts where the server laid nothing in: one peer for all of them.
    pub const UNKNOWN: Self = Self(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
}

/// The address a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClientAddress(pub IpAddr);

impl ClientAddress {
    /// The address behind our own proxies: of the hops in `X-Forwarded-For`, read from the right, the first that
    /// `is_ours` does not know. What a client writes there itself stands further left and is never reached (ATK-41).
    pub fn behind(peer: Peer, forwarded_for: &str, is_ours: impl Fn(IpAddr) -> bool) -> Self {
        let mut at = peer.0.to_canonical();
        for hop in forwarded_for.rsplit(',') {
            if !is_ours(at) {
                break;
            }
            let Ok(hop) = hop.trim().parse::<IpAddr>() else { break };
            at = hop.to_canonical();
        }
        Self(at)
    }

    /// What shares one count: an IPv4 address, or the /64 that an IPv6 subscriber owns whole.
    pub fn bucket(self) -> [u8; 16] {
        match self.0.to_canonical() {
            IpAddr::V4(address) => address.to_ipv6_mapped().octets(),
            IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).octets(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::{ClientAddress, Peer};

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    /// ATK-41.
    #[test]
    fn what_a_client_writes_into_the_header_is_not_believed() {
        let ours = |at: IpAddr| at == address("10.0.0.1") || at == address("10.0.0.2");
        let cases = [
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
            ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
            ("10.0.0.1", "1.1.1.1, 198.51.100.1", "198.51.100.1"),
            ("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
            ("10.0.0.1", "10.0.0.2, 198.51.100.1", "198.51.100.1"),
            ("10.0.0.1", "not an address", "10.0.0.1"),
            ("10.0.0.1", "", "10.0.0.1"),
            ("::ffff:10.0.0.1", "2001:db8::7", "2001:db8::7"),
        ];
        for (peer, header, client) in cases {
            assert_eq!(ClientAddress::behind(Peer(address(peer)), header, ours).0, address(client), "{peer} {header}");
        }
    }

    #[test]
    fn one_subscriber_has_one_count() {
        let bucket = |text: &str| ClientAddress(address(text)).bucket();
        assert_eq!(bucket("2001:db8:1:2::1"), bucket("2001:db8:1:2:ffff::9"));
        assert_ne!(bucket("2001:db8:1:2::1"), bucket("2001:db8:1:3::1"));
        assert_ne!(bucket("203.0.113.9"), bucket("203.0.113.8"));
        assert_eq!(bucket("::ffff:203.0.113.9"), bucket("203.0.113.9"));
    }
}
