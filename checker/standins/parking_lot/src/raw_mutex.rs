//! Stand-in for `parking_lot::{RawMutex, RawFairMutex}`.
//!
//! Fairness is not modelled: every waiting thread may be the next.

use crate::lock_api::{self, Around, GuardNoSend, Told};
use crate::timeout;
use engine::Place;
use engine::lock::Exclusive;
use standin_std::time::{Duration, Instant};
use std::panic::{Location, RefUnwindSafe, UnwindSafe};

macro_rules! raw_mutex {
    ($raw:ident, $kind:literal) => {
        pub struct $raw {
            pub(crate) lock: Exclusive,
            told: Told,
        }

        // SAFETY: a model runs on one operating-system thread.
        unsafe impl Send for $raw {}
        // SAFETY: as above.
        unsafe impl Sync for $raw {}
        impl UnwindSafe for $raw {}
        impl RefUnwindSafe for $raw {}

        impl $raw {
            /// The lock around this one, for the operation that begins.
            pub(crate) fn around(&self, caller: Place) -> Around {
                let around = self
                    .told
                    .take()
                    .unwrap_or_else(|| Around::nothing(stringify!($raw), self, caller));
                self.lock.object().describe(around.kind.unwrap_or($kind), around.created);
                around
            }

            fn lock_within(
                &self,
                op: &'static str,
                timeout: Duration,
                caller: Place,
            ) -> Option<GuardNoSend> {
                let around = self.around(caller);
                let locked = self.lock.lock_or_time_passes(around.whole(), op, around.place);
                timeout::note(!locked, timeout);
                locked.then(GuardNoSend::new)
            }
        }

        // SAFETY: the engine's lock is exclusive.
        unsafe impl lock_api::RawMutex for $raw {
            #[allow(clippy::declare_interior_mutable_const)]
            const INIT: Self =
                Self { lock: Exclusive::new($kind, Location::caller()), told: Told::new() };

            type Guard = GuardNoSend;

            #[track_caller]
            fn lock(&self) -> GuardNoSend {
                let around = self.around(Location::caller());
                self.lock.lock(around.whole(), || around.value(), around.place);
                GuardNoSend::new()
            }

            #[track_caller]
            fn try_lock(&self) -> Option<GuardNoSend> {
                let around = self.around(Location::caller());
                self.lock.try_lock(around.whole(), around.place).then(GuardNoSend::new)
            }

            #[track_caller]
            unsafe fn unlock(&self, _: GuardNoSend) {
                let around = self.around(Location::caller());
                self.lock.unlock(around.whole(), around.value(), around.place);
            }

            #[track_caller]
            fn is_locked(&self) -> bool {
                let around = self.around(Location::caller());
                self.lock.look(around.whole(), around.place)
            }

            fn within(&self, around: Option<Around>) {
                self.told.tell(around);
            }

            fn peek(&self) -> Option<bool> {
                Some(self.lock.is_held())
            }
        }

        // SAFETY: as above.
        unsafe impl lock_api::RawMutexFair for $raw {
            #[track_caller]
            unsafe fn unlock_fair(&self, guard: GuardNoSend) {
                // SAFETY: the caller sees to it.
                unsafe { lock_api::RawMutex::unlock(self, guard) };
            }

            #[track_caller]
            unsafe fn bump(&self, _: &mut GuardNoSend) {
                let around = self.around(Location::caller());
                self.lock.unlock(around.whole(), around.value(), around.place);
                self.lock.lock(around.whole(), || around.value(), around.place);
            }
        }

        // SAFETY: as above.
        unsafe impl lock_api::RawMutexTimed for $raw {
            type Duration = Duration;

            type Instant = Instant;

            #[track_caller]
            fn try_lock_for(&self, timeout: Duration) -> Option<GuardNoSend> {
                self.lock_within("try_lock_for", timeout, Location::caller())
            }

            #[track_caller]
            fn try_lock_until(&self, timeout: Instant) -> Option<GuardNoSend> {
                self.lock_within("try_lock_until", timeout::until(timeout), Location::caller())
            }
        }
    };
}
raw_mutex!(RawMutex, "Mutex");
raw_mutex!(RawFairMutex, "FairMutex");
