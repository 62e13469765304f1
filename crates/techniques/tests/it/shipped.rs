//! What is true of every technique that ships.

use std::collections::BTreeSet;
use std::path::Path;

use techniques::field::Kind;
use techniques::files::{CURRICULA, FORMS, SKILLS};
use techniques::form::{Family, GroupKind, Handling};
use techniques::{Audience, Catalogue};

fn on_disk(folder: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../techniques").join(folder);
    let names = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| Some(format!("techniques/{folder}/{}.toml", name.strip_suffix(".toml")?))).collect()
}

#[test]
fn every_file_in_the_folders_is_embedded_and_no_other() {
    for (folder, files) in [("forms", FORMS), ("skills", SKILLS), ("curricula", CURRICULA)] {
        let embedded: BTreeSet<String> = files.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(embedded, on_disk(folder));
    }
}

#[test]
fn nothing_that_ships_is_left_out() {
    let problems: Vec<String> = Catalogue::left_out().iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert_eq!(Catalogue::built_in().forms().count(), FORMS.len());
    assert_eq!(Catalogue::built_in().skill_sets().count(), SKILLS.len());
    assert_eq!(Catalogue::built_in().curricula().count(), CURRICULA.len());
}

#[test]
fn every_form_of_the_clinical_list_is_there() {
    let promised = "thought-record distortion-tags activity-schedule activity-hierarchy trap-trac exposure-hierarchy \
        exposure-log erp-log behavioural-experiment worry-tree worry-time problem-solving sleep-diary core-belief-log \
        values choice-point defusion-log diary-card chain-analysis missing-links interpersonal-scripts ipt-inventory \
        mi-ruler safety-plan relapse-plan interpersonal-log support-card";
    for id in promised.split_whitespace() {
        assert!(Catalogue::built_in().form(id).is_some(), "{id}");
    }
}

#[test]
fn every_form_has_the_fields_that_the_clinical_list_names() {
    for (form, fields) in FIELDS {
        let found = Catalogue::built_in().form(form).unwrap();
        for place in fields.split_whitespace() {
            let at = techniques::Place::parse(place).unwrap();
            assert!(found.at(&at).is_some(), "{form} has no {place}");
        }
    }
}

/// Field by field what the clinical list names, in the ids used here.
const FIELDS: [(&str, &str); 27] = [
    (
        "thought-record",
        "situation emotions.name emotions.strength thoughts.text thoughts.belief thoughts.hot evidence_for \
         evidence_against balanced_thought balanced_belief outcome_emotions.name outcome_emotions.strength distortions \
         action",
    ),
    ("distortion-tags", "thoughts.text thoughts.distortions"),
    ("activity-schedule", "week.activity week.category week.planned week.done week.mastery week.pleasure week.mood"),
    (
        "activity-hierarchy",
        "activities.value_area activities.activity activities.difficulty activities.first_step \
         activities.when_where_whom activities.barrier activities.plan_b activities.done",
    ),
    ("trap-trac", "trigger response avoidance_pattern alternative_coping"),
    ("exposure-hierarchy", "theme items.description items.predicted_distress items.safety_behaviours"),
    (
        "exposure-log",
        "item date feared_prediction likelihood_before distress_start distress_course.after distress_course.distress \
         distress_peak distress_end duration safety_behaviours what_happened learned likelihood_after repeat_on",
    ),
    (
        "erp-log",
        "item date feared_prediction likelihood_before distress_start distress_course.distress distress_peak \
         distress_end duration safety_behaviours what_happened learned likelihood_after repeat_on trigger ritual \
         delayed_by resisted",
    ),
    (
        "behavioural-experiment",
        "belief belief_before alternative_belief experiment prediction safety_behaviours outcome meaning belief_after \
         next",
    ),
    ("worry-tree", "worry type action postpone slot outcome"),
    ("worry-time", "slot worries.worry worries.type worries.action worries.outcome"),
    ("problem-solving", "problem goal options.option options.pros options.cons choice steps.what steps.when review"),
    ("sleep-diary", "to_bed lights_out latency awakenings awake final_wake out_of_bed naps caffeine alcohol quality"),
    ("core-belief-log", "old_belief_strength new_belief_strength continuum_me evidence.evidence"),
    ("values", "domains.direction domains.importance domains.consistency committed_action"),
    ("choice-point", "situation hooks.hook away_moves.move toward_moves.move helpers.helper"),
    ("defusion-log", "thoughts.thought thoughts.technique thoughts.hooked_before thoughts.hooked_after"),
    (
        "diary-card",
        "emotions.anger.strength emotions.sadness.strength emotions.fear.strength emotions.shame.strength \
         emotions.guilt.strength emotions.joy.strength emotions.misery.strength urges.self_harm.strength \
         urges.suicide.strength urges.use.strength urges.quit_therapy.strength urges.own-1.strength self_harm \
         substances.type substances.amount lying medication_taken targets.target skills.wise_mind.rating notes",
    ),
    (
        "chain-analysis",
        "target_behaviour vulnerability prompting_event links.type links.what links.intensity links.skill \
         consequences.short_self.what consequences.long_self.what consequences.short_others.what \
         consequences.long_others.what prevention_plan repair",
    ),
    ("missing-links", "knew willing came_to_mind obstacle fix"),
    (
        "interpersonal-scripts",
        "describe express assert reinforce mindful appear_confident negotiate gentle interested validate easy_manner \
         fair apologies values truthful objective relationship self_respect",
    ),
    (
        "ipt-inventory",
        "people.closeness people.expectations people.change problem_area timeline.mood timeline.event \
         communication.said decision_options.option goals.goal",
    ),
    (
        "mi-ruler",
        "importance confidence readiness importance_not_lower plan balance.staying.good balance.changing.less_good",
    ),
    (
        "safety-plan",
        "warning_signs.sign internal_coping.what distraction.who_or_where people.name people.phone \
         professionals.name professionals.phone environment.item environment.action environment.who \
         environment.by_when reasons_for_living.reason kept_where copies confidence review_on",
    ),
    (
        "relapse-plan",
        "early_signs.sign triggers.trigger skills.skill people.name levels.green.do levels.amber.do levels.red.do \
         booster_on",
    ),
    ("interpersonal-log", "moment felt did wanted learned outside try"),
    ("support-card", "carrying helped small_step gratitude"),
];

