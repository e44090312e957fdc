//! A document as the reader sees it and as roxmltree does, in one line each.

use std::fmt::Write;

use wsdl2rs_runtime::xml::{Name, ReadError, ReadOptions, Reader};

/// Reads all of a document; its elements, attributes and texts in one line.
pub(crate) fn ours(document: &str) -> Result<String, ReadError> {
    let mut reader = Reader::new(document, &[], &ReadOptions::strict());
    let mut out = String::new();
    let name = reader.root()?;
    start(&reader, name, &mut out);
    let mut depth = 1;
    while depth > 0 {
        let mut text = String::new();
        let child = reader.next_mixed_child(&mut text)?;
        if !text.is_empty() {
            out.push_str(&format!("{text:?}"));
        }
        match child {
            Some(name) => {
                start(&reader, name, &mut out);
                depth += 1;
            }
            None => {
                out.push(')');
                depth -= 1;
            }
        }
    }
    reader.finish()?;
    Ok(out)
}

fn start(reader: &Reader<'_>, name: Name<'_>, out: &mut String) {
    out.push_str(&format!("({}", reader.qname(name)));
    for index in 0..reader.attribute_count() {
        let attribute = reader.attribute(index).expect("it is within the count");
        out.push_str(&format!(" {}={:?}", reader.qname(attribute.name()), attribute.value()));
    }
}

/// The same by roxmltree.
pub(crate) fn theirs(document: &str) -> Result<String, roxmltree::Error> {
    let document = roxmltree::Document::parse(document)?;
    let mut out = String::new();
    element(document.root_element(), &mut out);
    Ok(out)
}

fn element(node: roxmltree::Node<'_, '_>, out: &mut String) {
    let qname = |namespace: Option<&str>, local: &str| match namespace {
        Some(namespace) if !namespace.is_empty() => format!("{{{namespace}}}{local}"),
        _ => local.to_owned(),
    };
    out.push_str(&format!("({}", qname(node.tag_name().namespace(), node.tag_name().name())));
    for attribute in node.attributes() {
        let name = qname(attribute.namespace(), attribute.name());
        out.push_str(&format!(" {name}={:?}", attribute.value()));
    }
    let mut text = String::new();
    for child in node.children() {
        if child.is_element() {
            flush(&mut text, out);
            element(child, out);
        } else if child.is_text() {
            text.push_str(child.text().unwrap_or_default());
        }
    }
    flush(&mut text, out);
    out.push(')');
}

fn flush(text: &mut String, out: &mut String) {
    if !text.is_empty() {
        write!(out, "{text:?}").expect("a string takes all");
        text.clear();
    }
}
