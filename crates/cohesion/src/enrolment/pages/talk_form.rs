//! The fields of the first talk: drawn, read, and filled again.

use maud::{Markup, Render, html};

use super::super::{
    AmongOthers, Expectations, Focus, OthersSafety, Practical, Risk, Screening, Structured, Suitability, When,
};
use super::words::Worded;
use crate::groups::Session;
use crate::limits::{AUDIT_C_MAX, SCALE_MAX, TEXT_CHARS_MAX};
use crate::web::forms::Choice;
use crate::web::{Check, Fields, Form, Said, View};
use crate::{Result, say};

/// The six ways of being among others, each with its question.
const SCALES: [(&str, &str); 6] = [
    ("speaks_up", "enrolment-scale-speaks-up"),
    ("private", "enrolment-scale-private"),
    ("listens", "enrolment-scale-listens"),
    ("argues", "enrolment-scale-argues"),
    ("helps", "enrolment-scale-helps"),
    ("steps_back", "enrolment-scale-steps-back"),
];

/// The four dangers, each with its question.
const DANGERS: [(&str, &str); 4] = [
    ("suicidal", "enrolment-danger-suicidal"),
    ("self_harm", "enrolment-danger-self-harm"),
    ("violence", "enrolment-danger-violence"),
    ("unusual", "enrolment-danger-unusual"),
];

/// The fields of a therapy group's first talk, block by block.
pub(super) fn structured_fields(view: &View, fields: &Fields<'_>, to_come: &[Session]) -> Markup {
    let words = view.words;
    let area = |name: &str, key| fields.area(name, words.say(key, None));
    let scale = |name: &str, key| {
        fields.scale(
            name,
            words.say(key, None),
            &say!(words, "enrolment-scale-low"),
            &say!(words, "enrolment-scale-high"),
        )
    };
    html! {
        (block(&say!(words, "enrolment-block-focus"), html! {
            (area("problem", "enrolment-problem"))
            (area("severity", "enrolment-severity"))
            (area("diagnosis", "enrolment-diagnosis"))
            (area("hopes", "enrolment-hopes"))
        }))
        (block(&say!(words, "enrolment-block-expectations"), html! {
            (scale("help", "enrolment-help"))
            (area("fears", "enrolment-fears"))
            (area("earlier_groups", "enrolment-earlier-groups"))
        }))
        (block(&say!(words, "enrolment-block-among-others"), html! {
            @for (name, key) in SCALES { (scale(name, key)) }
            (area("among_words", "enrolment-among-words"))
            (area("unsaid", "enrolment-unsaid"))
        }))
        (block(&say!(words, "enrolment-block-risk"), risk_fields(view, fields)))
        (block(&say!(words, "enrolment-block-practical"), html! {
            @if !to_come.is_empty() {
                (fields.checks("cannot_come", say!(words, "enrolment-cannot-come"), days(view, to_come)))
            }
            (area("obstacles", "enrolment-obstacles"))
            (fields.tick("private_room", say!(words, "enrolment-private-room")))
            (area("fees", "enrolment-fees"))
        }))
        (block(&say!(words, "enrolment-block-others"), html! {
            (area("orders", "enrolment-orders"))
            (area("known_people", "enrolment-known-people"))
            (area("offences", "enrolment-offences"))
        }))
    }
}

/// The fields of a support group's first talk.
pub(super) fn suitability_fields(view: &View, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    html! {
        (fields.area("shared", say!(words, "enrolment-shared")).hint(say!(words, "enrolment-shared-hint")))
        (fields.area("needs", say!(words, "enrolment-needs")))
        (fields.area("worries", say!(words, "enrolment-worries")))
        (fields.tick("knows", say!(words, "enrolment-knows")))
    }
}

/// What the form of a therapy group says.
pub(super) fn structured(form: &Form) -> Result<Screening> {
    let mut check = Check::new(form);
    let (focus, expectations) = (focus(&mut check), expectations(&mut check));
    let (among_others, risk) = (among_others(&mut check), risk(form, &mut check));
    let (practical, others) = (practical(form, &mut check), others(&mut check));
    check.done(|| {
        let (focus, expectations, among_others) = (focus?, expectations?, among_others?);
        let (risk, practical, others) = (risk?, practical?, others?);
        Some(Screening::Structured(Box::new(Structured { focus, expectations, among_others, risk, practical, others })))
    })
}

