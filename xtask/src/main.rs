//! The project's own chores: tidy, bench, schema.
fn main() {}
