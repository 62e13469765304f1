//! What the demo's people write on their worksheets, all of it invented, and what Mara answers.

use jiff::civil::{Time, time};
use techniques::Audience;

/// A worksheet that somebody fills in for homework, or why they do not.
pub(super) struct Filled {
    pub called: &'static str,
    /// The session after which it was set.
    pub after: u32,
    /// Days after that session.
    pub days_later: i64,
    pub at: Time,
    pub audience: Audience,
    /// What is typed; nothing where it is not done this time.
    pub typed: &'static [(&'static str, &'static str)],
    /// It is begun and not finished.
    pub is_draft: bool,
    pub in_the_way: &'static str,
    /// The page that Mara answers, and her words; none where she does not.
    pub answer_to: &'static str,
    pub answer: &'static str,
}

const NOTHING: Filled = Filled {
    called: "",
    after: 0,
    days_later: 2,
    at: time(20, 30, 0, 0),
    audience: Audience::Leader,
    typed: &[],
    is_draft: false,
    in_the_way: "",
    answer_to: "",
    answer: "",
};

pub(super) const RECORDS: &[Filled] = &[
    Filled {
        called: "Sam",
        after: 1,
        days_later: 5,
        typed: &[
            ("week.mon-08.activity", "Stayed in bed"),
            ("week.mon-08.mood", "2"),
            ("week.mon-18.activity", "Walked to the canal and back"),
            ("week.mon-18.mood", "4"),
            ("week.wed-12.activity", "Lunch with Dan from work"),
            ("week.wed-12.mood", "5"),
            ("week.sat-16.activity", "Watched the football in the park"),
            ("week.sat-16.mood", "6"),
            ("lifted", "Being outside, even when I did not want to go."),
        ],
        answer_to: "noticing",
        answer: "You went although you did not want to, and the number moved. That is what we are looking for.",
        ..NOTHING
    },
    Filled {
        called: "Sam",
        after: 2,
        days_later: 6,
        typed: &[
            ("week.tue-09.activity", "Up before nine, breakfast at the table"),
            ("week.tue-09.mood", "4"),
            ("week.thu-19.activity", "Rang my sister"),
            ("week.thu-19.mood", "6"),
            ("lifted", "Rita's voice. Mornings when I do not check the phone first."),
            ("next_week", "The canal on two mornings"),
        ],
        ..NOTHING
    },
    Filled {
        called: "Sam",
        after: 4,
        days_later: 4,
        at: time(21, 10, 0, 0),
        typed: &[
            ("situation", "Sunday evening, at home. I had written to a friend at noon. At nine there was no answer."),
            ("emotions.0.name", "Sad"),
            ("emotions.0.strength", "80"),
            ("emotions.1.name", "Uneasy"),
            ("emotions.1.strength", "60"),
            ("thoughts.0.text", "She is tired of me. I am too much for people."),
            ("thoughts.0.belief", "80"),
            ("thoughts.0.hot", "yes"),
            ("distortions", "mind_reading"),
            ("evidence_for", "She did not answer all day. Last week she left early."),
            (
                "evidence_against",
                "She works on Sundays. On Thursday she asked how the group was. She has known me for nine years.",
            ),
            (
                "balanced_thought",
                "I do not know why she was silent. Work is as likely as being tired of me, and I can ask.",
            ),
            ("balanced_belief", "60"),
            ("outcome_emotions.0.name", "Sad"),
            ("outcome_emotions.0.strength", "45"),
            ("belief_now", "40"),
            ("action", "Write to her on Monday: was Sunday busy?"),
            ("difficulty", "5"),
            ("helpful", "7"),
        ],
        answer_to: "balanced",
        answer: "“I can ask” is the whole turn. Bring what she answered, if you like.",
        ..NOTHING
    },
    Filled {
        called: "Sam",
        after: 5,
        days_later: 3,
        typed: &[
            ("situation", "Monday at work. My draft came back with many red marks."),
            ("emotions.0.name", "Ashamed"),
            ("emotions.0.strength", "70"),
            ("thoughts.0.text", "They will see that I cannot do this."),
            ("thoughts.0.belief", "75"),
        ],
        is_draft: true,
        ..NOTHING
    },
    Filled {
        called: "Ana",
        after: 4,
        days_later: 3,
        audience: Audience::Group,
        typed: &[
            ("situation", "Four in the afternoon and already dark. I sat down on the stairs with my coat on."),
            ("emotions.0.name", "Afraid"),
            ("emotions.0.strength", "65"),
            ("thoughts.0.text", "Here it comes again, and it will be like last winter."),
            ("thoughts.0.belief", "90"),
            ("thoughts.0.hot", "yes"),
            ("distortions", "fortune_telling"),
            ("evidence_for", "It began in November last year, too."),
            (
                "evidence_against",
                "Last year I told nobody until January. This year you all know, and the lamp is on the table.",
            ),
            ("balanced_thought", "The dark is the same. I am not doing it alone this time."),
            ("balanced_belief", "70"),
            ("outcome_emotions.0.name", "Afraid"),
            ("outcome_emotions.0.strength", "40"),
            ("belief_now", "55"),
            ("helpful", "8"),
        ],
        answer_to: "evidence_against",
        answer: "Seeing it in November instead of January is a piece of news in itself.",
        ..NOTHING
    },
    Filled {
        called: "Jo",
        after: 4,
        days_later: 5,
        audience: Audience::GroupAnonymous,
        typed: &[
            ("situation", "Her birthday. Everybody rang, and I said that I was fine."),
            ("emotions.0.name", "Lonely"),
            ("emotions.0.strength", "75"),
            ("thoughts.0.text", "After two years I have no right to be sad."),
            ("thoughts.0.belief", "70"),
            ("distortions", "should_must"),
            ("evidence_against", "My aunt cried on the phone as well. Nobody has set a date."),
            ("balanced_thought", "I may be sad on this day, and ring somebody who knew her."),
            ("balanced_belief", "65"),
            ("belief_now", "35"),
        ],
        ..NOTHING
    },
    Filled {
        called: "Kim",
        after: 4,
        in_the_way: "I could not bear to look at my thoughts this week. I sat with the sheet twice.",
        ..NOTHING
    },
    Filled {
        called: "Lee",
        after: 4,
        days_later: 6,
        typed: &[
            ("situation", "Team meeting. I wanted to say something and did not."),
            ("emotions.0.name", "Tense"),
            ("emotions.0.strength", "60"),
            ("thoughts.0.text", "It is not worth their time."),
            ("thoughts.0.belief", "65"),
        ],
        in_the_way: "I got as far as the thought. The second half felt like arguing with myself.",
        answer_to: "thoughts",
        answer: "Half a record is a record. We do the second half together on Tuesday.",
        ..NOTHING
    },
    Filled {
        called: "Ravi",
        after: 3,
        days_later: 4,
        typed: &[
            ("value_areas", "friends"),
            ("value_areas", "work"),
            ("activities.0.activity", "Coffee at the corner, standing"),
            ("activities.0.difficulty", "2"),
            ("activities.0.first_step", "Put the cup by the door"),
            ("activities.1.activity", "Ring Sunil"),
            ("activities.1.difficulty", "5"),
            ("activities.2.activity", "Write one application"),
            ("activities.2.difficulty", "8"),
        ],
        ..NOTHING
    },
];

