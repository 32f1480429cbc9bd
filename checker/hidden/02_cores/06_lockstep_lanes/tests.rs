//! Numbers that remember how they came about, and numbers that take their time.

use harness::{Calls, Rendezvous, VirtualTime, expect, expect_at_most, expect_eq, note};
use learner::{BLOCK, LANES, Number, blend, dot};
use rayon::ThreadPoolBuilder;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::ops::{Add, Mul};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

fn on_a_pool<R: Send>(threads: usize, work: impl FnOnce() -> R + Send) -> R {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("the system has room for a pool").install(work)
}

/// Lengths that fill blocks and lanes, and lengths that do not.
const LENGTHS: [usize; 13] = [0, 1, 3, 7, 8, 9, 255, 256, 257, 1000, 2048, 4096, 10_003];

/// What the README says, step by step.
fn defined<T: Number>(left: &[T], right: &[T]) -> T {
    let mut sum = T::ZERO;
    for (left, right) in left.chunks(256).zip(right.chunks(256)) {
        let mut l = [T::ZERO; 8];
        for (position, (&left, &right)) in left.iter().zip(right).enumerate() {
            l[position % 8] = l[position % 8] + left * right;
        }
        let block = ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
        sum = sum + block;
    }
    sum
}

static MULTIPLICATIONS: AtomicU64 = AtomicU64::new(0);
static ADDITIONS: AtomicU64 = AtomicU64::new(0);

/// A number that is all of its own calculation, in short.
#[derive(Clone, Copy)]
struct Traced {
    /// Tells apart what was calculated from other numbers or in another order.
    digest: u64,
    /// Products that it holds.
    products: u64,
}

impl Traced {
    fn list(first: u64, length: usize) -> Vec<Self> {
        (0..length as u64).map(|n| Self { digest: mixed(first + n), products: 0 }).collect()
    }

    fn of(operation: u64, one: Self, other: Self) -> u64 {
        let (low, high) = (one.digest.min(other.digest), one.digest.max(other.digest));
        mixed(mixed(mixed(low) ^ high) ^ operation)
    }
}

fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 31)).wrapping_add(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB) | 1
}

impl Mul for Traced {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        MULTIPLICATIONS.fetch_add(1, Relaxed);
        Self { digest: Self::of(1, self, other), products: 1 }
    }
}

impl Add for Traced {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        match (self.digest, other.digest) {
            (0, _) => other,
            (_, 0) => self,
            _ => {
                ADDITIONS.fetch_add(1, Relaxed);
                let products = self.products + other.products;
                Self { digest: Self::of(2, self, other), products }
            }
        }
    }
}

impl Number for Traced {
    const ZERO: Self = Self { digest: 0, products: 0 };
}

/// Sums of thirteen lengths, on pools of 1, 2, 3 and 8 threads: all products
/// are in the sum, and were added in the order of the README.
fn dot_is_added_in_the_defined_order() {
    expect_eq("positions of a block and lanes", (BLOCK, LANES), (256, 8));
    for length in LENGTHS {
        let (left, right) = (Traced::list(1, length), Traced::list(1_000_000, length));
        let wanted = defined(&left, &right);
        for threads in [1, 2, 3, 8] {
            let sum = on_a_pool(threads, || dot(&left, &right));
            let what = format!("products in the sum for {length} positions, {threads} threads");
            expect_eq(&what, sum.products, length as u64);
            let what =
                format!("{length} products added in the order of the README, {threads} threads");
            expect(&what, sum.digest == wanted.digest);
        }
    }
}

/// Twelve sums of ten thousand `f32`, on pools of 1, 2, 3 and 8 threads: the
/// same to the last bit, every time.
fn dot_is_the_same_to_the_last_bit() {
    let mut most = 0;
    for sum in 0..12_usize {
        let number = |n: usize| ((n * 7919 + sum * 31) % 1999) as f32 / 7.0 - 142.9;
        let left: Vec<f32> = (0..10_003).map(number).collect();
        let right: Vec<f32> = (0..10_003).map(|n| number(n + 500)).collect();
        let wanted = defined(&left, &right);
        for threads in [1, 2, 3, 8] {
            let got = on_a_pool(threads, || dot(&left, &right));
            let bits = (got.to_bits(), wanted.to_bits());
            expect_eq(&format!("bits of a sum, on {threads} threads"), bits.0, bits.1);
        }
        most = most.max(results_of_other_orders(&left, &right));
    }
    note("the same products, summed in one to sixty-four pieces, give", most as f64, "results");
}

/// What rounding makes of the same sum, if it is cut into 1 to 64 pieces.
fn results_of_other_orders(left: &[f32], right: &[f32]) -> usize {
    let products: Vec<f32> = left.iter().zip(right).map(|(left, right)| left * right).collect();
    let cut = |pieces| {
        let sums = products.chunks(products.len().div_ceil(pieces));
        sums.map(|piece| piece.iter().sum::<f32>()).sum::<f32>().to_bits()
    };
    (1..=64).map(cut).collect::<BTreeSet<u32>>().len()
}

/// Pictures of thirteen sizes, on pools of 1, 2, 3 and 8 threads: each number
/// is `front * a + back * b`.
fn blend_is_right() {
    for length in LENGTHS {
        let front: Vec<f32> = (0..length).map(|n| n as f32 / 3.0).collect();
        let back: Vec<f32> = (0..length).map(|n| 1000.0 - n as f32 / 7.0).collect();
        let pairs = front.iter().zip(&back);
        let wanted: Vec<f32> = pairs.map(|(front, back)| front * 0.3 + back * 0.7).collect();
        for threads in [1, 2, 3, 8] {
            let mut out = vec![-1.0; length];
            on_a_pool(threads, || blend(&front, &back, [0.3, 0.7], &mut out));
            expect_eq(&format!("{length} blended numbers"), out, wanted.clone());
        }
    }
}

