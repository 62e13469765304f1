//! Values come back as they went in, and never show themselves.

use super::{ADD_MARK, ADD_TALLY, PRACTICE, READ_MARK, READ_TALLIES, READ_TALLY, add, id, open};
use crate::{Engine, Error, FromValue, Row, Value, params};

crate::on_both_engines!(
    values_come_back_as_they_went_in,
    text_is_ordered_by_its_bytes,
    a_text_with_a_nul_is_refused,
    a_column_of_another_kind_is_damage_with_a_place,
);

async fn values_come_back_as_they_went_in(engine: Engine) {
    let test = open(engine).await;
    for (number, total) in (0..).zip([0, 1, i64::MAX]) {
        let name = format!("ünïcode ✓ {number}");
        let kept = test.db().write(async move |tx| {
            tx.run(&ADD_TALLY, params![PRACTICE, name.as_str(), total]).await?;
            tx.one(&READ_TALLY, params![PRACTICE, name.as_str()]).await?.take::<i64>()
        });
        assert_eq!(kept.await, Ok(total));
    }
    let marks = [0, 2, 15, 16, 17, 2_000].map(|length| Some(vec![0xA5; length]));
    for (number, words) in (0..).zip([None].into_iter().chain(marks)) {
        let sent = words.clone();
        let added = test.db().write(async move |tx| {
            tx.run(&ADD_MARK, params![PRACTICE, id(number), "ünïcode ✓ 0", i64::from(number) - 2, sent.clone()]).await
        });
        added.await.unwrap();
        let read = test.db().read(async move |tx| {
            let mut row = tx.one(&READ_MARK, params![PRACTICE, id(number)]).await?;
            Ok::<_, Error>((row.take::<[u8; 16]>()?, row.take::<String>()?, row.take::<Option<i64>>()?, row.take()?))
        });
        assert_eq!(read.await, Ok((id(number), "ünïcode ✓ 0".to_owned(), Some(i64::from(number) - 2), words)));
    }
}

async fn text_is_ordered_by_its_bytes(engine: Engine) {
    let test = open(engine).await;
    for name in ["b", "Ä", "a", "B", "ä", "a b", "_"] {
        add(test.db(), name, 0).await.unwrap();
    }
    let rows = test.db().read(async |tx| tx.rows(&READ_TALLIES, params![PRACTICE]).await).await.unwrap();
    let names: Vec<String> = rows.into_iter().map(|mut row| row.take().unwrap()).collect();
    assert_eq!(names, ["B", "_", "a", "a b", "b", "Ä", "ä"]);
}

async fn a_text_with_a_nul_is_refused(engine: Engine) {
    let test = open(engine).await;
    assert!(matches!(add(test.db(), "a\0b", 0).await, Err(Error::Bug(_))));
}

async fn a_column_of_another_kind_is_damage_with_a_place(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "chairs", 7).await.unwrap();
    let row = || test.db().read(async |tx| tx.one(&READ_TALLIES, params![PRACTICE]).await);
    let mut row_of_kinds: Row = row().await.unwrap();
    let sentence = "column 1 of `store::tests::READ_TALLIES` holds a text of 6 bytes where i64 belongs".to_owned();
    assert_eq!(row_of_kinds.take::<i64>(), Err(Error::Corrupt(sentence)));
    let mut row = row().await.unwrap();
    row.take::<String>().unwrap();
    assert!(matches!(row.take::<bool>(), Err(Error::Corrupt(_))), "7 is neither yes nor no");
    assert!(matches!(row.take::<Value>(), Err(Error::Bug(_))), "there is no third column");
}

#[test]
fn a_value_says_its_kind_and_never_its_content() {
    let shown = format!("{:?}", params!["Ada Lovelace", 42, b"1815", b"a private secret", None::<i64>]);
    assert_eq!(shown, "[a text of 12 bytes, a number, 4 bytes, 16 bytes, null]");
}

#[test]
fn a_value_is_taken_only_as_what_it_is() {
    assert_eq!(u32::from_value(Value::Int(-1)), Err(Value::Int(-1)));
    assert_eq!(u8::from_value(Value::Int(255)), Ok(255));
    assert_eq!(bool::from_value(Value::from(true)), Ok(true));
    assert_eq!(<[u8; 3]>::from_value(Value::from(b"abc")), Ok(*b"abc"));
    assert_eq!(<[u8; 16]>::from_value(Value::from(b"abc")), Err(Value::from(b"abc")));
    assert_eq!(<[u8; 16]>::from_value(Value::from(vec![7; 16])), Ok([7; 16]));
    assert_eq!(Vec::from_value(Value::from([7; 16])), Ok(vec![7; 16]));
    assert_eq!(<[u8; 3]>::from_value(Value::from([7; 16])), Err(Value::from([7; 16])));
    assert_eq!(Option::<String>::from_value(Value::Null), Ok(None));
    assert_eq!(Option::<String>::from_value(Value::Int(1)), Err(Value::Int(1)));
    assert_eq!(String::from_value(Value::Null), Err(Value::Null));
}
