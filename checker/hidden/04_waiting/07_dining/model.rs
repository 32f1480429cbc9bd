//! Hungry people at small tables.

use harness::expect_eq;
use learner::Table;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// A meal: each fork counts who eats with it, and there is one, nobody else.
fn eat_with(left: &AtomicU32, right: &AtomicU32) {
    expect_eq("others who eat with the left fork", left.fetch_add(1, Relaxed), 0);
    expect_eq("others who eat with the right fork", right.fetch_add(1, Relaxed), 0);
    left.fetch_sub(1, Relaxed);
    right.fetch_sub(1, Relaxed);
}

/// All three at a table for three are hungry: each has a meal, with two forks
/// that nobody else eats with.
fn all_three_are_hungry() {
    let table = Table::new(3);
    let fork_0 = AtomicU32::new(0);
    let fork_1 = AtomicU32::new(0);
    let fork_2 = AtomicU32::new(0);
    let mut meals = [0; 3];
    let [meals_0, meals_1, meals_2] = &mut meals;
    harness::roles! {
        "seat 0" => table.eat(0, || {
            eat_with(&fork_0, &fork_1);
            *meals_0 += 1
        }),
        "seat 1" => table.eat(1, || {
            eat_with(&fork_1, &fork_2);
            *meals_1 += 1
        }),
        "seat 2" => table.eat(2, || {
            eat_with(&fork_2, &fork_0);
            *meals_2 += 1
        })
    }
    expect_eq("meals of seats 0, 1 and 2", meals, [1, 1, 1]);
}

/// Two at a table for two, who need the same two forks: one eats after the
/// other.
fn a_table_for_two() {
    let table = Table::new(2);
    let fork_0 = AtomicU32::new(0);
    let fork_1 = AtomicU32::new(0);
    let (mut meals_0, mut meals_1) = (0, 0);
    harness::roles! {
        "seat 0" => table.eat(0, || {
            eat_with(&fork_0, &fork_1);
            meals_0 += 1
        }),
        "seat 1" => table.eat(1, || {
            eat_with(&fork_1, &fork_0);
            meals_1 += 1
        })
    }
    expect_eq("meals of seats 0 and 1", [meals_0, meals_1], [1, 1]);
}

/// Neighbours at a table for three, one of whom eats twice, and a third who
/// comes when they are done: the forks come back after each meal.
fn forks_come_back() {
    let table = Table::new(3);
    let fork_0 = AtomicU32::new(0);
    let fork_1 = AtomicU32::new(0);
    let fork_2 = AtomicU32::new(0);
    let (mut meals_1, mut meals_2) = (0, 0);
    harness::roles! {
        "seat 1" => {
            for _ in 0..2 {
                table.eat(1, || {
                    eat_with(&fork_1, &fork_2);
                    meals_1 += 1
                })
            }
        },
        "seat 2" => table.eat(2, || {
            eat_with(&fork_2, &fork_0);
            meals_2 += 1
        })
    }
    table.eat(0, || eat_with(&fork_0, &fork_1));
    expect_eq("meals of seats 1 and 2", [meals_1, meals_2], [2, 1]);
}

harness::models![all_three_are_hungry, a_table_for_two, forks_come_back];
