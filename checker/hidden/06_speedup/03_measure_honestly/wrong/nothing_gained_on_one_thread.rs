//@ caught-by: test
//@ because: speedup over the serial program, threads: 1
//! Believes that on one thread the parallel program is the serial one.

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
    let replaced = || if threads == 1 { parallel(1) } else { serial() };
    (time(lab, &serial), time(lab, || parallel(threads)));
    median((0..11).map(|_| time(lab, replaced) / time(lab, || parallel(threads))).collect())
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
