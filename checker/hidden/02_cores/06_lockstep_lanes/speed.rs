//! `blend` and `dot` of four million numbers whose operations take a little
//! longer than to fetch them: cores are compared, not the road to memory.

use std::ops::{Add, Mul};

/// One long run and not many short ones: whoever starts threads for each pays
/// for it on a busy machine.
const NUMBERS: u32 = 4_000_000;

const PRIME: u64 = 4_294_967_291;

/// A residue modulo a prime. Its sums do not depend on their order, so that the
/// serial program may add as it likes.
#[derive(Clone, Copy, PartialEq)]
struct Residue(u32);

impl Add for Residue {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(((u64::from(self.0) + u64::from(other.0)) % PRIME) as u32)
    }
}

impl Mul for Residue {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self((u64::from(self.0) * u64::from(other.0) % PRIME) as u32)
    }
}

impl learner::Number for Residue {
    const ZERO: Self = Self(0);
}

impl ours::Number for Residue {
    const ZERO: Self = Self(0);
}

struct Pictures {
    front: Vec<Residue>,
    back: Vec<Residue>,
    weights: [Residue; 2],
    out: Vec<Residue>,
}

impl Pictures {
    fn make(trial: u64) -> Self {
        let number =
            |n: u32| Residue(n.wrapping_mul(2_654_435_761).wrapping_add(trial as u32) >> 1);
        Self {
            front: (0..NUMBERS).map(number).collect(),
            back: (NUMBERS..2 * NUMBERS).map(number).collect(),
            weights: [number(7), number(8)],
            out: vec![Residue(1); NUMBERS as usize],
        }
    }

    fn result(&mut self, dot: Residue) -> (Residue, Vec<Residue>) {
        (dot, std::mem::take(&mut self.out))
    }
}

fn serial(pictures: &mut Pictures) -> (Residue, Vec<Residue>) {
    let Pictures { front, back, weights, out } = pictures;
    let pairs = || front.iter().zip(&*back);
    for (out, (&front, &back)) in out.iter_mut().zip(pairs()) {
        *out = front * weights[0] + back * weights[1];
    }
    let dot = pairs().fold(Residue(0), |sum, (&front, &back)| sum + front * back);
    pictures.result(dot)
}

fn of_the_learner(pictures: &mut Pictures) -> (Residue, Vec<Residue>) {
    let Pictures { front, back, weights, out } = pictures;
    learner::blend(front, back, *weights, out);
    let dot = learner::dot(front, back);
    pictures.result(dot)
}

fn of_ours(pictures: &mut Pictures) -> (Residue, Vec<Residue>) {
    let Pictures { front, back, weights, out } = pictures;
    ours::blend(front, back, *weights, out);
    let dot = ours::dot(front, back);
    pictures.result(dot)
}

harness::speed! {
    input: Pictures::make,
    serial: serial,
    learner: of_the_learner,
    ours: of_ours,
    check: |one, other| one == other,
}
