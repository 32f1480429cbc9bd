//! Conversations that follow a script, and servers whose time is made up.

use harness::{expect, expect_at_least, expect_at_most, expect_eq, note, threads_now};
use learner::{Io, Task, run};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// Looks in a row that may find nothing.
const VAIN: u32 = 10;

/// How far a task has got.
#[derive(Clone, Copy, PartialEq)]
enum State {
    NotBegun,
    /// Has returned a request that is not submitted yet.
    Asks,
    /// Waits for the answer, which is due at a time.
    UnderWay {
        due: u64,
        token: u64,
    },
    /// The answer is given out, and not handed on yet.
    Answered {
        token: u64,
    },
    Done,
}

/// A task, and how long each of its requests takes.
struct Talk {
    name: String,
    takes: Vec<u64>,
    /// Requests so far, with the present one.
    asked: usize,
    state: State,
}

impl Talk {
    /// The present request, of which no other is alike.
    fn request(&self, me: usize) -> u32 {
        (me * 1000 + self.asked) as u32
    }
}

/// The answer to a request.
fn answer(request: u32) -> u32 {
    request + 500
}

/// Holds every call against the contract.
struct World {
    talks: Vec<Talk>,
    now: u64,
    /// Tokens whose answers are handed on, if they are to be used again.
    free: Option<VecDeque<u64>>,
    tokens: u64,
    vain: u32,
    vain_in_all: u64,
    most_under_way: usize,
    threads: usize,
}

impl World {
    fn names(&self, which: impl Fn(State) -> bool) -> Vec<&str> {
        let those = self.talks.iter().filter(|talk| which(talk.state));
        those.map(|talk| talk.name.as_str()).collect()
    }

    fn under_way(&self) -> usize {
        self.names(|state| matches!(state, State::UnderWay { .. })).len()
    }

    fn look_at_the_threads(&self) {
        let threads = threads_now().unwrap_or(self.threads);
        expect_eq("threads started", threads.saturating_sub(self.threads), 0);
    }

    fn submit(&mut self, request: u32) -> u64 {
        self.look_at_the_threads();
        let me = (0..self.talks.len()).find(|&me| {
            self.talks[me].state == State::Asks && self.talks[me].request(me) == request
        });
        expect(
            &format!("request {request} submitted once, when its task has returned it"),
            me.is_some(),
        );
        let me = me.expect("seen above");
        let used_before = self.free.as_mut().and_then(VecDeque::pop_front);
        let token = used_before.unwrap_or_else(|| {
            self.tokens += 1;
            self.tokens.wrapping_mul(0x9E37_79B9_7F4A_7C15)
        });
        let talk = &mut self.talks[me];
        talk.state = State::UnderWay { due: self.now + talk.takes[talk.asked - 1], token };
        self.vain = 0;
        self.most_under_way = self.most_under_way.max(self.under_way());
        token
    }

    /// Gives out what is due, the last task's answer first.
    fn give_out(&mut self) -> Vec<(u64, u32)> {
        let mut given = Vec::new();
        for (me, talk) in self.talks.iter_mut().enumerate().rev() {
            if let State::UnderWay { due, token } = talk.state
                && due <= self.now
            {
                given.push((token, answer(talk.request(me))));
                talk.state = State::Answered { token };
            }
        }
        given
    }

    fn wait_any(&mut self) -> Vec<(u64, u32)> {
        self.look_at_the_threads();
        let kept = self.names(|state| matches!(state, State::Answered { .. }));
        expect_eq("tasks whose answer is kept back while the thread sleeps", kept, vec![]);
        let idle = self.names(|state| matches!(state, State::NotBegun | State::Asks));
        expect_eq("tasks without a request under way while the thread sleeps", idle, vec![]);
        let dues = self.talks.iter().filter_map(|talk| match talk.state {
            State::UnderWay { due, .. } => Some(due),
            _ => None,
        });
        let next = dues.min();
        expect_at_least("requests under way when the thread goes to sleep", self.under_way(), 1);
        self.now = self.now.max(next.expect("seen above"));
        self.vain = 0;
        self.give_out()
    }

    fn poll(&mut self) -> Vec<(u64, u32)> {
        self.look_at_the_threads();
        let given = self.give_out();
        if given.is_empty() {
            self.now += 1;
            self.vain += 1;
            self.vain_in_all += 1;
            expect_at_most("polls in a row that find nothing", self.vain, VAIN);
        } else {
            self.vain = 0;
        }
        given
    }

