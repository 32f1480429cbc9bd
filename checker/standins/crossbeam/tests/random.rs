//! Random small programs: the reduced search sees every outcome that the naive
//! one sees, with any number of preemptions and with few.

#[path = "../../std/tests/search/mod.rs"]
mod search;

use crossbeam::atomic::AtomicCell;
use crossbeam::channel::{Receiver, Select, Sender, bounded, select, unbounded};
use crossbeam::deque::{Injector, Stealer, Worker};
use crossbeam::queue::ArrayQueue;
use engine::Bounds;
use search::explore;
use standin_std::sync::Arc;
use standin_std::thread;

/// One operation on channels; numbers name them.
#[derive(Debug, Clone, Copy)]
enum Op {
    Send(usize),
    TrySend(usize),
    Receive(usize),
    TryReceive(usize),
    Len(usize),
    ReceiveEither,
    ReceiveOrNot(usize),
    SendEither,
    SendOr(usize, usize),
    SendOrNot(usize),
    Ready(usize),
    HangUp(usize),
}

/// The ends of a thread; those it hung up are gone.
type Ends = Vec<Option<(Sender<u32>, Receiver<u32>)>>;

impl Op {
    fn run(self, ends: &mut Ends, value: u32) -> u32 {
        let end = |at: usize| ends[at].as_ref();
        let both = || Some((end(0)?, end(1)?));
        let done = match self {
            Self::Send(at) => end(at).map(|(s, _)| u32::from(s.send(value).is_ok())),
            Self::TrySend(at) => end(at).map(|(s, _)| u32::from(s.try_send(value).is_ok())),
            Self::Receive(at) => end(at).map(|(_, r)| r.recv().unwrap_or(77)),
            Self::TryReceive(at) => end(at).map(|(_, r)| r.try_recv().unwrap_or(66)),
            Self::Len(at) => end(at).map(|(_, r)| r.len() as u32),
            Self::ReceiveEither => both().map(|((_, r), (_, q))| {
                select! { recv(r) -> msg => msg.unwrap_or(77), recv(q) -> msg => msg.unwrap_or(78) }
            }),
            Self::ReceiveOrNot(at) => end(at).map(|(_, r)| {
                select! { recv(r) -> msg => msg.unwrap_or(77), default => 66 }
            }),
            Self::SendEither => both().map(|((s, _), (t, _))| {
                select! { send(s, value) -> _ => 1, send(t, value) -> _ => 2 }
            }),
            Self::SendOr(to, from) => both().and_then(|_| {
                let ((s, _), (_, r)) = (end(to)?, end(from)?);
                Some(select! { send(s, value) -> _ => 1, recv(r) -> msg => msg.unwrap_or(77) })
            }),
            Self::SendOrNot(at) => end(at).map(|(s, _)| {
                select! { send(s, value) -> sent => u32::from(sent.is_ok()), default => 66 }
            }),
            Self::Ready(at) => end(at).map(|(_, r)| {
                let mut select = Select::new();
                select.recv(r);
                u32::from(select.try_ready().is_ok())
            }),
            Self::HangUp(at) => {
                ends[at] = None;
                None
            }
        };
        done.unwrap_or(99)
    }
}

/// One operation on what needs no waiting.
#[derive(Debug, Clone, Copy)]
enum Step {
    Push,
    ForcePush,
    Pop,
    Inject,
    Steal,
    StealFrom,
    OwnPush,
    OwnPop,
    Load(usize),
    Store(usize),
    Add(usize),
    Exchange(usize),
}

struct Shared {
    queue: ArrayQueue<u32>,
    injector: Injector<u32>,
    stealer: Stealer<u32>,
    cells: [AtomicCell<u32>; 2],
}

impl Step {
    fn run(self, shared: &Shared, own: Option<&Worker<u32>>, value: u32) -> u32 {
        match self {
            Self::Push => u32::from(shared.queue.push(value).is_ok()),
            Self::ForcePush => shared.queue.force_push(value).unwrap_or(66),
            Self::Pop => shared.queue.pop().unwrap_or(66),
            Self::Inject => {
                shared.injector.push(value);
                0
            }
            Self::Steal => shared.injector.steal().success().unwrap_or(66),
            Self::StealFrom => shared.stealer.steal().success().unwrap_or(66),
            Self::OwnPush => own.map_or(99, |own| {
                own.push(value);
                0
            }),
            Self::OwnPop => own.map_or(99, |own| own.pop().unwrap_or(66)),
            Self::Load(at) => shared.cells[at].load(),
            Self::Store(at) => {
                shared.cells[at].store(value);
                0
            }
            Self::Add(at) => shared.cells[at].fetch_add(1),
            Self::Exchange(at) => shared.cells[at].compare_exchange(0, value).unwrap_or_else(|n| n),
        }
    }
}

