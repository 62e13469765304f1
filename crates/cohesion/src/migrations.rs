//! The schema's history: forward only, one text for both engines, carried inside the program.

use store::Migration;

macro_rules! migrations {
    ($($number:literal $name:literal;)+) => {
        /// Every step, in order.
        pub static ALL: &[Migration] = &[$(Migration {
            number: $number,
            name: $name,
            text: include_str!(concat!("../../../migrations/", $name, ".sql")),
        },)+];
    };
}

migrations! {
    1 "0001-ledger";
    2 "0002-identity";
    3 "0003-practice";
    4 "0004-groups";
    5 "0005-safety";
    6 "0006-assessments";
    7 "0007-sessions";
    8 "0008-notices";
    9 "0009-agreements";
    10 "0010-enrolment";
    11 "0011-ops";
    12 "0012-audit";
    13 "0013-left-addresses";
    14 "0014-wordings";
    15 "0015-tallies";
    16 "0016-who-marked";
    17 "0017-goals";
    18 "0018-techniques";
    19 "0019-notes";
    20 "0020-plans";
    21 "0021-feedback";
    22 "0022-endings";
    23 "0023-repairs";
    24 "0024-appreciation";
    25 "0025-record-words";
    26 "0026-sharing";
    27 "0027-room";
    28 "0028-door";
    29 "0029-shreds";
    30 "0030-rights";
    31 "0031-breaches";
    32 "0032-live-room";
    33 "0033-room-ways";
    34 "0034-room-nodes";
    35 "0035-second-signatures";
    36 "0036-ways-to-rows";
    37 "0037-sitting-in";
    38 "0038-room-meets";
}
