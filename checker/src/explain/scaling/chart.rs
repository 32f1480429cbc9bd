//! The plot, described once and drawn in the terminal and as SVG.

use super::terminal::Canvas;
use crate::explain::paint;
use crate::scaling::{REFERENCE_CORES, Scaling, lower_estimate, upper_bound};
use facts::speedup::Graph;
use plotters::coord::Shift;
use plotters::prelude::*;
use std::error::Error;

pub const PERFECT: RGBColor = RGBColor(150, 150, 150);
pub const AT_MOST: RGBColor = RGBColor(60, 130, 70);
pub const AT_LEAST: RGBColor = RGBColor(30, 80, 180);
pub const MEASURED: RGBColor = RGBColor(190, 40, 30);
pub const AXIS: RGBColor = BLACK;

/// In the terminal, in characters.
const COLUMNS: u32 = 70;
const ROWS: u32 = 20;

/// As SVG, in pixels.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 440;

/// What is drawn, whatever with.
struct Chart<'a> {
    scaling: &'a Scaling,
    /// As far as both axes go.
    cores: usize,
    /// Room for the labels of the axes: left and below.
    margins: (u32, u32),
    /// Radius of a dot; 0 for a single character.
    dot: i32,
}

/// In characters, with what they mean below.
pub fn drawn(scaling: &Scaling) -> String {
    let canvas = Canvas::new(COLUMNS, ROWS);
    let chart = Chart { scaling, cores: cores(scaling), margins: (5, 3), dot: 0 };
    // Drawing on a canvas of one's own cannot fail.
    let _ = chart.draw(&canvas.area());
    let heading = paint::bold("speedup");
    let about = "(upwards) on so many cores (to the right)";
    format!("  {heading} {about}\n\n{}\n\n{}", canvas.text(), legend(scaling))
}

fn legend(scaling: &Scaling) -> String {
    let predicted = scaling.graph.is_some().then_some(["=  at most", "-  at least"]);
    let predicted = predicted.into_iter().flatten();
    let entries = predicted.chain([".  perfect", "●  measured"]);
    format!("      {}", entries.collect::<Vec<_>>().join("      "))
}

/// As a picture of its own.
pub fn svg(file: &str, scaling: &Scaling) -> String {
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, (WIDTH, HEIGHT)).into_drawing_area();
        let chart = Chart { scaling, cores: cores(scaling), margins: (48, 44), dot: 5 };
        let drawn = area.fill(&WHITE).map_err(Box::<dyn Error>::from);
        // As above: it is a string that is written to.
        let _ = drawn
            .and_then(|()| {
                area.titled(
                    &format!("speedup of {file}: predicted as lines, measured as dots"),
                    ("sans-serif", 16),
                )
                .map_err(Into::into)
            })
            .and_then(|area| chart.draw(&area));
        let _ = area.present();
    }
    text
}

/// The reference machine, or this one if it is larger.
fn cores(scaling: &Scaling) -> usize {
    scaling.last().map_or(0, |point| point.cores).max(REFERENCE_CORES)
}

impl Chart<'_> {
    fn draw<B: DrawingBackend>(&self, area: &DrawingArea<B, Shift>) -> Result<(), Box<dyn Error>>
    where
        B::ErrorType: 'static,
    {
        let most = self.cores as f64;
        let (left, below) = self.margins;
        let mut chart = ChartBuilder::on(area)
            .margin(i32::from(self.dot > 0) * 12)
            .x_label_area_size(below)
            .y_label_area_size(left)
            .build_cartesian_2d(0.0..most + 0.4, 0.0..most + 0.4)?;
        let mut mesh = chart.configure_mesh();
        mesh.disable_mesh().axis_style(AXIS).x_labels(self.cores + 1).y_labels(self.cores / 2 + 1);
        let whole = |value: &f64| format!("{value:.0}");
        mesh.x_label_formatter(&whole).y_label_formatter(&whole);
        if self.dot > 0 {
            mesh.x_desc("cores").y_desc("speedup");
        } else {
            mesh.set_all_tick_mark_size(1);
        }
        mesh.draw()?;
        if self.dot == 0 {
            // A line in characters has one at each step of the smaller axis.
            let steps = (20..).map(|n| f64::from(n) / 20.0).take_while(|&x| x <= most);
            chart.draw_series(LineSeries::new(steps.map(|x| (x, x)), PERFECT))?;
        } else {
            let ends = [(1.0, 1.0), (most, most)];
            chart.draw_series(DashedLineSeries::new(ends, 6, 4, PERFECT.stroke_width(2)))?;
        }
        let mut names = vec![("perfect", (most, most), (-64, -6), PERFECT)];
        if let Some(graph) = &self.scaling.graph {
            let line = |of: fn(&Graph, usize) -> f64| {
                (1..=self.cores).map(move |cores| (cores as f64, of(graph, cores)))
            };
            let width = if self.dot > 0 { 2 } else { 1 };
            for (of, color, name) in [
                (upper_bound as fn(&Graph, usize) -> f64, AT_MOST, "at most"),
                (lower_estimate, AT_LEAST, "at least"),
            ] {
                chart.draw_series(LineSeries::new(line(of), color.stroke_width(width)))?;
                names.push((name, (most, of(graph, self.cores)), (-58, 8), color));
            }
        }
        let points = &self.scaling.points;
        if self.dot > 0 {
            for (name, at, (right, down), color) in names {
                let style = ("sans-serif", 14).into_font().color(&color);
                let text = EmptyElement::at(at) + Text::new(name, (right, down), style);
                chart.draw_series([text])?;
            }
            let spread = points.iter().map(|point| {
                let x = point.cores as f64;
                PathElement::new(vec![(x, point.low), (x, point.high)], MEASURED.stroke_width(2))
            });
            chart.draw_series(spread)?;
        }
        let dots = points.iter().map(|point| {
            Circle::new((point.cores as f64, point.speedup), self.dot, MEASURED.filled())
        });
        chart.draw_series(dots)?;
        Ok(())
    }
}
