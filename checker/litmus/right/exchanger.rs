//@ verdict: solved
//! Two threads swap values: a third state keeps a third thread out until both have theirs.

use std::sync::{Condvar, Mutex};
use std::thread;

struct Exchanger<T> {
    slot: Mutex<Slot<T>>,
    changed: Condvar,
}
enum Slot<T> {
    Empty,
    Offered(T),
    Answered(T),
}
impl<T> Exchanger<T> {
    fn exchange(&self, mine: T) -> T {
        let mut slot = self.slot.lock().unwrap();
        loop {
            match std::mem::replace(&mut *slot, Slot::Empty) {
                Slot::Empty => {
                    *slot = Slot::Offered(mine);
                    break;
                }
                Slot::Offered(theirs) => {
                    *slot = Slot::Answered(mine);
                    self.changed.notify_all();
                    return theirs;
                }
                busy @ Slot::Answered(_) => {
                    *slot = busy;
                    slot = self.changed.wait(slot).unwrap();
                }
            }
        }
        slot = self.changed.wait_while(slot, |s| !matches!(s, Slot::Answered(_))).unwrap();
        let Slot::Answered(theirs) = std::mem::replace(&mut *slot, Slot::Empty) else {
            unreachable!()
        };
        self.changed.notify_all();
        theirs
    }
}

#[test]
fn pairs_swap() {
    let e = Exchanger { slot: Mutex::new(Slot::Empty), changed: Condvar::new() };
    let mut got: Vec<u32> = thread::scope(|s| {
        let hs: Vec<_> = (0..2)
            .map(|i| {
                let e = &e;
                s.spawn(move || e.exchange(i))
            })
            .collect();
        hs.into_iter().map(|h| h.join().unwrap()).collect()
    });
    assert_eq!(got, [1, 0]);
    got.sort();
}
