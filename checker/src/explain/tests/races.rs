//! Wrong results: interleavings and memory orderings.

use super::same;
use crate::explain::fixture::{Tale, case, pass, tell, unmet};
use crate::finding::{Evidence, Finding, Step};
use facts::FailureKind;

const COUNTER: &str = "impl HitCounter {
    pub fn hit(&self) {
        let hits = self.hits.load(Relaxed);
        self.hits.store(hits + 1, Relaxed);
    }
}
";

fn counter() -> Tale {
    Tale::new(COUNTER)
        .object("AtomicU64")
        .plain(0, "spawn", 1)
        .target(1)
        .plain(0, "spawn", 1)
        .target(2)
        .step(1, "load", 0, 3, "load")
        .gives("0")
        .ordering("Relaxed")
        .step(2, "load", 0, 3, "load")
        .gives("0")
        .ordering("Relaxed")
        .step(2, "store", 0, 4, "store")
        .arg("1")
        .ordering("Relaxed")
        .step(1, "store", 0, 4, "store")
        .arg("1")
        .ordering("Relaxed")
        .plain(0, "join", 1)
        .target(1)
        .plain(0, "join", 1)
        .target(2)
        .step(0, "load", 0, 3, "load")
        .gives("1")
        .ordering("Relaxed")
}

#[test]
fn a_lost_update_is_told_with_its_case() {
    let failure = counter().failing(unmet("hits after both visitors left", "1", "2"), 1);
    let code = "fn two_visitors() {\n    let hits = HitCounter::new();\n}";
    let evidence = Evidence::ModelFailed {
        failure: Box::new(failure),
        passes: vec![pass(Some(0), 2, 0), pass(None, 6, 4)],
    };
    let case =
        Some(case("two_visitors", "Two visitors arrive at once: both hits are counted.", code));
    let finding = Finding { step: Step::Model, case, evidence };
    same(
        &tell(COUNTER, vec![finding]),
        r"
  lost update — 1 preemption is enough; 4 of the 6 interleavings fail

        thread A                            thread B
   1    hits.load → 0         lib.rs:3
   2                                        hits.load → 0         lib.rs:3
   3                                        hits.store(1)         lib.rs:4
   4    hits.store(1)         lib.rs:4  ← overwrites step 3, which A never saw

   hits after both visitors left: 1, expected 2

   A reads 0 in step 1 and stores 1 in step 4: what was written in step 3 is
   gone.

   `hits.load` and `hits.store` are two operations, and any thread can run
   between them: each one is atomic, the pair is not.

   What was checked (model.rs:4)
   Two visitors arrive at once: both hits are counted.

      fn two_visitors() {
          let hits = HitCounter::new();
      }
",
    );
}

#[test]
fn a_stale_read_names_store_and_load() {
    let source = "self.data.store(42, Relaxed);
self.ready.store(true, Relaxed);
while !self.ready.load(Relaxed) {}
self.data.load(Relaxed)
";
    let tale = Tale::new(source)
        .object("AtomicU64")
        .object("AtomicBool")
        .step(1, "store", 0, 1, "store")
        .arg("42")
        .ordering("Relaxed")
        .step(1, "store", 1, 2, "store")
        .arg("true")
        .ordering("Release")
        .step(2, "load", 1, 3, "load")
        .gives("true")
        .ordering("Relaxed")
        .step(2, "load", 0, 4, "load")
        .gives("0")
        .ordering("Relaxed")
        .newest("42");
    same(
        &tale.told(unmet("data behind the flag", "0", "42"), 0),
        r"
  memory ordering: a stale read — 1 stale read is enough; 4 of the
  6 interleavings with at most 1 preemption fail

      thread A                             thread B
   1  data.store(42, Relaxed)     lib.rs:1
   2  ready.store(true, Release)  lib.rs:2
   3                                       ready.load(Relaxed) → true  lib.rs:3
   4                                       data.load(Relaxed) → 0      lib.rs:4
                                           ↑ stale: the newest is 42

   data behind the flag: 0, expected 42

   B's `ready.load(Relaxed)` in step 3 read what A's
   `ready.store(true, Release)` in step 2 wrote, but the two do not synchronise:
   the load is Relaxed, not Acquire. So A's write to `data` in step 1 does not
   happen before B's read in step 4.

   Program order is not the order in which another thread sees writes. Only a
   Release store that an Acquire load reads from makes earlier writes visible.
",
    );
}

