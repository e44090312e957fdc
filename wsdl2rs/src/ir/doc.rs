//! Documentation made safe: the text of a foreign document cannot become code, links or markup.

/// Lines of a doc comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doc {
    lines: Vec<String>,
}

/// Lines of a schema's documentation beyond this number are left out.
const MOST_LINES: usize = 60;

impl Doc {
    /// Documentation of the project's own: trusted Markdown, one paragraph. Names and values in it
    /// are a document's, so that what would draw on a page is written out.
    pub(crate) fn own(text: &str) -> Self {
        Self { lines: vec![harmless(text)] }
    }

    /// The documentation of a component: every line is prose.
    pub(crate) fn foreign(text: &str) -> Self {
        let mut lines: Vec<String> = Vec::new();
        for line in text.lines() {
            let line = prose(line);
            let repeats = line.is_empty() && lines.last().is_none_or(String::is_empty);
            if !repeats {
                lines.push(line);
            }
        }
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        if lines.len() > MOST_LINES {
            lines.truncate(MOST_LINES);
            lines.push("…".to_owned());
        }
        Self { lines }
    }

    /// Adds a paragraph of the project's own.
    pub(crate) fn then(mut self, paragraph: &str) -> Self {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.push(harmless(paragraph));
        self
    }

    /// The lines, without comment markers.
    pub(crate) fn lines(&self) -> &[String] {
        &self.lines
    }
}

/// The text with control and direction characters as their numbers.
fn harmless(text: &str) -> String {
    if !text.chars().any(draws) {
        return text.to_owned();
    }
    let written = |c: char| if draws(c) { c.escape_unicode().to_string() } else { c.to_string() };
    text.chars().map(written).collect()
}

fn draws(c: char) -> bool {
    c.is_control() || is_directional(c)
}

/// A line as prose: trimmed, so that no indentation makes it code; Markdown's and rustdoc's
/// characters escaped; control and direction characters left out.
fn prose(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.trim().chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '#' | '=' | '+' | '-' if out.is_empty() => {
                out.push('\\');
                out.push(c);
            }
            '&' => out.push_str("&amp;"),
            '\t' => out.push(' '),
            c if draws(c) => {}
            c => out.push(c),
        }
    }
    guard_list_and_links(out)
}

/// `1.` begins a list, and a bare address would become a link to rustdoc's lint.
fn guard_list_and_links(line: String) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let line = match line.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line,
    };
    line.replace("://", "\\://")
}

fn is_directional(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::Doc;

    #[test]
    fn foreign_text_is_prose() {
        let rows = [
            ("  plain  ", "plain"),
            ("    indented code", "indented code"),
            ("```rust", "\\`\\`\\`rust"),
            ("# Heading", "\\# Heading"),
            ("[link](x)", "\\[link\\](x)"),
            ("a < b & c", "a \\< b &amp; c"),
            ("1. one", "1\\. one"),
            ("*/ fn main() {}", "\\*/ fn main() {}"),
            ("rtl \u{202E}evil", "rtl evil"),
            ("nul \u{0}", "nul "),
        ];
        for (text, expected) in rows {
            assert_eq!(Doc::foreign(text).lines(), [expected], "{text:?}");
        }
    }

    #[test]
    fn values_in_sentences_do_not_draw() {
        let doc = Doc::own("Value `a\u{202E}\n`.").then("Default `\u{1}`.");
        assert_eq!(doc.lines(), [r"Value `a\u{202e}\u{a}`.", "", r"Default `\u{1}`."]);
    }

    #[test]
    fn blank_lines_are_folded() {
        assert_eq!(Doc::foreign("\n\na\n\n\nb\n\n").lines(), ["a", "", "b"]);
    }
}
