//@ verdict: solved
//! Statics own what lies in them at the end: messages in a queue or a channel are no leak.

use crossbeam::queue::{ArrayQueue, SegQueue};
use std::sync::LazyLock;
use std::thread;

static SEG: SegQueue<String> = SegQueue::new();
static ARRAY: LazyLock<ArrayQueue<Vec<u8>>> = LazyLock::new(|| ArrayQueue::new(4));
static CH: LazyLock<(crossbeam::channel::Sender<String>, crossbeam::channel::Receiver<String>)> =
    LazyLock::new(crossbeam::channel::unbounded);
static PL: parking_lot::Mutex<Vec<String>> = parking_lot::Mutex::new(Vec::new());

fn main() {
    let t = thread::spawn(|| {
        SEG.push("a".to_string());
        ARRAY.push(vec![1, 2]).unwrap();
        CH.0.send("x".to_owned()).unwrap();
        PL.lock().push("y".repeat(2));
    });
    SEG.push("b".to_string());
    t.join().unwrap();
    assert_eq!(SEG.len(), 2);
    assert_eq!(ARRAY.len(), 1);
}
