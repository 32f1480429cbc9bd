//@ caught-by: model
//@ because: deadlock
//! A flag that sleeping workers do not see.

use crossbeam_channel::{Receiver, Sender, unbounded};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

pub struct Lab {
    films: Sender<u32>,
    queue: Receiver<u32>,
    pictures: Receiver<u32>,
    cancelled: Arc<AtomicBool>,
    workers: Vec<JoinHandle<()>>,
}

#[derive(Debug)]
pub struct Delivery {
    pub pictures: Vec<u32>,
    pub films: Vec<u32>,
}

impl Lab {
    pub fn open(workers: usize, develop: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Self {
        let (films, queue) = unbounded::<u32>();
        let (hand_out, pictures) = unbounded();
        let cancelled = Arc::new(AtomicBool::new(false));
        let develop = Arc::new(develop);
        let start = |number| {
            let (queue, hand_out) = (queue.clone(), hand_out.clone());
            let cancelled = Arc::clone(&cancelled);
            let develop = Arc::clone(&develop);
            let work = move || {
                while !cancelled.load(Ordering::SeqCst) {
                    let Ok(film) = queue.recv() else { break };
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
        self.films.send(film).map_err(|refused| refused.0)
    }

    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::SeqCst);
    }

    pub fn close(self) -> Delivery {
        drop(self.films);
        for worker in self.workers {
            worker.join().expect("no worker panics");
        }
        Delivery {
            pictures: self.pictures.try_iter().collect(),
            films: self.queue.try_iter().collect(),
        }
    }
}
