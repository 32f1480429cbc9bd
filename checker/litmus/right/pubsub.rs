//@ verdict: solved
//! Subscribers hear what is published after they came, in order, and end when the broker
//! forgets the senders.

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Clone, Default)]
struct Broker {
    topics: Arc<Mutex<HashMap<&'static str, Vec<Sender<Arc<str>>>>>>,
}
impl Broker {
    fn subscribe(&self, topic: &'static str) -> Receiver<Arc<str>> {
        let (tx, rx) = mpsc::channel();
        self.topics.lock().unwrap().entry(topic).or_default().push(tx);
        rx
    }
    fn publish(&self, topic: &str, msg: &str) -> usize {
        let mut topics = self.topics.lock().unwrap();
        let Some(subs) = topics.get_mut(topic) else { return 0 };
        let msg: Arc<str> = msg.into();
        subs.retain(|s| s.send(msg.clone()).is_ok());
        subs.len()
    }
    fn close(&self) {
        self.topics.lock().unwrap().clear();
    }
}

#[test]
fn subscribers_hear_in_order() {
    let broker = Broker::default();
    let rx1 = broker.subscribe("news");
    let rx2 = broker.subscribe("news");
    let gone = broker.subscribe("news");
    drop(gone);
    let publisher = {
        let broker = broker.clone();
        thread::spawn(move || {
            assert_eq!(broker.publish("news", "one"), 2);
            assert_eq!(broker.publish("news", "two"), 2);
            assert_eq!(broker.publish("sports", "x"), 0);
            broker.close();
        })
    };
    let listener = thread::spawn(move || rx2.iter().map(|m| m.to_string()).collect::<Vec<_>>());
    let heard: Vec<String> = rx1.into_iter().map(|m| m.to_string()).collect();
    assert_eq!(heard, ["one", "two"]);
    assert_eq!(listener.join().unwrap(), ["one", "two"]);
    publisher.join().unwrap();
}
