//! Keeps all depths; the version is how many there are.

use std::sync::RwLock;

pub struct DepthBoard {
    history: RwLock<Vec<u32>>,
}

impl DepthBoard {
    pub fn new(depth: u32) -> Self {
        Self { history: RwLock::new(vec![depth]) }
    }

    pub fn depth(&self) -> u32 {
        *self.history.read().unwrap().last().unwrap()
    }

    pub fn sound(&self, depth: u32) {
        self.history.write().unwrap().push(depth);
    }

    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        loop {
            let history = self.history.read().unwrap();
            let (depth, version) = (*history.last().unwrap(), history.len());
            drop(history);
            let answer = ask(depth);
            let mut history = self.history.write().unwrap();
            if history.len() == version {
                history.push(answer);
                return;
            }
        }
    }
}
