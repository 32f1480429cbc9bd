//@ caught-by: test
//@ because: every fifth serial run
//! Leaves out the first runs, and takes the mean of the others.

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
    let (mut one, mut other) = (0.0, 0.0);
    for round in 0..10 {
        let (serial, parallel) = (time(lab, &serial), time(lab, || parallel(threads)));
        if round >= 2 {
            one += serial;
            other += parallel;
        }
    }
    one / other
}

fn time<R: Running>(lab: &impl Lab, program: impl Fn() -> R) -> f64 {
    let start = lab.now();
    lab.black_box(program().join());
    (lab.now() - start) as f64
}
