//! A thread for each page, but never more than there may be fetchers.

use std::collections::{BTreeSet, VecDeque};
use std::sync::mpsc::channel;
use std::thread;

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let mut known = BTreeSet::from([start]);
    let mut to_fetch = VecDeque::from([start]);
    let mut threads = 0;
    let (send, receive) = channel();
    thread::scope(|scope| {
        while threads > 0 || !to_fetch.is_empty() {
            while threads < fetchers
                && let Some(page) = to_fetch.pop_front()
            {
                let send = send.clone();
                scope.spawn(move || send.send(web.links(&web.fetch(page))).unwrap());
                threads += 1;
            }
            let links: Vec<u32> = receive.recv().unwrap();
            threads -= 1;
            to_fetch.extend(links.into_iter().filter(|&link| known.insert(link)));
        }
    });
    known.into_iter().collect()
}
