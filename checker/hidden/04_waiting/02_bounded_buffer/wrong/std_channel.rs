//@ caught-by: model
//@ because: deadlock
//! A channel of std: the lock around its receiver is held while waiting.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

pub struct BoundedBuffer<T> {
    sender: SyncSender<T>,
    receiver: Mutex<Receiver<T>>,
}

impl<T> BoundedBuffer<T> {
    pub fn new(capacity: usize) -> Self {
        let (sender, receiver) = sync_channel(capacity);
        Self { sender, receiver: Mutex::new(receiver) }
    }

    pub fn put(&self, item: T) {
        self.sender.send(item).expect("the receiver lives as long");
    }

    pub fn take(&self) -> T {
        self.receiver.lock().unwrap().recv().expect("the sender lives as long")
    }

    pub fn take_all(&self) -> Vec<T> {
        self.receiver.lock().unwrap().try_iter().collect()
    }
}
