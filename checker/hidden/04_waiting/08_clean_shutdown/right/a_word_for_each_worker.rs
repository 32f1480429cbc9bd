//! The end is a message, one for each worker, in a queue that was emptied.

use crossbeam_channel::{Receiver, Sender, unbounded};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

enum Word {
    Film(u32),
    GoHome,
}

#[derive(Default)]
struct Desk {
    shut: bool,
    films: Vec<u32>,
}

pub struct Lab {
    say: Sender<Word>,
    heard: Receiver<Word>,
    pictures: Receiver<u32>,
    desk: Mutex<Desk>,
    workers: Vec<JoinHandle<()>>,
}

#[derive(Debug)]
pub struct Delivery {
    pub pictures: Vec<u32>,
    pub films: Vec<u32>,
}

impl Lab {
    pub fn open(workers: usize, develop: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Self {
        let (say, heard) = unbounded();
        let (hand_out, pictures) = unbounded();
        let develop = Arc::new(develop);
        let start = |number| {
            let (heard, hand_out) = (heard.clone(), hand_out.clone());
            let develop = Arc::clone(&develop);
            let work = move || {
                while let Ok(Word::Film(film)) = heard.recv() {
                    hand_out.send(develop(film)).unwrap();
                }
            };
            let worker = thread::Builder::new().name(format!("worker {number}"));
            worker.spawn(work).expect("the system has room for a thread")
        };
        let workers = (1..=workers).map(start).collect();
        Self { say, heard, pictures, desk: Mutex::default(), workers }
    }

    pub fn hand_in(&self, film: u32) -> Result<(), u32> {
        let desk = self.desk.lock().unwrap();
        if desk.shut {
            return Err(film);
        }
        self.say.send(Word::Film(film)).unwrap();
        Ok(())
    }

    pub fn cancel(&self) {
        let mut desk = self.desk.lock().unwrap();
        if desk.shut {
            return;
        }
        desk.shut = true;
        while let Ok(Word::Film(film)) = self.heard.try_recv() {
            desk.films.push(film);
        }
        self.send_home();
    }

    pub fn close(self) -> Delivery {
        if !self.desk.lock().unwrap().shut {
            self.send_home();
        }
        for worker in self.workers {
            worker.join().unwrap();
        }
        let films = self.desk.into_inner().unwrap().films;
        Delivery { pictures: self.pictures.try_iter().collect(), films }
    }

    fn send_home(&self) {
        for _ in &self.workers {
            self.say.send(Word::GoHome).unwrap();
        }
    }
}
