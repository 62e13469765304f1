//! The files that come with the program, embedded from `techniques/`.

macro_rules! embed {
    ($folder:literal: $($name:literal),* $(,)?) => {
        [$((
            concat!("techniques/", $folder, "/", $name, ".toml"),
            include_str!(concat!("../../../techniques/", $folder, "/", $name, ".toml")),
        )),*]
    };
}

/// The page that closes a form: how hard it was, and whether it helped.
pub const LOOKING_BACK: &str = include_str!("../../../techniques/looking-back.toml");

/// Path and text of every form; a test compares this list with the folder.
pub const FORMS: &[(&str, &str)] = &embed![
    "forms":
    "activity-hierarchy",
    "activity-schedule",
    "behavioural-experiment",
    "chain-analysis",
    "choice-point",
    "core-belief-log",
    "defusion-log",
    "diary-card",
    "distortion-tags",
    "erp-log",
    "exposure-hierarchy",
    "exposure-log",
    "interpersonal-log",
    "interpersonal-scripts",
    "ipt-inventory",
    "mi-ruler",
    "missing-links",
    "problem-solving",
    "relapse-plan",
    "safety-plan",
    "sleep-diary",
    "support-card",
    "thought-record",
    "trap-trac",
    "values",
    "worry-time",
    "worry-tree",
];

/// Path and text of every set of skills; a test compares this list with the folder.
pub const SKILLS: &[(&str, &str)] = &embed![
    "skills":
    "act",
    "behavioural-activation",
    "cbt",
    "dbt-distress-tolerance",
    "dbt-emotion-regulation",
    "dbt-interpersonal-effectiveness",
    "dbt-mindfulness",
    "grounding",
    "ipt",
    "mbct",
];

/// Path and text of every curriculum; a test compares this list with the folder.
pub const CURRICULA: &[(&str, &str)] = &embed![
    "curricula":
    "act",
    "behavioural-activation",
    "cbt-anxiety",
    "cbt-depression",
    "cbt-depression-modular",
    "dbt-skills",
    "group-ipt",
    "interpersonal-process",
    "mbct",
    "peer-support",
    "trauma-stabilisation",
];

/// Every embedded file.
pub fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    FORMS.iter().chain(SKILLS).chain(CURRICULA).copied()
}
