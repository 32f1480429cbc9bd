//@ caught-by: model
//@ because: questions to the tide service
//! A correction that changes no number raises no version.

use std::sync::RwLock;
struct State {
    shown: u32,
    times: u64,
}
pub struct DepthBoard {
    inner: RwLock<State>,
}
impl DepthBoard {
    pub fn new(depth: u32) -> Self {
        Self { inner: RwLock::new(State { shown: depth, times: 0 }) }
    }
    pub fn depth(&self) -> u32 {
        self.inner.read().unwrap().shown
    }
    pub fn sound(&self, depth: u32) {
        let mut s = self.inner.write().unwrap();
        s.shown = depth;
        s.times += 1;
    }
    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        loop {
            let (seen, times) = {
                let s = self.inner.read().unwrap();
                (s.shown, s.times)
            };
            let answer = ask(seen);
            let mut s = self.inner.write().unwrap();
            if s.times == times {
                if s.shown != answer {
                    s.times += 1;
                }
                s.shown = answer;
                return;
            }
        }
    }
}
