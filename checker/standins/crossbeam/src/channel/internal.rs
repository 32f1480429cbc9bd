//! What `select!` and the receivers of timers are made of.

use super::timer::Timed;
use engine::Place;
use engine::channel::{Arm, Chosen, Party, Patience, Selection, Want};
use standin_std::time::{self, Duration, Instant};
use std::rc::Rc;

/// One end of a channel, to be selected from.
pub trait Handle {
    #[doc(hidden)]
    fn arm(&self, now: Instant) -> Option<Handled<'_>>;
}

/// An arm, and its clock where it has one.
#[doc(hidden)]
pub struct Handled<'a>(Kind<'a>);

enum Kind<'a> {
    Untimed(Box<dyn Arm + 'a>),
    Timed(Box<dyn TimedArm + 'a>),
}

trait TimedArm: Arm + Timed {}
impl<A: Arm + Timed> TimedArm for A {}

impl<'a> Handled<'a> {
    pub(super) fn untimed(arm: impl Arm + 'a) -> Self {
        Self(Kind::Untimed(Box::new(arm)))
    }

    pub(super) fn timed_by(arm: impl Arm + Timed + 'a) -> Self {
        Self(Kind::Timed(Box::new(arm)))
    }

    fn arm(&self) -> &dyn Arm {
        match &self.0 {
            Kind::Untimed(arm) => &**arm,
            Kind::Timed(arm) => &**arm,
        }
    }

    fn timed(&self) -> Option<&dyn Timed> {
        match &self.0 {
            Kind::Untimed(_) => None,
            Kind::Timed(arm) => Some(&**arm),
        }
    }
}

/// How long to wait.
#[derive(Debug, Clone, Copy)]
pub enum Wait {
    Not,
    For(Duration),
    Forever,
}

/// Selects from `handles`: the position of the one chosen, for `party`.
pub(super) fn select(
    handles: &[&dyn Handle],
    wait: Wait,
    want: Want,
    biased: bool,
    party: &Rc<Party>,
    place: Place,
) -> Option<usize> {
    let now = Instant::now();
    let (positions, handled): (Vec<usize>, Vec<Handled<'_>>) =
        handles.iter().enumerate().filter_map(|(at, handle)| Some((at, handle.arm(now)?))).unzip();
    let arms: Vec<&dyn Arm> = handled.iter().map(Handled::arm).collect();
    let (patience, gives_up) = match wait {
        Wait::Not => (Patience::None, Some(now)),
        Wait::For(timeout) => (Patience::UntilTimePasses, now.checked_add(timeout)),
        Wait::Forever => (Patience::Forever, None),
    };
    let as_time_passes = || first_due(&handled, gives_up);
    let selection =
        Selection { arms: &arms, patience, want, biased, as_time_passes: &as_time_passes, place };
    match engine::channel::select(&selection, party) {
        Chosen::Arm(at) => Some(positions[at]),
        Chosen::Nothing => {
            if let Wait::For(timeout) = wait {
                time::pass(timeout);
            }
            None
        }
    }
}

/// Time passes until the first timer is due, unless it is too late by then.
fn first_due(handled: &[Handled<'_>], gives_up: Option<Instant>) {
    let timed = || handled.iter().filter_map(Handled::timed);
    let Some(first) = timed().filter_map(Timed::due).min() else { return };
    if gives_up.is_none_or(|gives_up| first <= gives_up) {
        timed().for_each(|arm| arm.see(first));
    }
}
