//! A program from its beginning to its end, with threads that wait for main.

use std::sync::mpsc;
use std::thread;

fn main() {
    let (senders, threads): (Vec<_>, Vec<_>) = (0..4_u64)
        .map(|_| {
            let (sender, receiver) = mpsc::channel::<u64>();
            (sender, thread::spawn(move || receiver.iter().sum::<u64>()))
        })
        .unzip();
    for number in 0..100 {
        senders[number as usize % 4].send(number).unwrap();
    }
    drop(senders);
    let total: u64 = threads.into_iter().map(|thread| thread.join().unwrap()).sum();
    assert_eq!(total, 4950);
}
