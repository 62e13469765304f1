//! The contract with LiveKit: a server that reads and speaks its published protocol, by LiveKit's own types, and looks at tokens
//! as LiveKit does. No LiveKit server has been part of it.

#[cfg(test)]
mod calls;
#[cfg(test)]
mod fake;
#[cfg(test)]
mod rooms;
#[cfg(test)]
mod tls;
#[cfg(test)]
mod tokens;
