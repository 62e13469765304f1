//! Tests of keys, seals, files and plans; the algorithms are checked against the RFCs' own examples.

mod deriving;
mod email;
mod published;
mod redacting;
mod restarts;
mod root_file;
mod rotation;
mod sealing;
mod wrapping;

use crate::{DataKey, KeyId, Place, RootKey, Zeroizing};

const ID: KeyId = KeyId([7; 16]);
const ROW: [u8; 16] = [1; 16];
const OWNER: [u8; 32] = [2; 32];

fn data_key(byte: u8) -> DataKey {
    DataKey::from_bytes(Box::new(Zeroizing::new([byte; 32]))).unwrap()
}

fn root_key(byte: u8) -> RootKey {
    RootKey::from_bytes(Box::new(Zeroizing::new([byte; 32]))).unwrap()
}

fn place() -> Place<'static> {
    Place { table: "responses", column: "answers", row: &ROW, owner: &OWNER, version: 3 }
}
