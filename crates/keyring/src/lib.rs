//! keyring.
