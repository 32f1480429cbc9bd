//! What limits the program, with the evidence.

use super::{percent, time};
use crate::explain::paint;
use crate::explain::prose::{count, hanging, thousands};
use crate::scaling::{
    Diagnosis, Point, REFERENCE_CORES, Scaling, lower_estimate, parallelism, unburdened_estimate,
    upper_bound,
};

pub fn told(scaling: &Scaling) -> String {
    let (name, evidence) = (name(&scaling.diagnosis), evidence(scaling));
    let heading = match scaling.diagnosis {
        Diagnosis::Scales | Diagnosis::NotMeasured => paint::good(name),
        _ => paint::alarm(name),
    };
    hanging(2, 2, &format!("{heading} — {evidence}"))
}

fn name(diagnosis: &Diagnosis) -> &'static str {
    match diagnosis {
        Diagnosis::Scales => "it scales",
        Diagnosis::SerialPart { .. } => "serial part",
        Diagnosis::LittleParallelism => "not enough parallelism",
        Diagnosis::SmallGrain { .. } => "grain too small",
        Diagnosis::Lock { .. } => "contention on a lock",
        Diagnosis::Waiting { .. } => "threads wait for one another",
        Diagnosis::CacheLine => "contention on a cache line",
        Diagnosis::Memory => "memory-bound",
        Diagnosis::Uneven => "cores without work",
        Diagnosis::Overhead { .. } => "being parallel costs too much",
        Diagnosis::Sleeps { .. } => "it waits and does not compute",
        Diagnosis::Unexplained
        | Diagnosis::Noisy { .. }
        | Diagnosis::Crowded
        | Diagnosis::Busy { .. } => "cannot tell",
        Diagnosis::NotMeasured => "its structure scales",
    }
}

