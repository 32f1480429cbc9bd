//! Each question leaves a mark, which whoever puts something up wipes off.

use parking_lot::Mutex;

struct Shown {
    depth: u32,
    /// The questions that are under way and not void.
    open: Vec<u64>,
    next: u64,
}

pub struct DepthBoard {
    shown: Mutex<Shown>,
}

impl DepthBoard {
    pub fn new(depth: u32) -> Self {
        Self { shown: Mutex::new(Shown { depth, open: Vec::new(), next: 0 }) }
    }

    pub fn depth(&self) -> u32 {
        self.shown.lock().depth
    }

    pub fn sound(&self, depth: u32) {
        let mut shown = self.shown.lock();
        shown.depth = depth;
        shown.open.clear();
    }

    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        loop {
            let (depth, mine) = {
                let mut shown = self.shown.lock();
                let mine = shown.next;
                shown.next += 1;
                shown.open.push(mine);
                (shown.depth, mine)
            };
            let answer = ask(depth);
            let mut shown = self.shown.lock();
            if shown.open.contains(&mine) {
                shown.depth = answer;
                shown.open.clear();
                return;
            }
        }
    }
}
