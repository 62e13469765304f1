//! `cohesion score`: scores paper forms and research files, one JSON object a line.

use std::fmt::Display;
use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use clap::Args;
use measures::{Catalogue, error_line, score_line, score_list};

use super::say_error;

/// What to score.
#[derive(Args)]
pub(super) struct Score {
    /// The instrument, such as phq-9.
    #[arg(required_unless_present = "ndjson")]
    instrument: Option<String>,
    /// Option positions in the printed order, counted from 0 and parted by commas; null where there is no answer.
    #[arg(long, requires = "instrument", value_name = "0,1,2,…")]
    answers: Option<String>,
    /// Reads lines such as {"instrument":"phq-9","answers":[0,1,null,…]} from standard input.
    #[arg(long, conflicts_with_all = ["instrument", "answers"])]
    ndjson: bool,
}

impl Score {
    /// Prints one line for each; exit status 2 if any could not be scored.
    pub fn run(self) -> ExitCode {
        let scored = match self.instrument {
            None => score_lines(io::stdin().lock(), io::stdout().lock()),
            Some(instrument) => {
                let answers = self.answers.unwrap_or_default();
                write_scored(score_list(Catalogue::built_in(), &instrument, &answers), &mut io::stdout().lock())
            }
        };
        match scored {
            Ok(0) => ExitCode::SUCCESS,
            Ok(_) => ExitCode::from(2),
            Err(cause) => {
                say_error(&format!("The lines could not be read or written: {cause}."));
                ExitCode::FAILURE
            }
        }
    }
}

/// Scores each line and answers how many could not be scored.
fn score_lines(input: impl BufRead, output: impl Write) -> io::Result<usize> {
    let (catalogue, mut output, mut faulty) = (Catalogue::built_in(), io::BufWriter::new(output), 0);
    for line in input.lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        faulty += write_scored(score_line(catalogue, &line), &mut output)?;
    }
    output.flush()?;
    Ok(faulty)
}

/// Writes what was scored, or why it could not be, and answers how many could not: 0 or 1.
fn write_scored(scored: Result<String, impl Display>, output: &mut impl Write) -> io::Result<usize> {
    match scored {
        Ok(line) => writeln!(output, "{line}").map(|()| 0),
        Err(error) => writeln!(output, "{}", error_line(&error)).map(|()| 1),
    }
}

#[cfg(test)]
mod tests {
    use super::score_lines;

    #[test]
    fn a_faulty_line_is_said_and_the_others_are_scored() {
        let input =
            "{\"instrument\":\"phq-9\",\"answers\":[1,1,1,1,1,1,1,1,0]}\n{\"instrument\":\"phq-10\",\"answers\":[]}\n";
        let mut output = Vec::new();
        assert_eq!(score_lines(input.as_bytes(), &mut output).expect("it is written"), 1);
        let output = String::from_utf8(output).expect("it is text");
        let lines: Vec<_> = output.lines().collect();
        assert!(lines[0].contains("\"total\":8"), "{}", lines[0]);
        assert!(lines[1].starts_with("{\"error\":"), "{}", lines[1]);
    }
}
