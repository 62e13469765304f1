//! Every word of the product, from the Fluent files in `locales/`.

mod dates;
#[cfg(test)]
mod files;
mod places;
#[cfg(test)]
mod tests;

pub(in crate::web) use dates::local;
pub use places::COUNTRIES;

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::{LanguageIdentifier, langid};

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// A sentence ready to be shown; pages escape it like any other text.
pub type Said = Cow<'static, str>;

/// The words of one language; as cheap to pass on as a reference.
#[derive(Clone, Copy)]
pub struct Words(&'static Language);

struct Language {
    tag: LanguageIdentifier,
    bundle: FluentBundle<FluentResource>,
}

static ENGLISH: LazyLock<Language> = LazyLock::new(|| load(langid!("en")));

static OTHERS: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let mut tags: Vec<LanguageIdentifier> = FILES.iter().filter_map(|(tag, _, _)| tag.parse().ok()).collect();
    tags.dedup();
    tags.into_iter().filter(|tag| *tag != ENGLISH.tag).map(load).collect()
});

/// Says the sentence of a key, with its variables: `say!(words, "seen-by", name = therapist)`.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:expr) => {
        $words.say($key, None)
    };
    ($words:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut variables = ::fluent_bundle::FluentArgs::new();
        $(variables.set(stringify!($name), $value);)+
        $words.say($key, Some(&variables))
    }};
}

impl Words {
    /// English, which every build has, and where every other language falls back to.
    pub fn english() -> Self {
        Self(&ENGLISH)
    }

    /// The language `tag` (BCP 47, such as `de`), or English where it is not built in.
    pub fn of(tag: &str) -> Self {
        OTHERS.iter().find(|language| language.tag == tag).map_or_else(Self::english, Self)
    }

    /// All languages that are built in, English first.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::english()).chain(OTHERS.iter().map(Self))
    }

    /// The language's tag for `<html lang>`.
    pub fn tag(self) -> String {
        self.0.tag.to_string()
    }

    /// `ltr` or `rtl`, for `<html dir>`.
    pub fn direction(self) -> &'static str {
        match self.0.tag.language.as_str() {
            "ar" | "fa" | "he" | "ur" => "rtl",
            _ => "ltr",
        }
    }

    /// The sentence of `key`. Call it through [`say!`], which a test reads for missing keys.
    pub fn say(self, key: &str, variables: Option<&FluentArgs<'_>>) -> Said {
        if let Some(said) = say_in(self.0, key, variables).or_else(|| say_in(&ENGLISH, key, variables)) {
            return said;
        }
        debug_assert!(false, "no sentence `{key}` in locales/");
        tracing::error!(key, "a sentence is missing");
        Cow::Owned(key.to_owned())
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Words({})", self.0.tag)
    }
}

fn load(tag: LanguageIdentifier) -> Language {
    let mut bundle = FluentBundle::new_concurrent(vec![tag.clone()]);
    // The marks protect mixed scripts in one line; our variables are names and numbers, and screen readers stumble over them.
    bundle.set_use_isolating(false);
    for (_, file, text) in FILES.iter().filter(|(language, _, _)| tag == *language) {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, faults)| {
            debug_assert!(false, "locales/{tag}/{file}: {faults:?}");
            resource
        });
        let added = bundle.add_resource(resource);
        debug_assert!(added.is_ok(), "locales/{tag}/{file} repeats a key: {:?}", added.err());
    }
    Language { tag, bundle }
}

fn say_in(language: &'static Language, key: &str, variables: Option<&FluentArgs<'_>>) -> Option<Said> {
    let pattern = language.bundle.get_message(key)?.value()?;
    let mut faults = Vec::new();
    let said = language.bundle.format_pattern(pattern, variables, &mut faults);
    debug_assert!(faults.is_empty(), "the sentence `{key}` wants other variables: {faults:?}");
    Some(said)
}
