//! Stand-in for `parking_lot::{RawRwLock, RawRwLockRecursive}`.
//!
//! A thread that reads already and asks to `read` again is kept out for as
//! long as a writer waits; any other reader goes in past the writer. Fairness
//! is not modelled beyond that.

use crate::lock_api::{self, Around, GuardNoSend, Told};
use crate::timeout;
use engine::shared::{Mode, Shared};
use engine::{Place, Value};
use standin_std::time::{Duration, Instant};
use std::panic::{Location, RefUnwindSafe, UnwindSafe};

/// `RECURSIVE` readers go in past a writer that waits.
pub struct RawRwLock<const RECURSIVE: bool = false> {
    lock: Shared,
    told: Told,
}

pub type RawRwLockRecursive = RawRwLock<true>;

// SAFETY: a model runs on one operating-system thread.
unsafe impl<const RECURSIVE: bool> Send for RawRwLock<RECURSIVE> {}
// SAFETY: as above.
unsafe impl<const RECURSIVE: bool> Sync for RawRwLock<RECURSIVE> {}
impl<const RECURSIVE: bool> UnwindSafe for RawRwLock<RECURSIVE> {}
impl<const RECURSIVE: bool> RefUnwindSafe for RawRwLock<RECURSIVE> {}

impl<const RECURSIVE: bool> RawRwLock<RECURSIVE> {
    const KIND: &str = if RECURSIVE { "RecursiveRwLock" } else { "RwLock" };
    const RAW_KIND: &str = if RECURSIVE { "RawRwLockRecursive" } else { "RawRwLock" };
    const READ: Mode = if RECURSIVE { Mode::Recursive } else { Mode::Read };

    /// The lock around this one, for the operation that begins.
    fn around(&self, caller: Place) -> Around {
        let told = self.told.take();
        let around = told.unwrap_or_else(|| Around::nothing(Self::RAW_KIND, self, caller));
        self.lock.object().describe(around.kind.unwrap_or(Self::KIND), around.created);
        around
    }

    fn enter(&self, mode: Mode, caller: Place) -> GuardNoSend {
        let around = self.around(caller);
        self.lock.lock(around.whole(), mode, || around.value(), around.place);
        GuardNoSend::new()
    }

    fn try_enter(&self, mode: Mode, caller: Place) -> Option<GuardNoSend> {
        let around = self.around(caller);
        self.lock.try_lock(around.whole(), mode, around.place).then(GuardNoSend::new)
    }

    fn enter_within(
        &self,
        op: &'static str,
        mode: Mode,
        timeout: Duration,
        caller: Place,
    ) -> Option<GuardNoSend> {
        let around = self.around(caller);
        let entered = self.lock.lock_or_time_passes(around.whole(), mode, op, around.place);
        timeout::note(!entered, timeout);
        entered.then(GuardNoSend::new)
    }

    fn leave(&self, mode: Mode, caller: Place) {
        self.leave_within(mode, &self.around(caller));
    }

    fn leave_within(&self, mode: Mode, around: &Around) {
        let left = if mode == Mode::Write { around.value() } else { Value::NONE };
        self.lock.unlock(around.whole(), mode, left, around.place);
    }

    fn bump(&self, mode: Mode, caller: Place) {
        let around = self.around(caller);
        self.leave_within(mode, &around);
        self.lock.lock(around.whole(), mode, || around.value(), around.place);
    }

    fn become_less(&self, from: Mode, to: Mode, caller: Place) -> GuardNoSend {
        let around = self.around(caller);
        self.lock.downgrade(around.whole(), from, to, around.place);
        GuardNoSend::new()
    }

    fn upgrade_within(
        &self,
        op: &'static str,
        guard: GuardNoSend,
        timeout: Duration,
        caller: Place,
    ) -> Result<GuardNoSend, GuardNoSend> {
        let around = self.around(caller);
        let upgraded = self.lock.upgrade_or_time_passes(around.whole(), op, around.place);
        timeout::note(!upgraded, timeout);
        if upgraded { Ok(guard) } else { Err(guard) }
    }
}

