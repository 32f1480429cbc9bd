//! A task for each strip; the scope waits for them all.

use std::sync::Mutex;

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let highest = Mutex::new(0);
    rayon::scope(|scope| {
        for &strip in strips {
            let (height, highest) = (&height, &highest);
            scope.spawn(move |_| {
                let here = height(strip);
                let mut highest = highest.lock().unwrap();
                *highest = here.max(*highest);
            });
        }
    });
    let highest = highest.into_inner().unwrap();
    let mut sheet = vec![0; strips.len()];
    rayon::scope(|scope| {
        for (&strip, place) in strips.iter().zip(&mut sheet) {
            let colour = &colour;
            scope.spawn(move |_| *place = colour(strip, highest));
        }
    });
    sheet
}

pub fn print(
    sheets: &[Vec<u32>],
    ledger: &Mutex<Vec<(usize, u64)>>,
    press: impl Fn(u32) -> u64 + Send + Sync,
) {
    rayon::scope(|scope| {
        for (number, sheet) in sheets.iter().enumerate() {
            let press = &press;
            scope.spawn(move |_| {
                let mut ink = vec![0; sheet.len()];
                rayon::scope(|scope| {
                    for (&strip, ink) in sheet.iter().zip(&mut ink) {
                        scope.spawn(move |_| *ink = press(strip));
                    }
                });
                ledger.lock().unwrap().push((number, ink.iter().sum()));
            });
        }
    });
}
