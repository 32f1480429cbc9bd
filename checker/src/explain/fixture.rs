//! Hand-made facts for the tests of this folder.

use super::names::Names;
use super::sources::Sources;
use crate::exercise::Key;
use crate::finding::{Case, Evidence, Finding, Step as Way};
use crate::verdict::{Judgement, Outcome};
use facts::{Effect, Failure, FailureKind, Object, Pass, Place, Step, Thread, Trace, Unmet};

/// A trace being written down, with the source it points into.
/// Thread 0 is main, 1 is A and 2 is B.
pub struct Tale {
    pub source: String,
    pub trace: Trace,
}

impl Tale {
    pub fn new(source: &str) -> Self {
        let tale = Self { source: source.to_owned(), trace: Trace::default() };
        tale.thread("main").thread("A").thread("B")
    }

    pub fn thread(mut self, name: &str) -> Self {
        let name = (!name.is_empty()).then(|| name.to_owned());
        self.trace.threads.push(Thread { name, spawned: None });
        self
    }

    pub fn object(mut self, kind: &str) -> Self {
        self.trace.objects.push(Object { kind: kind.to_owned(), created: None });
        self
    }

    pub fn object_at(mut self, kind: &str, line: u32, needle: &str) -> Self {
        let created = Some(self.place(line, needle));
        self.trace.objects.push(Object { kind: kind.to_owned(), created });
        self
    }

    pub fn step(mut self, thread: usize, op: &str, object: usize, line: u32, needle: &str) -> Self {
        let place = self.place(line, needle);
        self.trace.steps.push(Step { object: Some(object), ..bare(thread, op, place) });
        self
    }

    /// A step without an object.
    pub fn plain(mut self, thread: usize, op: &str, line: u32) -> Self {
        let place = Place { file: "lib.rs".into(), line, column: 1 };
        self.trace.steps.push(bare(thread, op, place));
        self
    }

    pub fn arg(self, value: &str) -> Self {
        self.last(|step| step.argument = Some(value.to_owned()))
    }

    pub fn gives(self, value: &str) -> Self {
        self.last(|step| step.result = Some(value.to_owned()))
    }

    pub fn ordering(self, value: &str) -> Self {
        self.last(|step| step.ordering = Some(value.to_owned()))
    }

    pub fn newest(self, value: &str) -> Self {
        self.last(|step| step.newest = Some(value.to_owned()))
    }

    pub fn target(self, thread: usize) -> Self {
        self.last(|step| step.target = Some(thread))
    }

    pub fn effect(self, effect: Effect) -> Self {
        self.last(|step| step.effect = effect)
    }

    pub fn adversarial(self) -> Self {
        self.last(|step| step.adversarial = true)
    }

    fn last(mut self, change: impl FnOnce(&mut Step)) -> Self {
        change(self.trace.steps.last_mut().expect("a step was written"));
        self
    }

    pub fn place(&self, line: u32, needle: &str) -> Place {
        let text = self.source.lines().nth(line as usize - 1).expect("the line exists");
        let column = text.find(needle).expect("the line has the needle") as u32 + 1;
        Place { file: "lib.rs".into(), line, column }
    }

    pub fn failing(&self, kind: FailureKind, preemptions: usize) -> Failure {
        let stale = self.trace.steps.iter().filter(|step| step.newest.is_some()).count();
        let adversarial = self.trace.steps.iter().filter(|step| step.adversarial).count();
        let trace = self.trace.clone();
        Failure { kind, trace, preemptions, stale_reads: stale, adversarial }
    }

    /// All that is told when this fails, without colours.
    pub fn told(&self, kind: FailureKind, preemptions: usize) -> String {
        let failure = Box::new(self.failing(kind, preemptions));
        let passes = vec![pass(Some(0), 2, 0), pass(Some(1), 6, 4)];
        let finding = Finding {
            step: Way::Model,
            case: None,
            evidence: Evidence::ModelFailed { failure, passes },
        };
        tell(&self.source, vec![finding])
    }
}

fn bare(thread: usize, op: &str, place: Place) -> Step {
    Step {
        thread,
        op: op.to_owned(),
        object: None,
        target: None,
        argument: None,
        result: None,
        ordering: None,
        effect: effect_of(op),
        newest: None,
        adversarial: false,
        place,
    }
}

fn effect_of(op: &str) -> Effect {
    match op {
        "load" => Effect::Read,
        "store" => Effect::Write,
        "lock" => Effect::Acquire,
        "unlock" => Effect::Release,
        "wait" => Effect::Wait,
        "wake" => Effect::Wake,
        "notify_one" | "notify_all" => Effect::Notify,
        "send" => Effect::Send,
        "recv" => Effect::Receive,
        "spawn" => Effect::Spawn,
        "join" => Effect::Join,
        "yield_now" | "fence" | "park" => Effect::Other,
        _ => Effect::ReadWrite,
    }
}

pub fn names(tale: &Tale) -> Names {
    let sources = Sources { file: "lib.rs", text: &tale.source, case: None, as_own: false };
    Names::new(&tale.trace, &sources, None)
}

pub fn pass(bound: Option<usize>, executions: u64, failing: u64) -> Pass {
    let seconds = 0.01;
    Pass { bound, adversary: false, main: None, executions, failing, complete: true, seconds }
}

pub fn unmet(what: &str, got: &str, want: &str) -> FailureKind {
    FailureKind::Unmet(unmet_fact(what, got, want))
}

pub fn unmet_fact(what: &str, got: &str, want: &str) -> Unmet {
    let place = Place { file: "model.rs".into(), line: 9, column: 5 };
    Unmet { what: what.into(), got: got.into(), want: want.into(), place }
}

pub fn case(name: &str, summary: &str, code: &str) -> Case {
    let file = "model.rs".to_owned();
    let text = format!("\n\n\n{code}");
    Case { name: name.into(), summary: summary.into(), code: code.into(), file, line: 4, text }
}

pub fn found(step: Way, evidence: Evidence) -> Finding {
    Finding { step, case: None, evidence }
}

pub fn judged(source: &str, outcomes: Vec<Outcome>) -> Judgement {
    Judgement {
        key: Key { chapter: "03_locks".into(), name: "01_hits".into() },
        file: "exercises/03_locks/01_hits/lib.rs".into(),
        source: source.into(),
        outcomes,
        warnings: Vec::new(),
        seconds: 0.5,
    }
}

pub fn outcome(step: Way, findings: Vec<Finding>) -> Outcome {
    Outcome { step, findings, doubts: Vec::new(), proofs: Vec::new(), seconds: 0.1 }
}

/// All that is told of these findings, without colours; every line is checked
/// to fit the page.
pub fn tell(source: &str, findings: Vec<Finding>) -> String {
    let told = super::judgement(&judged(source, vec![outcome(Way::Model, findings)]));
    let plain = anstream::adapter::strip_str(&told).to_string();
    for line in plain.lines() {
        assert!(super::prose::width(line) <= super::prose::WIDTH, "too long: {line}");
        assert_eq!(line, line.trim_end(), "spaces at the end");
    }
    plain
}
