//! The picture as SVG: the same panels, to scale. What a stretch is can be told
//! without colours, by its height and its pattern, and who runs on a core by a
//! letter.

use super::Run;
use super::cause::Cause;
use super::lanes::{Doing, Lane, Span};
use super::picture::{LANES, heading, ms, short_ms, step};
use super::seen::Kind;
use std::fmt::Write;

/// Sizes, in pixels: names, a panel, what is between two, a lane, a bar in it.
const LABEL: f64 = 120.0;
const PANEL: f64 = 440.0;
const GAP: f64 = 24.0;
const LANE: f64 = 26.0;
const BAR: f64 = 18.0;
const TOP: f64 = 78.0;
/// Between threads and cores, in lanes.
const APART: f64 = 0.4;
/// Width of a letter, as far as that can be known.
const LETTER: f64 = 7.0;

/// Of more stretches than this in a lane only those that can be seen are drawn.
const MANY: usize = 2_000;
const SEEN: f64 = 0.4;

/// Colours of threads: told apart by most eyes, and dark enough for white text.
const COLOURS: [&str; 6] = ["#555555", "#0072b2", "#b34e00", "#007a5a", "#a34785", "#5b4fa2"];

const STYLE: &str = "text{font:12px sans-serif;fill:#222}.h{font-weight:bold;font-size:14px}\
                     .n{font-size:10px;fill:#555}.w{font-size:11px}.l{fill:#fff;font-weight:bold}";

const PATTERNS: &str = r##"<defs>
<pattern id="ready" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="1.3" fill="#333"/></pattern>
<pattern id="wait" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#f4f4f4"/><line x1="0" y1="0" x2="0" y2="5" stroke="#bbb" stroke-width="1.6"/></pattern>
</defs>"##;

/// Text being written; writing to it cannot fail.
struct Svg(String);

macro_rules! put {
    ($svg:expr, $($text:tt)*) => {
        writeln!($svg.0, $($text)*).expect("a String takes everything")
    };
}

pub fn drawn(file: &str, runs: &[Run]) -> String {
    let lanes = runs.iter().map(|run| run.lanes.len()).max().unwrap_or(0).min(LANES);
    let cores = runs.iter().map(|run| run.known_cores().len()).max().unwrap_or(0);
    let longest = runs.iter().map(|run| run.known).max().unwrap_or(0).max(1);
    let width = LABEL + pixels(runs.len()) * (PANEL + GAP);
    let below = TOP + LANE * (pixels(lanes + cores) + APART) + 12.0;
    let height = below + 64.0;
    let mut svg = Svg(String::new());
    put!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">"#
    );
    put!(svg, "<style>{STYLE}</style>\n{PATTERNS}");
    put!(svg, r##"<rect width="{width}" height="{height}" fill="#fff"/>"##);
    put!(svg, r#"<text class="h" x="10" y="22">Timeline of {}</text>"#, escaped(file));
    for index in 0..lanes {
        let lane = runs.iter().find_map(|run| run.lanes.get(index));
        let name = lane.map(|lane| format!("{} {}", lane.letter, lane.name)).unwrap_or_default();
        svg.label(pixels(index), &name);
    }
    for index in 0..cores {
        let core = runs.iter().find_map(|run| run.known_cores().get(index));
        let name = core.map(|core| format!("core {core}")).unwrap_or_default();
        svg.label(pixels(lanes + index) + APART, &name);
    }
    for (panel, run) in runs.iter().enumerate() {
        let left = LABEL + pixels(panel) * (PANEL + GAP);
        let scale = Scale { left, per_pixel: precise(longest) / PANEL };
        svg.axis(&scale, run, longest, below - 8.0);
        for (index, lane) in run.lanes.iter().take(lanes).enumerate() {
            svg.lane(&scale, index, lane);
        }
        for (index, core) in run.known_cores().iter().enumerate() {
            svg.core(&scale, run, pixels(lanes + index) + APART, *core);
        }
    }
    svg.legend(below + 12.0);
    put!(svg, "</svg>");
    svg.0
}

/// A turn of a lane, from one pixel to another.
type Turn<'a> = (usize, f64, f64, &'a Span);

/// Where a moment lies.
struct Scale {
    left: f64,
    per_pixel: f64,
}

impl Scale {
    fn x(&self, at: u64) -> f64 {
        self.left + precise(at) / self.per_pixel
    }
}

impl Svg {
    fn label(&mut self, row: f64, name: &str) {
        let y = TOP + LANE * row + 13.0;
        let short: String = name.chars().take(16).collect();
        put!(
            self,
            r#"<text x="10" y="{y}">{}<title>{}</title></text>"#,
            escaped(&short),
            escaped(name)
        );
    }

