//@ verdict: data race
//! The packer goes on packing after the send.
use std::sync::mpsc;
use std::thread;

struct Parcel(*mut [u8; 2]);
unsafe impl Send for Parcel {}

#[test]
fn a_parcel_arrives() {
    let (sender, receiver) = mpsc::channel();
    let mut storage = [0; 2];
    let parcel = Parcel(&raw mut storage);
    let packer = thread::spawn(move || {
        let parcel = parcel;
        let raw = parcel.0;
        unsafe { (*raw)[0] = 1 };
        sender.send(Parcel(raw)).unwrap();
        unsafe { (*raw)[1] = 2 };
    });
    let Parcel(parcel) = receiver.recv().unwrap();
    assert_eq!(unsafe { (*parcel)[0] }, 1);
    unsafe { (*parcel)[1] = 9 };
    packer.join().unwrap();
}
