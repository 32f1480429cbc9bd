//! Crawls a part of the web.

use std::collections::{HashSet, VecDeque};

/// A part of the web.
pub trait Web: Sync {
    /// Asks a server for a page and blocks until its text is there.
    fn fetch(&self, page: u32) -> String;

    /// The pages that a text links to. It computes, and waits for nothing.
    fn links(&self, text: &str) -> Vec<u32>;
}

/// All pages that can be reached from `start`, in any order.
pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    // TODO: have `fetchers` pages fetched at the same time.
    let _ = fetchers;
    let mut known = HashSet::from([start]);
    let mut to_fetch = VecDeque::from([start]);
    while let Some(page) = to_fetch.pop_front() {
        let text = web.fetch(page);
        to_fetch.extend(web.links(&text).into_iter().filter(|&link| known.insert(link)));
    }
    known.into_iter().collect()
}
