//! The conformance suite of std, as far as it is about what waits.
//!
//! The recording `std` is a thin one, and what would be wrong with it is above
//! all that something of the original is missing.

extern crate timeline_std as std;

#[path = "../../../../conformance/tests/std_barrier.rs"]
mod barrier;
#[path = "../../../../conformance/tests/std_condvar.rs"]
mod condvar;
#[path = "../../../../conformance/tests/std_inference.rs"]
mod inference;
#[path = "../../../../conformance/tests/std_lazy_lock.rs"]
mod lazy_lock;
#[path = "../../../../conformance/tests/std_mpsc.rs"]
mod mpsc;
#[path = "../../../../conformance/tests/std_mutex.rs"]
mod mutex;
#[path = "../../../../conformance/tests/std_once.rs"]
mod once;
#[path = "../../../../conformance/tests/std_once_lock.rs"]
mod once_lock;
#[path = "../../../../conformance/tests/std_panic.rs"]
mod panic;
#[path = "../../../../conformance/tests/std_rwlock.rs"]
mod rwlock;
#[path = "../../../../conformance/tests/std_scope.rs"]
mod scope;
#[path = "../../../../conformance/tests/std_statics.rs"]
mod statics;
#[path = "../../../../conformance/tests/std_sync_channel.rs"]
mod sync_channel;
#[path = "../../../../conformance/tests/std_thread.rs"]
mod thread;
#[path = "../../../../conformance/tests/std_thread_local.rs"]
mod thread_local;
#[path = "../../../../conformance/tests/std_traits.rs"]
mod traits;
