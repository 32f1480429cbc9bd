//! Entries into turns: from one switch to a thread to the next from it.

use super::{Entry, What};
use crate::clocks::Traced;
use facts::timeline::Turn;
use std::collections::{BTreeMap, HashMap};

/// The turns of each thread, up to the end of the record.
pub fn of(mut entries: Vec<Entry>, end: u64) -> BTreeMap<u32, Traced> {
    entries.sort_by_key(|entry| entry.time);
    let mut threads: BTreeMap<u32, Traced> = BTreeMap::new();
    // Where a thread runs since when, while it does.
    let mut on = HashMap::new();
    for Entry { time, thread, what } in entries {
        let traced = threads.entry(thread).or_default();
        match what {
            What::Began => traced.began = Some(time),
            What::On { core } => _ = on.insert(thread, (core, time)),
            What::Off { preempted } => {
                traced.turns.extend(turn(on.remove(&thread), time, preempted))
            }
            What::Ended => {
                traced.turns.extend(turn(on.remove(&thread), time, false));
                traced.ended = Some(time);
            }
        }
    }
    for (thread, since) in on {
        threads.entry(thread).or_default().turns.extend(turn(Some(since), end, false));
    }
    threads
}

fn turn(since: Option<(u32, u64)>, to: u64, preempted: bool) -> Option<Turn> {
    since.map(|(core, from)| Turn { core, from, to, preempted })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_ends_with_a_switch_with_the_thread_or_with_the_record() {
        let entry = |time, thread, what| Entry { time, thread, what };
        let entries = vec![
            entry(50, 2, What::On { core: 0 }),
            entry(40, 1, What::Off { preempted: true }),
            entry(0, 1, What::On { core: 0 }),
            entry(10, 2, What::Began),
            entry(70, 2, What::Ended),
            entry(80, 1, What::On { core: 1 }),
        ];
        let threads = of(entries, 100);
        let turn = |core, from, to, preempted| Turn { core, from, to, preempted };
        assert_eq!(threads[&1].turns, [turn(0, 0, 40, true), turn(1, 80, 100, false)]);
        let second = &threads[&2];
        assert_eq!((second.began, second.ended), (Some(10), Some(70)));
        assert_eq!(second.turns, [turn(0, 50, 70, false)]);
    }
}
