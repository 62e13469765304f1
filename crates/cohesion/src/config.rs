//! The settings that the program was started with.

/// Settings of the running program.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Whether this is the demo, with its personas and its mail that is shown and never sent.
    pub demo: bool,
}
