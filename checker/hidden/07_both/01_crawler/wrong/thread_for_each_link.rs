//@ caught-by: test
//@ because: fetchers fetch at the same time
//! A thread for each link, and nobody counts.

use parking_lot::Mutex;
use std::collections::HashSet;
use std::thread::{self, Scope};

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

pub fn crawl(web: &impl Web, start: u32, _fetchers: usize) -> Vec<u32> {
    let known = Mutex::new(HashSet::from([start]));
    thread::scope(|scope| visit(scope, web, start, &known));
    known.into_inner().into_iter().collect()
}

fn visit<'scope>(
    scope: &'scope Scope<'scope, '_>,
    web: &'scope impl Web,
    page: u32,
    known: &'scope Mutex<HashSet<u32>>,
) {
    for link in web.links(&web.fetch(page)) {
        if known.lock().insert(link) {
            scope.spawn(move || visit(scope, web, link, known));
        }
    }
}
