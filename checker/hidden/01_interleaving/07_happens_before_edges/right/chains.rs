//! An array, glued together from chains at compile time.

const OWNER: [u8; 7] = [1, 2, 3, 4, 5, 6, 7];
const BAKER: [u8; 6] = [2, 8, 9, 10, 11, 12];
const DRIVER: [u8; 5] = [11, 13, 14, 15, 7];

const fn edges() -> [(u8, u8); 18] {
    let mut edges = [(0, 0); 18];
    let (mut chain, mut at) = (0, 0);
    let chains: [&[u8]; 3] = [&OWNER, &BAKER, &DRIVER];
    while chain < 3 {
        let mut link = 1;
        while link < chains[chain].len() {
            edges[at] = (chains[chain][link - 1], chains[chain][link]);
            at += 1;
            link += 1;
        }
        chain += 1;
    }
    edges[at] = (3, 13);
    edges[at + 1] = (9, 5);
    edges[at + 2] = (12, 6);
    edges
}

pub static EDGES: [(u8, u8); 18] = edges();
