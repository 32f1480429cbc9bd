//! Stand-in for `loom::sync::Notify`: a flag that one waiter takes, or goes
//! without once in a while, as loom's does.

use standin_std::sync::{Condvar, Mutex, PoisonError};

#[derive(Debug, Default)]
pub struct Notify {
    notified: Mutex<bool>,
    changed: Condvar,
}

impl Notify {
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        Self { notified: Mutex::new(false), changed: Condvar::new() }
    }

    #[track_caller]
    pub fn notify(&self) {
        *self.notified.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_one();
    }

    #[track_caller]
    pub fn wait(&self) {
        let mut notified = self.notified.lock().unwrap_or_else(PoisonError::into_inner);
        if !*notified {
            notified = self.changed.wait(notified).unwrap_or_else(PoisonError::into_inner);
        }
        *notified = false;
    }
}
