//@ verdict: solved
//! `join` ends when both have ended; the halves meet in a mutex.

use std::sync::Mutex;

fn quick_sort<T: PartialOrd + Send>(v: &mut [T], log: &Mutex<usize>) {
    if v.len() <= 1 {
        *log.lock().unwrap() += v.len();
        return;
    }
    let pivot = v.len() - 1;
    let mut mid = 0;
    for i in 0..pivot {
        if v[i] <= v[pivot] {
            v.swap(i, mid);
            mid += 1;
        }
    }
    v.swap(mid, pivot);
    *log.lock().unwrap() += 1;
    let (low, high) = v.split_at_mut(mid);
    rayon::join(|| quick_sort(low, log), || quick_sort(&mut high[1..], log));
}

#[test]
fn sorts() {
    let mut v = [2, 3, 1];
    let log = Mutex::new(0);
    quick_sort(&mut v, &log);
    assert_eq!(v, [1, 2, 3]);
    assert_eq!(log.into_inner().unwrap(), 3);
}
