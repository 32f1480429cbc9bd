//@ caught-by: test
//@ because: threads for two hundred links
//! A thread for each link; most of them wait for a permit.

use parking_lot::{Condvar, Mutex};
use std::collections::HashSet;
use std::thread::{self, Scope};

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

struct Crawler<'a, W> {
    web: &'a W,
    known: Mutex<HashSet<u32>>,
    permits: Mutex<usize>,
    freed: Condvar,
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let crawler = Crawler {
        web,
        known: Mutex::new(HashSet::from([start])),
        permits: Mutex::new(fetchers),
        freed: Condvar::new(),
    };
    thread::scope(|scope| visit(scope, &crawler, start));
    crawler.known.into_inner().into_iter().collect()
}

fn visit<'scope, W: Web>(
    scope: &'scope Scope<'scope, '_>,
    crawler: &'scope Crawler<'_, W>,
    page: u32,
) {
    let mut permits = crawler.permits.lock();
    crawler.freed.wait_while(&mut permits, |permits| *permits == 0);
    *permits -= 1;
    drop(permits);
    let text = crawler.web.fetch(page);
    *crawler.permits.lock() += 1;
    crawler.freed.notify_one();
    for link in crawler.web.links(&text) {
        if crawler.known.lock().insert(link) {
            scope.spawn(move || visit(scope, crawler, link));
        }
    }
}
