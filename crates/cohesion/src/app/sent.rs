//! Forms that were sent lately and where each led, so that the same form sent twice is one act.
//!
//! This is for a double click, a button pressed again on a bad line, a page sent anew by the back button. It lives as long
//! as the process; where an act must never be doubled at all, as with answers and calls for help, the act stores the key.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use http::HeaderMap;

use crate::limits::SENT_FORMS_MAX;

/// One form: locked while it is worked on, then where it led.
pub type Slot = Arc<tokio::sync::Mutex<Option<HeaderMap>>>;

/// The forms that were sent lately, the oldest forgotten first.
#[derive(Clone, Default)]
pub struct Sent(Arc<Mutex<Lately>>);

#[derive(Default)]
struct Lately {
    slots: HashMap<[u8; 32], Slot>,
    order: VecDeque<[u8; 32]>,
}

impl Sent {
    /// The form behind a key; two that ask at the same moment get the same one.
    pub fn slot(&self, key: [u8; 32]) -> Slot {
        let mut lately = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(slot) = lately.slots.get(&key) {
            return Slot::clone(slot);
        }
        if lately.order.len() >= SENT_FORMS_MAX
            && let Some(oldest) = lately.order.pop_front()
        {
            lately.slots.remove(&oldest);
        }
        let slot = Slot::default();
        lately.order.push_back(key);
        lately.slots.insert(key, Slot::clone(&slot));
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_is_one_form_until_many_others_have_come() {
        let sent = Sent::default();
        let first = sent.slot([7; 32]);
        assert!(Arc::ptr_eq(&first, &sent.slot([7; 32])));
        for number in 0..SENT_FORMS_MAX as u64 {
            let mut key = [0; 32];
            key[..8].copy_from_slice(&number.to_be_bytes());
            sent.slot(key);
        }
        assert!(!Arc::ptr_eq(&first, &sent.slot([7; 32])));
    }
}
