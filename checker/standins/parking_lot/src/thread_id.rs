//! Stand-in for `parking_lot::RawThreadId`.

use crate::lock_api::GetThreadId;
use std::num::NonZeroUsize;

pub struct RawThreadId;

// SAFETY: the engine numbers its threads.
unsafe impl GetThreadId for RawThreadId {
    const INIT: Self = Self;

    fn nonzero_thread_id(&self) -> NonZeroUsize {
        NonZeroUsize::MIN.saturating_add(engine::current().serial())
    }
}
