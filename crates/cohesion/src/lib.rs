//! cohesion.
