//! The invented people, and what a line says of each.

use super::course::Fares;
use crate::identity::Profile;

/// The invented address of somebody called so; no mail ever leaves the demo.
pub(super) fn address(called: &str) -> String {
    format!("{}@commons.example", called.to_lowercase())
}

/// The invented profile of somebody.
pub(super) fn profile(called: &str, legal: &str) -> Profile {
    Profile { called: called.to_owned(), legal: legal.to_owned(), email: address(called), phone: Some(phone(called)) }
}

/// A telephone number of somebody called so, from a range that is kept for fiction.
pub(super) fn phone(called: &str) -> String {
    let last = called.bytes().fold(0_u32, |sum, letter| (sum * 7 + u32::from(letter)) % 90);
    format!("01 555 01{}", 10 + last)
}

/// Somebody who works in the demo's practice.
pub(super) struct Colleague {
    pub called: &'static str,
    pub legal: &'static str,
}

pub(super) const ADA: Colleague = Colleague { called: "Ada", legal: "Ada Lindqvist" };
pub(super) const MARA: Colleague = Colleague { called: "Mara", legal: "Mara Okafor" };
pub(super) const BEN: Colleague = Colleague { called: "Ben", legal: "Ben Halloran" };
pub(super) const NOAH: Colleague = Colleague { called: "Noah", legal: "Noah Brady" };
pub(super) const INES: Colleague = Colleague { called: "Ines", legal: "Ines Duarte" };
pub(super) const FINN: Colleague = Colleague { called: "Finn", legal: "Finn Abara" };
pub(super) const ROSA: Colleague = Colleague { called: "Rosa", legal: "Rosa Delgado" };
pub(super) const SOFIA: Colleague = Colleague { called: "Sofia", legal: "Sofia Brandt" };

/// Somebody who sits in a group, or would like to.
pub(super) struct Member {
    pub called: &'static str,
    pub legal: &'static str,
    pub fares: Fares,
    /// What brings them, in their own words.
    pub brings: &'static str,
    /// What they hope for, in their own words.
    pub hopes: &'static str,
}

const fn member(
    called: &'static str,
    legal: &'static str,
    fares: Fares,
    brings: &'static str,
    hopes: &'static str,
) -> Member {
    Member { called, legal, fares, brings, hopes }
}

/// Low mood: the group that meets today, or tomorrow.
pub(super) const LOW_MOOD: &[Member] = &[
    member(
        "Sam",
        "Samuel Ferreira",
        Fares::Better,
        "I have been low since the spring and cannot get going.",
        "To get up in the morning and want to.",
    ),
    member(
        "Kim",
        "Kim Nakamura",
        Fares::Worse,
        "Nothing is fun any more, and I sleep badly.",
        "To feel like myself again.",
    ),
    member(
        "Lee",
        "Lee Vandenberg",
        Fares::Same,
        "Work has become too much, and I keep to myself.",
        "To see my friends again.",
    ),
    member(
        "Jo",
        "Joanna Priestley",
        Fares::Slowly,
        "I have been low since my mother died two years ago.",
        "To carry it more lightly.",
    ),
    member(
        "Tess",
        "Teresa Moreau",
        Fares::Slowly,
        "I cry over small things and am tired all day.",
        "To have strength left for the children.",
    ),
    member(
        "Ana",
        "Ana Kovac",
        Fares::Better,
        "It comes back every winter.",
        "To see it coming, and to do something early.",
    ),
    member(
        "Noor",
        "Noor Rahman",
        Fares::Better,
        "Since the baby came I am not myself.",
        "To enjoy the time with my daughter.",
    ),
    member(
        "Ravi",
        "Ravi Menon",
        Fares::Better,
        "I lost my job, and then my footing.",
        "To give my days a shape again.",
    ),
    member("Marek", "Marek Nowak", Fares::Same, "I am low, and short with everybody.", "To be easier to live with."),
];

/// Anxiety.
pub(super) const ANXIETY: &[Member] = &[
    member(
        "Aoife",
        "Aoife Brennan",
        Fares::Better,
        "I worry about everything, all day long.",
        "To let a worry be a worry.",
    ),
    member(
        "Tomas",
        "Tomas Vesely",
        Fares::Slowly,
        "I cannot ride in a full bus any more.",
        "To go to work like other people.",
    ),
    member(
        "Imani",
        "Imani Waweru",
        Fares::Better,
        "I check on the children ten times a night.",
        "To sleep until the morning.",
    ),
    member(
        "Petra",
        "Petra Lang",
        Fares::Dips,
        "My heart races, and the doctors find nothing.",
        "Not to be afraid of my own body.",
    ),
    member(
        "Yusuf",
        "Yusuf Demir",
        Fares::Slowly,
        "I go over each talk again for hours.",
        "To say something and leave it at that.",
    ),
    member("Clara", "Clara Nunes", Fares::Better, "I say no to every invitation.", "To go to my brother's wedding."),
    member(
        "Oisin",
        "Oisin Kearney",
        Fares::Slowly,
        "Since the accident I do not drive.",
        "To drive to the sea in summer.",
    ),
    member("Mei", "Mei Lindgren", Fares::Better, "Before exams I cannot breathe.", "To sit my finals."),
];