fn evidence(scaling: &Scaling) -> String {
    let last = scaling.last();
    let speedup = last.map_or_else(String::new, |point| {
        format!("{:.2}× on {}", point.speedup, count(point.cores as u64, "core"))
    });
    let (beside, beside_copies) = match scaling.beside_copies {
        Some(slowdown) => (slowdown, format!("{slowdown:.2} times as long as alone")),
        None => (1.0, "not measured".to_owned()),
    };
    match &scaling.diagnosis {
        Diagnosis::Scales => format!(
            "{speedup}, as its structure promises{}",
            scaling.graph.as_ref().map_or_else(
                || ".".to_owned(),
                |graph| format!(
                    "; on {REFERENCE_CORES} cores that is {:.1}× or more.",
                    lower_estimate(graph, REFERENCE_CORES)
                )
            )
        ),
        Diagnosis::SerialPart { .. }
            if scaling.graph.as_ref().is_some_and(|graph| graph.forks() == 0) =>
        {
            "nothing is forked: one thread does it all, and no number of cores makes that faster. \
             Cut the work into parts that do not need one another, and fork them."
                .to_owned()
        }
        Diagnosis::SerialPart { share } => format!(
            "{} of the work is done while nothing is forked, and that is much of the span. By \
             Amdahl's law that part alone keeps any number of cores below {:.1}×, and the whole \
             span keeps them below {}×.{} Make that part parallel too, or make it shorter.",
            percent(*share),
            1.0 / share,
            most(scaling),
            reference(scaling),
        ),
        Diagnosis::LittleParallelism => format!(
            "work divided by span is {}, and no number of cores gets beyond that: most of the \
             time, too few strands are ready to run.{} Look for the longest piece, or the longest \
             chain of pieces that wait for one another, and cut it into some that do not.",
            most(scaling),
            reference(scaling),
        ),
        Diagnosis::SmallGrain { forks, nanoseconds_each } => {
            let (with, without) =
                (use_of(scaling, lower_estimate), use_of(scaling, unburdened_estimate));
            let enough =
                |graph| lower_estimate(graph, REFERENCE_CORES) * 2.0 >= REFERENCE_CORES as f64;
            let used = if scaling.graph.as_ref().is_some_and(enough) {
                "Whoever runs it, much of the time goes into forking".to_owned()
            } else if with == without {
                format!("By its structure, {REFERENCE_CORES} cores are used to {with} at least")
            } else {
                format!(
                    "Counting the moves on the longest path, {REFERENCE_CORES} cores are used to \
                     {with} at least; without them, to {without}"
                )
            };
            format!(
                "{} forks, one for each {} of work. A fork that stays on its core costs about \
                 0.1 µs, to move a task to another one takes about 5 µs, and to start a thread \
                 more. {used}. Fork less: below some size, go on serially.",
                thousands(*forks),
                time(*nanoseconds_each as f64),
            )
        }
        Diagnosis::Lock { lock, share_held } => {
            let work = scaling.graph.as_ref().map_or(0, |graph| graph.nanoseconds.work);
            let each = work / lock.taken.max(1);
            let (held, bound) = if *share_held > 0.05 {
                let bound = format!(
                    ": that alone keeps any number of cores below {:.1}×, whatever was predicted, \
                     for the span leaves out waiting for locks",
                    1.0 / share_held
                );
                (format!(", and held for {} of the work", percent(*share_held)), bound)
            } else {
                (String::new(), String::new())
            };
            let (taken, can) = match lock.kind.as_str() {
                "RwLock" => ("taken for writing", "write"),
                _ => ("taken", "have it"),
            };
            let advice = match bound.as_str() {
                "" => "Let",
                _ => "Do the work before locking, or let",
            };
            format!(
                "the {} first {taken} at {}:{} is {taken} {} times, once for each {} of work{held}. \
                 Only one thread at a time can {can}{bound}. Handing it to another core takes \
                 about 0.1 µs. {advice} each thread gather for itself, and lock once for all of it.",
                lock.kind,
                lock.place.file,
                lock.place.line,
                thousands(lock.taken),
                time(each as f64),
            )
        }
        Diagnosis::Waiting { waits } => format!(
            "{speedup}. Its threads had to wait {} times in one run, once for each {} of the \
             cores' time: for a lock, a message, or work. Share less, or hand over more at once; \
             `timeline` shows what they wait for.",
            thousands(*waits),
            time(last.map_or(0.0, Point::between_waits)),
        ),
        Diagnosis::CacheLine => format!(
            "{speedup}, and the CPU time is {:.2} times the serial program's, though the work is \
             the same. Threads that sleep use no CPU time, and copies of the serial program that \
             share nothing take {beside_copies}, so the road to memory does not account for it. \
             What is left is memory that several threads write to: one atomic for all, a lock's \
             own word, or neighbours on one cache line (false sharing). Let each thread write to a \
             local variable, or keep what they write 128 bytes apart.",
            last.map_or(1.0, |point| point.effort),
        ),
        Diagnosis::Memory => format!(
            "{speedup}. Copies of the serial program that share nothing, one on each core, take \
             {beside_copies}: {} of each core is spent waiting for the memory that they all \
             share. More cores do not help; doing more with each byte that is loaded does.",
            percent(1.0 - 1.0 / beside),
        ),
        Diagnosis::Uneven => format!(
            "{speedup}, and {} of the cores' time is idle, though the structure has enough to do. \
             Some threads get more of the work than others, or wait for them{}. Hand out smaller \
             pieces, whenever a thread is done with its last one.",
            percent(last.map_or(0.0, |point| point.idle)),
            match scaling.beside_copies {
                Some(_) => "",
                None => "; or other programs have a part of these cores",
            },
        ),
        Diagnosis::Crowded => format!(
            "{speedup}, and {} of the cores' time is idle. But copies of the serial program that \
             share nothing, one on each core, take {beside_copies} too, so most likely other \
             programs keep these cores busy.{}",
            percent(last.map_or(0.0, |point| point.idle)),
            by_structure(scaling),
        ),
        Diagnosis::Unexplained => format!(
            "{speedup}, less than the structure promises, and neither waiting, nor sharing, nor \
             idle cores account for it."
        ),
        Diagnosis::Noisy { spread } => format!(
            "{speedup}, but half of the paired runs lie {} of that apart. Something else runs on \
             this machine.",
            percent(*spread)
        ),
        Diagnosis::Overhead { effort } => format!(
            "on one core already, where no two threads run at once, the parallel program takes \
             {effort:.1} times the CPU time of the serial one. More cores have to make up for that \
             first. A lock or an atomic for each element does that, or copies that the serial program \
             does not make; do it once for a whole piece."
        ),
        Diagnosis::Sleeps { idle } => format!(
            "for {} of the time the only core was not used: the program sleeps, or waits for \
             something outside of it. Waiting needs no cores, so more of them do not help. \
             `timeline` shows whether the waits overlap.",
            percent(*idle)
        ),
        Diagnosis::Busy { taken } => format!(
            "on a core of its own the program did not run for {} of the time: other programs keep \
             this machine busy{}.{}",
            percent(*taken),
            // Their waits are gone with them.
            match &scaling.graph {
                Some(graph) if graph.threads > 0 => ", or its threads sleep",
                _ => "",
            },
            by_structure(scaling),
        ),
        Diagnosis::NotMeasured => {
            format!("there is one core to measure with.{}", by_structure(scaling))
        }
    }
}

/// What the structure alone says of a program that was not measured.
fn by_structure(scaling: &Scaling) -> String {
    scaling.graph.as_ref().map_or_else(String::new, |graph| {
        format!(
            " By its structure it reaches {:.1}× or more on {REFERENCE_CORES} cores, if neither \
             memory nor anything that threads share limits it.",
            lower_estimate(graph, REFERENCE_CORES)
        )
    })
}

fn most(scaling: &Scaling) -> String {
    scaling.graph.as_ref().map_or_else(String::new, |graph| format!("{:.1}", parallelism(graph)))
}

fn reference(scaling: &Scaling) -> String {
    scaling.graph.as_ref().map_or_else(String::new, |graph| {
        format!(
            " On {REFERENCE_CORES} cores expect {:.1}× to {:.1}×.",
            lower_estimate(graph, REFERENCE_CORES),
            upper_bound(graph, REFERENCE_CORES)
        )
    })
}

fn use_of(scaling: &Scaling, estimate: fn(&facts::speedup::Graph, usize) -> f64) -> String {
    let used = scaling.graph.as_ref().map(|graph| estimate(graph, REFERENCE_CORES));
    percent(used.unwrap_or(0.0) / REFERENCE_CORES as f64)
}
