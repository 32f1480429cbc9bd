//@ caught-by: test
//@ because: that is fetched while page 1 still is
//! Each fetcher has pages of its own, whoever has time.

use crossbeam::channel::unbounded;
use std::collections::HashSet;
use std::thread;

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let (report, found) = unbounded();
    thread::scope(|scope| {
        let own_queue = |_| {
            let (to_fetch, pages) = unbounded();
            let report = report.clone();
            scope.spawn(move || {
                for page in pages {
                    report.send(web.links(&web.fetch(page))).expect("the caller listens");
                }
            });
            to_fetch
        };
        let queues: Vec<_> = (0..fetchers).map(own_queue).collect();
        let of = |page: u32| &queues[page as usize % fetchers];
        let mut known = HashSet::from([start]);
        let mut in_progress = 1;
        of(start).send(start).expect("the fetcher is there");
        while in_progress > 0 {
            for page in found.recv().expect("somebody owes an answer") {
                if known.insert(page) {
                    of(page).send(page).expect("the fetcher is there");
                    in_progress += 1;
                }
            }
            in_progress -= 1;
        }
        drop(queues);
        known.into_iter().collect()
    })
}
