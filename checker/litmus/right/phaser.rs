//@ verdict: solved
//! A barrier whose parties come and go: whoever leaves may be the one the others wait for.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct State {
    parties: usize,
    arrived: usize,
    phase: usize,
}
#[derive(Default)]
struct Phaser(Mutex<State>, Condvar);
impl Phaser {
    fn register(&self) {
        self.0.lock().unwrap().parties += 1;
    }
    fn advance(&self, s: &mut State) {
        s.arrived = 0;
        s.phase += 1;
        self.1.notify_all();
    }
    fn arrive_and_await(&self) {
        let mut s = self.0.lock().unwrap();
        s.arrived += 1;
        if s.arrived == s.parties {
            return self.advance(&mut s);
        }
        let phase = s.phase;
        drop(self.1.wait_while(s, |s| s.phase == phase).unwrap());
    }
    fn deregister(&self) {
        let mut s = self.0.lock().unwrap();
        s.parties -= 1;
        if s.parties > 0 && s.arrived == s.parties {
            self.advance(&mut s);
        }
    }
}

#[test]
fn parties_may_leave() {
    let p = Arc::new(Phaser::default());
    let ts: Vec<_> = (1..=2)
        .map(|rounds| {
            p.register();
            let p = p.clone();
            thread::spawn(move || {
                for _ in 0..rounds {
                    p.arrive_and_await();
                }
                p.deregister();
            })
        })
        .collect();
    ts.into_iter().for_each(|t| t.join().unwrap());
    assert_eq!(p.0.lock().unwrap().parties, 0);
}
