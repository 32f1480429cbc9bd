//! The calling thread works too; the counts come back through a channel.

use std::sync::mpsc;
use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let (sender, receiver) = mpsc::channel();
    let is_prime = &is_prime;
    thread::scope(|scope| {
        let mut rest = numbers;
        for left in (2..=threads).rev() {
            let (mine, others) = rest.split_at(rest.len() / left);
            rest = others;
            let sender = sender.clone();
            scope.spawn(move || {
                let primes = mine.iter().copied().filter(|&number| is_prime(number));
                sender.send(primes.count()).unwrap();
            });
        }
        sender.send(rest.iter().map(|&n| usize::from(is_prime(n))).sum()).unwrap();
        drop(sender);
    });
    receiver.iter().sum()
}
