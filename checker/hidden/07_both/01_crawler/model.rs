//! Small webs, crawled by one and by two fetchers.

use harness::{Calls, expect_eq};
use learner::{Web, crawl};
use std::sync::Barrier;

/// Page `n` links to the pages of row `n`.
struct Small<'a> {
    rows: &'a [&'a [u32]],
    fetched: Vec<Calls>,
    searched: Vec<Calls>,
    /// Where all pages but the first wait for one another while they are fetched.
    meeting: Option<Barrier>,
}

impl<'a> Small<'a> {
    fn new(rows: &'a [&'a [u32]]) -> Self {
        let calls = || rows.iter().map(|_| Calls::new()).collect();
        Self { rows, fetched: calls(), searched: calls(), meeting: None }
    }

    fn crawled_by(&self, fetchers: usize) {
        let mut pages = crawl(self, 0, fetchers);
        pages.sort_unstable();
        expect_eq("pages found, sorted", pages, (0..self.rows.len() as u32).collect());
        for (page, calls) in self.fetched.iter().enumerate() {
            expect_eq(&format!("times that page {page} was fetched"), calls.total(), 1);
        }
        for (page, calls) in self.searched.iter().enumerate() {
            expect_eq(&format!("times that page {page} was searched"), calls.total(), 1);
        }
    }
}

impl Web for Small<'_> {
    fn fetch(&self, page: u32) -> String {
        let _call = self.fetched[page as usize].enter();
        if let Some(meeting) = &self.meeting
            && page != 0
        {
            meeting.wait();
        }
        page.to_string()
    }

    fn links(&self, text: &str) -> Vec<u32> {
        let page: usize = text.parse().expect("the text of a page");
        let _call = self.searched[page].enter();
        self.rows[page].to_vec()
    }
}

/// One page without links, two fetchers: both are done.
fn one_page() {
    Small::new(&[&[]]).crawled_by(2);
}

/// Pages 0, 1 and 2 in a chain, two fetchers.
fn chain() {
    Small::new(&[&[1], &[2], &[]]).crawled_by(2);
}

/// Page 0 links to 1 and 2, and both of them link to 3.
fn two_ways_to_a_page() {
    Small::new(&[&[1, 2], &[3], &[3], &[]]).crawled_by(2);
}

/// Pages 0 and 1 link to each other and to themselves.
fn ring() {
    Small::new(&[&[1, 0], &[0, 1, 1]]).crawled_by(2);
}

/// Page 0 links to 1 and 2. Two fetchers fetch these at the same time, and
/// neither comes back before the other has begun.
fn two_pages_at_the_same_time() {
    let mut web = Small::new(&[&[1, 2], &[], &[]]);
    web.meeting = Some(Barrier::new(2));
    web.crawled_by(2);
}

/// Page 0 links to three pages, and one fetcher does everything.
fn one_fetcher() {
    Small::new(&[&[1, 2, 3], &[], &[], &[]]).crawled_by(1);
}

harness::models![
    one_page,
    chain,
    two_ways_to_a_page,
    ring,
    two_pages_at_the_same_time,
    one_fetcher,
];
