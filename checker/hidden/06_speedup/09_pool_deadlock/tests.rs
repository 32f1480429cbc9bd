//! A small print shop: pools of one, two and eight threads.

use harness::{Rendezvous, VirtualTime, expect, expect_at_least, expect_eq};
use learner::{paint, print};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::HashSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

/// How long the ledger may be locked while a strip is printed.
const PATIENCE: Duration = Duration::from_secs(2);

/// A pool, and who works there.
struct Shop {
    pool: ThreadPool,
    staff: HashSet<ThreadId>,
}

impl Shop {
    fn new(threads: usize) -> Self {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build();
        let pool = pool.expect("the system has room for a pool");
        let staff = pool.broadcast(|_| thread::current().id()).into_iter().collect();
        Self { pool, staff }
    }

    /// Called by whoever measures, paints or prints a strip.
    fn at_work(&self) {
        let staff = self.staff.contains(&thread::current().id());
        expect("a strip that is worked on by a thread of the current pool", staff);
    }

    /// Paints a sheet and compares.
    fn paint(&self, strips: &[u32]) {
        let height = |strip| {
            self.at_work();
            u64::from(strip) * 3
        };
        let colour = |strip, highest| {
            self.at_work();
            highest * 1000 + u64::from(strip)
        };
        let painted = paint(strips, height, colour);
        let highest = strips.iter().copied().max().map_or(0, |strip| u64::from(strip) * 3);
        let wanted = strips.iter().map(|&strip| highest * 1000 + u64::from(strip)).collect();
        let length = strips.len();
        expect_eq(&format!("strips of a sheet of {length}, painted"), painted, wanted);
    }

    /// Prints sheets and looks into the ledger. A strip takes as much ink as its
    /// number says.
    fn print(&self, sheets: &[Vec<u32>]) {
        let ledger = Mutex::new(vec![]);
        print(sheets, &ledger, |strip| {
            self.at_work();
            u64::from(strip)
        });
        let mut entries = ledger.into_inner().expect("nobody panics");
        entries.sort_unstable();
        let ink = |sheet: &Vec<u32>| sheet.iter().copied().map(u64::from).sum();
        let wanted = sheets.iter().map(ink).enumerate().collect();
        expect_eq("the entries of the ledger, sorted", entries, wanted);
    }
}

/// Sheets of no, one, two and many strips, on pools of 1, 2 and 8 threads.
fn sheets_are_painted() {
    for threads in [1, 2, 8] {
        let shop = Shop::new(threads);
        shop.pool.install(|| {
            for strips in [vec![], vec![7], vec![1, 9], vec![9, 1, 5], (1..100).rev().collect()] {
                shop.paint(&strips);
            }
        });
    }
}

/// A sheet of three thousand strips, on a pool with one thread.
fn one_thread_paints_a_long_sheet() {
    let shop = Shop::new(1);
    let painted = AtomicU32::new(0);
    let strips: Vec<u32> = (0..3_000).collect();
    let colour = |strip, highest| {
        shop.at_work();
        painted.fetch_add(1, Relaxed);
        highest - u64::from(strip)
    };
    let sheet = shop.pool.install(|| paint(&strips, u64::from, colour));
    expect_eq("first and last strip", [sheet[0], sheet[2_999]], [2_999, 0]);
    harness::note("strips that a pool of 1 thread has painted", painted.into_inner().into(), "");
}

/// Eight sheets at the same time, on a pool of two threads: the shop is used by
/// tasks of its own pool.
fn eight_sheets_are_painted_at_the_same_time() {
    let shop = Shop::new(2);
    let sheet = |number: u32| (0..30).map(|strip| (strip * 7 + number) % 31).collect::<Vec<_>>();
    let sheets: Vec<Vec<u32>> = (0..8).map(sheet).collect();
    for _ in 0..10 {
        let paint = |sheet: &Vec<u32>| shop.paint(sheet);
        shop.pool.install(|| sheets.par_iter().with_max_len(1).for_each(paint));
    }
}

/// A sheet of 99 strips on a pool of two threads: each strip is measured once
/// and painted once.
fn each_strip_is_worked_on_once() {
    let shop = Shop::new(2);
    let fresh = || (0..99).map(|_| AtomicU32::new(0)).collect::<Vec<_>>();
    let (measured, painted, printed) = (fresh(), fresh(), fresh());
    let call = |calls: &[AtomicU32], strip: u32| calls[strip as usize].fetch_add(1, Relaxed);
    let strips: Vec<u32> = (0..99).collect();
    shop.pool.install(|| {
        let height = |strip| u64::from(call(&measured, strip));
        paint(&strips, height, |strip, _| u64::from(call(&painted, strip)));
        print(&[strips], &Mutex::default(), |strip| u64::from(call(&printed, strip)));
    });
    for (what, calls) in [("height", measured), ("colour", painted), ("press", printed)] {
        let calls: Vec<u32> = calls.into_iter().map(AtomicU32::into_inner).collect();
        let ends = (calls.iter().min(), calls.iter().max());
        let what = format!("fewest and most calls of `{what}` for one strip");
        expect_eq(&what, ends, (Some(&1), Some(&1)));
    }
}

