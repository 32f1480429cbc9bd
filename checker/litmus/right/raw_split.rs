//@ verdict: solved
//! Two halves of one slice through raw pointers: different memory, no race.
use std::slice;
use std::thread;

struct Half(*mut u32, usize);
unsafe impl Send for Half {}

impl Half {
    fn fill(self, value: u32) {
        unsafe { slice::from_raw_parts_mut(self.0, self.1) }.fill(value);
    }
}

#[test]
fn each_fills_its_half() {
    let mut numbers = [0; 6];
    let start = numbers.as_mut_ptr();
    let (left, right) = unsafe { (Half(start, 3), Half(start.add(3), 3)) };
    thread::scope(|s| {
        s.spawn(|| left.fill(1));
        s.spawn(|| right.fill(2));
    });
    assert_eq!(numbers, [1, 1, 1, 2, 2, 2]);
}
