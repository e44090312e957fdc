//! Text to a tree of XML, and what kind of document it is.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::prescan::{Obstacle, prescan, start_tag_end};
use crate::source::{Limits, SourceId, Span};
use crate::syntax::family::display;
use crate::syntax::lexical::collapse;
use crate::syntax::reader::Node;
use crate::vocabulary::{namespaces, terms};

/// The kinds of document that are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// WSDL 1.1, with its target namespace if it has one.
    Wsdl(Option<String>),
    /// XML Schema, with its own target namespace if it has one.
    Schema(Option<String>),
}

/// Parses a document of at most `nodes` nodes; also how many it has.
///
/// # Errors
/// The finding that says why it is not parsed.
pub(super) fn tree<'a>(
    source: SourceId,
    text: &'a str,
    limits: &Limits,
    nodes: usize,
) -> Result<(roxmltree::Document<'a>, usize), Box<Diagnostic>> {
    let count = prescan(text, limits, nodes)
        .map_err(|obstacle| Box::new(obstructed(source, text, &obstacle, limits)))?;
    match roxmltree::Document::parse(text) {
        Ok(document) => Ok((document, count)),
        Err(error) => Err(Box::new(not_well_formed(source, text, &error))),
    }
}

/// The finding for a document that is not parsed.
fn obstructed(source: SourceId, text: &str, obstacle: &Obstacle, limits: &Limits) -> Diagnostic {
    let (range, code, message) = match obstacle {
        Obstacle::Doctype(range) if is_of_html(&text[range.clone()]) => {
            return web_page(Span::new(source, range.clone()));
        }
        Obstacle::Doctype(range) => {
            (range, Code::DoctypeRefused, "the document has a document type declaration".to_owned())
        }
        Obstacle::Version(range) => {
            (range, Code::UnsupportedVersion, "the document is XML 1.1".to_owned())
        }
        Obstacle::Depth(range) => (range, Code::LimitExceeded, limit("depth", limits.depth)),
        Obstacle::Attributes(range) => {
            (range, Code::LimitExceeded, limit("attributes", limits.attributes))
        }
        Obstacle::Namespaces(range) => {
            (range, Code::LimitExceeded, limit("namespaces", limits.namespaces))
        }
        Obstacle::Nodes(range) => (range, Code::LimitExceeded, limit("nodes", limits.nodes)),
    };
    Diagnostic::new(code, Span::new(source, range.clone()), message)
}

/// Whether a document type declaration is that of a web page.
fn is_of_html(declaration: &str) -> bool {
    let mut words = declaration.trim_start_matches("<!").split([' ', '\t', '\r', '\n', '>']);
    let name = words.by_ref().skip(1).find(|word| !word.is_empty());
    name.is_some_and(|name| name.eq_ignore_ascii_case("html"))
}

/// The finding for a web page where a contract should be.
fn web_page(span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnknownRoot, span, "the document is a web page")
        .because("a WSDL document begins with `definitions`, a schema with `schema`")
        .help("the page may link to the contract; often its address ends in `?wsdl`")
}

/// The message for an exceeded limit.
pub(super) fn limit(name: &str, value: usize) -> String {
    format!("the limit `{name}` of {value} is exceeded")
}

fn not_well_formed(source: SourceId, text: &str, error: &roxmltree::Error) -> Diagnostic {
    let message = error.to_string();
    // The place is shown with the finding, so the message need not repeat it.
    let message = match message.rsplit_once(" at ") {
        Some((message, place)) if place.bytes().all(|b| b.is_ascii_digit() || b == b':') => message,
        _ => message.as_str(),
    };
    let is_at_end = matches!(
        error,
        roxmltree::Error::NoRootNode
            | roxmltree::Error::UnclosedRootNode
            | roxmltree::Error::UnexpectedEndOfStream
    );
    let at = if is_at_end { text.len() } else { offset(text, error.pos()) };
    let width = text[at..].chars().next().map_or(0, char::len_utf8);
    let span = Span::new(source, at..at + width);
    let message = format!("the document is not well-formed: {message}");
    Diagnostic::new(Code::XmlNotWellFormed, span, message).because("the parser stopped here")
}

/// The offset of a row and column, both from 1; the column counts characters.
fn offset(text: &str, position: roxmltree::TextPos) -> usize {
    let (row, column) = (position.row as usize, position.col as usize);
    let start: usize = text.split_inclusive('\n').take(row.saturating_sub(1)).map(str::len).sum();
    let line = &text[start.min(text.len())..];
    let within = line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
    start.min(text.len()) + within
}

/// Whether the namespace is of WSDL 2.0 or one of its drafts.
fn is_wsdl20(namespace: &str) -> bool {
    let draft =
        namespace.strip_prefix("http://www.w3.org/200").and_then(|d| d.strip_suffix("/wsdl"));
    namespace == namespaces::WSDL20 || draft.is_some()
}

/// The kind of a document, by its root element and nothing else.
pub(super) fn kind(
    source: SourceId,
    text: &str,
    root: Node<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Kind> {
    let name = root.tag_name().name();
    let namespace = root.tag_name().namespace().unwrap_or_default();
    let start = root.range().start;
    let span = Span::new(source, start..start_tag_end(text, start));
    let target = root.attribute(terms::TARGET_NAMESPACE).map(|uri| collapse(uri).into_owned());
    let target = target.filter(|uri| !uri.is_empty());
    let finding = match (namespace, name) {
        (namespaces::WSDL, terms::DEFINITIONS) => return Some(Kind::Wsdl(target)),
        (namespaces::XSD, terms::SCHEMA) => return Some(Kind::Schema(target)),
        (_, terms::DESCRIPTION) if is_wsdl20(namespace) => {
            Diagnostic::new(Code::UnsupportedVersion, span, "the document is WSDL 2.0")
                .because("supported is WSDL 1.1")
                .help("ask the publisher for the contract as WSDL 1.1, often at `?wsdl`")
        }
        _ if name.eq_ignore_ascii_case("html") => web_page(span),
        _ => {
            let message = format!("the document's root is {}", display(root));
            Diagnostic::new(Code::UnknownRoot, span, message)
                .because("a WSDL document begins with `definitions`, a schema with `schema`")
        }
    };
    diagnostics.report(finding);
    None
}
