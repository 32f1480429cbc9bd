//! Boards of a station that read the timetable, and an office that changes it.

use harness::expect_eq;
use learner::TinyRwLock;

/// When a train arrives and when it leaves, five minutes later.
type Timetable = (u32, u32);

fn arrival_and_departure(timetable: &Timetable) -> Timetable {
    *timetable
}

fn delay(timetable: &mut Timetable) {
    timetable.0 += 10;
    timetable.1 += 10;
}

/// A board reads while the office changes the timetable: it shows the one from
/// before or the one from after.
fn board_and_office() {
    let lock = TinyRwLock::new((0, 5));
    let mut shown = (0, 0);
    harness::roles! {
        "board" => shown = lock.read(arrival_and_departure),
        "office" => lock.write(delay)
    }
    expect_eq("departure that was shown with the arrival", shown.1, shown.0 + 5);
    expect_eq("timetable after everybody left", lock.read(arrival_and_departure), (10, 15));
}

/// Two offices change the timetable: both changes are in it.
fn two_offices() {
    let lock = TinyRwLock::new((0, 5));
    harness::roles! {
        "office A" => lock.write(delay),
        "office B" => lock.write(delay)
    }
    expect_eq("timetable after everybody left", lock.read(arrival_and_departure), (20, 25));
}

/// Two boards read while the office changes the timetable.
fn two_boards_and_office() {
    let lock = TinyRwLock::new((0, 5));
    let (mut first, mut second) = ((0, 0), (0, 0));
    harness::roles! {
        "board A" => first = lock.read(arrival_and_departure),
        "board B" => second = lock.read(arrival_and_departure),
        "office" => lock.write(delay)
    }
    expect_eq("departure shown on board A", first.1, first.0 + 5);
    expect_eq("departure shown on board B", second.1, second.0 + 5);
    expect_eq("timetable after everybody left", lock.read(arrival_and_departure), (10, 15));
}

harness::models![board_and_office, two_offices, two_boards_and_office];
