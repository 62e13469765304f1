//! A whole rotation with real files and keys, in which the program is started anew before every step.

use std::path::PathBuf;

use tempfile::TempDir;

use super::place;
use crate::{
    DataKey, Error, KeyId, RootKey, promote_file,
    rotation::{Held, Roots, State, Step, plan},
    wrapped_under,
};

#[test]
fn a_rotation_stopped_before_any_step_goes_on_and_every_value_stays_readable() {
    let mut disk = Disk::with_people(3);
    for _ in 0..4 {
        disk.assert_all_open();
        assert!(disk.start_and_take_a_step().is_some());
    }
    disk.assert_all_open();
    assert_eq!(disk.start_and_take_a_step(), None);
    assert!(!disk.path("root.key.next").exists());
}

/// All that a restart leaves.
struct Disk {
    folder: TempDir,
    people: Vec<Person>,
}

struct Person {
    key: KeyId,
    wrapped: Vec<u8>,
    sealed: Vec<u8>,
}

impl Disk {
    fn with_people(number: u8) -> Self {
        let root = RootKey::generate().unwrap();
        let person = |id| {
            let (key, data_key) = (KeyId([id; 16]), DataKey::generate().unwrap());
            let wrapped = root.wrap(key, b"person", &data_key).unwrap();
            Person { key, wrapped, sealed: data_key.seal(key, &place(), b"words").unwrap() }
        };
        let disk = Self { folder: TempDir::new().unwrap(), people: (0..number).map(person).collect() };
        root.write_file(&disk.path("root.key")).unwrap();
        RootKey::generate().unwrap().write_file(&disk.path("root.key.next")).unwrap();
        disk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn roots(&self) -> (RootKey, Option<RootKey>) {
        let next = match RootKey::read_file(&self.path("root.key.next")) {
            Err(Error::Missing { .. }) => None,
            next => Some(next.unwrap()),
        };
        (RootKey::read_file(&self.path("root.key")).unwrap(), next)
    }

    fn start_and_take_a_step(&mut self) -> Option<Step> {
        let (current, next) = self.roots();
        let roots = Roots { current: current.fingerprint(), next: next.as_ref().map(RootKey::fingerprint) };
        let held = |person: &Person| Held {
            id: person.key,
            root: wrapped_under(&person.wrapped).unwrap(),
            state: State::Active,
        };
        let step = plan(roots, &self.people.iter().map(held).collect::<Vec<_>>()).unwrap().first().copied()?;
        match step {
            Step::Rewrap { id, .. } => {
                let person = self.people.iter_mut().find(|person| person.key == id).unwrap();
                let data_key = current.unwrap(id, b"person", &person.wrapped).unwrap();
                person.wrapped = next.unwrap().wrap(id, b"person", &data_key).unwrap();
            }
            Step::Promote { .. } => {
                promote_file(&self.path("root.key.next"), &self.path("root.key")).unwrap();
            }
            Step::Reseal { .. } | Step::Retire { .. } => panic!("no key was replaced"),
        }
        Some(step)
    }

    fn assert_all_open(&self) {
        let (current, next) = self.roots();
        for person in &self.people {
            let by = |root: &RootKey| root.unwrap(person.key, b"person", &person.wrapped).ok();
            let data_key = by(&current).or_else(|| by(next.as_ref()?)).expect("a root key that unwraps it");
            assert_eq!(&**data_key.open(&place(), &person.sealed).unwrap(), b"words");
        }
    }
}
