//@ caught-by: test
//@ because: first runs are slow
//! Reads the clock around all rounds and divides by their number.

pub trait Lab {
    fn now(&self) -> u64;
    fn black_box(&self, result: u64) -> u64;
}

pub trait Running {
    fn join(self) -> u64;
}

pub fn speedup<R: Running>(
    lab: &impl Lab,
    serial: impl Fn() -> R,
    parallel: impl Fn(usize) -> R,
    threads: usize,
) -> f64 {
    let (mut one, mut other) = (0, 0);
    for _ in 0..40 {
        let start = lab.now();
        lab.black_box(serial().join());
        let middle = lab.now();
        lab.black_box(parallel(threads).join());
        one += middle - start;
        other += lab.now() - middle;
    }
    one as f64 / other as f64
}
