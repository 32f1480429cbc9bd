//! The lock that std's mutex and others' share: who may be inside.

use crate::action::Action;
use crate::cell::Cell;
use crate::object::{Access, Bytes, Object, Place};
use crate::turn::Turn;
use crate::value::Value;
use facts::Effect;

/// Tells whether a critical section changed what the lock protects.
///
/// It did if the bytes of the lock are others than before, or if the thread
/// wrote to memory outside of its stack meanwhile, which is seen where raw
/// memory is. What this misses is only found a little later by a thread that
/// waits for the change in a loop: see `spin`.
#[derive(Debug, Default)]
pub struct Contents {
    found: Cell<u64>,
}

impl Contents {
    /// Of a lock that nobody has taken yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { found: Cell::new(0) }
    }

    /// The thread enters the critical section of the lock that `whole` is.
    pub fn enter<T: ?Sized>(&self, whole: &T, turn: &mut Turn<'_>) {
        turn.entered();
        self.found.set(self.now(Bytes::of(whole), turn));
    }

    /// It leaves.
    pub fn leave<T: ?Sized>(&self, whole: &T, turn: &mut Turn<'_>) {
        turn.left(self.changed(whole, turn));
    }

    /// Whether it is not as it was when the thread entered.
    pub fn changed<T: ?Sized>(&self, whole: &T, turn: &Turn<'_>) -> bool {
        let found = self.found.get();
        self.now(Bytes::of(whole), turn) != found
    }

    fn now(&self, whole: Bytes, turn: &Turn<'_>) -> u64 {
        // Part of `whole` itself.
        self.found.set(0);
        let start: *const u64 = whole.at.cast();
        let words = whole.count.min(MOST) / size_of::<u64>();
        let mut hash = turn.execution.thread().written;
        if start.is_aligned() {
            for at in 0..words {
                // SAFETY: within `whole`, which this thread has the lock of.
                // Padding may hold anything: at worst a look is taken for a change.
                let word = unsafe { start.add(at).read_volatile() };
                hash = (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            }
        }
        hash
    }
}

/// Bytes compared at most.
const MOST: usize = 512;

/// A lock for one thread at a time. `whole` is the stand-in it is part of.
#[derive(Debug)]
pub struct Exclusive {
    object: Object,
    held: Cell<bool>,
    contents: Contents,
}

impl Exclusive {
    /// `kind` is the type as the learner writes it.
    #[must_use]
    pub const fn new(kind: &'static str, created: Place) -> Self {
        let (object, held) = (Object::new(kind, created), Cell::new(false));
        Self { object, held, contents: Contents::new() }
    }

    /// The lock as the search knows it.
    pub const fn object(&self) -> &Object {
        &self.object
    }

    pub(crate) fn contents(&self) -> &Contents {
        &self.contents
    }

    /// Whether somebody has it, for who may look without anybody noticing.
    pub fn is_held(&self) -> bool {
        self.held.get()
    }

    pub(crate) fn open(&self) {
        self.held.set(false);
    }

    /// Waits until the lock is free and takes it. `seen` is the value found.
    pub fn lock<T: ?Sized>(&self, whole: &T, seen: impl FnOnce() -> Value, place: Place) {
        Action::new("lock", Effect::Acquire, place)
            .on(&self.object, whole, Access::Acquire)
            .when(&|| !self.held.get())
            .take(|turn| {
                self.take_it(whole, turn);
                turn.result(seen());
            });
    }

    fn take_it<T: ?Sized>(&self, whole: &T, turn: &mut Turn<'_>) {
        self.held.set(true);
        turn.hold();
        turn.acquire();
        self.contents.enter(whole, turn);
    }

    /// Takes the lock if it is free. Whether it was.
    fn take_if_free<T: ?Sized>(&self, whole: &T, turn: &mut Turn<'_>) -> bool {
        let free = !self.held.get();
        if free {
            turn.set_access(Access::Acquire);
            self.take_it(whole, turn);
        } else {
            turn.changed_nothing();
        }
        turn.result(Value::bool(free));
        free
    }

    /// As [`lock`](Self::lock), giving up when time passes. Whether it was taken.
    pub fn lock_or_time_passes<T: ?Sized>(
        &self,
        whole: &T,
        op: &'static str,
        place: Place,
    ) -> bool {
        let early =
            Action::new(op, Effect::Wait, place).naming(&self.object, whole).runs_out_early();
        Action::new(op, Effect::Acquire, place)
            .on(&self.object, whole, Access::Write)
            .when(&|| early || !self.held.get())
            .or_time_passes()
            .take(|turn| {
                let taken = self.take_if_free(whole, turn);
                if !taken {
                    turn.set_access(Access::Write);
                    turn.adversarial(early);
                }
                taken
            })
    }

    /// Takes the lock if it is free. Whether it was.
    pub fn try_lock<T: ?Sized>(&self, whole: &T, place: Place) -> bool {
        Action::new("try_lock", Effect::Acquire, place)
            .on(&self.object, whole, Access::Write)
            .take(|turn| self.take_if_free(whole, turn))
    }

    /// Whether somebody holds the lock.
    pub fn look<T: ?Sized>(&self, whole: &T, place: Place) -> bool {
        Action::new("is_locked", Effect::Read, place)
            .on(&self.object, whole, Access::Write)
            .look(|| self.held.get())
    }

    /// Gives the lock back. `left` is the value left behind.
    pub fn unlock<T: ?Sized>(&self, whole: &T, left: Value, place: Place) {
        self.unlock_and(whole, left, place, || ());
    }

    /// As [`unlock`](Self::unlock), with `also` in the same step.
    pub fn unlock_and<T: ?Sized>(&self, whole: &T, left: Value, place: Place, also: impl FnOnce()) {
        Action::new("unlock", Effect::Release, place)
            .on(&self.object, whole, Access::Release)
            .take(|turn| {
                turn.argument(left);
                turn.unhold();
                turn.release();
                self.contents.leave(whole, turn);
                also();
                self.open();
            });
    }
}