    /// What the panel is, and round times along its top.
    fn axis(&mut self, scale: &Scale, run: &Run, longest: u64, bottom: f64) {
        let kind = match run.seen.kind {
            Kind::Neither => "neither concurrent nor parallel",
            Kind::ConcurrentOnly => "concurrent only",
            Kind::Parallel => "parallel",
        };
        let (left, title) = (scale.left, heading(run));
        put!(self, r#"<text class="h" x="{left}" y="44">{title}: {kind}</text>"#);
        let step = step(longest.div_ceil(60).max(1));
        for at in (0..=longest / step).map(|tick| tick * step) {
            let x = scale.x(at);
            put!(
                self,
                r##"<line x1="{x:.1}" y1="62" x2="{x:.1}" y2="{bottom:.1}" stroke="#ddd"/>"##
            );
            let text = short_ms(at);
            // The next panel begins with a time of its own.
            if x + LETTER * pixels(text.len()) < scale.left + PANEL + GAP {
                put!(self, r#"<text class="n" x="{:.1}" y="70">{text}</text>"#, x + 2.0);
            }
        }
    }

    fn lane(&mut self, scale: &Scale, row: usize, lane: &Lane) {
        let y = TOP + LANE * pixels(row);
        for span in &lane.spans {
            let (x, width) = (scale.x(span.from), scale.x(span.to) - scale.x(span.from));
            if width < SEEN && lane.spans.len() > MANY {
                continue;
            }
            let time = format!("{} from {}", ms(span.length()), ms(span.from));
            let (fill, inset, said) = match span.doing {
                Doing::Run { core } => {
                    let on = core.map(|core| format!(" on core {core}")).unwrap_or_default();
                    (colour(row), 0.0, format!("runs{on}"))
                }
                Doing::Ready => ("url(#ready)", 4.0, "ready, and no core is free".to_owned()),
                Doing::Wait { cause } => {
                    let cause = cause.map(|cause| &lane.causes[cause]);
                    let what = cause.map(|cause| cause.told()).unwrap_or_default();
                    ("url(#wait)", 4.0, format!("waits {what}").trim_end().to_owned())
                }
            };
            let title = escaped(&format!("{}: {said}, {time}", lane.name));
            self.bar((x, y + inset), (width, BAR - 2.0 * inset), fill, &title);
            if let Doing::Wait { .. } = span.doing {
                let word = lane.cause(span.doing).map_or("wait", Cause::word);
                self.inside("w", (x, y + 13.0), width, word);
            }
        }
    }

    fn core(&mut self, scale: &Scale, run: &Run, row: f64, core: u32) {
        let y = TOP + LANE * row;
        let (x, end) = (scale.left, scale.x(run.known));
        put!(
            self,
            r##"<line x1="{x}" y1="{0:.1}" x2="{end:.1}" y2="{0:.1}" stroke="#999"/>"##,
            y + BAR
        );
        let on = Doing::Run { core: Some(core) };
        let mut turns: Vec<_> = run
            .lanes
            .iter()
            .enumerate()
            .flat_map(|(index, lane)| lane.spans.iter().map(move |span| (index, span)))
            .filter(|(_, span)| span.doing == on)
            .map(|(index, span)| (index, scale.x(span.from), scale.x(span.to), span))
            .collect();
        turns.sort_by_key(|(_, _, _, span)| span.from);
        let many = turns.len() > MANY;
        for &(index, x, end, span) in turns.iter().filter(|(_, x, end, _)| !many || end - x > SEEN)
        {
            let (name, time) = (&run.lanes[index].name, ms(span.length()));
            let title = escaped(&format!("{name} on core {core}, {time} from {}", ms(span.from)));
            self.bar((x, y), (end - x, BAR), colour(index), &title);
        }
        // One letter for turns that are hardly interrupted.
        let close = |one: &Turn<'_>, next: &Turn<'_>| one.0 == next.0 && next.1 - one.2 < LETTER;
        for group in turns.chunk_by(close) {
            if let (Some(first), Some(last)) = (group.first(), group.last()) {
                let letter = run.lanes[first.0].letter.to_string();
                self.inside("l", (first.1, y + 13.0), last.2 - first.1, &letter);
            }
        }
    }

    fn bar(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), fill: &str, title: &str) {
        put!(
            self,
            r#"<rect x="{x:.2}" y="{y:.1}" width="{:.2}" height="{height}" fill="{fill}"><title>{title}</title></rect>"#,
            width.max(0.05)
        );
    }

    /// A word inside a bar, where there is room for it.
    fn inside(&mut self, class: &str, (x, y): (f64, f64), width: f64, word: &str) {
        let wanted = LETTER * pixels(word.chars().count()) + 2.0;
        if wanted <= width {
            let x = x + (width - wanted) / 2.0 + 1.0;
            put!(
                self,
                r#"<text class="{class}" x="{x:.1}" y="{y:.1}" pointer-events="none">{word}</text>"#
            );
        }
    }

    fn legend(&mut self, y: f64) {
        let samples = [
            (COLOURS[1], 0.0, "runs"),
            ("url(#ready)", 4.0, "ready, and no core is free"),
            ("url(#wait)", 4.0, "waits"),
        ];
        let mut x = LABEL;
        for (fill, inset, said) in samples {
            self.bar((x, y + inset), (40.0, BAR - 2.0 * inset), fill, said);
            put!(self, r#"<text x="{:.1}" y="{:.1}">{said}</text>"#, x + 46.0, y + 13.0);
            x += 62.0 + LETTER * pixels(said.len());
        }
        let letters = "letters: who runs on the core";
        put!(self, r#"<text x="{x:.1}" y="{:.1}">{letters}</text>"#, y + 13.0);
    }
}

fn colour(lane: usize) -> &'static str {
    match lane {
        0 => COLOURS[0],
        _ => COLOURS[1 + (lane - 1) % (COLOURS.len() - 1)],
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[expect(clippy::cast_precision_loss, reason = "a picture is not that precise")]
fn precise(nanoseconds: u64) -> f64 {
    nanoseconds as f64
}

#[expect(clippy::cast_precision_loss, reason = "a picture has few of anything")]
fn pixels(count: usize) -> f64 {
    count as f64
}
