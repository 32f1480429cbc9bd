//! From a graph and measurements to what limits a program. Pure.

use super::speed::Quartiles;
use crate::scaling::{
    Baseline, Diagnosis, Point, REFERENCE_CORES, Scaling, costs, lower_estimate,
    unburdened_estimate,
};
use facts::Place;
use facts::speedup::{Copies, Costs, Effort, Graph, Lock, Pair};

/// A program that uses less than this share of the reference machine is limited
/// by its structure.
const ENOUGH: f64 = 0.5;

/// Nanoseconds in which a lock, or the cache line it lies in, goes from one core
/// to another.
const HANDOVER: u64 = 100;

/// Nanoseconds of work that a task should be worth: a fork costs a tenth of it,
/// and in the run that is looked at, the looking a good part of the rest.
const TASK: u64 = 1_000;

/// The same of a thread, which has to be made.
const THREAD: u64 = 50_000;

/// Nanoseconds that starting a thread takes at most of the thread that does it.
const START: u64 = 20_000;

/// A speedup within this share of what the structure promises is explained.
const AS_PROMISED: f64 = 0.75;

/// CPU time beyond this multiple of what one core needs was not spent on the
/// task.
const INFLATED: f64 = 1.25;

/// On one core, so much CPU time for each of the serial program's is too much.
const OVERHEAD: f64 = 2.0;

/// As for [`INFLATED`], on a machine that others keep busy, where the caches are theirs too.
const INFLATED_AND_BUSY: f64 = 2.0;

/// How much of that the serial program itself must show beside copies of it for
/// memory to be the reason.
const SHARE_OF_MEMORY: f64 = 0.5;

/// So much of the cores' time unused is idle.
const IDLE: f64 = 0.2;

/// A program that leaves more than this of its only core unused does not compute.
const ASLEEP: f64 = 0.95;

/// A wait each so many nanoseconds of CPU time: threads wait for one another.
const WAITING: f64 = 50_000.0;

/// A program that has to wait this seldom computes.
const FEW: u64 = 20;

/// The widest spread of paired runs that says something, as a share of the
/// median.
const SPREAD_ALLOWED: f64 = 0.25;

/// What all of it together says.
pub fn read(
    graph: Option<Graph>,
    baseline: Baseline,
    measured: &[(usize, Vec<Pair>)],
    copies: &[Copies],
) -> Scaling {
    let one_core = measured.first().map_or(&[][..], |(_, pairs)| pairs);
    let points = measured.iter().filter(|(_, pairs)| !pairs.is_empty());
    let points: Vec<_> = points.map(|(cores, pairs)| point(*cores, pairs, one_core)).collect();
    let beside_copies = (!copies.is_empty())
        .then(|| Quartiles::of(copies.iter().map(|trial| trial.together / trial.alone)).median);
    let diagnosis = diagnosis(graph.as_ref(), &points, beside_copies);
    Scaling { graph, baseline, points, beside_copies, diagnosis }
}

/// One graph of several runs of a program: whatever disturbs a run makes it
/// cost more, so the least is nearest to what it costs by itself.
pub fn undisturbed(graphs: Vec<Graph>) -> Option<Graph> {
    graphs.into_iter().reduce(|one, other| Graph {
        nanoseconds: Costs {
            work: one.nanoseconds.work.min(other.nanoseconds.work),
            span: one.nanoseconds.span.min(other.nanoseconds.span),
            serial: one.nanoseconds.serial.min(other.nanoseconds.serial),
        },
        burdened_span: one.burdened_span.min(other.burdened_span),
        locks: least_held(&one.locks, other.locks),
        ..other
    })
}

/// Locks of one run, each held for no longer than in the other. They are the same
/// if they were first taken at the same place, and there is one of them.
fn least_held(one: &[Lock], mut other: Vec<Lock>) -> Vec<Lock> {
    let only = |locks: &[Lock], place: &Place| {
        let mut there = locks.iter().filter(|lock| lock.place == *place).map(|lock| lock.held);
        there.next().filter(|_| there.next().is_none())
    };
    let places: Vec<_> = other.iter().map(|lock| only(&other, &lock.place)).collect();
    for (lock, held) in other.iter_mut().zip(places) {
        if let Some((own, before)) = held.zip(only(one, &lock.place)) {
            lock.held = own.min(before);
        }
    }
    other
}

