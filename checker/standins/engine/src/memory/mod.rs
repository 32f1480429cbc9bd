//! Raw memory: what the learner's code does past the stand-ins.
//!
//! In a model build the learner's code is compiled as for ThreadSanitizer, so
//! that every load and store it makes, through whatever pointer or reference,
//! calls one of the functions in `hooks`. Two accesses to the same bytes, one
//! of them a write, are a *data race* unless one happens before the other. The
//! clocks of the memory model say which do, so a race shows in any execution
//! in which both accesses are made, however far apart, and the accesses
//! themselves need no turns: the search stays as small as it is without them.
//!
//! Memory that the learner freed is kept until the execution is over: an
//! access to it is a *use after free*, and freeing it again a *double free*.
//!
//! Only code of the learner's is watched. The engine and the stand-ins have
//! state of their own between them, and say when they are at it ([`Quiet`]);
//! what they allocate is theirs.

mod counts;
pub mod heap;
mod hooks;
mod shadow;
mod witness;

use crate::execution::{self, End, Execution};
use heap::Heap;
use shadow::{Kind, Shadow, Who};
use std::cell::Cell;
use std::ops::Range;
use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};
use witness::Sight;
pub(crate) use witness::is_known;

/// Whether the program was built with calls to `hooks`.
static INSTRUMENTED: AtomicBool = AtomicBool::new(false);

thread_local! {
    /// How many reasons there are not to watch: none while code of the
    /// learner's is running.
    static REASONS: Cell<u32> = const { Cell::new(1) };
    /// Made once and never dropped: the allocator looks at it at any time.
    static MEMORY: Cell<*mut Memory> = const { Cell::new(ptr::null_mut()) };
    /// Whether somebody is at work on it.
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

/// Whether the learner's accesses to memory are seen.
#[must_use]
pub fn is_instrumented() -> bool {
    INSTRUMENTED.load(Ordering::Relaxed)
}

/// What went wrong with memory. Events are named by their number among all
/// events of the execution, which is the same whenever the schedule is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Two accesses that nothing orders.
    Race { first: u32, second: u32 },
    /// An access to what had been freed, or freeing what is accessed and
    /// nothing orders the two.
    UseAfterFree { freed: u32, used: u32 },
    /// Freeing what had been freed.
    DoubleFree { first: u32, second: u32 },
    /// What was never freed.
    Leak { allocated: Vec<u32> },
}

impl Fault {
    /// The events to be told of, in the order they happened.
    pub fn events(&self) -> Vec<u32> {
        match self {
            Self::Race { first, second } | Self::DoubleFree { first, second } => {
                vec![*first, *second]
            }
            Self::UseAfterFree { freed, used } => vec![*freed, *used],
            Self::Leak { allocated } => allocated.clone(),
        }
    }
}

#[derive(Default)]
struct Memory {
    shadow: Shadow,
    heap: Heap,
    /// Events so far in this execution.
    events: u32,
    /// Events to write down as steps.
    wanted: Vec<u32>,
}

/// While it lives, what happens is not the learner's doing.
#[derive(Debug)]
pub struct Quiet(());

impl Quiet {
    /// From here on, until it is dropped.
    #[must_use]
    pub fn new() -> Self {
        REASONS.set(REASONS.get() + 1);
        Self(())
    }
}

impl Default for Quiet {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        REASONS.set(REASONS.get() - 1);
    }
}

/// Runs `f` as something of a stand-in's own.
pub fn quiet<R>(f: impl FnOnce() -> R) -> R {
    let _quiet = Quiet::new();
    f()
}

/// Runs code of the learner's.
pub(crate) fn watched<R>(f: impl FnOnce() -> R) -> R {
    let before = Reasons::replace(u32::from(!is_instrumented()));
    let result = f();
    drop(before);
    result
}

/// Reasons put aside, to be put back.
pub(crate) struct Reasons(u32);

impl Reasons {
    /// Puts those of now aside; there are `count` others meanwhile.
    fn replace(count: u32) -> Self {
        Self(REASONS.replace(count))
    }

    /// Puts those of now aside while other threads run.
    pub(crate) fn keep() -> Self {
        Self(REASONS.get())
    }
}

impl Drop for Reasons {
    fn drop(&mut self) {
        REASONS.set(self.0);
    }
}

/// Whether code of the learner's is running.
#[inline]
fn is_watching() -> bool {
    REASONS.get() == 0
}

