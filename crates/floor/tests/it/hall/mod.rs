//! The live room rule by rule, and what holds whatever is asked.

mod again;
mod apart;
mod away;
mod breakouts;
mod chat;
mod clock;
mod door;
mod entry;
mod floor;
mod gather;
mod hearing;
mod here;
mod hour;
mod kept;
mod lines;
mod media;
mod properties;
mod random;
mod reactions;
mod removal;
mod scene;
mod secrets;
mod signals;
mod sound;
mod views;
