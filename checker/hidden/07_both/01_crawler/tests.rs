//! Webs of many shapes, crawled by real threads.

use harness::{
    Calls, Rendezvous, Sleepers, VirtualTime, expect, expect_at_most, expect_eq, threads_now,
};
use learner::{Web, crawl};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

/// Page `n` links to the pages of row `n`.
type Rows = Vec<Vec<u32>>;

/// A web that counts.
struct Counting<'a> {
    rows: &'a Rows,
    fetches: Calls,
    fetched: Vec<Calls>,
    searched: Vec<Calls>,
    while_fetching: &'a (dyn Fn(u32) + Sync),
    while_searching: &'a (dyn Fn(u32) + Sync),
}

impl<'a> Counting<'a> {
    fn new(rows: &'a Rows) -> Self {
        let calls = || rows.iter().map(|_| Calls::new()).collect();
        Self {
            rows,
            fetches: Calls::new(),
            fetched: calls(),
            searched: calls(),
            while_fetching: &|_| {},
            while_searching: &|_| {},
        }
    }

    /// Crawls from page 0; all that is counted has to be right.
    fn crawled_by(&self, fetchers: usize, name: &str) {
        let mut pages = crawl(self, 0, fetchers);
        pages.sort_unstable();
        let wanted = reachable(self.rows);
        for (what, calls) in [("fetched", &self.fetched), ("searched", &self.searched)] {
            let of_all = calls.iter().map(Calls::total).enumerate();
            let most = of_all.max_by_key(|(_, calls)| *calls).expect("there is a page");
            let what = format!("most often {what} of {name}: page {}, times", most.0);
            expect_at_most(&what, most.1, 1);
        }
        expect_eq(&format!("pages found of {name}, sorted"), &pages, &wanted);
        expect_eq(&format!("pages fetched of {name}"), self.fetches.total(), wanted.len());
        let what = format!("pages of {name} that {fetchers} fetchers fetch at the same time");
        expect_at_most(&what, self.fetches.peak(), fetchers);
    }
}

impl Web for Counting<'_> {
    fn fetch(&self, page: u32) -> String {
        let _of_all = self.fetches.enter();
        let _call = self.fetched[page as usize].enter();
        (self.while_fetching)(page);
        format!("page {page}")
    }

    fn links(&self, text: &str) -> Vec<u32> {
        let page = text.strip_prefix("page ").and_then(|page| page.parse::<usize>().ok());
        let page = page.expect("the text of a page");
        let _call = self.searched[page].enter();
        (self.while_searching)(page as u32);
        self.rows[page].clone()
    }
}

fn reachable(rows: &Rows) -> Vec<u32> {
    let (mut known, mut next) = (vec![0], 0);
    while let Some(&page) = known.get(next) {
        next += 1;
        for &link in &rows[page as usize] {
            if !known.contains(&link) {
                known.push(link);
            }
        }
    }
    known.sort_unstable();
    known
}

fn chain(pages: u32) -> Rows {
    (1..=pages).map(|next| (next..pages.min(next + 1)).collect()).collect()
}

/// Page 0 links to all others.
fn star(pages: u32) -> Rows {
    let mut rows = vec![vec![]; pages as usize];
    rows[0] = (1..pages).collect();
    rows
}

/// Each page links to the next, the last one to the first, and each to itself.
fn ring(pages: u32) -> Rows {
    (0..pages).map(|page| vec![page, (page + 1) % pages]).collect()
}

/// Page `n` links to `children` pages of its own.
fn tree(pages: u32, children: u32) -> Rows {
    (0..pages)
        .map(|page| {
            let first = page * children + 1;
            (first.min(pages)..(first + children).min(pages)).collect()
        })
        .collect()
}

/// Everybody links to everybody.
fn clique(pages: u32) -> Rows {
    (0..pages).map(|_| (0..pages).collect()).collect()
}

