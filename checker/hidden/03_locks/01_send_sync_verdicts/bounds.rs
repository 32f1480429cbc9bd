//! The functions that rustc refuses.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock, mpsc};
use std::thread;

/// `Rc<i32>` cannot be sent between threads safely: its count is a plain number,
/// and a clone may have stayed behind.
// error: E0277
fn rc_moved() {
    let hits = Rc::new(1);
    thread::spawn(move || println!("{hits}"));
}

/// `Rc<i32>` cannot be sent between threads safely: what a thread returns crosses
/// over to whoever joins it.
// error: E0277
fn rc_returned() {
    let thread = thread::spawn(|| Rc::new(1));
    println!("{}", thread.join().unwrap());
}

/// `Cell<i32>` cannot be shared between threads safely, required for `&Cell<i32>` to
/// implement `Send`: the closure captures a reference.
// error: E0277
fn cell_borrowed() {
    let hits = Cell::new(1);
    thread::scope(|scope| {
        scope.spawn(|| hits.set(2));
    });
}

/// Closure may outlive the current function, but it borrows `names`: `spawn` does
/// not know of the `join` below it.
// error: E0373
fn vec_borrowed() {
    let names = vec!["Ada"];
    let thread = thread::spawn(|| println!("{}", names.len()));
    thread.join().unwrap();
}

/// `Cell<i32>` cannot be shared between threads safely, required for
/// `Arc<Cell<i32>>` to implement `Send`: an `Arc` makes its count safe, not its value.
// error: E0277
fn arc_of_cell() {
    let hits = Arc::new(Cell::new(1));
    let same = Arc::clone(&hits);
    thread::spawn(move || same.set(2));
}

/// `Rc<i32>` cannot be sent between threads safely, required for `Mutex<Rc<i32>>` to
/// implement `Sync`: a clone outside would share the count, without the lock.
// error: E0277
fn arc_of_mutex_of_rc() {
    let hits = Arc::new(Mutex::new(Rc::new(1)));
    let same = Arc::clone(&hits);
    thread::spawn(move || println!("{}", same.lock().unwrap()));
}

/// `Cell<i32>` cannot be shared between threads safely, required for
/// `RwLock<Cell<i32>>` to implement `Sync`: readers are inside together.
// error: E0277
fn arc_of_rwlock_of_cell() {
    let hits = Arc::new(RwLock::new(Cell::new(1)));
    let same = Arc::clone(&hits);
    thread::spawn(move || same.write().unwrap().set(2));
}

/// `MutexGuard<'_, i32>` cannot be sent between threads safely: whoever locked
/// must unlock.
// error: E0277
fn guard_moved() {
    let hits = Mutex::new(1);
    let guard = hits.lock().unwrap();
    thread::scope(|scope| {
        scope.spawn(move || drop(guard));
    });
}

/// `*mut ()` cannot be sent between threads safely: the guard has such a marker,
/// unless the feature `send_guard` is on.
// error: E0277
fn parking_lot_guard_moved() {
    let hits = parking_lot::Mutex::new(1); // with its default features
    let guard = hits.lock();
    thread::scope(|scope| {
        scope.spawn(move || drop(guard));
    });
}

/// `Receiver<i32>` cannot be shared between threads safely: both closures capture a
/// reference to the only receiver.
// error: E0277
fn receiver_shared() {
    let (sender, orders) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| println!("{:?}", orders.recv()));
        scope.spawn(|| println!("{:?}", orders.recv()));
        sender.send(1).unwrap();
        drop(sender);
    });
}
