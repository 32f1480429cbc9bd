//! The bakery in every order, with a vector clock for each thread.

use harness::expect_eq;
use std::collections::{BTreeMap, BTreeSet};

type Pair = (u8, u8);

/// What a statement does to other threads.
#[derive(Clone, Copy, PartialEq)]
enum Act {
    Own,
    Spawn(usize),
    Join(usize),
    Lock,
    Send,
    Recv,
    Publish,
    Await,
}
use Act::*;

const OWNER: usize = 0;
const BAKER: usize = 1;
const DRIVER: usize = 2;

/// The program, thread by thread; the first statement is number 1.
const STATEMENTS: [(usize, Act); 15] = [
    (OWNER, Own),
    (OWNER, Spawn(BAKER)),
    (OWNER, Spawn(DRIVER)),
    (OWNER, Lock),
    (OWNER, Recv),
    (OWNER, Join(BAKER)),
    (OWNER, Join(DRIVER)),
    (BAKER, Own),
    (BAKER, Send),
    (BAKER, Lock),
    (BAKER, Publish),
    (BAKER, Own),
    (DRIVER, Await),
    (DRIVER, Lock),
    (DRIVER, Own),
];

fn thread(statement: u8) -> usize {
    STATEMENTS[usize::from(statement) - 1].0
}

fn act(statement: u8) -> Act {
    STATEMENTS[usize::from(statement) - 1].1
}

fn numbers() -> impl Iterator<Item = u8> {
    1..=u8::try_from(STATEMENTS.len()).expect("15 statements")
}

fn of_thread(thread: usize) -> impl Iterator<Item = u8> {
    numbers().filter(move |&statement| self::thread(statement) == thread)
}

/// For each thread, how many of its statements are known to be done.
type Clock = [usize; 3];

fn join(clock: &mut Clock, other: Clock) {
    for (mine, theirs) in clock.iter_mut().zip(other) {
        *mine = (*mine).max(theirs);
    }
}

/// A run of the program, up to some point.
#[derive(Clone)]
struct Run {
    /// Of a thread that is not started yet: none.
    clocks: [Option<Clock>; 3],
    /// What whoever locks next learns.
    till: Clock,
    message: Option<Clock>,
    flag: Option<Clock>,
    /// The statements done, in this order.
    done: Vec<u8>,
}

impl Run {
    fn new() -> Self {
        let till = Clock::default();
        let clocks = [Some(till), None, None];
        Self { clocks, till, message: None, flag: None, done: Vec::new() }
    }

    /// The next statement of a thread, if it has one.
    fn next(&self, thread: usize) -> Option<u8> {
        of_thread(thread).nth(self.clocks[thread]?[thread])
    }

    fn is_done(&self, thread: usize) -> bool {
        self.clocks[thread].is_some() && self.next(thread).is_none()
    }

    /// What a statement learns from other threads; none while it must wait.
    fn learns(&self, statement: u8) -> Option<Clock> {
        match act(statement) {
            Own | Spawn(_) | Send | Publish => Some(Clock::default()),
            Lock => Some(self.till),
            Recv => self.message,
            Await => self.flag,
            Join(child) => self.clocks[child].filter(|_| self.is_done(child)),
        }
    }

    /// The run with one more statement, by this thread; and the thread's clock.
    fn step(&self, thread: usize) -> Option<(Self, Clock)> {
        let statement = self.next(thread)?;
        let learned = self.learns(statement)?;
        let mut run = self.clone();
        let mut clock = self.clocks[thread]?;
        join(&mut clock, learned);
        clock[thread] += 1;
        run.clocks[thread] = Some(clock);
        match act(statement) {
            Spawn(child) => run.clocks[child] = Some(clock),
            Lock => run.till = clock,
            Send => run.message = Some(clock),
            Publish => run.flag = Some(clock),
            Own | Join(_) | Recv | Await => {}
        }
        run.done.push(statement);
        Some((run, clock))
    }
}

/// What all runs have in common.
struct Oracle {
    /// Each pair that is ordered in every run.
    before: BTreeSet<Pair>,
    /// For `(a, b)`, the shortest beginning of a run that does `b`, and then `a`.
    turned: BTreeMap<Pair, Vec<u8>>,
}

/// Goes through all runs, the shorter ones first. Of runs that come to the same
/// clocks one is enough.
fn oracle() -> Oracle {
    let pairs = numbers().flat_map(|a| numbers().map(move |b| (a, b)));
    let before = pairs.filter(|(a, b)| a != b).collect();
    let mut oracle = Oracle { before, turned: BTreeMap::new() };
    let mut runs = vec![Run::new()];
    while !runs.is_empty() {
        let mut longer = BTreeMap::new();
        for (run, clock) in runs.iter().flat_map(|run| (0..3).filter_map(|by| run.step(by))) {
            oracle.see(&run.done, clock);
            longer.insert((run.clocks, run.till), run);
        }
        runs = longer.into_values().collect();
    }
    oracle
}

impl Oracle {
    /// Takes in the last statement of a run.
    fn see(&mut self, done: &[u8], clock: Clock) {
        let Some((&last, earlier)) = done.split_last() else { return };
        let nth = |a: u8| of_thread(thread(a)).filter(|&other| other <= a).count();
        self.before.retain(|&(a, b)| b != last || nth(a) <= clock[thread(a)]);
        for &b in earlier {
            self.turned.entry((last, b)).or_insert_with(|| done.to_vec());
        }
    }

    /// The pairs with nothing in between; the others follow from them.
    fn links(&self) -> impl Iterator<Item = Pair> {
        let between = |&&(a, b): &&Pair| {
            !numbers().any(|c| self.before.contains(&(a, c)) && self.before.contains(&(c, b)))
        };
        self.before.iter().filter(between).copied()
    }
}

