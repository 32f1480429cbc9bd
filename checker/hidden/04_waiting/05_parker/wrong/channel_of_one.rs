//@ caught-by: model
//@ because: luggage that the ferryman saw with the one token
//! A channel with room for one: a ring that finds it full says nothing.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

pub struct Parker {
    hang: SyncSender<()>,
    take: Mutex<Receiver<()>>,
}

impl Parker {
    pub fn new() -> Self {
        let (hang, take) = sync_channel(1);
        Self { hang, take: Mutex::new(take) }
    }

    pub fn park(&self) {
        self.take.lock().unwrap().recv().unwrap();
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        self.take.lock().unwrap().recv_timeout(limit).is_ok()
    }

    pub fn unpark(&self) {
        let _ = self.hang.try_send(());
    }
}
