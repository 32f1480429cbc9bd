//! What an operation does to a value.

use facts::{Effect, Step};

pub fn reads(step: &Step) -> bool {
    matches!(step.effect, Effect::Read | Effect::ReadWrite)
}

pub fn writes(step: &Step) -> bool {
    matches!(step.effect, Effect::Write | Effect::ReadWrite)
}

/// Writes another value than this one.
pub fn changes(step: &Step, value: &String) -> bool {
    writes(step) && (step.effect != Effect::Write || step.argument.as_ref() != Some(value))
}

/// Reads without writing.
pub fn only_reads(step: &Step) -> bool {
    reads(step) && !writes(step)
}

/// A compare-exchange that fails writes nothing.
pub fn failed_exchange(step: &Step) -> bool {
    is_exchange(step) && step.effect == Effect::Read
}

/// Enters a critical section; a `try_lock` need not.
pub fn acquires(step: &Step) -> bool {
    let failed = step.op.starts_with("try_") && step.result.as_deref() == Some("false");
    step.effect == Effect::Acquire && !failed
}

pub fn is_exchange(step: &Step) -> bool {
    step.op.starts_with("compare_exchange") || step.op == "compare_and_swap"
}

/// The value as a number; flags and pointers are not computed from one another.
pub fn number(value: Option<&String>) -> Option<i128> {
    value?.parse().ok()
}
