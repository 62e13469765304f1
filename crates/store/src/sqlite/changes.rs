//! Which commit changed a table last, so that a reader can tell whether what it saw a moment ago is still so.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicU64, Ordering::SeqCst},
};

use crate::Sql;

/// Places for tables, far more than a program has; two that came to share one would be taken for changed too often.
const PLACES: usize = 512;

/// The tables that this process has heard of. A table's number is its place in this list.
static TABLES: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());

/// The numbers of the tables that a statement names.
pub fn places(sql: &'static Sql) -> &'static [usize] {
    sql.places.get_or_init(|| sql.tables().into_iter().map(place).collect())
}

fn place(table: &'static str) -> usize {
    let mut tables = TABLES.lock().unwrap_or_else(PoisonError::into_inner);
    let known = tables.iter().position(|known| *known == table);
    known.unwrap_or_else(|| {
        tables.push(table);
        tables.len() - 1
    }) % PLACES
}

/// The commits of this process, counted, and for each table the one that changed it last. The writing thread alone counts.
pub struct Changes {
    commits: AtomicU64,
    everything: AtomicU64,
    tables: Box<[AtomicU64]>,
}

impl Changes {
    /// Nothing has changed yet.
    pub fn new() -> Self {
        let tables = (0..PLACES).map(|_| AtomicU64::new(0)).collect();
        Self { commits: AtomicU64::new(0), everything: AtomicU64::new(0), tables }
    }

    /// How many commits are counted. A view that begins after this call holds all of them.
    pub fn count(&self) -> u64 {
        self.commits.load(SeqCst)
    }

    /// Counts a commit that has just gone through, before anybody is told of it.
    pub fn committed(&self, touched: &[usize]) {
        let number = self.count() + 1;
        for place in touched {
            self.tables[*place].store(number, SeqCst);
        }
        self.commits.store(number, SeqCst);
    }

    /// Counts something that may have changed any table.
    pub fn all_changed(&self) {
        let number = self.count() + 1;
        self.everything.store(number, SeqCst);
        self.commits.store(number, SeqCst);
    }

    /// Whether a table that the statement names may have changed behind a view that holds the first `count` commits.
    pub fn have_passed(&self, count: u64, sql: &'static Sql) -> bool {
        let is_later = |of: &AtomicU64| of.load(SeqCst) > count;
        is_later(&self.everything) || places(sql).iter().any(|place| is_later(&self.tables[*place]))
    }
}