/// What somebody in the support group writes down for themselves and the others.
pub(super) const TURN: &[(&str, &str)] = &[
    ("situation", "The first evening of the school play. Everybody's children were on the stage."),
    ("hooks.0.hook", "He would have been seventeen"),
    ("away_moves.0.move", "Leave by the side door and not go back next year"),
    ("toward_moves.0.move", "Stay until the break, and clap for my niece"),
    ("helpers.0.helper", "A seat near the door. Somebody who knows why"),
    ("next_time", "Ask my sister to sit beside me"),
];

/// One night as somebody writes it down in the morning.
pub(super) struct Night {
    to_bed: String,
    latency: String,
    awake: String,
    final_wake: String,
    quality: String,
}

/// Kim's nights: long in bed, awake in the middle, a little better towards the end.
pub(super) fn night(number: i64) -> Night {
    let worse = 1 - (number / 5).min(1);
    Night {
        to_bed: format!("22:{:02}", 10 + 5 * (number % 4)),
        latency: (25 + 20 * worse + 3 * (number % 3)).to_string(),
        awake: (40 + 35 * worse + 5 * (number % 2)).to_string(),
        final_wake: format!("05:{:02}", 10 + 8 * (number % 5)),
        quality: (3 - worse).to_string(),
    }
}

impl Night {
    /// What is typed.
    pub fn typed(&self) -> Vec<(&str, &str)> {
        vec![
            ("to_bed", &self.to_bed),
            ("lights_out", "22:40"),
            ("latency", &self.latency),
            ("awake", &self.awake),
            ("final_wake", &self.final_wake),
            ("out_of_bed", "07:00"),
            ("quality", &self.quality),
        ]
    }
}
