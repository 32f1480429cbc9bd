//! One execution: whose turn it is, what each turn does, and how it ends.

mod races;

use crate::action::Action;
use crate::cell::Cell as StandInCell;
use crate::clock::{Clock, Knowledge, MAX_THREADS, View};
use crate::memory::{self, Fault, Quiet};
use crate::object::{Access, Accesses, Object, Place, Record};
use crate::path::{Bounds, Diverged, Node, Path, Threads};
use crate::record::Step;
use crate::script::Script;
use crate::spin::{Aspect, Spin, Yields};
use crate::thread::{Coroutines, Exit, Pending, Thread};
use facts::{FailureKind, Limit, Panicked};
use std::cell::Cell;
use std::collections::HashMap;
use std::panic::Location;
use std::ptr;
use std::rc::Rc;

/// Rounds in which threads do nothing but spin before that is a livelock.
const IDLE_ROUNDS: u32 = 300;

/// What the real atomics of std's generic code are called as objects.
const COUNT: &str = "count";

/// Preemptions in one execution before it is given up: a thread that retries
/// whenever it is interrupted, and is interrupted whenever it retries.
const MANY_PREEMPTIONS: usize = 40;

/// The record that stands for the single total order of SeqCst operations.
const TOTAL_ORDER: usize = 0;

thread_local! {
    static CURRENT: Cell<*mut Execution> = const { Cell::new(ptr::null_mut()) };
}

/// How an execution came to its end.
#[derive(Debug, Clone, PartialEq)]
pub enum End {
    Done,
    Failed(FailureKind),
    /// Memory was used as it must not be.
    Fault(Fault),
    /// All went well, but for memory that was never freed.
    Leaked(Fault),
    /// An equivalent execution has been walked already.
    Redundant,
    Cut(Limit),
    /// A replayed schedule could not be followed or was too short.
    OffScript(facts::ReplayEnd),
}

/// Where an execution's decisions come from.
pub enum Decider {
    /// A search walks the tree.
    Search(Path),
    /// A script names the thread of each step.
    Script(Script),
}

pub struct Execution {
    /// Tells this execution from all others of the process; never 0.
    pub number: u64,
    pub decider: Decider,
    /// Whether adversarial choices are offered: at most one is taken.
    pub adversary: bool,
    /// Whether every load returns the newest value.
    pub newest_only: bool,
    /// Operations after which the execution is given up.
    pub step_limit: usize,
    pub end: Option<End>,
    pub steps: Vec<Step>,
    pub records: Vec<Record>,
    /// Names and spawn places of all threads ever, by serial number.
    pub roster: Vec<(Option<String>, Option<Place>)>,
    pub preemptions: usize,
    pub switches: usize,
    pub stale_reads: usize,
    pub adversarial: usize,
    /// Whether an adversarial choice was on offer.
    pub adversary_useful: bool,
    pub outcome: Option<String>,
    /// How many panics began, caught or not.
    pub panics: usize,
    /// Events of memory to write down, and the steps that were made of them.
    pub wanted: Vec<u32>,
    pub witnessed: Vec<(u32, usize)>,
    /// The objects of real atomics, by address.
    counts: HashMap<usize, usize>,
    memory_object: Option<usize>,
    threads: Vec<Thread>,
    current: usize,
    /// The thread that took the last step.
    last: usize,
    last_yielded: bool,
    /// The state the turn at hand was chosen in, if there was a choice.
    state: Option<usize>,
    sleep: Threads,
    order: usize,
    idle_rounds: u32,
    /// The newest stores that SeqCst operations have made or read.
    pub total_order: View,
}

/// Runs `f` on the execution at hand.
///
/// # Panics
///
/// Outside of a model, where there is none.
pub fn with<R>(f: impl FnOnce(&mut Execution) -> R) -> R {
    let current = CURRENT.get();
    assert!(!current.is_null(), "stand-ins work inside a model only");
    let _quiet = Quiet::new();
    // SAFETY: set by `run` for as long as the execution lives there. Callers
    // never suspend inside `f`, and everything is on one thread, so the
    // exclusive borrow is not doubled.
    f(unsafe { &mut *current })
}

