//@ caught-by: test
//@ because: where nothing disturbs
//! Divides the other way round.

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
    let ratio = |_| time(lab, || parallel(threads)) / time(lab, &serial);
    median((0..11).map(ratio).collect())
}

fn time<R: Running>(lab: &impl Lab, program: impl Fn() -> R) -> f64 {
    let start = lab.now();
    lab.black_box(program().join());
    (lab.now() - start) as f64
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}
