//! One execution: whose turn it is, what each turn does, and how it ends.

mod end;
mod races;
mod threads;
mod turns;

use crate::action::Action;
use crate::clock::{Threads, View};
use crate::foresight::{Foresight, Stored};
use crate::memory::{self, Quiet};
use crate::numbered::Numbered;
use crate::object::{Access, Accesses, Place, Record};
use crate::path::Path;
use crate::record::Step;
use crate::script::Script;
use crate::spin::Aspect;
use crate::thread::{Coroutines, Thread};
pub use end::End;
pub(crate) use end::PANIC;
use facts::Effect;
use std::cell::Cell;
use std::ptr;
use std::rc::Rc;

/// What the real atomics of std's generic code are called as objects.
const COUNT: &str = "count";

/// The record that stands for the single total order of SeqCst operations.
const TOTAL_ORDER: usize = 0;

thread_local! {
    static CURRENT: Cell<*mut Execution> = const { Cell::new(ptr::null_mut()) };
}

/// Where an execution's decisions come from.
pub enum Decider {
    /// A search walks the tree.
    Search(Box<Path>),
    /// A script names the thread of each step.
    Script(Script),
}

pub struct Execution {
    /// Tells this execution from all others of the process; never 0.
    pub number: u64,
    pub decider: Decider,
    /// How many adversarial choices may be taken.
    pub adversary: usize,
    /// Whether a load may return what is stored later.
    pub foresees: bool,
    pub foresight: Option<Foresight>,
    /// Whether that could have made a difference.
    pub foresight_useful: bool,
    /// What was stored in other executions.
    pub stored: Stored,
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
    /// How many were on offer.
    pub offers: usize,
    pub outcome: Option<String>,
    /// How many panics began, caught or not.
    pub panics: usize,
    /// Events of memory to write down, and the steps that were made of them.
    pub wanted: Vec<u32>,
    pub witnessed: Vec<(u32, usize)>,
    /// The objects of real atomics, by address.
    counts: Numbered<usize>,
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
    let _quiet = Quiet::new();
    let current = current();
    // SAFETY: set by `run` for as long as the execution lives there. Callers
    // never suspend inside `f`, and everything is on one thread, so the
    // exclusive borrow is not doubled.
    f(unsafe { &mut *current })
}

fn current() -> *mut Execution {
    let current = CURRENT.get();
    assert!(!current.is_null(), "stand-ins work inside a model only");
    current
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
        execution.offers += usize::from(useful);
        execution.adversary > 0
    })
}

pub(crate) fn current_number() -> Option<u64> {
    is_active().then(|| with(|execution| execution.number))
}

impl Execution {
    pub fn new(decider: Decider, adversary: usize, step_limit: usize) -> Self {
        Self {
            number: 0,
            decider,
            adversary,
            foresees: false,
            foresight: None,
            foresight_useful: false,
            stored: Stored::default(),
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
            offers: 0,
            outcome: None,
            panics: 0,
            wanted: Vec::new(),
            witnessed: Vec::new(),
            counts: Numbered::default(),
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
        if !self.came_true() && !matches!(self.end, Some(End::Cut(_))) {
            self.end = Some(End::Redundant);
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
        self.offers = 0;
        self.foresight = None;
        self.foresight_useful = false;
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

    /// A step that no other thread can notice: it needs no turn.
    pub(crate) fn note(&mut self, action: &Action, build: impl FnOnce(&mut Step)) {
        let mut step = Step::of(action, self.thread().serial);
        build(&mut step);
        self.steps.push(step);
    }

    pub(crate) fn hint_spinning(&mut self) {
        let others_steps = self.others_steps(self.thread());
        self.thread_mut().rounds.yields(others_steps);
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

    /// How many threads did something while others could: what main does before
    /// the first spawn and after the last join sets the stage.
    pub(crate) fn actors(&self) -> usize {
        let first = self.steps.iter().position(|step| step.effect == Effect::Spawn);
        let last = self.steps.iter().rposition(|step| step.effect == Effect::Join);
        let played = &self.steps[first.unwrap_or(0)..last.unwrap_or(self.steps.len())];
        let aside = |effect| matches!(effect, Effect::Spawn | Effect::Join | Effect::Other);
        let acts =
            |thread: &usize| played.iter().any(|it| it.thread == *thread && !aside(it.effect));
        (0..self.roster.len()).filter(acts).count()
    }

    /// The accesses of a SeqCst operation on `object`, or of a weaker one.
    pub(crate) fn accesses(object: usize, access: Access, total: bool) -> Accesses {
        [Some((object, access)), total.then_some((TOTAL_ORDER, Access::Read)), None]
    }

    pub(crate) fn fence_accesses() -> Accesses {
        [Some((TOTAL_ORDER, Access::Write)), None, None]
    }
}
