//! What SQLite is told of each index before there are any rows: the same for every file, so that no plan depends on what is in it.
//!
//! Left to itself, SQLite takes the practice, with which each index begins, for a way to a few rows, though one practice has
//! them all. Figures counted in a file would be worse: those of a small one stay when it has grown.

use rusqlite::{Connection, params};

use crate::Result;

use super::error::translate;

/// How many rows a table is said to have.
const ROWS: u64 = 1_000_000;
/// Of so many values of a column, each finds its share of the rows.
const VALUES: u64 = 1_000;
/// What an index is said to find at least, unless it is unique.
const FOUND_MIN: u64 = 10;

/// The indexes of the file, and whether each is unique.
const INDEXES: &str = "select t.name, i.name, i.\"unique\"
    from pragma_table_list t, pragma_index_list(t.name) i
    where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite%'";

/// Tells the planner, in the transaction that changed the schema.
pub fn tell(connection: &Connection) -> Result<()> {
    told(connection).map_err(|error| translate(error, "outlook"))
}

fn told(connection: &Connection) -> rusqlite::Result<()> {
    // This makes the table of figures where there is none; what was counted is thrown away.
    let begin = "drop table if exists sqlite_stat4; pragma analysis_limit = 1; analyze; delete from sqlite_stat1;";
    connection.execute_batch(begin)?;
    let mut indexes = connection.prepare(INDEXES)?;
    let mut all = indexes.query([])?;
    while let Some(index) = all.next()? {
        let (table, name, is_unique): (String, String, bool) = (index.get(0)?, index.get(1)?, index.get(2)?);
        let figures = figures(&columns(connection, &name)?, is_unique);
        connection
            .execute("insert into sqlite_stat1 (tbl, idx, stat) values (?1, ?2, ?3)", params![table, name, figures])?;
    }
    connection.execute_batch("analyze sqlite_schema")
}

fn columns(connection: &Connection, index: &str) -> rusqlite::Result<Vec<Option<String>>> {
    let mut columns = connection.prepare_cached("select name from pragma_index_info(?1) order by seqno")?;
    columns.query_map([index], |column| column.get(0))?.collect()
}

/// The rows of the table, then how many have one value in the first column, in the first two, and so on.
fn figures(columns: &[Option<String>], is_unique: bool) -> String {
    let mut found = ROWS;
    let mut figures = vec![ROWS];
    for column in columns {
        if column.as_deref() != Some("practice_id") {
            found = (found / VALUES).max(FOUND_MIN);
        }
        figures.push(found);
    }
    if let Some(last) = figures.last_mut().filter(|_| is_unique) {
        *last = 1;
    }
    figures.iter().map(u64::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_practice_finds_everything_and_each_column_after_it_fewer() {
        let columns = |names: &[&str]| names.iter().map(|name| Some((*name).to_owned())).collect::<Vec<_>>();
        assert_eq!(figures(&columns(&["practice_id", "group_id", "at_ms"]), false), "1000000 1000000 1000 10");
        assert_eq!(figures(&columns(&["practice_id", "id"]), true), "1000000 1000000 1");
        assert_eq!(figures(&columns(&["state", "due_at_ms"]), false), "1000000 1000 10");
    }
}
