//@ caught-by: test
//@ because: that is fetched while page 1 still is
//! All pages of a level are fetched before the next level begins.

use parking_lot::Mutex;
use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let mut known = HashSet::from([start]);
    let mut level = vec![start];
    while !level.is_empty() {
        let (next, found) = (AtomicUsize::new(0), Mutex::new(vec![]));
        thread::scope(|scope| {
            for _ in 0..fetchers {
                scope.spawn(|| {
                    while let Some(&page) = level.get(next.fetch_add(1, Relaxed)) {
                        let links = web.links(&web.fetch(page));
                        found.lock().extend(links);
                    }
                });
            }
        });
        level = found.into_inner().into_iter().filter(|&link| known.insert(link)).collect();
    }
    known.into_iter().collect()
}