/// Ten thousand positions on eight threads: each product and each sum is
/// calculated once.
fn nothing_is_calculated_twice() {
    let (left, right) = (Traced::list(1, 10_003), Traced::list(1_000_000, 10_003));
    let counted = |work: &mut (dyn FnMut() + Send)| {
        MULTIPLICATIONS.store(0, Relaxed);
        ADDITIONS.store(0, Relaxed);
        on_a_pool(8, work);
        (MULTIPLICATIONS.load(Relaxed), ADDITIONS.load(Relaxed))
    };
    let operations = counted(&mut || drop(dot(&left, &right)));
    expect_eq("multiplications and additions of `dot`", operations, (10_003, 10_002));
    let mut out = vec![Traced::ZERO; left.len()];
    let operations = counted(&mut || blend(&left, &right, [left[0], right[0]], &mut out));
    expect_eq("multiplications and additions of `blend`", operations, (20_006, 10_003));
}

/// A number whose operations wait for one another.
#[derive(Clone, Copy)]
struct Meeting;

static UNDER_WAY: Calls = Calls::new();
static MEETING: OnceLock<Rendezvous> = OnceLock::new();

thread_local! {
    /// Whether this thread has met the others.
    static HAS_MET: Cell<bool> = const { Cell::new(false) };
}

impl Mul for Meeting {
    type Output = Self;
    fn mul(self, _: Self) -> Self {
        let _call = UNDER_WAY.enter();
        let meeting = MEETING.get_or_init(|| Rendezvous::new(4));
        if !HAS_MET.replace(true) && !meeting.meet() {
            // One that came too late may be the fourth.
            expect_eq("operations under way together", UNDER_WAY.peak().min(3), 4);
        }
        self
    }
}

impl Add for Meeting {
    type Output = Self;
    fn add(self, _: Self) -> Self {
        self
    }
}

impl Number for Meeting {
    const ZERO: Self = Self;
}

/// `dot` of 4096 positions on a pool of four threads: the first multiplication
/// of each thread waits until four are under way.
fn dot_uses_all_threads_together() {
    let numbers = [Meeting; 4096];
    on_a_pool(4, || dot(&numbers, &numbers));
    note("operations of `dot` under way together:", UNDER_WAY.peak() as f64, "");
}

/// `blend` of 4096 positions on a pool of four threads: the first
/// multiplication of each thread waits until four are under way.
fn blend_uses_all_threads_together() {
    let (numbers, mut out) = ([Meeting; 4096], [Meeting; 4096]);
    on_a_pool(4, || blend(&numbers, &numbers, [Meeting; 2], &mut out));
    note("operations of `blend` under way together:", UNDER_WAY.peak() as f64, "");
}

/// A number, or its product with another one, that takes a tick of made-up time
/// with each operation.
#[derive(Clone, Copy)]
struct Slow(bool);

static CLOCK: OnceLock<VirtualTime> = OnceLock::new();
static TICKS: AtomicU64 = AtomicU64::new(0);

impl Slow {
    /// Every 97th number is slow, and the others take nothing: that is enough to
    /// see who does how much.
    fn list(length: usize) -> Vec<Self> {
        (0..length).map(|n| Self(n.is_multiple_of(97))).collect()
    }

    fn takes_a_tick(self) {
        if self.0 {
            TICKS.fetch_add(1, Relaxed);
            CLOCK.get_or_init(VirtualTime::new).pass(1);
        }
    }
}

impl Mul for Slow {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let product = Self(self.0 || other.0);
        product.takes_a_tick();
        product
    }
}

impl Add for Slow {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 || other.0).takes_a_tick();
        Self(false)
    }
}

impl Number for Slow {
    const ZERO: Self = Self(false);
}

/// The time of eight threads with a core each, as a multiple of an eighth of
/// what one thread needs.
fn multiple_of_an_even_share(function: &str, work: impl FnOnce() + Send) {
    let clock = CLOCK.get_or_init(VirtualTime::new);
    let (before, start) = (TICKS.load(Relaxed), clock.now());
    on_a_pool(8, work);
    let (alone, took) = (TICKS.load(Relaxed) - before, clock.now() - start);
    let speedup = alone as f64 / took.max(1) as f64;
    note(&format!("`{function}` on 8 threads with a core each is"), speedup, "times as fast");
    let what = format!("time of `{function}`, as a multiple of an even share");
    expect_at_most(&what, (took as f64 * 800.0 / alone as f64).round() / 100.0, 2.0);
}

/// 16 384 positions on a pool of eight threads: with a core for each thread,
/// `dot` and `blend` take at most twice an eighth of the time of one thread.
fn operations_are_shared_evenly() {
    let (slow, quick) = (Slow::list(16_384), vec![Slow::ZERO; 16_384]);
    multiple_of_an_even_share("dot", || drop(dot(&slow, &quick)));
    let mut out = quick.clone();
    multiple_of_an_even_share("blend", || blend(&slow, &quick, [Slow::ZERO; 2], &mut out));
}

harness::cases![
    dot_is_added_in_the_defined_order,
    dot_is_the_same_to_the_last_bit,
    blend_is_right,
    nothing_is_calculated_twice,
    dot_uses_all_threads_together,
    blend_uses_all_threads_together,
    operations_are_shared_evenly,
];
