//@ verdict: data race
//! Bits of one byte are one memory location: setting different bits is a race.
use std::thread;

struct Byte(*mut u8);
unsafe impl Send for Byte {}

fn main() {
    let mut flags = Box::new(0u8);
    let start = &raw mut *flags;
    thread::scope(|s| {
        for index in 0..2 {
            let byte = Byte(start);
            s.spawn(move || {
                let byte = byte;
                unsafe { *byte.0 |= 1 << index };
            });
        }
    });
    assert_eq!(*flags, 3);
}
