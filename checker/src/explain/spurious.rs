//! What the system is allowed to do and a test run hardly ever shows.

use super::prose::code;
use super::scene::Scene;
use super::story::Story;
use facts::Effect;

/// The adversarial step that a failing execution needed.
pub fn story(scene: &Scene<'_>) -> Option<Story> {
    let index = (0..scene.trace.steps.len()).rfind(|&index| scene.step(index).adversarial)?;
    let step = scene.step(index);
    let thread = scene.thread(step.thread);
    let name = |text: &str| code(text);
    let op = scene.op(index);
    Some(match choice(op, step.effect) {
        Choice::Wakeup => Story::new("spurious wakeup")
            .mark(index, "nobody notified: a spurious wakeup")
            .tell(format!("{thread}'s {} returns although nobody notified.", name(op)))
            .teach(format!(
                "{} may return without a notify. That it returned says nothing; the condition is \
                 tested again, in a {} around {}, not once with {}.",
                name(op),
                name("while"),
                name(op),
                name("if"),
            )),
        Choice::Timeout => Story::new("early return")
            .mark(index, "returns before anything happened")
            .tell(format!("{thread}'s {} returns before anything happened.", name(op)))
            .teach("How long another thread takes is not known: code has to be right whichever comes first."),
        Choice::Unpark => Story::new("spurious wakeup")
            .mark(index, "nobody unparked it")
            .tell(format!("{thread}'s {} returns although nobody unparked it.", name("park")))
            .teach(format!("{} may return at any time; test the condition again in a loop.", name("park"))),
        Choice::Exchange => Story::new("spurious failure")
            .mark(index, "fails although it finds the expected value")
            .tell(format!("{thread}'s {} fails without cause.", name(op)))
            .teach(format!(
                "{} fails even when the value is as expected; it belongs in a loop.",
                name(op)
            )),
        Choice::Store => Story::new("memory ordering: a store overtaken")
            .mark(index, "takes effect before a store that was executed earlier")
            .tell(format!(
                "{thread}'s store in {} reaches memory before another thread's that was executed \
                 earlier, and so the other value stays.",
                scene.step_name(index)
            ))
            .teach(format!(
                "Two stores to one object take effect in some order, the same for all threads. \
                 Where nothing makes one happen before the other, it need not be the order in \
                 which they are executed: only {} on all stores and loads involved, or a {} fence \
                 between two accesses of each thread, makes one order of everything.",
                name("SeqCst"),
                name("SeqCst"),
            )),
        Choice::Load => Story::new("memory ordering: load buffering")
            .mark(index, "returns what is stored later")
            .tell(format!(
                "{thread}'s load in {} returns a value that another thread stores only \
                 afterwards: nothing makes the load happen before that store.",
                scene.step_name(index)
            ))
            .teach(format!(
                "{} accesses to different objects may take effect in another order than they are \
                 written in, a load after a store that follows it too. {} on the load or {} on the \
                 store keeps them in order.",
                name("Relaxed"),
                name("Acquire"),
                name("Release"),
            )),
        Choice::Other => Story::new("wrong result")
            .mark(index, "allowed, and rare")
            .tell(format!("It takes {thread}'s {} to go the rare way.", name(op))),
    })
}

/// What a step that needed an adversary is called when it is counted.
pub fn noun(op: &str, effect: Effect) -> &'static str {
    match choice(op, effect) {
        Choice::Wakeup | Choice::Unpark => "spurious wakeup",
        Choice::Timeout => "early return",
        Choice::Exchange => "spurious failure",
        Choice::Store => "overtaken store",
        Choice::Load => "overtaken load",
        Choice::Other => "rare choice of the system",
    }
}

enum Choice {
    Wakeup,
    Timeout,
    Unpark,
    Exchange,
    Store,
    Load,
    Other,
}

fn choice(op: &str, effect: Effect) -> Choice {
    match op {
        op if op.contains("timeout") => Choice::Timeout,
        op if op.starts_with("park") => Choice::Unpark,
        op if op.contains("weak") => Choice::Exchange,
        "store" => Choice::Store,
        "load" => Choice::Load,
        _ if effect == Effect::Wake => Choice::Wakeup,
        _ => Choice::Other,
    }
}
