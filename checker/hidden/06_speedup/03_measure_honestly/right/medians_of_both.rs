//! Warms up, then SPPS SPPS …, and the median of each.

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
    let mut times = [Vec::new(), Vec::new()];
    lab.black_box(serial().join());
    lab.black_box(parallel(threads).join());
    for round in 0..12 {
        let order = if round % 2 == 0 { [0, 1] } else { [1, 0] };
        for which in order {
            let start = lab.now();
            let result = if which == 0 { serial().join() } else { parallel(threads).join() };
            lab.black_box(result);
            times[which].push(lab.now() - start);
        }
    }
    let [one, other] = times.map(|mut times| {
        times.sort_unstable();
        (times[5] + times[6]) as f64 / 2.0
    });
    one / other
}
