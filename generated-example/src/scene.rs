//! One scene: what is called, what is sent, what comes back, and whether it is as expected.

use std::error::Error;
use std::fmt::{self, Write as _};

use crate::wire::Wire;

/// Characters of a line.
const WIDTH: usize = 92;

/// What happened in a scene, for people to read.
pub(crate) struct Scene {
    title: &'static str,
    lines: String,
    label: &'static str,
    as_expected: bool,
}

/// Runs the lines between its parentheses, and shows them as they are written in the file, whose
/// text is `SOURCE`.
macro_rules! call {
    ($scene:ident, $($lines:tt)*) => {{
        $scene.code(SOURCE, line!());
        $($lines)*
    }};
}
pub(crate) use call;

impl Scene {
    /// A scene in which nothing has happened yet.
    pub(crate) fn new(title: &'static str) -> Self {
        Self { title, lines: String::new(), label: "", as_expected: true }
    }

    /// A line about it.
    pub(crate) fn says(&mut self, text: &str) {
        self.paragraph("", text);
    }

    /// The Rust between the parentheses of the `call!` at a line of `source`.
    pub(crate) fn code(&mut self, source: &str, line: u32) {
        let mut lines = source.lines().skip(line as usize - 1);
        let first = lines.next().unwrap_or_default();
        if let Some((_, whole)) = first.split_once("call!(scene, ") {
            self.line("call", whole.trim_end_matches(");"));
            return;
        }
        let indent = |line: &str| line.len() - line.trim_start().len();
        for line in lines.take_while(|line| indent(line) > indent(first)) {
            self.line("call", line.get(indent(first) + 4..).unwrap_or_default());
        }
    }

    /// The request as it was sent.
    pub(crate) fn sent(&mut self, wire: &Wire) {
        for line in wire.take_lines() {
            self.line("sent", &line);
        }
    }

    /// The answer, or else `None`, and then the scene is not as expected.
    pub(crate) fn answer<T, E: Error>(&mut self, answer: Result<T, E>) -> Option<T> {
        match answer {
            Ok(answer) => {
                self.line("answer", short_name::<T>());
                Some(answer)
            }
            Err(error) => {
                self.error(&error);
                self.expect("there is an answer", false);
                None
            }
        }
    }

    /// The error, or else `None`, and then the scene is not as expected.
    pub(crate) fn failure<T: fmt::Debug, E: Error>(&mut self, answer: Result<T, E>) -> Option<E> {
        match answer {
            Ok(answer) => {
                self.value("answer", &answer);
                self.expect("the call fails", false);
                None
            }
            Err(error) => {
                self.error(&error);
                Some(error)
            }
        }
    }

    fn error(&mut self, error: &dyn Error) {
        self.paragraph("error", &error.to_string());
    }

    /// A part of an answer.
    pub(crate) fn value(&mut self, name: &str, value: &dyn fmt::Debug) {
        let label = self.label;
        self.paragraph(label, &format!("  {name:<15} {value:?}"));
    }

    /// What must hold.
    pub(crate) fn expect(&mut self, what: &str, holds: bool) {
        self.as_expected &= holds;
        self.line(if holds { "ok" } else { "WRONG" }, what);
    }

    /// Whether all held that must.
    pub(crate) fn is_as_expected(&self) -> bool {
        self.as_expected
    }

    /// The scene as a text.
    pub(crate) fn print(&self, number: usize) -> String {
        let title = format!("── {number}. {} ", self.title);
        let rule = "─".repeat(WIDTH.saturating_sub(title.chars().count()));
        format!("{title}{rule}\n{}\n", self.lines)
    }

    /// A text in as many lines as it needs.
    fn paragraph(&mut self, label: &'static str, text: &str) {
        let mut rest = text.trim_end();
        let mut indent = "";
        while rest.chars().count() + indent.len() > WIDTH - 8 {
            let (line, after) = rest.split_at(break_before(rest, WIDTH - 8 - indent.len()));
            self.line(label, &format!("{indent}{line}"));
            rest = after.trim_start();
            indent = "    ";
        }
        self.line(label, &format!("{indent}{rest}"));
    }

    /// A line after its label, which is printed once.
    fn line(&mut self, label: &'static str, text: &str) {
        let shown = if label == self.label { "" } else { label };
        self.label = label;
        let _ = writeln!(self.lines, "{shown:<7} {text}");
    }
}

/// Where a line of at most so many characters ends: at a space, between two tags, or anywhere.
fn break_before(text: &str, room: usize) -> usize {
    let end = text.char_indices().nth(room).map_or(text.len(), |(end, _)| end);
    let space = text[..end].rfind(' ').filter(|space| *space > 0);
    let tags = text[..end].rfind("><").map(|tag| tag + 1);
    space.max(tags).unwrap_or(end)
}

/// The name of a type without its module.
fn short_name<T>() -> &'static str {
    let name = std::any::type_name::<T>();
    name.rsplit("::").next().unwrap_or(name)
}
