//@ caught-by: test
//@ because: runs of the serial program
//! Measures once.

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
    time(lab, &serial) / time(lab, || parallel(threads))
}

fn time<R: Running>(lab: &impl Lab, program: impl Fn() -> R) -> f64 {
    let start = lab.now();
    lab.black_box(program().join());
    (lab.now() - start) as f64
}
