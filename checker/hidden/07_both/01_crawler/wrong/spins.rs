//@ caught-by: test
//@ because: busy waiting
//! A fetcher without a page asks again and again.

use parking_lot::Mutex;
use std::collections::{HashSet, VecDeque};
use std::thread;

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

struct State {
    known: HashSet<u32>,
    to_fetch: VecDeque<u32>,
    in_progress: usize,
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let state = Mutex::new(State {
        known: HashSet::from([start]),
        to_fetch: VecDeque::from([start]),
        in_progress: 0,
    });
    let work = || {
        let mut state_now = state.lock();
        loop {
            let Some(page) = state_now.to_fetch.pop_front() else {
                if state_now.in_progress == 0 {
                    break;
                }
                drop(state_now);
                thread::yield_now();
                state_now = state.lock();
                continue;
            };
            state_now.in_progress += 1;
            drop(state_now);
            let links = web.links(&web.fetch(page));
            state_now = state.lock();
            state_now.in_progress -= 1;
            for link in links {
                if state_now.known.insert(link) {
                    state_now.to_fetch.push_back(link);
                }
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..fetchers {
            scope.spawn(work);
        }
    });
    state.into_inner().known.into_iter().collect()
}