/// Whether a model is running on this thread.
#[must_use]
pub fn is_active() -> bool {
    !CURRENT.get().is_null()
}

/// Whether adversarial choices are offered in this pass; `useful` where there
/// would be something for one.
pub(crate) fn adversary_comes(useful: bool) -> bool {
    with(|execution| {
        execution.adversary_useful |= useful;
        execution.adversary
    })
}

pub(crate) fn current_number() -> Option<u64> {
    is_active().then(|| with(|execution| execution.number))
}

impl Execution {
    pub fn new(decider: Decider, adversary: bool, step_limit: usize) -> Self {
        Self {
            number: 0,
            decider,
            adversary,
            newest_only: false,
            step_limit,
            end: None,
            steps: Vec::new(),
            records: Vec::new(),
            roster: Vec::new(),
            preemptions: 0,
            switches: 0,
            stale_reads: 0,
            adversarial: 0,
            adversary_useful: false,
            outcome: None,
            panics: 0,
            wanted: Vec::new(),
            witnessed: Vec::new(),
            counts: HashMap::new(),
            memory_object: None,
            threads: Vec::new(),
            current: 0,
            last: 0,
            last_yielded: false,
            state: None,
            sleep: 0,
            order: 0,
            idle_rounds: 0,
            total_order: View::default(),
        }
    }

    /// Runs `model` once, to the end or until it fails.
    pub fn run(&mut self, coroutines: &mut Coroutines, model: Rc<dyn Fn()>) {
        self.begin();
        let this: *mut Self = self;
        CURRENT.set(this);
        // From here on `self` is reached through `with` alone.
        let body =
            Box::new(move || crate::spawn::body(move || crate::spawn::catch(move || model())));
        with(|execution| execution.add_thread(Some("main".to_owned()), None));
        coroutines.start(0, body);
        loop {
            let slot = with(|execution| execution.current);
            let mut coroutine = coroutines.take(slot);
            let result = coroutine.resume(());
            let done = coroutines.put(slot, coroutine, &result);
            for (slot, body) in crate::spawn::requested() {
                coroutines.start(slot, body);
            }
            let ended = with(|execution| {
                if done && execution.end.is_none() {
                    execution.hand_on();
                }
                execution.end.is_some()
            });
            if ended {
                break;
            }
        }
        if self.end == Some(End::Done) && self.left_nobody() {
            let leaked = memory::leak().map(End::Leaked);
            self.end = leaked.or(self.end.take());
        }
        coroutines.abandon();
        CURRENT.set(ptr::null_mut());
        crate::unwinding::abandon(self.threads.iter().any(|thread| thread.stays_unwinding));
        self.threads.clear();
    }

    fn begin(&mut self) {
        thread_local! {
            static NUMBER: Cell<u64> = const { Cell::new(0) };
        }
        crate::statics::restore();
        memory::begin(self.wanted.clone());
        NUMBER.set(NUMBER.get() + 1);
        self.number = NUMBER.get();
        self.end = None;
        self.steps.clear();
        self.records.clear();
        self.roster.clear();
        self.threads.clear();
        self.preemptions = 0;
        self.switches = 0;
        self.stale_reads = 0;
        self.adversarial = 0;
        self.outcome = None;
        self.panics = 0;
        self.witnessed.clear();
        self.counts.clear();
        self.memory_object = None;
        self.current = 0;
        self.last = 0;
        self.last_yielded = false;
        self.state = None;
        self.sleep = 0;
        self.order = 0;
        self.idle_rounds = 0;
        self.total_order.clear();
        // `TOTAL_ORDER` comes first.
        self.records.push(Record::anonymous("fence"));
    }

    pub(crate) fn register(&mut self, record: Record) -> usize {
        self.records.push(record);
        self.records.len() - 1
    }