/// Some pages link here and there, often twice; some cannot be reached.
fn tangle(pages: u32, seed: u32) -> Rows {
    let mut state = seed;
    let mut random = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % below
    };
    (0..pages).map(|_| (0..random(5)).map(|_| random(pages)).collect()).collect()
}

/// Thirty webs: chains, stars, rings, trees, webs in which everybody links to
/// everybody, tangles. Each page that can be reached is fetched and searched
/// once, and never are more pages fetched at the same time than there are
/// fetchers.
fn thirty_webs() {
    let webs: [(&str, Rows); 15] = [
        ("a single page", chain(1)),
        ("a page that links to itself", ring(1)),
        ("a chain of 2", chain(2)),
        ("a chain of 30", chain(30)),
        ("a star of 3", star(3)),
        ("a star of 60", star(60)),
        ("a ring of 2", ring(2)),
        ("a ring of 20", ring(20)),
        ("a binary tree of 31", tree(31, 2)),
        ("a tree of 50 with seven children each", tree(50, 7)),
        ("a clique of 2", clique(2)),
        ("a clique of 20", clique(20)),
        ("a tangle of 20", tangle(20, 4)),
        ("a tangle of 50", tangle(50, 9)),
        ("a tangle of 100", tangle(100, 10)),
    ];
    let mut crawled = 0;
    for (number, (name, rows)) in webs.iter().enumerate() {
        for fetchers in [1 + number % 3, 5 + number % 4] {
            let mut web = Counting::new(rows);
            web.while_fetching = &|_| thread::yield_now();
            web.crawled_by(fetchers, name);
            crawled += 1;
        }
    }
    harness::note("webs crawled, each page once", crawled.into(), "");
}

/// A page with eight links, eight fetchers, seven of whom have waited for that
/// page: all eight links are fetched at the same time.
fn eight_pages_at_the_same_time() {
    let (rows, meeting) = (star(9), Rendezvous::new(8));
    let mut web = Counting::new(&rows);
    let wait_for_the_others = |page| {
        if page == 0 {
            Sleepers::until_others_are_asleep();
        } else {
            expect("eight pages that are fetched at the same time", meeting.meet());
        }
    };
    web.while_fetching = &wait_for_the_others;
    web.crawled_by(8, "a star of 9");
    harness::note("pages fetched at the same time", web.fetches.peak() as f64, "pages");
}

/// Page 0 links to 1 and 2. Four fetchers: the texts of 1 and 2 are searched at
/// the same time.
fn two_texts_at_the_same_time() {
    let (rows, meeting) = (star(3), Rendezvous::new(2));
    let mut web = Counting::new(&rows);
    let wait_for_the_other = |page| {
        expect("two texts that are searched at the same time", page == 0 || meeting.meet());
    };
    web.while_searching = &wait_for_the_other;
    web.crawled_by(4, "a star of 3");
    harness::note("texts searched at the same time", 2.0, "texts");
}

/// Page 0 links to 1 and 2, page 2 links to 3. Two fetchers: page 3 is fetched
/// while page 1 still is, and then while the text of page 1 is searched.
fn a_page_does_not_wait_for_its_neighbours() {
    let rows: Rows = vec![vec![1, 2], vec![], vec![3], vec![]];
    let meeting = Rendezvous::new(2);
    let mut web = Counting::new(&rows);
    let fetching = |page| {
        let what = "page 3, known from page 2, that is fetched while page 1 still is";
        expect(what, ![1, 3].contains(&page) || meeting.meet());
    };
    web.while_fetching = &fetching;
    web.crawled_by(2, "a web of 4");

    let meeting = Rendezvous::new(2);
    let mut web = Counting::new(&rows);
    let what = "page 3, known from page 2, that is fetched while the text of page 1 is searched";
    let fetching = |page| expect(what, page != 3 || meeting.meet());
    let searching = |page| expect(what, page != 1 || meeting.meet());
    web.while_fetching = &fetching;
    web.while_searching = &searching;
    web.crawled_by(2, "a web of 4");
}