// SAFETY: the engine's lock lets readers or one writer in.
unsafe impl<const RECURSIVE: bool> lock_api::RawRwLock for RawRwLock<RECURSIVE> {
    #[allow(clippy::declare_interior_mutable_const)]
    const INIT: Self =
        Self { lock: Shared::new(Self::KIND, Location::caller()), told: Told::new() };

    type SharedGuard = GuardNoSend;

    type ExclusiveGuard = GuardNoSend;

    #[track_caller]
    fn lock_shared(&self) -> GuardNoSend {
        self.enter(Self::READ, Location::caller())
    }

    #[track_caller]
    fn try_lock_shared(&self) -> Option<GuardNoSend> {
        self.try_enter(Self::READ, Location::caller())
    }

    #[track_caller]
    unsafe fn unlock_shared(&self, _: GuardNoSend) {
        self.leave(Self::READ, Location::caller());
    }

    #[track_caller]
    fn lock_exclusive(&self) -> GuardNoSend {
        self.enter(Mode::Write, Location::caller())
    }

    #[track_caller]
    fn try_lock_exclusive(&self) -> Option<GuardNoSend> {
        self.try_enter(Mode::Write, Location::caller())
    }

    #[track_caller]
    unsafe fn unlock_exclusive(&self, _: GuardNoSend) {
        self.leave(Mode::Write, Location::caller());
    }

    #[track_caller]
    fn is_locked(&self) -> bool {
        let around = self.around(Location::caller());
        self.lock.look(around.whole(), false, around.place)
    }

    #[track_caller]
    fn is_locked_exclusive(&self) -> bool {
        let around = self.around(Location::caller());
        self.lock.look(around.whole(), true, around.place)
    }

    fn within(&self, around: Option<Around>) {
        self.told.tell(around);
    }

    fn peek(&self) -> Option<bool> {
        Some(self.lock.is_held_exclusively())
    }
}

// SAFETY: as above.
unsafe impl<const RECURSIVE: bool> lock_api::RawRwLockFair for RawRwLock<RECURSIVE> {
    #[track_caller]
    unsafe fn unlock_shared_fair(&self, _: GuardNoSend) {
        self.leave(Self::READ, Location::caller());
    }

    #[track_caller]
    unsafe fn unlock_exclusive_fair(&self, _: GuardNoSend) {
        self.leave(Mode::Write, Location::caller());
    }

    #[track_caller]
    unsafe fn bump_shared(&self, _: &mut GuardNoSend) {
        self.bump(Self::READ, Location::caller());
    }

    #[track_caller]
    unsafe fn bump_exclusive(&self, _: &mut GuardNoSend) {
        self.bump(Mode::Write, Location::caller());
    }
}

// SAFETY: as above.
unsafe impl<const RECURSIVE: bool> lock_api::RawRwLockDowngrade for RawRwLock<RECURSIVE> {
    #[track_caller]
    unsafe fn downgrade(&self, _: GuardNoSend) -> GuardNoSend {
        self.become_less(Mode::Write, Self::READ, Location::caller())
    }
}

// SAFETY: as above.
unsafe impl<const RECURSIVE: bool> lock_api::RawRwLockTimed for RawRwLock<RECURSIVE> {
    type Duration = Duration;

    type Instant = Instant;

    #[track_caller]
    fn try_lock_shared_for(&self, timeout: Duration) -> Option<GuardNoSend> {
        self.enter_within("try_read_for", Self::READ, timeout, Location::caller())
    }

    #[track_caller]
    fn try_lock_shared_until(&self, timeout: Instant) -> Option<GuardNoSend> {
        let timeout = timeout::until(timeout);
        self.enter_within("try_read_until", Self::READ, timeout, Location::caller())
    }

    #[track_caller]
    fn try_lock_exclusive_for(&self, timeout: Duration) -> Option<GuardNoSend> {
        self.enter_within("try_write_for", Mode::Write, timeout, Location::caller())
    }

