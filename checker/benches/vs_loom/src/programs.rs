//! Five small programs, written once and compiled against both.

/// Their names, in the order of `on_engine` and `on_loom`.
pub const NAMES: [&str; 5] = ["counter", "mutex", "queue", "message", "four"];

macro_rules! programs {
    ($all:ident, $module:ident, $library:ident) => {
        mod $module {
            use std::sync::Arc;
            use $library::sync::atomic::{AtomicBool, AtomicU64, Ordering::*};
            use $library::sync::{Condvar, Mutex};
            use $library::thread;

            /// Two threads load, add and store: an update is lost.
            pub fn counter() -> u64 {
                let count = Arc::new(AtomicU64::new(0));
                let add =
                    |count: Arc<AtomicU64>| move || count.store(count.load(SeqCst) + 1, SeqCst);
                let threads = [count.clone(), count.clone()].map(|count| thread::spawn(add(count)));
                threads.into_iter().for_each(|thread| thread.join().unwrap());
                count.load(SeqCst)
            }

            /// Three threads lock twice each.
            pub fn mutex() -> u64 {
                let count = Arc::new(Mutex::new(0));
                let add = |count: Arc<Mutex<u64>>| {
                    move || (0..2).for_each(|_| *count.lock().unwrap() += 1)
                };
                let threads = [(); 3].map(|()| thread::spawn(add(count.clone())));
                threads.into_iter().for_each(|thread| thread.join().unwrap());
                *count.lock().unwrap()
            }

            /// A producer and a consumer, with room for one item.
            pub fn queue() -> u64 {
                let queue = Arc::new((Mutex::new(Vec::new()), Condvar::new(), Condvar::new()));
                let theirs = queue.clone();
                let producer = thread::spawn(move || {
                    let (items, taken, put) = &*theirs;
                    for item in 0..3 {
                        let mut items = items.lock().unwrap();
                        while items.len() == 1 {
                            items = taken.wait(items).unwrap();
                        }
                        items.push(item);
                        put.notify_one();
                    }
                });
                let (items, taken, put) = &*queue;
                let mut seen = 0;
                for _ in 0..3 {
                    let mut items = items.lock().unwrap();
                    while items.is_empty() {
                        items = put.wait(items).unwrap();
                    }
                    seen = seen * 10 + items.pop().unwrap();
                    taken.notify_one();
                }
                producer.join().unwrap();
                seen
            }

            /// A message and its flag.
            pub fn message() -> u64 {
                let shared = Arc::new((AtomicU64::new(0), AtomicBool::new(false)));
                let theirs = shared.clone();
                let writer = thread::spawn(move || {
                    theirs.0.store(1, Relaxed);
                    theirs.1.store(true, Release);
                });
                let ready = shared.1.load(Acquire);
                let message = shared.0.load(Relaxed);
                writer.join().unwrap();
                u64::from(ready) * 10 + message
            }

            /// Four threads lock once each.
            pub fn four() -> u64 {
                let count = Arc::new(Mutex::new(0));
                let add = |count: Arc<Mutex<u64>>| move || *count.lock().unwrap() += 1;
                let threads = [(); 4].map(|()| thread::spawn(add(count.clone())));
                threads.into_iter().for_each(|thread| thread.join().unwrap());
                *count.lock().unwrap()
            }
        }

        pub fn $all() -> [fn() -> u64; 5] {
            use $module::{counter, four, message, mutex, queue};
            [counter, mutex, queue, message, four]
        }
    };
}

programs!(on_engine, engine_programs, standin_std);
programs!(on_loom, loom_programs, loom);
