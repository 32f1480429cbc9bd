//! Stand-in for `rayon_core::{join, join_context}`.

use crate::seat::Pool;
use std::marker::PhantomData;
use strands::Fork;

/// How a closure of [`join_context`] came to run.
#[derive(Debug)]
pub struct FnContext(PhantomData<*mut ()>);

impl FnContext {
    #[must_use]
    pub fn migrated(&self) -> bool {
        false
    }
}

/// # Panics
///
/// As `oper_a` or `oper_b` does.
pub fn join<A, B, RA, RB>(oper_a: A, oper_b: B) -> (RA, RB)
where
    A: FnOnce() -> RA + Send,
    B: FnOnce() -> RB + Send,
    RA: Send,
    RB: Send,
{
    join_context(|_| oper_a(), |_| oper_b())
}

/// # Panics
///
/// As `oper_a` or `oper_b` does.
pub fn join_context<A, B, RA, RB>(oper_a: A, oper_b: B) -> (RA, RB)
where
    A: FnOnce(FnContext) -> RA + Send,
    B: FnOnce(FnContext) -> RB + Send,
    RA: Send,
    RB: Send,
{
    Pool::current().within(|| {
        let start = strands::fork(Fork::Task);
        let a = oper_a(FnContext(PhantomData));
        let end = strands::now();
        strands::begin(start);
        let b = oper_b(FnContext(PhantomData));
        strands::join(end);
        (a, b)
    })
}
