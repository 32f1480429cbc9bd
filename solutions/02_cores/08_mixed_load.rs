//! Fetches many pages and digests them: waiting and computing.

use crossbeam::channel;
use std::thread;

/// A slow server and a costly computation.
pub trait Work: Sync {
    /// Asks the server for a page, and waits for it.
    fn fetch(&self, id: u32) -> u64;

    /// Finds the words of a page. Keeps a core busy.
    fn digest(&self, page: u64) -> u64;
}

/// The digests of all pages, in the order of `ids`.
///
/// The server answers up to `connections` requests at a time; the machine has
/// `cores` cores.
pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    // Two groups of threads, each with a number that fits: those that wait, as
    // many as the server allows, and those that compute, one for each core. Not
    // one group for both: who waits would keep a core idle, or who computes a
    // connection.
    let (to_fetch, orders) = channel::unbounded();
    let (to_digest, pages) = channel::unbounded();
    let (to_result, results) = channel::unbounded();
    for order in ids.iter().copied().enumerate() {
        to_fetch.send(order).expect("`orders` is still there");
    }
    // A loop over a channel ends when its last sender is gone. So the originals
    // are moved into a thread or dropped.
    drop(to_fetch);
    thread::scope(|scope| {
        for _ in 0..connections {
            let (orders, to_digest) = (orders.clone(), to_digest.clone());
            // A page goes on as soon as it is there: who digests need not know
            // how many are still on their way, or in which order they come.
            scope.spawn(move || {
                for (place, id) in orders {
                    to_digest.send((place, work.fetch(id))).expect("`pages` is still there");
                }
            });
        }
        drop(to_digest);
        for _ in 0..cores {
            let (pages, to_result) = (pages.clone(), to_result.clone());
            scope.spawn(move || {
                for (place, page) in pages {
                    let digest = work.digest(page);
                    to_result.send((place, digest)).expect("`results` is still there");
                }
            });
        }
        drop(to_result);
        // Each digest brings its place along, since they come in any order.
        let mut digests = vec![0; ids.len()];
        for (place, digest) in results {
            digests[place] = digest;
        }
        digests
    })
}
