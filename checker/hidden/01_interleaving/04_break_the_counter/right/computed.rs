//! Built by a const function, byte by byte.

const STEPS: [u8; 80] = steps();

const fn steps() -> [u8; 80] {
    let mut steps = [b' '; 80];
    let mut step = 0;
    while step < 40 {
        let of_a = step == 0 || step == 19 || (step > 20 && step < 39);
        steps[2 * step] = if of_a { b'A' } else { b'B' };
        step += 1;
    }
    steps
}

pub const SCHEDULE: &str = match std::str::from_utf8(&STEPS) {
    Ok(steps) => steps,
    Err(_) => panic!("only ASCII was written"),
};
