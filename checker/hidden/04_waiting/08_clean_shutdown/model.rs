//! Nights in a small lab, each with its morning.

use harness::expect_eq;
use learner::{Delivery, Lab};
use std::sync::{Arc, Barrier, mpsc};

/// The film becomes the picture of ten times its number.
fn picture_of(film: u32) -> u32 {
    film * 10
}

fn expect_delivery(mut delivery: Delivery, pictures: &[u32], films: &[u32]) {
    delivery.pictures.sort_unstable();
    delivery.films.sort_unstable();
    expect_eq("pictures", &delivery.pictures[..], pictures);
    expect_eq("films that come back", &delivery.films[..], films);
}

/// A lab with one worker closes without having seen a film.
fn no_film() {
    let lab = Lab::open(1, picture_of);
    expect_delivery(lab.close(), &[], &[]);
}

/// Two workers, one film, and the lab closes: the film becomes a picture, and
/// everybody goes home.
fn one_film_for_two_workers() {
    let lab = Lab::open(2, picture_of);
    expect_eq("film 1 handed in", lab.hand_in(1), Ok(()));
    expect_delivery(lab.close(), &[10], &[]);
}

/// One worker, two films, and the lab closes: both films become pictures.
fn two_films_for_one_worker() {
    let lab = Lab::open(1, picture_of);
    expect_eq("film 1 handed in", lab.hand_in(1), Ok(()));
    expect_eq("film 2 handed in", lab.hand_in(2), Ok(()));
    expect_delivery(lab.close(), &[10, 20], &[]);
}

/// The worker is at film 1 and film 2 waits when the night is cancelled: film
/// 1 becomes a picture, film 2 comes back.
fn cancelled_during_a_film() {
    let begun = Arc::new(Barrier::new(2));
    let cancelled = Arc::new(Barrier::new(2));
    let (has_begun, is_cancelled) = (Arc::clone(&begun), Arc::clone(&cancelled));
    let lab = Lab::open(1, move |film| {
        if film == 1 {
            has_begun.wait();
            is_cancelled.wait();
        }
        picture_of(film)
    });
    expect_eq("film 1 handed in", lab.hand_in(1), Ok(()));
    expect_eq("film 2 handed in", lab.hand_in(2), Ok(()));
    begun.wait();
    lab.cancel();
    cancelled.wait();
    expect_delivery(lab.close(), &[10], &[2]);
}

/// Two workers have nothing to do when the night is cancelled: they go home,
/// and `develop` is dropped with the key it owns. Film 7 comes too late.
fn cancelled_without_a_film() {
    let (key, key_is_back) = mpsc::channel::<()>();
    let lab = Lab::open(2, move |film| {
        let _ = &key;
        picture_of(film)
    });
    lab.cancel();
    // Returns when the key, a sender, is dropped.
    let _ = key_is_back.recv();
    expect_eq("film 7 handed in after cancel", lab.hand_in(7), Err(7));
    lab.cancel();
    expect_delivery(lab.close(), &[], &[]);
}

/// Film 1 is handed in while the night is cancelled: it is refused, becomes a
/// picture, or comes back, one of the three.
fn handed_in_during_cancel() {
    let lab = Lab::open(1, picture_of);
    let mut handed_in = Ok(());
    harness::roles! {
        "customer" => handed_in = lab.hand_in(1),
        "manager" => lab.cancel()
    }
    let Delivery { pictures, films } = lab.close();
    let refused: Vec<u32> = handed_in.err().into_iter().collect();
    let film_1 = match (&refused[..], &pictures[..], &films[..]) {
        ([1], [], []) => "refused",
        ([], [10], []) => "a picture",
        ([], [], [1]) => "comes back",
        ([], [], []) => "lost",
        _ => "delivered more than once",
    };
    if matches!(film_1, "lost" | "delivered more than once") {
        expect_eq("film 1", film_1, "refused, a picture, or comes back");
    }
}

harness::models![
    no_film,
    one_film_for_two_workers,
    two_films_for_one_worker,
    cancelled_during_a_film,
    cancelled_without_a_film,
    handed_in_during_cancel
];
