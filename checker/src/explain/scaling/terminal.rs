//! A plot in characters, each series with a character of its own.

use super::chart::{AT_LEAST, AT_MOST, AXIS, MEASURED, PERFECT};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendStyle, BackendTextStyle, DrawingErrorKind};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// What is drawn on; what is drawn later covers what was there.
#[derive(Debug, Clone)]
pub struct Canvas {
    columns: u32,
    rows: u32,
    cells: Rc<RefCell<Vec<char>>>,
}

impl Canvas {
    pub fn new(columns: u32, rows: u32) -> Self {
        let cells = vec![' '; (columns * rows) as usize];
        Self { columns, rows, cells: Rc::new(RefCell::new(cells)) }
    }

    pub fn area(&self) -> DrawingArea<Self, Shift> {
        self.clone().into_drawing_area()
    }

    pub fn text(&self) -> String {
        let cells = self.cells.borrow();
        let rows = cells.chunks(self.columns as usize);
        let rows = rows.map(|row| format!("  {}", row.iter().collect::<String>()));
        let rows: Vec<_> = rows.map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n").trim_end().to_owned()
    }

    fn put(&self, (x, y): (i32, i32), character: char) {
        let inside = |at: i32, size: u32| u32::try_from(at).ok().filter(|at| *at < size);
        if let (Some(x), Some(y)) = (inside(x, self.columns), inside(y, self.rows)) {
            self.cells.borrow_mut()[(y * self.columns + x) as usize] = character;
        }
    }
}

/// The character of a series.
fn mark(color: BackendColor) -> char {
    let is = |other: RGBColor| color.rgb == (other.0, other.1, other.2);
    match () {
        () if is(PERFECT) => '.',
        () if is(AT_MOST) => '=',
        () if is(AT_LEAST) => '-',
        () if is(MEASURED) => '●',
        () => ' ',
    }
}

impl DrawingBackend for Canvas {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.columns, self.rows)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: (i32, i32), color: BackendColor) -> Drawn {
        // What smooths a line is not of the line.
        if color.alpha > 0.5 {
            self.put(at, mark(color));
        }
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: (i32, i32), to: (i32, i32), style: &S) -> Drawn {
        if style.color().rgb != (AXIS.0, AXIS.1, AXIS.2) {
            return plotters_backend::rasterizer::draw_line(self, from, to, style);
        }
        // Axes are upright or level; the short lines at their labels are not drawn.
        if from.0 == to.0 && (to.1 - from.1).abs() > 1 {
            (from.1.min(to.1)..=from.1.max(to.1)).for_each(|y| self.put((from.0, y), '│'));
        } else if from.1 == to.1 && (to.0 - from.0).abs() > 5 {
            (from.0.min(to.0)..=from.0.max(to.0)).for_each(|x| self.put((x, from.1), '─'));
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: (i32, i32),
        _: u32,
        style: &S,
        _: bool,
    ) -> Drawn {
        self.put(center, mark(style.color()));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        _: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((u32::try_from(text.chars().count()).unwrap_or(u32::MAX), 1))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): (i32, i32),
    ) -> Drawn {
        let width = i32::try_from(text.chars().count()).unwrap_or(i32::MAX);
        let left = match style.anchor().h_pos {
            HPos::Left => x,
            HPos::Right => x - width,
            HPos::Center => x - width / 2,
        };
        let top = match style.anchor().v_pos {
            VPos::Top | VPos::Center => y,
            VPos::Bottom => y - 1,
        };
        for (column, character) in (left..).zip(text.chars()) {
            self.put((column, top), character);
        }
        Ok(())
    }
}
