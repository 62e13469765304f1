//! Whether a curriculum's numbers, minutes and texts agree with each other.

use super::{Checked, evidence, licence, listed, named, parse, said};
use crate::agenda::{Block, Task};
use crate::curriculum::{Curriculum, Definition, Format};
use crate::form::GroupKind;
use crate::problem::Reason;

/// Reads a curriculum. Whether the forms and skills it names exist is asked later, of the whole catalogue.
pub(super) fn read(file_name: &str, text: &str) -> Checked<Curriculum> {
    let definition: Definition = parse(text)?;
    named(file_name, &definition.id)?;
    head(&definition)?;
    evidence(&definition.evidence)?;
    numbers(&definition)?;
    meetings(&definition)?;
    if definition.kind == GroupKind::Support {
        support(&definition)?;
    }
    Ok(Curriculum(definition))
}

fn head(definition: &Definition) -> Checked {
    said([("title", definition.title.as_str()), ("summary", definition.summary.as_str())])?;
    licence(&definition.licence)?;
    listed("cautions", &definition.cautions)?;
    listed("contraindications", &definition.contraindications)?;
    listed("fidelity", &definition.fidelity)?;
    let positive =
        [("version", definition.version), ("minutes", definition.minutes), ("sessions", definition.sessions)];
    match positive.into_iter().find(|(_, number)| *number == 0) {
        Some((place, _)) => Err((place.to_owned(), Reason::Empty)),
        None => Ok(()),
    }
}

fn numbers(definition: &Definition) -> Checked {
    let count = u32::try_from(definition.agenda.len()).unwrap_or(u32::MAX);
    if definition.sessions != count {
        let expected = format!("the file has {count} sessions");
        return Err(("sessions".to_owned(), Reason::DoesNotFit { found: definition.sessions, expected }));
    }
    for (session, expected) in definition.agenda.iter().zip(1..) {
        if session.number != expected {
            return Err(("session".to_owned(), Reason::Numbering { found: session.number, expected }));
        }
    }
    let is_at_modules = definition.format == Format::OpenAtModuleStarts;
    if is_at_modules == definition.entry_sessions.is_empty() {
        let only = "\"entry_sessions\" and another format than \"open-at-module-starts\"";
        return Err(("entry_sessions".to_owned(), Reason::ExactlyOne(only)));
    }
    let afters = definition.extras.iter().map(|extra| ("extra, after_session", extra.after_session));
    let entries = definition.entry_sessions.iter().map(|number| ("entry_sessions", *number));
    for (place, found) in afters.chain(entries) {
        if found > count {
            let expected = format!("there are sessions 1 to {count}");
            return Err((place.to_owned(), Reason::DoesNotFit { found, expected }));
        }
    }
    let (size, leaders) = (definition.group_size, &definition.leaders);
    let sizes = [("group_size", [size.least, size.usual, size.most]), ("leaders", [1, leaders.least, leaders.most])];
    match sizes.into_iter().find(|(_, numbers)| numbers[0] == 0 || !numbers.is_sorted()) {
        Some((place, numbers)) => {
            let expected = "\"least\" comes first and \"most\" last".to_owned();
            Err((place.to_owned(), Reason::DoesNotFit { found: numbers[1], expected }))
        }
        None => Ok(()),
    }
}

fn meetings(definition: &Definition) -> Checked {
    for session in &definition.agenda {
        let place = format!("session, {}", session.number);
        let inside = |(inner, reason): (String, Reason)| (format!("{place}, {inner}"), reason);
        agenda(&session.blocks, definition.minutes).map_err(inside)?;
        texts(&session.title, &session.aim, &session.practice).map_err(inside)?;
        listed("fidelity", &session.fidelity).map_err(inside)?;
        listed("hand_out", &session.hand_out).map_err(inside)?;
        session.homework.iter().try_for_each(task).map_err(inside)?;
    }
    for extra in &definition.extras {
        let place = format!("extra, \"{}\"", extra.title);
        let inside = |(inner, reason): (String, Reason)| (format!("{place}, {inner}"), reason);
        agenda(&extra.blocks, extra.minutes.unwrap_or(definition.minutes)).map_err(inside)?;
        texts(&extra.title, &extra.aim, &extra.practice).map_err(inside)?;
        listed("fidelity", &extra.fidelity).map_err(inside)?;
        listed("hand_out", &extra.hand_out).map_err(inside)?;
        extra.homework.iter().try_for_each(task).map_err(inside)?;
    }
    Ok(())
}

/// The minutes of the blocks are the minutes of the session.
fn agenda(blocks: &[Block], expected: u32) -> Checked {
    for block in blocks {
        said([("block", block.title.as_str()), ("block", block.notes.as_str())])?;
        if block.minutes == 0 {
            return Err((format!("block, \"{}\", minutes", block.title), Reason::Empty));
        }
    }
    let found = blocks.iter().fold(0_u32, |sum, block| sum.saturating_add(block.minutes));
    if found == expected { Ok(()) } else { Err(("block".to_owned(), Reason::Minutes { found, expected })) }
}

fn texts(title: &str, aim: &str, practice: &str) -> Checked {
    said([("title", title), ("aim", aim), ("practice", practice)])
}

fn task(task: &Task) -> Checked {
    if task.form.is_some() == task.skill.is_some() {
        return Err(("homework".to_owned(), Reason::ExactlyOne("\"form\" and \"skill\"")));
    }
    said([("homework, instruction", task.instruction.as_str()), ("homework, obstacle", task.obstacle.as_str())])
}

/// A support group has no measures, no homework and nobody who reads sheets before the next meeting.
fn support(definition: &Definition) -> Checked {
    let refuse = |place: &str, what| Err((place.to_owned(), Reason::NotInSupport(what)));
    if definition.instruments_named().next().is_some() {
        return refuse("measure", "questionnaires");
    }
    let sessions = definition.agenda.iter().map(|session| (&session.homework, &session.gate));
    let extras = definition.extras.iter().map(|extra| (&extra.homework, &extra.gate));
    let mut all = sessions.chain(extras);
    match all.find(|(homework, gate)| !homework.is_empty() || gate.is_some()) {
        Some((_, Some(_))) => refuse("gate", "gate"),
        Some(_) => refuse("homework", "homework"),
        None => Ok(()),
    }
}
