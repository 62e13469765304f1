//! A field as it is written: one kind, and only the attributes that the kind has.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Checked, said, spelled, unique};
use crate::field::{
    Choice, Condition, Field, Kind, LONG_TEXT_CHARS_MAX, Need, OWN_NAME, OWN_ROWS_MAX, OwnWords, ROWS_MAX, Row,
    RowOrder, TEXT_CHARS_MAX,
};
use crate::problem::Reason;

/// The lists of options of a file, by id.
pub(super) type Lists = BTreeMap<String, Vec<Choice>>;

/// The most options or rows: a page of them.
const OPTIONS_MAX: usize = 60;

/// The largest number that a field may ask for, either way.
const AMOUNT_MAX: f64 = 1_000_000.0;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawField {
    id: String,
    label: String,
    hint: Option<String>,
    kind: String,
    #[serde(default)]
    needed: bool,
    only_if: Option<Condition>,
    length_chars_max: Option<usize>,
    unit: Option<String>,
    from: Option<f64>,
    to: Option<f64>,
    low: Option<String>,
    high: Option<String>,
    options: Option<Vec<Choice>>,
    list: Option<String>,
    own_words: Option<bool>,
    columns: Option<Vec<Self>>,
    rows_max: Option<usize>,
    row_name: Option<String>,
    ordered: Option<bool>,
    rows: Option<Vec<Row>>,
    own_rows: Option<usize>,
    from_hour: Option<u8>,
    to_hour: Option<u8>,
}

/// Each kind with the attributes it needs and those it may have.
const KINDS: [(&str, &[&str], &[&str]); 14] = [
    ("text", &[], &["length_chars_max"]),
    ("long_text", &[], &["length_chars_max"]),
    ("number", &["unit", "from", "to"], &[]),
    ("scale", &["from", "to", "low", "high"], &[]),
    ("percent", &[], &[]),
    ("date", &[], &[]),
    ("time", &[], &[]),
    ("phone", &[], &[]),
    ("yes_no", &[], &[]),
    ("one_of", &[], &["options", "list", "own_words"]),
    ("any_of", &[], &["options", "list", "own_words"]),
    ("list", &["columns", "row_name"], &["rows_max", "ordered"]),
    ("matrix", &["columns", "rows"], &["own_rows"]),
    ("grid", &["columns", "from_hour", "to_hour"], &[]),
];

impl RawField {
    /// The field, or what is wrong with it inside `place`.
    pub(super) fn field(self, place: &str, lists: &Lists) -> Checked<Field> {
        let place = format!("{place}, \"{}\"", self.id);
        spelled(&place, &self.id, '_')?;
        said([(place.as_str(), self.label.as_str()), (place.as_str(), self.hint.as_deref().unwrap_or("none"))])?;
        self.has_what_its_kind_has(&place)?;
        let need = if self.needed { Need::Needed } else { Need::Optional };
        let (id, label, hint, only_if) = (self.id.clone(), self.label.clone(), self.hint.clone(), self.only_if.clone());
        Ok(Field { id, label, hint, need, only_if, kind: self.kind(&place, lists)? })
    }

    fn has_what_its_kind_has(&self, place: &str) -> Checked {
        let known = KINDS.iter().find(|(kind, ..)| *kind == self.kind);
        let Some((kind, needs, may)) = known else {
            return Err((place.to_owned(), Reason::Unknown { kind: "kind of field", name: self.kind.clone() }));
        };
        let given = self.given();
        if let Some(attribute) = needs.iter().find(|attribute| !given.contains(attribute)) {
            return Err((place.to_owned(), Reason::Lacks { kind, attribute }));
        }
        match given.iter().find(|attribute| !needs.contains(attribute) && !may.contains(attribute)) {
            Some(attribute) => Err((place.to_owned(), Reason::HasNo { kind, attribute })),
            None => Ok(()),
        }
    }

