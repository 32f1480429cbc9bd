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

/// A clerk reads the timetable and then changes it, while a board reads: two
/// readers may be inside, and the clerk changes nothing before the board has
/// left.
fn board_and_clerk() {
    let lock = TinyRwLock::new((0, 5));
    let (mut shown, mut known) = ((0, 0), (0, 0));
    harness::roles! {
        "board" => shown = lock.read(arrival_and_departure),
        "clerk" => {
            known = lock.read(arrival_and_departure);
            lock.write(delay)
        }
    }
    expect_eq("departure that was shown with the arrival", shown.1, shown.0 + 5);
    expect_eq("timetable that the clerk read", known, (0, 5));
    expect_eq("timetable after everybody left", lock.read(arrival_and_departure), (10, 15));
}

harness::models![board_and_office, two_offices, board_and_clerk];
