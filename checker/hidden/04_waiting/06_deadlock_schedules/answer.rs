//! Seven reports of a workshop that stood still.

use std::sync::mpsc::sync_channel;
use std::sync::{Condvar, Mutex};

/// Ann takes the saw and then the drill, Bob the drill and then the saw, and
/// each puts both back at the end.
fn two_tools() {
    let (saw, drill) = (Mutex::new(()), Mutex::new(()));
    harness::roles! {
        "ann" => {
            let _first = saw.lock().unwrap();
            let _second = drill.lock().unwrap();
        },
        "bob" => {
            let _first = drill.lock().unwrap();
            let _second = saw.lock().unwrap();
        }
    }
}

/// Ann uses the saw and then the drill, Bob the drill and then the saw, and
/// each puts a tool back before taking the next.
fn one_tool_at_a_time() {
    let (saw, drill) = (Mutex::new(0), Mutex::new(0));
    harness::roles! {
        "ann" => {
            *saw.lock().unwrap() += 1;
            *drill.lock().unwrap() += 1;
        },
        "bob" => {
            *drill.lock().unwrap() += 1;
            *saw.lock().unwrap() += 1;
        }
    }
}

/// Three work around a table with a tool between any two of them, and each
/// takes the one on the left and then the one on the right.
fn round_table() {
    let (saw, drill, file) = (Mutex::new(()), Mutex::new(()), Mutex::new(()));
    harness::roles! {
        "ann" => {
            let _left = saw.lock().unwrap();
            let _right = drill.lock().unwrap();
        },
        "bob" => {
            let _left = drill.lock().unwrap();
            let _right = file.lock().unwrap();
        },
        "cleo" => {
            let _left = file.lock().unwrap();
            let _right = saw.lock().unwrap();
        }
    }
}

/// The same table, but Cleo takes the tool on the right first.
fn left_hander() {
    let (saw, drill, file) = (Mutex::new(()), Mutex::new(()), Mutex::new(()));
    harness::roles! {
        "ann" => {
            let _left = saw.lock().unwrap();
            let _right = drill.lock().unwrap();
        },
        "bob" => {
            let _left = drill.lock().unwrap();
            let _right = file.lock().unwrap();
        },
        "cleo" => {
            let _right = saw.lock().unwrap();
            let _left = file.lock().unwrap();
        }
    }
}

/// Ann fetches a board and Bob brings one, and both lock the store room before
/// they go to the shelf in it.
fn store_room() {
    let room = Mutex::new(());
    let (shelf, filled) = (Mutex::new(0), Condvar::new());
    harness::roles! {
        "ann" => {
            let _room = room.lock().unwrap();
            let mut boards = shelf.lock().unwrap();
            while *boards == 0 {
                boards = filled.wait(boards).unwrap();
            }
            *boards -= 1;
        },
        "bob" => {
            let _room = room.lock().unwrap();
            *shelf.lock().unwrap() += 1;
            filled.notify_one();
        }
    }
}

/// Ann passes two parts to Bob and Bob two to Ann, over belts with room for
/// one, and each passes both before taking any.
fn two_belts() {
    let (to_bob, mut from_ann) = sync_channel(1);
    let (to_ann, mut from_bob) = sync_channel(1);
    harness::roles! {
        "ann" => {
            let from_bob = &mut from_bob; // only one thread may receive
            to_bob.send("leg").unwrap();
            to_bob.send("leg").unwrap();
            from_bob.recv().unwrap();
            from_bob.recv().unwrap();
        },
        "bob" => {
            let from_ann = &mut from_ann;
            to_ann.send("seat").unwrap();
            to_ann.send("seat").unwrap();
            from_ann.recv().unwrap();
            from_ann.recv().unwrap();
        }
    }
}

/// Bob notes a job. Ann takes the last job from the list, if there is one, and
/// notes the next.
fn job_list() {
    let jobs = Mutex::new(Vec::new());
    harness::roles! {
        "ann" => if let Some(job) = jobs.lock().unwrap().pop() {
            jobs.lock().unwrap().push(job + 1);
        },
        "bob" => jobs.lock().unwrap().push(1)
    }
}

harness::answers! {
    failure(two_tools) => learner::TWO_TOOLS;
    failure(one_tool_at_a_time) => learner::ONE_TOOL_AT_A_TIME;
    failure(round_table) => learner::ROUND_TABLE;
    failure(left_hander) => learner::LEFT_HANDER;
    failure(store_room) => learner::STORE_ROOM;
    failure(two_belts) => learner::TWO_BELTS;
    failure(job_list) => learner::JOB_LIST;
}