    fn go_on(&mut self, me: usize, got: Option<u32>) -> Option<u32> {
        self.look_at_the_threads();
        let (request, talk) = (self.talks[me].request(me), &self.talks[me]);
        let name = &talk.name;
        match (talk.state, got) {
            (State::NotBegun, None) => {}
            (State::Done, _) => {
                expect_eq("task that is called after its end", name.as_str(), "none");
            }
            (State::NotBegun, Some(_)) => {
                expect_eq("task that is begun with an answer", name.as_str(), "none");
            }
            (_, None) => {
                expect_eq("task that goes on without an answer", name.as_str(), "none");
            }
            (State::Answered { token }, Some(got)) if got == answer(request) => {
                self.free.iter_mut().for_each(|free| free.push_back(token));
            }
            (_, Some(_)) => {
                let what = "task that is handed the answer to another task's request";
                expect_eq(what, name.as_str(), "none");
            }
        }
        let talk = &mut self.talks[me];
        if talk.asked == talk.takes.len() {
            talk.state = State::Done;
            return None;
        }
        talk.asked += 1;
        talk.state = State::Asks;
        Some(talk.request(me))
    }
}

struct Scripted(usize, Rc<RefCell<World>>);

impl Task for Scripted {
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32> {
        self.1.borrow_mut().go_on(self.0, answer)
    }
}

struct Servers(Rc<RefCell<World>>);

impl Io for Servers {
    fn submit(&mut self, request: u32) -> u64 {
        self.0.borrow_mut().submit(request)
    }
    fn wait_any(&mut self) -> Vec<(u64, u32)> {
        self.0.borrow_mut().wait_any()
    }
    fn poll(&mut self) -> Vec<(u64, u32)> {
        self.0.borrow_mut().poll()
    }
}

/// What a run came to.
struct Came {
    ticks: u64,
    most_under_way: usize,
}

/// Runs tasks A, B, C …, whose requests take so many ticks. Each has a token of
/// its own.
fn judged(scripts: &[&[u64]]) -> Came {
    judged_with_tokens(scripts, None)
}

fn judged_with_tokens(scripts: &[&[u64]], free: Option<VecDeque<u64>>) -> Came {
    let name = |me: usize| char::from(b'A' + me as u8).to_string();
    let talk = |(me, takes): (usize, &&[u64])| Talk {
        name: name(me),
        takes: takes.to_vec(),
        asked: 0,
        state: State::NotBegun,
    };
    let world = Rc::new(RefCell::new(World {
        talks: scripts.iter().enumerate().map(talk).collect(),
        now: 0,
        free,
        tokens: 0,
        vain: 0,
        vain_in_all: 0,
        most_under_way: 0,
        threads: threads_now().unwrap_or(0),
    }));
    let task = |me| Box::new(Scripted(me, Rc::clone(&world))) as Box<dyn Task>;
    run((0..scripts.len()).map(task).collect(), &mut Servers(Rc::clone(&world)));
    let world = world.borrow();
    let not_done = world.names(|state| state != State::Done);
    expect_eq("tasks that are not done when `run` returns", not_done, vec![]);
    let longest = scripts.iter().map(|takes| takes.iter().sum()).max().unwrap_or(0);
    expect_at_most("ticks until all are done", world.now, longest + world.vain_in_all);
    Came { ticks: world.now, most_under_way: world.most_under_way }
}

/// Sixteen conversations of one request, which takes 25 to 40 ticks: all sixteen
/// wait together.
fn sixteen_wait_together() {
    let takes: Vec<[u64; 1]> = (25..=40).map(|ticks| [ticks]).collect();
    let came = judged(&takes.iter().map(|takes| &takes[..]).collect::<Vec<_>>());
    note("requests under way together on one thread", came.most_under_way as f64, "");
    note("520 ticks of waiting done in", came.ticks as f64, "ticks");
}

/// A asks first and waits for long. B and C, who ask after it, are answered first and
/// go on meanwhile.
fn a_short_request_overtakes_a_long_one() {
    judged(&[&[1000], &[10, 10, 10], &[25, 300]]);
}

/// Two or three answers come at the same time, again and again.
fn several_answers_at_once() {
    judged(&[&[10, 10, 10], &[20, 10], &[10, 20, 5], &[30]]);
}

/// Conversations of many requests: the token of an answer that was handed on comes
/// back, for a later request.
fn tokens_are_used_again() {
    let scripts: [&[u64]; 5] = [&[7; 12], &[5, 9, 5, 9], &[11; 8], &[3; 20], &[50, 1, 1, 1]];
    judged_with_tokens(&scripts, Some(VecDeque::new()));
}

/// No tasks; tasks that are done as soon as they are begun; and both kinds together.
fn done_at_once() {
    judged(&[]);
    judged(&[&[], &[]]);
    judged(&[&[], &[10, 10], &[], &[15]]);
}

harness::cases![
    sixteen_wait_together,
    a_short_request_overtakes_a_long_one,
    several_answers_at_once,
    tokens_are_used_again,
    done_at_once,
];
