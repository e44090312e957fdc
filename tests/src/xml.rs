//! Whether two XML documents say the same: expanded names, attributes in any order, text.
//!
//! Prefixes, comments, the form of the declaration, and white space between elements do not
//! count. The value of `xsi:type` is a qualified name (XSD Part 1, section 2.6.1) and is
//! compared as one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use roxmltree::{Document, Node};

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Where and how two documents differ first; none where they say the same.
///
/// # Panics
/// When a text is not well-formed XML.
#[must_use]
pub fn difference(expected: &str, actual: &str) -> Option<String> {
    let parse = |text: &str| canonical(Document::parse(text).expect("XML").root_element());
    let (expected, actual) = (parse(expected), parse(actual));
    (expected != actual).then(|| {
        similar::TextDiff::from_lines(&expected, &actual)
            .unified_diff()
            .header("expected", "actual")
            .to_string()
    })
}

/// The document in one form for all that say the same: a line for each tag, attribute and text.
///
/// # Panics
/// When the text is not well-formed XML.
#[must_use]
pub fn canonical_text(text: &str) -> String {
    canonical(Document::parse(text).expect("XML").root_element())
}

/// The expanded name of a document's root element.
///
/// # Errors
/// When the text is not well-formed XML.
pub fn root_name(text: &str) -> Result<String, String> {
    let document = Document::parse(text).map_err(|error| error.to_string())?;
    let name = document.root_element().tag_name();
    Ok(format!("{{{}}}{}", name.namespace().unwrap_or_default(), name.name()))
}

/// The texts and values of attributes of documents, each on one line.
///
/// # Panics
/// When a file cannot be read, or is not well-formed.
#[must_use]
pub fn words(files: &[PathBuf]) -> Vec<String> {
    let mut words = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).expect("a message can be read");
        let document = Document::parse(&text).expect("a message is well-formed");
        for node in document.descendants().filter(Node::is_element) {
            words.extend(node.text().map(str::to_owned));
            words.extend(node.attributes().map(|attribute| attribute.value().to_owned()));
        }
    }
    words.retain(|word| !word.contains('\n'));
    words.sort();
    words.dedup();
    words
}

/// The expanded name of a document's root, or the one in the comment `read as {…}…` that a
/// document has that is not one of the case's elements or not well-formed.
///
/// # Errors
/// When the file cannot be read, or has no root.
pub fn root_element(message: &Path) -> Result<String, String> {
    let text = fs::read_to_string(message).map_err(|error| error.to_string())?;
    if let Some((_, rest)) = text.split_once("<!-- read as ")
        && let Some((name, _)) = rest.split_once(" -->")
    {
        return Ok(name.to_owned());
    }
    root_name(&text)
}

fn canonical(root: Node<'_, '_>) -> String {
    let mut out = String::new();
    element(root, 0, &mut out);
    out
}

fn element(node: Node<'_, '_>, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    let name = expanded(node.tag_name().namespace(), node.tag_name().name());
    out.push_str(&format!("{indent}<{name}>\n"));
    let attributes: BTreeMap<String, String> =
        node.attributes().map(|a| attribute(node, &a)).collect();
    for (name, value) in attributes {
        out.push_str(&format!("{indent}  @{name}={value:?}\n"));
    }
    let has_elements = node.children().any(|child| child.is_element());
    let mut text = String::new();
    for child in node.children() {
        if child.is_element() {
            flush(&mut text, has_elements, &indent, out);
            element(child, depth + 1, out);
        } else if child.is_text() {
            text.push_str(child.text().unwrap_or_default());
        }
    }
    flush(&mut text, has_elements, &indent, out);
}

/// Writes text that counts: beside elements, white space does not.
fn flush(text: &mut String, has_elements: bool, indent: &str, out: &mut String) {
    let counts = if has_elements { !text.trim().is_empty() } else { !text.is_empty() };
    if counts {
        out.push_str(&format!("{indent}  {text:?}\n"));
    }
    text.clear();
}

fn attribute(node: Node<'_, '_>, attribute: &roxmltree::Attribute<'_, '_>) -> (String, String) {
    let name = expanded(attribute.namespace(), attribute.name());
    let value = attribute.value();
    if attribute.namespace() == Some(XSI) && attribute.name() == "type" {
        let (prefix, local) = value.split_once(':').unwrap_or(("", value));
        let namespace = node.lookup_namespace_uri((!prefix.is_empty()).then_some(prefix));
        return (name, expanded(namespace, local));
    }
    (name, value.to_owned())
}

fn expanded(namespace: Option<&str>, local: &str) -> String {
    match namespace {
        Some(namespace) if !namespace.is_empty() => format!("{{{namespace}}}{local}"),
        _ => local.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn what_counts_and_what_does_not() {
        let rows = [
            ("<a xmlns='u'/>", "<p:a xmlns:p='u'/>", true),
            ("<a x='1' y='2'/>", "<a y='2' x='1'></a>", true),
            ("<a>\n <b/>\n</a>", "<a><b/></a>", true),
            ("<a><!--c-->t</a>", "<a>t</a>", true),
            ("<a>t</a>", "<a>t </a>", false),
            ("<a> </a>", "<a/>", false),
            ("<a/>", "<a xmlns='u'/>", false),
            ("<a><b/><c/></a>", "<a><c/><b/></a>", false),
            ("<a x='1'/>", "<a x='2'/>", false),
        ];
        for (left, right, equal) in rows {
            assert_eq!(difference(left, right).is_none(), equal, "{left} and {right}");
        }
    }
}
