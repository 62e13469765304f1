//! The program as an administrator meets it: started, asked, stopped, killed, and given wrong files.

#[cfg(test)]
mod backups;
#[cfg(test)]
mod configured;
#[cfg(test)]
mod damaged;
#[cfg(test)]
mod doctor;
#[cfg(test)]
mod full_disk;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod notes;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod room;
#[cfg(test)]
mod score;
#[cfg(test)]
mod serving;
#[cfg(test)]
mod shreds;
