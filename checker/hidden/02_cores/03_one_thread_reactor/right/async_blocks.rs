//! Each task is an `async` block; whoever has an answer in its letter box is polled.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

pub trait Io {
    fn submit(&mut self, request: u32) -> u64;
    fn wait_any(&mut self) -> Vec<(u64, u32)>;
    fn poll(&mut self) -> Vec<(u64, u32)>;
}

pub trait Task {
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32>;
}

#[derive(Default)]
struct LetterBox {
    asks: Cell<Option<u32>>,
    answer: Cell<Option<u32>>,
}

async fn ask(post: &LetterBox, request: u32) -> u32 {
    post.asks.set(Some(request));
    poll_fn(|_| post.answer.take().map_or(Poll::Pending, Poll::Ready)).await
}

async fn converse(mut task: Box<dyn Task>, post: Rc<LetterBox>) {
    let mut answer = None;
    while let Some(request) = task.go_on(answer) {
        answer = Some(ask(&post, request).await);
    }
}

pub fn run(tasks: Vec<Box<dyn Task>>, io: &mut dyn Io) {
    let io = RefCell::new(io);
    let mut context = Context::from_waker(Waker::noop());
    let mut owners: HashMap<u64, usize> = HashMap::new();
    let mut all: Vec<(Rc<LetterBox>, Pin<Box<dyn Future<Output = ()>>>)> = tasks
        .into_iter()
        .map(|task| {
            let post = Rc::new(LetterBox::default());
            let future: Pin<Box<dyn Future<Output = ()>>> =
                Box::pin(converse(task, Rc::clone(&post)));
            (post, future)
        })
        .collect();
    let mut woken: Vec<usize> = (0..all.len()).collect();
    loop {
        for number in woken.drain(..) {
            let (post, future) = &mut all[number];
            if future.as_mut().poll(&mut context).is_pending() {
                let request = post.asks.take().expect("it waits for an answer");
                owners.insert(io.borrow_mut().submit(request), number);
            }
        }
        if owners.is_empty() {
            return;
        }
        for (token, answer) in io.borrow_mut().wait_any() {
            let number = owners.remove(&token).expect("a token of ours");
            all[number].0.answer.set(Some(answer));
            woken.push(number);
        }
    }
}
