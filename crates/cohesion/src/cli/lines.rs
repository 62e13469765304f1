//! Lines of JSON in, lines of JSON out: one answer for each line, in its order, whatever the lines before it were.

use std::io::{self, BufRead, Read, Write};

use serde_json::json;

/// What some programs write before the first line of UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Why a line has no answer.
pub(super) struct Faulty<'a> {
    /// Which line, from 1; blank ones are counted.
    pub number: usize,
    /// The sentence that says it.
    pub why: &'a str,
}

/// Answers each line and tells of those that could not be; how many there were of them. A line that cannot be read, or is
/// longer than `bytes_max`, is one of those, and the next line is answered all the same.
pub(super) fn answer_lines(
    mut input: impl BufRead,
    output: impl Write,
    bytes_max: usize,
    answer: impl Fn(&str) -> Result<String, String>,
    mut tell: impl FnMut(&Faulty<'_>),
) -> io::Result<usize> {
    let (mut output, mut faulty, mut line, mut mark) = (io::BufWriter::new(output), 0, Vec::new(), BYTE_ORDER_MARK);
    let mut number = 0;
    while next_line(&mut input, &mut line, bytes_max)? {
        let said = line.strip_prefix(mark).unwrap_or(&line).trim_ascii();
        mark = b"";
        number += 1;
        let answered = match line.len() {
            long if long > bytes_max => Err(format!("This line is longer than {bytes_max} bytes.")),
            _ if said.is_empty() => continue,
            _ => in_utf8(said).and_then(&answer),
        };
        match answered {
            Ok(answer) => writeln!(output, "{answer}")?,
            Err(why) => {
                faulty += 1;
                writeln!(output, "{}", json!({ "error": why }))?;
                tell(&Faulty { number, why: &why });
            }
        }
    }
    output.flush()?;
    Ok(faulty)
}

/// Reads a line without its end; of one that is too long only so much as shows that it is. Whether there was one.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>, bytes_max: usize) -> io::Result<bool> {
    line.clear();
    let read = input.by_ref().take(bytes_max as u64 + 1).read_until(b'\n', line)?;
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if read > bytes_max {
        input.skip_until(b'\n')?;
    }
    Ok(read > 0)
}

fn in_utf8(line: &[u8]) -> Result<&str, String> {
    str::from_utf8(line).map_err(|fault| format!("This line is not UTF-8: {fault}."))
}
