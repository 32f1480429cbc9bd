//! All lanes, and the record they end up in.

use crate::clocks::{Clocks, Record, Traced};
use crate::lane::{Lane, with_own};
use crate::places::Places;
use crate::{START, Start, system};
use facts::timeline::{self, Accounts, Timeline};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Instant;

/// Lanes that are kept; a program that makes more threads is told without them.
const KEPT: usize = 1_000;

static CLOCKS: Mutex<Option<Clocks>> = Mutex::new(None);

static LANES: Mutex<Vec<Arc<Lane>>> = Mutex::new(Vec::new());

/// The cores that the program could have had, asked before it is pinned.
#[derive(Debug, Clone)]
pub struct Allowed(Vec<u32>);

pub fn add(lane: &Arc<Lane>) {
    let mut lanes = LANES.lock().unwrap_or_else(PoisonError::into_inner);
    if lanes.len() < KEPT {
        lanes.push(Arc::clone(lane));
    }
}

impl Allowed {
    pub fn now() -> Self {
        Self(system::allowed())
    }
}

/// From now on it is written down what this thread does, which is main, and
/// every thread that is made after it.
pub fn start(allowed: &Allowed) {
    let clocks = Clocks::begin(&allowed.0);
    let before = system::own_accounts().unwrap_or_default();
    let start = Start { at: Instant::now(), by_kernel: system::monotonic(), before };
    if START.set(start).is_ok() {
        with_own(|_| {});
        *CLOCKS.lock().unwrap_or_else(PoisonError::into_inner) = Some(clocks);
    }
}

/// Main is over: what was written down.
pub fn finish() -> Timeline {
    let lasted = crate::now();
    let clocks = CLOCKS.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Record { source, mut threads, known } = clocks.map(Clocks::end).unwrap_or_default();
    let lanes = std::mem::take(&mut *LANES.lock().unwrap_or_else(PoisonError::into_inner));
    let mut places = Places::default();
    let said = lanes.iter().map(|lane| {
        let traced = threads.remove(&lane.id).unwrap_or_default();
        told(lane, traced, lasted, &mut places)
    });
    let mut lanes: Vec<_> = said.collect();
    if let Some(main) = lanes.first_mut() {
        main.began = 0;
        main.accounts = main.accounts.zip(START.get()).map(|(all, start)| since(all, start.before));
    }
    lanes.extend(threads.into_iter().map(|(id, traced)| foreign(id, traced, lasted)));
    lanes.retain(|lane| lane.began < lasted);
    lanes.sort_by_key(|lane| lane.began);
    let cores = system::allowed();
    let known = known.unwrap_or(lasted).min(lasted);
    Timeline { source, cores, lasted, threads: lanes, places: places.into_all(), known }
}

/// What is done with the record of a program that leaves before main is over.
static ON_LEAVE: OnceLock<fn(Timeline) -> !> = OnceLock::new();

pub fn on_leave(f: fn(Timeline) -> !) {
    // Set once, before the program runs.
    let _ = ON_LEAVE.set(f);
}

/// Leaves the program; with code 0 that is an end like any other.
pub fn leave(code: i32) -> ! {
    match ON_LEAVE.get() {
        Some(leave) if code == 0 => leave(finish()),
        _ => std::process::exit(code),
    }
}

/// The lane of a thread that spoke. What the system wrote down of its beginning
/// and its end is nearer to the truth.
fn told(lane: &Lane, traced: Traced, lasted: u64, places: &mut Places) -> timeline::Lane {
    let said = lane.said();
    let waits = said.waits.iter().map(|wait| timeline::Wait {
        reason: wait.reason,
        place: places.number(wait.place),
        from: wait.from,
        to: wait.to.min(lasted),
        ready: wait.ready,
    });
    timeline::Lane {
        name: lane.name.clone(),
        waits: waits.collect(),
        spawned: lane.spawned.map(|place| places.number(place)),
        began: traced.began.unwrap_or(lane.began),
        ended: traced.ended.or(said.ended).unwrap_or(lasted).min(lasted),
        turns: traced.turns,
        more_waits: said.more_waits,
        accounts: said.accounts.or_else(|| accounts(lane.id)),
    }
}

fn accounts(id: u32) -> Option<Accounts> {
    if id == system::own_id() { system::own_accounts() } else { system::accounts(id) }
}

/// What was added to the accounts.
fn since(all: Accounts, before: Accounts) -> Accounts {
    Accounts {
        ran: all.ran.saturating_sub(before.ran),
        ready: all.ready.zip(before.ready).map(|(all, before)| all.saturating_sub(before)),
        voluntary: all.voluntary.saturating_sub(before.voluntary),
        involuntary: all.involuntary.saturating_sub(before.involuntary),
    }
}

/// The lane of a thread that never spoke, of a crate that runs on the real std.
fn foreign(id: u32, traced: Traced, lasted: u64) -> timeline::Lane {
    let (first, last) = (traced.turns.first(), traced.turns.last());
    let lives = system::accounts(id).is_some();
    let ended = traced.ended.or(last.filter(|_| !lives).map(|turn| turn.to));
    timeline::Lane {
        name: system::name(id),
        waits: Vec::new(),
        spawned: None,
        began: traced.began.or(first.map(|turn| turn.from)).unwrap_or(0),
        ended: ended.unwrap_or(lasted).min(lasted),
        turns: traced.turns,
        more_waits: 0,
        accounts: system::accounts(id),
    }
}
