//! Drivers at both ends of a tunnel, and a log of where they came from.

use harness::{expect, expect_at_most, expect_eq};
use learner::{End, Tunnel};
use std::mem;

/// Tries to go in and write to the log. Says whether it got in.
fn drive(end: &mut End<'_, Vec<char>>, from: char) -> bool {
    end.try_enter().map(|mut log| log.push(from)).is_some()
}

/// Tries to go in, for good. Says whether it got in.
fn stay(end: &mut End<'_, Vec<char>>) -> bool {
    end.try_enter().map(mem::forget).is_some()
}

/// A driver comes from each end and stays in the tunnel if it gets in. There is
/// one in it at most.
fn both_come_and_stay() {
    let mut tunnel = Tunnel::new(vec![]);
    let (mut north, mut south) = tunnel.ends();
    let (mut from_north, mut from_south) = (false, false);
    harness::roles! {
        "north" => from_north = stay(&mut north),
        "south" => from_south = stay(&mut south)
    }
    let inside = u32::from(from_north) + u32::from(from_south);
    expect_at_most("drivers in the tunnel", inside, 1);
}

/// A driver comes from each end and drives through if it gets in. The log has
/// an entry of each that got in.
fn both_drive_through() {
    let mut tunnel = Tunnel::new(vec![]);
    let (mut north, mut south) = tunnel.ends();
    let (mut from_north, mut from_south) = (false, false);
    harness::roles! {
        "north" => from_north = drive(&mut north, 'N'),
        "south" => from_south = drive(&mut south, 'S')
    }
    let entries = north.try_enter().map(|log| log.len());
    expect("north enters once everybody has left", entries.is_some());
    let drives = usize::from(from_north) + usize::from(from_south);
    expect_eq("entries in the log", entries, Some(drives));
}

/// The north tries twice, the south once. Both are out at the end, and each can
/// go in again.
fn north_tries_twice() {
    let mut tunnel = Tunnel::new(vec![]);
    let (mut north, mut south) = tunnel.ends();
    let (mut from_north, mut from_south) = ([false; 2], false);
    harness::roles! {
        "north" => from_north = [drive(&mut north, 'N'), drive(&mut north, 'N')],
        "south" => from_south = drive(&mut south, 'S')
    }
    expect("north enters once everybody has left", drive(&mut north, 'N'));
    expect("south enters once everybody has left", drive(&mut south, 'S'));
    let drives = [from_north[0], from_north[1], from_south, true, true];
    let drives = drives.into_iter().filter(|&got_in| got_in).count();
    let entries = north.try_enter().map(|log| log.len());
    expect_eq("entries in the log", entries, Some(drives));
}

harness::models![both_come_and_stay, both_drive_through, north_tries_twice];
