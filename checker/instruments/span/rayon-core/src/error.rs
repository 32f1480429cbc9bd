//! Stand-in for `rayon_core::ThreadPoolBuildError`.

use std::error::Error;
use std::fmt;

/// Why a pool could not be built: there is a global one already.
#[derive(Debug)]
pub struct ThreadPoolBuildError(pub(crate) ());

impl Error for ThreadPoolBuildError {}

impl fmt::Display for ThreadPoolBuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("The global thread pool has already been initialized.")
    }
}