#[test]
fn store_buffering_names_the_store_before_the_load() {
    let source = "self.flags[me].store(true, Release);\nself.flags[1 - me].load(Acquire)\n";
    let tale = Tale::new(source)
        .object("AtomicBool")
        .object("AtomicBool")
        .step(1, "store", 0, 1, "store")
        .arg("true")
        .ordering("Release")
        .step(2, "store", 1, 1, "store")
        .arg("true")
        .ordering("Release")
        .step(1, "load", 1, 2, "load")
        .gives("false")
        .ordering("Acquire")
        .newest("true")
        .step(2, "load", 0, 2, "load")
        .gives("true")
        .ordering("Acquire");
    same(
        &tale.told(unmet("threads inside", "2", "at most 1"), 1),
        r"
  memory ordering: a stale read — 1 preemption and 1 stale read are enough;
  4 of the 6 interleavings with at most 1 preemption fail

      thread A                             thread B
   1  flags#1.store(true, Release)  :1
   2                                       flags#2.store(true, Release)  :1
   3  flags#2.load(Acquire)         :2     ← stale: the newest is true
        → false
   4                                       flags#1.load(Acquire) → true  :2

   threads inside: 2, expected at most 1

   A reads `flags#2` in step 3 without seeing what B wrote in step 2: nothing
   makes that write happen before the read.

   Release and Acquire do not keep the store in step 1 before the load in
   step 3: they are on different objects. Only `SeqCst` on every one of these
   accesses, or a `SeqCst` fence between store and load in both threads, does.
",
    );
}

#[test]
fn a_section_cut_in_two_is_check_then_act() {
    let source = "let left = *self.left.lock();\n*self.left.lock() = left - 1;\n";
    let mut tale = Tale::new(source).object("Mutex");
    for (thread, line, found, left) in
        [(1, 1, "2", "2"), (2, 1, "2", "2"), (2, 2, "2", "1"), (1, 2, "1", "1")]
    {
        tale = tale.step(thread, "lock", 0, line, "lock").gives(found);
        tale = tale.step(thread, "unlock", 0, line, ";").arg(left);
    }
    same(
        &tale.told(unmet("seats sold", "1", "2"), 1),
        r"
  check then act: one critical section cut in two — 1 preemption is enough;
  4 of the 6 interleavings with at most 1 preemption fail

        thread A                            thread B
   1    left.lock() → 2       lib.rs:1
   2    unlock left, now 2    lib.rs:1  ← A holds no lock from here to step 7
   3                                        left.lock() → 2       lib.rs:1
   4                                        unlock left, now 2    lib.rs:1
   5                                        left.lock() → 2       lib.rs:2
   6                                        unlock left, now 1    lib.rs:2
   7    left.lock() → 1       lib.rs:2
   8    unlock left, now 1    lib.rs:2

   seats sold: 1, expected 2

   A locks `left` twice, and B has its turn between step 2 and step 7. A finds 2
   the first time and 1 the second.

   The lock protects each of the two sections, not the time between them: what A
   learned in the first is out of date in the second. What belongs together
   happens under one guard, or the second section looks whether what the first
   one saw still holds.
",
    );
}

#[test]
fn money_in_flight_is_a_broken_critical_section() {
    let source = "self.accounts[from].lock();\nself.accounts[to].lock();\nself.accounts.iter().map(|a| a.lock());\n";
    let tale = Tale::new(source)
        .object("Mutex")
        .object("Mutex")
        .step(1, "lock", 0, 1, "lock")
        .step(1, "unlock", 0, 1, ";")
        .step(2, "lock", 0, 3, "lock")
        .step(2, "lock", 1, 3, "lock")
        .step(2, "unlock", 1, 3, ";")
        .step(2, "unlock", 0, 3, ";")
        .step(1, "lock", 1, 2, "lock")
        .step(1, "unlock", 1, 2, ";");
    same(
        &tale.told(unmet("total in the audit", "70", "100"), 1),
        r"
  broken critical section: a change seen half done — 1 preemption is enough;
  4 of the 6 interleavings with at most 1 preemption fail

        thread A                            thread B
   1    accounts#1.lock()     lib.rs:1
   2    unlock accounts#1     lib.rs:1  ← A holds no lock from here to step 7
   3                                        accounts#1.lock()     lib.rs:3
   4                                        accounts#2.lock()     lib.rs:3
   5                                        unlock accounts#2     lib.rs:3
   6                                        unlock accounts#1     lib.rs:3
   7    accounts#2.lock()     lib.rs:2
   8    unlock accounts#2     lib.rs:2

   total in the audit: 70, expected 100

   A locks `accounts#1`, then `accounts#2`; B locks both between step 2 and
   step 7.

   Each value is protected, the relation between them is not: it holds again
   only after the second section. Hold both locks until the change is complete.
",
    );
}

