//! A thread that waits for a lock, and one for a message.

use std::sync::{Mutex, mpsc};
use std::thread::{self, sleep};
use std::time::Duration;

fn main() {
    let seats = Mutex::new(0);
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        let held = seats.lock().expect("nobody panics");
        scope.spawn(|| *seats.lock().expect("nobody panics") += 1);
        scope.spawn(move || receiver.recv());
        sleep(Duration::from_millis(30));
        drop(held);
        sender.send(()).expect("it waits for it");
    });
}