/// Knuth's linear congruential generator: the same programs on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn op(&mut self) -> Op {
        let at = self.below(2);
        match self.below(14) {
            0 => Op::Send(at),
            1 => Op::TrySend(at),
            2 => Op::Receive(at),
            3 => Op::TryReceive(at),
            4 => Op::Len(at),
            5 | 6 => Op::ReceiveEither,
            7 => Op::ReceiveOrNot(at),
            8 | 9 => Op::SendEither,
            10 => Op::SendOr(at, 1 - at),
            11 => Op::SendOrNot(at),
            12 => Op::Ready(at),
            _ => Op::HangUp(at),
        }
    }

    fn step(&mut self) -> Step {
        let at = self.below(2);
        match self.below(12) {
            0 => Step::Push,
            1 => Step::ForcePush,
            2 => Step::Pop,
            3 => Step::Inject,
            4 => Step::Steal,
            5 => Step::StealFrom,
            6 => Step::OwnPush,
            7 => Step::OwnPop,
            8 => Step::Load(at),
            9 => Step::Store(at),
            10 => Step::Add(at),
            _ => Step::Exchange(at),
        }
    }

    fn program<T>(&mut self, sizes: &[usize], one: impl Fn(&mut Self) -> T) -> Vec<Vec<T>> {
        sizes.iter().map(|&size| (0..size).map(|_| one(self)).collect()).collect()
    }
}

fn value(thread: usize, at: usize) -> u32 {
    u32::try_from(10 * (thread + 1) + at).unwrap()
}

fn run_channels(capacities: [Option<usize>; 2], program: &[Vec<Op>]) -> String {
    let made = capacities.map(|capacity| capacity.map_or_else(unbounded, bounded));
    let threads = program.iter().cloned().enumerate().map(|(thread, ops)| {
        let mut ends: Ends = made.iter().cloned().map(Some).collect();
        thread::spawn(move || {
            let ops = ops.into_iter().enumerate();
            let seen: Vec<_> = ops.map(|(at, op)| op.run(&mut ends, value(thread, at))).collect();
            // Not dropped here: that would be four steps more.
            (seen, ends)
        })
    });
    let threads = threads.collect::<Vec<_>>();
    drop(made);
    let (seen, _ends): (Vec<_>, Vec<_>) =
        threads.into_iter().map(|thread| thread.join().unwrap()).unzip();
    format!("{seen:?}")
}

fn run_steps(program: &[Vec<Step>]) -> String {
    let worker =
        if program[0].len().is_multiple_of(2) { Worker::new_lifo() } else { Worker::new_fifo() };
    worker.push(1);
    worker.push(2);
    let shared = Arc::new(Shared {
        queue: ArrayQueue::new(1),
        injector: Injector::new(),
        stealer: worker.stealer(),
        cells: [AtomicCell::new(0), AtomicCell::new(0)],
    });
    let mut worker = Some(worker);
    let threads = program.iter().cloned().enumerate().map(|(thread, steps)| {
        let (shared, own) = (Arc::clone(&shared), worker.take());
        thread::spawn(move || {
            let steps = steps.into_iter().enumerate();
            let run =
                |(at, step): (usize, Step)| step.run(&shared, own.as_ref(), value(thread, at));
            steps.map(run).collect::<Vec<_>>()
        })
    });
    let threads = threads.collect::<Vec<_>>();
    let seen: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    format!("{seen:?}")
}

/// Without a bound, too, where the program is `short`.
fn compare(what: &str, short: bool, model: impl Fn() -> String + Clone + 'static) {
    let bounds = [Some(0), Some(1), Some(2)].into_iter().chain(short.then_some(None));
    for preemptions in bounds {
        let outcomes = |reduce| explore(Bounds { preemptions, reduce }, false, model.clone()).0;
        let (reduced, naive) = (outcomes(true), outcomes(false));
        assert_eq!(reduced, naive, "{preemptions:?} preemptions: {what}");
    }
}

fn compare_channels(seed: u64, sizes: &[usize]) {
    let mut random = Random(seed);
    let mut capacity = || [Some(0), Some(0), Some(1), None][random.below(4)];
    let capacities = [capacity(), capacity()];
    let program = random.program(sizes, Random::op);
    let what = format!("seed {seed}: {capacities:?} {program:?}");
    let short = sizes.iter().sum::<usize>() < 4 && sizes.len() < 3;
    compare(&what, short, move || run_channels(capacities, &program));
}

/// More seeds with `SEEDS=5000`.
fn seeds(usual: u64) -> std::ops::Range<u64> {
    let asked = std::env::var("SEEDS").ok().and_then(|seeds| seeds.parse().ok());
    0..asked.unwrap_or(usual)
}

#[test]
fn two_threads_on_channels() {
    seeds(40).for_each(|seed| compare_channels(seed, &[2, 1]));
    seeds(20).for_each(|seed| compare_channels(500_000 + seed, &[2, 2]));
}

#[test]
fn three_threads_on_channels() {
    seeds(20).for_each(|seed| compare_channels(1_000_000 + seed, &[1, 1, 1]));
}

#[test]
fn threads_on_queues_and_cells() {
    seeds(60).for_each(|seed| {
        let sizes: &[usize] = if seed % 2 == 0 { &[3, 3] } else { &[1, 2, 2] };
        let program = Random(2_000_000 + seed).program(sizes, Random::step);
        let what = format!("seed {seed}: {program:?}");
        compare(&what, true, move || run_steps(&program));
    });
}
