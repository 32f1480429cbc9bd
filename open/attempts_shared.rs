use std::sync::atomic::{*,Ordering::*}; use std::thread;
fn main(){ let l=AtomicBool::new(false); let c=AtomicU32::new(0); thread::scope(|s|{ s.spawn(||{ while !l.load(Acquire) { c.fetch_add(1,Relaxed); } }); s.spawn(|| l.store(true,Release)); }); }
