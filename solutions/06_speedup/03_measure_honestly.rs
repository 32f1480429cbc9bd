//! How many times as fast a parallel program is.

/// Where programs are measured.
pub trait Lab {
    /// Nanoseconds since some moment.
    fn now(&self) -> u64;

    /// Uses a result and returns it, as [`std::hint::black_box`] does.
    fn black_box(&self, result: u64) -> u64;
}

/// A program that was started. Its threads may be at work.
pub trait Running {
    /// Waits until the program is done; its result.
    fn join(self) -> u64;
}

/// Pairs of runs. An odd number has a middle.
const PAIRS: usize = 11;

/// How many times as fast `parallel(threads)` is as `serial()`.
pub fn speedup<R: Running>(
    lab: &impl Lab,
    serial: impl Fn() -> R,
    parallel: impl Fn(usize) -> R,
    threads: usize,
) -> f64 {
    // The two take turns, and each ratio is one of neighbours: a machine that
    // gets slower is about equally slow for both. Not eleven runs of one and
    // then eleven of the other, which compares the machine before with the
    // machine after.
    //
    // The baseline is `serial()`. Not `parallel(1)`: it pays for threads and
    // cuts that one thread does not need, and makes the speedup look larger.
    let pair = |_| time(lab, &serial) / time(lab, || parallel(threads));
    let mut ratios: Vec<f64> = (0..PAIRS).map(pair).collect();

    // The median: fewer than half of the pairs can be as wrong as they like, the
    // first, cold one among them. Not the mean, which each of them moves.
    ratios.sort_by(f64::total_cmp);
    ratios[PAIRS / 2]
}

/// The time of one run, from its start until its result is there.
fn time<R: Running>(lab: &impl Lab, program: impl Fn() -> R) -> f64 {
    let start = lab.now();
    // Joined and used before the clock is read again: what comes later is not
    // in the time, and what is not used need not be done at all.
    lab.black_box(program().join());
    (lab.now() - start) as f64
}
