//! The lock that the reader-writer locks of std and `parking_lot` share: many
//! readers or one writer, and one who is a reader and can become the writer.
//!
//! Both std and `parking_lot` may keep readers out while a writer waits. A reader
//! who is in already and reads again is always kept out: it waits for the writer,
//! which waits for it. Others go in past the writer, unless the adversary has a
//! writer that found readers inside keep out whoever comes after it.

mod upgrade;

use crate::action::Action;
use crate::cell::{Cell, RefCell};
use crate::clock::Knowledge;
use crate::lock::Contents;
use crate::object::{Access, Object, Place};
use crate::turn::Turn;
use crate::value::Value;
use facts::Effect;

/// How to be inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Beside other readers.
    Read,
    /// As `Read`, past any writer that waits.
    Recursive,
    /// Beside readers, as the one who can become the writer.
    Upgradable,
    /// Alone.
    Write,
}

/// A lock for many readers or one writer.
#[derive(Debug)]
pub struct Shared {
    object: Object,
    writer: Cell<bool>,
    upgradable: Cell<bool>,
    /// The numbers of the threads that read.
    readers: RefCell<Vec<usize>>,
    /// Threads about to ask for the lock as writers.
    writers_waiting: Cell<usize>,
    contents: Contents,
    /// Writers that wait and keep out who comes after them.
    barring: Cell<usize>,
    /// What readers knew as they left: for the next writer, not for readers.
    left_by_readers: RefCell<Option<Knowledge>>,
}

impl Mode {
    fn op(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Recursive => "read_recursive",
            Self::Upgradable => "upgradable_read",
            Self::Write => "write",
        }
    }

    fn try_op(self) -> &'static str {
        match self {
            Self::Read => "try_read",
            Self::Recursive => "try_read_recursive",
            Self::Upgradable => "try_upgradable_read",
            Self::Write => "try_write",
        }
    }

    fn enters(self) -> Access {
        match self {
            Self::Read | Self::Recursive => Access::Enter,
            Self::Upgradable => Access::Write,
            Self::Write => Access::Acquire,
        }
    }

    fn leaves(self) -> Access {
        match self {
            Self::Read | Self::Recursive => Access::Leave,
            Self::Upgradable => Access::Write,
            Self::Write => Access::Release,
        }
    }
}

impl Shared {
    /// `kind` is the type as the learner writes it.
    #[must_use]
    pub const fn new(kind: &'static str, created: Place) -> Self {
        Self {
            object: Object::new(kind, created),
            writer: Cell::new(false),
            upgradable: Cell::new(false),
            readers: RefCell::new(Vec::new()),
            writers_waiting: Cell::new(0),
            contents: Contents::new(),
            barring: Cell::new(0),
            left_by_readers: RefCell::new(None),
        }
    }

    /// The lock as the search knows it.
    pub const fn object(&self) -> &Object {
        &self.object
    }

    /// Whether somebody is inside, for who may look without anybody noticing.
    pub fn is_held(&self) -> bool {
        self.writer.get() || self.upgradable.get() || !self.readers.borrow().is_empty()
    }

    /// Whether a writer is, likewise.
    pub fn is_held_exclusively(&self) -> bool {
        self.writer.get()
    }

    fn is_open(&self, mode: Mode) -> bool {
        let shut = match mode {
            Mode::Recursive => self.writer.get(),
            Mode::Read => self.writer.get() || self.barring.get() > 0,
            Mode::Upgradable => {
                self.writer.get() || self.upgradable.get() || self.barring.get() > 0
            }
            Mode::Write => self.is_held(),
        };
        !shut
    }

    /// Whether the thread is a reader that a waiting writer keeps out.
    fn is_kept_out(&self, mode: Mode, thread: usize) -> bool {
        mode == Mode::Read
            && self.writers_waiting.get() > 0
            && self.readers.borrow().contains(&thread)
    }

    fn enter(&self, mode: Mode, thread: usize) {
        match mode {
            Mode::Read | Mode::Recursive => self.readers.borrow_mut().push(thread),
            Mode::Upgradable => self.upgradable.set(true),
            Mode::Write => self.writer.set(true),
        }
    }

    fn leave(&self, mode: Mode, thread: usize) {
        match mode {
            Mode::Read | Mode::Recursive => {
                let mut readers = self.readers.borrow_mut();
                // A guard may be given back by another thread than took it.
                let own = readers.iter().position(|reader| *reader == thread);
                readers.swap_remove(own.unwrap_or(0));
            }
            Mode::Upgradable => self.upgradable.set(false),
            Mode::Write => self.writer.set(false),
        }
    }

    fn let_in<T: ?Sized>(&self, whole: &T, turn: &mut Turn<'_>, mode: Mode) {
        self.enter(mode, turn.serial());
        match mode {
            Mode::Write => self.contents.enter(whole, turn),
            _ => turn.entered(),
        }
        turn.set_access(mode.enters());
        turn.hold();
        self.learn(turn, mode);
    }

