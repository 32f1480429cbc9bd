//! Sixteen sums of a million cheap items.

const ITEMS: u64 = 1_000_000;

/// Summed again and again while the list is in the cache: cores are compared,
/// not the road to memory that they share.
const SUMS: usize = 16;

/// Cheap, and not to be summed by a formula.
fn value(item: u32) -> u64 {
    harness::operations(1);
    let mixed = u64::from(item).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 40
}

fn make(trial: u64) -> Vec<u32> {
    (0..ITEMS).map(|n| (n.wrapping_add(trial).wrapping_mul(2_654_435_761) >> 7) as u32).collect()
}

fn serial(items: &mut Vec<u32>) -> u64 {
    (0..SUMS).map(|_| items.iter().map(|&item| value(item)).sum::<u64>()).sum()
}

fn of_the_learner(items: &mut Vec<u32>) -> u64 {
    (0..SUMS).map(|_| learner::par_sum(items, value)).sum()
}

fn of_ours(items: &mut Vec<u32>) -> u64 {
    (0..SUMS).map(|_| ours::par_sum(items, value)).sum()
}

harness::speed! {
    input: make,
    serial: serial,
    learner: of_the_learner,
    ours: of_ours,
    check: |one, other| one == other,
}
