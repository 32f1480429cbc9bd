//! A file of mutants as an author writes it, for the checker's own tests; the
//! learner's test it stands for rejects whatever does not count to two.

fn lost_update() {
    test(1);
}

fn atomic_add() {
    test(2);
}

/// A model that panics again while it unwinds.
fn double_panic() {
    struct Bomb;
    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("again");
        }
    }
    let _bomb = Bomb;
    test(0);
}

fn test(total: u32) {
    for _ in 0..3 {
        harness::executed();
    }
    assert!(total == 2, "total is {total}");
}

harness::mutants! {
    bugs: [lost_update => lost_update, double_panic => double_panic],
    right: [atomic_add],
}