/// What the form of a support group says.
pub(super) fn suitability(form: &Form) -> Result<Screening> {
    let mut check = Check::new(form);
    let [shared, needs, worries] = ["shared", "needs", "worries"].map(|name| text(&mut check, name));
    let knows_it_is_not_treatment = form.ticked("knows");
    check.done(|| {
        let (shared, needs, worries) = (shared?, needs?, worries?);
        Some(Screening::Suitability(Suitability { shared, needs, knows_it_is_not_treatment, worries }))
    })
}

/// The form that would say what is on record.
pub(super) fn filled(screening: &Screening) -> Form {
    match screening {
        Screening::Structured(structured) => Form::of(structured_pairs(structured)),
        Screening::Suitability(suitability) => {
            let mut pairs = vec![
                ("shared", suitability.shared.clone()),
                ("needs", suitability.needs.clone()),
                ("worries", suitability.worries.clone()),
            ];
            pairs.extend(suitability.knows_it_is_not_treatment.then(|| ("knows", "yes".to_owned())));
            Form::of(pairs)
        }
    }
}

fn block(heading: &Said, body: impl Render) -> Markup {
    html! { section.stack { h2 { (heading) } (body) } }
}

fn risk_fields(view: &View, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    html! {
        p.soft { (say!(words, "enrolment-risk-about")) }
        @for (name, key) in DANGERS { (fields.radios(name, words.say(key, None), When::offered(view)).question()) }
        (fields.area("risk_words", say!(words, "enrolment-risk-words")))
        (fields.number("drinking", say!(words, "enrolment-drinking")).hint(say!(words, "enrolment-drinking-hint")))
        (fields.area("substances", say!(words, "enrolment-substances")))
        (fields.tick("has_plan", say!(words, "enrolment-has-plan")))
    }
}

fn days(view: &View, to_come: &[Session]) -> Vec<Choice> {
    to_come.iter().map(|session| Choice::new(session.id.to_string(), view.moment(session.starts_at))).collect()
}

fn text(check: &mut Check<'_>, name: &str) -> Option<String> {
    check.area(name, 0..=TEXT_CHARS_MAX)
}

fn scale(check: &mut Check<'_>, name: &str) -> Option<u8> {
    match check.choice::<u8>(name) {
        Some(value) if value > SCALE_MAX => check.fault(name, "fault-range"),
        value => value,
    }
}

fn focus(check: &mut Check<'_>) -> Option<Focus> {
    let problem = check.area("problem", 1..=TEXT_CHARS_MAX);
    let [severity, diagnosis, hopes] = ["severity", "diagnosis", "hopes"].map(|name| text(check, name));
    Some(Focus { problem: problem?, severity: severity?, diagnosis: diagnosis?, hopes: hopes? })
}

fn expectations(check: &mut Check<'_>) -> Option<Expectations> {
    let help = scale(check, "help");
    let [fears, earlier_groups] = ["fears", "earlier_groups"].map(|name| text(check, name));
    Some(Expectations { help: help?, fears: fears?, earlier_groups: earlier_groups? })
}

fn among_others(check: &mut Check<'_>) -> Option<AmongOthers> {
    let [speaks_up, private, listens, argues, helps, steps_back] = SCALES.map(|(name, _)| scale(check, name));
    let [words, unsaid] = ["among_words", "unsaid"].map(|name| text(check, name));
    Some(AmongOthers {
        speaks_up: speaks_up?,
        private: private?,
        listens: listens?,
        argues: argues?,
        helps: helps?,
        steps_back: steps_back?,
        words: words?,
        unsaid: unsaid?,
    })
}

