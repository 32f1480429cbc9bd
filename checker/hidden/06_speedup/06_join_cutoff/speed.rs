//! A quarter of a million titles in no order.

use std::cmp::Ordering;

const ITEMS: u64 = 1 << 18;

/// Takes about as long to compare as a short text, so that what is measured is
/// how the comparisons are shared, and not how lists are copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Title(u32);

impl Title {
    /// What titles are ordered by; each has one of its own.
    fn place(self) -> u32 {
        (0..8).fold(self.0, |place, _| {
            let mixed = place.wrapping_mul(0x9E37_79B1);
            mixed ^ (mixed >> 15)
        })
    }
}

impl Ord for Title {
    fn cmp(&self, other: &Self) -> Ordering {
        harness::operations(1);
        self.place().cmp(&other.place())
    }
}

impl PartialOrd for Title {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn make(trial: u64) -> Vec<Title> {
    let mut state = trial.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut title = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        Title((state >> 32) as u32)
    };
    (0..ITEMS).map(|_| title()).collect()
}

/// The merge sort that the learner begins with.
fn sort(items: &mut [Title]) {
    if items.len() < 2 {
        return;
    }
    let middle = items.len() / 2;
    let (left, right) = items.split_at_mut(middle);
    sort(left);
    sort(right);
    let left = items[..middle].to_vec();
    let (mut taken, mut next) = (0, middle);
    while taken < left.len() {
        let place = taken + next - middle;
        if next < items.len() && items[next] < left[taken] {
            items[place] = items[next];
            next += 1;
        } else {
            items[place] = left[taken];
            taken += 1;
        }
    }
}

fn serial(items: &mut Vec<Title>) -> Vec<Title> {
    sort(items);
    std::mem::take(items)
}

fn of_the_learner(items: &mut Vec<Title>) -> Vec<Title> {
    learner::par_sort(items);
    std::mem::take(items)
}

fn of_ours(items: &mut Vec<Title>) -> Vec<Title> {
    ours::par_sort(items);
    std::mem::take(items)
}

harness::speed! {
    input: make,
    serial: serial,
    learner: of_the_learner,
    ours: of_ours,
    check: |one, other| one == other,
}
