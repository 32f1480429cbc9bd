//! A photo lab: films go in, pictures come out, and it closes.

use crossbeam_channel::{Receiver, Sender, select_biased, unbounded};
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// Workers, and the queue of films they take from.
pub struct Lab {
    films: Sender<u32>,
    /// The other end of the queue, for what is left in it in the end. The lab
    /// must have one: when the last receiver goes, the queue is dropped with
    /// all that is in it.
    queue: Receiver<u32>,
    pictures: Receiver<u32>,
    /// Nothing is ever sent here. That it is dropped is the signal.
    //
    // A flag is seen by who looks at it. A worker who sleeps in `recv` looks
    // at nothing, so cancelling must be something that *wakes*. A disconnected
    // channel wakes all its receivers, however many there are, and it stays
    // disconnected for those who come later.
    night: Mutex<Option<Sender<Infallible>>>,
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
        let (night, over) = unbounded::<Infallible>();
        let develop = Arc::new(develop);
        let start = |number| {
            let (queue, over, hand_out) = (queue.clone(), over.clone(), hand_out.clone());
            let develop = Arc::clone(&develop);
            let work = move || {
                loop {
                    // `select!` takes any arm that is ready, so it goes on
                    // with the queue now and then although the night is over.
                    // The biased one takes the first that is ready. Either
                    // takes a film or takes none: nothing is received and then
                    // lost on the way out.
                    let film = select_biased! {
                        recv(over) -> _ => break,
                        recv(queue) -> film => film,
                    };
                    // An error says that the queue is empty *and* that nobody
                    // can hand in any more. `try_recv` says "empty" also when
                    // the next film is on its way.
                    let Ok(film) = film else { break };
                    hand_out.send(develop(film)).expect("the lab takes pictures");
                }
            };
            let worker = thread::Builder::new().name(format!("worker {number}"));
            worker.spawn(work).expect("the system has room for a thread")
        };
        let workers = (1..=workers).map(start).collect();
        // Here the lab's own `develop` and `hand_out` go, and only the
        // workers' are left: the last worker takes `develop` along.
        Self { films, queue, pictures, night: Mutex::new(Some(night)), workers }
    }

    /// Puts a film into the queue, or gives it back.
    pub fn hand_in(&self, film: u32) -> Result<(), u32> {
        // The lock is held while sending, so `cancel` comes before or after,
        // and never between the question and the film. `send` on a channel
        // without bound does not wait, so nobody waits for this lock for long.
        match *self.night.lock().expect("nobody panics in here") {
            Some(_) => self.films.send(film).map_err(|refused| refused.0),
            None => Err(film),
        }
    }

    /// Ends the night early. Does not wait for the workers.
    pub fn cancel(&self) {
        *self.night.lock().expect("nobody panics in here") = None;
    }

    /// Waits for the workers and returns what they made, and what is left.
    pub fn close(self) -> Delivery {
        // First let go of the sender, then wait. The other way round the
        // workers wait for a film from this thread, which waits for them.
        drop(self.films);
        for worker in self.workers {
            worker.join().expect("no worker panics");
        }
        // Nobody sends or receives any more, so these loops see everything.
        // `self` came by value: nobody can be in `hand_in` now.
        Delivery {
            pictures: self.pictures.try_iter().collect(),
            films: self.queue.try_iter().collect(),
        }
        // It costs a select per film instead of a plain `recv`: it registers
        // with two channels before it sleeps.
    }
}