/// The serial half of a pair; without a serial program, the parallel one in the
/// same round on one core.
fn point(cores: usize, pairs: &[Pair], one_core: &[Pair]) -> Point {
    let runs: Vec<(Effort, Effort)> = pairs
        .iter()
        .zip(one_core)
        .map(|(pair, one)| (pair.serial.unwrap_or(one.parallel), pair.parallel))
        .collect();
    let median = |of: fn(&(Effort, Effort)) -> f64| Quartiles::of(runs.iter().map(of)).median;
    let speedup = Quartiles::of(runs.iter().map(|(serial, own)| serial.wall / own.wall));
    let seconds = median(|(_, own)| own.wall);
    let used = Quartiles::of(runs.iter().map(|(_, own)| own.cpu / own.wall)).median;
    let waits = runs.iter().filter_map(|(_, own)| own.waits).min();
    Point {
        cores,
        low: speedup.low,
        speedup: speedup.median,
        high: speedup.high,
        seconds,
        effort: median(|(serial, own)| own.cpu / serial.cpu),
        idle: (1.0 - used / cores as f64).clamp(0.0, 1.0),
        waits,
    }
}

fn diagnosis(graph: Option<&Graph>, points: &[Point], beside_copies: Option<f64>) -> Diagnosis {
    let last = points.last().filter(|point| point.cores > 1);
    let promised = |cores| graph.map_or(cores as f64, |graph| lower_estimate(graph, cores));
    if let Some(lock) = graph.and_then(wanted_lock) {
        return lock;
    }
    let one_core = points.first();
    if let Some(one) = one_core.filter(|one| one.idle > ASLEEP) {
        return Diagnosis::Sleeps { idle: one.idle };
    }
    // On a core of its own a program that does not wait has all of it.
    let busy =
        one_core.is_some_and(|one| one.idle > IDLE && one.waits.is_some_and(|waits| waits < FEW));
    // Forks that cost much on one core are not sharing's fault on two.
    let alone = one_core.map_or(1.0, |point| point.effort);
    let small = graph.filter(|graph| is_small(graph)).map(grain);
    let forking = small.as_ref().filter(|_| beside_copies.is_none() || alone >= INFLATED);
    if let Some(grain) = forking {
        return grain.clone();
    }
    // What the measurement shows beyond doubt comes before what a larger machine
    // would show.
    let more = last.map_or(0.0, |point| point.effort - alone);
    if alone >= OVERHEAD && alone - 1.0 >= more {
        return Diagnosis::Overhead { effort: alone };
    }
    let contention = |point: &Point| contention(point, alone, beside_copies, busy);
    let slow = last.filter(|point| point.high < AS_PROMISED * promised(point.cores));
    if let Some(contention) = slow.and_then(contention) {
        return contention;
    }
    if let Some(diagnosis) = small.or_else(|| graph.and_then(structure)) {
        return diagnosis;
    }
    let Some(point) = last else { return Diagnosis::NotMeasured };
    if let Some(one) = one_core.filter(|_| busy) {
        return Diagnosis::Busy { taken: one.idle };
    }
    if point.speedup >= AS_PROMISED * promised(point.cores) {
        return Diagnosis::Scales;
    }
    let spread = (point.high - point.low) / point.speedup;
    match contention(point) {
        _ if spread > SPREAD_ALLOWED => Diagnosis::Noisy { spread },
        Some(contention) => contention,
        None if is_crowded(point, beside_copies) => Diagnosis::Crowded,
        None if point.idle > IDLE => Diagnosis::Uneven,
        None if alone >= INFLATED => Diagnosis::Overhead { effort: alone },
        None => Diagnosis::Unexplained,
    }
}

/// A lock that is held, or handed from core to core, for more of the time than
/// the reference machine can wait.
fn wanted_lock(graph: &Graph) -> Option<Diagnosis> {
    let work = graph.nanoseconds.work;
    let bound = |lock: &Lock| lock.held.max(lock.taken * HANDOVER);
    let lock = graph.locks.iter().max_by_key(|lock| bound(lock))?;
    let cores = REFERENCE_CORES as f64;
    let share = bound(lock) as f64 / work.max(1) as f64;
    (share > 1.0 / (ENOUGH * cores)).then(|| Diagnosis::Lock {
        lock: lock.clone(),
        share_held: (lock.held as f64 / work.max(1) as f64).min(1.0),
    })
}

