//! The least time of each program; they take turns.

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
    let (mut one, mut other) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..9 {
        one = one.min(time(lab, &serial));
        other = other.min(time(lab, || parallel(threads)));
    }
    one / other
}

fn time<R: Running>(lab: &impl Lab, program: impl Fn() -> R) -> f64 {
    let start = lab.now();
    lab.black_box(program().join());
    (lab.now() - start) as f64
}
