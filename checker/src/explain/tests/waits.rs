//! Condition variables and channels.

use super::same;
use crate::explain::fixture::{Tale, unmet};
use facts::{Blocked, FailureKind};

const LATCH: &str = "self.open.store(true, Release);
self.changed.notify_all();
while !self.open.load(Acquire) {
    guard = self.changed.wait(guard).unwrap();
}
let mut guard = self.lock.lock().unwrap();
";

fn asleep(tale: &Tale, thread: usize, object: usize, op: &str, line: u32) -> Vec<Blocked> {
    vec![Blocked {
        thread,
        op: op.into(),
        object: Some(object),
        target: None,
        holders: vec![],
        holds: vec![],
        place: tale.place(line, op),
    }]
}

fn latch() -> Tale {
    Tale::new(LATCH).object("Condvar").object("AtomicBool").object("Mutex")
}

#[test]
fn a_notify_that_finds_nobody_is_lost() {
    let tale = latch()
        .step(2, "lock", 2, 6, "lock()")
        .step(2, "load", 1, 3, "load")
        .gives("false")
        .step(1, "store", 1, 1, "store")
        .arg("true")
        .step(1, "notify_all", 0, 2, "notify_all")
        .step(2, "wait", 0, 4, "wait");
    let blocked = asleep(&tale, 2, 0, "wait", 4);
    same(
        &tale.told(FailureKind::Deadlock(blocked), 1),
        r"
  lost wakeup — 1 preemption is enough; 4 of the 6 interleavings with at most
  1 preemption fail

        thread A                            thread B
   1                                        lock.lock()           lib.rs:6
   2                                        open.load → false     lib.rs:3
   3    open.store(true)      lib.rs:1
   4    changed.notify_all()  lib.rs:2  ← nobody is waiting: this notify is lost
   5                                        changed.wait()        lib.rs:4
                                            ↑ never woken

   A's `notify_all` in step 4 finds nobody waiting. B goes to sleep in
   `changed.wait()` after it, and nothing wakes it again.

   A notify is not remembered: it wakes who waits now, not who waits later. The
   condition has to change, and to be tested, under the lock that the wait gives
   up, and the notify comes after the change.
",
    );
}

#[test]
fn a_wait_without_any_notify_is_a_missing_notify() {
    let tale = latch()
        .step(2, "lock", 2, 6, "lock()")
        .step(2, "load", 1, 3, "load")
        .gives("false")
        .step(2, "wait", 0, 4, "wait")
        .step(1, "store", 1, 1, "store")
        .arg("true");
    let blocked = asleep(&tale, 2, 0, "wait", 4);
    same(
        &tale.told(FailureKind::Deadlock(blocked), 0),
        r"
  missing notify — no preemption is needed; 4 of the 6 interleavings with at
  most 1 preemption fail

        thread A                            thread B
   1                                        lock.lock()           lib.rs:6
   2                                        open.load → false     lib.rs:3
   3                                        changed.wait()        lib.rs:4
                                            ↑ never woken
   4    open.store(true)      lib.rs:1

   B sleeps in `changed.wait()`, and no thread notifies it before all are done.

   Changing the condition does not wake who waits for it: every change that can
   make it true is followed by a notify.
",
    );
}

#[test]
fn a_notify_before_the_change_wakes_in_vain() {
    let tale = latch()
        .step(2, "wait", 0, 4, "wait")
        .step(1, "notify_all", 0, 2, "notify_all")
        .step(2, "wake", 0, 4, "wait")
        .step(2, "lock", 2, 4, "wait")
        .step(2, "load", 1, 3, "load")
        .gives("false")
        .step(2, "wait", 0, 4, "wait")
        .step(1, "store", 1, 1, "store")
        .arg("true");
    let blocked = asleep(&tale, 2, 0, "wait", 4);
    same(
        &tale.told(FailureKind::Deadlock(blocked), 1),
        r#"
  lost wakeup: the notify comes before the change — 1 preemption is enough;
  4 of the 6 interleavings with at most 1 preemption fail

        thread A                            thread B
   1                                        changed.wait()          lib.rs:4
   2    changed.notify_all()    lib.rs:2    ← before the change in step 6
   3                                        changed.wait() returns  lib.rs:4
   4                                        open.load → false       lib.rs:3
   5                                        changed.wait()          lib.rs:4
                                            ↑ never woken
   6    open.store(true)        lib.rs:1

   The notify in step 2 wakes B, which waits again in step 5. A goes on in
   step 6, and no notify follows.

   A notify says "look again". It comes after the change that there is to see.
"#,
    );
}