/// No sheet, sheets without strips, one sheet and many, on pools of 1, 2 and 8
/// threads: the ledger has one entry for each.
fn sheets_are_printed() {
    for threads in [1, 2, 8] {
        let shop = Shop::new(threads);
        shop.pool.install(|| {
            shop.print(&[]);
            shop.print(&[vec![], vec![4], vec![]]);
            shop.print(&[vec![1, 2, 3]]);
            shop.print(&(0..40).map(|sheet| (0..sheet).collect()).collect::<Vec<_>>());
        });
    }
}

/// Waits until nobody has the ledger locked, with much patience.
fn until_free(ledger: &Mutex<Vec<(usize, u64)>>) -> bool {
    let start = Instant::now();
    while ledger.try_lock().is_err() {
        if start.elapsed() > PATIENCE {
            return false;
        }
        thread::sleep(Duration::from_millis(1));
    }
    true
}

/// While a strip is printed, somebody else wants to look into the ledger: on
/// pools of one and of two threads the ledger is free in time.
fn ledger_is_free_while_a_strip_is_printed() {
    for threads in [1, 2] {
        let shop = Shop::new(threads);
        let ledger = Mutex::new(vec![]);
        shop.pool.install(|| {
            print(&[vec![1, 2], vec![3, 4]], &ledger, |strip| {
                let what = "a ledger that is not locked while a strip is printed";
                expect(what, until_free(&ledger));
                u64::from(strip)
            });
        });
    }
}

/// Two strips and a pool of two threads: each thread measures one, and then each
/// paints one. They wait for each other in the middle of it.
fn two_threads_paint_two_strips() {
    let shop = Shop::new(2);
    let (measured, painted) = (Rendezvous::new(2), Rendezvous::new(2));
    let height = |strip| {
        expect("two strips that are measured at the same time", measured.meet());
        u64::from(strip)
    };
    let colour = |_, highest| {
        expect("two strips that are painted at the same time", painted.meet());
        highest
    };
    let sheet = shop.pool.install(|| paint(&[5, 8], height, colour));
    expect_eq("the sheet", sheet, vec![8, 8]);
}

/// A pool of two threads, and a sheet of two strips; then two sheets of one
/// strip each. Both times each thread prints a strip, and they wait for each
/// other in the middle of it.
fn two_threads_print_two_strips() {
    let shop = Shop::new(2);
    for (sheets, whose) in
        [(vec![vec![1, 2]], "of one sheet"), (vec![vec![1], vec![2]], "of two sheets")]
    {
        let printed = Rendezvous::new(2);
        shop.pool.install(|| {
            print(&sheets, &Mutex::default(), |_| {
                let what = format!("two strips {whose} that are printed at the same time");
                expect(&what, printed.meet());
                1
            });
        });
    }
}

/// Sixty-four strips on a pool of eight threads, and each strip takes ten ticks
/// wherever something is done with it. How many strips are under way on average?
fn eight_threads_have_enough_to_do() {
    let shop = Shop::new(8);
    let time = VirtualTime::new();
    let strips: Vec<u32> = (0..64).collect();
    let slow = |strip: u32| {
        time.pass(10);
        u64::from(strip)
    };
    let (painting, _) = time.spent(|| shop.pool.install(|| paint(&strips, slow, |it, _| slow(it))));
    let sheets: Vec<Vec<u32>> = strips.chunks(4).map(<[u32]>::to_vec).collect();
    let (printing, ()) =
        time.spent(|| shop.pool.install(|| print(&sheets, &Mutex::default(), slow)));
    for (what, all, ticks) in [("painted", 1280, painting), ("printed", 640, printing)] {
        let what = format!("strips that are {what} at the same time, on average");
        let under_way = all as f64 / ticks.max(1) as f64;
        harness::note(&what, under_way, "strips");
        expect_at_least(&what, under_way.min(8.0), 3.0);
    }
}

harness::cases![
    sheets_are_painted,
    one_thread_paints_a_long_sheet,
    eight_sheets_are_painted_at_the_same_time,
    each_strip_is_worked_on_once,
    sheets_are_printed,
    ledger_is_free_while_a_strip_is_printed,
    two_threads_paint_two_strips,
    two_threads_print_two_strips,
    eight_threads_have_enough_to_do,
];
