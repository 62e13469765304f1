//! What holds for every instrument and any answers.

use measures::{Catalogue, Instrument, score_line};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

/// Any instrument, with any answers: about one item in eight is open.
fn any_answers() -> impl Strategy<Value = (&'static Instrument, Vec<Option<usize>>)> {
    select(Catalogue::built_in().iter().collect::<Vec<_>>()).prop_flat_map(|instrument| {
        let position = |item| prop::option::weighted(0.875, 0..instrument.options(item).len());
        let positions: Vec<_> = instrument.items.iter().map(position).collect();
        (Just(instrument), positions)
    })
}

proptest! {
    #[test]
    fn a_total_lies_in_its_range_and_its_band((instrument, positions) in any_answers()) {
        let score = instrument.answers(&positions).unwrap().score();
        if let (Some(total), Some(range)) = (score.total, instrument.total_range()) {
            prop_assert!(total >= f64::from(*range.start()) && total <= f64::from(*range.end()));
            let has_bands = instrument.total.as_ref().is_some_and(|scale| !scale.bands.is_empty());
            prop_assert_eq!(score.band.is_some(), has_bands);
        }
        for (part, rule) in score.subscales.iter().zip(&instrument.subscales) {
            let range = instrument.scale_range(&rule.scale);
            prop_assert!(part.total.is_none_or(|total| total >= f64::from(*range.start()) && total <= f64::from(*range.end())));
        }
    }

    #[test]
    fn an_open_item_is_never_passed_over_in_silence((instrument, positions) in any_answers()) {
        let score = instrument.answers(&positions).unwrap().score();
        if instrument.skips.is_empty() && positions.contains(&None) && instrument.total.is_some() {
            prop_assert!(score.prorated || score.total.is_none());
        }
        if !positions.contains(&None) {
            prop_assert!(!score.prorated);
        }
        for rule in &instrument.signals {
            let open = instrument.position(&rule.item).is_some_and(|index| positions[index].is_none());
            let signalled = score.signals.iter().any(|signal| signal.item == rule.item);
            prop_assert!(!open || signalled || !instrument.skips.is_empty());
        }
    }

    #[test]
    fn a_reversed_item_counts_what_its_mirror_counts((instrument, positions) in any_answers()) {
        for (item, position) in instrument.items.iter().zip(positions) {
            let Some(position) = position else { continue };
            let options = instrument.options(item);
            let plain = options[position].value;
            let sum = options.iter().map(|option| option.value).min().unwrap() + options.iter().map(|option| option.value).max().unwrap();
            let counted = instrument.value(item, position).unwrap();
            let reversed = instrument.reversed.contains(&item.id);
            prop_assert_eq!(if reversed { sum - counted } else { counted }, plain);
        }
    }

    #[test]
    fn the_same_answers_score_the_same_again((instrument, positions) in any_answers()) {
        let answers = instrument.answers(&positions).unwrap();
        prop_assert_eq!(answers.score(), answers.clone().score());
        let line = json!({ "instrument": instrument.id, "answers": positions }).to_string();
        let result: serde_json::Value = serde_json::from_str(&score_line(Catalogue::built_in(), &line).unwrap()).unwrap();
        prop_assert_eq!(result["total"].as_f64(), answers.score().total);
    }

    #[test]
    fn no_line_makes_the_scorer_panic(line in "\\PC{0,200}", id in "[a-z0-9-]{0,12}", answers in prop::collection::vec(any::<Option<i64>>(), 0..30)) {
        let _ = score_line(Catalogue::built_in(), &line);
        let _ = score_line(Catalogue::built_in(), &json!({ "instrument": id, "answers": answers }).to_string());
    }

    #[test]
    fn no_file_makes_the_loader_panic(cut in 0..4000_usize, put in "\\PC{0,12}") {
        let good = include_str!("good.toml");
        let cut = (0..=cut.min(good.len())).rev().find(|index| good.is_char_boundary(*index)).unwrap();
        let _ = Instrument::parse("instruments/sample.toml", &format!("{}{put}{}", &good[..cut], &good[cut..]));
    }
}