/// Where the CPU time went that the task did not need, neither by itself nor,
/// `alone` on one core, to be parallel.
/// How long copies take is no measure of memory on a `busy` machine.
fn contention(
    point: &Point,
    alone: f64,
    beside_copies: Option<f64>,
    busy: bool,
) -> Option<Diagnosis> {
    if point.between_waits() < WAITING {
        return Some(Diagnosis::Waiting { waits: point.waits.unwrap_or(0) });
    }
    let busy = busy || is_crowded(point, beside_copies);
    if point.effort / alone < if busy { INFLATED_AND_BUSY } else { INFLATED } {
        return None;
    }
    // Both are multiples of what the serial program takes.
    let memory = beside_copies.map(|slowdown| slowdown - 1.0);
    if memory.is_some_and(|memory| memory >= SHARE_OF_MEMORY * (point.effort - alone)) {
        return (!busy).then_some(Diagnosis::Memory);
    }
    // Without a serial program to make copies of it is one or the other.
    beside_copies.map(|_| Diagnosis::CacheLine)
}

/// Whether cores are idle that copies of the serial program do not get either.
/// Memory leaves no core idle: it is other programs that have them.
fn is_crowded(point: &Point, beside_copies: Option<f64>) -> bool {
    point.idle > IDLE && beside_copies.is_some_and(|slowdown| slowdown > 1.0 + IDLE)
}

/// What the structure of the program does not allow on the reference machine.
fn structure(graph: &Graph) -> Option<Diagnosis> {
    let wanted = ENOUGH * REFERENCE_CORES as f64;
    let costs = costs(graph);
    // Nobody starts so many threads on the reference machine.
    if splits_by_cores(graph) && graph.nanoseconds.span < graph.threads * START {
        return None;
    }
    if unburdened_estimate(graph, REFERENCE_CORES) < wanted {
        let share = costs.serial as f64 / costs.work.max(1) as f64;
        return Some(if costs.serial * 5 >= costs.span * 2 {
            Diagnosis::SerialPart { share }
        } else {
            Diagnosis::LittleParallelism
        });
    }
    (lower_estimate(graph, REFERENCE_CORES) < wanted).then(|| grain(graph))
}

/// Whether there is a thread for each core that the program was told of, once or
/// several times.
fn splits_by_cores(graph: &Graph) -> bool {
    graph.tasks == 0 && graph.threads > 0 && graph.threads.is_multiple_of(graph.cores as u64)
}

/// Whether forking costs as much as what is forked, whoever runs it.
fn is_small(graph: &Graph) -> bool {
    let threads = match graph.threads {
        many if splits_by_cores(graph) => many * REFERENCE_CORES as u64 / graph.cores as u64,
        threads => threads,
    };
    graph.nanoseconds.work < graph.tasks * TASK + threads * THREAD
}

