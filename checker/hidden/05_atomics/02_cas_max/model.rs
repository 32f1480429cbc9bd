//! Gauges that report to one mark.

use harness::{expect, expect_eq};
use learner::HighWater;

/// Two gauges report 702 and 715 at the same time: whatever comes first, 715 is
/// a record and the peak.
fn two_gauges() {
    let mark = HighWater::new();
    let mut bridge = false;
    harness::roles! {
        "mill" => mark.report(702),
        "bridge" => bridge = mark.report(715)
    }
    expect_eq("peak after 702 and 715", mark.peak(), 715);
    expect("record of 715", bridge);
}

/// Two gauges report the same level at the same time: one of them is the
/// record, the other is not.
fn two_equal_reports() {
    let mark = HighWater::new();
    let (mut mill, mut bridge) = (false, false);
    harness::roles! {
        "mill" => mill = mark.report(640),
        "bridge" => bridge = mark.report(640)
    }
    expect_eq("peak after 640 twice", mark.peak(), 640);
    expect_eq("records among two equal reports", u32::from(mill) + u32::from(bridge), 1);
}

/// Three gauges report at the same time, and the highest loses against both
/// others, one after the other: it still becomes the peak.
fn three_gauges() {
    let mark = HighWater::new();
    let mut harbour = false;
    harness::roles! {
        "mill" => mark.report(610),
        "bridge" => mark.report(660),
        "harbour" => harbour = mark.report(715)
    }
    expect_eq("peak after 610, 660 and 715", mark.peak(), 715);
    expect("record of 715", harbour);
}

/// The mayor looks twice while a lower level than the peak is reported: the
/// peak stays where it is.
fn low_water_while_the_mayor_looks() {
    let mark = HighWater::new();
    mark.report(700);
    let (mut first, mut second, mut record) = (0, 0, true);
    harness::roles! {
        "mill" => record = mark.report(350),
        "mayor" => {
            first = mark.peak();
            second = mark.peak();
        }
    }
    expect_eq("peaks that the mayor saw", [first, second], [700, 700]);
    expect("refusal of 350 as a record", !record);
    expect_eq("peak afterwards", mark.peak(), 700);
}

/// One gauge alone reports levels one after the other: each is a record if it
/// is higher than all before.
fn one_gauge_alone() {
    let mark = HighWater::new();
    expect_eq("peak before any report", mark.peak(), 0);
    let reports = [0, 310, 290, 310, 311, u64::MAX, 5];
    let records = reports.map(|level| mark.report(level));
    let wanted = [false, true, false, false, true, true, false];
    expect_eq("records of 0, 310, 290, 310, 311, u64::MAX and 5", records, wanted);
    expect_eq("peak after them", mark.peak(), u64::MAX);
}

harness::models![
    two_gauges,
    two_equal_reports,
    three_gauges,
    low_water_while_the_mayor_looks,
    one_gauge_alone
];
