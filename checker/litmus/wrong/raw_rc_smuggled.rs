//@ verdict: data race
//! `Rc` counts with plain loads and stores; a wrapper that claims `Send` takes
//! it to another thread, and both count.
use std::rc::Rc;
use std::thread;

struct Smuggled(Rc<String>);
unsafe impl Send for Smuggled {}

impl Smuggled {
    fn len(&self) -> usize {
        self.0.len()
    }
}

#[test]
fn both_drop_their_handle() {
    let mine = Rc::new("contraband".to_owned());
    let theirs = Smuggled(Rc::clone(&mine));
    let t = thread::spawn(move || theirs.len());
    assert_eq!(mine.len(), 10);
    drop(mine);
    assert_eq!(t.join().unwrap(), 10);
}
