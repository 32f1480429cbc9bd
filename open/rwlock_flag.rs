use std::sync::RwLock; use std::thread;
fn main(){ let f=RwLock::new(false); thread::scope(|s|{ s.spawn(||{ while !*f.read().unwrap() {thread::yield_now();} }); s.spawn(|| *f.write().unwrap()=true); }); }