#[test]
fn the_cases_of_a_matrix_are_rows_that_exist() {
    for (form, fields) in FIELDS {
        for place in fields.split_whitespace().filter_map(techniques::Place::parse) {
            let Some(row) = &place.row else { continue };
            let field = Catalogue::built_in().form(form).unwrap().field(&place.field).unwrap();
            assert!(field.kind.has_row(row), "{form} has no {place}");
        }
    }
}

#[test]
fn the_sleep_diary_works_out_time_in_bed_time_asleep_and_efficiency() {
    let diary = Catalogue::built_in().form("sleep-diary").unwrap();
    let ids: Vec<&str> = diary.figures.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids, ["time_in_bed", "sleep_period", "total_sleep", "sleep_efficiency"]);
}

#[test]
fn both_lists_of_thinking_habits_are_the_same_and_whole() {
    let catalogue = Catalogue::built_in();
    let record = catalogue.form("thought-record").unwrap().field("distortions").unwrap();
    let tags =
        catalogue.form("distortion-tags").unwrap().at(&techniques::Place::parse("thoughts.distortions").unwrap());
    assert_eq!(record.kind.options(), tags.unwrap().kind.options());
    assert_eq!(record.kind.options().len(), 16);
    let part_of = |id: &str| record.kind.options().iter().find(|option| option.id == id).unwrap().part_of.clone();
    assert_eq!((part_of("mind_reading"), part_of("fortune_telling")), (Some("jumping".into()), Some("jumping".into())));
}

#[test]
fn exposure_chain_analysis_and_danger_are_for_therapy_only() {
    let is_closed = |id: &str| !Catalogue::built_in().form(id).unwrap().is_for(GroupKind::Support);
    for id in ["exposure-hierarchy", "exposure-log", "erp-log", "chain-analysis", "diary-card", "safety-plan"] {
        assert!(is_closed(id), "{id}");
    }
    let handles = |handling| Catalogue::built_in().forms().filter(move |form| form.handles.contains(&handling)).count();
    assert_eq!((handles(Handling::Exposure), handles(Handling::ChainAnalysis)), (3, 1));
}

#[test]
fn skills_that_go_towards_fear_or_press_the_body_are_for_therapy_only() {
    let catalogue = Catalogue::built_in();
    for id in
        ["graded-exposure", "response-prevention", "temperature", "tipp", "intense-exercise", "nightmare-protocol"]
    {
        assert!(!catalogue.skill(id).unwrap().is_for(GroupKind::Support), "{id}");
    }
}

