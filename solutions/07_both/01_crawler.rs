//! Crawls a part of the web.

use crossbeam::channel::unbounded;
use std::collections::HashSet;
use std::thread;

/// A part of the web.
pub trait Web: Sync {
    /// Asks a server for a page and blocks until its text is there.
    fn fetch(&self, page: u32) -> String;

    /// The pages that a text links to. It computes, and waits for nothing.
    fn links(&self, text: &str) -> Vec<u32>;
}

/// All pages that can be reached from `start`, in any order.
pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    // Both channels are without bound. With a bound a fetcher could wait for
    // room in one of them, the caller for room in the other, and neither would
    // take anything out any more.
    let (to_fetch, pages) = unbounded();
    let (report, found) = unbounded();
    thread::scope(|scope| {
        // The fetchers are few and stay. That bounds the requests and the
        // threads at once; a thread for each link would need a semaphore for
        // the former, and would still be a thousand threads.
        for _ in 0..fetchers {
            let (pages, report) = (pages.clone(), report.clone());
            scope.spawn(move || {
                // Fetching waits: it gains from threads, on one core as well.
                // Searching for links computes, and gains from cores. Here both
                // are done outside any lock, so both can overlap.
                for page in pages {
                    let links = web.links(&web.fetch(page));
                    report.send(links).expect("the caller listens until the end");
                }
            });
        }
        // What is known belongs to this thread alone. With one owner there is
        // no lock, and "is it new?" and "then note it" cannot be torn apart.
        let mut known = HashSet::from([start]);
        let mut in_progress = 1;
        to_fetch.send(start).expect("the fetchers are there");
        // An empty queue is not the end: a fetcher may still come back with
        // links. The end is that nobody owes an answer.
        while in_progress > 0 {
            let links = found.recv().expect("somebody owes an answer");
            for page in links {
                if known.insert(page) {
                    to_fetch.send(page).expect("the fetchers are there");
                    in_progress += 1;
                }
            }
            // After its links have been counted, not before.
            in_progress -= 1;
        }
        // The last sender goes, and with it the fetchers' loops; the scope
        // waits for them.
        drop(to_fetch);
        known.into_iter().collect()
    })
}
