//! Dinners on real threads.

use harness::{Rendezvous, Sleepers, expect, expect_eq};
use learner::Table;
use std::sync::{Arc, mpsc};
use std::thread::{self, sleep};
use std::time::Duration;

/// People who share no fork sit down to eat and wait for one another in the
/// middle of their meals: seats 0 and 2 of four, 1 and 3 of five, and every
/// other seat of six.
fn who_shares_no_fork_eats_at_the_same_time() {
    for (seats, hungry) in [(4, vec![0, 2]), (5, vec![1, 3]), (6, vec![0, 2, 4])] {
        let (table, meals) = (Table::new(seats), Rendezvous::new(hungry.len()));
        let what = format!("seats {hungry:?} of {seats} that eat at the same time");
        thread::scope(|scope| {
            for seat in hungry {
                let (table, meals, what) = (&table, &meals, &what);
                scope.spawn(move || table.eat(seat, || expect(what, meals.meet())));
            }
        });
    }
}

/// Tables for two to six, and one person after the other eats twice: each call
/// of `eat` is one meal, and the forks come back.
fn one_after_the_other() {
    for seats in 2..=6 {
        let table = Table::new(seats);
        for seat in (0..seats).chain(0..seats) {
            let mut meals = 0;
            table.eat(seat, || meals += 1);
            expect_eq(&format!("meals of seat {seat} of {seats}"), meals, 1);
        }
    }
}

/// Seat 0 of four has a long meal, and both neighbours are hungry. Looked at 30
/// times, 10 ms apart, each is asleep at 15 of them or more, and leaves the CPU
/// 8 times at most.
fn who_is_hungry_sleeps() {
    let table = Arc::new(Table::new(4));
    let (tell, told) = mpsc::channel();
    let laid = Arc::clone(&table);
    table.eat(0, move || {
        for neighbour in [1, 3] {
            let (table, tell) = (Arc::clone(&laid), tell.clone());
            thread::spawn(move || {
                tell.send(Sleepers::me()).expect("the main thread listens");
                table.eat(neighbour, || {});
            });
        }
        let neighbours: Sleepers = told.iter().take(2).collect();
        sleep(Duration::from_millis(20));
        expect("hungry neighbours who sleep until a fork comes back", neighbours.sleep_on(30));
    });
}

/// Seat 0 of four eats, and both neighbours wait for its forks. When it is done
/// both can eat, and they wait for each other in the middle of their meals.
fn both_neighbours_eat_afterwards() {
    let (table, meals) = (Arc::new(Table::new(4)), Arc::new(Rendezvous::new(2)));
    let (tell, told) = mpsc::channel();
    let mut neighbours = Vec::new();
    table.eat(0, || {
        for seat in [1, 3] {
            let (table, meals, tell) = (Arc::clone(&table), Arc::clone(&meals), tell.clone());
            neighbours.push(thread::spawn(move || {
                tell.send(Sleepers::me()).expect("the main thread listens");
                let what = "neighbours of seat 0 who eat at the same time";
                table.eat(seat, || expect(what, meals.meet()));
            }));
        }
        told.iter().take(2).collect::<Sleepers>().until_asleep();
    });
    for neighbour in neighbours {
        neighbour.join().expect("a neighbour does not panic");
    }
}

harness::cases![
    who_shares_no_fork_eats_at_the_same_time,
    one_after_the_other,
    who_is_hungry_sleeps,
    both_neighbours_eat_afterwards
];