fn risk(form: &Form, check: &mut Check<'_>) -> Option<Risk> {
    let [suicidal, self_harm, violence, unusual] = DANGERS.map(|(name, _)| check.choice::<When>(name));
    let drinking = check.optional("drinking", |check| check.number("drinking", 0..=AUDIT_C_MAX));
    let [substances, words] = ["substances", "risk_words"].map(|name| text(check, name));
    let has_plan = form.ticked("has_plan");
    Some(Risk {
        suicidal: suicidal?,
        self_harm: self_harm?,
        violence: violence?,
        unusual: unusual?,
        drinking: drinking?,
        substances: substances?,
        has_plan,
        words: words?,
    })
}

fn practical(form: &Form, check: &mut Check<'_>) -> Option<Practical> {
    let cannot_come = check.choices("cannot_come");
    let [obstacles, fees] = ["obstacles", "fees"].map(|name| text(check, name));
    let has_private_room = form.ticked("private_room");
    Some(Practical { cannot_come: cannot_come?, obstacles: obstacles?, has_private_room, fees: fees? })
}

fn others(check: &mut Check<'_>) -> Option<OthersSafety> {
    let [orders, known_people, offences] = ["orders", "known_people", "offences"].map(|name| text(check, name));
    Some(OthersSafety { orders: orders?, known_people: known_people?, offences: offences? })
}

fn structured_pairs(said: &Structured) -> Vec<(&'static str, String)> {
    let (among, risk, practical) = (&said.among_others, &said.risk, &said.practical);
    let scales = [among.speaks_up, among.private, among.listens, among.argues, among.helps, among.steps_back];
    let dangers = [risk.suicidal, risk.self_harm, risk.violence, risk.unusual];
    let mut pairs = vec![
        ("problem", said.focus.problem.clone()),
        ("severity", said.focus.severity.clone()),
        ("diagnosis", said.focus.diagnosis.clone()),
        ("hopes", said.focus.hopes.clone()),
        ("help", said.expectations.help.to_string()),
        ("fears", said.expectations.fears.clone()),
        ("earlier_groups", said.expectations.earlier_groups.clone()),
        ("among_words", among.words.clone()),
        ("unsaid", among.unsaid.clone()),
        ("risk_words", risk.words.clone()),
        ("substances", risk.substances.clone()),
        ("obstacles", practical.obstacles.clone()),
        ("fees", practical.fees.clone()),
        ("orders", said.others.orders.clone()),
        ("known_people", said.others.known_people.clone()),
        ("offences", said.others.offences.clone()),
    ];
    pairs.extend(SCALES.iter().zip(scales).map(|((name, _), value)| (*name, value.to_string())));
    pairs.extend(DANGERS.iter().zip(dangers).map(|((name, _), when)| (*name, when.word().to_owned())));
    pairs.extend(practical.cannot_come.iter().map(|session| ("cannot_come", session.to_string())));
    pairs.extend(risk.drinking.map(|sum| ("drinking", sum.to_string())));
    pairs.extend(risk.has_plan.then(|| ("has_plan", "yes".to_owned())));
    pairs.extend(practical.has_private_room.then(|| ("private_room", "yes".to_owned())));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::SessionId;

    #[test]
    fn what_is_on_record_is_read_back_from_its_own_form() {
        let (focus, others) = (Focus { problem: "Low mood".to_owned(), ..Focus::default() }, OthersSafety::default());
        let risk = Risk { suicidal: When::Earlier, drinking: Some(3), has_plan: true, ..Risk::default() };
        let practical =
            Practical { cannot_come: vec![SessionId([7; 16])], has_private_room: true, ..Practical::default() };
        let (expectations, among_others) =
            (Expectations { help: 7, ..Expectations::default() }, AmongOthers { argues: 10, ..AmongOthers::default() });
        let learned =
            Screening::Structured(Box::new(Structured { focus, expectations, among_others, risk, practical, others }));
        assert_eq!(structured(&filled(&learned)), Ok(learned));
        let suits = Screening::Suitability(Suitability { knows_it_is_not_treatment: true, ..Suitability::default() });
        assert_eq!(suitability(&filled(&suits)), Ok(suits));
    }

    #[test]
    fn an_empty_form_names_every_question_that_must_be_answered() {
        let Err(crate::Error::Invalid(faults)) = structured(&Form::default()) else { panic!("it was taken") };
        assert_eq!(faults.len(), 1 + 1 + SCALES.len() + DANGERS.len());
    }
}
