//! Stand-in for `std::thread::scope`.

use super::handle::Packet;
use super::{Builder, Result, Thread};
use ::std::fmt;
use ::std::marker::PhantomData;
use ::std::panic::{AssertUnwindSafe, Location, RefUnwindSafe};
use ::std::rc::Rc;
use engine::cell::RefCell;
use engine::unwinding::{catch, resume};

pub struct Scope<'scope, 'env: 'scope> {
    threads: RefCell<Vec<engine::Handle>>,
    scope: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}

// SAFETY: a model runs on one operating-system thread.
unsafe impl Sync for Scope<'_, '_> {}
// SAFETY: as above.
unsafe impl Send for Scope<'_, '_> {}
impl RefUnwindSafe for Scope<'_, '_> {}

/// # Panics
///
/// If a thread of the scope panicked and nobody joined it.
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let scope = Scope { threads: RefCell::new(Vec::new()), scope: PhantomData, env: PhantomData };
    let result = catch(AssertUnwindSafe(|| f(&scope)));
    let place = Location::caller();
    let mut panicked = false;
    // A thread may spawn another into the scope while it is waited for.
    let mut joined = 0;
    loop {
        let Some(thread) = scope.threads.borrow().get(joined).cloned() else { break };
        let seen_by_learner = thread.is_observed();
        let ended_in_panic = thread.await_return(place).is_some();
        panicked |= ended_in_panic && !seen_by_learner;
        joined += 1;
    }
    match result {
        Err(payload) => resume(payload),
        Ok(_) if panicked => ::std::panic::panic_any(engine::SCOPE_PANICKED),
        Ok(value) => value,
    }
}

impl<'scope, 'env> Scope<'scope, 'env> {
    #[track_caller]
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        Builder::new()
            .spawn_scoped(self, f)
            .expect("the engine either has room or ends the execution")
    }

    pub(super) fn adopt(&self, thread: engine::Handle) {
        self.threads.borrow_mut().push(thread);
    }
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

pub struct ScopedJoinHandle<'scope, T> {
    handle: engine::Handle,
    thread: Thread,
    packet: Rc<Packet<T>>,
    scope: PhantomData<&'scope ()>,
}

// SAFETY: as for `JoinHandle`.
unsafe impl<T: Send> Send for ScopedJoinHandle<'_, T> {}
// SAFETY: as for `JoinHandle`.
unsafe impl<T: Send> Sync for ScopedJoinHandle<'_, T> {}

impl<T> ScopedJoinHandle<'_, T> {
    pub(super) fn new(handle: engine::Handle, packet: Rc<Packet<T>>) -> Self {
        Self { thread: Thread::new(handle.clone()), handle, packet, scope: PhantomData }
    }

    #[must_use]
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// # Errors
    ///
    /// The payload of the panic in which the thread ended.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        self.handle.join(Location::caller());
        self.packet.take()
    }

    #[track_caller]
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.handle.is_finished(Location::caller())
    }
}

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}
