//! Drivers on a line with one track.

use harness::{deliberate_panic, expect, expect_eq};
use learner::SpinLock;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Two drivers each note a journey in the logbook: it has both.
fn two_drivers() {
    let logbook = SpinLock::new(0);
    harness::roles! {
        "uphill" => *logbook.lock() += 1,
        "downhill" => *logbook.lock() += 1
    }
    expect_eq("journeys in the logbook", *logbook.lock(), 2);
}

/// One driver makes two journeys and another makes one; each adds one to both
/// numbers of the logbook: whoever reads them finds them equal.
fn there_and_back() {
    let logbook = SpinLock::new((0, 0));
    let drive = || {
        let mut page = logbook.lock();
        let (trains, passengers) = *page;
        *page = (trains + 1, passengers + 1);
        trains == passengers
    };
    let (mut local_driver, mut guest) = (false, false);
    harness::roles! {
        "local driver" => local_driver = drive() && drive(),
        "guest" => guest = drive()
    }
    expect("equal numbers in the local driver's eyes", local_driver);
    expect("equal numbers in the guest's eyes", guest);
    expect_eq("logbook after three journeys", *logbook.lock(), (3, 3));
}

/// A parcel lies with the staff and two drivers want to take it: one of them
/// has it.
fn one_parcel() {
    let parcel = SpinLock::new(Some(Box::new(7)));
    let (mut uphill, mut downhill) = (None, None);
    harness::roles! {
        "uphill" => uphill = parcel.lock().take(),
        "downhill" => downhill = parcel.lock().take()
    }
    let drivers = u32::from(uphill.is_some()) + u32::from(downhill.is_some());
    expect_eq("drivers who have the parcel", drivers, 1);
    expect_eq("parcel", uphill.or(downhill).map(|parcel| *parcel), Some(7));
}

/// A driver panics on the track after writing into the logbook: the staff comes
/// back, and the next driver reads what was written.
fn panic_on_the_track() {
    let logbook = SpinLock::new(0);
    harness::roles! {
        "uphill" => {
            let panicked = catch_unwind(AssertUnwindSafe(|| {
                let mut page = logbook.lock();
                *page += 1;
                deliberate_panic();
            }));
            drop(panicked);
        },
        "downhill" => *logbook.lock() += 1
    }
    expect_eq("journeys in the logbook", *logbook.lock(), 2);
}

harness::models![two_drivers, there_and_back, one_parcel, panic_on_the_track];
