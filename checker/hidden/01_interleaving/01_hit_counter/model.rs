//! Visitors and readers of one hit counter.

use harness::{expect, expect_at_most, expect_eq};
use learner::HitCounter;

/// Two visitors arrive together: both visits are counted.
fn two_visitors() {
    let hits = HitCounter::new();
    harness::roles! { "A" => hits.hit(), "B" => hits.hit() }
    expect_eq("hits after both visitors left", hits.get(), 2);
}

/// One visitor arrives while another comes and comes back: all three visits
/// are counted.
fn visitor_comes_back() {
    let hits = HitCounter::new();
    harness::roles! {
        "A" => hits.hit(),
        "B" => { hits.hit(); hits.hit() }
    }
    expect_eq("hits after both visitors left", hits.get(), 3);
}

/// A reader looks twice while a visitor comes and comes back: the number the
/// reader sees never falls and is never above the visits there were.
fn reader_looks_twice() {
    let hits = HitCounter::new();
    let (mut first, mut second) = (0, 0);
    harness::roles! {
        "visitor" => { hits.hit(); hits.hit() },
        "reader" => { first = hits.get(); second = hits.get() }
    }
    expect("a number of hits that never falls", first <= second);
    expect_at_most("hits that the reader saw", second, 2);
    expect_eq("hits after the visitor left", hits.get(), 2);
}

harness::models![two_visitors, visitor_comes_back, reader_looks_twice];
