//! A list of pairs that is searched, with slots for tasks that are done.

pub trait Io {
    fn submit(&mut self, request: u32) -> u64;
    fn wait_any(&mut self) -> Vec<(u64, u32)>;
    fn poll(&mut self) -> Vec<(u64, u32)>;
}

pub trait Task {
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32>;
}

struct Slot {
    task: Box<dyn Task>,
    token: Option<u64>,
}

impl Slot {
    fn ask(&mut self, request: Option<u32>, io: &mut dyn Io) {
        self.token = request.map(|request| io.submit(request));
    }
}

pub fn run(tasks: Vec<Box<dyn Task>>, io: &mut dyn Io) {
    let mut slots: Vec<Slot> = tasks.into_iter().map(|task| Slot { task, token: None }).collect();
    for slot in &mut slots {
        let request = slot.task.go_on(None);
        slot.ask(request, io);
    }
    while slots.iter().any(|slot| slot.token.is_some()) {
        for (token, answer) in io.wait_any() {
            let slot = slots.iter_mut().find(|slot| slot.token == Some(token)).unwrap();
            let request = slot.task.go_on(Some(answer));
            slot.ask(request, io);
        }
    }
}
