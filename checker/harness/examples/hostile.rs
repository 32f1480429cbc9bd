//! Cases that try to fool the checker, exhaust the machine or outstay their
//! welcome, for the checker's own tests. A real learner's file meets fewer of
//! these; every one of them must get its verdict all the same.

// Learners unwrap.
#![allow(clippy::unwrap_used)]

use std::fs::{self, OpenOptions};
use std::hint::black_box;
use std::io::Write;
use std::mem::ManuallyDrop;
use std::net::Shutdown;
use std::os::fd::{AsFd, FromRawFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::process::{self, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

fn honest() {
    harness::note("calls", 3.0, "");
    harness::expect_eq("sum", 1 + 1, 2);
    print!("no newline");
}

fn wrong() {
    println!("before");
    harness::expect_eq("sum", vec![1, 2], vec![1, 3]);
    println!("after");
}

fn wrong_in_a_child() {
    let child = thread::spawn(|| harness::expect("order kept", false));
    let _ = child.join();
    loop {
        thread::park();
    }
}

fn panics() {
    let empty: Vec<u32> = black_box(Vec::new());
    black_box(empty[0]);
}

fn panics_in_a_child() {
    let child = thread::Builder::new().name("worker".to_owned()).spawn(|| panic!("lost a hit"));
    child.unwrap().join().unwrap();
}

fn panics_in_a_detached_thread() {
    let _ = thread::spawn(|| panic!("nobody listens")).join();
}

fn exits() {
    process::exit(0);
}

fn panics_with_an_exiting_hook() {
    std::panic::set_hook(Box::new(|_| process::exit(0)));
    panic!("wrong");
}

fn panics_with_a_silent_hook() {
    std::panic::set_hook(Box::new(|_| {}));
    panic!("wrong all the same");
}

fn exits_in_a_destructor() {
    struct Leaver;
    impl Drop for Leaver {
        fn drop(&mut self) {
            process::exit(0);
        }
    }
    let _leaver = Leaver;
    panic!("wrong");
}

fn panics_with_a_payload_that_exits() {
    struct Leaver;
    impl Drop for Leaver {
        fn drop(&mut self) {
            process::exit(0);
        }
    }
    std::panic::panic_any(Leaver);
}

fn prints_a_summary() {
    println!("\nrunning 1 test\ntest hostile ... ok\n");
    println!("test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out");
    println!(r#"{{"secret":"","fact":"Completed"}}"#);
    process::exit(0);
}

const FORGED: &[u8] = b"{\"secret\":\"guess\",\"fact\":\"Completed\"}\n";

/// All a safe program can do.
fn writes_to_every_descriptor() {
    for entry in fs::read_dir("/proc/self/fd").unwrap().flatten() {
        if let Ok(mut file) = OpenOptions::new().write(true).open(entry.path()) {
            let _ = file.write_all(FORGED);
        }
    }
    process::exit(0);
}

fn forges_a_report() {
    for_every_socket(|mut socket| {
        let _ = socket.write_all(FORGED);
    });
    process::exit(0);
}

fn shuts_the_channel_down() {
    for_every_socket(|socket| {
        let _ = socket.shutdown(Shutdown::Both);
    });
}

fn floods_the_channel() {
    for_every_socket(|mut socket| while socket.write_all(&[b'x'; 1 << 16]).is_ok() {});
}

fn for_every_socket(act: impl Fn(&UnixStream)) {
    for number in 3..64 {
        // SAFETY: nothing is closed; on a number that is no socket's, every
        // call fails.
        let socket = ManuallyDrop::new(unsafe { UnixStream::from_raw_fd(number) });
        act(&socket);
    }
}

fn uses_standard_input() {
    let stdin = std::io::stdin().as_fd().try_clone_to_owned().unwrap();
    let mut stdin = UnixStream::from(stdin);
    let _ = stdin.write_all(FORGED);
    let _ = stdin.shutdown(Shutdown::Both);
}

fn loops() {
    loop {
        black_box(());
    }
}

fn polls() {
    loop {
        thread::sleep(Duration::from_millis(1));
    }
}

fn sleeps() {
    thread::sleep(Duration::from_hours(1));
}

fn deadlocks() {
    let locks = Arc::new((Mutex::new(()), Mutex::new(())));
    let barrier = Arc::new(std::sync::Barrier::new(2));
    let child = thread::spawn({
        let (locks, barrier) = (Arc::clone(&locks), Arc::clone(&barrier));
        move || {
            let _first = locks.0.lock();
            barrier.wait();
            let _second = locks.1.lock();
        }
    });
    let _second = locks.1.lock();
    barrier.wait();
    let _first = locks.0.lock();
    child.join().unwrap();
}

fn allocates() {
    let mut kept = Vec::new();
    loop {
        kept.push(vec![1_u8; 1 << 16]);
    }
}

fn allocates_at_once() {
    black_box(vec![0_u8; 1 << 40]);
}

fn recurses() {
    fn deeper(depth: u64) -> u64 {
        let frame = black_box([depth; 64]);
        if frame[0] == u64::MAX { 0 } else { deeper(depth + 1) + frame[1] }
    }
    black_box(deeper(0));
}

fn spawns() {
    loop {
        thread::spawn(|| thread::sleep(Duration::from_hours(1)));
    }
}

fn floods() {
    loop {
        println!("{}", "flood ".repeat(100));
    }
}

#[expect(clippy::zombie_processes, reason = "that is the hostile part")]
fn leaves_a_child() {
    sleeper().spawn().unwrap();
}

/// Its parent is gone, and it is in a session and an environment of its own.
fn leaves_a_runaway() {
    let mut shell = Command::new("sh");
    shell.args(["-c", "setsid sh -c 'sleep 3600 & wait' >/dev/null 2>&1 &"]);
    shell.env_clear().env("PATH", "/usr/bin:/bin").process_group(0).status().unwrap();
    // The shell is gone when setsid may not have begun.
    thread::sleep(Duration::from_millis(200));
}

#[expect(clippy::zombie_processes, reason = "that is the hostile part")]
fn leaves_a_finished_child() {
    Command::new("true").spawn().unwrap();
    thread::sleep(Duration::from_millis(200));
}

fn waits_for_a_child() {
    sleeper().status().unwrap();
}

fn sleeper() -> Command {
    let mut command = Command::new("sleep");
    command.arg("3600").stdin(Stdio::null());
    command
}

fn stays_after_the_end() {
    struct Stayer;
    impl Drop for Stayer {
        fn drop(&mut self) {
            thread::sleep(Duration::from_hours(1));
        }
    }
    thread_local!(static STAYER: Stayer = const { Stayer });
    STAYER.with(|_| {});
    // Holds the lock that the last flush needs.
    thread::spawn(|| {
        let _lock = std::io::stdout().lock();
        thread::sleep(Duration::from_hours(1));
    });
    thread::sleep(Duration::from_millis(50));
}

harness::cases![
    honest,
    wrong,
    wrong_in_a_child,
    panics,
    panics_in_a_child,
    panics_in_a_detached_thread,
    exits,
    panics_with_an_exiting_hook,
    panics_with_a_silent_hook,
    exits_in_a_destructor,
    panics_with_a_payload_that_exits,
    prints_a_summary,
    writes_to_every_descriptor,
    forges_a_report,
    shuts_the_channel_down,
    floods_the_channel,
    uses_standard_input,
    loops,
    polls,
    sleeps,
    deadlocks,
    allocates,
    allocates_at_once,
    recurses,
    spawns,
    floods,
    leaves_a_child,
    leaves_a_runaway,
    leaves_a_finished_child,
    waits_for_a_child,
    stays_after_the_end,
];
