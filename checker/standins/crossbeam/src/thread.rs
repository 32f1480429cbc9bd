//! Stand-in for `crossbeam::thread`.

use engine::cell::RefCell;
use engine::unwinding::{catch as catch_unwind, resume as resume_unwind};
use standin_std::thread::{Builder, JoinHandle, Thread};
use std::any::Any;
use std::fmt;
use std::io;
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, RefUnwindSafe, UnwindSafe};
use std::rc::Rc;

pub use std::thread::Result;

/// Taken by whoever joins first: the learner or the scope.
type Shared = Rc<RefCell<Option<JoinHandle<()>>>>;

pub struct Scope<'env> {
    handles: RefCell<Vec<Shared>>,
    env: PhantomData<&'env mut &'env ()>,
}

// SAFETY: a model runs on one operating-system thread.
unsafe impl Sync for Scope<'_> {}
// SAFETY: as above.
unsafe impl Send for Scope<'_> {}
impl RefUnwindSafe for Scope<'_> {}

/// # Errors
///
/// The panics of the threads that nobody joined.
#[track_caller]
pub fn scope<'env, F, R>(f: F) -> Result<R>
where
    F: FnOnce(&Scope<'env>) -> R,
{
    let scope = Scope { handles: RefCell::new(Vec::new()), env: PhantomData };
    let result = catch_unwind(AssertUnwindSafe(|| f(&scope)));
    let panics = scope.join_all();
    match result {
        Err(payload) => resume_unwind(payload),
        Ok(_) if !panics.is_empty() => Err(Box::new(panics)),
        Ok(value) => Ok(value),
    }
}

impl Scope<'_> {
    /// Waits for all threads. Returns the panics of those that nobody joined.
    ///
    /// In the order they were spawned: only the thread that spawned another
    /// holds its handle, and has let go of it when it is its own turn.
    #[track_caller]
    fn join_all(&self) -> Vec<Box<dyn Any + Send + 'static>> {
        let mut panics = Vec::new();
        // A thread may spawn another into the scope while it is waited for.
        let mut joined = 0;
        loop {
            let Some(shared) = self.handles.borrow().get(joined).cloned() else { return panics };
            let handle = shared.borrow_mut().take();
            panics.extend(handle.and_then(|handle| handle.join().err()));
            joined += 1;
        }
    }
}

impl<'env> Scope<'env> {
    #[track_caller]
    pub fn spawn<'scope, F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce(&Scope<'env>) -> T + Send + 'env,
        T: Send + 'env,
    {
        self.builder().spawn(f).expect("the engine either has room or ends the execution")
    }

    pub fn builder<'scope>(&'scope self) -> ScopedThreadBuilder<'scope, 'env> {
        ScopedThreadBuilder { scope: self, builder: Builder::new() }
    }
}

impl fmt::Debug for Scope<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Scope { .. }")
    }
}

#[derive(Debug)]
pub struct ScopedThreadBuilder<'scope, 'env> {
    scope: &'scope Scope<'env>,
    builder: Builder,
}

impl<'scope, 'env> ScopedThreadBuilder<'scope, 'env> {
    #[must_use]
    pub fn name(mut self, name: String) -> Self {
        self.builder = self.builder.name(name);
        self
    }

    #[must_use]
    pub fn stack_size(mut self, size: usize) -> Self {
        self.builder = self.builder.stack_size(size);
        self
    }

    /// # Errors
    ///
    /// None: where std would fail to start a thread, the execution ends.
    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce(&Scope<'env>) -> T + Send + 'env,
        T: Send + 'env,
    {
        let result = engine::cell::rc(RefCell::new(None));
        let body = Body { scope: self.scope, f, result: Rc::clone(&result) };
        // SAFETY: the scope does not return before its threads are done; where
        // the execution is given up instead, no thread of it ever runs again.
        let handle = unsafe { self.builder.spawn_unchecked(move || body.run())? };
        let thread = handle.thread().clone();
        let handle = engine::cell::rc(RefCell::new(Some(handle)));
        self.scope.handles.borrow_mut().push(Rc::clone(&handle));
        Ok(ScopedJoinHandle { handle, thread, result, scope: PhantomData })
    }
}

struct Body<'scope, 'env, F, T> {
    scope: &'scope Scope<'env>,
    f: F,
    result: Rc<RefCell<Option<T>>>,
}

// SAFETY: a model runs on one operating-system thread; the bounds of `spawn`
// make what the learner hands over `Send`.
unsafe impl<F, T> Send for Body<'_, '_, F, T> {}

impl<'env, F: FnOnce(&Scope<'env>) -> T, T> Body<'_, 'env, F, T> {
    fn run(self) {
        let value = (self.f)(self.scope);
        *self.result.borrow_mut() = Some(value);
    }
}

pub struct ScopedJoinHandle<'scope, T> {
    handle: Shared,
    thread: Thread,
    result: Rc<RefCell<Option<T>>>,
    scope: PhantomData<&'scope ()>,
}

// SAFETY: a model runs on one operating-system thread.
unsafe impl<T> Send for ScopedJoinHandle<'_, T> {}
// SAFETY: as above.
unsafe impl<T> Sync for ScopedJoinHandle<'_, T> {}
impl<T> UnwindSafe for ScopedJoinHandle<'_, T> {}
impl<T> RefUnwindSafe for ScopedJoinHandle<'_, T> {}

impl<T> ScopedJoinHandle<'_, T> {
    /// # Errors
    ///
    /// The payload of the panic in which the thread ended.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        let handle = self.handle.borrow_mut().take();
        handle.expect("the scope joins after the handle is gone").join()?;
        Ok(self
            .result
            .borrow_mut()
            .take()
            .expect("a thread that did not panic has left its result"))
    }

    #[must_use]
    pub fn thread(&self) -> &Thread {
        &self.thread
    }
}

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("ScopedJoinHandle { .. }")
    }
}