#[test]
fn a_check_of_an_atomic_is_acted_on_too_late() {
    let source = "if self.left.load(SeqCst) > 0 {\n    self.left.fetch_sub(1, SeqCst);\n}\n";
    let tale = Tale::new(source)
        .object("AtomicU64")
        .step(1, "load", 0, 1, "load")
        .gives("1")
        .step(2, "load", 0, 1, "load")
        .gives("1")
        .step(2, "fetch_sub", 0, 2, "fetch_sub")
        .arg("1")
        .gives("1")
        .step(1, "fetch_sub", 0, 2, "fetch_sub")
        .arg("1")
        .gives("0");
    same(
        &tale.told(unmet("seats left", "18446744073709551615", "0"), 1),
        r"
  check then act — 1 preemption is enough; 4 of the 6 interleavings with at most
  1 preemption fail

        thread A                            thread B
   1    left.load → 1          lib.rs:1
   2                                        left.load → 1          lib.rs:1
   3                                        left.fetch_sub(1) → 1  lib.rs:2
   4    left.fetch_sub(1) → 0  lib.rs:2     ← acts on the 1 read in step 1

   seats left: 18446744073709551615, expected 0

   A sees `left` = 1 in step 1; B changes it in step 3; A acts in step 4 all the
   same.

   What `left.load` returned is true only at that moment. The check and
   `left.fetch_sub` must be one operation or one critical section.
",
    );
}

#[test]
fn a_lock_of_check_and_act_comes_before_what_is_overwritten() {
    let source = "while self.held.load(SeqCst) {}\nself.held.store(true, SeqCst);\nlet n = self.n.load(SeqCst);\nself.n.store(n + 1, SeqCst);\n";
    let tale = Tale::new(source)
        .object("AtomicBool")
        .object("AtomicU64")
        .step(1, "load", 0, 1, "load")
        .gives("false")
        .step(2, "load", 0, 1, "load")
        .gives("false")
        .step(2, "store", 0, 2, "store")
        .arg("true")
        .step(2, "load", 1, 3, "load")
        .gives("0")
        .step(1, "store", 0, 2, "store")
        .arg("true")
        .step(1, "load", 1, 3, "load")
        .gives("0")
        .step(1, "store", 1, 4, "store")
        .arg("1")
        .step(2, "store", 1, 4, "store")
        .arg("1");
    same(
        &tale.told(unmet("increments counted", "1", "2"), 2),
        r"
  check then act — 2 preemptions are enough; 4 of the 6 interleavings with at
  most 1 preemption fail

        thread A                            thread B
   1    held.load → false     lib.rs:1
   2                                        held.load → false     lib.rs:1
   3                                        held.store(true)      lib.rs:2
   4                                        n.load → 0            lib.rs:3
   5    held.store(true)      lib.rs:2      ← acts on the false read in step 1
   6    n.load → 0            lib.rs:3
   7    n.store(1)            lib.rs:4
   8                                        n.store(1)            lib.rs:4

   increments counted: 1, expected 2

   A sees `held` = false in step 1; B changes it in step 3; A acts in step 5 all
   the same.

   What `held.load` returned is true only at that moment. The check and
   `held.store` must be one operation or one critical section.
",
    );
}

#[test]
fn a_panic_keeps_its_message_and_place() {
    let tale = Tale::new("self.left.fetch_sub(1, Relaxed);\n")
        .object("AtomicU64")
        .step(1, "fetch_sub", 0, 1, "fetch_sub")
        .arg("1")
        .gives("0");
    let place = Some(tale.place(1, "self"));
    let panic = facts::Panicked {
        message: "attempt to subtract with overflow".into(),
        place,
        thread: None,
    };
    same(
        &tale.told(FailureKind::Panicked { thread: 1, panic }, 0),
        r"
  panic — no preemption is needed; 4 of the 6 interleavings with at most
  1 preemption fail

        thread A
   1    left.fetch_sub(1) → 0  lib.rs:1

   A panics at lib.rs:1: attempt to subtract with overflow
",
    );
}

