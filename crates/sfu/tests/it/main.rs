//! The media with real WebRTC browsers of the engine's own kind, in memory and in a time of its own.

#[cfg(test)]
mod browser;
#[cfg(test)]
mod coming_back;
#[cfg(test)]
mod connections;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod leading;
#[cfg(test)]
mod media;
#[cfg(test)]
mod minute;
#[cfg(test)]
mod network;
#[cfg(test)]
mod offers;
#[cfg(test)]
mod slots;
#[cfg(test)]
mod sources;
#[cfg(test)]
mod studio;
#[cfg(test)]
mod talk_time;
#[cfg(test)]
mod wire;
#[cfg(test)]
mod world;
