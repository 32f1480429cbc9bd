//! Each parallel run between two serial ones, whose mean it is compared with.

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
    let time = |running: &dyn Fn() -> R| {
        let start = lab.now();
        lab.black_box(running().join());
        (lab.now() - start) as f64
    };
    let mut before = time(&serial);
    let mut ratios: Vec<f64> = Vec::new();
    while ratios.len() < 15 {
        let own = time(&|| parallel(threads));
        let after = time(&serial);
        ratios.push((before + after) / 2.0 / own);
        before = after;
    }
    ratios.sort_by(f64::total_cmp);
    ratios[7]
}