    fn given(&self) -> Vec<&'static str> {
        let all = [
            ("length_chars_max", self.length_chars_max.is_some()),
            ("unit", self.unit.is_some()),
            ("from", self.from.is_some()),
            ("to", self.to.is_some()),
            ("low", self.low.is_some()),
            ("high", self.high.is_some()),
            ("options", self.options.is_some()),
            ("list", self.list.is_some()),
            ("own_words", self.own_words.is_some()),
            ("columns", self.columns.is_some()),
            ("rows_max", self.rows_max.is_some()),
            ("row_name", self.row_name.is_some()),
            ("ordered", self.ordered.is_some()),
            ("rows", self.rows.is_some()),
            ("own_rows", self.own_rows.is_some()),
            ("from_hour", self.from_hour.is_some()),
            ("to_hour", self.to_hour.is_some()),
        ];
        all.into_iter().filter_map(|(attribute, is_given)| is_given.then_some(attribute)).collect()
    }

    fn kind(mut self, place: &str, lists: &Lists) -> Checked<Kind> {
        let own_words = if self.own_words == Some(true) { OwnWords::Yes } else { OwnWords::No };
        let kind = self.kind.clone();
        Ok(match kind.as_str() {
            "text" => Kind::Text { length_chars_max: self.length(place, TEXT_CHARS_MAX)? },
            "long_text" => Kind::LongText { length_chars_max: self.length(place, LONG_TEXT_CHARS_MAX)? },
            "number" => {
                let (from, to) = self.range(place)?;
                Kind::Number { unit: self.unit.unwrap_or_default(), from, to }
            }
            "scale" => self.scale(place)?,
            "percent" => Kind::Percent,
            "date" => Kind::Date,
            "time" => Kind::Time,
            "phone" => Kind::Phone,
            "yes_no" => Kind::YesNo,
            "one_of" => Kind::OneOf { options: self.options(place, lists)?, own_words },
            "any_of" => Kind::AnyOf { options: self.options(place, lists)?, own_words },
            "list" => self.list(place, lists)?,
            "matrix" => self.matrix(place, lists)?,
            _ => self.grid(place, lists)?,
        })
    }

    fn length(&self, place: &str, most: usize) -> Checked<usize> {
        match self.length_chars_max.unwrap_or(most) {
            0 => Err((place.to_owned(), Reason::Range)),
            found if found > most => Err((place.to_owned(), Reason::TooMany { found, most })),
            fits => Ok(fits),
        }
    }

    fn range(&self, place: &str) -> Checked<(f64, f64)> {
        let (from, to) = (self.from.unwrap_or_default(), self.to.unwrap_or_default());
        let fits = from < to && from >= -AMOUNT_MAX && to <= AMOUNT_MAX;
        if fits { Ok((from, to)) } else { Err((place.to_owned(), Reason::Range)) }
    }

    fn scale(self, place: &str) -> Checked<Kind> {
        let (from, to) = self.range(place)?;
        let (low, high) = (self.low.unwrap_or_default(), self.high.unwrap_or_default());
        said([(place, low.as_str()), (place, high.as_str())])?;
        match (whole(from), whole(to)) {
            (Some(from), Some(to)) => Ok(Kind::Scale { from, to, low, high }),
            _ => Err((place.to_owned(), Reason::Range)),
        }
    }

    fn options(&mut self, place: &str, lists: &Lists) -> Checked<Vec<Choice>> {
        let options = match (self.options.take(), self.list.take()) {
            (Some(options), None) => options,
            (None, Some(name)) => lists
                .get(&name)
                .cloned()
                .ok_or_else(|| (place.to_owned(), Reason::Unknown { kind: "list in this file", name }))?,
            _ => return Err((place.to_owned(), Reason::ExactlyOne("\"options\" and \"list\""))),
        };
        bounded(place, options.len(), OPTIONS_MAX)?;
        unique(place, options.iter().map(|option| option.id.as_str()))?;
        said(options.iter().map(|option| (place, option.label.as_str())))?;
        let lost = options.iter().filter_map(|option| option.part_of.as_ref());
        match lost.into_iter().find(|wider| !options.iter().any(|option| option.id == **wider)) {
            Some(name) => Err((place.to_owned(), Reason::Unknown { kind: "option", name: name.clone() })),
            None => Ok(options),
        }
    }

    fn list(mut self, place: &str, lists: &Lists) -> Checked<Kind> {
        let rows_max = self.rows_max.unwrap_or(ROWS_MAX);
        bounded(place, rows_max, ROWS_MAX)?;
        let order = if self.ordered == Some(true) { RowOrder::Meant } else { RowOrder::Free };
        let row_name = self.row_name.take().unwrap_or_default();
        said([(place, row_name.as_str())])?;
        Ok(Kind::List { columns: self.columns(place, lists)?, rows_max, row_name, order })
    }

    fn matrix(mut self, place: &str, lists: &Lists) -> Checked<Kind> {
        let (rows, own_rows) = (self.rows.take().unwrap_or_default(), self.own_rows.unwrap_or(0));
        let columns = self.columns(place, lists)?;
        bounded(place, rows.len(), OPTIONS_MAX)?;
        if own_rows > OWN_ROWS_MAX {
            return Err((place.to_owned(), Reason::TooMany { found: own_rows, most: OWN_ROWS_MAX }));
        }
        unique(place, rows.iter().map(|row| row.id.as_str()))?;
        said(rows.iter().map(|row| (place, row.label.as_str())))?;
        for row in &rows {
            spelled(place, &row.id, '_')?;
            if let Some(name) = row.needed.iter().find(|name| !columns.iter().any(|column| column.id == **name)) {
                return Err((place.to_owned(), Reason::Unknown { kind: "column", name: name.clone() }));
            }
        }
        if own_rows > 0 && columns.iter().any(|column| column.id == OWN_NAME) {
            return Err((place.to_owned(), Reason::Twice(OWN_NAME.to_owned())));
        }
        Ok(Kind::Matrix { rows, columns, own_rows })
    }

    fn grid(mut self, place: &str, lists: &Lists) -> Checked<Kind> {
        let (from_hour, to_hour) = (self.from_hour.unwrap_or_default(), self.to_hour.unwrap_or_default());
        if from_hour >= to_hour || to_hour > 23 {
            return Err((place.to_owned(), Reason::Range));
        }
        Ok(Kind::Grid { columns: self.columns(place, lists)?, from_hour, to_hour })
    }

    fn columns(&mut self, place: &str, lists: &Lists) -> Checked<Vec<Field>> {
        let raw = self.columns.take().unwrap_or_default();
        let columns: Vec<Field> = raw.into_iter().map(|column| column.field(place, lists)).collect::<Result<_, _>>()?;
        bounded(place, columns.len(), OPTIONS_MAX)?;
        unique(place, columns.iter().map(|column| column.id.as_str()))?;
        let is_nested = |column: &Field| !column.kind.columns().is_empty() || column.only_if.is_some();
        if columns.iter().any(is_nested) { Err((place.to_owned(), Reason::Nested)) } else { Ok(columns) }
    }
}

fn bounded(place: &str, found: usize, most: usize) -> Checked {
    match found {
        0 => Err((place.to_owned(), Reason::Empty)),
        found if found > most => Err((place.to_owned(), Reason::TooMany { found, most })),
        _ => Ok(()),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "only whole numbers within AMOUNT_MAX come through")]
fn whole(number: f64) -> Option<i32> {
    (number.fract() == 0.0).then_some(number as i32)
}
