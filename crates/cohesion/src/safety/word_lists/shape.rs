//! Ways to be reached, by their shape: addresses, links, handles and numbers to call.

/// Digits from which on a row of them is a number to call.
const DIGITS_MIN: usize = 9;
/// The same where it begins as such numbers do.
const DIGITS_MIN_DIALLED: usize = 7;

/// Every way to be reached in a text, as it was typed. `names` are those that can be called with an `@`.
pub fn ways_to_be_reached(text: &str, names: &[String]) -> Vec<String> {
    let words = text.split_whitespace().map(|word| word.trim_matches(|sign: char| "()[]<>,;:.!?\"“”".contains(sign)));
    let mut found: Vec<String> = words.filter(|word| is_link(word) || is_address(word)).map(str::to_owned).collect();
    found.extend(handles(text, names));
    found.extend(numbers(text));
    found
}

fn is_link(word: &str) -> bool {
    let word = word.to_lowercase();
    word.contains("://") || word.starts_with("www.")
}

fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
}

/// What begins with an `@` and is no name of the thread.
fn handles(text: &str, names: &[String]) -> Vec<String> {
    let starts =
        text.match_indices('@').filter(|(at, _)| text[..*at].chars().last().is_none_or(|sign| !sign.is_alphanumeric()));
    let rest =
        starts.map(|(at, _)| &text[at + 1..]).filter(|rest| !names.iter().any(|name| rest.starts_with(name.as_str())));
    let handle = |rest: &str| {
        rest.chars().take_while(|sign| sign.is_alphanumeric() || "_.-".contains(*sign)).collect::<String>()
    };
    rest.map(handle).filter(|handle| handle.chars().count() >= 3).map(|handle| format!("@{handle}")).collect()
}

/// Rows of digits with what stands between them in a number to call. Days and years are none.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let is_part = |sign: char| sign.is_ascii_digit() || " -./()+".contains(sign);
    for row in text.split(|sign| !is_part(sign)) {
        let row = row.trim_matches(|sign: char| !sign.is_ascii_digit() && sign != '+');
        let digits = row.chars().filter(char::is_ascii_digit).count();
        let enough = if row.starts_with(['+', '0']) { DIGITS_MIN_DIALLED } else { DIGITS_MIN };
        if digits >= enough && !is_day(row) {
            found.push(row.to_owned());
        }
    }
    found
}

/// Whether it is a day such as 01.11.2026, 1/11/26 or 2026-11-01.
fn is_day(row: &str) -> bool {
    let parts: Vec<&str> = row.split(['.', '/', '-']).collect();
    let [first, second, third] = parts.as_slice() else { return false };
    let is_short = |part: &str| (1..=2).contains(&part.len());
    let is_year = |part: &str| part.len() == 2 || part.len() == 4;
    is_short(second) && ((is_short(first) && is_year(third)) || (first.len() == 4 && is_short(third)))
}
