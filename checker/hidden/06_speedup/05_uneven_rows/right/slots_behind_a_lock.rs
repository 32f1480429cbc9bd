//! The lock has the slots that are still empty; it is let go of before the row.

use std::sync::Mutex;

pub fn render<R: Send>(
    rows: usize,
    threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    let mut picture: Vec<Option<R>> = (0..rows).map(|_| None).collect();
    let slots = Mutex::new(picture.iter_mut().enumerate());
    crossbeam::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|_| {
                loop {
                    let next = slots.lock().unwrap().next();
                    let Some((number, slot)) = next else { break };
                    *slot = Some(row(number));
                }
            });
        }
    })
    .unwrap();
    picture.into_iter().flatten().collect()
}
