//@ caught-by: model
//@ because: deadlock
//! A fetcher leaves when there is no page, while others still fetch.

use parking_lot::Mutex;
use std::collections::{HashSet, VecDeque};
use std::thread;

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let state = Mutex::new((HashSet::from([start]), VecDeque::from([start])));
    let next = || state.lock().1.pop_front();
    let work = || {
        while let Some(page) = next() {
            let links = web.links(&web.fetch(page));
            let mut state = state.lock();
            for link in links {
                if state.0.insert(link) {
                    state.1.push_back(link);
                }
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..fetchers {
            scope.spawn(work);
        }
    });
    state.into_inner().0.into_iter().collect()
}
