//! Whether a file's rules agree with its items and with each other.

use std::ops::RangeInclusive;

use crate::instrument::{Band, Definition, Scale};
use crate::load::{Checked, VALUE_MAX, known_items, unique};
use crate::problem::Problem;
use crate::rules::{Count, Reliable};

/// Codes carry a fitting check digit and a name, and the panel's code stands on no total.
pub(crate) fn loinc(definition: &Definition) -> Checked {
    let form = definition.loinc.as_ref();
    let named = form
        .into_iter()
        .flat_map(|form| [form.panel.as_ref(), form.total.as_ref()])
        .chain(definition.items.iter().map(|item| item.loinc.as_ref()))
        .chain(definition.extras.iter().map(|extra| extra.loinc.as_ref()));
    for code in named.flatten() {
        fits(&code.code)?;
        if code.display.trim().is_empty() {
            return Err((format!("loinc, \"{}\"", code.code), Problem::Empty));
        }
    }
    for answer in definition.option_sets.iter().flat_map(|set| &set.options).filter_map(|option| option.loinc.as_ref())
    {
        let shaped = answer.strip_prefix("LA").and_then(|code| code.split_once('-'));
        if !shaped.is_some_and(|(digits, check)| digits.parse::<u32>().is_ok() && check.len() == 1) {
            return Err(("loinc".to_owned(), Problem::AnswerCode(answer.clone())));
        }
    }
    match form.and_then(|form| form.total.as_ref().zip(form.panel.as_ref())) {
        Some((total, panel)) if total.code == panel.code => {
            Err(("loinc".to_owned(), Problem::PanelOnTotal(total.code.clone())))
        }
        _ => Ok(()),
    }
}

/// Skips and gates name items that exist, and hang on items that can count 0.
pub(crate) fn skips(definition: &Definition) -> Checked {
    for skip in &definition.skips {
        known_items(definition, "skips, when_zero", &skip.when_zero)?;
        known_items(definition, "skips, items", &skip.items)?;
        if skip.when_zero.is_empty() || skip.items.is_empty() {
            return Err(("skips".to_owned(), Problem::Empty));
        }
        let never_zero = |id: &&String| !definition.values_of(id).any(|value| value == 0);
        if let Some(id) = skip.when_zero.iter().find(never_zero) {
            return Err(("skips".to_owned(), Problem::NeverZero(id.clone())));
        }
    }
    Ok(())
}

/// Scales use items that exist, pro-rate within reason, and have bands without gap or overlap.
pub(crate) fn scales(definition: &Definition) -> Checked {
    if let Some(total) = &definition.total {
        scale(definition, total, "")?;
    }
    unique("subscales", definition.subscales.iter().map(|part| part.id.as_str()))?;
    for part in &definition.subscales {
        scale(definition, &part.scale, &format!("subscales, \"{}\", ", part.id))?;
    }
    Ok(())
}

/// Criteria have a name of their own, say one thing, and lean only on what stands before them.
pub(crate) fn criteria(definition: &Definition) -> Checked {
    let names = definition
        .criteria
        .iter()
        .map(|criterion| &criterion.id)
        .chain(definition.cutoffs.iter().map(|cutoff| &cutoff.id));
    unique("criteria", names.map(String::as_str))?;
    for (index, criterion) in definition.criteria.iter().enumerate() {
        let place = format!("criteria, \"{}\"", criterion.id);
        if criterion.count.is_some() != criterion.all_of.is_empty() {
            return Err((place, Problem::ExactlyOne("\"count\" and \"all_of\"")));
        }
        if criterion.source.trim().is_empty() || criterion.meaning.trim().is_empty() {
            return Err((place, Problem::Empty));
        }
        let earlier = &definition.criteria[..index];
        if let Some(name) = criterion.all_of.iter().find(|name| !earlier.iter().any(|other| other.id == **name)) {
            return Err((place, Problem::Unknown { kind: "earlier criterion", name: name.clone() }));
        }
        if let Some(rule) = &criterion.count {
            count(definition, &place, rule)?;
        }
    }
    Ok(())
}

/// Cut-offs lie within the total, have one limit and a source.
pub(crate) fn cutoffs(definition: &Definition) -> Checked {
    for cutoff in &definition.cutoffs {
        let place = format!("cutoffs, \"{}\"", cutoff.id);
        let range = total_range(definition, &place)?;
        let (Some(limit), true) =
            (cutoff.at_least.or(cutoff.at_most), cutoff.at_least.is_none() || cutoff.at_most.is_none())
        else {
            return Err((place, Problem::ExactlyOne("\"at_least\" and \"at_most\"")));
        };
        within(&place, f64::from(limit), &range)?;
        if cutoff.source.trim().is_empty() || cutoff.meaning.trim().is_empty() {
            return Err((place, Problem::Empty));
        }
    }
    Ok(())
}

/// Signals watch items that exist, at values they can reach.
pub(crate) fn signals(definition: &Definition) -> Checked {
    unique("signals", definition.signals.iter().map(|rule| rule.id.as_str()))?;
    for rule in &definition.signals {
        let place = format!("signals, \"{}\"", rule.id);
        known_items(definition, &place, std::slice::from_ref(&rule.item))?;
        within(&place, f64::from(rule.value_at_least), &definition.range_of(std::slice::from_ref(&rule.item)))?;
    }
    Ok(())
}