/// Works on the books; `None` where somebody is at it, as when the books
/// themselves need memory.
#[inline(always)]
fn with_memory<R>(f: impl FnOnce(&mut Memory) -> R) -> Option<R> {
    if BUSY.replace(true) {
        return None;
    }
    let mut memory = MEMORY.get();
    if memory.is_null() {
        memory = Box::into_raw(Box::default());
        MEMORY.set(memory);
    }
    // SAFETY: made from a box that is never freed, and `BUSY` keeps a second
    // borrow away.
    let result = f(unsafe { &mut *memory });
    BUSY.set(false);
    Some(result)
}

/// Forgets the execution before. `wanted` events will be written down.
pub(crate) fn begin(wanted: Vec<u32>) {
    if !is_instrumented() {
        return;
    }
    with_memory(|memory| {
        memory.shadow.begin();
        memory.heap.begin();
        memory.events = 0;
        memory.wanted = wanted;
    });
}

/// A stack for a thread of the model to run on, not used before by another
/// thread of this execution as far as the books know.
pub(crate) fn use_stack(stack: Range<usize>) {
    if is_instrumented() {
        with_memory(|memory| memory.shadow.use_stack(stack));
    }
}

/// What the learner allocated and neither freed nor left to be found in a static.
pub(crate) fn leak() -> Option<Fault> {
    if !is_instrumented() {
        return None;
    }
    let allocated = with_memory(|memory| memory.heap.leaked())?;
    (!allocated.is_empty()).then_some(Fault::Leak { allocated })
}

/// From here on, what a static reaches through blocks of the stand-ins' is no
/// leak either. It is not so from the beginning because it takes time.
pub(crate) fn look_between() {
    with_memory(|memory| memory.heap.look_between());
}

/// Whether the learner's code may use the memory at `at`, or could before it
/// was freed.
fn is_learners(at: *const u8) -> bool {
    !crate::statics::is_stds(at.addr())
        && with_memory(|memory| memory.shadow.is_learners(at.addr())) == Some(true)
}

impl Memory {
    /// The number of a new event, and whether it is to be written down.
    #[inline]
    fn event(&mut self) -> (u32, bool) {
        self.events += 1;
        (self.events, self.wanted.contains(&self.events))
    }
}

/// What a stand-in does to an object of its own that lies at `at`: never a race
/// with its like, but one with a plain write that is not ordered, and nothing
/// to be done once the memory is freed.
pub(crate) fn act(
    (at, size): (usize, usize),
    unseen: bool,
    execution: &mut Execution,
) -> Option<Fault> {
    if !is_instrumented() || at == 0 {
        return None;
    }
    let (wrong, event, wanted) = with_memory(|memory| {
        let (event, wanted) = memory.event();
        let wrong = memory.shadow.access(at, size, Kind::Atomic, who(execution, event));
        (wrong, event, wanted)
    })?;
    if wanted && unseen {
        witness::write_down(execution, event, Sight::Count);
    } else if wanted {
        execution.witnessed.push((event, execution.steps.len()));
    }
    wrong.map(|fault| *fault)
}

/// An access by the learner's code.
#[inline]
fn access(at: *const u8, size: usize, write: bool) {
    if is_watching() {
        observe(at, size, if write { Kind::Write } else { Kind::Read });
    }
}

#[inline(never)]
fn observe(at: *const u8, size: usize, kind: Kind) {
    if !execution::is_active() {
        return;
    }
    let wrong = execution::with(|execution| {
        let thread = execution.thread_mut();
        if kind == Kind::Write {
            thread.written += u64::from(!thread.stack.contains(&at.addr()));
            crate::statics::note_write(at, size);
        }
        with_memory(|memory| {
            let (event, wanted) = memory.event();
            let wrong = memory.shadow.access(at.addr(), size, kind, who(execution, event));
            if wanted {
                let sight = if kind == Kind::Write { Sight::Write } else { Sight::Read };
                witness::write_down(execution, event, sight);
            }
            wrong
        })
        .flatten()
    });
    if let Some(fault) = wrong
        && !crate::statics::is_stds(at.addr())
    {
        let _quiet = Quiet::new();
        fail(*fault);
    }
}

fn who(execution: &Execution, event: u32) -> Who<'_> {
    let (thread, clock) = (execution.slot(), &execution.thread().known.clock);
    // What a release tells of is what came before it: see `Turn::know`.
    Who { thread, clock, time: clock.get(thread) + 1, event }
}

/// Ends the execution here and now; nothing of it runs on.
fn fail(fault: Fault) -> ! {
    execution::with(|execution| execution.finish(End::Fault(fault)));
    crate::spawn::halt()
}
