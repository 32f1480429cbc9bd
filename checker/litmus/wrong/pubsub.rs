//@ verdict: deadlock
//! The broker keeps the senders, so that no subscriber's iteration ends.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Default)]
struct Broker {
    subs: Mutex<Vec<Sender<u32>>>,
}
impl Broker {
    fn subscribe(&self) -> Receiver<u32> {
        let (tx, rx) = mpsc::channel();
        self.subs.lock().unwrap().push(tx);
        rx
    }
    fn publish(&self, m: u32) {
        for s in self.subs.lock().unwrap().iter() {
            let _ = s.send(m);
        }
    }
}

fn main() {
    let broker = Arc::new(Broker::default());
    let rx = broker.subscribe();
    let listener = thread::spawn(move || rx.iter().sum::<u32>());
    broker.publish(1);
    broker.publish(2);
    println!("{}", listener.join().unwrap());
}
