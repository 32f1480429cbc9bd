//@ caught-by: test
//@ because: number of `overlap-the-waits` for Claim::ConcurrentOnly
//! A number that no run gave.

/// What is meant by a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Unsaid,
    /// Several tasks are in progress together: begun, and not done.
    InProgressTogether,
    /// Several things run at the same instant.
    RunAtOneInstant,
    /// A program has several threads.
    SeveralThreads,
    /// A machine has several cores.
    SeveralCores,
}

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    Unsaid,
    Concurrency,
    Parallelism,
    Both,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    Unsaid,
    Yes,
    No,
}

/// Whether four threads instead of one are done sooner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FourThreads {
    pub waiting_on_one_core: Reply,
    pub computing_on_one_core: Reply,
    pub computing_on_four_cores: Reply,
}

/// What a system is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Unsaid,
    Neither,
    ConcurrentOnly,
    ParallelOnly,
    Both,
}

/// What is to be shown by a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// Concurrency without parallelism: tasks in progress together on one core.
    ConcurrentOnly,
    /// Parallelism without concurrency: one task, many parts at one instant.
    ParallelOnly,
    /// Both at once, in one program.
    Both,
    /// Waits overlap, so threads make waiting faster, on one core as well.
    ThreadsOverlapWaits,
    /// Threads without cores do not make computing faster.
    ThreadsAreNoCores,
    /// Cores do: steps are taken at the same instant.
    CoresCompute,
    /// On one core updates get lost as well.
    OneCoreLosesUpdates,
    /// What is synchronized holds in every order of the steps.
    HoldsInEveryOrder,
}

/// A claim, the run that shows it, and the number that it gave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    pub claim: Claim,
    /// The exercise: "overlap-the-waits".
    pub run: &'static str,
    pub number: f64,
}

/// What the operating system or the machine does that the program does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nuance {
    Unsaid,
    /// The system takes the core away in the middle of an update.
    Preemption,
    /// The system gives a program fewer cores than there are.
    FewerCores,
    /// The system wakes a thread that nobody has notified.
    SpuriousWakeup,
    /// Cores pass memory on in whole cache lines.
    CacheLine,
    /// The machine gets slower while something is measured.
    Drift,
}

/// A nuance, and the number of a run that would be another one without it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown {
    pub nuance: Nuance,
    pub run: &'static str,
    pub number: f64,
}

pub const CONCURRENCY: Meaning = Meaning::InProgressTogether;

pub const PARALLELISM: Meaning = Meaning::RunAtOneInstant;

/// Eight cores instead of one, and no line of the program changed: what that can
/// add.
pub const THE_MACHINE_ADDS: Word = Word::Parallelism;

pub const FOUR_THREADS: FourThreads = FourThreads {
    waiting_on_one_core: Reply::Yes,
    computing_on_one_core: Reply::No,
    computing_on_four_cores: Reply::Yes,
};

/// Whether threads that share data need locks or atomics on one core.
pub const ONE_CORE_NEEDS_LOCKS: Reply = Reply::Yes;

/// A run for each claim. A claim may have several.
pub const EVIDENCE: &[Evidence] = &[
    Evidence { claim: Claim::ConcurrentOnly, run: "overlap-the-waits", number: 64.0 },
    Evidence { claim: Claim::ParallelOnly, run: "dedicated-pipeline", number: 3.0 },
    Evidence { claim: Claim::Both, run: "crawler", number: 8.0 },
    Evidence { claim: Claim::ThreadsOverlapWaits, run: "no-free-lunch", number: 3.9 },
    Evidence { claim: Claim::ThreadsAreNoCores, run: "no-free-lunch", number: 1.0 },
    Evidence { claim: Claim::CoresCompute, run: "no-free-lunch", number: 2.0 },
    Evidence { claim: Claim::OneCoreLosesUpdates, run: "break-the-counter", number: 2.0 },
    Evidence { claim: Claim::HoldsInEveryOrder, run: "three-counters", number: 122.0 },
];

/// The exchange, the chip, the night run.
pub const SYSTEMS: [Kind; 3] = [Kind::ConcurrentOnly, Kind::ParallelOnly, Kind::Neither];

pub const NUANCE: Shown =
    Shown { nuance: Nuance::Preemption, run: "break-the-counter", number: 2.0 };
