//! Counters that sell, a board and a conductor that look.

use harness::{expect, expect_at_most, expect_eq};
use learner::BoxOffice;

/// Three tickets are left, and two families want two each: one of them gets
/// tickets 1 and 2, the other is refused.
fn two_families() {
    let office = BoxOffice::new(3);
    let (mut first, mut second) = (None, None);
    harness::roles! {
        "counter A" => first = office.sell(2),
        "counter B" => second = office.sell(2)
    }
    expect_eq("sales of 2 of 3 tickets", first.iter().chain(&second).count(), 1);
    expect_eq("first number of the sale", first.or(second), Some(1));
    expect_eq("tickets left", office.left(), 1);
}

/// Three tickets are left; a hiker wants one, a couple wants two: all three
/// tickets are sold, each of them once.
fn enough_for_all() {
    let office = BoxOffice::new(3);
    let (mut hiker, mut couple) = (None, None);
    harness::roles! {
        "counter A" => hiker = office.sell(1),
        "counter B" => couple = office.sell(2)
    }
    expect("success of the sale of 1 of 3 tickets", hiker.is_some());
    expect("success of the sale of 2 of 3 tickets", couple.is_some());
    let (hiker, couple) = (hiker.unwrap_or(0), couple.unwrap_or(0));
    let mut numbers = vec![hiker, couple, couple + 1];
    numbers.sort_unstable();
    expect_eq("numbers of the tickets sold", numbers, vec![1, 2, 3]);
    expect_eq("report at the end: left, sold", office.report(), (0, 3));
}

/// Two tickets are left. A group of three is refused, and a couple that comes
/// at the same time gets both.
fn refused_group() {
    let office = BoxOffice::new(2);
    let (mut group, mut couple) = (None, None);
    harness::roles! {
        "counter A" => group = office.sell(3),
        "counter B" => couple = office.sell(2)
    }
    expect_eq("sale of 3 of 2 tickets", group, None);
    expect_eq("sale of 2 of 2 tickets", couple, Some(1));
    expect_eq("report at the end: left, sold", office.report(), (0, 2));
}

/// Two hikers want the last ticket, and somebody looks at the board twice: it
/// shows 1 or 0, and does not go up again.
fn board_at_the_last_ticket() {
    let office = BoxOffice::new(1);
    let (mut first, mut second) = (0, 0);
    harness::roles! {
        "counter A" => office.sell(1),
        "counter B" => office.sell(1),
        "board" => { first = office.left(); second = office.left() }
    }
    expect_at_most("tickets left on the board", first, 1);
    expect_at_most("tickets left on the board, second look", second, first);
    expect_eq("tickets left", office.left(), 0);
}

/// A group is refused while somebody looks at the board twice: it shows 2 both
/// times.
fn board_at_a_refusal() {
    let office = BoxOffice::new(2);
    let (mut first, mut second) = (0, 0);
    harness::roles! {
        "counter" => office.sell(3),
        "board" => { first = office.left(); second = office.left() }
    }
    expect_eq("tickets left on the board, two looks", (first, second), (2, 2));
}

/// A counter sells two tickets and then one, while the conductor prints what is
/// left and what was sold: the two add up to the three there were.
fn report_during_sales() {
    let office = BoxOffice::new(3);
    let mut report = (0, 0);
    harness::roles! {
        "counter" => { office.sell(2); office.sell(1) },
        "conductor" => report = office.report()
    }
    let (left, sold) = report;
    expect_at_most("tickets left on the slip", left, 3);
    expect_eq("tickets left and sold on the slip, added up", left.saturating_add(sold), 3);
}

harness::models![
    two_families,
    enough_for_all,
    refused_group,
    board_at_the_last_ticket,
    board_at_a_refusal,
    report_during_sales,
];
