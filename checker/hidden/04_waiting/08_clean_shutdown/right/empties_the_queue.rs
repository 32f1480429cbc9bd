//! Cancelling takes the only sender away and empties the queue.

use crossbeam_channel::{Receiver, Sender, unbounded};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub struct Lab {
    films: Mutex<Option<Sender<u32>>>,
    queue: Receiver<u32>,
    undone: Mutex<Vec<u32>>,
    workers: Vec<JoinHandle<Vec<u32>>>,
}

#[derive(Debug)]
pub struct Delivery {
    pub pictures: Vec<u32>,
    pub films: Vec<u32>,
}

impl Lab {
    pub fn open(workers: usize, develop: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Self {
        let (films, queue) = unbounded::<u32>();
        let develop = Arc::new(develop);
        let start = |number| {
            let queue = queue.clone();
            let develop = Arc::clone(&develop);
            let work = move || queue.iter().map(|film| develop(film)).collect::<Vec<u32>>();
            let worker = thread::Builder::new().name(format!("worker {number}"));
            worker.spawn(work).expect("the system has room for a thread")
        };
        let workers = (1..=workers).map(start).collect();
        Self { films: Mutex::new(Some(films)), queue, undone: Mutex::default(), workers }
    }

    pub fn hand_in(&self, film: u32) -> Result<(), u32> {
        let films = self.films.lock().unwrap();
        let Some(films) = &*films else { return Err(film) };
        films.send(film).map_err(|refused| refused.into_inner())
    }

    pub fn cancel(&self) {
        drop(self.films.lock().unwrap().take());
        self.undone.lock().unwrap().extend(self.queue.try_iter());
    }

    pub fn close(self) -> Delivery {
        drop(self.films);
        let pictures = self.workers.into_iter().flat_map(|worker| worker.join().unwrap());
        Delivery { pictures: pictures.collect(), films: self.undone.into_inner().unwrap() }
    }
}