    /// The object of the real atomic at an address.
    pub(crate) fn count_at(&mut self, at: usize) -> usize {
        if let Some(&index) = self.counts.get(&at) {
            return index;
        }
        let index = self.register(Record::anonymous(COUNT));
        self.counts.insert(at, index);
        index
    }

    /// What plain memory is called in a trace.
    pub(crate) fn memory_object(&mut self) -> usize {
        if let Some(index) = self.memory_object {
            return index;
        }
        let index = self.register(Record::anonymous("memory"));
        *self.memory_object.insert(index)
    }

    /// Whether every thread came to its end, and none by a panic.
    fn left_nobody(&self) -> bool {
        self.threads.iter().all(|thread| thread.is_finished() && thread.panic.is_none())
            && self.panics == 0
    }

    pub fn slot(&self) -> usize {
        self.current
    }

    pub fn thread(&self) -> &Thread {
        &self.threads[self.current]
    }

    pub fn thread_mut(&mut self) -> &mut Thread {
        &mut self.threads[self.current]
    }

    pub fn threads(&self) -> &[Thread] {
        &self.threads
    }

    pub fn thread_at(&mut self, slot: usize) -> &mut Thread {
        &mut self.threads[slot]
    }

    pub fn slot_of(&self, serial: usize) -> Option<usize> {
        self.threads.iter().position(|thread| thread.serial == serial)
    }

    /// Makes a thread in a free slot; `None` when there is none.
    pub(crate) fn add_thread(
        &mut self,
        name: Option<String>,
        spawned: Option<Place>,
    ) -> Option<usize> {
        let serial = self.roster.len();
        let place = spawned.unwrap_or(Location::caller());
        self.roster.push((name.clone(), spawned));
        let slot = self.free_slot()?;
        let (mut known, mut depends, mut clock) = (Knowledge::default(), Clock::default(), 0);
        if let Some(before) = self.threads.get(slot) {
            // The slot's times go on: `free_slot` saw that its end is known.
            clock = before.depends.get(slot);
        }
        if let Some(parent) = spawned.and(self.threads.get_mut(self.current)) {
            parent.depends.tick(self.current);
            // What the parent does from here on is not known to the child.
            parent.known.clock.tick(self.current);
            known = parent.known.clone();
            depends = parent.depends;
        }
        while depends.get(slot) < clock {
            depends.tick(slot);
        }
        let thread = Thread {
            serial,
            exit: Rc::new(Exit {
                object: Object::new(crate::thread::KIND, place),
                finished: StandInCell::new(false),
                returned: StandInCell::new(false),
                return_object: Object::new(crate::thread::KIND, place),
                observed: StandInCell::new(false),
                serial,
                name,
                token: StandInCell::new(false),
                token_object: Object::new("park token", place),
            }),
            pending: None,
            starting_for: None,
            timed_out: false,
            known,
            fence_acquires: Knowledge::default(),
            fence_releases: None,
            depends,
            spin: Spin::default(),
            last_turn: 0,
            written: 0,
            stack: 0..0,
            told: None,
            panic: None,
            holds: Vec::new(),
            locals: Vec::new(),
            panics: 0,
            in_hook: false,
            yields: Yields::new(self.order),
            stays_unwinding: false,
            yielder: ptr::null(),
        };
        if slot == self.threads.len() {
            self.threads.push(thread);
        } else {
            self.threads[slot] = thread;
        }
        Some(slot)
    }

    /// A slot never used, or that of a thread whose end the current thread
    /// knows of, so that one clock entry can serve both.
    fn free_slot(&self) -> Option<usize> {
        let known_end = |slot: &usize| {
            let thread = &self.threads[*slot];
            let end = thread.depends.get(*slot);
            thread.is_finished()
                && thread.panic.as_ref().is_none_or(|_| thread.exit.observed.get())
                && self.threads[self.current].depends.get(*slot) >= end
                && self.threads[self.current].known.clock.get(*slot)
                    >= thread.known.clock.get(*slot)
        };
        // Slot 0 is main's for good.
        if let Some(slot) = (1..self.threads.len()).find(known_end) {
            return Some(slot);
        }
        (self.threads.len() < MAX_THREADS).then_some(self.threads.len())
    }

