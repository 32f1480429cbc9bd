//! Work, span and parallelism, and where they come from.

use super::{percent, time};
use crate::explain::paint;
use crate::explain::prose::{hanging, noun_for, thousands};
use crate::scaling::{Scaling, parallelism};
use facts::speedup::Graph;

pub fn told(scaling: &Scaling) -> String {
    let Some(graph) = &scaling.graph else {
        let heading = paint::bold("work and span: cannot tell");
        let why = "the program does not come to its end where its tasks run one after another on \
                   one thread, or uses something that the stand-ins lack. What follows was \
                   measured.";
        return hanging(2, 2, &format!("{heading} — {why}"));
    };
    let parallelism = parallelism(graph);
    let heading = paint::bold("work and span");
    let mut lines = vec![hanging(2, 2, &format!("{heading} — parallelism {parallelism:.1}"))];
    lines.push(String::new());
    lines.extend(rows(graph));
    let forked = hanging(16, 16, &forked(graph));
    lines.push(forked.replacen(&" ".repeat(16), "   forked       ", 1));
    lines.join("\n")
}

fn rows(graph: &Graph) -> Vec<String> {
    let costs = crate::scaling::costs(graph);
    let said = |cost: u64| match graph.operations {
        Some(_) => format!("{} operations", thousands(cost)),
        None => time(cost as f64),
    };
    let row = |name: &str, cost: u64, rest: String| {
        format!("   {name:<12} {:>22}   {rest}", said(cost)).trim_end().to_owned()
    };
    let share = costs.serial as f64 / costs.work.max(1) as f64;
    let mut rows = vec![
        row("work T₁", costs.work, "by one core, with nothing to pay for".to_owned()),
        row("span T∞", costs.span, "by as many cores as it could ever use".to_owned()),
        row(
            "serial part",
            costs.serial,
            format!("{} of the work, with nothing forked", percent(share)),
        ),
    ];
    if graph.operations.is_some() {
        let work = graph.nanoseconds.work;
        rows.push(format!("   {:<12} {:>22}   in one run", "CPU time", time(work as f64)));
    }
    rows
}

fn forked(graph: &Graph) -> String {
    let some = |count: u64, noun: &str| {
        (count > 0).then(|| format!("{} {}", thousands(count), noun_for(count, noun)))
    };
    let forks: Vec<_> =
        some(graph.tasks, "task").into_iter().chain(some(graph.threads, "thread")).collect();
    if forks.is_empty() {
        return "nothing: one thread does it all".to_owned();
    }
    if graph.forks() == 1 {
        return format!("{}, on {} made-up cores", forks.concat(), graph.cores);
    }
    let each = graph.nanoseconds.work / graph.forks();
    let forks = forks.join(" and ");
    format!("{forks}, one for each {} of work, on {} made-up cores", time(each as f64), graph.cores)
}
