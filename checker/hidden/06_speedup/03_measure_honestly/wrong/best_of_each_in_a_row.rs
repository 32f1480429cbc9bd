//@ caught-by: test
//@ because: a machine that gets slower
//! The best of all, which is the first on a machine that gets slower.

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
    let one = (0..5).map(|_| time(lab, &serial)).fold(f64::MAX, f64::min);
    let other = (0..5).map(|_| time(lab, || parallel(threads))).fold(f64::MAX, f64::min);
    one / other
}

fn time<R: Running>(lab: &impl Lab, program: impl Fn() -> R) -> f64 {
    let start = lab.now();
    lab.black_box(program().join());
    (lab.now() - start) as f64
}
