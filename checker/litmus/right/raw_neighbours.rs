//@ verdict: solved
//! Neighbouring bytes are different memory locations, even within one word.
use std::thread;

struct Byte(*mut u8);
unsafe impl Send for Byte {}

fn main() {
    let mut bytes = Box::new([0u8; 4]);
    let start: *mut u8 = bytes.as_mut_ptr();
    thread::scope(|s| {
        for index in 0..3 {
            let byte = Byte(unsafe { start.add(index) });
            s.spawn(move || {
                let byte = byte;
                unsafe { *byte.0 = 7 };
            });
        }
        unsafe { *start.add(3) = 7 };
    });
    assert_eq!(*bytes, [7; 4]);
}
