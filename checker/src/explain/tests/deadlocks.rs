//! Rings of waits.

use super::same;
use crate::explain::fixture::Tale;
use facts::{Blocked, FailureKind, Held};

fn stuck(
    tale: &Tale,
    thread: usize,
    object: usize,
    holder: usize,
    held: &[(usize, u32)],
    line: u32,
) -> Blocked {
    let holds = held.iter().map(|&(object, line)| Held { object, place: tale.place(line, "lock") });
    Blocked {
        thread,
        op: "lock".into(),
        object: Some(object),
        target: None,
        holders: vec![holder],
        holds: holds.collect(),
        place: tale.place(line, "lock"),
    }
}

const TRANSFER: &str =
    "let mut from = self.accounts[from].lock();\nlet mut to = self.accounts[to].lock();\n";

#[test]
fn a_lock_order_cycle_says_who_holds_what() {
    let tale = Tale::new(TRANSFER)
        .object("Mutex")
        .object("Mutex")
        .plain(0, "spawn", 1)
        .target(1)
        .plain(0, "spawn", 1)
        .target(2)
        .step(1, "lock", 0, 1, "lock")
        .step(2, "lock", 1, 1, "lock");
    let blocked = vec![
        Blocked {
            thread: 0,
            op: "join".into(),
            target: Some(1),
            object: None,
            holders: vec![],
            holds: vec![],
            place: tale.place(1, "let"),
        },
        stuck(&tale, 1, 1, 2, &[(0, 1)], 2),
        stuck(&tale, 2, 0, 1, &[(1, 1)], 2),
    ];
    same(
        &tale.told(FailureKind::Deadlock(blocked), 1),
        r"
  deadlock: lock-order cycle — 1 preemption is enough; 4 of the 6 interleavings
  with at most 1 preemption fail

        thread A                            thread B
   1    accounts#1.lock()     lib.rs:1
   2                                        accounts#2.lock()     lib.rs:1
   ✗    accounts#2.lock()     lib.rs:2      ← held by B since step 2
   ✗                                        accounts#1.lock()     lib.rs:2
                                            ↑ held by A since step 1

   A holds `accounts#1` since lib.rs:1 and waits for `accounts#2` at lib.rs:2.
   B holds `accounts#2` since lib.rs:1 and waits for `accounts#1` at lib.rs:2.

   Every lock is taken and given back; it is the order that is wrong. Threads
   that take the same locks in different orders wait for each other for ever.
   One order for all, the same whatever the arguments, has no such ring.
",
    );
}

#[test]
fn a_self_transfer_waits_for_itself() {
    let tale = Tale::new(TRANSFER).object("Mutex").step(1, "lock", 0, 1, "lock");
    let blocked = vec![stuck(&tale, 1, 0, 1, &[(0, 1)], 2)];
    same(
        &tale.told(FailureKind::Deadlock(blocked), 0),
        r"
  self-deadlock — no preemption is needed; 4 of the 6 interleavings with at most
  1 preemption fail

        thread A
   1    accounts[from].lock()  lib.rs:1
   ✗    accounts[to].lock()    lib.rs:2  ← its own lock

   A holds `accounts[from]` since lib.rs:1 and locks it again as `accounts[to]`
   at lib.rs:2: it waits for itself.

   A lock does not know that its holder is the one who asks. The guard lives
   until the end of its scope, unless it is dropped before.
",
    );
}

#[test]
fn a_join_under_a_lock_is_a_ring() {
    let source = "let total = self.total.lock();\nhandle.join();\n*self.total.lock() += 1;\n";
    let tale = Tale::new(source)
        .object("Mutex")
        .step(0, "lock", 0, 1, "lock")
        .plain(0, "spawn", 1)
        .target(1);
    let held = Held { object: 0, place: tale.place(1, "lock") };
    let blocked = vec![
        Blocked {
            thread: 0,
            op: "join".into(),
            target: Some(1),
            object: None,
            holders: vec![],
            holds: vec![held],
            place: tale.place(2, "join"),
        },
        stuck(&tale, 1, 0, 0, &[], 3),
    ];
    same(
        &tale.told(FailureKind::Deadlock(blocked), 0),
        r"
  deadlock: a join in a ring of waits — no preemption is needed; 4 of the
  6 interleavings with at most 1 preemption fail

        main                                thread A
   1    total.lock()          lib.rs:1
   ✗    join A                lib.rs:2      ← A never ends
   ✗                                        total.lock()          lib.rs:3
                                            ↑ held by main since step 1

   main holds `total` since lib.rs:1 and waits for A to end at lib.rs:2.
   A waits for `total` at lib.rs:3.

   A join waits for the whole thread, and so for every lock that thread still
   needs. Give back what you hold before you join.
",
    );
}

#[test]
fn a_livelock_names_the_threads() {
    let tale = Tale::new("while self.turn.load(Acquire) {}\n").object("AtomicBool");
    let mut tale = tale;
    for _ in 0..5 {
        tale = tale.step(1, "load", 0, 1, "load").gives("true");
        tale = tale.step(2, "load", 0, 1, "load").gives("true");
    }
    same(
        &tale.told(FailureKind::Livelock(vec![1, 2]), 0),
        r"
  livelock — no preemption is needed; 4 of the 6 interleavings with at most
  1 preemption fail

        thread A                            thread B
   1    turn.load → true      lib.rs:1
   2                                        turn.load → true      lib.rs:1
        … the same 2 steps, 4 times more

   A and B run for ever, and neither makes progress.

   Every thread is busy and none gets on: each waits in a loop for a change that
   only another one's progress would bring.
",
    );
}
