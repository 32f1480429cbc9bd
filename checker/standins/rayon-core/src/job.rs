//! Tasks that wait for a worker, and what waits for tasks.

use engine::cell::{Cell, RefCell};
use engine::unwinding::catch as catch_unwind;
use engine::{Knowledge, Turn};
use std::any::Any;
use std::mem::ManuallyDrop;
use std::panic::AssertUnwindSafe;
use std::rc::Rc;

pub type Payload = Box<dyn Any + Send>;

/// What a task is told: the worker that runs it, and whether another made it.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    pub index: usize,
    pub migrated: bool,
}

pub struct Job {
    /// Leaked where it never runs: its stack may be gone with its execution.
    body: ManuallyDrop<Box<dyn FnOnce(Run)>>,
    latch: Option<Rc<Latch>>,
    /// Leaves its maker's deque in the order it came.
    pub fifo: bool,
    /// The worker that made it.
    pub maker: Option<usize>,
    /// What its maker knew, for the worker that runs it.
    knowledge: Option<Knowledge>,
}

impl Job {
    /// `body` lets no panic out.
    ///
    /// # Safety
    ///
    /// Whoever calls this does not return before the job has run.
    pub unsafe fn new<'a>(latch: Option<Rc<Latch>>, body: impl FnOnce(Run) + 'a) -> Self {
        let body: Box<dyn FnOnce(Run) + 'a> = Box::new(body);
        // SAFETY: only the lifetime changes. The caller waits for the job; where
        // the execution is given up instead, nothing of it ever runs again.
        let body =
            unsafe { std::mem::transmute::<Box<dyn FnOnce(Run) + 'a>, Box<dyn FnOnce(Run)>>(body) };
        Self { body: ManuallyDrop::new(body), latch, fifo: false, maker: None, knowledge: None }
    }

    pub fn in_order(mut self) -> Self {
        self.fifo = true;
        self
    }

    /// Sets off: the latch knows of the job from here on.
    pub fn sent(&mut self, maker: Option<usize>, turn: &mut Turn<'_>) {
        self.maker = maker;
        self.knowledge = Some(turn.know());
        if let Some(latch) = &self.latch {
            latch.left.set(latch.left.get() + 1);
        }
    }

    /// Arrives at the worker whose turn it is.
    pub fn received(&self, turn: &mut Turn<'_>) {
        if let Some(knowledge) = &self.knowledge {
            turn.learn(knowledge);
        }
    }

    pub fn is_for(&self, latch: &Rc<Latch>) -> bool {
        self.latch.as_ref().is_some_and(|own| Rc::ptr_eq(own, latch))
    }

    /// Runs on worker `index`. The latch is the caller's to tell.
    pub fn run(self, index: usize) -> Option<Rc<Latch>> {
        ManuallyDrop::into_inner(self.body)(Run { index, migrated: self.maker != Some(index) });
        self.latch
    }
}

/// Counts the jobs that somebody waits for.
#[derive(Default)]
pub struct Latch {
    left: Cell<usize>,
    /// What each job knew at its end.
    knowledge: RefCell<Vec<Knowledge>>,
}

impl Latch {
    pub fn is_open(&self) -> bool {
        self.left.get() == 0
    }

    /// Whether no job was ever sent: nothing to wait for, nothing to learn.
    pub fn is_unused(&self) -> bool {
        self.is_open() && self.knowledge.borrow().is_empty()
    }

    pub fn one_is_done(&self, turn: &mut Turn<'_>) {
        self.left.set(self.left.get() - 1);
        self.knowledge.borrow_mut().push(turn.know());
    }

    pub fn pass(&self, turn: &mut Turn<'_>) {
        for knowledge in self.knowledge.borrow().iter() {
            turn.learn(knowledge);
        }
    }
}

/// Where a job leaves its result.
pub struct Slot<R>(Cell<Option<Result<R, Payload>>>);

impl<R> Slot<R> {
    pub fn new() -> Self {
        Self(Cell::new(None))
    }

    pub fn fill(&self, f: impl FnOnce() -> R) {
        self.0.set(Some(caught(f)));
    }

    pub fn take(&self) -> Result<R, Payload> {
        self.0.take().expect("a job that was waited for has left its result")
    }
}

pub fn caught<R>(f: impl FnOnce() -> R) -> Result<R, Payload> {
    catch_unwind(AssertUnwindSafe(f))
}