    fn learn(&self, turn: &mut Turn<'_>, mode: Mode) {
        turn.acquire();
        if let (Mode::Write, Some(known)) = (mode, &*self.left_by_readers.borrow()) {
            turn.learn(known);
        }
    }

    fn tell(&self, turn: &mut Turn<'_>, mode: Mode) {
        match mode {
            Mode::Read | Mode::Recursive => {
                let known = turn.know();
                self.left_by_readers.borrow_mut().get_or_insert_default().join(&known);
            }
            Mode::Upgradable | Mode::Write => turn.release(),
        }
    }

    fn expect_writer(&self, mode: Mode, change: isize) {
        if mode == Mode::Write {
            self.writers_waiting.set(self.writers_waiting.get().wrapping_add_signed(change));
        }
    }

    /// A writer is about to wait: whether it keeps out who comes after it.
    fn bars<T: ?Sized>(&self, whole: &T, op: &'static str, place: Place) -> bool {
        let finds_readers = || !self.readers.borrow().is_empty();
        if !crate::execution::adversary_comes(finds_readers()) {
            return false;
        }
        Action::new(op, Effect::Wait, place).on(&self.object, whole, Access::Write).take(|turn| {
            let bars = finds_readers() && turn.adversary(2) == 1;
            turn.adversarial(false);
            if bars {
                self.barring.set(self.barring.get() + 1);
            } else {
                turn.only_looked_inside();
            }
            bars
        })
    }

    fn no_longer_bars(&self, barred: bool) {
        self.barring.set(self.barring.get() - usize::from(barred));
    }

    /// Waits until the lock is open and enters. `seen` is the value found.
    pub fn lock<T: ?Sized>(
        &self,
        whole: &T,
        mode: Mode,
        seen: impl FnOnce() -> Value,
        place: Place,
    ) {
        let thread = crate::current().serial();
        let bars = mode == Mode::Write && self.bars(whole, mode.op(), place);
        self.expect_writer(mode, 1);
        Action::new(mode.op(), Effect::Acquire, place)
            .on(&self.object, whole, mode.enters())
            .when(&|| self.is_open(mode) && !self.is_kept_out(mode, thread))
            .take(|turn| {
                self.expect_writer(mode, -1);
                self.no_longer_bars(bars);
                self.let_in(whole, turn, mode);
                turn.result(seen());
            });
    }

    /// Enters if the lock is open. Whether it was.
    pub fn try_lock<T: ?Sized>(&self, whole: &T, mode: Mode, place: Place) -> bool {
        let action = Action::new(mode.try_op(), Effect::Acquire, place);
        action
            .on(&self.object, whole, Access::Write)
            .take(|turn| self.enter_if(whole, turn, mode, self.is_open(mode)))
    }

    /// As [`lock`](Self::lock), giving up when time passes. Whether it entered.
    pub fn lock_or_time_passes<T: ?Sized>(
        &self,
        whole: &T,
        mode: Mode,
        op: &'static str,
        place: Place,
    ) -> bool {
        let early =
            Action::new(op, Effect::Wait, place).naming(&self.object, whole).runs_out_early();
        Action::new(op, Effect::Acquire, place)
            .on(&self.object, whole, Access::Write)
            .when(&|| early || self.is_open(mode))
            .or_time_passes()
            .take(|turn| {
                let enters = self.enter_if(whole, turn, mode, self.is_open(mode));
                turn.adversarial(early && !enters);
                enters
            })
    }

    fn enter_if<T: ?Sized>(
        &self,
        whole: &T,
        turn: &mut Turn<'_>,
        mode: Mode,
        enters: bool,
    ) -> bool {
        if enters {
            self.let_in(whole, turn, mode);
        } else {
            turn.only_looked_inside();
        }
        turn.result(Value::bool(enters));
        enters
    }

    /// Whether somebody is inside, or a writer is.
    pub fn look<T: ?Sized>(&self, whole: &T, exclusively: bool, place: Place) -> bool {
        let op = if exclusively { "is_locked_exclusive" } else { "is_locked" };
        let held = || if exclusively { self.writer.get() } else { self.is_held() };
        Action::new(op, Effect::Read, place).on(&self.object, whole, Access::Write).look(held)
    }

    /// Leaves. `left` is the value left behind.
    pub fn unlock<T: ?Sized>(&self, whole: &T, mode: Mode, left: Value, place: Place) {
        self.unlock_and(whole, mode, left, place, || ());
    }

    /// As [`unlock`](Self::unlock), with `also` in the same step.
    pub fn unlock_and<T: ?Sized>(
        &self,
        whole: &T,
        mode: Mode,
        left: Value,
        place: Place,
        also: impl FnOnce(),
    ) {
        let action = Action::new("unlock", Effect::Release, place);
        action.on(&self.object, whole, mode.leaves()).take(|turn| {
            turn.argument(left);
            turn.unhold();
            match mode {
                Mode::Write => self.contents.leave(whole, turn),
                _ => turn.left(false),
            }
            self.tell(turn, mode);
            also();
            self.leave(mode, turn.serial());
        });
    }
}
