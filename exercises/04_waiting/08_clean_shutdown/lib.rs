//! A photo lab: films go in, pictures come out, and it closes.

use crossbeam_channel::{Receiver, Sender, unbounded};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread::{self, JoinHandle};

/// Workers, and the queue of films they take from.
pub struct Lab {
    films: Sender<u32>,
    pictures: Receiver<u32>,
    cancelled: Arc<AtomicBool>,
    workers: Vec<JoinHandle<()>>,
}

/// What is there in the morning.
#[derive(Debug)]
pub struct Delivery {
    /// What `develop` returned.
    pub pictures: Vec<u32>,
    /// Films that nobody developed.
    pub films: Vec<u32>,
}

impl Lab {
    /// Starts the workers.
    pub fn open(workers: usize, develop: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Self {
        let (films, queue) = unbounded::<u32>();
        let (hand_out, pictures) = unbounded();
        let cancelled = Arc::new(AtomicBool::new(false));
        let develop = Arc::new(develop);
        let start = |number| {
            let (queue, hand_out) = (queue.clone(), hand_out.clone());
            let (cancelled, develop) = (Arc::clone(&cancelled), Arc::clone(&develop));
            let work = move || {
                while let Ok(film) = queue.recv() {
                    // TODO: go home also when there is no film.
                    if cancelled.load(Relaxed) {
                        break;
                    }
                    hand_out.send(develop(film)).expect("the lab takes pictures");
                }
            };
            let worker = thread::Builder::new().name(format!("worker {number}"));
            worker.spawn(work).expect("the system has room for a thread")
        };
        let workers = (1..=workers).map(start).collect();
        Self { films, pictures, cancelled, workers }
    }

    /// Puts a film into the queue, or gives it back.
    pub fn hand_in(&self, film: u32) -> Result<(), u32> {
        if self.cancelled.load(Relaxed) {
            return Err(film);
        }
        self.films.send(film).map_err(|refused| refused.0)
    }

    /// Ends the night early. Does not wait for the workers.
    pub fn cancel(&self) {
        self.cancelled.store(true, Relaxed);
    }

    /// Waits for the workers and returns what they made, and what is left.
    pub fn close(self) -> Delivery {
        // TODO: let the workers know that nothing more comes.
        for worker in self.workers {
            worker.join().expect("no worker panics");
        }
        // TODO: give back what nobody developed.
        Delivery { pictures: self.pictures.try_iter().collect(), films: Vec::new() }
    }
}
