//! What the compiler says to each function. Those that it refuses stand here as
//! comments, and in `bounds.rs` for the compiler to refuse them again.

use harness::expect_eq;
use learner::Verdict;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::thread;

fn words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Compiles => "compiles",
        Verdict::NotSend => "refused: not Send",
        Verdict::NotSync => "refused: not Sync",
        Verdict::NotStatic => "refused: not 'static",
    }
}

/// `Rc<i32>` cannot be sent between threads safely: its count is a plain number,
/// and a clone may have stayed behind.
fn rc_moved() {
    // let hits = Rc::new(1);
    // thread::spawn(move || println!("{hits}"));
    let verdict = words(learner::RC_MOVED);
    expect_eq("verdict on `rc_moved`", verdict, "refused: not Send");
}

/// Compiles: the `Rc` is made, used and dropped on one thread, and what comes back
/// is an `i32`.
fn rc_made_inside() {
    let thread = thread::spawn(|| *Rc::new(1) + 1);
    println!("{}", thread.join().unwrap());
    let verdict = words(learner::RC_MADE_INSIDE);
    expect_eq("verdict on `rc_made_inside`", verdict, "compiles");
}

/// `Rc<i32>` cannot be sent between threads safely: what a thread returns crosses
/// over to whoever joins it.
fn rc_returned() {
    // let thread = thread::spawn(|| Rc::new(1));
    // println!("{}", thread.join().unwrap());
    let verdict = words(learner::RC_RETURNED);
    expect_eq("verdict on `rc_returned`", verdict, "refused: not Send");
}

/// Compiles: the `RefCell` moves and is with one thread at a time. It is `Send`; it
/// is not `Sync`.
fn ref_cell_moved() {
    let names = RefCell::new(vec!["Ada"]);
    thread::spawn(move || names.borrow_mut().push("Grace"));
    let verdict = words(learner::REF_CELL_MOVED);
    expect_eq("verdict on `ref_cell_moved`", verdict, "compiles");
}

/// `Cell<i32>` cannot be shared between threads safely, required for `&Cell<i32>` to
/// implement `Send`: the closure captures a reference.
fn cell_borrowed() {
    // let hits = Cell::new(1);
    // thread::scope(|scope| {
    //     scope.spawn(|| hits.set(2));
    // });
    let verdict = words(learner::CELL_BORROWED);
    expect_eq("verdict on `cell_borrowed`", verdict, "refused: not Sync");
}

/// Closure may outlive the current function, but it borrows `names`: `spawn` does
/// not know of the `join` below it.
fn vec_borrowed() {
    // let names = vec!["Ada"];
    // let thread = thread::spawn(|| println!("{}", names.len()));
    // thread.join().unwrap();
    let verdict = words(learner::VEC_BORROWED);
    expect_eq("verdict on `vec_borrowed`", verdict, "refused: not 'static");
}

/// `Cell<i32>` cannot be shared between threads safely, required for
/// `Arc<Cell<i32>>` to implement `Send`: an `Arc` makes its count safe, not its value.
fn arc_of_cell() {
    // let hits = Arc::new(Cell::new(1));
    // let same = Arc::clone(&hits);
    // thread::spawn(move || same.set(2));
    let verdict = words(learner::ARC_OF_CELL);
    expect_eq("verdict on `arc_of_cell`", verdict, "refused: not Sync");
}

/// Compiles: a mutex lets one thread at a time at the cell. `Mutex<T>` is `Sync` if
/// `T` is `Send`, and a `Cell` is.
fn arc_of_mutex_of_cell() {
    let hits = Arc::new(Mutex::new(Cell::new(1)));
    let same = Arc::clone(&hits);
    thread::spawn(move || same.lock().unwrap().set(2));
    let verdict = words(learner::ARC_OF_MUTEX_OF_CELL);
    expect_eq("verdict on `arc_of_mutex_of_cell`", verdict, "compiles");
}

/// `Rc<i32>` cannot be sent between threads safely, required for `Mutex<Rc<i32>>` to
/// implement `Sync`: a clone outside would share the count, without the lock.
fn arc_of_mutex_of_rc() {
    // let hits = Arc::new(Mutex::new(Rc::new(1)));
    // let same = Arc::clone(&hits);
    // thread::spawn(move || println!("{}", same.lock().unwrap()));
    let verdict = words(learner::ARC_OF_MUTEX_OF_RC);
    expect_eq("verdict on `arc_of_mutex_of_rc`", verdict, "refused: not Send");
}

/// `Cell<i32>` cannot be shared between threads safely, required for
/// `RwLock<Cell<i32>>` to implement `Sync`: readers are inside together.
fn arc_of_rwlock_of_cell() {
    // let hits = Arc::new(RwLock::new(Cell::new(1)));
    // let same = Arc::clone(&hits);
    // thread::spawn(move || same.write().unwrap().set(2));
    let verdict = words(learner::ARC_OF_RWLOCK_OF_CELL);
    expect_eq("verdict on `arc_of_rwlock_of_cell`", verdict, "refused: not Sync");
}

/// `MutexGuard<'_, i32>` cannot be sent between threads safely: whoever locked
/// must unlock.
fn guard_moved() {
    // let hits = Mutex::new(1);
    // let guard = hits.lock().unwrap();
    // thread::scope(|scope| {
    //     scope.spawn(move || drop(guard));
    // });
    let verdict = words(learner::GUARD_MOVED);
    expect_eq("verdict on `guard_moved`", verdict, "refused: not Send");
}

/// Compiles: a shared guard gives shared access to an `i32` and cannot unlock. It is
/// `Sync`; it is not `Send`.
fn guard_borrowed() {
    let hits = Mutex::new(1);
    let guard = hits.lock().unwrap();
    thread::scope(|scope| {
        scope.spawn(|| println!("{}", *guard));
    });
    let verdict = words(learner::GUARD_BORROWED);
    expect_eq("verdict on `guard_borrowed`", verdict, "compiles");
}

/// `*mut ()` cannot be sent between threads safely: the guard has such a marker,
/// unless the feature `send_guard` is on.
fn parking_lot_guard_moved() {
    // let hits = parking_lot::Mutex::new(1); // with its default features
    // let guard = hits.lock();
    // thread::scope(|scope| {
    //     scope.spawn(move || drop(guard));
    // });
    let verdict = words(learner::PARKING_LOT_GUARD_MOVED);
    expect_eq("verdict on `parking_lot_guard_moved`", verdict, "refused: not Send");
}

/// `Receiver<i32>` cannot be shared between threads safely: both closures capture a
/// reference to the only receiver.
fn receiver_shared() {
    // let (sender, orders) = mpsc::channel();
    // thread::scope(|scope| {
    //     scope.spawn(|| println!("{:?}", orders.recv()));
    //     scope.spawn(|| println!("{:?}", orders.recv()));
    //     sender.send(1).unwrap();
    //     drop(sender);
    // });
    let verdict = words(learner::RECEIVER_SHARED);
    expect_eq("verdict on `receiver_shared`", verdict, "refused: not Sync");
}

harness::cases![
    rc_moved,
    rc_made_inside,
    rc_returned,
    ref_cell_moved,
    cell_borrowed,
    vec_borrowed,
    arc_of_cell,
    arc_of_mutex_of_cell,
    arc_of_mutex_of_rc,
    arc_of_rwlock_of_cell,
    guard_moved,
    guard_borrowed,
    parking_lot_guard_moved,
    receiver_shared,
];
