//! Stand-in for `rayon_core::ThreadPoolBuilder`.

use crate::error::{ErrorKind, ThreadPoolBuildError};
use crate::handlers::Handlers;
use crate::job::Payload;
use crate::pool::Pool;
use crate::seat::{self, Seat};
use crate::thread_builder::{CustomSpawn, DefaultSpawn, ThreadBuilder, ThreadSpawn};
use crate::{MOST, ThreadPool, USUAL};
use engine::Place;
use std::panic::Location;
use std::rc::Rc;
use std::{fmt, io};

/// The stack size and `breadth_first` are accepted and mean nothing in a model.
#[derive(Default)]
pub struct ThreadPoolBuilder<S = DefaultSpawn> {
    num_threads: usize,
    use_current_thread: bool,
    stack_size: Option<usize>,
    name: Option<Box<dyn FnMut(usize) -> String>>,
    handlers: Handlers,
    spawn: S,
}

impl ThreadPoolBuilder {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// # Errors
    ///
    /// If a thread cannot join the pool.
    #[track_caller]
    pub fn build_scoped<W, F, R>(self, wrapper: W, with_pool: F) -> Result<R, ThreadPoolBuildError>
    where
        W: Fn(ThreadBuilder) + Sync,
        F: FnOnce(&ThreadPool) -> R,
    {
        standin_std::thread::scope(|scope| {
            let pool = self.spawn_handler(|thread| {
                let name = thread.name().map(str::to_owned);
                let builder = standin_std::thread::Builder::new();
                let builder = name.into_iter().fold(builder, standin_std::thread::Builder::name);
                builder.spawn_scoped(scope, || wrapper(thread)).map(drop)
            });
            Ok(with_pool(&pool.build()?))
        })
    }
}

impl<S: ThreadSpawn> ThreadPoolBuilder<S> {
    /// # Errors
    ///
    /// If a thread cannot join the pool.
    #[track_caller]
    pub fn build(self) -> Result<ThreadPool, ThreadPoolBuildError> {
        Ok(ThreadPool::new_in(self.into_pool(Location::caller())?))
    }

    /// # Errors
    ///
    /// If the global pool is there already, or a thread cannot join it.
    #[track_caller]
    pub fn build_global(self) -> Result<(), ThreadPoolBuildError> {
        if seat::has_global() {
            return Err(ErrorKind::GlobalPoolAlreadyInitialized.into());
        }
        seat::set_global(self.into_pool(Location::caller())?);
        Ok(())
    }

    fn into_pool(mut self, place: Place) -> Result<Rc<Pool>, ThreadPoolBuildError> {
        if self.use_current_thread && seat::current().is_some() {
            return Err(ErrorKind::CurrentThreadAlreadyInPool.into());
        }
        let size = if self.num_threads == 0 { USUAL } else { self.num_threads.min(MOST) };
        self.handlers.names = self.name.iter_mut().flat_map(|name| (0..size).map(name)).collect();
        let pool = Pool::new(size, self.handlers, place);
        let first = usize::from(self.use_current_thread);
        if self.use_current_thread {
            let index = pool.enter("use_current_thread", place);
            seat::sit(Seat { pool: Rc::clone(&pool), index });
        }
        if S::WITH_THE_FIRST_TASK {
            return Ok(pool);
        }
        pool.with(|state| state.started_elsewhere = true);
        for index in first..size {
            pool.with(|state| state.workers[index].started = true);
            let (name, stack_size) = (pool.handlers.name(index), self.stack_size);
            let thread = ThreadBuilder { pool: Rc::clone(&pool), index, name, stack_size };
            if let Err(source) = self.spawn.spawn(thread) {
                pool.terminate(place);
                return Err(ErrorKind::IOError(source).into());
            }
        }
        Ok(pool)
    }
}

impl<S> ThreadPoolBuilder<S> {
    #[must_use]
    pub fn spawn_handler<F>(self, spawn: F) -> ThreadPoolBuilder<CustomSpawn<F>>
    where
        F: FnMut(ThreadBuilder) -> io::Result<()>,
    {
        let Self { num_threads, use_current_thread, stack_size, name, handlers, spawn: _ } = self;
        let spawn = CustomSpawn(spawn);
        ThreadPoolBuilder { num_threads, use_current_thread, stack_size, name, handlers, spawn }
    }

    #[must_use]
    pub fn thread_name<F>(mut self, closure: F) -> Self
    where
        F: FnMut(usize) -> String + 'static,
    {
        self.name = Some(Box::new(closure));
        self
    }

    #[must_use]
    pub fn num_threads(mut self, num_threads: usize) -> Self {
        self.num_threads = num_threads;
        self
    }

    #[must_use]
    pub fn use_current_thread(mut self) -> Self {
        self.use_current_thread = true;
        self
    }

    #[must_use]
    pub fn panic_handler<H>(mut self, panic_handler: H) -> Self
    where
        H: Fn(Payload) + Send + Sync + 'static,
    {
        self.handlers.panic = Some(Box::new(panic_handler));
        self
    }

    #[must_use]
    pub fn stack_size(mut self, stack_size: usize) -> Self {
        self.stack_size = Some(stack_size);
        self
    }

    #[deprecated(note = "use `scope_fifo` and `spawn_fifo` for similar effect")]
    #[must_use]
    pub fn breadth_first(self) -> Self {
        self
    }

    #[must_use]
    pub fn start_handler<H>(mut self, start_handler: H) -> Self
    where
        H: Fn(usize) + Send + Sync + 'static,
    {
        self.handlers.start = Some(Box::new(start_handler));
        self
    }

    #[must_use]
    pub fn exit_handler<H>(mut self, exit_handler: H) -> Self
    where
        H: Fn(usize) + Send + Sync + 'static,
    {
        self.handlers.exit = Some(Box::new(exit_handler));
        self
    }
}

impl<S> fmt::Debug for ThreadPoolBuilder<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ThreadPoolBuilder")
            .field("num_threads", &self.num_threads)
            .finish_non_exhaustive()
    }
}
