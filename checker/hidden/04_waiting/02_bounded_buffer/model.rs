//! Cooks, waiters and a manager at one shelf.

use harness::{expect_at_most, expect_eq};
use learner::BoundedBuffer;

/// One place. A cook puts two plates, two waiters take one each: everybody
/// goes home, and both plates are served.
fn one_cook_two_waiters() {
    let shelf = BoundedBuffer::new(1);
    let (mut first, mut second) = (0, 0);
    harness::roles! {
        "cook" => { shelf.put(1); shelf.put(2) },
        "waiter A" => first = shelf.take(),
        "waiter B" => second = shelf.take()
    }
    let served = [first.min(second), first.max(second)];
    expect_eq("plates that the waiters served", served, [1, 2]);
}

/// One place. Two cooks put one plate each, a waiter takes two: everybody goes
/// home, and both plates are served.
fn two_cooks_one_waiter() {
    let shelf = BoundedBuffer::new(1);
    let (mut first, mut second) = (0, 0);
    harness::roles! {
        "cook A" => shelf.put(1),
        "cook B" => shelf.put(2),
        "waiter" => { first = shelf.take(); second = shelf.take() }
    }
    let served = [first.min(second), first.max(second)];
    expect_eq("plates that the waiter served", served, [1, 2]);
}

/// Two places. A cook puts two plates, two waiters take one each: both plates
/// are served.
fn two_waiters_two_places() {
    let shelf = BoundedBuffer::new(2);
    let (mut first, mut second) = (0, 0);
    harness::roles! {
        "cook" => { shelf.put(1); shelf.put(2) },
        "waiter A" => first = shelf.take(),
        "waiter B" => second = shelf.take()
    }
    let served = [first.min(second), first.max(second)];
    expect_eq("plates that the waiters served", served, [1, 2]);
}

/// Two places, both taken. Two cooks come with a plate each, a waiter takes
/// the two old ones: the new ones stand on the shelf.
fn two_cooks_two_places() {
    let shelf = BoundedBuffer::new(2);
    shelf.put(1);
    shelf.put(2);
    let (mut first, mut second) = (0, 0);
    harness::roles! {
        "cook A" => shelf.put(3),
        "cook B" => shelf.put(4),
        "waiter" => { first = shelf.take(); second = shelf.take() }
    }
    expect_eq("plates that the waiter took", [first, second], [1, 2]);
    let mut left = shelf.take_all();
    left.sort();
    expect_eq("plates on the shelf at the end", left, vec![3, 4]);
}

/// Two places. A cook puts three plates, a waiter takes three: they come out
/// in the order in which they were put in.
fn plates_keep_their_order() {
    let shelf = BoundedBuffer::new(2);
    let mut served = [0; 3];
    harness::roles! {
        "cook" => { shelf.put(1); shelf.put(2); shelf.put(3) },
        "waiter" => served = [shelf.take(), shelf.take(), shelf.take()]
    }
    expect_eq("plates in the order they were served", served, [1, 2, 3]);
}

/// One place. Two cooks put one plate each while the manager sweeps the shelf
/// and then takes a plate: she never finds two plates in the one place.
fn never_more_than_fit() {
    let shelf = BoundedBuffer::new(1);
    let (mut swept, mut taken) = (vec![], 0);
    harness::roles! {
        "cook A" => shelf.put(1),
        "cook B" => shelf.put(2),
        "manager" => {
            swept = shelf.take_all();
            expect_at_most("plates on a shelf with one place", swept.len(), 1);
            taken = shelf.take();
        }
    }
    let mut all: Vec<u32> = swept.into_iter().chain([taken]).chain(shelf.take_all()).collect();
    all.sort();
    expect_eq("plates that left the shelf", all, vec![1, 2]);
}

/// Two places, both taken, and two cooks come with a plate each. The manager
/// sweeps the shelf: there is room for both.
fn room_for_all_after_a_sweep() {
    let shelf = BoundedBuffer::new(2);
    shelf.put(1);
    shelf.put(2);
    let mut swept = vec![];
    harness::roles! {
        "cook A" => shelf.put(3),
        "cook B" => shelf.put(4),
        "manager" => swept = shelf.take_all()
    }
    expect_eq("plates swept off", swept, vec![1, 2]);
    let mut left = shelf.take_all();
    left.sort();
    expect_eq("plates on the shelf at the end", left, vec![3, 4]);
}

/// An empty shelf. The manager sweeps it, perhaps while a waiter waits there,
/// and then puts a plate on it herself: the waiter gets it.
fn sweeping_waits_for_nobody() {
    let shelf = BoundedBuffer::new(1);
    let (mut swept, mut served) = (vec![0], 0);
    harness::roles! {
        "waiter" => served = shelf.take(),
        "manager" => { swept = shelf.take_all(); shelf.put(5) }
    }
    expect_eq("plates swept off an empty shelf", swept, vec![]);
    expect_eq("plate that the waiter took", served, 5);
}

/// One place, and it is taken. A cook comes with another plate, a waiter for one,
/// and the manager sweeps the shelf: everybody goes home.
fn sweeping_wakes_whoever_can_go_on() {
    let shelf = BoundedBuffer::new(1);
    shelf.put(1);
    let (mut swept, mut served) = (vec![], 0);
    harness::roles! {
        "cook" => shelf.put(2),
        "waiter" => served = shelf.take(),
        "manager" => swept = shelf.take_all()
    }
    let mut all: Vec<u32> = swept.into_iter().chain([served]).chain(shelf.take_all()).collect();
    all.sort();
    expect_eq("plates that left the shelf", all, vec![1, 2]);
}

harness::models![
    one_cook_two_waiters,
    two_cooks_one_waiter,
    two_waiters_two_places,
    two_cooks_two_places,
    plates_keep_their_order,
    never_more_than_fit,
    room_for_all_after_a_sweep,
    sweeping_waits_for_nobody,
    sweeping_wakes_whoever_can_go_on,
];