/// The learner's edges.
fn edges() -> BTreeSet<Pair> {
    learner::EDGES.iter().copied().collect()
}

fn leads_somewhere((a, b): Pair) -> bool {
    a != b && [a, b].iter().all(|end| numbers().any(|statement| statement == *end))
}

/// The edges and all that follows from them.
fn closure() -> BTreeSet<Pair> {
    let mut closure: BTreeSet<Pair> = edges().into_iter().filter(|&e| leads_somewhere(e)).collect();
    for middle in numbers() {
        let into: Vec<u8> = closure.iter().filter(|e| e.1 == middle).map(|e| e.0).collect();
        let out: Vec<u8> = closure.iter().filter(|e| e.0 == middle).map(|e| e.1).collect();
        closure.extend(into.iter().flat_map(|&a| out.iter().map(move |&b| (a, b))));
    }
    closure
}

fn list(texts: impl Iterator<Item = String>) -> String {
    let texts: Vec<String> = texts.collect();
    if texts.is_empty() { "none".to_owned() } else { texts.join(", ") }
}

fn leading_nowhere() -> String {
    let nowhere = edges().into_iter().filter(|&edge| !leads_somewhere(edge));
    list(nowhere.map(|(a, b)| format!("{a} → {b}")))
}

/// Pairs of this kind that are there and do not follow from the edges.
fn missing(kind: fn(u8, u8) -> bool) -> String {
    let (closure, oracle) = (closure(), oracle());
    let missing = oracle.links().filter(|&(a, b)| kind(a, b) && !closure.contains(&(a, b)));
    list(missing.map(|(a, b)| format!("{a} → {b}")))
}

/// Edges of this kind that are not there, each with the beginning of a run in
/// which its end comes first.
fn invented(kind: Why) -> String {
    let oracle = oracle();
    let is_wrong = |&(a, b): &Pair| leads_somewhere((a, b)) && !oracle.before.contains(&(a, b));
    let wrong = edges().into_iter().filter(is_wrong).filter(|&(a, b)| why(&oracle, a, b) == kind);
    list(wrong.map(|(a, b)| {
        let run: Vec<String> = oracle.turned[&(a, b)].iter().map(u8::to_string).collect();
        format!("{a} → {b} ({})", run.join(" "))
    }))
}

/// Why a pair is not there.
#[derive(PartialEq)]
enum Why {
    PointsBack,
    BothLock,
    AfterSpawn,
    NobodyWaits,
}

fn why(oracle: &Oracle, a: u8, b: u8) -> Why {
    let spawns_it = |statement: &u8| act(*statement) == Spawn(thread(b));
    if oracle.before.contains(&(b, a)) {
        Why::PointsBack
    } else if act(a) == Lock && act(b) == Lock {
        Why::BothLock
    } else if act(a) != Recv && of_thread(thread(a)).take_while(|&s| s < a).any(|s| spawns_it(&s)) {
        Why::AfterSpawn
    } else {
        Why::NobodyWaits
    }
}

fn in_one_thread(a: u8, b: u8) -> bool {
    thread(a) == thread(b)
}

fn spawned(a: u8, b: u8) -> bool {
    act(a) == Spawn(thread(b))
}

fn joined(a: u8, b: u8) -> bool {
    act(b) == Join(thread(a))
}

fn received(a: u8, b: u8) -> bool {
    act(a) == Send && act(b) == Recv
}

fn acquired(a: u8, b: u8) -> bool {
    act(a) == Publish && act(b) == Await
}

/// Edges lead from one of the fifteen statements to another.
fn edges_of_statements() {
    expect_eq("edges that lead nowhere", &*leading_nowhere(), "none");
}

/// An edge goes from the statement that comes first to the one that comes
/// later, wherever they stand in the file. In brackets, the beginning of a run
/// that does the second statement first.
fn edges_that_point_back() {
    expect_eq("invented edges", &*invented(Why::PointsBack), "none");
}

/// A lock keeps critical sections apart and does not say which comes first. In
/// brackets, the beginning of a run that does the second statement first.
fn order_of_critical_sections() {
    expect_eq("invented edges", &*invented(Why::BothLock), "none");
}

/// What a thread does after `spawn` runs beside the child, which may be done
/// before it. In brackets, the beginning of a run that does the second
/// statement first.
fn edges_from_after_spawn() {
    expect_eq("invented edges", &*invented(Why::AfterSpawn), "none");
}

/// Two threads run beside one another until one waits for the other. Who sends
/// or stores waits for nobody, and what it does after that, nobody waits for.
/// In brackets, the beginning of a run that does the second statement first.
fn edges_without_waiting() {
    expect_eq("invented edges", &*invented(Why::NobodyWaits), "none");
}

/// Each thread does its own statements from top to bottom.
fn lines_of_one_thread() {
    expect_eq("missing edges", &*missing(in_one_thread), "none");
}

/// `spawn` happens before everything in the thread that it starts.
fn spawn_before_the_child() {
    expect_eq("missing edges", &*missing(spawned), "none");
}

/// Everything in a thread happens before the `join` that waits for its end.
fn child_before_join() {
    expect_eq("missing edges", &*missing(joined), "none");
}

/// `send` happens before the `recv` that takes the message.
fn send_before_recv() {
    expect_eq("missing edges", &*missing(received), "none");
}

/// A `Release` store happens before the `Acquire` load that reads its value.
fn store_before_load() {
    expect_eq("missing edges", &*missing(acquired), "none");
}

harness::cases![
    edges_of_statements,
    edges_that_point_back,
    order_of_critical_sections,
    edges_from_after_spawn,
    edges_without_waiting,
    lines_of_one_thread,
    spawn_before_the_child,
    child_before_join,
    send_before_recv,
    store_before_load
];
