//! The columns: which steps have a row, and where they stand.

use super::same;
use crate::explain::fixture::{Tale, found, pass, tell, unmet};
use crate::finding::{Evidence, Step};
use facts::FailureKind;

#[test]
fn three_threads_have_three_columns_and_long_ways_in_are_folded() {
    let source = "self.n.load(Relaxed);\nself.n.store(n + 1, Relaxed);\nself.log.load(Relaxed);\n";
    let mut tale = Tale::new(source).thread("C").object("AtomicU64").object("AtomicU64");
    for value in 0..9 {
        tale = tale.step(3, "load", 1, 3, "load").gives(&value.to_string());
    }
    let tale = tale
        .step(1, "load", 0, 1, "load")
        .gives("0")
        .step(2, "fetch_add", 0, 1, "load")
        .arg("1")
        .gives("0")
        .step(3, "fetch_add", 0, 1, "load")
        .arg("1")
        .gives("1")
        .step(1, "store", 0, 2, "store")
        .arg("1");
    same(
        &tale.told(unmet("n", "1", "3"), 1),
        r"
  lost update — 1 preemption is enough; 4 of the 6 interleavings with at most
  1 preemption fail

      thread A                 thread B                 thread C
      … 9 steps by C alone
  10  n.load → 0      lib.rs:1
  11                           n.fetch_add(1)  lib.rs:1
                                 → 0
  12                                                    n.fetch_add(1)  lib.rs:1
                                                          → 1
  13  n.store(1)      lib.rs:2  ← overwrites 2 updates that A never saw

   n: 1, expected 3

   A reads 0 in step 10 and stores 1 in step 13: what was written in step 11 and
   step 12 is gone.

   `n.load` and `n.store` are two operations, and any thread can run between
   them: each one is atomic, the pair is not.
",
    );
}

#[test]
fn four_threads_stand_in_a_list_and_loops_are_folded() {
    let source = "while self.turn.load(Acquire) != me {}\nself.turn.fetch_add(1, Release);\n";
    let mut tale = Tale::new(source).thread("C").object("AtomicU64");
    for _ in 0..6 {
        tale = tale.step(3, "load", 0, 1, "load").gives("0");
    }
    let tale = tale
        .step(0, "fetch_add", 0, 2, "fetch_add")
        .arg("1")
        .gives("0")
        .step(1, "fetch_add", 0, 2, "fetch_add")
        .arg("1")
        .gives("1")
        .step(2, "fetch_add", 0, 2, "fetch_add")
        .arg("1")
        .gives("2");
    let finding = found(
        Step::Model,
        Evidence::ModelFailed {
            failure: Box::new(tale.failing(unmet("turns taken", "3", "4"), 2)),
            passes: vec![pass(Some(2), 1, 1)],
        },
    );
    same(
        &tell(source, vec![finding]),
        r"
  wrong result — 2 preemptions are enough; the only interleaving with at most
  2 preemptions fails

   1    C     turn.load → 0          lib.rs:1
              … the same, 5 times more
   7    main  turn.fetch_add(1) → 0  lib.rs:2
   8    A     turn.fetch_add(1) → 1  lib.rs:2
   9    B     turn.fetch_add(1) → 2  lib.rs:2

   turns taken: 3, expected 4
",
    );
}

/// Whatever a trace contains, the picture is drawn and fits the page.
#[test]
fn any_trace_can_be_told() {
    let mut state = 7_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) % below
    };
    let source = "self.a_rather_long_name_for_a_field.load();\nlet x = slots[i].store(1);\n";
    let ops = [
        "load",
        "store",
        "lock",
        "unlock",
        "wait",
        "notify_one",
        "compare_exchange",
        "spawn",
        "join",
    ];
    for _ in 0..500 {
        let mut tale = Tale::new(source).thread("a thread with a very long name");
        tale = tale.object("Mutex").object("AtomicU64").object("Condvar");
        for _ in 0..draw(60) {
            let op = ops[draw(9) as usize];
            let line = 1 + draw(2) as u32;
            let needle = if line == 1 { "load" } else { "store" };
            tale = tale.step(draw(4) as usize, op, draw(3) as usize, line, needle);
            tale = tale.arg(&"9".repeat(draw(30) as usize)).gives(&draw(3).to_string());
            tale = if draw(5) == 0 { tale.newest("x\ny").ordering("SeqCst") } else { tale };
            tale = if draw(9) == 0 { tale.adversarial() } else { tale };
        }
        let preemptions = draw(3) as usize;
        tale.told(unmet("something", "1", "2"), preemptions);
        tale.told(FailureKind::Livelock(vec![1]), preemptions);
        tale.told(FailureKind::DataRace { first: 3, second: 9 }, preemptions);
    }
}

#[test]
fn a_trace_of_thousands_of_steps_fits_a_screen() {
    let source = "self.n.load(Relaxed);\nself.n.fetch_add(1, Relaxed);\n";
    let mut tale = Tale::new(source).object("AtomicU64");
    for step in 0..5_000_usize {
        let value = step.to_string();
        tale = match step % 3 {
            0 => tale.step(2, "fetch_add", 0, 2, "fetch_add").arg("1").gives(&value),
            thread => tale.step(thread, "load", 0, 1, "load").gives(&value),
        };
    }
    let told = tale.told(unmet("n", "1", "2"), 1);
    assert!(told.lines().count() < 60, "{told}");
    assert!(told.contains("by A and B"), "{told}");
}
