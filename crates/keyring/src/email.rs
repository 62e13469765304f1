//! Brings an e-mail address to the one form by which it is looked up.

use unicode_normalization::UnicodeNormalization;

/// The longest address that SMTP can carry (RFC 5321, 4.5.3.1.3, less the angle brackets).
const ADDRESS_BYTES_MAX: usize = 254;
const LOCAL_BYTES_MAX: usize = 64;
const LABEL_BYTES_MAX: usize = 63;

/// The address without surrounding space, in NFKC and lower case, or nothing if it cannot be an address.
///
/// Limits: a domain is ASCII (an international one is written in its `xn--` form); quoted local parts, comments and
/// bracketed IP addresses are refused; `anna+group@…` and `a.nna@…` stay different from `anna@…`; the local part
/// is taken without regard to case, as every large mail service does, though RFC 5321 would allow it to matter.
pub fn normalise_email(typed: &str) -> Option<String> {
    let address: String = typed.trim().nfkc().flat_map(char::to_lowercase).nfkc().collect();
    let (local, domain) = address.rsplit_once('@')?;
    let fits = address.len() <= ADDRESS_BYTES_MAX && is_local_part(local) && domain.split('.').all(is_label);
    fits.then_some(address)
}

fn is_local_part(local: &str) -> bool {
    let refused = |c: char| c.is_whitespace() || c.is_control() || r#"@"(),:;<>[]\"#.contains(c);
    (1..=LOCAL_BYTES_MAX).contains(&local.len()) && !local.contains(refused)
}

fn is_label(label: &str) -> bool {
    (1..=LABEL_BYTES_MAX).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}
