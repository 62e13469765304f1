//! The invented people.

use super::course::Fares;
use crate::identity::Profile;

/// The invented address of somebody called so; no mail ever leaves the demo.
pub(super) fn address(called: &str) -> String {
    format!("{}@commons.example", called.to_lowercase())
}

/// The invented profile of somebody.
pub(super) fn profile(called: &str, legal: &str) -> Profile {
    Profile { called: called.to_owned(), legal: legal.to_owned(), email: address(called), phone: None }
}

/// Somebody who works in the demo's practice.
pub(super) struct Colleague {
    pub called: &'static str,
    pub legal: &'static str,
}

pub(super) const ADA: Colleague = Colleague { called: "Ada", legal: "Ada Lindqvist" };
pub(super) const MARA: Colleague = Colleague { called: "Mara", legal: "Mara Okafor" };
pub(super) const BEN: Colleague = Colleague { called: "Ben", legal: "Ben Halloran" };
pub(super) const INES: Colleague = Colleague { called: "Ines", legal: "Ines Duarte" };
pub(super) const FINN: Colleague = Colleague { called: "Finn", legal: "Finn Abara" };
pub(super) const SOFIA: Colleague = Colleague { called: "Sofia", legal: "Sofia Brandt" };

/// Somebody who sits in a group.
pub(super) struct Member {
    pub called: &'static str,
    pub legal: &'static str,
    pub fares: Fares,
}

const fn member(called: &'static str, legal: &'static str, fares: Fares) -> Member {
    Member { called, legal, fares }
}

/// Low mood: the group that meets today.
pub(super) const TODAY: &[Member] = &[
    member("Sam", "Samuel Ferreira", Fares::Better),
    member("Kim", "Kim Nakamura", Fares::Worse),
    member("Lee", "Lee Vandenberg", Fares::Same),
    member("Jo", "Joanna Priestley", Fares::Slowly),
    member("Tess", "Teresa Moreau", Fares::Slowly),
    member("Ana", "Ana Kovac", Fares::Better),
    member("Noor", "Noor Rahman", Fares::Better),
    member("Ravi", "Ravi Menon", Fares::Better),
];

/// Anxiety.
pub(super) const SECOND: &[Member] = &[
    member("Aoife", "Aoife Brennan", Fares::Better),
    member("Tomas", "Tomas Vesely", Fares::Slowly),
    member("Imani", "Imani Waweru", Fares::Better),
    member("Petra", "Petra Lang", Fares::Same),
    member("Yusuf", "Yusuf Demir", Fares::Slowly),
    member("Clara", "Clara Nunes", Fares::Better),
    member("Oisin", "Oisin Kearney", Fares::Slowly),
    member("Mei", "Mei Lindgren", Fares::Better),
];

/// Skills for strong feelings.
pub(super) const THIRD: &[Member] = &[
    member("Dara", "Dara Quinn", Fares::Slowly),
    member("Elif", "Elif Aydin", Fares::Better),
    member("Jonas", "Jonas Weber", Fares::Same),
    member("Nadia", "Nadia Haddad", Fares::Better),
    member("Rory", "Rory McCann", Fares::Slowly),
    member("Selin", "Selin Koch", Fares::Better),
    member("Theo", "Theo Laurent", Fares::Slowly),
    member("Zofia", "Zofia Baran", Fares::Better),
    member("Pat", "Patricia Doyle", Fares::Same),
];