    /// Runs `slot` up to its first step, then comes back to the caller.
    pub(crate) fn start_at_once(&mut self, slot: usize) {
        self.threads[slot].starting_for = Some(self.current);
        self.current = slot;
    }

    /// Says what the current thread will do next. Returns whether the thread
    /// has to wait for its turn to come.
    pub(crate) fn announce(&mut self, pending: Pending) -> bool {
        let slot = self.current;
        // Two threads cannot be inside of the panic hook: std would abort.
        let undisturbed = self.threads[slot].in_hook;
        let waits = undisturbed && !self.is_ready(&pending, slot);
        self.threads[slot].pending = Some(pending);
        if waits {
            self.finish(End::Cut(Limit::Unsupported("a panic hook that waits".to_owned())));
        } else if undisturbed {
            self.state = None;
            return false;
        }
        if let Some(parent) = self.threads[slot].starting_for.take() {
            self.current = parent;
            return true;
        }
        self.hand_on();
        self.end.is_some() || self.current != slot
    }

    /// Decides who takes the next step.
    pub(crate) fn hand_on(&mut self) {
        if self.gets_nowhere() {
            let main_is_done = self.threads[0].is_finished();
            let limit = End::Cut(Limit::Steps(self.step_limit));
            return self.finish(if main_is_done { self.done() } else { limit });
        }
        self.find_races();
        let mut enabled = self.enabled();
        if enabled == 0 {
            enabled = match self.quiesce() {
                Ok(enabled) => enabled,
                Err(end) => return self.finish(end),
            };
        }
        match self.decide(enabled) {
            Ok(next) => {
                if next != self.last {
                    self.switches += 1;
                }
                self.current = next;
            }
            Err(end) => self.finish(end),
        }
    }

    /// Whether the execution has become too long to follow.
    fn gets_nowhere(&self) -> bool {
        let walked = matches!(&self.decider, Decider::Search(path) if path.sampler.is_none());
        self.steps.len() > self.step_limit || walked && self.preemptions > MANY_PREEMPTIONS
    }

    pub(crate) fn finish(&mut self, end: End) {
        self.end.get_or_insert(end);
    }

    fn is_ready(&self, pending: &Pending, slot: usize) -> bool {
        // SAFETY: the closure lives in the frame of the thread that announced
        // the step, which is suspended there.
        let ready = pending.ready.is_none_or(|ready| unsafe { (*ready)() });
        ready || self.threads[slot].timed_out
    }

    /// The threads that can go on. One that has yielded again and again while
    /// nobody else took a step gives way to those who can.
    fn enabled(&self) -> Threads {
        let enabled = self.able();
        let gives_way = |thread: &Thread| thread.yields.is_patience_over(self.others_steps(thread));
        let unfair: Threads = (0..self.threads.len())
            .filter(|&slot| gives_way(&self.threads[slot]))
            .fold(0, |unfair, slot| unfair | 1 << slot);
        if enabled & !unfair == 0 { enabled } else { enabled & !unfair }
    }

    /// How many steps others than `thread` have taken.
    fn others_steps(&self, thread: &Thread) -> usize {
        self.order - thread.yields.own_steps
    }

    fn able(&self) -> Threads {
        let mut enabled = 0;
        for (slot, thread) in self.threads.iter().enumerate() {
            let Some(pending) = &thread.pending else { continue };
            if !thread.is_idle(&self.records) && self.is_ready(pending, slot) {
                enabled |= 1 << slot;
            }
        }
        enabled
    }

