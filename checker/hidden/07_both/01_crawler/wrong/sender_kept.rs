//@ caught-by: model
//@ because: deadlock
//! The caller keeps its sender, and the fetchers wait for more.

use crossbeam::channel::unbounded;
use std::collections::HashSet;
use std::thread;

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let (to_fetch, pages) = unbounded();
    let (report, found) = unbounded();
    thread::scope(|scope| {
        for _ in 0..fetchers {
            let (pages, report) = (pages.clone(), report.clone());
            scope.spawn(move || {
                for page in pages {
                    report.send(web.links(&web.fetch(page))).expect("the caller listens");
                }
            });
        }
        let mut known = HashSet::from([start]);
        let mut in_progress = 1;
        to_fetch.send(start).expect("the fetchers are there");
        while in_progress > 0 {
            let links = found.recv().expect("somebody owes an answer");
            for page in links {
                if known.insert(page) {
                    to_fetch.send(page).expect("the fetchers are there");
                    in_progress += 1;
                }
            }
            in_progress -= 1;
        }
        known.into_iter().collect()
    })
}
