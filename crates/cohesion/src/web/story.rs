//! `/dev/parts`, in debug builds only: each part once, in its states, to look at and to test with axe.
//! `?scheme=dark` and `?area=member` (or `care`, `admin`) change the frame.

use axum::extract::RawQuery;
use jiff::civil::date;
use maud::{Markup, html};

use super::charts::{
    Better, Cell, Heat, HeatRow, Point, Presence, Range, Trend, Zone, attendance_key, heat, heat_key, trend,
};
use super::forms::Choice;
use super::parts::{
    Alert, Button, Column, Icon, Item, PlanStep, Row, Seat, State, Tone, Urgency, Weight, When, actions, back, call,
    callout, card, care, checklist, draft, empty, facts, fold, interruption, own, person, plan, post, progress, ring,
    ring_open, rows, saved, seen, steps, story, table, tabs, tag,
};
use super::shell::Scheme;
use super::{Area, Fields, Form, Page, View, Width};
use crate::error::Fault;

pub(super) async fn show(mut view: View, RawQuery(query): RawQuery) -> Page {
    let asked = Form::parse(query.as_deref().unwrap_or_default());
    view.scheme = match asked.value("scheme") {
        "dark" => Scheme::Dark,
        "light" => Scheme::Light,
        _ => Scheme::Device,
    };
    view.area = match asked.value("area") {
        "member" => Area::Member,
        "care" => Area::Care,
        "admin" => Area::Admin,
        _ => Area::Public,
    };
    let sections: [(&str, Markup); 10] = [
        ("Two voices", voices()),
        ("Buttons", buttons()),
        ("Fields", fields(&view)),
        ("Saying how it is", sayings()),
        ("People and circles", people()),
        ("Lists", lists(&view)),
        ("Alerts", alerts()),
        ("Help", help(&view)),
        ("Charts", charts(&view)),
        ("Icons", icons()),
    ];
    Page::new(&view, "title-parts")
        .width(Width::Mid)
        .crumb("/", "Start")
        .crumb("/dev/parts", "Parts")
        .lead("Each part once, in its states.")
        .tools(html! { (Button::link("#", "Print").outline().icon(Icon::Print)) })
        .tabs(tabs(&view, "Ways to look", &[("/dev/parts", "Parts"), ("/dev/parts/none", "Nothing")]))
        .body(html! {
            @for (heading, body) in sections { section.stack { h2 { (heading) } (body) } }
        })
}

fn voices() -> Markup {
    html! {
        div.pair {
            (card(html! { p { strong { "The site speaks in sans." } " Buttons, hints, facts, errors." } p.soft { "Soft ink is for what may be skipped." } }))
            (card(html! { p.voice { "A person speaks in the book face: a letter, a share, a note to oneself." } }))
        }
        (own("Ask about the mornings. Say it even if it sounds small."))
    }
}

fn buttons() -> Markup {
    actions(html! {
        (Button::submit("Filled: one a screen"))
        (Button::submit("Outline").outline())
        (Button::submit("Quiet").quiet())
        (Button::submit("Danger").danger())
        (Button::submit("Help").help())
        (Button::link("#", "Small").outline().small().icon(Icon::Pen))
        (post("/dev/parts", &[("id", "1")], &Button::submit("A form of its own").outline()))
    })
}

fn fields(view: &View) -> Markup {
    let typed = Form::of([
        ("name", "Sam"),
        ("call", "later"),
        ("starts-day", "31"),
        ("starts-month", "2"),
        ("starts-year", "2027"),
        ("week", "4"),
        ("format", "closed"),
        ("agree", "yes"),
        ("days", "tue"),
    ]);
    let faults =
        vec![Fault::new("call", "fault-time"), Fault::new("starts", "fault-date"), Fault::new("mood", "fault-choose")];
    let f = Fields::again(view, typed, faults);
    let days = || vec![Choice::new("tue", "Tuesday"), Choice::new("thu", "Thursday")];
    let formats = vec![
        Choice::new("closed", "Closed").small("The same people from the first session to the last"),
        Choice::new("open", "Slow-open").small("A free seat is given on"),
    ];
    let moods = ["Not at all", "Several days", "More than half the days", "Nearly every day"];
    let moods = moods.iter().enumerate().map(|(at, text)| Choice::new(at.to_string(), *text)).collect();
    let form = f.form(
        "/dev/parts",
        html! {
            div.pair {
                (f.text("name", "Name in the group").hint("First name or another one. Only this is shown.").autocomplete("nickname"))
                (f.time("call", "When can we call you?"))
                (f.email("email", "Your e-mail address"))
                (f.secret("secret", "Passphrase").autocomplete("current-password"))
                (f.number("seats", "Seats"))
                (f.text("code", "Code").code())
                (f.date("starts", "First session").hint("For example 24 11 2026"))
                (f.select("zone", "Day", days()))
            }
            (f.area("why", "What made you come?").hint("As much or as little as you like.").voice())
            (f.scale("week", "How hard was the week?", "not hard", "as hard as can be"))
            (f.radios("format", "Format", formats))
            (f.checks("days", "Days", days()))
            (f.radios("mood", "1. Item text, in the licensed wording", moods).question())
            (f.tick("agree", "I have read this and agree"))
            (f.hidden("id", "1"))
            (seen("Seen by you and Mara, before the session at 18:00."))
(actions(Button::submit("Save").outline()))
        },
    );
    draft("/drafts/story", "Kept on this device until you are online again.", form)
}

