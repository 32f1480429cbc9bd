//@ verdict: double free
//! The receiver does not clear `ready`, so the channel drops the message that
//! was already moved out.
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

struct Channel<T> {
    message: UnsafeCell<MaybeUninit<T>>,
    ready: AtomicBool,
}

unsafe impl<T: Send> Sync for Channel<T> {}

impl<T> Channel<T> {
    fn send(&self, message: T) {
        unsafe { (*self.message.get()).write(message) };
        self.ready.store(true, Release);
    }

    fn try_receive(&self) -> Option<T> {
        let ready = self.ready.load(Acquire);
        ready.then(|| unsafe { (*self.message.get()).assume_init_read() })
    }
}

impl<T> Drop for Channel<T> {
    fn drop(&mut self) {
        if *self.ready.get_mut() {
            unsafe { self.message.get_mut().assume_init_drop() };
        }
    }
}

#[test]
fn a_message_arrives_or_is_dropped() {
    let message = UnsafeCell::new(MaybeUninit::uninit());
    let receiver = Arc::new(Channel { message, ready: AtomicBool::new(false) });
    let sender = receiver.clone();
    let t = thread::spawn(move || sender.send(Box::new(5)));
    if let Some(message) = receiver.try_receive() {
        assert_eq!(*message, 5);
    }
    t.join().unwrap();
}
