//! The notes of a session, written as a clinician writes them in the evening: the page is opened with each member's facts
//! filled in, the record and eight notes are typed and signed with one button, and the page is read again.

use super::Result;
use super::browser::{Browser, Login};
use super::desk::Desk;
use super::house::PASSPHRASE;
use super::load::{Client, Turn};
use cohesion::id::{PersonId, SessionId};
use http::StatusCode;
use std::net::SocketAddr;

/// What is observed, thought and planned of one member. Each member of a session gets another one, and the next week the
/// next one, so that no note is as good as another.
const NOTES: [[&str; 3]; 8] = [
    [
        "Brought the thought record of Tuesday, filled in to the last column. Read the balanced thought aloud and said that it sounded like somebody else at first.",
        "Catches the thought earlier than in the weeks before. Still doubts whether the new sentence counts when the old one feels truer.",
        "Two more records until the next session, one of them about the telephone.",
    ],
    [
        "Came straight from work and spoke little during the round. Opened up in pairs when the exercise turned to sleep.",
        "Tiredness covers most of what could be worked on. The wish to be left alone is a way to save strength.",
        "Fixed time to get up for seven days, light within the first half hour, no nap after lunch.",
    ],
    [
        "Reported three walks out of five that were planned, rain on the other two. Rated pleasure higher than was expected on each of them.",
        "The forecast of no pleasure was wrong three times in a row, and that was noticed without help.",
        "Adds one activity with company to the schedule and writes the forecast down beforehand.",
    ],
    [
        "Asked for time at the beginning and told of the argument with a landlord. Cried for a while, stayed in the room, drank some water.",
        "Kept to the facts when asked to and found the step where anger tipped over. Shame afterwards is the larger load.",
        "Writes the letter to the landlord in four sentences and brings it along before it is posted.",
    ],
    [
        "Had not done the homework and said so at once. Named the reason as forgetting, then as not seeing the point.",
        "Ambivalence is out in the open, which is better than politeness. Values exercise reached more than the rationale did.",
        "Chooses a task of ten minutes alone; the obstacle and the hour for it are written on the sheet.",
    ],
    [
        "Led the breathing exercise at the start. Spoke slowly and noticed own hands becoming warm.",
        "Confidence grows where a task is taken on for all. Rates confidence at seven, three weeks ago it was two.",
        "Practises the same exercise daily at the bus stop, and counts how often the stop was avoided.",
    ],
    [
        "Described a week without any contact, curtains closed. Denied thoughts of dying when asked in a quiet moment after the break.",
        "Withdrawal is back to the level of the first session. No sign of acute danger, the plan for hard hours was gone through again.",
        "Telephone call on Thursday at ten, appointment with the general practitioner before the weekend.",
    ],
    [
        "Listened for an hour, then gave a precise account of what had helped in an earlier bad spring. Laughed once.",
        "Sees own progress through telling it. Numbers say the same, though smaller.",
        "Makes a list of early signs and one of answers to them, and shows both to the sister.",
    ],
];

/// What is written about the session as a whole, without a name.
const SHARED: [&str; 4] = [
    "Catching thoughts, sixth step of the programme",
    "Thought record on paper and in pairs, breathing exercise to begin with",
    "Cognitive restructuring",
    "Review of all records next week, then behavioural experiments",
];

/// A clinician at work, then the next one.
pub struct Evening {
    browser: Browser,
    waiting: std::vec::IntoIter<Unwritten>,
}

/// A session without notes.
struct Unwritten {
    login: Login,
    session: SessionId,
    members: Vec<PersonId>,
    week: usize,
}

impl Evening {
    /// All sessions that were held, each group's in the order of its weeks.
    pub async fn begin(address: SocketAddr, desks: &[Desk]) -> Result<Self> {
        let mut browser = Browser::open(address).await?;
        let mut waiting = Vec::new();
        for desk in desks {
            let login = browser.sign_in(&desk.clinician.email, PASSPHRASE).await?;
            for circle in &desk.circles {
                let members: Vec<PersonId> = circle.members.iter().map(|member| member.id).collect();
                let held = circle.held.iter().enumerate();
                waiting.extend(held.map(|(week, session)| Unwritten {
                    login: login.clone(),
                    session: *session,
                    members: members.clone(),
                    week,
                }));
            }
        }
        Ok(Self { browser, waiting: waiting.into_iter() })
    }
}

impl Client for Evening {
    async fn act(&mut self) -> Result<Turn> {
        let Some(next) = self.waiting.next() else { return Ok(Turn::NothingLeft) };
        let (path, login) = (format!("/care/sessions/{}/notes", next.session), Some(&next.login));
        self.browser.get(&path, login).await?.expecting(StatusCode::OK, &path)?;
        self.browser.post(&path, login, next.form()).await?.expecting(StatusCode::SEE_OTHER, &path)?;
        self.browser.get(&path, login).await?.expecting(StatusCode::OK, &path)?;
        Ok(Turn::Done)
    }
}

impl Unwritten {
    /// The page's form with everything typed into it.
    fn form(&self) -> String {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("do", "sign").append_pair("shared-seen", "0").append_pair("shared-was", "nothing");
        for (at, text) in SHARED.iter().enumerate() {
            form.append_pair(&format!("shared-{at}"), text);
        }
        for (place, member) in self.members.iter().enumerate() {
            form.append_pair("member", &member.to_string());
            form.append_pair(&format!("format-{member}"), "dap");
            form.append_pair(&format!("seen-{member}"), "0").append_pair(&format!("was-{member}"), "nothing");
            for (at, text) in NOTES[(place + self.week) % NOTES.len()].iter().enumerate() {
                form.append_pair(&format!("part-{member}-{at}"), text);
            }
        }
        form.finish()
    }
}
