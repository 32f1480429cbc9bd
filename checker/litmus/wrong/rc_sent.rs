//@ verdict: data race
//! The counts of an `Rc` are plain memory, whatever `unsafe impl Send` says.

use std::rc::Rc;
use std::thread;

struct Sendable(Rc<String>);
unsafe impl Send for Sendable {}
impl Sendable {
    fn len(&self) -> usize {
        let again = self.0.clone();
        again.len()
    }
}

#[test]
fn lengths() {
    let a = Sendable(Rc::new("abc".into()));
    let b = Sendable(a.0.clone());
    let t = thread::spawn(move || b.len());
    assert_eq!(a.len(), 3);
    assert_eq!(t.join().unwrap(), 3);
}
