//! Vector clocks and views: who knows of what.

use std::time::Duration;

/// Threads that can be live at one time, with main.
pub const MAX_THREADS: usize = 16;

/// A set of them, one bit each.
pub type Threads = u32;

/// How far into each thread's history something is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Clock([u32; MAX_THREADS]);

impl Clock {
    pub fn get(&self, thread: usize) -> u32 {
        self.0[thread]
    }

    pub fn tick(&mut self, thread: usize) -> u32 {
        self.0[thread] += 1;
        self.0[thread]
    }

    /// Moves a thread's time on, if it is not past that.
    pub fn reach(&mut self, thread: usize, time: u32) {
        self.0[thread] = self.0[thread].max(time);
    }

    pub fn join(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine = (*mine).max(*theirs);
        }
    }
}

/// For each atomic, the oldest store in its modification order that may still
/// be read. Reading is coherent because views only grow.
#[derive(Debug, Clone, Default)]
pub struct View(Vec<u32>);

impl View {
    pub fn floor(&self, location: usize) -> u32 {
        self.0.get(location).copied().unwrap_or(0)
    }

    pub fn raise(&mut self, location: usize, store: u32) {
        if self.0.len() <= location {
            self.0.resize(location + 1, 0);
        }
        self.0[location] = self.0[location].max(store);
    }

    pub fn join(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine = (*mine).max(*theirs);
        }
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}

/// What a release hands to the acquire that reads it.
#[derive(Debug, Clone, Default)]
pub struct Knowledge {
    /// Everything that happens before.
    pub clock: Clock,
    pub view: View,
    /// The latest time that anything of it has seen.
    pub time: Duration,
}

impl Knowledge {
    /// Nothing is known.
    #[must_use]
    pub const fn new() -> Self {
        Self { clock: Clock([0; MAX_THREADS]), view: View(Vec::new()), time: Duration::ZERO }
    }

    pub fn join(&mut self, other: &Self) {
        self.clock.join(&other.clock);
        self.view.join(&other.view);
        self.time = self.time.max(other.time);
    }

    /// What was seen, without what happened before: what a SeqCst fence hands on
    /// to the next.
    #[must_use]
    pub fn view_only(&self) -> Self {
        Self { view: self.view.clone(), ..Self::default() }
    }

    /// Whether whoever knows this knows of all that `other` does.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        self.clock.0.iter().zip(&other.clock.0).all(|(mine, theirs)| mine >= theirs)
    }
}
