//! A decoder and a sound card at the two ends of a ring.

use harness::{expect_at_most, expect_eq};
use learner::{Consumer, Producer, Ring};

/// A packet of sound; what is in it is on the heap.
type Packet = Box<u32>;

/// Pushes the packets in turn, and returns those that went in.
fn decode<const N: usize>(end: &mut Producer<'_, Packet, N>, packets: &[u32]) -> Vec<u32> {
    packets.iter().copied().filter(|&packet| end.push(Box::new(packet)).is_ok()).collect()
}

/// Pops `times` times, and returns what came out.
fn play<const N: usize>(end: &mut Consumer<'_, Packet, N>, times: u32) -> Vec<u32> {
    (0..times).filter_map(|_| end.pop()).map(|packet| *packet).collect()
}

/// Two packets for a ring of one slot, while the card asks twice. What it did
/// not get is still in the ring: the packets that went in come out, in order.
fn one_slot() {
    let mut ring = Ring::<Packet, 1>::new();
    let (mut decoder, mut card) = ring.split();
    let (mut decoded, mut played) = (vec![], vec![]);
    harness::roles! {
        "decoder" => decoded = decode(&mut decoder, &[1, 2]),
        "card" => played = play(&mut card, 2)
    }
    expect_eq("first packet that went in", decoded.first().copied(), Some(1));
    let inside = decoded.len().saturating_sub(played.len());
    expect_at_most("packets in the ring of one slot", inside, 1);
    played.extend(play(&mut card, 2));
    expect_eq("packets that came out", played, decoded);
}

/// Three packets for a ring of two slots, while the card asks twice.
fn two_slots() {
    let mut ring = Ring::<Packet, 2>::new();
    let (mut decoder, mut card) = ring.split();
    let (mut decoded, mut played) = (vec![], vec![]);
    harness::roles! {
        "decoder" => decoded = decode(&mut decoder, &[1, 2, 3]),
        "card" => played = play(&mut card, 2)
    }
    let first: Vec<u32> = decoded.iter().copied().take(2).collect();
    expect_eq("first two packets that went in", first, vec![1, 2]);
    played.extend(play(&mut card, 3));
    expect_eq("packets that came out", played, decoded);
}

/// The ring is full when both begin: the card takes two packets out, the decoder
/// wants to put one in. What is left can be taken out after another split.
fn full_at_first() {
    let mut ring = Ring::<Packet, 2>::new();
    let (mut decoder, mut card) = ring.split();
    let mut decoded = decode(&mut decoder, &[1, 2]);
    let (mut late, mut played) = (vec![], vec![]);
    harness::roles! {
        "decoder" => late = decode(&mut decoder, &[3]),
        "card" => played = play(&mut card, 2)
    }
    drop((decoder, card));
    let (_, mut card) = ring.split();
    decoded.extend(late);
    played.extend(play(&mut card, 1));
    expect_eq("packets that came out", played, decoded);
}

/// Two packets go in, the card asks once, and the ring is dropped with what is
/// left: no packet stays behind in memory.
fn dropped_with_packets() {
    let mut ring = Ring::<Packet, 2>::new();
    let (mut decoder, mut card) = ring.split();
    let mut played = vec![];
    harness::roles! {
        "decoder" => decode(&mut decoder, &[1, 2]),
        "card" => played = play(&mut card, 1)
    }
    if let Some(packet) = played.pop() {
        expect_eq("packet that was played", packet, 1);
    }
}

harness::models![full_at_first, one_slot, two_slots, dropped_with_packets];
