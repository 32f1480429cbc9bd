//! `blend` and `dot` of a million numbers whose operations take a little
//! longer than to fetch them: cores are compared, not the road to memory.

use std::ops::{Add, Mul};

const NUMBERS: u32 = 1_000_000;

/// Pictures that are blended and compared in one run.
const ROUNDS: usize = 4;

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

    /// Each round fades what the one before has made.
    fn rounds(&mut self, round: impl Fn(&mut Self) -> Residue) -> (Residue, Vec<Residue>) {
        let mut dot = Residue(0);
        for _ in 0..ROUNDS {
            dot = dot + round(self);
            std::mem::swap(&mut self.front, &mut self.out);
        }
        (dot, std::mem::take(&mut self.front))
    }
}

fn serial(pictures: &mut Pictures) -> (Residue, Vec<Residue>) {
    pictures.rounds(|Pictures { front, back, weights, out }| {
        let pairs = || front.iter().zip(&*back);
        for (out, (&front, &back)) in out.iter_mut().zip(pairs()) {
            *out = front * weights[0] + back * weights[1];
        }
        pairs().fold(Residue(0), |sum, (&front, &back)| sum + front * back)
    })
}

fn of_the_learner(pictures: &mut Pictures) -> (Residue, Vec<Residue>) {
    pictures.rounds(|Pictures { front, back, weights, out }| {
        learner::blend(front, back, *weights, out);
        learner::dot(front, back)
    })
}

fn of_ours(pictures: &mut Pictures) -> (Residue, Vec<Residue>) {
    pictures.rounds(|Pictures { front, back, weights, out }| {
        ours::blend(front, back, *weights, out);
        ours::dot(front, back)
    })
}

harness::speed! {
    input: Pictures::make,
    serial: serial,
    learner: of_the_learner,
    ours: of_ours,
    check: |one, other| one == other,
}
