//! The parallel program goes first, five times.

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
    let mut ratios = [0.0; 5];
    for ratio in &mut ratios {
        let start = lab.now();
        let _ = lab.black_box(parallel(threads).join());
        let middle = lab.now();
        let _ = lab.black_box(serial().join());
        let end = lab.now();
        *ratio = (end - middle) as f64 / (middle - start) as f64;
    }
    ratios.sort_by(|one, other| one.partial_cmp(other).unwrap());
    ratios[2]
}
