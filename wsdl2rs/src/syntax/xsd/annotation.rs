//! `xs:annotation` (XSD 1.0 Part 1, section 3.13.2), and what every component has.
//!
//! `xs:appinfo` is for other programs and not read.

use crate::source::Span;
use crate::syntax::context::Context;
use crate::syntax::family::is_schema;
use crate::syntax::reader::{Node, Reader};
use crate::syntax::{Documentation, ForeignAttribute};
use crate::vocabulary::terms;

/// What every component has.
#[derive(Clone, Debug)]
pub(crate) struct Common {
    /// The start tag.
    pub(crate) span: Span,
    /// `xs:annotation/xs:documentation`.
    pub(crate) documentation: Documentation,
    /// Attributes from other namespaces.
    pub(crate) foreign: Vec<ForeignAttribute>,
}

impl Common {
    /// Reads what every component has; also its other children.
    pub(super) fn read<'a>(reader: &mut Reader<'a>, cx: &mut Context<'_>) -> (Self, Vec<Node<'a>>) {
        let foreign = reader.foreign(cx);
        reader.id(cx);
        let (documentation, children) = annotated(reader, cx);
        (Self { span: reader.span(), documentation, foreign }, children)
    }
}

/// The documentation of a component, and its children other than annotations.
pub(super) fn annotated<'a>(
    reader: &Reader<'a>,
    cx: &mut Context<'_>,
) -> (Documentation, Vec<Node<'a>>) {
    let mut children = reader.children(cx);
    let mut documentation = Documentation::default();
    let mut position = 0;
    children.retain(|child| {
        position += 1;
        if !is_annotation(*child) {
            return true;
        }
        if position > 1 {
            reader.unexpected(cx, *child);
        }
        read_annotation(*child, cx, &mut documentation);
        false
    });
    (documentation, children)
}

/// Whether an element is `xs:annotation`.
pub(super) fn is_annotation(node: Node<'_>) -> bool {
    is_schema(node) && node.tag_name().name() == terms::ANNOTATION
}

/// Reads an annotation, whose text follows what is already there.
pub(super) fn read_annotation(
    node: Node<'_>,
    cx: &mut Context<'_>,
    documentation: &mut Documentation,
) {
    let mut reader = Reader::new(node, cx);
    reader.id(cx);
    for child in reader.children(cx) {
        match child.tag_name().name() {
            terms::DOCUMENTATION if is_schema(child) => {
                let text = documentation_text(child);
                append(&mut documentation.text, &text);
            }
            terms::APPINFO if is_schema(child) => {}
            _ => reader.unexpected(cx, child),
        }
    }
    reader.finish(cx);
}

fn append(documentation: &mut String, text: &str) {
    if !documentation.is_empty() && !text.is_empty() {
        documentation.push_str("\n\n");
    }
    documentation.push_str(text);
}

/// The text of a documentation element: markup removed, lines trimmed, paragraphs kept.
pub(crate) fn documentation_text(node: Node<'_>) -> String {
    let mut raw = String::new();
    collect(node, &mut raw);
    let mut text = String::new();
    let mut blank = false;
    for line in raw.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words.is_empty() {
            blank = true;
            continue;
        }
        if !text.is_empty() {
            text.push_str(if blank { "\n\n" } else { "\n" });
        }
        text.push_str(&words.join(" "));
        blank = false;
    }
    text
}

/// Appends the text of an element and its descendants.
fn collect(node: Node<'_>, text: &mut String) {
    for child in node.children() {
        if child.is_text() {
            text.push_str(child.text().unwrap_or_default());
        } else if child.is_element() {
            let (before, after) = line_breaks(child.tag_name().name());
            text.push_str(before);
            collect(child, text);
            text.push_str(after);
        }
    }
}

/// What separates an element of HTML from what precedes and follows it.
fn line_breaks(name: &str) -> (&'static str, &'static str) {
    match name.to_ascii_lowercase().as_str() {
        "p" | "div" | "ul" | "ol" | "dl" | "table" | "pre" | "blockquote" | "h1" | "h2" | "h3"
        | "h4" | "h5" | "h6" => ("\n\n", "\n\n"),
        "br" | "li" | "tr" | "dt" | "dd" => ("\n", ""),
        _ => ("", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documentation_keeps_words_and_paragraphs() {
        let rows = [
            ("<d>text</d>", "text"),
            ("<d>\n   one\n   two  three\n</d>", "one\ntwo three"),
            ("<d>one\n\n\n two</d>", "one\n\ntwo"),
            ("<d><p>one</p><p>two <b>bold</b></p></d>", "one\n\ntwo bold"),
            ("<d>one<br/>two</d>", "one\ntwo"),
            ("<d><ul><li>a</li><li>b</li></ul>c</d>", "a\nb\n\nc"),
            ("<d><!-- no --><![CDATA[a < b]]></d>", "a < b"),
            ("<d> </d>", ""),
        ];
        for (xml, text) in rows {
            let document = roxmltree::Document::parse(xml).expect("the row is well-formed");
            assert_eq!(documentation_text(document.root_element()), text, "{xml}");
        }
    }
}
