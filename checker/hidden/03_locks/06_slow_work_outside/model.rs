//! Officers who ask, pilots who sound, and a tide service that takes a while.

use harness::expect_eq;
use learner::DepthBoard;
use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// The tide service reads the board while it thinks: it does not wait, finds
/// the depth that it was asked about, and its answer is put up.
fn read_during_a_question() {
    let board = DepthBoard::new(50);
    board.correct(|depth| {
        expect_eq("depth on the board during the question", board.depth(), 50);
        depth + 2
    });
    expect_eq("depth on the board", board.depth(), 52);
}

/// A pilot sounds 80 while the tide service thinks about 50: he does not wait.
/// Its answer, 99, is void, and the next one adds 1 to 80.
fn sounding_during_a_question() {
    let board = DepthBoard::new(50);
    let (asked, sounded) = (Barrier::new(2), Barrier::new(2));
    harness::roles! {
        "officer" => board.correct(|depth| {
            if depth != 50 {
                return depth + 1;
            }
            asked.wait();
            sounded.wait();
            99
        }),
        "pilot" => {
            asked.wait();
            board.sound(80);
            sounded.wait();
        }
    }
    expect_eq("depth on the board", board.depth(), 81);
}

/// Two officers ask at the same time; the tide service waits for both questions
/// before it answers. It adds 1 to each depth: both corrections count.
fn two_questions_at_once() {
    let board = DepthBoard::new(50);
    let (asked, both) = (AtomicU32::new(0), Barrier::new(2));
    let ask = |depth| {
        if asked.fetch_add(1, Relaxed) < 2 {
            both.wait();
        }
        depth + 1
    };
    harness::roles! {
        "officer A" => board.correct(ask),
        "officer B" => board.correct(ask)
    }
    expect_eq("depth on the board", board.depth(), 52);
}

/// Two officers ask, at any time; one answer adds 1, the other 10: both
/// corrections count.
fn two_corrections() {
    let board = DepthBoard::new(50);
    harness::roles! {
        "officer A" => board.correct(|depth| depth + 1),
        "officer B" => board.correct(|depth| depth + 10)
    }
    expect_eq("depth on the board", board.depth(), 61);
}

/// A pilot sounds 80 at any time, and an officer asks. The tide service reads the
/// board and adds 1: the sounding is on the board, corrected or not.
fn sounding_beside_a_correction() {
    let board = DepthBoard::new(50);
    harness::roles! {
        "pilot" => board.sound(80),
        "officer" => board.correct(|depth| {
            board.depth();
            depth + 1
        })
    }
    if board.depth() != 81 {
        expect_eq("depth on the board", board.depth(), 80);
    }
}

/// The tide turns, and the pilot sounds 60, and then 50 as before. An answer
/// from before the turn, 99, is void once there is a sounding from after it.
fn the_tide_turns() {
    let board = DepthBoard::new(50);
    let turned = AtomicU32::new(0);
    harness::roles! {
        "pilot" => {
            turned.store(1, Relaxed);
            board.sound(60);
            board.sound(50)
        },
        "officer" => board.correct(|depth| {
            if turned.load(Relaxed) == 0 { 99 } else { depth + 1 }
        })
    }
    if board.depth() != 51 {
        expect_eq("depth on the board", board.depth(), 50);
    }
}

/// While the tide service thinks about 50, a pilot sounds 50 again: its answer is
/// void, and it is asked once more.
fn the_same_depth_is_sounded() {
    let board = DepthBoard::new(50);
    let asked = AtomicU32::new(0);
    board.correct(|depth| {
        if asked.fetch_add(1, Relaxed) == 0 {
            board.sound(50);
        }
        depth + 1
    });
    expect_eq("questions to the tide service", asked.load(Relaxed), 2);
    expect_eq("depth on the board", board.depth(), 51);
}

/// Two officers ask at the same time, and both are answered what is shown. The
/// second answer is void, and that officer asks once more.
fn the_same_answer_is_put_up() {
    let board = DepthBoard::new(50);
    let (asked, both) = (AtomicU32::new(0), Barrier::new(2));
    let ask = |depth| {
        if asked.fetch_add(1, Relaxed) < 2 {
            both.wait();
        }
        depth
    };
    harness::roles! {
        "officer A" => board.correct(ask),
        "officer B" => board.correct(ask)
    }
    expect_eq("questions to the tide service", asked.load(Relaxed), 3);
}

harness::models![
    read_during_a_question,
    sounding_during_a_question,
    two_questions_at_once,
    two_corrections,
    sounding_beside_a_correction,
    the_tide_turns,
    the_same_depth_is_sounded,
    the_same_answer_is_put_up,
];
