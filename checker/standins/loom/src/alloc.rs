//! Stand-in for `loom::alloc`: every block is watched, whoever asks for it.

pub use standin_std::alloc::{Layout, alloc, alloc_zeroed, dealloc};

/// A value that must not be leaked.
#[derive(Debug)]
pub struct Track<T>(Box<T>);

impl<T> Track<T> {
    pub fn new(value: T) -> Self {
        Self(Box::new(value))
    }

    pub fn get_ref(&self) -> &T {
        &self.0
    }

    pub fn get_mut(&mut self) -> &mut T {
        &mut self.0
    }

    pub fn into_inner(self) -> T {
        *self.0
    }
}
