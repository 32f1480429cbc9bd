//@ verdict: solved
//! Two threads work on the two halves of a borrowed slice and hand their sums
//! back through `join`.

use std::thread;

fn sum(v: &mut [u32]) -> u32 {
    if v.len() < 2 {
        return v.iter().sum();
    }
    let (a, b) = v.split_at_mut(v.len() / 2);
    thread::scope(|s| {
        let left = s.spawn(|| sum(a));
        let right = sum(b);
        left.join().unwrap() + right
    })
}

fn main() -> Result<(), String> {
    let mut v = [1, 2, 3];
    match sum(&mut v) {
        6 => Ok(()),
        other => Err(format!("{other}")),
    }
}
