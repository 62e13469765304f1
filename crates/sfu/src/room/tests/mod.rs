//! Rooms by packets that carry nothing but numbers.
