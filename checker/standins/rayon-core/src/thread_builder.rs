//! Stand-in for `rayon_core::ThreadBuilder`.

use crate::pool::Pool;
use std::rc::Rc;
use std::{fmt, io};

/// A worker that a spawn handler is to give a thread.
pub struct ThreadBuilder {
    pub(crate) pool: Rc<Pool>,
    pub(crate) index: usize,
    pub(crate) name: Option<String>,
    pub(crate) stack_size: Option<usize>,
}

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for ThreadBuilder {}
// SAFETY: as above.
unsafe impl Sync for ThreadBuilder {}

impl ThreadBuilder {
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    #[must_use]
    pub fn stack_size(&self) -> Option<usize> {
        self.stack_size
    }

    /// Does the worker's work, until the pool is dropped.
    pub fn run(self) {
        self.pool.work(self.index, None);
    }
}

impl fmt::Debug for ThreadBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut builder = f.debug_struct("ThreadBuilder");
        builder.field("index", &self.index).field("name", &self.name).finish_non_exhaustive()
    }
}

/// How workers come by their threads.
pub trait ThreadSpawn {
    /// Whether they do when the first task is there for them, and not sooner.
    #[doc(hidden)]
    const WITH_THE_FIRST_TASK: bool;

    #[doc(hidden)]
    fn spawn(&mut self, thread: ThreadBuilder) -> io::Result<()>;
}

#[derive(Debug, Default)]
pub struct DefaultSpawn;

impl ThreadSpawn for DefaultSpawn {
    const WITH_THE_FIRST_TASK: bool = true;

    fn spawn(&mut self, _: ThreadBuilder) -> io::Result<()> {
        Ok(())
    }
}

#[derive(Debug)]
pub struct CustomSpawn<F>(pub(crate) F);

impl<F> ThreadSpawn for CustomSpawn<F>
where
    F: FnMut(ThreadBuilder) -> io::Result<()>,
{
    const WITH_THE_FIRST_TASK: bool = false;

    fn spawn(&mut self, thread: ThreadBuilder) -> io::Result<()> {
        (self.0)(thread)
    }
}
