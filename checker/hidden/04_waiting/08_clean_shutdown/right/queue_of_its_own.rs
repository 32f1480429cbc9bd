//! No channel: a queue and a condition variable.

use std::collections::VecDeque;
use std::mem;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Default)]
struct Night {
    films: VecDeque<u32>,
    pictures: Vec<u32>,
    cancelled: bool,
    morning: bool,
}

#[derive(Default)]
struct Hall {
    night: Mutex<Night>,
    changed: Condvar,
}

impl Hall {
    fn next(&self) -> Option<u32> {
        let mut night = self.night.lock().unwrap();
        loop {
            if night.cancelled {
                return None;
            }
            if let Some(film) = night.films.pop_front() {
                return Some(film);
            }
            if night.morning {
                return None;
            }
            night = self.changed.wait(night).unwrap();
        }
    }
}

pub struct Lab {
    hall: Arc<Hall>,
    workers: Vec<JoinHandle<()>>,
}

#[derive(Debug)]
pub struct Delivery {
    pub pictures: Vec<u32>,
    pub films: Vec<u32>,
}

impl Lab {
    pub fn open(workers: usize, develop: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Self {
        let hall = Arc::new(Hall::default());
        let develop = Arc::new(develop);
        let start = |number| {
            let hall = Arc::clone(&hall);
            let develop = Arc::clone(&develop);
            let work = move || {
                while let Some(film) = hall.next() {
                    let picture = develop(film);
                    hall.night.lock().unwrap().pictures.push(picture);
                }
            };
            let worker = thread::Builder::new().name(format!("worker {number}"));
            worker.spawn(work).expect("the system has room for a thread")
        };
        let workers = (1..=workers).map(start).collect();
        Self { hall, workers }
    }

    pub fn hand_in(&self, film: u32) -> Result<(), u32> {
        let mut night = self.hall.night.lock().unwrap();
        if night.cancelled {
            return Err(film);
        }
        night.films.push_back(film);
        self.hall.changed.notify_one();
        Ok(())
    }

    pub fn cancel(&self) {
        self.hall.night.lock().unwrap().cancelled = true;
        self.hall.changed.notify_all();
    }

    pub fn close(self) -> Delivery {
        self.hall.night.lock().unwrap().morning = true;
        self.hall.changed.notify_all();
        for worker in self.workers {
            worker.join().expect("no worker panics");
        }
        let night = &mut *self.hall.night.lock().unwrap();
        Delivery {
            pictures: mem::take(&mut night.pictures),
            films: mem::take(&mut night.films).into(),
        }
    }
}
