use std::sync::Mutex; use std::thread;
fn main(){ let f=Mutex::new(false); thread::scope(|s|{ s.spawn(||{ while !*f.lock().unwrap() {} }); s.spawn(|| *f.lock().unwrap()=true); }); }
