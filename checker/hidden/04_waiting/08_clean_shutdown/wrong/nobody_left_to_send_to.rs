//@ caught-by: model
//@ because: panic
//! Expects that somebody still listens to the queue.

use crossbeam_channel::{Receiver, Sender, select_biased, unbounded};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub struct Lab {
    films: Sender<u32>,
    rest: Receiver<u32>,
    pictures: Receiver<u32>,
    night: Mutex<Option<Sender<()>>>,
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
        let (night, over) = unbounded::<()>();
        let (put_back, rest) = unbounded();
        let develop = Arc::new(develop);
        let start = |number| {
            let (queue, over, hand_out) = (queue.clone(), over.clone(), hand_out.clone());
            let put_back = put_back.clone();
            let develop = Arc::clone(&develop);
            let work = move || {
                loop {
                    select_biased! {
                        recv(over) -> _ => {
                            for film in queue.try_iter() {
                                put_back.send(film).expect("the lab listens");
                            }
                            break;
                        },
                        recv(queue) -> film => match film {
                            Ok(film) => hand_out.send(develop(film)).expect("the lab listens"),
                            Err(_) => break,
                        },
                    }
                }
            };
            let worker = thread::Builder::new().name(format!("worker {number}"));
            worker.spawn(work).expect("the system has room for a thread")
        };
        let workers = (1..=workers).map(start).collect();
        Self { films, rest, pictures, night: Mutex::new(Some(night)), workers }
    }

    pub fn hand_in(&self, film: u32) -> Result<(), u32> {
        if self.night.lock().expect("nobody panics in here").is_none() {
            return Err(film);
        }
        self.films.send(film).expect("the workers listen");
        Ok(())
    }

    pub fn cancel(&self) {
        self.night.lock().expect("nobody panics in here").take();
    }

    pub fn close(self) -> Delivery {
        drop(self.films);
        for worker in self.workers {
            worker.join().expect("no worker panics");
        }
        Delivery {
            pictures: self.pictures.try_iter().collect(),
            films: self.rest.try_iter().collect(),
        }
    }
}
