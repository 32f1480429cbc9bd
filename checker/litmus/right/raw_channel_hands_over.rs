//@ verdict: solved
//! A pointer travels through a channel; a send happens before its receive, so
//! the receiver may read, write and free what it points to.
use std::sync::mpsc;
use std::thread;

struct Parcel(*mut Vec<u8>);
unsafe impl Send for Parcel {}

#[test]
fn a_parcel_arrives() {
    let (sender, receiver) = mpsc::channel();
    let packer = thread::spawn(move || {
        let parcel = Box::into_raw(Box::new(vec![1]));
        unsafe { (*parcel).push(2) };
        sender.send(Parcel(parcel)).unwrap();
    });
    let Parcel(parcel) = receiver.recv().unwrap();
    let mut contents = unsafe { Box::from_raw(parcel) };
    contents.push(3);
    assert_eq!(*contents, [1, 2, 3]);
    packer.join().unwrap();
}
