//! Rooms by packets that carry nothing but numbers: what holds over a long time, whatever happens.

mod cuts;
mod hour;
mod slots;
mod village;