    /// Nobody can go on: lets time pass, lets spinning threads look again, or
    /// finds that this is the end.
    fn quiesce(&mut self) -> Result<Threads, End> {
        if self.threads.iter().all(Thread::is_finished) {
            return Err(self.done());
        }
        let is_timed = |thread: &Thread| thread.pending.as_ref().is_some_and(|p| p.timed);
        let timed: Vec<usize> =
            (0..self.threads.len()).filter(|&slot| is_timed(&self.threads[slot])).collect();
        if !timed.is_empty() {
            let fired = timed[self.choose(timed.len())?];
            self.threads[fired].timed_out = true;
            return Ok(1 << fired);
        }
        let mut released = 0;
        for (slot, thread) in self.threads.iter_mut().enumerate() {
            if thread.pending.is_some() && thread.is_idle(&self.records) {
                thread.spin.release();
                thread.known.time += crate::time::idle(self.idle_rounds);
                released |= 1 << slot;
            }
        }
        let released = released & self.enabled();
        if self.threads[0].is_finished() {
            // The process would leave now, whatever the others wait for.
            return Err(self.done());
        }
        if released == 0 {
            return Err(End::Failed(FailureKind::Deadlock(self.blocked())));
        }
        self.idle_rounds += 1;
        if self.idle_rounds > IDLE_ROUNDS {
            let spinning = (0..MAX_THREADS).filter(|slot| released & (1 << slot) != 0);
            let serials = spinning.map(|slot| self.threads[slot].serial).collect();
            return Err(End::Failed(FailureKind::Livelock(serials)));
        }
        Ok(released)
    }

    /// The end of an execution whose main thread returned: a panic that nobody
    /// looked at is a failure all the same.
    fn done(&self) -> End {
        let unseen = self.threads.iter().filter(|thread| !thread.exit.observed.get());
        let mut panics = unseen.filter_map(|thread| Some((thread.serial, thread.panic.clone()?)));
        match panics.next() {
            Some((thread, panic)) => End::Failed(FailureKind::Panicked { thread, panic }),
            None => End::Done,
        }
    }

    fn decide(&mut self, enabled: Threads) -> Result<usize, End> {
        if matches!(self.decider, Decider::Script(_)) {
            return self.follow_script(enabled);
        }
        let Decider::Search(path) = &mut self.decider else {
            unreachable!("a script was ruled out")
        };
        let Bounds { preemptions, reduce } = path.bounds;
        let asleep = if reduce && preemptions.is_none() { self.sleep } else { 0 };
        let awake = enabled & !asleep;
        if awake == 0 {
            return Err(End::Redundant);
        }
        if enabled.is_power_of_two() {
            self.state = None;
            return Ok(enabled.trailing_zeros() as usize);
        }
        let (threads, spent) = (&self.threads, self.preemptions);
        let goes_on = enabled & (1 << self.last) != 0 && !self.last_yielded;
        let running = goes_on.then_some(self.last);
        let first = match (&mut path.sampler, running) {
            (Some(sampler), _) => {
                sampler.pick(awake, self.last, self.last_yielded, self.steps.len())
            }
            (None, Some(running)) if awake & (1 << running) != 0 => running,
            // Who has waited longest, so that no two threads keep a third out
            // by going round in loops.
            _ => {
                let waited = (0..threads.len()).filter(|slot| awake & (1 << slot) != 0);
                waited.min_by_key(|&slot| threads[slot].last_turn).expect("somebody is awake")
            }
        };
        let at = path.schedule(enabled, |switch| Node {
            enabled,
            backtrack: 1 << first,
            done: 0,
            sleep: asleep,
            chosen: first,
            running,
            preemptions: spent,
            times: times(threads),
            switch,
        })?;
        let node = path.node(at);
        self.state = Some(at);
        self.preemptions += node.costs(node.chosen);
        self.sleep = (node.sleep | node.done) & !(1 << node.chosen);
        Ok(node.chosen)
    }

    fn follow_script(&mut self, enabled: Threads) -> Result<usize, End> {
        self.state = None;
        if enabled & 1 != 0 {
            return Ok(0);
        }
        let Decider::Script(script) = &mut self.decider else {
            unreachable!("called for a script")
        };
        script.next(&self.threads, enabled).map_err(End::OffScript)
    }

