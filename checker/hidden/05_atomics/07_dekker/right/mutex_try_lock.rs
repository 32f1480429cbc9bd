//! A lock that is only ever tried, and forgives a panic.

use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, MutexGuard, TryLockError};

pub struct Tunnel<T>(Mutex<T>);

pub struct End<'a, T>(&'a Mutex<T>);

pub struct Inside<'a, T>(MutexGuard<'a, T>);

impl<T> Tunnel<T> {
    pub fn new(log: T) -> Self {
        Self(Mutex::new(log))
    }

    pub fn ends(&mut self) -> (End<'_, T>, End<'_, T>) {
        (End(&self.0), End(&self.0))
    }
}

impl<T> End<'_, T> {
    pub fn try_enter(&mut self) -> Option<Inside<'_, T>> {
        match self.0.try_lock() {
            Ok(guard) => Some(Inside(guard)),
            Err(TryLockError::Poisoned(poisoned)) => Some(Inside(poisoned.into_inner())),
            Err(TryLockError::WouldBlock) => None,
        }
    }
}

impl<T> Deref for Inside<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Inside<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
