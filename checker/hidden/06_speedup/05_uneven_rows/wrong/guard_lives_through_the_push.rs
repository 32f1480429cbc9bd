//@ caught-by: test
//@ because: makespan
//! `push` wants the list first and the row second: the lock is taken before the
//! row is computed.

use rayon::prelude::*;
use std::sync::Mutex;

pub fn render<R: Send>(
    rows: usize,
    _threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    let done = Mutex::new(Vec::new());
    (0..rows).into_par_iter().for_each(|number| done.lock().unwrap().push((number, row(number))));
    let mut done = done.into_inner().unwrap();
    done.sort_by_key(|&(number, _)| number);
    done.into_iter().map(|(_, row)| row).collect()
}
