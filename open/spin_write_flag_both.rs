use std::sync::atomic::{*,Ordering::*}; use std::thread;
// polite Dekker-less: retreat
fn main(){ let a=AtomicBool::new(false); let b=AtomicBool::new(false); thread::scope(|s|{ for (m,o) in [(&a,&b),(&b,&a)] { s.spawn(move||{ loop { m.store(true,SeqCst); if !o.load(SeqCst) {break} m.store(false,SeqCst); thread::yield_now(); } m.store(false,SeqCst); }); } }); }
