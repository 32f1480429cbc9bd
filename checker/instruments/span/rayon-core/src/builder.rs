//! Stand-in for `rayon_core::ThreadPoolBuilder`.

use crate::error::ThreadPoolBuildError;
use crate::seat::{GLOBAL, Pool};
use crate::thread_builder::{CustomSpawn, DefaultSpawn, ThreadBuilder};
use crate::{MOST, ThreadPool};
use std::any::Any;
use std::marker::PhantomData;
use std::sync::atomic::Ordering::Relaxed;
use std::{fmt, io};

/// Everything but the number of threads is accepted and means nothing.
#[derive(Default)]
pub struct ThreadPoolBuilder<S = DefaultSpawn> {
    num_threads: usize,
    spawn: PhantomData<S>,
}

impl ThreadPoolBuilder {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// # Errors
    ///
    /// None.
    pub fn build_scoped<W, F, R>(self, _: W, with_pool: F) -> Result<R, ThreadPoolBuildError>
    where
        W: Fn(ThreadBuilder) + Sync,
        F: FnOnce(&ThreadPool) -> R,
    {
        Ok(with_pool(&self.build()?))
    }
}

impl<S> ThreadPoolBuilder<S> {
    /// # Errors
    ///
    /// None.
    pub fn build(self) -> Result<ThreadPool, ThreadPoolBuildError> {
        Ok(ThreadPool::new_in(Pool::new(self.size())))
    }

    /// # Errors
    ///
    /// If there is a global pool of another program's making already.
    pub fn build_global(self) -> Result<(), ThreadPoolBuildError> {
        let set = GLOBAL.compare_exchange(0, self.size(), Relaxed, Relaxed);
        set.map(drop).map_err(|_| ThreadPoolBuildError(()))
    }

    fn size(&self) -> usize {
        match self.num_threads {
            0 => strands::MADE_UP_CORES,
            threads => threads.min(MOST),
        }
    }

    #[must_use]
    pub fn spawn_handler<F>(self, _: F) -> ThreadPoolBuilder<CustomSpawn<F>>
    where
        F: FnMut(ThreadBuilder) -> io::Result<()>,
    {
        ThreadPoolBuilder { num_threads: self.num_threads, spawn: PhantomData }
    }

    #[must_use]
    pub fn num_threads(self, num_threads: usize) -> Self {
        Self { num_threads, ..self }
    }

    #[must_use]
    pub fn thread_name<F>(self, _: F) -> Self
    where
        F: FnMut(usize) -> String + 'static,
    {
        self
    }

    #[must_use]
    pub fn use_current_thread(self) -> Self {
        self
    }

    #[must_use]
    pub fn panic_handler<H>(self, _: H) -> Self
    where
        H: Fn(Box<dyn Any + Send>) + Send + Sync + 'static,
    {
        self
    }

    #[must_use]
    pub fn stack_size(self, _: usize) -> Self {
        self
    }

    #[deprecated(note = "use `scope_fifo` and `spawn_fifo` for similar effect")]
    #[must_use]
    pub fn breadth_first(self) -> Self {
        self
    }

    #[must_use]
    pub fn start_handler<H>(self, _: H) -> Self
    where
        H: Fn(usize) + Send + Sync + 'static,
    {
        self
    }

    #[must_use]
    pub fn exit_handler<H>(self, _: H) -> Self
    where
        H: Fn(usize) + Send + Sync + 'static,
    {
        self
    }
}

impl<S> fmt::Debug for ThreadPoolBuilder<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut builder = f.debug_struct("ThreadPoolBuilder");
        builder.field("num_threads", &self.num_threads).finish_non_exhaustive()
    }
}