fn sayings() -> Markup {
    let says = |tone, name: &str, text: &str| callout(tone, html! { p { strong { (name) } " " (text) } });
    html! {
        p.cluster {
            (tag(Tone::Plain, Some(Icon::Lock), "neutral"))
            (tag(Tone::Brand, Some(Icon::Clock), "now"))
            (tag(Tone::Well, None, "done"))
            (tag(Tone::Note, Some(Icon::Info), "worth a look"))
            (tag(Tone::Help, None, "risk"))
        }
        (says(Tone::Brand, "Brand.", "Something to know before you go on."))
        (says(Tone::Note, "Note.", "Something that waits for you."))
        (says(Tone::Well, "Well.", "Something that is in order."))
        (says(Tone::Help, "Help.", "Safety, never alarm."))
        (says(Tone::Plain, "Plain.", "How things are kept and read."))
        (saved("Saved 15:04"))
        (empty("No worksheets yet. The first one comes with session 1."))
        (fold("What does this mean?", html! { p { "It opens without script." } }))
    }
}

fn people() -> Markup {
    let closed = [Seat::Lead, Seat::Here, Seat::Here, Seat::Here, Seat::You, Seat::Here, Seat::Gone, Seat::Free];
    let open =
        [Seat::Here, Seat::Here, Seat::Lead, Seat::Here, Seat::Here, Seat::Here, Seat::Lead, Seat::Here, Seat::Free];
    html! {
        p.cluster { (person("Kim", Some("#"))) (person("Lee", None)) (person("Jo", None)) (person("Noor", None)) (person("Tess", None)) }
        p.cluster { (ring("Eight seats, one is yours", &closed)) " " (ring_open("An open circle", &open)) }
    }
}

fn lists(view: &View) -> Markup {
    let item =
        |state, name: &str, text: &str, action| Item { state, name: html! { (name) }, text: html! { (text) }, action };
    let columns = [Column::Words("Day"), Column::Number("Score"), Column::Words("In words")];
    html! {
        (progress(back("#", "Back"), "Question 3 of 9", 3, 9))
        (steps(view, &["Screening", "Preparation", "Agreement", "Seat"], 2))
        (rows([
            Row::link("#", "Check-in").small("9 questions, about 2 minutes").icon(Icon::Practice),
            Row::link("#", "Kim").avatar("Kim").end(tag(Tone::Note, None, "two weeks away")),
            Row::plain("Session 5").small("Two parts are not signed").icon(Icon::Pen).end(Button::link("#", "Sign").outline().small()),
        ]))
        (card(facts([("Version", "0.1.0"), ("Room on the disk", "31 of 40 GB free")])))
        (checklist(&[
            item(State::Done, "Name and look", "“Commons”, English", Some(html! { (Button::link("#", "Change").quiet().small()) })),
            item(State::Stop, "Help lines", "Members can be invited once these are filled in.", Some(html! { (Button::link("#", "Add help lines")) })),
            item(State::Open, "Backups", "None yet.", None),
        ]))
        (table("Three check-ins", &columns, [vec!["13 Oct", "18", "marked"], vec!["20 Oct", "17", "marked"], vec!["24 Nov", "9", "mild"]]))
    }
}

fn alerts() -> Markup {
    html! {
        div.alerts {
            (Alert {
                id: "alert-kim",
                weight: Weight::Risk, name: "Kim", href: "#", label: "Risk answer",
                why: html! { "Item 9 went from 0 to 2 in today’s check-in, 15:06." },
                source: html! { "Due: a call by tomorrow, 12:00. Ines is told at 15:36." },
                actions: html! { (Button::submit("I take this")) (Button::link("#", "Open").outline()) },
            })
            (Alert {
                id: "alert-lee",
                weight: Weight::Watch, name: "Lee", href: "#", label: "Worth a look",
                why: html! { "No clear change in five sessions." },
                source: html! { "From: check-ins 13 October to 17 November." },
                actions: html! { (Button::link("#", "Open").outline()) },
            })
        }
    }
}

