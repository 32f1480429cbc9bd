//! `std` and no more; a fetcher is woken for each page, and everybody at the end.

use std::collections::BTreeSet;
use std::sync::{Condvar, Mutex};
use std::thread;

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

#[derive(Default)]
struct State {
    known: BTreeSet<u32>,
    to_fetch: Vec<u32>,
    unfinished: usize,
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let state = Mutex::new(State { known: [start].into(), to_fetch: vec![start], unfinished: 1 });
    let changed = Condvar::new();
    // The caller is a fetcher, too.
    thread::scope(|scope| {
        for _ in 1..fetchers {
            scope.spawn(|| work(web, &state, &changed));
        }
        work(web, &state, &changed);
    });
    state.into_inner().unwrap().known.into_iter().collect()
}

fn work(web: &impl Web, state: &Mutex<State>, changed: &Condvar) {
    loop {
        let guard = state.lock().unwrap();
        let idle = |state: &mut State| state.to_fetch.is_empty() && state.unfinished > 0;
        let page = changed.wait_while(guard, idle).unwrap().to_fetch.pop();
        let Some(page) = page else { return };
        let text = web.fetch(page);
        let links = web.links(&text);
        let mut state = state.lock().unwrap();
        for link in links {
            if state.known.insert(link) {
                state.to_fetch.push(link);
                state.unfinished += 1;
                changed.notify_one();
            }
        }
        state.unfinished -= 1;
        if state.unfinished == 0 {
            changed.notify_all();
        }
    }
}
