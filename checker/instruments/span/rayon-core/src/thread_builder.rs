//! Stand-in for `rayon_core::ThreadBuilder`. No worker needs a thread, so there
//! is never one to be built.

use std::convert::Infallible;
use std::marker::PhantomData;

/// A worker that a spawn handler is to give a thread.
#[derive(Debug)]
pub struct ThreadBuilder(Infallible);

impl ThreadBuilder {
    #[must_use]
    pub fn index(&self) -> usize {
        match self.0 {}
    }

    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self.0 {}
    }

    #[must_use]
    pub fn stack_size(&self) -> Option<usize> {
        match self.0 {}
    }

    pub fn run(self) {
        match self.0 {}
    }
}

#[derive(Debug, Default)]
pub struct DefaultSpawn;

#[derive(Debug)]
pub struct CustomSpawn<F>(pub(crate) PhantomData<F>);
