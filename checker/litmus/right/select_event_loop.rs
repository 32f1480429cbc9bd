//@ verdict: solved
//! An event loop that selects among keys, ticks, a stop and a timeout; any may win.

use crossbeam::channel::{after, bounded, never, select, tick, unbounded};
use std::thread;
use std::time::Duration;

#[derive(Debug)]
enum Event {
    Key(char),
    Quit,
}

#[test]
fn all_keys_before_quit() {
    let (tx, events) = unbounded();
    let (stop_tx, stop) = bounded::<()>(0);
    let ui = thread::spawn(move || {
        let ticks = tick(Duration::from_millis(50));
        let timeout = after(Duration::from_secs(60));
        let mut redraws = 0;
        let mut typed = String::new();
        loop {
            select! {
                recv(events) -> e => match e {
                    Ok(Event::Key(c)) => typed.push(c),
                    Ok(Event::Quit) | Err(_) => return (typed, redraws),
                },
                recv(ticks) -> _ => redraws += 1,
                recv(stop) -> msg => { assert!(msg.is_err()); return (typed, redraws) }
                recv(timeout) -> _ => return (typed, redraws),
                recv(never::<()>()) -> _ => unreachable!(),
            }
            if redraws > 3 {
                return (typed, redraws);
            }
        }
    });
    for c in ['a', 'b'] {
        tx.send(Event::Key(c)).ok();
    }
    tx.send(Event::Quit).ok();
    let (typed, _) = ui.join().unwrap();
    assert!("ab".starts_with(&typed));
    drop(stop_tx);
}
