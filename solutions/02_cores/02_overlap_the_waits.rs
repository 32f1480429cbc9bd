//! Fetches many pages from a slow server.

use std::thread;

/// A server that takes its time.
pub trait Io: Sync {
    /// Asks for page `id` and blocks until the answer is there.
    fn fetch(&self, id: u32) -> String;

    /// Asks for page `id` when called for the first time. Returns at once:
    /// the answer if it is there, else `None`.
    fn try_fetch(&self, id: u32) -> Option<String>;
}

/// Fetches all pages; the answers are in the order of `ids`.
pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    // A thread per request, because a blocked thread costs a stack and no CPU.
    // How many cores there are does not matter: that number answers "how many
    // threads can *compute* at once", and here nobody computes. For the same
    // reason `par_iter` is not the tool: rayon's pool has a thread per core,
    // one on this board, and one thread waits for one answer at a time.
    //
    // Scoped threads may borrow `ids` and `io`; `thread::spawn` would ask for
    // 'static, and thus for an `Arc` around what need not be shared for long.
    thread::scope(|scope| {
        // The `collect` is the point. Iterators are lazy: without it each
        // thread would be spawned only when the line below asks for it, and
        // joined before the next one starts.
        let requests: Vec<_> = ids.iter().map(|&id| scope.spawn(move || io.fetch(id))).collect();
        // Joining in the order of spawning gives the order of `ids` for free,
        // whichever request ends first. A shared `Mutex<Vec>` would hold the
        // answers in order of arrival, and would have to be sorted.
        requests
            .into_iter()
            .map(|request| request.join().expect("fetch returns an answer"))
            .collect()
    })
}