    /// One of `of` alternatives, each of which is tried.
    pub(crate) fn choose(&mut self, of: usize) -> Result<usize, Diverged> {
        self.choose_among(of, false)
    }

    /// The same, where all but the first seldom happen.
    pub(crate) fn choose_among(&mut self, of: usize, rarely: bool) -> Result<usize, Diverged> {
        match &mut self.decider {
            Decider::Search(path) if of > 1 => path.choose(of, rarely),
            _ => Ok(0),
        }
    }

    /// A step that no other thread can notice: it needs no turn.
    pub(crate) fn note(&mut self, action: &Action, build: impl FnOnce(&mut Step)) {
        let mut step = Step::of(action, self.thread().serial);
        build(&mut step);
        self.steps.push(step);
    }

    pub(crate) fn hint_spinning(&mut self) {
        let others_steps = self.others_steps(self.thread());
        self.thread_mut().yields.again(others_steps);
        self.thread_mut().spin.hint();
        self.last_yielded = true;
    }

    /// The current thread looked at an object.
    pub(crate) fn looked(
        &mut self,
        place: Place,
        object: usize,
        aspect: Aspect,
        found: Option<u64>,
    ) {
        let spin = &mut self.threads[self.current].spin;
        spin.look(place, object, aspect, found, &self.records[object]);
    }

    /// The current thread changed an object. One that has looked in vain many
    /// times and still does something is getting nowhere all the same.
    pub(crate) fn changed(&mut self, object: usize, found: Option<u64>) {
        let spin = &mut self.threads[self.current].spin;
        if !spin.is_polling() {
            self.idle_rounds = 0;
        }
        spin.change(object, found, &self.records[object]);
    }

    /// Why each thread that is not finished cannot go on.
    fn blocked(&self) -> Vec<facts::Blocked> {
        let stuck = self.threads.iter().filter(|thread| !thread.is_finished());
        stuck
            .filter_map(|thread| {
                Some(crate::record::blocked(self, thread, thread.pending.as_ref()?))
            })
            .collect()
    }

    /// The panic that brought main down: its own, or the one it passed on.
    pub(crate) fn root_panic(&self, own: Panicked) -> FailureKind {
        let passed_on = own.message.contains("Any { .. }")
            || own.message.contains("PoisonError")
            || own.message == crate::spawn::SCOPE_PANICKED;
        let mut others =
            self.threads[1..].iter().filter_map(|t| Some((t.serial, t.panic.clone()?)));
        match others.next() {
            Some((thread, panic)) if passed_on => FailureKind::Panicked { thread, panic },
            _ => FailureKind::Panicked { thread: 0, panic: own },
        }
    }

    /// Whether two threads touched one object, the ends of threads aside.
    pub(crate) fn shares(&self) -> bool {
        let records = self.records.iter().skip(TOTAL_ORDER + 1);
        let mut objects =
            records.filter(|record| ![crate::thread::KIND, COUNT].contains(&record.kind));
        objects.any(|record| {
            let first = record.touches.first().map(|touch| touch.thread);
            record.touches.iter().any(|touch| Some(touch.thread) != first)
        })
    }

    /// The accesses of a SeqCst operation on `object`, or of a weaker one.
    pub(crate) fn accesses(object: usize, access: Access, total: bool) -> Accesses {
        [Some((object, access)), total.then_some((TOTAL_ORDER, Access::Read)), None]
    }

    pub(crate) fn fence_accesses() -> Accesses {
        [Some((TOTAL_ORDER, Access::Write)), None, None]
    }
}

fn times(threads: &[Thread]) -> Clock {
    let mut times = Clock::default();
    for thread in threads {
        times.join(&thread.depends);
    }
    times
}

impl From<Diverged> for End {
    fn from(_: Diverged) -> Self {
        let what = "a program that does different things under the same schedule \
                    (random numbers, the clock, addresses, the order of a HashMap)";
        Self::Cut(Limit::Unsupported(what.to_owned()))
    }
}
