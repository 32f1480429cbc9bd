//! Merge sort with serial merges.

pub fn setup() -> Vec<u64> {
    (0..400_000_u64).map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20).collect()
}

pub fn run(numbers: &mut [u64]) {
    sort(numbers, true);
}

pub fn serial(numbers: &mut [u64]) {
    sort(numbers, false);
}

fn sort(numbers: &mut [u64], parallel: bool) {
    if numbers.len() <= 1000 {
        numbers.sort();
        return;
    }
    let middle = numbers.len() / 2;
    let (left, right) = numbers.split_at_mut(middle);
    if parallel {
        rayon::join(|| sort(left, true), || sort(right, true));
    } else {
        sort(left, false);
        sort(right, false);
    }
    let mut merged = Vec::with_capacity(numbers.len());
    let (mut a, mut b) = (0, middle);
    while a < middle && b < numbers.len() {
        if numbers[a] <= numbers[b] {
            merged.push(numbers[a]);
            a += 1;
        } else {
            merged.push(numbers[b]);
            b += 1;
        }
    }
    merged.extend_from_slice(&numbers[a..middle]);
    merged.extend_from_slice(&numbers[b..]);
    numbers.copy_from_slice(&merged);
}
