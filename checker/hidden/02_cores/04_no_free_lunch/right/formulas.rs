//! Computed: the smaller of threads and cores, or the threads.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    Threads,
    Cores,
    Either,
    Neither,
}

const fn row(cores: u8, computes: bool) -> [f64; 3] {
    let mut row = [1.0, 2.0, 4.0];
    let mut column = 0;
    while column < 3 {
        if computes && row[column] > cores as f64 {
            row[column] = cores as f64;
        }
        column += 1;
    }
    row
}

pub static COMPUTING: [[f64; 3]; 2] = [row(1, true), row(2, true)];
pub static WAITING: [[f64; 3]; 2] = [row(1, false), row(2, false)];
pub static HELPS_COMPUTING: More = More::Cores;
pub static HELPS_WAITING: More = More::Threads;