#[test]
fn a_compare_exchange_given_up_is_a_lost_update() {
    let source = "let seen = self.max.load(Relaxed);\nself.max.compare_exchange(seen, value, Relaxed, Relaxed);\n";
    let tale = Tale::new(source)
        .object("AtomicU64")
        .step(1, "load", 0, 1, "load")
        .gives("0")
        .step(2, "load", 0, 1, "load")
        .gives("0")
        .step(2, "compare_exchange", 0, 2, "compare_exchange")
        .arg("5")
        .gives("0")
        .step(1, "compare_exchange", 0, 2, "compare_exchange")
        .arg("9")
        .gives("5")
        .effect(facts::Effect::Read);
    same(
        &tale.told(unmet("maximum", "5", "9"), 1),
        r"
  lost update: a failed compare-exchange, not retried — 1 preemption is enough;
  4 of the 6 interleavings with at most 1 preemption fail

      thread A                             thread B
   1  max.load → 0                lib.rs:1
   2                                       max.load → 0                lib.rs:1
   3                                       max.compare_exchange(0, 5)  lib.rs:2
                                             → Ok(0)
   4  max.compare_exchange(_, 9)  lib.rs:2  ← fails: step 3 came first
        → Err(5)

   maximum: 5, expected 9

   A's `compare_exchange` in step 4 fails, because B changed `max` in step 3; A
   does not try again, so its update never happens.

   A failed compare-exchange changes nothing: read again, compute again, try
   again.
",
    );
}

#[test]
fn a_flag_before_its_data_is_published_too_early() {
    let source = "self.ready.store(true, Release);\nself.data.store(42, Relaxed);\nif self.ready.load(Acquire) {\n    self.data.load(Relaxed)\n";
    let tale = Tale::new(source)
        .object("AtomicU64")
        .object("AtomicBool")
        .step(1, "store", 1, 1, "store")
        .arg("true")
        .step(2, "load", 1, 3, "load")
        .gives("true")
        .step(2, "load", 0, 4, "load")
        .gives("0")
        .step(1, "store", 0, 2, "store")
        .arg("42");
    same(
        &tale.told(unmet("data behind the flag", "0", "42"), 1),
        r"
  published too early — 1 preemption is enough; 4 of the 6 interleavings with at
  most 1 preemption fail

        thread A                            thread B
   1    ready.store(true)     lib.rs:1
   2                                        ready.load → true     lib.rs:3
   3                                        data.load → 0         lib.rs:4
                                            ↑ before A writes it in step 4
   4    data.store(42)        lib.rs:2

   data behind the flag: 0, expected 42

   A sets `ready` in step 1 and writes `data` only in step 4; B sees `ready` and
   reads `data` in between.

   Setting `ready` announces what was done before it: it has to come last.
",
    );
}

#[test]
fn a_data_race_names_both_accesses() {
    let source = "self.cell.set(1);\nself.cell.get()\n";
    let tale = Tale::new(source)
        .object("UnsafeCell")
        .step(1, "set", 0, 1, "set")
        .arg("1")
        .effect(facts::Effect::Write)
        .step(2, "get", 0, 2, "get")
        .effect(facts::Effect::Read);
    same(
        &tale.told(FailureKind::DataRace { first: 0, second: 1 }, 0),
        r"
  data race — no preemption is needed; 4 of the 6 interleavings with at most
  1 preemption fail

        thread A                            thread B
   1    cell.set(1)           lib.rs:1
   2                                        cell.get              lib.rs:2
                                            ↑ races with step 1

   A's write `cell.set(1)` in step 1 and B's read `cell.get` in step 2 touch the
   same memory, and neither happens before the other.

   A data race is undefined behaviour in Rust, whatever the values turn out to
   be. A lock, a join or a Release store read by an Acquire load orders two
   accesses; being far apart in time does not.
",
    );
}

#[test]
fn an_unknown_pattern_gets_no_invented_name() {
    let source = "self.hits.fetch_add(2, Relaxed);\n";
    let tale = Tale::new(source)
        .object("AtomicU64")
        .step(1, "fetch_add", 0, 1, "fetch_add")
        .arg("2")
        .gives("0")
        .step(2, "fetch_add", 0, 1, "fetch_add")
        .arg("2")
        .gives("2");
    same(
        &tale.told(unmet("hits", "4", "2"), 0),
        r"
  wrong result — no preemption is needed; 4 of the 6 interleavings with at most
  1 preemption fail

        thread A                            thread B
   1    hits.fetch_add(2) → 0  lib.rs:1
   2                                        hits.fetch_add(2) → 2  lib.rs:1

   hits: 4, expected 2
",
    );
}
