//! Threads of the modelled program: coroutines on one operating-system thread.

use crate::cell::Cell;
use crate::clock::{Clock, Knowledge};
use crate::fairness::{Rounds, Stale};
use crate::local::Local;
use crate::object::{Access, Accesses, Object, Place, Record};
use crate::spin::Spin;
use corosensei::stack::{DefaultStack, Stack};
use corosensei::{Coroutine, CoroutineResult, Yielder};
use facts::Panicked;
use std::ops::Range;
use std::rc::Rc;

/// What a main thread has; only touched pages cost memory.
const STACK_BYTES: usize = 8 << 20;

/// The largest stack that a thread can have.
const MAX_STACK_BYTES: usize = 256 << 20;

thread_local! {
    static WANTED: std::cell::Cell<usize> = const { std::cell::Cell::new(STACK_BYTES) };
}

/// A thread wants a stack of so many bytes: all have one from now on.
pub fn want_stack(bytes: usize) {
    WANTED.set(bytes.min(MAX_STACK_BYTES).max(WANTED.get()));
}

/// What threads are called as objects.
pub const KIND: &str = "thread";

/// The next step of a thread that waits for its turn.
pub struct Pending {
    pub accesses: Accesses,
    /// Those beyond the first three.
    pub more: Vec<(usize, Access)>,
    /// Whether the step can be taken; looks at stand-ins, never at the engine.
    pub ready: Option<*const dyn Fn() -> bool>,
    /// Whether the step becomes possible when time passes.
    pub timed: bool,
    pub op: &'static str,
    pub object: Option<usize>,
    pub target: Option<usize>,
    pub place: Place,
    /// Whether the step appears in no trace.
    pub unseen: bool,
}

impl Pending {
    /// All objects the step will touch.
    pub fn touched(&self) -> impl Iterator<Item = &(usize, Access)> {
        self.accesses.iter().flatten().chain(&self.more)
    }
}

/// What outlives the thread: for whoever joins it.
pub struct Exit {
    pub object: Object,
    pub finished: Cell<bool>,
    /// The thread's closure has returned; thread-locals may be there still.
    pub returned: Cell<bool>,
    pub return_object: Object,
    /// Whether somebody looked at how the thread ended.
    pub observed: Cell<bool>,
    /// The number of the thread in the trace.
    pub serial: usize,
    pub name: Option<String>,
    /// What `unpark` gives and `park` takes.
    pub token: Cell<bool>,
    pub token_object: Object,
}

/// A live thread, or one whose slot has not been taken by another yet.
pub struct Thread {
    pub serial: usize,
    pub exit: Rc<Exit>,
    pub pending: Option<Pending>,
    /// Runs for the first time, up to its first step, within the parent's turn.
    pub starting_for: Option<usize>,
    /// Time ran out while the thread waited.
    pub timed_out: bool,
    /// What happens before the thread's next step in the memory model.
    pub known: Knowledge,
    /// Learned by relaxed loads; an acquire fence makes it known.
    pub fence_acquires: Knowledge,
    /// Known at the last release fence; relaxed stores hand it on.
    pub fence_releases: Option<Box<Knowledge>>,
    /// The steps the thread's next step depends on, for the search.
    pub depends: Clock,
    /// What the thread has seen of the others' stores, as steps.
    pub saw: Clock,
    pub spin: Spin,
    /// When the thread took its last step, in steps of the execution.
    pub last_turn: usize,
    pub rounds: Rounds,
    pub stale: Stale,
    /// The last panic that began here; it may have been caught.
    pub told: Option<Panicked>,
    /// The panic in which the thread ended.
    pub panic: Option<Panicked>,
    /// Plain writes to memory outside of the thread's stack.
    pub written: u64,
    pub stack: Range<usize>,
    pub holds: Vec<(usize, Place)>,
    pub locals: Vec<Local>,
    /// Panics that have begun here and are not caught yet.
    pub panics: usize,
    /// Runs the program's panic hook.
    pub in_hook: bool,
    /// Suspended in the middle of a panic.
    pub stays_unwinding: bool,
    pub yielder: *const Yielder<(), ()>,
}

impl Thread {
    /// Whether the thread polls, and nothing changed since it looked. On its
    /// way out of a critical section it is in the way of others.
    pub fn is_idle(&self, records: &[Record]) -> bool {
        let leaves = self.pending.as_ref().and_then(|pending| pending.accesses[0]);
        let leaves = leaves.is_some_and(|(_, a)| matches!(a, Access::Release | Access::Leave));
        !leaves && self.spin.is_idle(records)
    }

    pub fn is_finished(&self) -> bool {
        self.exit.finished.get()
    }
}

type Body = Box<dyn FnOnce()>;

/// The coroutines of an execution, one per slot, and stacks to use again.
#[derive(Default)]
pub struct Coroutines {
    slots: Vec<Option<Coroutine<(), (), (), DefaultStack>>>,
    stacks: Vec<DefaultStack>,
}

impl Coroutines {
    /// Puts a thread into `slot`. It runs when it is resumed.
    pub fn start(&mut self, slot: usize, body: Body) {
        let wanted = WANTED.get();
        let is_enough = |stack: &DefaultStack| stack.base().get() - stack.limit().get() >= wanted;
        let stack = self.stacks.pop().filter(is_enough).unwrap_or_else(|| {
            DefaultStack::new(wanted).expect("the address space has room for a stack")
        });
        let bounds = stack.limit().get()..stack.base().get();
        crate::memory::use_stack(bounds.clone());
        let coroutine = Coroutine::with_stack(stack, move |yielder, ()| {
            crate::execution::with(|execution| {
                let thread = execution.thread_mut();
                thread.yielder = yielder;
                thread.stack = bounds;
            });
            body();
        });
        if self.slots.len() <= slot {
            self.slots.resize_with(slot + 1, || None);
        }
        self.slots[slot] = Some(coroutine);
    }

    /// Takes the coroutine out, so that threads it spawns can be put in.
    pub fn take(&mut self, slot: usize) -> Coroutine<(), (), (), DefaultStack> {
        self.slots[slot].take().expect("a thread with a turn has a coroutine")
    }

    /// Puts it back after its turn, or keeps its stack; whether it is done.
    pub fn put(
        &mut self,
        slot: usize,
        coroutine: Coroutine<(), (), (), DefaultStack>,
        result: &CoroutineResult<(), ()>,
    ) -> bool {
        let done = matches!(result, CoroutineResult::Return(()));
        if done {
            self.stacks.push(coroutine.into_stack());
        } else {
            self.slots[slot] = Some(coroutine);
        }
        done
    }

    /// Gives up every thread where it stands. What their stacks own is leaked:
    /// destructors of a program that has already failed prove nothing and may
    /// block or panic.
    pub fn abandon(&mut self) {
        for mut coroutine in self.slots.drain(..).flatten() {
            // SAFETY: nothing outside refers to the stack: the execution that
            // held pointers into it is over.
            unsafe { coroutine.force_reset() };
            self.stacks.push(coroutine.into_stack());
        }
    }
}
