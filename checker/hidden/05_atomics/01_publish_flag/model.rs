//! A tower and a pilot at one wind board.

use harness::expect_eq;
use learner::WindBoard;

/// A pilot reads while the tower posts: the pilot sees nothing, or direction
/// and speed as they were posted.
fn pilot_reads_while_tower_posts() {
    let board = WindBoard::new();
    let mut seen = None;
    harness::roles! {
        "tower" => board.post(270, 12),
        "pilot" => seen = board.read()
    }
    if let Some(wind) = seen {
        expect_eq("wind that the pilot read", wind, (270, 12));
    }
    expect_eq("wind after everybody left", board.read(), Some((270, 12)));
}

/// The wind from north, with no speed, is posted: 0 and 0 are a wind too.
fn calm_from_north() {
    let board = WindBoard::new();
    let before = board.read();
    let mut seen = None;
    harness::roles! {
        "tower" => board.post(0, 0),
        "pilot" => seen = board.read()
    }
    expect_eq("wind before anything was posted", before, None);
    if let Some(wind) = seen {
        expect_eq("wind that the pilot read", wind, (0, 0));
    }
    expect_eq("wind after everybody left", board.read(), Some((0, 0)));
}

harness::models![pilot_reads_while_tower_posts, calm_from_north];
