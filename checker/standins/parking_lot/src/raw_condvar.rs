//! Stand-in for `parking_lot::RawCondvar`: no spurious wakeups, and one mutex
//! at a time.

use crate::lock_api::{self, Around, GuardNoSend, Told};
use crate::{RawMutex, timeout};
use engine::Place;
use engine::cell::Cell;
use engine::condvar::{self, Wait};
use standin_std::time::{Duration, Instant};
use std::panic::{Location, RefUnwindSafe, UnwindSafe};

pub struct RawCondvar {
    inner: condvar::Condvar,
    /// The mutex of those who wait.
    mutex: Cell<usize>,
    told: Told,
}

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for RawCondvar {}
// SAFETY: as above.
unsafe impl Sync for RawCondvar {}
impl UnwindSafe for RawCondvar {}
impl RefUnwindSafe for RawCondvar {}

impl RawCondvar {
    fn around(&self, caller: Place) -> Around {
        let told = self.told.take();
        let around = told.unwrap_or_else(|| Around::nothing("RawCondvar", self, caller));
        self.inner.object().describe(around.kind.unwrap_or("Condvar"), around.created);
        around
    }

    /// Unlocks and waits in one step, then locks again. Whether time ran out.
    fn sleep(
        &self,
        mutex: &RawMutex,
        op: &'static str,
        timeout: Option<Duration>,
        caller: Place,
    ) -> bool {
        let (own, mutex_around) = (self.around(caller), mutex.around(caller));
        let address = std::ptr::from_ref(mutex).addr();
        if !self.inner.has_waiters() {
            self.mutex.set(address);
        }
        assert!(
            self.mutex.get() == address,
            "attempted to use a condition variable with more than one mutex"
        );
        let (op, place) = (own.op.unwrap_or(op), own.place);
        let wait = Wait { op, timed: timeout.is_some(), spurious: false, place };
        let timed_out = self.inner.wait(own.whole(), &mutex.lock, mutex_around.whole(), wait);
        timeout::note(timed_out, timeout.unwrap_or_default());
        mutex.lock.lock(mutex_around.whole(), || mutex_around.value(), place);
        timed_out
    }
}

// SAFETY: a wait locks again before it ends.
unsafe impl lock_api::RawCondvar for RawCondvar {
    #[allow(clippy::declare_interior_mutable_const)]
    const INIT: Self = Self {
        inner: condvar::Condvar::new(Location::caller()),
        mutex: Cell::new(0),
        told: Told::new(),
    };

    type RawMutex = RawMutex;

    #[track_caller]
    unsafe fn wait(&self, mutex: &RawMutex, _: &mut GuardNoSend) {
        self.sleep(mutex, "wait", None, Location::caller());
    }

    #[track_caller]
    fn notify_one(&self) -> bool {
        let around = self.around(Location::caller());
        self.inner.notify(around.whole(), false, around.place) > 0
    }

    #[track_caller]
    fn notify_all(&self) -> usize {
        let around = self.around(Location::caller());
        self.inner.notify(around.whole(), true, around.place)
    }

    fn within(&self, around: Around) {
        self.told.tell(Some(around));
    }
}

// SAFETY: as above.
unsafe impl lock_api::RawCondvarTimed for RawCondvar {
    fn checked_duration_to_instant(timeout: &Duration) -> Option<Instant> {
        Instant::now().checked_add(*timeout)
    }

    #[track_caller]
    unsafe fn wait_until(&self, mutex: &RawMutex, _: &mut GuardNoSend, timeout: &Instant) -> bool {
        let timeout = timeout::until(*timeout);
        self.sleep(mutex, "wait_until", Some(timeout), Location::caller())
    }

    #[track_caller]
    unsafe fn wait_for(&self, mutex: &RawMutex, _: &mut GuardNoSend, timeout: &Duration) -> bool {
        self.sleep(mutex, "wait_for", Some(*timeout), Location::caller())
    }
}
