//@ caught-by: model
//@ because: deadlock
//! One page at a time.

use std::collections::{HashSet, VecDeque};

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

pub fn crawl(web: &impl Web, start: u32, _fetchers: usize) -> Vec<u32> {
    let mut known = HashSet::from([start]);
    let mut to_fetch = VecDeque::from([start]);
    while let Some(page) = to_fetch.pop_front() {
        let text = web.fetch(page);
        to_fetch.extend(web.links(&text).into_iter().filter(|&link| known.insert(link)));
    }
    known.into_iter().collect()
}