fn grain(graph: &Graph) -> Diagnosis {
    let forks = graph.forks();
    Diagnosis::SmallGrain { forks, nanoseconds_each: graph.nanoseconds.work / forks.max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(work: u64, span: u64, serial: u64) -> Graph {
        Graph {
            nanoseconds: Costs { work, span, serial },
            burdened_span: span,
            operations: None,
            tasks: 127,
            threads: 0,
            cores: 64,
            locks: Vec::new(),
        }
    }

    /// A program that takes this multiple of its CPU time on two cores.
    fn on_two(speedup: f64, effort: f64) -> Vec<(usize, Vec<Pair>)> {
        let serial = Effort { wall: 1.0, cpu: 1.0, waits: Some(0) };
        let pair = |cores: f64, speedup: f64| Pair {
            serial: Some(serial),
            parallel: Effort {
                wall: 1.0 / speedup,
                cpu: (effort).min(cores / speedup),
                waits: Some(4),
            },
        };
        vec![(1, vec![pair(1.0, 0.98); 7]), (2, vec![pair(2.0, speedup); 7])]
    }

    fn copies(slowdown: f64) -> Vec<Copies> {
        vec![Copies { copies: 2, alone: 1.0, together: slowdown }; 7]
    }

    fn diagnosed(graph: Graph, measured: &[(usize, Vec<Pair>)], slowdown: f64) -> Diagnosis {
        read(Some(graph), Baseline::Serial, measured, &copies(slowdown)).diagnosis
    }

    const MANY: u64 = 1_000_000_000;

    #[test]
    fn the_least_disturbed_of_each_is_taken() {
        let graphs = vec![graph(MANY, 900, 5), graph(MANY + 7, 700, 8)];
        let costs = undisturbed(graphs).unwrap().nanoseconds;
        assert_eq!(costs, Costs { work: MANY, span: 700, serial: 5 });
        assert_eq!(undisturbed(Vec::new()), None);
    }

    #[test]
    fn a_lock_is_held_as_long_as_in_the_least_disturbed_run() {
        let place = Place { file: "lib.rs".into(), line: 3, column: 1 };
        let with = |helds: &[u64]| {
            let lock = |&held| Lock { kind: "Mutex".into(), place: place.clone(), taken: 9, held };
            Graph { locks: helds.iter().map(lock).collect(), ..graph(MANY, 900, 5) }
        };
        let helds = |graphs: [Graph; 2]| {
            let locks = undisturbed(graphs.to_vec()).unwrap().locks;
            locks.iter().map(|lock| lock.held).collect::<Vec<_>>()
        };
        assert_eq!(helds([with(&[19]), with(&[46])]), [19]);
        assert_eq!(helds([with(&[19, 7]), with(&[46, 9])]), [46, 9]);
    }

    #[test]
    fn what_scales_is_said_to_scale() {
        assert_eq!(diagnosed(graph(MANY, MANY / 60, 0), &on_two(1.8, 1.1), 1.0), Diagnosis::Scales);
    }

    #[test]
    fn structure_is_judged_on_any_machine() {
        let wavefront = graph(MANY, MANY / 8, 0);
        let alone = &on_two(1.6, 1.1)[..1];
        assert_eq!(diagnosed(wavefront.clone(), alone, 1.0), Diagnosis::LittleParallelism);
        assert_eq!(diagnosed(wavefront, &on_two(1.6, 1.1), 1.0), Diagnosis::LittleParallelism);
        let merge_sort = graph(MANY, MANY / 10, MANY / 20);
        assert_eq!(diagnosed(merge_sort, alone, 1.0), Diagnosis::SerialPart { share: 0.05 });
        assert_eq!(diagnosed(graph(MANY, MANY / 60, 0), alone, 1.0), Diagnosis::NotMeasured);
    }

    #[test]
    fn small_tasks_are_told_by_what_it_takes_to_move_them() {
        let mut graph = graph(1_000_000, 10_000, 0);
        (graph.burdened_span, graph.tasks) = (200_000, 10_000);
        let grain = Diagnosis::SmallGrain { forks: 10_000, nanoseconds_each: 100 };
        assert_eq!(diagnosed(graph, &on_two(1.0, 1.1), 1.0), grain);
        let mut graph = self::graph(100_000_000, 5_000_000, 0);
        (graph.burdened_span, graph.tasks, graph.threads) = (25_000_000, 0, 200);
        let grain = Diagnosis::SmallGrain { forks: 200, nanoseconds_each: 500_000 };
        assert_eq!(diagnosed(graph, &on_two(1.0, 1.1), 1.0), grain);
    }

    #[test]
    fn cpu_time_that_only_sharing_costs_is_contention() {
        let graph = graph(MANY, MANY / 60, 0);
        let slow = on_two(0.5, 4.0);
        assert_eq!(diagnosed(graph.clone(), &slow, 1.02), Diagnosis::CacheLine);
        assert_eq!(diagnosed(graph.clone(), &slow, 3.5), Diagnosis::Memory);
        assert_eq!(diagnosed(graph.clone(), &on_two(1.0, 1.0), 1.0), Diagnosis::Uneven);
        assert_eq!(diagnosed(graph.clone(), &on_two(1.0, 1.0), 1.7), Diagnosis::Crowded);
        let mut waiting = on_two(1.0, 1.0);
        waiting[1].1.iter_mut().for_each(|pair| pair.parallel.waits = Some(100_000));
        assert!(matches!(diagnosed(graph, &waiting, 1.0), Diagnosis::Waiting { .. }));
    }

    /// A program whose forks cost 75 times the work on one core, and more on two.
    #[test]
    fn what_forking_costs_on_one_core_is_no_contention() {
        let mut graph = graph(16_500_000, 12_900_000, 1_000_000);
        graph.tasks = 100_000;
        let slow = |alone: f64| {
            let mut measured = on_two(0.01, 113.0);
            measured[0].1.iter_mut().for_each(|pair| pair.parallel.cpu = alone);
            measured[0].1.iter_mut().for_each(|pair| pair.parallel.wall = alone);
            measured
        };
        let grain = Diagnosis::SmallGrain { forks: 100_000, nanoseconds_each: 165 };
        assert_eq!(diagnosed(graph.clone(), &slow(75.0), 1.0), grain);
        assert_eq!(diagnosed(graph, &slow(1.0), 1.0), Diagnosis::CacheLine);
    }

    /// Says what comes of a program that costs so much on one core and on two.
    fn costing(alone: f64, two: f64, slowdown: f64) -> Diagnosis {
        let mut measured = on_two(2.0 / two, two);
        measured[0].1.iter_mut().for_each(|pair| {
            pair.parallel = Effort { wall: alone, cpu: alone, waits: Some(1) };
        });
        diagnosed(graph(MANY, MANY / 60, 0), &measured, slowdown)
    }

    /// A lock that is not seen makes the work 22 times as long on one core and 29
    /// times on two; the copies of the serial program are slow for other reasons.
    #[test]
    fn what_it_costs_on_one_core_is_not_for_sharing() {
        assert_eq!(costing(22.0, 29.0, 1.8), Diagnosis::Overhead { effort: 22.0 });
        assert_eq!(costing(1.5, 1.6, 1.0), Diagnosis::Overhead { effort: 1.5 });
        assert_eq!(costing(2.0, 9.0, 1.0), Diagnosis::CacheLine);
    }

    #[test]
    fn memory_accounts_for_no_more_than_the_serial_program_shows() {
        assert_eq!(costing(1.9, 4.9, 1.8), Diagnosis::CacheLine);
        assert_eq!(costing(1.1, 1.9, 1.8), Diagnosis::Memory);
    }

    #[test]
    fn a_busy_machine_does_not_tell_memory_from_other_programs() {
        let busy = |effort| {
            let mut measured = on_two(0.5, effort);
            measured[0].1.iter_mut().for_each(|pair| pair.parallel.wall *= 1.5);
            diagnosed(graph(MANY, MANY / 60, 0), &measured, 1.8)
        };
        assert!(matches!(busy(1.4), Diagnosis::Busy { .. }));
        assert!(matches!(busy(2.4), Diagnosis::Busy { .. }));
        assert_eq!(busy(4.0), Diagnosis::CacheLine);
    }

    #[test]
    fn nor_does_a_machine_whose_other_core_is_busy() {
        let measured = on_two(0.9, 1.4);
        let graph = graph(MANY, MANY / 60, 0);
        assert_eq!(diagnosed(graph.clone(), &measured, 1.7), Diagnosis::Crowded);
        assert_eq!(diagnosed(graph, &measured, 1.1), Diagnosis::CacheLine);
    }

    #[test]
    fn a_program_that_sleeps_is_not_judged_by_the_little_that_it_computes() {
        let mut measured = on_two(1.0, 1.0);
        for (_, pairs) in &mut measured {
            pairs.iter_mut().for_each(|pair| pair.parallel.cpu = 0.02);
        }
        let sleeps = diagnosed(graph(500_000, 200_000, 0), &measured, 1.0);
        assert!(matches!(sleeps, Diagnosis::Sleeps { .. }), "{sleeps:?}");
    }

    /// Two rounds of 64 threads are two of eight on a machine of eight cores.
    #[test]
    fn a_thread_for_each_core_is_not_small_because_the_made_up_cores_are_many() {
        for work in [5_000_000, 10_300_000] {
            let mut graph = graph(work, 1_550_000, 12_000);
            (graph.burdened_span, graph.tasks, graph.threads) = (2_300_000, 0, 128);
            assert_eq!(diagnosed(graph.clone(), &on_two(1.8, 1.1), 1.0), Diagnosis::Scales);
            graph.threads = 127;
            assert_ne!(diagnosed(graph, &on_two(1.8, 1.1), 1.0), Diagnosis::Scales);
        }
    }

    #[test]
    fn a_lock_is_told_by_how_often_it_is_taken_or_how_long_it_is_held() {
        let place = Place { file: "lib.rs".into(), line: 3, column: 1 };
        let with = |taken, held| {
            let mut graph = graph(MANY, MANY / 60, 0);
            let place = place.clone();
            graph.locks = vec![Lock { kind: "Mutex".into(), place, taken, held }];
            diagnosed(graph, &on_two(1.8, 1.0), 1.0)
        };
        assert!(matches!(with(10_000_000, 1000), Diagnosis::Lock { .. }));
        assert!(matches!(with(64, MANY / 2), Diagnosis::Lock { .. }));
        assert_eq!(with(1000, MANY / 100), Diagnosis::Scales);
    }

    #[test]
    fn without_a_serial_program_one_core_is_the_other_half_of_the_pair() {
        let mut measured = on_two(1.8, 1.0);
        for (_, pairs) in &mut measured {
            pairs.iter_mut().for_each(|pair| pair.serial = None);
        }
        let scaling = read(None, Baseline::OneCore, &measured, &[]);
        assert!((scaling.points[1].speedup - 1.8 / 0.98).abs() < 1e-9);
        assert_eq!(scaling.diagnosis, Diagnosis::Scales);
    }
}
