//! The same lists on several pools, cut in one piece, in single items, and as
//! rayon likes.

use harness::{Value, expect, expect_eq, note};
use learner::{best_seller, mean_price, stock_left, word_counts};
use rayon::ThreadPoolBuilder;
use rayon::iter::{MaxLen, MinLen};
use rayon::prelude::*;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread::{self, ThreadId};
use std::time::Duration;

type Pieces<T> = MaxLen<MinLen<rayon::vec::IntoIter<T>>>;

/// How a list is cut: the least and the largest piece.
const CUTS: [(&str, usize, usize); 4] = [
    ("in one piece", usize::MAX, usize::MAX),
    ("as rayon likes", 1, usize::MAX),
    ("in pieces of a few", 2, 5),
    ("in single items", 1, 1),
];

fn on_a_pool<R: Send>(threads: usize, work: impl FnOnce() -> R + Send) -> R {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("the system has room for a pool").install(work)
}

/// The function's result for the list, cut in every way on every pool.
fn expect_everywhere<T, R>(
    what: &str,
    list: &[T],
    want: R,
    function: impl Fn(Pieces<T>) -> R + Sync,
) where
    T: Clone + Send + Sync,
    R: Value + Clone + Send + Sync,
{
    for threads in [1, 2, 8] {
        for (cut, least, most) in CUTS {
            let pieces = || list.to_vec().into_par_iter().with_min_len(least).with_max_len(most);
            let got = on_a_pool(threads, || function(pieces()));
            let pool = if threads == 1 { "1 thread".into() } else { format!("{threads} threads") };
            expect_eq(&format!("{what}, cut {cut}, on {pool}"), got, want.clone());
        }
    }
}

/// 1000 in stock and up to 300 sales of 1 to 7: the stock is there once, and each
/// sale is subtracted once, in however many pieces.
fn stock_less_the_sales() {
    for length in [0, 1, 2, 3, 10, 300] {
        let sales: Vec<i64> = (0..length).map(|number| 1 + number % 7).collect();
        let want = 1000 - sales.iter().sum::<i64>();
        let what = format!("stock of 1000 less {length} sales");
        expect_everywhere(&what, &sales, want, |sales| stock_left(1000, sales));
    }
}

/// A few high prices among many low ones: every price weighs the same, in
/// whichever piece it is.
fn every_price_weighs_the_same() {
    for length in [1_u32, 2, 3, 10, 300] {
        let price = |number| if number % 9 == 2 { 4_000_000_000 - number } else { number + 1 };
        let prices: Vec<u32> = (0..length).map(price).collect();
        let want = prices.iter().copied().map(f64::from).sum::<f64>() / f64::from(length);
        // Off by less than a millionth is right: the order in which floating-point
        // numbers are added makes a difference.
        let near = |mean: f64| if (mean / want - 1.0).abs() < 1e-6 { want } else { mean };
        let what = format!("mean of {length} prices");
        expect_everywhere(&what, &prices, Some(want), |prices| mean_price(prices).map(near));
    }
    expect_everywhere("mean of no prices", &[], None, mean_price);
}

/// Several were sold equally often: the first of them, wherever the cuts are.
fn first_of_the_best_sellers() {
    for length in [1, 2, 3, 10, 300] {
        let sold: Vec<u32> = (0..length).map(|number| (number + 3) % 7).collect();
        let most = sold.iter().copied().max().unwrap_or(0);
        let first = sold.iter().position(|sold| *sold == most).unwrap_or(0);
        let what = format!("best seller of {length}, some sold equally often");
        expect_everywhere(&what, &sold, Some((first, most)), best_seller);
        let what = format!("best seller of {length} that nobody bought");
        expect_everywhere(&what, &vec![0; length as usize], Some((0, 0)), best_seller);
    }
    expect_everywhere("best seller of an empty list", &[], None, best_seller);
}

/// Up to 300 words, of which eleven are different.
fn words_are_counted() {
    for length in [0, 1, 2, 3, 10, 300] {
        let words: Vec<String> = (0..length).map(|n| format!("word {}", n * n % 11)).collect();
        let mut want = BTreeMap::new();
        words.iter().for_each(|word| *want.entry(word.clone()).or_insert(0) += 1);
        expect_everywhere(&format!("counts of {length} words"), &words, want, word_counts);
    }
}

/// A word that waits now and then, when it is compared or hashed, for another
/// thread to do the same.
#[derive(Debug, Clone)]
struct Word(u32);

/// Comparisons so far, and the thread that waits in one.
struct Comparisons {
    count: u64,
    waits: Option<ThreadId>,
}

static COMPARISONS: Mutex<Comparisons> = Mutex::new(Comparisons { count: 0, waits: None });
static MET: AtomicBool = AtomicBool::new(false);
static ANOTHER: Condvar = Condvar::new();

/// How long one comparison waits. It goes on without another one then: there may
/// be a part of the work that only one thread can do.
const PATIENCE: Duration = Duration::from_millis(150);

fn meet() {
    if MET.load(SeqCst) {
        return;
    }
    let me = thread::current().id();
    let mut comparisons = COMPARISONS.lock().expect("nobody panics");
    comparisons.count += 1;
    match comparisons.waits {
        Some(thread) if thread != me => {
            MET.store(true, SeqCst);
            ANOTHER.notify_all();
        }
        None if comparisons.count.is_power_of_two() => {
            comparisons.waits = Some(me);
            let alone = |_: &mut Comparisons| !MET.load(SeqCst);
            let waited = ANOTHER.wait_timeout_while(comparisons, PATIENCE, alone);
            waited.expect("nobody panics").0.waits = None;
        }
        _ => {}
    }
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        meet();
        self.0 == other.0
    }
}

impl Eq for Word {}

impl PartialOrd for Word {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Word {
    fn cmp(&self, other: &Self) -> Ordering {
        meet();
        self.0.cmp(&other.0)
    }
}

impl Hash for Word {
    fn hash<H: Hasher>(&self, state: &mut H) {
        meet();
        self.0.hash(state);
    }
}

/// 20,000 words on two threads. While one of them compares a word or hashes it,
/// and waits, the other one can do so, too.
fn words_are_counted_on_several_threads() {
    let words: Vec<Word> = (0..20_000).map(|number| Word(number * number % 101)).collect();
    let counts = on_a_pool(2, || word_counts(words.into_par_iter()));
    expect("two threads that compare words at the same time", MET.load(SeqCst));
    expect_eq("words counted", counts.values().sum::<u64>(), 20_000);
}

/// How many pieces rayon makes of a thousand numbers here, and what a seed that
/// is no identity does to their sum. Whatever comes out is right.
fn this_machine() {
    let with_a_seed = on_a_pool(8, || (0..1000_u64).into_par_iter().reduce(|| 5, |a, b| a + b));
    let pieces = (with_a_seed - 499_500) / 5;
    note("pieces that 1,000 numbers were cut into", pieces as f64, "pieces");
    note("499,500 and a seed of 5 in `reduce` came to", with_a_seed as f64, "");
}

harness::cases![
    stock_less_the_sales,
    every_price_weighs_the_same,
    first_of_the_best_sellers,
    words_are_counted,
    words_are_counted_on_several_threads,
    this_machine,
];
