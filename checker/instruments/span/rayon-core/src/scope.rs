//! Stand-in for `rayon_core::{scope, scope_fifo}`: tasks are kept until the
//! scope's own closure is done, as in a pool of one thread.

use crate::broadcast::BroadcastContext;
use crate::seat::Pool;
use std::collections::VecDeque;
use std::fmt;
use std::marker::PhantomData;
use std::sync::{Mutex, PoisonError};
use strands::{Fork, Moment};

/// A task and where it was forked.
type Task<'scope> = (Moment, Box<dyn FnOnce() + Send + 'scope>);

/// What both kinds of scope are.
struct Tasks<'scope> {
    pool: Pool,
    waiting: Mutex<VecDeque<Task<'scope>>>,
    /// Invariant in `'scope`, as the original.
    marker: PhantomData<fn(&'scope ()) -> &'scope ()>,
}

impl<'scope> Tasks<'scope> {
    fn new(pool: Pool) -> Self {
        Self { pool, waiting: Mutex::default(), marker: PhantomData }
    }

    fn add(&self, body: impl FnOnce() + Send + 'scope) {
        let task: Task<'scope> = (strands::fork(Fork::Task), Box::new(body));
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push_back(task);
    }

    fn next(&self, fifo: bool) -> Option<Task<'scope>> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if fifo { waiting.pop_front() } else { waiting.pop_back() }
    }

    /// Runs `op`, then the tasks, those that they add included.
    fn complete<R>(&self, fifo: bool, op: impl FnOnce() -> R) -> R {
        let result = op();
        let own = strands::now();
        let mut ends = Vec::new();
        while let Some((start, body)) = self.next(fifo) {
            strands::begin(start);
            body();
            ends.push(strands::now());
        }
        strands::begin(own);
        strands::join_all(ends);
        result
    }
}

macro_rules! scopes {
    ($Scope:ident, $scope:ident, $in_place:ident, $spawn:ident, fifo: $fifo:literal) => {
        pub struct $Scope<'scope>(Tasks<'scope>);

        /// # Panics
        ///
        /// As `op` or a task of the scope does.
        pub fn $scope<'scope, OP, R>(op: OP) -> R
        where
            OP: FnOnce(&$Scope<'scope>) -> R + Send,
            R: Send,
        {
            let pool = Pool::current();
            pool.within(|| $Scope::run(pool, op))
        }

        /// # Panics
        ///
        /// As `op` or a task of the scope does.
        pub fn $in_place<'scope, OP, R>(op: OP) -> R
        where
            OP: FnOnce(&$Scope<'scope>) -> R,
        {
            $Scope::run(Pool::current(), op)
        }

        impl<'scope> $Scope<'scope> {
            pub(crate) fn run<R>(pool: Pool, op: impl FnOnce(&Self) -> R) -> R {
                let scope = Self(Tasks::new(pool));
                scope.0.complete($fifo, || op(&scope))
            }

            pub fn $spawn<BODY>(&self, body: BODY)
            where
                BODY: FnOnce(&$Scope<'scope>) + Send + 'scope,
            {
                let scope = Address(self);
                let pool = self.0.pool;
                // SAFETY: the scope is there until its tasks are done.
                self.0.add(move || pool.within(|| body(unsafe { &*scope.get() })));
            }

            pub fn spawn_broadcast<BODY>(&self, body: BODY)
            where
                BODY: Fn(&$Scope<'scope>, BroadcastContext<'_>) + Send + Sync + 'scope,
            {
                let body = std::sync::Arc::new(body);
                let pool = self.0.pool;
                for index in 0..pool.size {
                    let (scope, body) = (Address(self), std::sync::Arc::clone(&body));
                    self.0.add(move || {
                        // SAFETY: as above.
                        let scope = unsafe { &*scope.get() };
                        pool.at(index, || body(scope, BroadcastContext::new(index, pool)));
                    });
                }
            }
        }

        impl fmt::Debug for $Scope<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Scope)).finish_non_exhaustive()
            }
        }
    };
}

scopes!(Scope, scope, in_place_scope, spawn, fifo: false);
scopes!(ScopeFifo, scope_fifo, in_place_scope_fifo, spawn_fifo, fifo: true);

/// Where a scope is, for its tasks.
struct Address<T>(*const T);

// SAFETY: it is followed on the thread that has the scope, or on one that was
// lent a reference to it, which is `Sync`.
unsafe impl<T> Send for Address<T> {}

impl<T> Address<T> {
    fn get(&self) -> *const T {
        self.0
    }
}
