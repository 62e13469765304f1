//! A group's sessions: who sends word, who is there and for how long, and what is done about those who stayed away.

use jiff::civil::time;

use super::agendas;
use super::group::Circle;
use super::people::Member;
use super::plan::Which;
use crate::Result;
use crate::clock::Span;
use crate::groups::Session;
use crate::id::PersonId;
use crate::sessions::{Mark, Presence, absences, close, mark_all, open, reach_out, send_word};
use crate::work::Work;

/// An absence of the past, or one that is announced for the next session.
struct Away {
    called: &'static str,
    session: u32,
    /// What they said before; nothing where they stayed away without a word.
    said: Option<&'static str>,
    /// What was done about it, where something was asked for.
    done: &'static str,
}

const AWAY: &[Away] = &[
    Away { called: "Marek", session: 2, said: Some("Parents' evening at school."), done: "" },
    Away {
        called: "Marek",
        session: 3,
        said: None,
        done: "Rang on the same evening. He had fallen asleep after work, and was glad of the call.",
    },
    Away { called: "Lee", session: 3, said: Some("I have to work late."), done: "" },
    Away {
        called: "Marek",
        session: 4,
        said: None,
        done: "Reached him the next day. Evenings are too much beside two jobs. We looked at what else there is; he thinks it over.",
    },
    Away {
        called: "Marek",
        session: 5,
        said: Some("I have to stop. Please greet the others from me."),
        done: "He leaves. We talked it through on the phone, and the group has his greetings.",
    },
    Away {
        called: "Lee",
        session: 5,
        said: None,
        done: "Sent a message and rang. All is well, he had mixed up the days. He comes next week.",
    },
    Away { called: "Jo", session: 6, said: Some("My sister gets married on that day."), done: "" },
    Away { called: "Yusuf", session: 2, said: Some("I am down with a cold."), done: "" },
    Away {
        called: "Oisin",
        session: 3,
        said: None,
        done: "Rang. The bus had not come, and he did not want to walk in late. We said that late is always fine.",
    },
    Away { called: "Petra", session: 5, said: Some("An appointment at the heart clinic."), done: "" },
    Away { called: "Jonas", session: 4, said: Some("I am at my parents' for the week."), done: "" },
    Away { called: "Rory", session: 4, said: Some("A late shift."), done: "" },
    Away {
        called: "Rory",
        session: 5,
        said: None,
        done: "Spoke with him on the phone. The new shifts fall on every session from now on. He would rather stop than come and go.",
    },
    Away { called: "Theo", session: 6, said: None, done: "" },
];

/// Holds a session that lies behind. Of the next one there is nothing but the word of whoever cannot come.
pub(super) async fn hold(circle: &Circle<'_>, session: &Session) -> Result<()> {
    let (past, id) = (circle.past, session.id);
    if session.number <= circle.plan.held {
        past.until(session.starts_at - Span::hours(3)).await;
    }
    send_words(circle, session).await?;
    if session.number > circle.plan.held {
        return Ok(());
    }
    past.until(session.starts_at).await;
    past.act(circle.leader(), async move |work| open(work, id).await).await?;
    let marks = marks(circle, session)?;
    past.act(circle.leader(), async move |work| mark_all(work, id, &marks).await).await?;
    agendas::run(circle, session).await?;
    past.until(session.ends_at).await;
    past.act(circle.leader(), async move |work| close(work, id).await).await?;
    follow_up(circle, session).await
}

fn away(called: &str, session: &Session) -> Option<&'static Away> {
    AWAY.iter().find(|away| away.called == called && away.session == session.number)
}

async fn send_words(circle: &Circle<'_>, session: &Session) -> Result<()> {
    for member in circle.plan.members.iter().filter(|member| circle.is_here(member)) {
        let Some(said) = away(member.called, session).and_then(|away| away.said) else { continue };
        let (id, person) = (session.id, circle.past.known(member.called)?.person);
        let sending = async move |work: &mut Work<'_>| send_word(work, id, Some(said.to_owned())).await;
        circle.past.act(circle.past.signed_in(person), sending).await?;
    }
    Ok(())
}

/// Everybody but those who had sent word. A support group counts heads.
fn marks(circle: &Circle<'_>, session: &Session) -> Result<Vec<Mark>> {
    if circle.plan.which == Which::Loss {
        return Ok(Vec::new());
    }
    let here = circle.plan.members.iter().enumerate().filter(|(_, member)| circle.is_here(member));
    let unsaid = here.filter(|(_, member)| away(member.called, session).is_none_or(|away| away.said.is_none()));
    unsaid
        .map(|(place, member)| Ok(mark_of(circle.past.known(member.called)?.person, place, member, session)))
        .collect()
}

fn mark_of(person: PersonId, place: usize, member: &Member, session: &Session) -> Mark {
    let (presence, minutes, words) = match (place, session.number) {
        _ if away(member.called, session).is_some() => (Presence::AbsentSilent, 0, None),
        (6, 2 | 5) => (Presence::Late, 75, Some("The train")),
        (7, 4) => (Presence::LeftEarly, 60, Some("Had to fetch the children")),
        _ if member.called == "Rory" && session.number == 6 => (Presence::LeftEarly, 20, Some("Came to say goodbye")),
        (3, 3) => (Presence::Remote, 90, Some("By video, with a bad foot")),
        _ => (Presence::Present, 90, None),
    };
    Mark { person, presence, minutes, words: words.map(str::to_owned) }
}

/// On the next morning whoever leads reaches those who were away; what yesterday asks for is still to do.
async fn follow_up(circle: &Circle<'_>, session: &Session) -> Result<()> {
    let (past, group) = (circle.past, circle.group);
    let morning = circle.plan.day(session.number) + 1;
    if morning >= 0 || circle.plan.which == Which::Loss {
        return Ok(());
    }
    past.until(past.at(morning, time(9, 30, 0, 0))?).await;
    let mut done = Vec::new();
    for away in AWAY.iter().filter(|away| away.session == session.number && !away.done.is_empty()) {
        done.push((past.known(away.called)?.person, away.done));
    }
    let reaching = async move |work: &mut Work<'_>| {
        for absence in absences(work, group).await? {
            if let Some((_, words)) = done.iter().find(|(person, _)| *person == absence.person) {
                reach_out(work, absence.id, words).await?;
            }
        }
        Ok(())
    };
    past.act(circle.leader(), reaching).await
}
