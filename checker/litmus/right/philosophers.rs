//@ verdict: solved
//! One of them takes the forks the other way round: no circle can close.

use std::sync::{Arc, Mutex};
use std::thread;

struct Philosopher {
    left: usize,
    right: usize,
}

impl Philosopher {
    fn eat(&self, forks: &[Mutex<u32>]) {
        let mut left = forks[self.left].lock().unwrap();
        let mut right = forks[self.right].lock().unwrap();
        *left += 1;
        *right += 1;
    }
}

#[test]
fn everybody_eats() {
    let forks: Arc<Vec<_>> = Arc::new((0..3).map(|_| Mutex::new(0)).collect());
    let philosophers = vec![
        Philosopher { left: 0, right: 1 },
        Philosopher { left: 1, right: 2 },
        Philosopher { left: 0, right: 2 },
    ];
    let handles: Vec<_> = philosophers
        .into_iter()
        .map(|philosopher| {
            let forks = forks.clone();
            thread::spawn(move || philosopher.eat(&forks))
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    assert!(forks.iter().all(|fork| *fork.lock().unwrap() == 2));
}