#[test]
fn a_notify_can_wake_the_wrong_waiter() {
    let source =
        "self.changed.wait(guard);\nself.changed.notify_one();\nself.changed.wait(full);\n";
    let tale = Tale::new(source)
        .object("Condvar")
        .step(1, "wait", 0, 1, "wait")
        .step(2, "wait", 0, 3, "wait")
        .step(0, "notify_one", 0, 2, "notify_one")
        .step(1, "wake", 0, 1, "wait");
    let blocked = asleep(&tale, 2, 0, "wait", 3);
    same(
        &tale.told(FailureKind::Deadlock(blocked), 0),
        r"
  lost wakeup: the notify wakes another thread — no preemption is needed;
  4 of the 6 interleavings with at most 1 preemption fail

   1    A     changed.wait()          lib.rs:1
   2    B     changed.wait()          lib.rs:3  ← never woken
   3    main  changed.notify_one()    lib.rs:2  ← wakes A, not B
   4    A     changed.wait() returns  lib.rs:1

   `notify_one` in step 3 wakes A; B waits on the same condition variable and
   sleeps on.

   `notify_one` wakes any one waiter. Where waiters wait for different things,
   each thing needs its own condition variable, or `notify_all`.
",
    );
}

#[test]
fn of_two_who_wait_for_the_same_one_is_woken() {
    let source = "self.changed.wait(guard);\nself.changed.notify_one();\n";
    let tale = Tale::new(source)
        .object("Condvar")
        .step(1, "wait", 0, 1, "wait")
        .step(2, "wait", 0, 1, "wait")
        .step(0, "notify_one", 0, 2, "notify_one")
        .step(1, "wake", 0, 1, "wait");
    let blocked = asleep(&tale, 2, 0, "wait", 1);
    let told = tale.told(FailureKind::Deadlock(blocked), 0);
    assert!(told.contains("lost wakeup: two waiters, and one was woken"), "{told}");
    assert!(told.contains("wakes A, and B sleeps on"), "{told}");
}

#[test]
fn a_spurious_wakeup_is_called_one() {
    let tale = latch()
        .step(2, "load", 1, 3, "load")
        .gives("false")
        .step(2, "wait", 0, 4, "wait")
        .step(2, "wake", 0, 4, "wait")
        .adversarial()
        .step(2, "lock", 2, 4, "wait");
    same(
        &tale.told(unmet("the latch when wait returned", "closed", "open"), 0),
        r"
  spurious wakeup — 1 spurious wakeup is enough; 4 of the 6 interleavings with
  at most 1 preemption fail

        thread B
   1    open.load → false       lib.rs:3
   2    changed.wait()          lib.rs:4
   3    changed.wait() returns  lib.rs:4  ← nobody notified: a spurious wakeup

   the latch when wait returned: closed, expected open

   B's `wait` returns although nobody notified.

   `wait` may return without a notify. That it returned says nothing; the
   condition is tested again, in a `while` around `wait`, not once with `if`.
",
    );
}

#[test]
fn a_receive_that_no_sender_ends() {
    let source = "for job in self.jobs.recv() {}\nself.jobs.send(1);\n";
    let tale = Tale::new(source)
        .object("channel")
        .step(1, "send", 0, 2, "send")
        .arg("1")
        .step(2, "recv", 0, 1, "recv")
        .gives("Ok(1)");
    let blocked = asleep(&tale, 2, 0, "recv", 1);
    same(
        &tale.told(FailureKind::Deadlock(blocked), 0),
        r"
  deadlock: a receive that no sender ends — no preemption is needed; 4 of the
  6 interleavings with at most 1 preemption fail

        thread A                            thread B
   1    jobs.send(1)          lib.rs:2
   2                                        jobs.recv() → Ok(1)   lib.rs:1
   ✗                                        jobs.recv()           lib.rs:1
                                            ↑ waits for ever

   B waits in `jobs.recv()`. The channel is empty, a sender is still alive, and
   no thread is left to send or to drop it.

   A receiver learns that nothing more comes only when the last sender is
   dropped, the original included.
",
    );
}
