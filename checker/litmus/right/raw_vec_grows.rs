//@ verdict: solved
//! The capacity is reserved beforehand and the length is the writer's own; the
//! reader reads what an atomic says is there.
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

struct Room(*mut MaybeUninit<u64>);
unsafe impl Send for Room {}

static THERE: AtomicUsize = AtomicUsize::new(0);

#[test]
fn what_is_there_can_be_read() {
    let mut list = Vec::<u64>::with_capacity(2);
    let room = Room(list.spare_capacity_mut().as_mut_ptr());
    let start = room.0.cast::<u64>();
    let writer = thread::spawn(move || {
        let room = room;
        for index in 0..2 {
            unsafe { (*room.0.add(index)).write(index as u64 + 1) };
            THERE.store(index + 1, Release);
        }
    });
    for index in 0..THERE.load(Acquire) {
        assert_eq!(unsafe { start.add(index).read() }, index as u64 + 1);
    }
    writer.join().unwrap();
    unsafe { list.set_len(2) };
    assert_eq!(list, [1, 2]);
}