fn help(view: &View) -> Markup {
    let cards = html! {
        (care(Urgency::Now, "If you are in danger now", html! { p { "Call the emergency number." } (actions(call(view, "112").help())) }))
        (care(Urgency::Talk, "If you want to talk now", html! { p { "Free, 24 hours." } (actions(call(view, "116 123"))) }))
        (care(Urgency::Wait, "Your own plan", html! { p { "What helps, and whom you can call." } (actions(Button::link("#", "Open my safety plan").outline())) }))
    };
    let next = story([
        (When::Done, "15:06", "You sent your check-in."),
        (When::Done, "15:06", "Mara, your therapist, was told."),
        (When::ToCome, "15:36", "If Mara has not opened it by then, Ines is told too."),
    ]);
    let hours = "Answers are read Monday to Friday, 9 to 17. Outside these hours nobody reads them at once.";
    let step =
        |heading, lines: &[&str]| PlanStep { heading, lines: lines.iter().map(|line| html! { (line) }).collect() };
    html! {
        div.stack.stack--loose { (interruption(view, cards, next, hours, "/dev/parts")) }
        (plan(&[step("Signs that it begins", &["I stop answering messages."]), step("What I can do alone", &[])], "Nothing here yet."))
    }
}

fn charts(view: &View) -> Markup {
    let range = Range::new(0.0, 27.0);
    let day = |week: i64| date(2026, 10, 13).saturating_add(jiff::Span::new().weeks(week));
    let point = |(week, score): (i64, Option<f64>)| Point {
        day: day(week),
        score,
        note: String::new(),
        against_start: "a little lower".into(),
    };
    let scores = [Some(18.0), Some(17.0), Some(18.0), Some(14.0), None, Some(11.0), Some(9.0)];
    let zones = [(0.0, "hardly any"), (5.0, "mild"), (10.0, "moderate"), (15.0, "marked"), (20.0, "heavy")];
    let drawn = Trend {
        finding: "Your last scores are lower than at the start",
        sentence: "From 18 to 9 in six sessions. Lower means that fewer things weigh on you.",
        picture: "Line of six scores from 18 at the start to 9 on 24 November.",
        range,
        zones: zones.map(|(from, name)| Zone { from, name }).to_vec(),
        usual: Some((12.5, 23.5)),
        usual_words: "Your usual ups and downs: 6 points above and below the start",
        cutoff: Some(10.0),
        better: Better::Lower,
        points: (0..).zip(scores).map(point).collect(),
        sessions: (1..7).map(day).collect(),
    };
    let cell = |score: u8| match score {
        0 => Cell::NoScore(String::new()),
        _ => Cell::Score { score: f64::from(score), depth: score / 5, note: String::new() },
    };
    let row = |name, change: Markup, scores: [u8; 6]| HeatRow {
        name,
        href: "#",
        scores: scores.into_iter().map(cell).chain([Cell::NotAsked]).collect(),
        usual: Some((9.5, 20.5)),
        change,
        sessions: vec![
            Presence::Came,
            Presence::Late,
            Presence::Told,
            Presence::Away,
            Presence::NotAsked,
            Presence::Came,
        ],
    };
    let rows = vec![
        row(
            "Kim",
            html! { (tag(Tone::Help, None, "clearly worse")) " " span.count { "+6" } },
            [16, 16, 15, 17, 18, 22],
        ),
        row("Lee", html! { "no clear change " span.count { "same" } }, [15, 14, 15, 14, 0, 15]),
        row("Noor", html! { "clearly better " span.count { "−9" } }, [12, 11, 9, 8, 6, 3]),
    ];
    let columns = ["start", "1", "2", "3", "4", "5", "6"].map(str::to_owned).to_vec();
    html! {
        (card(trend(view, &drawn)))
        (card(heat(view, &Heat { label: "Members and sessions", columns, range, rows })))
        (heat_key(view, &[(0, "0–4 hardly any"), (1, "5–9 mild"), (2, "10–14 moderate"), (3, "15–19 marked"), (4, "20–27 heavy")]))
        (attendance_key(view))
    }
}

fn icons() -> Markup {
    html! { p.cluster { @for one in Icon::ALL { (tag(Tone::Plain, Some(*one), one.id())) } } }
}
