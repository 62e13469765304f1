//! Joins several byte strings into one that can be taken apart in only one way.

/// Each part after its length in bytes (64 bits, big-endian), so that no byte can pass from one part to its neighbour.
pub(crate) fn frame(parts: &[&[u8]]) -> Vec<u8> {
    // The exact capacity keeps secret parts from being left behind by a reallocation.
    let mut framed = Vec::with_capacity(parts.iter().map(|part| size_of::<u64>() + part.len()).sum());
    for part in parts {
        framed.extend_from_slice(&(part.len() as u64).to_be_bytes());
        framed.extend_from_slice(part);
    }
    framed
}
