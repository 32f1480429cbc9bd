//@ verdict: solved
//! A future that looks and registers its waker under one lock, and a park that looks at
//! its flag again.

use std::cell::Cell;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

struct Unpark(Thread, AtomicBool);
impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.1.store(true, Ordering::Release);
        self.0.unpark();
    }
}
fn block_on<F: Future>(f: F) -> F::Output {
    let mut f = pin!(f);
    let un = Arc::new(Unpark(thread::current(), AtomicBool::new(false)));
    let waker = Waker::from(un.clone());
    let mut cx = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(v) = f.as_mut().poll(&mut cx) {
            return v;
        }
        while !un.1.swap(false, Ordering::Acquire) {
            thread::park();
        }
    }
}
struct Shared {
    value: Option<u32>,
    waker: Option<Waker>,
}
struct Oneshot(Arc<Mutex<Shared>>);
impl Future for Oneshot {
    type Output = u32;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        let mut s = self.0.lock().unwrap();
        match s.value.take() {
            Some(v) => Poll::Ready(v),
            None => {
                s.waker = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }
}

#[test]
fn the_future_completes() {
    let shared = Arc::new(Mutex::new(Shared { value: None, waker: None }));
    let theirs = shared.clone();
    let t = thread::spawn(move || {
        let waker = {
            let mut s = theirs.lock().unwrap();
            s.value = Some(7);
            s.waker.take()
        };
        if let Some(w) = waker {
            w.wake();
        }
    });
    let polls = Cell::new(0);
    let got = block_on(async {
        polls.set(1);
        Oneshot(shared).await + 1
    });
    assert_eq!((got, polls.get()), (8, 1));
    t.join().unwrap();
}
