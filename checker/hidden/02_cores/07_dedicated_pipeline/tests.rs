//! Machines that look at who calls them and how many parts are under way.

use harness::{Rendezvous, expect, expect_at_most, expect_eq, note, threads_now};
use learner::{Machines, run};
use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread::{self, ThreadId};
use std::time::Duration;

/// What the three machines make of part `n`: each appends its digit.
fn finished(n: u32) -> u32 {
    n * 1000 + 123
}

/// Machines that only work.
struct Plain;

impl Machines for Plain {
    fn cut(&self, part: u32) -> u32 {
        part * 10 + 1
    }
    fn drill(&self, part: u32) -> u32 {
        part * 10 + 2
    }
    fn paint(&self, part: u32) -> u32 {
        part * 10 + 3
    }
}

/// A hundred parts, with belts for 0, 1 and 4: each goes through all three
/// machines, and they come out in the order they went in.
fn parts_keep_their_order() {
    for belt in [0, 1, 4] {
        let parts = vec![7, 3, 9, 1];
        let wanted: Vec<u32> = parts.iter().copied().map(finished).collect();
        expect_eq("four finished parts", run(&Plain, parts, belt), wanted);
        let wanted: Vec<u32> = (0..100).map(finished).collect();
        expect_eq("a hundred finished parts", run(&Plain, (0..100).collect(), belt), wanted);
    }
}

/// No parts, no result; one part, one result; belts longer than the parts.
fn few_parts() {
    expect_eq("result without parts", run(&Plain, vec![], 2), vec![]);
    expect_eq("result of one part", run(&Plain, vec![5], 0), vec![finished(5)]);
    expect_eq("result of two parts", run(&Plain, vec![5, 6], 50), vec![finished(5), finished(6)]);
}

/// Writes down the threads that work at each machine.
#[derive(Default)]
struct Workers {
    seen: [Mutex<HashSet<ThreadId>>; 3],
    most_threads: AtomicUsize,
}

impl Workers {
    fn look(&self, machine: usize) {
        self.seen[machine].lock().expect("nobody panics").insert(thread::current().id());
        self.most_threads.fetch_max(threads_now().unwrap_or(0), SeqCst);
        // Leaves the core to a second worker at this machine, if there is one.
        thread::sleep(Duration::from_millis(3));
    }

    fn at(&self, machine: usize) -> HashSet<ThreadId> {
        self.seen[machine].lock().expect("nobody panics").clone()
    }
}

impl Machines for Workers {
    fn cut(&self, part: u32) -> u32 {
        self.look(0);
        Plain.cut(part)
    }
    fn drill(&self, part: u32) -> u32 {
        self.look(1);
        Plain.drill(part)
    }
    fn paint(&self, part: u32) -> u32 {
        self.look(2);
        Plain.paint(part)
    }
}

/// Twenty parts: each machine is worked by one thread, the three threads are
/// different ones, and no more than three were started.
fn one_thread_for_each_machine() {
    let before = threads_now().unwrap_or(0);
    let workers = Workers::default();
    run(&workers, (0..20).collect(), 2);
    for (machine, name) in ["cut", "drill", "paint"].into_iter().enumerate() {
        expect(&format!("one thread at {name}, always the same"), workers.at(machine).len() == 1);
    }
    let all: HashSet<ThreadId> = (0..3).flat_map(|machine| workers.at(machine)).collect();
    expect_eq("threads at the three machines", all.len(), 3);
    let started = workers.most_threads.load(SeqCst).saturating_sub(before);
    expect_at_most("threads started", started, 3);
}

/// Machines that wait for one another: the third part is cut while the second
/// is drilled and the first is painted.
struct Together(Rendezvous);

impl Together {
    fn meet(&self) {
        expect("cut, drill and paint at work at the same time", self.0.meet());
    }
}

impl Machines for Together {
    fn cut(&self, part: u32) -> u32 {
        if part == 2 {
            self.meet();
        }
        part
    }
    fn drill(&self, part: u32) -> u32 {
        if part == 1 {
            self.meet();
        }
        part
    }
    fn paint(&self, part: u32) -> u32 {
        if part == 0 {
            self.meet();
        }
        part
    }
}

/// The machines wait for one another: part 2 in cut, part 1 in drill, part 0
/// in paint.
fn machines_work_at_the_same_time() {
    for belt in [0, 3] {
        run(&Together(Rendezvous::new(3)), (0..9).collect(), belt);
    }
    // Each of them has met the two others.
    note("machines at work at the same time", 3.0, "");
}

/// Machines whose paint is stuck with the first part until the line is full.
struct Stuck {
    room: usize,
    on_the_line: Mutex<usize>,
    another: Condvar,
}

impl Machines for Stuck {
    fn cut(&self, part: u32) -> u32 {
        let mut parts = self.on_the_line.lock().expect("nobody panics");
        *parts += 1;
        expect_at_most("parts on the line", *parts, self.room);
        self.another.notify_all();
        part
    }
    fn drill(&self, part: u32) -> u32 {
        part
    }
    fn paint(&self, part: u32) -> u32 {
        let mut parts = self.on_the_line.lock().expect("nobody panics");
        if part == 0 {
            let wait = |parts, time, full| {
                let waited = self.another.wait_timeout_while(parts, time, |parts| *parts < full);
                waited.expect("nobody panics").0
            };
            parts = wait(parts, Duration::from_secs(2), self.room);
            expect_eq("parts on the line while paint is stuck", *parts, self.room);
            // Time for a worker who does not stop to send one part too many.
            parts = wait(parts, Duration::from_millis(30), usize::MAX);
        }
        *parts -= 1;
        part
    }
}

/// Paint is stuck with the first of forty parts: the line fills up to two full
/// belts and one part in each machine, and no further.
fn full_belts_stop_the_workers() {
    for belt in [0, 1, 4] {
        let (on_the_line, another) = (Mutex::new(0), Condvar::new());
        let stuck = Stuck { room: 2 * belt + 3, on_the_line, another };
        let result = run(&stuck, (0..40).collect(), belt);
        expect_eq("finished parts", result, (0..40).collect());
    }
}

harness::cases![
    parts_keep_their_order,
    few_parts,
    one_thread_for_each_machine,
    machines_work_at_the_same_time,
    full_belts_stop_the_workers,
];
