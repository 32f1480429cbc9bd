//! Stand-in for `loom::model`: the execution that is on is one of the model's.

use standin_std::panic::Location;
use standin_std::path::PathBuf;
use standin_std::time::Duration;

/// Settings that the engine has no use for: it decides by its own.
#[derive(Debug)]
#[non_exhaustive]
pub struct Builder {
    pub max_threads: usize,
    pub max_branches: usize,
    pub max_permutations: Option<usize>,
    pub max_duration: Option<Duration>,
    pub preemption_bound: Option<usize>,
    pub checkpoint_file: Option<PathBuf>,
    pub checkpoint_interval: usize,
    pub expect_explicit_explore: bool,
    pub location: bool,
    pub log: bool,
}

impl Builder {
    #[must_use]
    pub fn new() -> Self {
        Self {
            max_threads: crate::MAX_THREADS,
            max_branches: 1_000,
            max_permutations: None,
            max_duration: None,
            preemption_bound: None,
            checkpoint_file: None,
            checkpoint_interval: 20_000,
            expect_explicit_explore: false,
            location: false,
            log: false,
        }
    }

    pub fn checkpoint_file(&mut self, file: &str) -> &mut Self {
        self.checkpoint_file = Some(file.into());
        self
    }

    /// # Panics
    ///
    /// Where no execution is on: nobody would explore the model.
    #[track_caller]
    pub fn check<F>(&self, f: F)
    where
        F: Fn() + Sync + Send + 'static,
    {
        assert!(engine::is_active(), "a model of the stand-in of loom runs in an execution only");
        // A step that does nothing, to tell models of one test apart.
        engine::atomic::yield_now("model", Location::caller());
        f();
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

/// # Panics
///
/// As [`Builder::check`].
#[track_caller]
pub fn model<F>(f: F)
where
    F: Fn() + Sync + Send + 'static,
{
    Builder::new().check(f);
}
