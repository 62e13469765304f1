//! Scenarios of accounts and logins, on both engines.

mod logins;
