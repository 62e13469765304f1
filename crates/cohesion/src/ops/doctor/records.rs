//! The database from outside: its engine, its schema, whether the root key fits, and whether the clock can be believed.

use ::store::Db;
use keyring::RootKey;

use super::Finding;
use crate::clock::{Span, Timestamp};
use crate::config::Config;
use crate::migrations;
use crate::ops::clock::clock_is_behind;
use crate::ops::root::{self, check_root};

/// Whether the records can be opened with the root key at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ours {
    Yes,
    No,
}

/// Looks at the database.
pub(super) async fn look(db: &Db, config: &Config, now: Timestamp) -> (Vec<Finding>, Ours) {
    let newest = migrations::ALL.last().map_or(0, |step| step.number);
    let mut found = vec![engine(db).await];
    let schema = match root::schema(db).await {
        Ok(Some(step)) => step,
        Ok(None) => {
            found.push(Finding::look("schema", "there is none yet").remedy("Start the server: cohesion serve"));
            return (found, Ours::No);
        }
        Err(cause) => {
            found.push(Finding::mend("schema", cause.into_sentence()));
            return (found, Ours::No);
        }
    };
    found.push(if schema == newest {
        Finding::fine("schema", format!("step {schema}, this program's"))
    } else {
        Finding::mend("schema", format!("step {schema}, and this program's is {newest}")).remedy(if schema < newest {
            "Bring it up to date: cohesion migrate"
        } else {
            "Use a newer program."
        })
    });
    if schema != newest {
        return (found, Ours::No);
    }
    found.push(pages(db).await);
    found.push(clock(db, now).await);
    match RootKey::read_file(&config.root_key) {
        Ok(key) => match check_root(db, &key).await {
            Ok(()) => (found, Ours::Yes),
            Err(cause) => {
                found.push(Finding::mend("root key", cause.into_sentence()));
                (found, Ours::No)
            }
        },
        Err(_) => (found, Ours::No),
    }
}

async fn engine(db: &Db) -> Finding {
    match (db.version().await, db.size_bytes().await) {
        (Ok(version), Ok(size)) => Finding::fine("database", format!("{version}, {}", indicatif::HumanBytes(size))),
        (Err(cause), _) | (_, Err(cause)) => Finding::mend("database", cause.to_string()),
    }
}

/// Damage on the disk shows itself only where somebody reads, which may be years later.
async fn pages(db: &Db) -> Finding {
    match db.integrity().await {
        Ok(()) => Finding::fine("file", "every page of the database is sound"),
        Err(cause) => Finding::mend("file", cause.to_string()).remedy(
            "Stop the server, keep this file as it is, and restore the newest backup: cohesion restore --verify",
        ),
    }
}

async fn clock(db: &Db, now: Timestamp) -> Finding {
    match clock_is_behind(db, now).await {
        Ok(None) => Finding::fine("clock", "not behind anything that is on record"),
        Ok(Some(behind)) => {
            let minutes = behind.0 / Span::minutes(1).0;
            Finding::mend(
                "clock",
                format!("the newest deed on record lies {minutes} minutes ahead of this machine's clock"),
            )
            .remedy("Set the clock, and let the system keep it by NTP.")
        }
        Err(cause) => Finding::mend("clock", cause.into_sentence()),
    }
}
