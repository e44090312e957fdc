//! A finding that needs the documents no more: its places are lines and columns, with excerpts.

use std::fmt;

use super::collect::Collected;
use super::excerpt::{Excerpt, visible};
use super::{Code, Diagnostics, Label, Origin, Place, Severity, Style, render};
use crate::source::SourceMap;

/// Something that is wrong with the input, or worth knowing about it.
///
/// Displays as the report on it: the rule's code, the place as `FILE:LINE:COLUMN`, the source line
/// with the marked part, and what to do.
#[derive(Clone, Debug)]
pub struct Finding {
    pub(super) code: Code,
    pub(super) severity: Severity,
    pub(super) message: String,
    pub(super) primary: Site,
    pub(super) labels: Vec<Site>,
    pub(super) help: String,
    pub(super) more: usize,
}

/// A place, and what there is to say about it.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    /// The document, or the file where an option was set.
    pub(crate) file: String,
    /// The line, from 1.
    pub(crate) line: usize,
    /// The column, in characters from 1.
    pub(crate) column: usize,
    pub(super) text: String,
    pub(super) excerpt: Option<Excerpt>,
}

impl Finding {
    /// Takes what was reported, sorted by position, and looks the places up in the documents.
    pub(crate) fn all(diagnostics: Diagnostics, sources: &SourceMap) -> Vec<Self> {
        diagnostics.finish().into_iter().map(|found| Self::new(found, sources)).collect()
    }

    /// Looks the places of a finding up in the documents.
    fn new(collected: Collected, sources: &SourceMap) -> Self {
        let Collected { diagnostic, more } = collected;
        let site = |label: &Label| Site::new(label, sources);
        Self {
            code: diagnostic.code,
            severity: diagnostic.severity,
            message: shown(&diagnostic.message),
            primary: site(&diagnostic.primary),
            labels: diagnostic.labels.iter().map(site).collect(),
            help: shown(&diagnostic.help),
            more,
        }
    }

    /// The name of the rule, such as `src-resolve` or `W2R-endless-type`. It is explained by
    /// `wsdl2rs explain CODE`.
    #[must_use]
    pub fn code(&self) -> &str {
        self.code.id()
    }

    /// Whether nothing is generated because of it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Whether it is only worth knowing.
    pub(crate) fn is_note(&self) -> bool {
        self.severity == Severity::Note
    }

    /// Whether a document could not be read at all.
    pub(super) fn is_unreadable(&self) -> bool {
        self.code == Code::FileNotRead
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }

    /// The document, or the file where an option was set.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.primary.file
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.primary.line
    }

    /// The column, in characters from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.primary.column
    }

    /// The finding in lines for the output of a build script, where Cargo begins each with
    /// `warning: PACKAGE@VERSION:`.
    pub(crate) fn to_build_lines(&self) -> Vec<String> {
        let Site { file, line, column, .. } = &self.primary;
        let mut lines =
            vec![format!("{file}:{line}:{column}: [{}] {}", self.code.id(), self.message)];
        for label in &self.labels {
            let Site { file, line, column, text, .. } = label;
            lines.push(format!("  {file}:{line}:{column}: {text}"));
        }
        lines.push(format!("  help: {}", self.help));
        if self.more > 0 {
            lines.push(format!("  and {} more like this", self.more));
        }
        lines
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&render(std::slice::from_ref(self), Style::Plain))
    }
}

impl Site {
    /// A place in a document.
    #[cfg(feature = "cli")]
    pub(crate) fn of(span: crate::source::Span, sources: &SourceMap) -> Self {
        Self::new(&Label { place: span.into(), text: String::new() }, sources)
    }

    fn new(label: &Label, sources: &SourceMap) -> Self {
        let mut site = match &label.place {
            Place::Document(span) => {
                let position = sources.position(*span);
                let text = sources.text(span.source);
                let excerpt = || Excerpt::new(text, span.range());
                Self {
                    file: sources.uri(span.source).to_owned(),
                    line: position.line,
                    column: position.column,
                    text: String::new(),
                    // A document that could not be read has no line to show.
                    excerpt: (!text.is_empty()).then(excerpt),
                }
            }
            Place::Option(Origin::Caller(location)) => Self {
                file: location.file().to_owned(),
                line: location.line() as usize,
                column: location.column() as usize,
                text: String::new(),
                excerpt: None,
            },
            Place::Option(Origin::File { file, start, end }) => {
                let (line, column) = position(&file.text, *start);
                let excerpt = Some(Excerpt::new(&file.text, *start..*end));
                Self { file: file.name.clone(), line, column, text: String::new(), excerpt }
            }
        };
        site.file = visible(&site.file).into_owned();
        site.text = shown(&label.text);
        site
    }
}

/// The most characters of a text that a report shows; what a document says may be very long.
const SHOWN: usize = 600;

/// A text as a report shows it.
fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}...", visible(&text[..end])),
        None => visible(text).into_owned(),
    }
}

/// The line and the column, in characters, of a byte of `text`; both from 1.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
