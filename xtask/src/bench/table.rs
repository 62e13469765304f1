//! Tables for a terminal: the first column to the left, all others to the right. Pure.

/// Rows of cells; the first row is the head.
pub struct Table(Vec<Vec<String>>);

impl Table {
    /// A table with this head.
    pub fn new(head: &[&str]) -> Self {
        Self(vec![head.iter().map(|cell| (*cell).to_owned()).collect()])
    }

    /// One more row; a missing cell stays empty.
    pub fn row(&mut self, cells: Vec<String>) {
        self.0.push(cells);
    }

    /// The lines of the table, with a rule under the head and no space at an end.
    pub fn lines(&self) -> Vec<String> {
        let widths = self.widths();
        let mut lines: Vec<String> = self.0.iter().map(|row| line(row, &widths)).collect();
        let rule = widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>().join("  ");
        lines.insert(1, rule);
        lines
    }

    fn widths(&self) -> Vec<usize> {
        let columns = self.0.iter().map(Vec::len).max().unwrap_or(0);
        let cells = |column: usize| self.0.iter().filter_map(move |row| row.get(column));
        (0..columns).map(|column| cells(column).map(|cell| cell.chars().count()).max().unwrap_or(0)).collect()
    }
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| match column {
        0 => format!("{cell:<width$}"),
        _ => format!("{cell:>width$}"),
    });
    cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

/// A figure with as many digits as it can be trusted for: none from a hundred on, two below ten.
pub fn number(figure: f64) -> String {
    match figure.abs() {
        large if large >= 99.95 => grouped(figure.round()),
        middle if middle >= 9.995 => format!("{figure:.1}"),
        _ => format!("{figure:.2}"),
    }
}

/// A figure that may be missing.
pub fn maybe(figure: Option<f64>) -> String {
    figure.map(number).unwrap_or_default()
}

fn grouped(whole: f64) -> String {
    let digits = format!("{whole:.0}");
    let mut said = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) && digit.is_ascii_digit() && !said.ends_with('-') {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let mut table = Table::new(&["line", "per s"]);
        table.row(vec!["10× of it".to_owned(), "9".to_owned()]);
        table.row(vec!["a".to_owned()]);
        assert_eq!(table.lines(), ["line       per s", "─────────  ─────", "10× of it      9", "a"]);
    }

    #[test]
    fn a_figure_has_no_more_digits_than_it_is_worth() {
        let cases = [
            (0.0, "0.00"),
            (0.123, "0.12"),
            (9.994, "9.99"),
            (9.996, "10.0"),
            (12.34, "12.3"),
            (99.96, "100"),
            (999.4, "999"),
            (1_234.5, "1,235"),
            (12_345_678.0, "12,345,678"),
            (-123.0, "-123"),
            (-1_234.0, "-1,234"),
        ];
        for (figure, expected) in cases {
            assert_eq!(number(figure), expected);
        }
        assert_eq!(maybe(None), "");
    }
}
