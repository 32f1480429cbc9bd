//! The mean of the middle half of the ratios, and the results are compared.

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
    let mut ratios = Vec::new();
    let mut results = Vec::new();
    for _ in 0..20 {
        let mut measure = |program: &dyn Fn() -> R| {
            let start = lab.now();
            let result = std::hint::black_box(lab.black_box(program().join()));
            let end = lab.now();
            results.push(result);
            (end - start) as f64
        };
        let serial = measure(&serial);
        ratios.push(serial / measure(&|| parallel(threads)));
    }
    assert!(results.iter().all(|result| *result == results[0]), "two different results");
    ratios.sort_by(f64::total_cmp);
    ratios[5..15].iter().sum::<f64>() / 10.0
}