/// A page with two hundred links, four fetchers. Each page takes ten ticks, so
/// whoever is about to end has ended before the next pages are there: sixteen
/// threads at most beside the one that calls.
fn two_hundred_links() {
    let (rows, most) = (star(201), AtomicUsize::new(0));
    let time = VirtualTime::new();
    let before = threads_now().unwrap_or(0);
    let mut web = Counting::new(&rows);
    let count = |_| {
        time.pass(10);
        most.fetch_max(threads_now().unwrap_or(0), Relaxed);
    };
    web.while_fetching = &count;
    web.crawled_by(4, "a star of 201");
    let threads = most.into_inner().saturating_sub(before);
    harness::note("threads for two hundred links", threads as f64, "threads");
    expect_at_most("threads for two hundred links, with four fetchers", threads, 16);
}

/// A page with three thousand links, four fetchers: whoever enters them all is
/// not stuck with them.
fn three_thousand_links() {
    Counting::new(&star(3_001)).crawled_by(4, "a star of 3001");
}

/// How many ticks page `n` takes to be fetched.
fn ticks(page: u32) -> u64 {
    1 + u64::from(page) * 7 % 13
}

/// The ticks of all fetches together, and those of the fetches on the shortest
/// way to the page that is the farthest.
fn work_and_span(rows: &Rows) -> (u64, u64) {
    let mut done = vec![None; rows.len()];
    let mut waiting = vec![(ticks(0), 0)];
    while let Some(next) = waiting.iter().copied().min() {
        waiting.retain(|it| *it != next);
        let (moment, page) = next;
        if done[page as usize].is_none() {
            done[page as usize] = Some(moment);
            waiting.extend(rows[page as usize].iter().map(|&it| (moment + ticks(it), it)));
        }
    }
    let pages = (0..rows.len() as u32).filter(|&page| done[page as usize].is_some());
    (pages.map(ticks).sum(), done.iter().flatten().copied().max().unwrap_or(0))
}

/// A tree of 40 pages and a tangle of 60, where fetching takes 1 to 13 ticks and
/// searching none. With `n` fetchers, the crawl takes `work / n + span` ticks at
/// most.
fn waits_overlap() {
    let (forest, tangle) = (tree(40, 3), tangle(60, 5));
    for (name, rows, fetchers) in [
        ("a tree of 40 pages", &forest, 1),
        ("a tree of 40 pages", &forest, 8),
        ("a tangle of 60 pages", &tangle, 3),
    ] {
        let (work, span) = work_and_span(rows);
        let time = VirtualTime::new();
        let mut web = Counting::new(rows);
        let wait = |page| time.pass(ticks(page));
        web.while_fetching = &wait;
        let (spent, ()) = time.spent(|| web.crawled_by(fetchers, name));
        let whom = if fetchers == 1 { "1 fetcher" } else { &format!("{fetchers} fetchers") };
        harness::note(&format!("{name} with {whom}"), spent as f64, "ticks");
        let what = format!("ticks for {name} with {whom}");
        expect_at_most(&what, spent, work / fetchers as u64 + span);
    }
}

/// A chain of three pages and four fetchers, while page 1 is fetched. Looked at
/// 30 times, 10 ms apart, every other thread is asleep at 15 of them or more,
/// and leaves the CPU 8 times at most.
fn fetchers_without_a_page_sleep() {
    let rows = chain(3);
    let mut web = Counting::new(&rows);
    let watch = |page| {
        if page == 1 {
            Sleepers::until_others_are_asleep();
            let sleep_on = Sleepers::others().sleep_on(30);
            expect("fetchers without a page that sleep until one comes", sleep_on);
        }
    };
    web.while_fetching = &watch;
    web.crawled_by(4, "a chain of 3");
}

harness::cases![
    thirty_webs,
    eight_pages_at_the_same_time,
    two_texts_at_the_same_time,
    a_page_does_not_wait_for_its_neighbours,
    two_hundred_links,
    three_thousand_links,
    waits_overlap,
    fetchers_without_a_page_sleep,
];
