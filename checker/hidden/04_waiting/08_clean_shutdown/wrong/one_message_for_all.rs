//@ caught-by: model
//@ because: deadlock
//! One message at the end of the queue for all workers.

use crossbeam_channel::{Receiver, Sender, unbounded};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

pub struct Lab {
    films: Sender<Option<u32>>,
    queue: Receiver<Option<u32>>,
    pictures: Receiver<u32>,
    cancelled: AtomicBool,
    workers: Vec<JoinHandle<()>>,
}

#[derive(Debug)]
pub struct Delivery {
    pub pictures: Vec<u32>,
    pub films: Vec<u32>,
}

impl Lab {
    pub fn open(workers: usize, develop: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Self {
        let (films, queue) = unbounded::<Option<u32>>();
        let (hand_out, pictures) = unbounded();
        let cancelled = AtomicBool::new(false);
        let develop = Arc::new(develop);
        let start = |number| {
            let (queue, hand_out) = (queue.clone(), hand_out.clone());
            let develop = Arc::clone(&develop);
            let work = move || {
                while let Ok(Some(film)) = queue.recv() {
                    hand_out.send(develop(film)).expect("the lab listens");
                }
            };
            let worker = thread::Builder::new().name(format!("worker {number}"));
            worker.spawn(work).expect("the system has room for a thread")
        };
        let workers = (1..=workers).map(start).collect();
        Self { films, queue, pictures, cancelled, workers }
    }

    pub fn hand_in(&self, film: u32) -> Result<(), u32> {
        if self.cancelled.load(Ordering::SeqCst) {
            return Err(film);
        }
        self.films.send(Some(film)).map_err(|_| film)
    }

    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::SeqCst);
        let _ = self.films.send(None);
    }

    pub fn close(self) -> Delivery {
        drop(self.films);
        for worker in self.workers {
            worker.join().expect("no worker panics");
        }
        Delivery {
            pictures: self.pictures.try_iter().collect(),
            films: self.queue.try_iter().flatten().collect(),
        }
    }
}
