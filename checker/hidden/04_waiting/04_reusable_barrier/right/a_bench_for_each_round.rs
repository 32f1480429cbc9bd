//! Each round has a latch of its own; the last to come puts up the next one.

use std::sync::{Arc, Condvar, Mutex};

#[derive(Default)]
struct Latch {
    open: Mutex<bool>,
    opened: Condvar,
}

pub struct Barrier {
    state: Mutex<(usize, usize, Arc<Latch>)>,
}

impl Barrier {
    pub fn new(members: usize) -> Self {
        Self { state: Mutex::new((members, 0, Arc::default())) }
    }

    pub fn wait(&self) {
        let bench = self.change(|members, waiting| {
            *waiting += 1;
            *members == *waiting
        });
        let mut open = bench.open.lock().unwrap();
        while !*open {
            open = bench.opened.wait(open).unwrap();
        }
    }

    pub fn leave(&self) {
        self.change(|members, waiting| {
            *members -= 1;
            *members == *waiting
        });
    }

    fn change(&self, all_there: impl FnOnce(&mut usize, &mut usize) -> bool) -> Arc<Latch> {
        let mut state = self.state.lock().unwrap();
        let (members, waiting, bench) = &mut *state;
        let mine = Arc::clone(bench);
        if all_there(members, waiting) {
            *waiting = 0;
            *bench = Arc::default();
            *mine.open.lock().unwrap() = true;
            mine.opened.notify_all();
        }
        mine
    }
}
