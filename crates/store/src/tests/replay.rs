//! The same acts in the same order leave the same records and the same answers on both engines.

use super::{ADD_MARK, ADD_TALLY, DELETE_TALLY, PRACTICE, READ_MARKS, READ_TALLIES, SET_TALLY, id, open};
use crate::{Db, Engine, Error, Sql, Value, params};

const TALLIES: [&str; 5] = ["chairs", "tables", "Lamps", "ünïcode", ""];

#[tokio::test]
async fn a_log_of_acts_replayed_on_both_engines_gives_one_dump() {
    let [sqlite, postgres] = [open(Engine::Sqlite).await, open(Engine::Postgres).await];
    let [first, second] = [replay(sqlite.db()).await, replay(postgres.db()).await];
    assert!(first.iter().filter(|outcome| outcome.is_err()).count() > 50, "rules are broken often");
    assert!(first.iter().filter(|outcome| outcome.is_ok()).count() > 50, "and kept often");
    for (number, [first, second]) in first.into_iter().zip(second).map(<[_; 2]>::from).enumerate() {
        assert_eq!(of_table(first), of_table(second), "act {number}");
    }
    let dumps = [dump(sqlite.db()).await, dump(postgres.db()).await];
    assert!(dumps[0].len() > 10);
    assert!(dumps[0] == dumps[1], "{dumps:?}");
}

async fn replay(db: &Db) -> Vec<Result<u64, Error>> {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let mut outcomes = Vec::new();
    for _ in 0..400 {
        let steps: Vec<_> = (0..=chance.below(2)).map(|_| step(&mut chance)).collect();
        let act = async move |tx: &mut dyn crate::Tx| {
            let mut changed = 0;
            for (sql, params) in &steps {
                changed += tx.run(sql, params.clone()).await?;
            }
            Ok(changed)
        };
        outcomes.push(db.write(act).await);
    }
    outcomes
}

/// A row that breaks several rules of its table is refused for any one of them.
fn of_table(outcome: Result<u64, Error>) -> Result<u64, Error> {
    outcome.map_err(|error| match error {
        Error::Constraint(name) => Error::Constraint(name.split('_').next().unwrap_or_default().to_owned()),
        other => other,
    })
}

fn step(chance: &mut Chance) -> (&'static Sql, Vec<Value>) {
    let tally = TALLIES[usize::from(chance.below(5))];
    match chance.below(8) {
        0 | 1 => (&ADD_TALLY, params![PRACTICE, tally, i64::from(chance.below(9)) - 1]),
        2 | 3 => (&SET_TALLY, params![i64::from(chance.below(9)) - 1, PRACTICE, tally]),
        4 => (&DELETE_TALLY, params![PRACTICE, tally]),
        _ => {
            let place = Some(chance.below(20)).filter(|place| *place > 3);
            let words = Some(chance.below(9)).filter(|words| *words > 1).map(|words| vec![0; words.into()]);
            (&ADD_MARK, params![PRACTICE, id(chance.below(60)), tally, place, words])
        }
    }
}

async fn dump(db: &Db) -> Vec<[Value; 4]> {
    let rows = db.read(async |tx| {
        let mut dump = Vec::new();
        for mut row in tx.rows(&READ_TALLIES, params![PRACTICE]).await? {
            dump.push([row.take()?, row.take()?, Value::Null, Value::Null]);
        }
        for mut row in tx.rows(&READ_MARKS, params![PRACTICE]).await? {
            dump.push([row.take()?, row.take()?, row.take()?, row.take()?]);
        }
        Ok::<_, Error>(dump)
    });
    rows.await.unwrap()
}

/// Xorshift: the same numbers on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u16) -> u16 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u16::try_from(self.0 % u64::from(bound)).unwrap()
    }
}
