//@ verdict: solved
//! An `AtomicCell` of a struct is read and replaced as a whole.

use crossbeam::atomic::AtomicCell;
use std::thread;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Point {
    x: i32,
    y: i32,
}

#[test]
fn points_are_whole() {
    let p = AtomicCell::new(Point::default());
    let n = AtomicCell::new(0u32);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let mut old = p.load();
                loop {
                    let new = Point { x: old.x + 1, y: old.y - 1 };
                    match p.compare_exchange(old, new) {
                        Ok(_) => break,
                        Err(found) => old = found,
                    }
                }
                n.fetch_add(1);
            });
        }
        let Point { x, y } = p.load();
        assert_eq!(x + y, 0);
    });
    assert_eq!((p.load(), n.take()), (Point { x: 2, y: -2 }, 2));
}
