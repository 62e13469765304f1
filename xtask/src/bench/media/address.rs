//! The address at which servers and browsers of the bench find each other. Nothing of it leaves the machine.

use super::Result;
use std::net::{IpAddr, Ipv4Addr, UdpSocket};

/// An address of nobody's (RFC 5737). Nothing is sent there: the system only says which of its own it would use.
const NOBODY: (Ipv4Addr, u16) = (Ipv4Addr::new(203, 0, 113, 1), 9);

/// This machine's own address. It is not that of the loopback, which Janus does not use.
pub fn own_address() -> Result<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))?;
    let known = socket.connect(NOBODY).and_then(|()| socket.local_addr());
    let address = known.map_err(|cause| format!("this machine has no address besides the loopback's: {cause}"))?.ip();
    Ok(address)
}
