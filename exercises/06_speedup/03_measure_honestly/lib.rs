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

/// How many times as fast `parallel(threads)` is as `serial()`.
pub fn speedup<R: Running>(
    lab: &impl Lab,
    serial: impl Fn() -> R,
    parallel: impl Fn(usize) -> R,
    threads: usize,
) -> f64 {
    // TODO: measure honestly.
    let start = lab.now();
    let _ = serial();
    let middle = lab.now();
    let _ = parallel(threads);
    let end = lab.now();
    (middle - start) as f64 / (end - middle) as f64
}
