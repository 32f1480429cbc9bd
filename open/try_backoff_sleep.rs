use std::sync::Mutex; use std::thread; use std::time::Duration;
fn both(a:&Mutex<i32>,b:&Mutex<i32>){ loop { let mut x=a.lock().unwrap(); match b.try_lock() { Ok(mut y)=>{*x+=1;*y+=1;return} Err(_)=>{drop(x); thread::sleep(Duration::from_millis(1));} } } }
fn main(){ let x=Mutex::new(0); let y=Mutex::new(0); thread::scope(|s|{ s.spawn(||both(&x,&y)); s.spawn(||both(&y,&x)); }); }