    #[track_caller]
    fn try_lock_exclusive_until(&self, timeout: Instant) -> Option<GuardNoSend> {
        let timeout = timeout::until(timeout);
        self.enter_within("try_write_until", Mode::Write, timeout, Location::caller())
    }
}

// SAFETY: as above, and there is one upgradable reader at a time.
unsafe impl<const RECURSIVE: bool> lock_api::RawRwLockUpgrade for RawRwLock<RECURSIVE> {
    type UpgradableGuard = GuardNoSend;

    #[track_caller]
    fn lock_upgradable(&self) -> GuardNoSend {
        self.enter(Mode::Upgradable, Location::caller())
    }

    #[track_caller]
    fn try_lock_upgradable(&self) -> Option<GuardNoSend> {
        self.try_enter(Mode::Upgradable, Location::caller())
    }

    #[track_caller]
    unsafe fn unlock_upgradable(&self, _: GuardNoSend) {
        self.leave(Mode::Upgradable, Location::caller());
    }

    #[track_caller]
    unsafe fn upgrade(&self, guard: GuardNoSend) -> GuardNoSend {
        let around = self.around(Location::caller());
        self.lock.upgrade(around.whole(), around.place);
        guard
    }

    #[track_caller]
    unsafe fn try_upgrade(&self, guard: GuardNoSend) -> Result<GuardNoSend, GuardNoSend> {
        let around = self.around(Location::caller());
        let upgraded = self.lock.try_upgrade(around.whole(), around.place);
        if upgraded { Ok(guard) } else { Err(guard) }
    }
}

// SAFETY: as above.
unsafe impl<const RECURSIVE: bool> lock_api::RawRwLockUpgradeFair for RawRwLock<RECURSIVE> {
    #[track_caller]
    unsafe fn unlock_upgradable_fair(&self, _: GuardNoSend) {
        self.leave(Mode::Upgradable, Location::caller());
    }

    #[track_caller]
    unsafe fn bump_upgradable(&self, _: &mut GuardNoSend) {
        self.bump(Mode::Upgradable, Location::caller());
    }
}

// SAFETY: as above.
unsafe impl<const RECURSIVE: bool> lock_api::RawRwLockUpgradeDowngrade for RawRwLock<RECURSIVE> {
    #[track_caller]
    unsafe fn downgrade_upgradable(&self, _: GuardNoSend) -> GuardNoSend {
        self.become_less(Mode::Upgradable, Self::READ, Location::caller())
    }

    #[track_caller]
    unsafe fn downgrade_to_upgradable(&self, _: GuardNoSend) -> GuardNoSend {
        self.become_less(Mode::Write, Mode::Upgradable, Location::caller())
    }
}

// SAFETY: as above.
unsafe impl<const RECURSIVE: bool> lock_api::RawRwLockUpgradeTimed for RawRwLock<RECURSIVE> {
    #[track_caller]
    fn try_lock_upgradable_for(&self, timeout: Duration) -> Option<GuardNoSend> {
        let op = "try_upgradable_read_for";
        self.enter_within(op, Mode::Upgradable, timeout, Location::caller())
    }

    #[track_caller]
    fn try_lock_upgradable_until(&self, timeout: Instant) -> Option<GuardNoSend> {
        let (op, timeout) = ("try_upgradable_read_until", timeout::until(timeout));
        self.enter_within(op, Mode::Upgradable, timeout, Location::caller())
    }

    #[track_caller]
    unsafe fn try_upgrade_for(
        &self,
        guard: GuardNoSend,
        timeout: Duration,
    ) -> Result<GuardNoSend, GuardNoSend> {
        self.upgrade_within("try_upgrade_for", guard, timeout, Location::caller())
    }

    #[track_caller]
    unsafe fn try_upgrade_until(
        &self,
        guard: GuardNoSend,
        timeout: Instant,
    ) -> Result<GuardNoSend, GuardNoSend> {
        let timeout = timeout::until(timeout);
        self.upgrade_within("try_upgrade_until", guard, timeout, Location::caller())
    }
}
