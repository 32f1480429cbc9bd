//! The naive and the reduced search, compared.

use engine::{Bounds, Searcher};
use facts::{FailureKind, Search};
use standin_std::thread;
use std::collections::BTreeSet;

/// Outcomes, with "panic", "deadlock" and so on for executions that fail, and
/// the number of executions.
pub fn explore(
    bounds: Bounds,
    adversary: bool,
    model: impl Fn() -> String + 'static,
) -> (BTreeSet<String>, u64) {
    engine::hear_panics();
    let search = Search { seconds: 60.0, steps: 2_000, bound: None };
    let mut searcher = Searcher::new(search, move || engine::outcome(&model()));
    searcher.to_the_end();
    searcher.pass(bounds, adversary, None);
    let searched = searcher.result();
    assert!(searched.limit.is_none(), "{:?}", searched.limit);
    let executions = searched.passes[0].executions;
    let mut outcomes: BTreeSet<String> = searched.outcomes.into_iter().map(|o| o.value).collect();
    outcomes.extend(searched.failure.map(|failure| match failure.kind {
        FailureKind::Deadlock(_) => "deadlock".to_owned(),
        FailureKind::Livelock(_) => "livelock".to_owned(),
        FailureKind::Panicked { .. } => "panic".to_owned(),
        other => format!("{other:?}"),
    }));
    (outcomes, executions)
}

/// The outcomes are `expected`, whichever way they are searched for.
#[allow(dead_code)]
pub fn check(name: &str, adversary: bool, model: fn() -> String, expected: &[&str]) {
    let expected: BTreeSet<String> = expected.iter().map(|s| (*s).to_owned()).collect();
    let (reduced, few) = explore(Bounds { preemptions: None, reduce: true }, adversary, model);
    assert_eq!(reduced, expected, "{name}: reduced search");
    let (naive, many) = explore(Bounds { preemptions: None, reduce: false }, adversary, model);
    assert_eq!(naive, expected, "{name}: naive search");
    for bound in 0..3 {
        let bounds = |reduce| Bounds { preemptions: Some(bound), reduce };
        let (reduced, few) = explore(bounds(true), adversary, model);
        let (naive, many) = explore(bounds(false), adversary, model);
        assert_eq!(reduced, naive, "{name}: at most {bound} preemptions ({few} of {many})");
    }
    println!("{name}: {few} of {many}");
}

/// As [`check`], where the naive search would take too long.
#[allow(dead_code)]
pub fn check_reduced(name: &str, adversary: bool, model: fn() -> String, expected: &[&str]) {
    let expected: BTreeSet<String> = expected.iter().map(|s| (*s).to_owned()).collect();
    let (reduced, few) = explore(Bounds { preemptions: None, reduce: true }, adversary, model);
    assert_eq!(reduced, expected, "{name}: reduced search");
    println!("{name}: {few}");
}

#[allow(dead_code)]
pub fn pair<A: Send, B: Send>(
    a: impl FnOnce() -> A + Send,
    b: impl FnOnce() -> B + Send,
) -> (A, B) {
    thread::scope(|s| {
        let a = s.spawn(a);
        let b = s.spawn(b);
        (a.join().unwrap(), b.join().unwrap())
    })
}

/// Tests that a model has the outcomes listed; `adversary` in front of the
/// name lets adversaries act.
#[allow(unused_macros)]
macro_rules! litmus {
    ($($(@$kind:ident)? $name:ident => [$($outcome:expr),*] $body:block)*) => {$(
        #[test]
        fn $name() {
            $crate::search::litmus!(@run $($kind)? $name [$($outcome),*] $body);
        }
    )*};
    (@run $name:ident [$($outcome:expr),*] $body:block) => {
        $crate::search::check(stringify!($name), false, || $body, &[$($outcome),*])
    };
    (@run adversary $name:ident [$($outcome:expr),*] $body:block) => {
        $crate::search::check(stringify!($name), true, || $body, &[$($outcome),*])
    };
    (@run large $name:ident [$($outcome:expr),*] $body:block) => {
        $crate::search::check_reduced(stringify!($name), false, || $body, &[$($outcome),*])
    };
}
#[allow(unused_imports)]
pub(crate) use litmus;
