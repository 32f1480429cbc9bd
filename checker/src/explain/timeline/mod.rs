//! What the threads of a program did: a picture, a table, and what they show.

mod cause;
mod grid;
mod lanes;
mod legend;
mod picture;
#[cfg(test)]
mod sample;
mod seen;
mod svg;
mod table;
mod words;

use super::prose::{noun_for, plain};
use super::sources::Sources;
use crate::finding::Case;
use crate::verdict::Judgement;
use facts::timeline::{Source, Timeline};
use lanes::{Lane, lanes};
use seen::Seen;
use serde::Serialize;

/// A program's runs, ready to be told.
#[derive(Debug, Serialize)]
pub struct Picture {
    /// Name of the judged file.
    file: String,
    runs: Vec<Run>,
}

/// One run.
#[derive(Debug, Serialize)]
struct Run {
    /// The cores that it was allowed, as the system numbers them.
    cores: Vec<u32>,
    /// In nanoseconds; lanes may end before.
    lasted: u64,
    /// Up to when it is known what happened.
    known: u64,
    source: Source,
    lanes: Vec<Lane>,
    seen: Seen,
}

impl Run {
    fn new(timeline: Timeline, sources: &Sources<'_>) -> Self {
        let lanes = lanes(&timeline, sources);
        let Timeline { cores, lasted, known, source, .. } = timeline;
        let seen = Seen::of(&lanes, cores.len(), known);
        Self { cores, lasted, known, source, lanes, seen }
    }

    /// Whether it is known when a thread ran and where.
    fn has_turns(&self) -> bool {
        !matches!(self.source, Source::Nothing { .. })
    }

    /// The cores of which it is known who ran on them.
    fn known_cores(&self) -> &[u32] {
        if self.has_turns() { &self.cores } else { &[] }
    }

    /// "2 cores".
    fn named(&self) -> String {
        let cores = self.cores.len();
        format!("{cores} {}", noun_for(cores as u64, "core"))
    }
}

impl Picture {
    /// `case` is the file that drives the judged one.
    pub fn new(judgement: &Judgement, case: &Case, runs: Vec<Timeline>) -> Self {
        let sources = Sources::new(judgement, Some(case));
        let runs = runs.into_iter().map(|timeline| Run::new(timeline, &sources));
        Self { file: judgement.file.clone(), runs: runs.collect() }
    }

    /// As a person reads it, within 80 columns.
    pub fn told(&self) -> String {
        let mut parts = vec![picture::drawn(&self.runs), legend::told(&self.runs)];
        parts.extend(self.runs.iter().map(table::told));
        parts.push(words::told(&self.runs));
        plain(&parts.join("\n\n"))
    }

    /// As a picture of its own.
    pub fn svg(&self) -> String {
        svg::drawn(&self.file, &self.runs)
    }
}

#[cfg(test)]
mod tests {
    use super::sample::{thread, timeline, turn, waited};
    use super::*;
    use crate::exercise::Key;
    use crate::explain::tests::same;
    use crate::step::case;
    use facts::timeline::Reason::{Join, Lock, Sleep};

    #[track_caller]
    fn tells(picture: &Picture, wanted: &str) {
        same(&anstream::adapter::strip_str(&picture.told()).to_string(), wanted);
    }

    fn picture(runs: Vec<Timeline>) -> Picture {
        let source = "seats.lock();\n".to_owned();
        let judgement = Judgement {
            key: Key { chapter: "02_cores".into(), name: "01_seats".into() },
            file: "lib.rs".into(),
            source,
            outcomes: Vec::new(),
            warnings: Vec::new(),
            seconds: 0.0,
        };
        Picture::new(&judgement, &case::find("timeline.rs", "", "scene"), runs)
    }

    const COMPUTING: &str = "
            1 core, 62.0 ms                    2 cores, 32.0 ms
            ╷0        ╷20 ms     ╷40 ms        ╷0        ╷20 ms     ╷40 ms
m main      ━░join░░░░░░░░░░░░░░░░░░░░░░░░░░░  ━░join░░░░░░░░░░░·
A thread 1  ·━━··━━━···━━━···━━··━━━···━━━     ·━━━━━━━━━━━━━━━━
B thread 2  ···━━···━━━···━━━··━━···━━━···━━━  ·━━━━━━━━━━━━━━━━

core 0      mAABBAAABBBAAABBBAABBAAABBBAAABBB  mAAAAAAAAAAAAAAAA
core 1                                          BBBBBBBBBBBBBBBB

━ runs   · ready, and no core is free   ░ waits   one column is 1.9 ms

1 core, ms        ran   ready  waited    left/taken  waited for
m main            2.0     0.0    60.0           1/0  join lib.rs:5
A thread 1       30.0    25.0     0.0           0/5
B thread 2       30.0    30.0     0.0           0/5

2 cores, ms       ran   ready  waited    left/taken  waited for
m main            2.0     0.0    30.0           1/0  join lib.rs:5
A thread 1       30.0     0.0     0.0           0/0
B thread 2       30.0     0.0     0.0           0/0

1 core: 2 threads were in progress together for 55.0 ms of 62.0 ms and never ran
   at the same instant: concurrent only.
2 cores: 2 threads were in progress together for 30.0 ms of 32.0 ms, and ran at
   the same instant for 30.0 ms: parallel.
2 cores instead of 1: 1.9 times as fast (62.0 ms and 32.0 ms, one run each).
left/taken: how often the operating system says that the thread left its core to
wait, and that the core was taken from it.";

