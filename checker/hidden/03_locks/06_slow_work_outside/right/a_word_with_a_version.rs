//! Depth and version in one atomic word, exchanged together.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

pub struct DepthBoard {
    word: AtomicU64,
}

fn pack(version: u64, depth: u32) -> u64 {
    version << 32 | u64::from(depth)
}

impl DepthBoard {
    pub fn new(depth: u32) -> Self {
        Self { word: AtomicU64::new(pack(0, depth)) }
    }

    pub fn depth(&self) -> u32 {
        self.word.load(SeqCst) as u32
    }

    pub fn sound(&self, depth: u32) {
        let up = |word: u64| Some(pack((word >> 32) + 1, depth));
        self.word.fetch_update(SeqCst, SeqCst, up).unwrap();
    }

    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        loop {
            let word = self.word.load(SeqCst);
            let answer = pack((word >> 32) + 1, ask(word as u32));
            if self.word.compare_exchange(word, answer, SeqCst, SeqCst).is_ok() {
                return;
            }
        }
    }
}