/// Change rules stand on a total with a direction and name their source.
pub(crate) fn change(definition: &Definition) -> Checked {
    for point in &definition.course {
        let range = total_range(definition, "course")?;
        within("course", f64::from(point.from), &range)?;
    }
    let Some(rules) = &definition.change else { return Ok(()) };
    let range = total_range(definition, "change")?;
    if definition.direction.is_none() {
        return Err(("change".to_owned(), Problem::NoDirection));
    }
    if let Some(clinical) = &rules.clinical {
        within("change, clinical", clinical.from, &range)?;
        if clinical.source.trim().is_empty() {
            return Err(("change, clinical".to_owned(), Problem::Empty));
        }
    }
    rules.reliable.as_ref().map_or(Ok(()), |rule| reliable(rule, &range))
}

fn fits(code: &str) -> Checked {
    let refused = || ("loinc".to_owned(), Problem::CheckDigit(code.to_owned()));
    let (digits, check) = code.split_once('-').ok_or_else(refused)?;
    // Mod 10 (Luhn), as LOINC's guide gives it: from the right, every second digit doubled, starting with the first.
    let sum: Option<u32> = digits
        .chars()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            digit.to_digit(10).map(|digit| if place % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit })
        })
        .sum();
    let expected = sum.filter(|_| !digits.is_empty()).map(|sum| (10 - sum % 10) % 10);
    if expected.is_some_and(|expected| check == expected.to_string()) { Ok(()) } else { Err(refused()) }
}

fn scale(definition: &Definition, scale: &Scale, inside: &str) -> Checked {
    known_items(definition, &format!("{inside}items"), &scale.items)?;
    unique(&format!("{inside}items"), scale.items.iter().map(String::as_str))?;
    if definition.scale_items(scale).is_empty() {
        return Err((format!("{inside}items"), Problem::Empty));
    }
    within(&format!("{inside}multiplier"), f64::from(scale.multiplier), &(1..=VALUE_MAX))?;
    if let Some(rule) = &scale.missing {
        let place = format!("{inside}missing");
        let items = definition.scale_items(scale).len();
        known_items(definition, &place, &rule.only)?;
        if rule.min_answered == 0 || rule.min_answered > items {
            return Err((place, Problem::Prorating { asked: rule.min_answered, items }));
        }
    }
    if !scale.bands.is_empty() && scale.bands_source.as_ref().is_none_or(|source| source.trim().is_empty()) {
        return Err((format!("{inside}bands_source"), Problem::Empty));
    }
    bands(&scale.bands, &definition.scale_range(scale)).map_err(|problem| (format!("{inside}bands"), problem))
}

fn bands(bands: &[Band], range: &RangeInclusive<i32>) -> Result<(), Problem> {
    let (Some(first), Some(last)) = (bands.first(), bands.last()) else { return Ok(()) };
    if let Some(band) = bands.iter().find(|band| band.to < band.from) {
        return Err(Problem::Backwards(band.name.clone()));
    }
    if bands.iter().any(|band| band.name.trim().is_empty() || band.member.trim().is_empty()) {
        return Err(Problem::Empty);
    }
    if first.from != *range.start() {
        return Err(Problem::WrongStart { lowest: *range.start(), name: first.name.clone(), from: first.from });
    }
    for (lower, upper) in bands.iter().zip(bands.iter().skip(1)) {
        let (first, second) = (lower.name.clone(), upper.name.clone());
        if upper.from <= lower.to {
            return Err(Problem::Overlap { score: upper.from, first, second });
        }
        if upper.from > lower.to + 1 {
            return Err(Problem::Gap { score: lower.to + 1, first, second });
        }
    }
    if last.to != *range.end() {
        return Err(Problem::WrongEnd { highest: *range.end(), name: last.name.clone(), to: last.to });
    }
    Ok(())
}

fn count(definition: &Definition, place: &str, rule: &Count) -> Checked {
    known_items(definition, place, &rule.items)?;
    if rule.items_at_least == 0 || rule.items_at_least > rule.items.len() {
        return Err((place.to_owned(), Problem::Prorating { asked: rule.items_at_least, items: rule.items.len() }));
    }
    within(place, f64::from(rule.value_at_least), &definition.range_of(&rule.items))
}

fn reliable(rule: &Reliable, range: &RangeInclusive<i32>) -> Checked {
    let place = "change, reliable";
    if rule.source.trim().is_empty() {
        return Err((place.to_owned(), Problem::Empty));
    }
    let width = range.end() - range.start();
    match (rule.points, rule.sd, rule.r) {
        (Some(points), None, None) => within(place, points, &(1..=width)),
        (None, Some(sd), Some(r)) => {
            within(place, sd, &(0..=width))?;
            within(place, r, &(0..=1))
        }
        _ => Err((place.to_owned(), Problem::ExactlyOne("\"points\" and \"sd\" with \"r\""))),
    }
}

fn total_range(definition: &Definition, place: &str) -> Result<RangeInclusive<i32>, (String, Problem)> {
    definition.total_range().ok_or_else(|| (place.to_owned(), Problem::NoTotal))
}

fn within(place: &str, value: f64, range: &RangeInclusive<i32>) -> Checked {
    let (lowest, highest) = (*range.start(), *range.end());
    if value >= f64::from(lowest) && value <= f64::from(highest) {
        return Ok(());
    }
    Err((place.to_owned(), Problem::OutOfRange { value: value.to_string(), lowest, highest }))
}
