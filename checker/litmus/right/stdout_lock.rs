//@ verdict: solved
//! Std's own locks are not the model's: they are as they were in every execution.

use std::io::Write;
use std::sync::Mutex;
use std::thread;

static LINES: Mutex<u32> = Mutex::new(0);

fn tell(name: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(name.as_bytes()).unwrap();
    writeln!(out, ": {}", name.len()).unwrap();
    drop(out);
    *LINES.lock().unwrap() += 1;
}

#[test]
fn both_tell() {
    let t = thread::spawn(|| tell("child"));
    tell("main");
    eprintln!("done");
    t.join().unwrap();
    assert_eq!(*LINES.lock().unwrap(), 2);
}
