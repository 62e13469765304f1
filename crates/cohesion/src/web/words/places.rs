//! Countries and regions by name, and a reason with the facts it names.

use fluent_bundle::FluentArgs;

use super::{Said, Words};
use crate::error::{Fact, Reason};
use crate::say;

/// Every country's code (ISO 3166-1 alpha-2), in the order of the codes.
pub const COUNTRIES: [&str; 249] = [
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA", "BB", "BD",
    "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV", "BW", "BY", "BZ", "CA",
    "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU", "CV", "CW", "CX", "CY", "CZ", "DE",
    "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA",
    "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM", "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK",
    "HM", "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP",
    "KE", "KG", "KH", "KI", "KM", "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT",
    "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS",
    "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU", "NZ",
    "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS",
    "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS", "ST",
    "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TW",
    "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI", "VN", "VU", "WF", "WS", "YE", "YT", "ZA",
    "ZM", "ZW",
];

impl Words {
    /// The name of a country or region by its ISO 3166 code: "Ireland" for `IE`, "California, United States" for `US-CA`.
    /// A region without a name here is said by its code.
    pub fn place(self, code: &str) -> Said {
        let country = say!(self, "place-country", code = code.get(..2).unwrap_or(code));
        match code.split_once('-') {
            Some((_, region)) => {
                say!(self, "place-region", code = code, region = region, country = country)
            }
            None => country,
        }
    }

    /// The sentence of a reason, with the facts it names.
    pub fn reason(self, reason: &Reason) -> Said {
        let mut variables = FluentArgs::new();
        for (name, fact) in &reason.facts {
            let said = match fact {
                Fact::Place(code) => self.place(code),
                Fact::Day(day) => self.day_of_year(*day),
            };
            variables.set(*name, said);
        }
        self.say(reason.words, Some(&variables))
    }
}

#[cfg(test)]
mod tests {
    use super::{COUNTRIES, Words};

    #[test]
    fn every_country_has_a_name_and_stands_once() {
        for code in COUNTRIES {
            assert_ne!(Words::english().place(code), code);
        }
        assert!(COUNTRIES.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn a_region_is_named_with_its_country() {
        assert_eq!(Words::english().place("US-CA"), "California, United States");
        assert_eq!(Words::english().place("IE-D"), "D, Ireland");
    }
}
