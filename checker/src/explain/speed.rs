//! Programs that are right and not fast enough.

use super::paint;
use super::prose::{count, hanging, paragraph};
use facts::Trial;

pub fn told(ratio: f64, wanted: f64, cpus: usize, trials: &[Trial]) -> String {
    let on = count(cpus as u64, "CPU");
    let heading = format!("too slow — {} on {on}, wanted {}", speedup(ratio), times(wanted));
    let heading = hanging(2, 2, &heading).replacen("too slow", &paint::alarm("too slow"), 1);
    let mut parts = vec![heading];
    if !trials.is_empty() {
        parts.push(table(trials));
    }
    let lesson = lesson(ratio, cpus, trials);
    parts.extend((!lesson.is_empty()).then(|| paragraph(3, &lesson)));
    parts.join("\n\n")
}

pub fn title(ratio: f64, wanted: f64) -> String {
    format!("too slow: {}, wanted {}", speedup(ratio), times(wanted))
}

/// "3.1×"
pub fn times(ratio: f64) -> String {
    let digits = if ratio < 10.0 { 1 } else { 0 };
    // Never rounded up to what was wanted and not reached.
    let scale = 10_f64.powi(digits);
    format!("{:.*}×", digits as usize, (ratio * scale).floor() / scale)
}

fn speedup(ratio: f64) -> String {
    format!("{} the speed of the serial program", times(ratio))
}

/// What the times show by themselves; they do not show the reason.
fn lesson(ratio: f64, cpus: usize, trials: &[Trial]) -> String {
    let own = match ratio {
        _ if cpus == 1 => {
            "There is one CPU: waits that overlap make a program faster here, more threads do not."
        }
        slow if slow < 1.0 => {
            "The parallel program is slower than the serial one: what it spends on threads, locks \
             and copies is more than what it saves."
        }
        none if none < 1.2 => "The threads together are hardly faster than one.",
        _ => "",
    };
    let ours = median(trials, |trial| trial.serial / trial.ours);
    if !ours.is_finite() || ours <= ratio {
        return own.to_owned();
    }
    let ours = format!("Our solution reaches {} on the same input and machine.", times(ours));
    format!("{own} {ours}").trim_start().to_owned()
}

fn median(trials: &[Trial], pick: impl Fn(&Trial) -> f64) -> f64 {
    let values = sorted(trials, pick);
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or(f64::NAN)
}

fn sorted(trials: &[Trial], pick: impl Fn(&Trial) -> f64) -> Vec<f64> {
    let mut values: Vec<_> = trials.iter().map(pick).collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The median of each program and its spread, in milliseconds.
fn table(trials: &[Trial]) -> String {
    let row = |name: &str, pick: fn(&Trial) -> f64| {
        let values = sorted(trials, pick);
        let (first, last) = (values.first().copied(), values.last().copied());
        let ms = |seconds: Option<f64>| seconds.unwrap_or_default() * 1000.0;
        let middle = ms(Some(median(trials, pick)));
        format!("   {name:<16}{middle:>9.1} ms   ({:.1} to {:.1})", ms(first), ms(last))
    };
    let trials = count(trials.len() as u64, "trial");
    [
        super::prose::plain(&format!("   medians of {trials}")),
        row("serial", |trial| trial.serial),
        row("yours", |trial| trial.learner),
        row("our solution", |trial| trial.ours),
    ]
    .join("\n")
}
