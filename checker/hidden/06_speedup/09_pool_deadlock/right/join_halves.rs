//! Halves, and halves of halves.

use std::sync::Mutex;

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let highest = highest(strips, &height);
    painted(strips, highest, &colour)
}

fn highest(strips: &[u32], height: &(impl Fn(u32) -> u64 + Sync)) -> u64 {
    match strips {
        [] => 0,
        [strip] => height(*strip),
        _ => {
            let (left, right) = strips.split_at(strips.len() / 2);
            let (left, right) = rayon::join(|| highest(left, height), || highest(right, height));
            left.max(right)
        }
    }
}

fn painted(strips: &[u32], highest: u64, colour: &(impl Fn(u32, u64) -> u64 + Sync)) -> Vec<u64> {
    match strips {
        [] => vec![],
        [strip] => vec![colour(*strip, highest)],
        _ => {
            let (left, right) = strips.split_at(strips.len() / 2);
            let (mut sheet, right) =
                rayon::join(|| painted(left, highest, colour), || painted(right, highest, colour));
            sheet.extend(right);
            sheet
        }
    }
}

pub fn print(
    sheets: &[Vec<u32>],
    ledger: &Mutex<Vec<(usize, u64)>>,
    press: impl Fn(u32) -> u64 + Send + Sync,
) {
    let numbers: Vec<usize> = (0..sheets.len()).collect();
    print_some(&numbers, sheets, ledger, &press);
}

fn print_some(
    numbers: &[usize],
    sheets: &[Vec<u32>],
    ledger: &Mutex<Vec<(usize, u64)>>,
    press: &(impl Fn(u32) -> u64 + Sync),
) {
    match numbers {
        [] => {}
        [number] => {
            let ink = ink(&sheets[*number], press);
            ledger.lock().unwrap().push((*number, ink));
        }
        _ => {
            let (left, right) = numbers.split_at(numbers.len() / 2);
            rayon::join(
                || print_some(left, sheets, ledger, press),
                || print_some(right, sheets, ledger, press),
            );
        }
    }
}

fn ink(strips: &[u32], press: &(impl Fn(u32) -> u64 + Sync)) -> u64 {
    match strips {
        [] => 0,
        [strip] => press(*strip),
        _ => {
            let (left, right) = strips.split_at(strips.len() / 2);
            let (left, right) = rayon::join(|| ink(left, press), || ink(right, press));
            left + right
        }
    }
}
