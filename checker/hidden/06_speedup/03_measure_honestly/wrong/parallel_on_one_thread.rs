//@ caught-by: test
//@ because: speedup over the serial program
//! Takes the parallel program on one thread for the serial one.

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
    let _warm = time(lab, &serial);
    let ratio = |_| time(lab, || parallel(1)) / time(lab, || parallel(threads));
    let ratios = (0..11).map(ratio).collect();
    for _ in 0..5 {
        time(lab, &serial);
    }
    median(ratios)
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
