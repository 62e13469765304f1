//! `cohesion score`: scores paper forms and research files, one JSON object a line.

use std::fmt::Display;
use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use clap::Args;
use measures::{Catalogue, error_line, score_line, score_list};

use super::lines::answer_lines;
use super::say_error;

/// Bytes of one line: the longest questionnaire, answered in words, stays far below.
const LINE_BYTES_MAX: usize = 65_536;

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
    let score = |line: &str| score_line(Catalogue::built_in(), line).map_err(|fault| fault.to_string());
    answer_lines(input, output, LINE_BYTES_MAX, score, |_| ())
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
    use super::{LINE_BYTES_MAX, score_lines};

    const SOUND: &str = "{\"instrument\":\"phq-9\",\"answers\":[1,1,1,1,1,1,1,1,0]}";

    fn scored(input: &[u8]) -> (usize, Vec<String>) {
        let mut output = Vec::new();
        let faulty = score_lines(input, &mut output).expect("it is written");
        (faulty, String::from_utf8(output).expect("it is text").lines().map(str::to_owned).collect())
    }

    #[test]
    fn a_faulty_line_is_said_and_the_others_are_scored() {
        let long = "x".repeat(LINE_BYTES_MAX + 1);
        let unknown = "{\"instrument\":\"phq-10\",\"answers\":[]}";
        for (faulty, said) in [
            (unknown.as_bytes(), "phq-10"),
            (b"\xff\xfe".as_slice(), "not UTF-8"),
            (long.as_bytes(), "longer than 65536 bytes"),
        ] {
            let (count, lines) = scored(&[SOUND.as_bytes(), faulty, SOUND.as_bytes()].join(&b'\n'));
            assert_eq!((count, lines.len()), (1, 3), "{lines:?}");
            assert!(lines[0].contains("\"total\":8") && lines[2] == lines[0], "{lines:?}");
            assert!(lines[1].starts_with("{\"error\":") && lines[1].contains(said), "{}", lines[1]);
        }
    }

    #[test]
    fn a_mark_before_the_first_line_and_ends_of_another_system_are_no_fault() {
        let input = format!("\u{feff}{SOUND}\r\n\r\n{SOUND}\r\n");
        assert_eq!(scored(input.as_bytes()).0, 0);
        assert_eq!(scored(input.as_bytes()).1.len(), 2);
        assert_eq!(scored(b""), (0, Vec::new()));
    }

    #[test]
    fn a_line_may_be_as_long_as_it_says_and_its_end_is_not_counted() {
        let padded = format!("{SOUND}{}", " ".repeat(LINE_BYTES_MAX - SOUND.len()));
        assert_eq!(scored(format!("{padded}\n{SOUND}").as_bytes()), scored(format!("{SOUND}\n{SOUND}").as_bytes()));
    }
}
