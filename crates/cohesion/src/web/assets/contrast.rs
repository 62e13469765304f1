//! The colours of `10-tokens.css` against WCAG 2.2: every pair that is shown, light and dark, with its published ratio.

const TOKENS: &str = include_str!("../../../../../assets/css/10-tokens.css");

/// What a pair is for, and the least ratio that this asks for (WCAG 1.4.3 and 1.4.11).
const TEXT: f64 = 4.5;
const SHAPE: f64 = 3.0;

/// Front, ground, least ratio, and the ratios in light and dark as interface.md 8 gives them.
const PUBLISHED: [(&str, &str, f64, f64, f64); 20] = [
    ("ink", "paper", TEXT, 13.8, 15.1),
    ("ink-soft", "paper", TEXT, 6.7, 9.0),
    ("ink-soft", "sunken", TEXT, 6.1, 9.4),
    ("brand", "paper", TEXT, 6.9, 9.2),
    ("brand", "surface", TEXT, 7.3, 8.2),
    ("on-brand", "brand", TEXT, 7.3, 8.5),
    ("brand", "brand-wash", TEXT, 6.2, 6.9),
    ("help", "help-wash", TEXT, 6.6, 8.1),
    ("error", "surface", TEXT, 7.5, 7.9),
    ("error", "error-wash", TEXT, 6.4, 7.6),
    ("well", "well-wash", TEXT, 6.3, 7.6),
    ("note", "note-wash", TEXT, 6.9, 9.3),
    ("line-strong", "paper", SHAPE, 3.6, 5.2),
    ("line-strong", "surface", SHAPE, 3.8, 4.6),
    ("focus", "paper", SHAPE, 9.5, 12.3),
    ("focus", "surface", SHAPE, 10.0, 10.9),
    ("chart-1", "surface", TEXT, 7.3, 8.2),
    ("chart-2", "surface", TEXT, 4.9, 7.5),
    ("chart-3", "surface", TEXT, 6.9, 7.5),
    ("chart-4", "surface", TEXT, 4.9, 9.1),
];

/// Pairs that are shown too, without a published ratio.
const OTHERS: [(&str, &str, f64); 16] = [
    ("ink-soft", "surface", TEXT),
    ("ink-soft", "brand-wash", TEXT),
    ("brand-deep", "brand-wash", TEXT),
    ("on-brand", "brand-deep", TEXT),
    ("ink", "sunken", TEXT),
    ("ink", "note-wash", TEXT),
    ("ink", "heat-1", TEXT),
    ("ink", "heat-2", TEXT),
    ("ink", "heat-3", TEXT),
    ("ink", "surface", TEXT),
    ("ink", "brand-wash", TEXT),
    ("on-help", "help", TEXT),
    ("on-brand", "heat-4", TEXT),
    ("chart-1", "sunken", SHAPE),
    ("chart-1", "brand-wash", SHAPE),
    ("error", "paper", SHAPE),
];

#[derive(Clone, Copy)]
enum Scheme {
    Light,
    Dark,
}

#[test]
fn every_pair_has_the_contrast_that_it_is_published_with() {
    for (front, ground, least, light, dark) in PUBLISHED {
        for (scheme, published) in [(Scheme::Light, light), (Scheme::Dark, dark)] {
            let ratio = ratio(front, ground, scheme);
            assert!(ratio >= least, "{front} on {ground} is {ratio:.2}");
            assert!((ratio - published).abs() < 0.06, "{front} on {ground} is {ratio:.2}, published as {published}");
        }
    }
}

#[test]
fn every_other_pair_has_enough_contrast() {
    for (front, ground, least) in OTHERS {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let ratio = ratio(front, ground, scheme);
            assert!(ratio >= least, "{front} on {ground} is {ratio:.2}");
        }
    }
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    assert!((luminance("ffffff") + 0.05) / (luminance("000000") + 0.05) - 21.0 < 1e-9);
}

fn ratio(front: &str, ground: &str, scheme: Scheme) -> f64 {
    let (front, ground) = (luminance(colour(front, scheme)), luminance(colour(ground, scheme)));
    (front.max(ground) + 0.05) / (front.min(ground) + 0.05)
}

fn colour(token: &str, scheme: Scheme) -> &'static str {
    let (_, rest) = TOKENS.split_once(&format!("--{token}: light-dark(#")).expect("the token is there");
    match scheme {
        Scheme::Light => &rest[..6],
        Scheme::Dark => &rest.split_once('#').expect("a dark colour").1[..6],
    }
}

/// WCAG 2.2, relative luminance of an sRGB colour.
fn luminance(hex: &str) -> f64 {
    let part = |at: usize| {
        let part = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("two hexadecimal digits")) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}
