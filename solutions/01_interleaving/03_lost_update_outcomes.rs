//! The final values of three programs that count.

/// Two threads, each with two plain increments.
//
// 4 is the serial run; 3 loses one update. 2 loses two: A loads 0, B runs its
// first increment, A stores 1 over it, B loads that 1, A runs its second
// increment, and B stores 2 over it.
//
// Why not 1? The last store of the program would have to write 1, so the load
// before it read 0. But the last store belongs to the *second* increment of
// some thread, and that thread has stored at least 1 by then. Nobody ever
// stores 0, so its second load cannot read 0.
pub const TWO_THREADS_TWICE: &[u64] = &[2, 3, 4];

/// Two threads, each with two atomic increments.
//
// One operation has no middle to come between. All orders of the four
// additions give the same sum.
pub const TWO_THREADS_TWICE_ATOMIC: &[u64] = &[4];

/// Three threads, each with one plain increment.
//
// Here 1 is possible, although fewer increments meet than above: all three
// load 0 before anybody stores. With a single increment per thread there is no
// earlier store of its own that keeps a thread from reading 0.
pub const THREE_THREADS_ONCE: &[u64] = &[1, 2, 3];
