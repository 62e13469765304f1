//! `cohesion score`: scores paper forms and research files, one JSON object a line.

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use clap::Args;
use measures::{Catalogue, error_line, score_line};

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
                let line = format!("{{\"instrument\":{},\"answers\":[{answers}]}}", serde_json::json!(instrument));
                score_lines(line.as_bytes(), io::stdout().lock())
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
        match score_line(catalogue, &line) {
            Ok(scored) => writeln!(output, "{scored}")?,
            Err(error) => {
                faulty += 1;
                writeln!(output, "{}", error_line(&error))?;
            }
        }
    }
    output.flush()?;
    Ok(faulty)
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
