//! What is written down of a program, by the program itself.

extern crate timeline_std as std;

use recorder::Reason;
use std::fs;
use std::sync::{Arc, Barrier, Condvar, Mutex, OnceLock, RwLock, mpsc};
use std::thread::{Builder, park_timeout, scope, sleep};
use std::time::Duration;

const A_WHILE: Duration = Duration::from_millis(20);

/// Until the thread of this name sleeps, as far as the system says so.
fn until_asleep(name: &str) {
    let read = |path: std::path::PathBuf| fs::read_to_string(path).unwrap_or_default();
    for _ in 0..1_000 {
        sleep(Duration::from_millis(2));
        let tasks = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
        let mut named = tasks.filter(|task| read(task.path().join("comm")).trim_end() == name);
        if named.any(|task| read(task.path().join("stat")).contains(") S ")) {
            return;
        }
    }
}

/// Everything in one test: there is one record of a process.
#[test]
fn waits_are_written_down_and_what_does_not_wait_is_not() {
    recorder::start(&recorder::Allowed::now());
    let free = Mutex::new(0);
    (0..100).for_each(|_| *free.lock().unwrap() += 1);

    let (mutex, rwlock, once) = (Mutex::new(()), RwLock::new(()), OnceLock::new());
    let named = |name: &str| Builder::new().name(name.to_owned());
    scope(|scope| {
        let (held, read) = (mutex.lock().unwrap(), rwlock.read().unwrap());
        named("lock").spawn_scoped(scope, || drop(mutex.lock().unwrap())).unwrap();
        named("write").spawn_scoped(scope, || drop(rwlock.write().unwrap())).unwrap();
        let begin = || once.get_or_init(|| until_asleep("second"));
        named("first").spawn_scoped(scope, begin).unwrap();
        until_asleep("first");
        named("second").spawn_scoped(scope, || once.get_or_init(|| ())).unwrap();
        ["lock", "write"].into_iter().for_each(until_asleep);
        drop((held, read));
    });

    let bell = Arc::new((Mutex::new(false), Condvar::new(), Barrier::new(2)));
    let (sender, receiver) = mpsc::sync_channel(0);
    let theirs = Arc::clone(&bell);
    let other = named("other").spawn(move || {
        let (rung, condvar, barrier) = &*theirs;
        drop(condvar.wait_while(rung.lock().unwrap(), |rung| !*rung).unwrap());
        barrier.wait();
        receiver.recv().unwrap();
        sleep(A_WHILE * 5);
        receiver.recv().unwrap();
        park_timeout(A_WHILE);
    });
    until_asleep("other");
    *bell.0.lock().unwrap() = true;
    bell.1.notify_all();
    until_asleep("other");
    bell.2.wait();
    until_asleep("other");
    sender.send(1).unwrap();
    sender.send(2).unwrap();
    other.unwrap().join().unwrap();

    let timeline = recorder::finish();
    let reasons = |lane: &str| -> Vec<Reason> {
        let lane = timeline.threads.iter().find(|it| it.name.as_deref() == Some(lane)).unwrap();
        lane.waits.iter().map(|wait| wait.reason).collect()
    };
    assert_eq!(reasons("lock"), [Reason::Lock]);
    assert_eq!(reasons("write"), [Reason::Write]);
    assert!(!reasons("first").contains(&Reason::Once));
    assert_eq!(reasons("second"), [Reason::Once]);
    let all = reasons("other");
    for reason in [Reason::Condvar, Reason::Barrier, Reason::Recv, Reason::Sleep, Reason::Park] {
        assert!(all.contains(&reason), "{reason:?} is not among {all:?}");
    }
    let main: Vec<Reason> = timeline.threads[0].waits.iter().map(|wait| wait.reason).collect();
    for reason in [Reason::Sleep, Reason::Send, Reason::Join] {
        assert!(main.contains(&reason), "{reason:?} is not among {main:?}");
    }
    assert!(!main.contains(&Reason::Lock));
    let here = |place: usize| timeline.places[place].file.ends_with("records.rs");
    assert!(timeline.threads.iter().flat_map(|lane| &lane.waits).all(|wait| here(wait.place)));
}