#[test]
fn cold_water_warns_of_heart_and_eating_disorder() {
    let cold = Catalogue::built_in().skills().filter(|(_, skill)| {
        let all = skill.steps.iter().chain([&skill.about]);
        all.flat_map(|text| text.split(|letter: char| !letter.is_alphabetic()))
            .any(|word| ["cold", "ice", "temperature"].contains(&word.to_lowercase().as_str()))
    });
    let mut found = 0;
    for (_, skill) in cold {
        let cautions = skill.cautions.join(" ");
        assert!(cautions.contains("heart") && cautions.contains("eating disorder"), "{}", skill.id);
        found += 1;
    }
    assert!(found >= 2);
}

#[test]
fn every_dbt_skill_of_the_clinical_list_is_there() {
    let promised = "wise-mind observe describe participate non-judgmentally one-mindfully effectively loving-kindness \
        stop pros-and-cons tipp temperature intense-exercise paced-breathing paired-muscle-relaxation accepts \
        self-soothe improve radical-acceptance turning-the-mind willingness half-smile mindfulness-of-current-thoughts \
        dialectical-abstinence clear-mind community-reinforcement burning-bridges alternate-rebellion adaptive-denial \
        what-emotions-do model-of-emotion check-the-facts opposite-action problem-solving accumulate-positives \
        build-mastery cope-ahead please mindfulness-of-current-emotion nightmare-protocol sleep-protocol \
        clarify-goals dear-man give fast intensity-dial finding-relationships ending-relationships \
        walking-the-middle-path dialectics validation behaviour-change";
    for id in promised.split_whitespace() {
        assert!(Catalogue::built_in().skill(id).is_some(), "{id}");
    }
}

#[test]
fn every_tradition_of_the_clinical_list_has_its_skills() {
    let families: BTreeSet<Family> = Catalogue::built_in().skill_sets().map(|set| set.family).collect();
    for family in [
        Family::Dbt,
        Family::Cbt,
        Family::Act,
        Family::Mbct,
        Family::BehaviouralActivation,
        Family::Ipt,
        Family::Grounding,
    ] {
        assert!(families.contains(&family), "{family:?}");
    }
}

#[test]
fn what_the_support_card_holds_is_for_its_author_alone() {
    let card = Catalogue::built_in().form("support-card").unwrap();
    assert!(card.is_for(GroupKind::Support));
    assert_eq!(card.sharing.offered, [Audience::Nobody]);
}

#[test]
fn people_to_call_have_a_field_that_can_be_dialled() {
    let plan = Catalogue::built_in().form("safety-plan").unwrap();
    for place in ["people.phone", "professionals.phone", "distraction.phone"] {
        assert_eq!(plan.at(&techniques::Place::parse(place).unwrap()).unwrap().kind, Kind::Phone);
    }
}

#[test]
fn every_questionnaire_that_a_curriculum_names_is_there() {
    for curriculum in Catalogue::built_in().curricula() {
        for id in curriculum.instruments_named() {
            assert!(measures::Catalogue::built_in().get(id).is_ok(), "{}: {id}", curriculum.id);
        }
    }
}

#[test]
fn every_curriculum_of_the_clinical_list_is_there_with_its_sessions() {
    let promised = [
        ("cbt-depression", 12, 120),
        ("cbt-depression-modular", 16, 90),
        ("cbt-anxiety", 12, 120),
        ("dbt-skills", 24, 120),
        ("mbct", 8, 120),
        ("interpersonal-process", 12, 90),
        ("trauma-stabilisation", 10, 90),
        ("behavioural-activation", 8, 90),
        ("group-ipt", 8, 90),
        ("act", 8, 120),
        ("peer-support", 24, 90),
    ];
    for (id, sessions, minutes) in promised {
        let found = Catalogue::built_in().curriculum(id).unwrap();
        assert_eq!((found.sessions, found.minutes), (sessions, minutes), "{id}");
    }
}

#[test]
fn every_form_of_a_support_group_keeps_away_from_treatment() {
    let open = Catalogue::built_in().forms().filter(|form| form.is_for(GroupKind::Support));
    for form in open {
        assert!(form.handles.is_empty() && form.signals.is_empty(), "{}", form.id);
        assert_eq!(form.sharing.default, Audience::Nobody, "{}", form.id);
    }
}
