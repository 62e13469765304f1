//! People as initials, and groups as a circle of seats.

use std::f64::consts::TAU;

use maud::{Markup, html};

/// The first two letters of a name on a tint that stays with the name.
pub fn avatar(name: &str) -> Markup {
    let initials: String = name.chars().filter(|sign| sign.is_alphanumeric()).take(2).collect();
    html! { span class={ "avatar" (tint(name)) } aria-hidden="true" { (initials) } }
}

/// A name beside its avatar, leading to `href` where there is one.
pub fn person(name: &str, href: Option<&str>) -> Markup {
    html! {
        span.person {
            (avatar(name)) " "
            @match href {
                Some(href) => a href=(href) { (name) },
                None => span { (name) },
            }
        }
    }
}

/// One seat of the circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// Leads.
    Lead,
    /// Here, or coming.
    Here,
    /// The viewer's own, kept free.
    You,
    /// Free.
    Free,
    /// Left by a departure.
    Gone,
}

impl Seat {
    const fn class(self) -> &'static str {
        match self {
            Self::Lead => "seat lead",
            Self::Here => "seat here",
            Self::You => "seat you",
            Self::Free => "seat",
            Self::Gone => "seat gone",
        }
    }
}

/// A closed circle of seats from the top onwards; `label` says the same in words.
pub fn ring(label: &str, seats: &[Seat]) -> Markup {
    let path = html! { circle.path cx="50" cy="50" r="38" {} };
    draw(label, &path, seats, |at| at / count(seats) - 0.25)
}

/// An open circle, for groups where people come and go; the opening is at the bottom.
pub fn ring_open(label: &str, seats: &[Seat]) -> Markup {
    let path = html! { path.path d="M23.13 76.87A38 38 0 1 1 76.87 76.87" {} };
    let steps = (count(seats) - 1.0).max(1.0);
    draw(label, &path, seats, |at| 0.375 + 0.75 * at / steps)
}

/// `turn` gives the place of a seat on the circle: 0 is at the right, and it goes on clockwise to 1.
fn draw(label: &str, path: &Markup, seats: &[Seat], turn: impl Fn(f64) -> f64) -> Markup {
    let place = |at: usize| {
        let angle = turn(count(&seats[..at])) * TAU;
        (format!("{:.1}", 50.0 + 38.0 * angle.cos()), format!("{:.1}", 50.0 + 38.0 * angle.sin()))
    };
    html! {
        svg.ring viewBox="0 0 100 100" role="img" aria-label=(label) {
            (path)
            @for (at, seat) in seats.iter().enumerate() {
                @let (x, y) = place(at);
                circle class=(seat.class()) cx=(x) cy=(y) r="8.5" {}
            }
        }
    }
}

fn count(seats: &[Seat]) -> f64 {
    u32::try_from(seats.len()).map_or(0.0, f64::from)
}

fn tint(name: &str) -> &'static str {
    let sum = name.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    ["", " tint-2", " tint-3", " tint-4", " tint-5"][(sum % 5) as usize]
}

#[cfg(test)]
mod tests {
    use super::{Seat, avatar, ring, ring_open};

    #[test]
    fn eight_seats_stand_where_the_drawing_has_them() {
        let drawn = ring("Eight seats", &[Seat::Free; 8]).into_string();
        for place in
            [r#"cx="50.0" cy="12.0""#, r#"cx="76.9" cy="23.1""#, r#"cx="88.0" cy="50.0""#, r#"cx="50.0" cy="88.0""#]
        {
            assert!(drawn.contains(place), "{place} in {drawn}");
        }
    }

    #[test]
    fn an_open_circle_begins_and_ends_beside_its_opening() {
        let drawn = ring_open("Nine seats", &[Seat::Free; 9]).into_string();
        for place in [r#"cx="23.1" cy="76.9""#, r#"cx="50.0" cy="12.0""#, r#"cx="76.9" cy="76.9""#] {
            assert!(drawn.contains(place), "{place} in {drawn}");
        }
    }

    #[test]
    fn initials_are_letters_even_where_a_name_has_signs() {
        assert!(avatar("O'Neil").into_string().contains(">ON<"));
        assert!(avatar("王小明").into_string().contains(">王小<"));
        assert!(avatar("").into_string().contains("><"));
    }
}