/// Skills for strong feelings.
pub(super) const SKILLS: &[Member] = &[
    member(
        "Dara",
        "Dara Quinn",
        Fares::Slowly,
        "From nought to a hundred in a second.",
        "To have a moment before I answer.",
    ),
    member(
        "Elif",
        "Elif Aydin",
        Fares::Better,
        "I break off with people before they can.",
        "To stay in touch when it is hard.",
    ),
    member(
        "Jonas",
        "Jonas Weber",
        Fares::Same,
        "I feel too much or nothing.",
        "To know what I feel before it is over.",
    ),
    member(
        "Nadia",
        "Nadia Haddad",
        Fares::Better,
        "Every row at home throws me for days.",
        "To come down again by myself.",
    ),
    member(
        "Rory",
        "Rory McCann",
        Fares::Slowly,
        "I drink to be able to bear it.",
        "To get through an evening without.",
    ),
    member(
        "Selin",
        "Selin Koch",
        Fares::Better,
        "I say yes, and then I am furious.",
        "To ask for what I need in a calm voice.",
    ),
    member("Theo", "Theo Laurent", Fares::Slowly, "I lose jobs because I shout.", "To keep this one for a year."),
    member(
        "Zofia",
        "Zofia Baran",
        Fares::Better,
        "I lie awake over what I said.",
        "To be as kind to myself as to others.",
    ),
    member(
        "Pat",
        "Patricia Doyle",
        Fares::Same,
        "My daughter no longer calls, since I cannot keep it in.",
        "To talk with her for ten minutes in peace.",
    ),
    member("Bea", "Beatriz Lopes", Fares::Better, "When I am left alone I panic.", "To spend a weekend by myself."),
];

/// A support group for people who have lost somebody. Nobody's course is measured there.
pub(super) const LOSS: &[Member] = &[
    member("Brid", "Brid Nolan", Fares::Same, "My husband died in March.", "To be with people who know."),
    member("Conor", "Conor Walsh", Fares::Same, "I lost my brother.", "To say his name aloud."),
    member("Ewa", "Ewa Zielinska", Fares::Same, "My son was nineteen.", "Not to have to be strong for an hour."),
    member("Malik", "Malik Osei", Fares::Same, "Both my parents, within a year.", "To hear how others live with it."),
    member("Sive", "Sive Foley", Fares::Same, "My best friend, last winter.", "To find out whether this is normal."),
];

/// A short group about being with others, which has ended.
pub(super) const BETWEEN: &[Member] = &[
    member(
        "Alma",
        "Alma Castellanos",
        Fares::Better,
        "I say yes to everybody, and then I stay away.",
        "To say what I want while I am in the room.",
    ),
    member(
        "Piotr",
        "Piotr Zawada",
        Fares::Slowly,
        "People tell me that I am cold. I do not feel cold.",
        "To be read better, or to show more.",
    ),
    member("Dervla", "Dervla Quinn", Fares::Better, "I am the one who cheers everybody up.", "To be sad in company."),
    member(
        "Hugo",
        "Hugo Lindgren",
        Fares::Slowly,
        "I argue until I am alone.",
        "To lose an argument and keep the friend.",
    ),
    member(
        "Lena",
        "Lena Hoffmann",
        Fares::Same,
        "I hardly speak when there are more than two.",
        "To be heard once an evening.",
    ),
    member(
        "Cillian",
        "Cillian Roche",
        Fares::Better,
        "Since the divorce I trust nobody.",
        "To try it with a few people.",
    ),
];

/// Waits for a place in the skills group, and has an offer.
pub(super) const MAEVE: Member = member(
    "Maeve",
    "Maeve Tierney",
    Fares::Same,
    "I throw things, and I am ashamed for weeks.",
    "To leave the room in time.",
);
/// Waits behind her.
pub(super) const DECLAN: Member = member(
    "Declan",
    "Declan Byrne",
    Fares::Same,
    "I cannot be alone with a bad feeling.",
    "To sit it out without calling ten people.",
);
/// Has a date for a first talk about the skills group.
pub(super) const PAVEL: Member = member(
    "Pavel",
    "Pavel Horak",
    Fares::Same,
    "My therapist says that skills would help me.",
    "To find out whether this is for me.",
);
/// Has asked about the anxiety group, and nothing more.
pub(super) const ORLA: Member = member(
    "Orla",
    "Orla Keane",
    Fares::Same,
    "I have not been further than the shop since August.",
    "To visit my sister in Galway.",
);
/// Is to come into the anxiety group, once the co-leader agrees.
pub(super) const HANNA: Member = member(
    "Hanna",
    "Hanna Virtanen",
    Fares::Same,
    "I feel sick before every meeting at work.",
    "To speak in a meeting.",
);
/// Asked about the group for low mood; something else fits better now.
pub(super) const GWEN: Member = member(
    "Gwen",
    "Gwen Harte",
    Fares::Same,
    "I have been low since the attack last autumn.",
    "To sleep without the light on.",
);
