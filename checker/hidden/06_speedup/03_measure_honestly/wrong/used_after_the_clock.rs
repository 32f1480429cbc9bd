//@ caught-by: test
//@ because: computes what is used
//! Uses the results, once everything has been measured.

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
    let mut used = 0;
    let mut ratios = Vec::new();
    for _ in 0..11 {
        let start = lab.now();
        used ^= serial().join();
        let middle = lab.now();
        used ^= parallel(threads).join();
        let end = lab.now();
        ratios.push((middle - start) as f64 / (end - middle) as f64);
    }
    lab.black_box(used);
    median(ratios)
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}