    const SLEEPING: &str = "
            1 core, 100.0 ms
            ╷0           ╷20 ms        ╷40 ms       ╷60 ms        ╷80 ms
m main      ━░sleep░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
A thread 1  ·━░sleep░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░━
B clerk of…  ·░lock░░░░░░░░░░░░░░░░░░░░░━━

core 0      mA                          BB                                     A

━ runs   · ready, and no core is free   ░ waits   one column is 1.5 ms

1 core, ms        ran   ready  waited    left/taken  waited for
m main            2.0     0.0    98.0           1/0  sleep lib.rs:2
A thread 1        2.0     0.0    96.0           1/0  sleep lib.rs:2
B clerk of …      3.0     0.0    38.0           1/0  lock seats lib.rs:1

1 core: up to 3 threads were in progress together for 98.0 ms of 100.0 ms and
   never ran at the same instant: concurrent only. The waits overlap: 232.0 ms
   of waiting in 98.0 ms.
left/taken: how often the operating system says that the thread left its core to
wait, and that the core was taken from it.";

    const WITHOUT_TURNS: &str = "
            2 cores, 50.0 ms
            ╷0           ╷10 ms        ╷20 ms       ╷30 ms        ╷40 ms
m main      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
A thread 1  ━━━━━━━━━━━━━━░sleep░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░

━ does not wait   ░ waits   one column is 0.74 ms

2 cores, ms       ran   ready  waited    left/taken  waited for
m main              ?       ?     0.0           0/0
A thread 1          ?       ?    40.0           1/0  sleep lib.rs:2

2 cores: 2 threads were in progress together for 50.0 ms of 50.0 ms: concurrent.
   When a thread ran, and where, is not known: beos does not say when a thread
   runs.
left/taken: how often the operating system says that the thread left its core to
wait, and that the core was taken from it.";

    /// Two threads that compute for 30 ms each, on one core and on two.
    fn computing() -> Picture {
        let main = |lasted| {
            let turns = [turn(0, 0, 1, false), turn(0, lasted - 1, lasted, false)];
            thread(Some("main"), (0, lasted), &turns, &[waited(Join, 4, 1, lasted - 1)])
        };
        let taking = |first: u64, last: u64| {
            let turns = (0..6).map(|n| 1 + first + 10 * n);
            let turns: Vec<_> =
                turns.map(|from| turn(0, from, from + 5, from + 5 < last)).collect();
            thread(None, (1, last), &turns, &[])
        };
        let one = timeline(1, 62, vec![main(62), taking(0, 56), taking(5, 61)]);
        let whole = |core| thread(None, (1, 31), &[turn(core, 1, 31, false)], &[]);
        picture(vec![one, timeline(2, 32, vec![main(32), whole(0), whole(1)])])
    }

    #[test]
    fn two_that_compute_take_turns_on_one_core_and_run_at_once_on_two() {
        tells(&computing(), COMPUTING);
    }

    #[test]
    fn two_that_sleep_wait_at_the_same_time() {
        let sleeper = |name, from, to| {
            let turns = [turn(0, from, from + 1, false), turn(0, to, to + 1, false)];
            thread(name, (from, to + 1), &turns, &[waited(Sleep, 1, from + 1, to)])
        };
        let turns = [turn(0, 2, 3, false), turn(0, 41, 43, false)];
        let locks = thread(Some("clerk of the seats"), (2, 43), &turns, &[waited(Lock, 0, 3, 41)]);
        let lanes = vec![sleeper(Some("main"), 0, 99), sleeper(None, 1, 98), locks];
        tells(&picture(vec![timeline(1, 100, lanes)]), SLEEPING);
    }

    #[test]
    fn where_the_system_says_nothing_of_turns_waits_are_all_there_is() {
        let sleeper = thread(None, (0, 50), &[], &[waited(Sleep, 1, 10, 50)]);
        let reason = "beos does not say when a thread runs".to_owned();
        let main = thread(Some("main"), (0, 50), &[], &[]);
        let run = timeline(2, 50, vec![main, sleeper]);
        let run = Timeline { source: Source::Nothing { reason }, ..run };
        tells(&picture(vec![run]), WITHOUT_TURNS);
    }

    #[test]
    fn every_line_fits_the_page() {
        let long = "a name that is much longer than anyone would give a thread";
        let lane = || thread(Some(long), (0, 50), &[], &[waited(Sleep, 1, 10, 50)]);
        let lanes = || (0..40).map(|_| lane()).collect();
        let told = picture(vec![timeline(2, 50, lanes()), timeline(64, 50, lanes())]).told();
        let wide = told
            .lines()
            .find(|line| anstream::adapter::strip_str(line).to_string().chars().count() > 80);
        assert_eq!(wide, None);
    }

    #[test]
    fn the_svg_has_a_title_for_every_stretch_and_no_bare_bracket() {
        let svg = picture(vec![timeline(
            1,
            10,
            vec![thread(Some("a<b"), (0, 10), &[turn(0, 0, 10, false)], &[])],
        )])
        .svg();
        assert!(
            svg.contains("<title>a&lt;b: runs on core 0, 10.0 ms from 0.0 ms</title>"),
            "{svg}"
        );
        assert!(!svg.contains("a<b"));
    }
}
