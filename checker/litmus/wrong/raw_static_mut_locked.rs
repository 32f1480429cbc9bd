//@ verdict: data race
//! The writer only takes the read lock: it is inside together with readers.
use std::sync::RwLock;
use std::thread;

static mut TABLE: [u16; 3] = [0; 3];
static GATE: RwLock<()> = RwLock::new(());

fn set(value: u16) {
    let _gate = GATE.read().unwrap();
    unsafe { TABLE = [value; 3] };
}

fn sum() -> u16 {
    let _gate = GATE.read().unwrap();
    unsafe { (*(&raw const TABLE)).iter().sum() }
}

#[test]
fn a_table_is_old_or_new() {
    let writer = thread::spawn(|| set(5));
    assert!([0, 15].contains(&sum()));
    writer.join().unwrap();
}
