//! The reader against roxmltree: whatever the reader accepts, roxmltree accepts, and both see the
//! same elements, attributes and text.
//!
//! The other way round is not asserted for all, since roxmltree lets through much that is not
//! well-formed; what it lets through and the reader refuses is listed by reason.

use std::fmt::Write;

use proptest::prelude::*;
use wsdl2rs_runtime::xml::{Name, ReadError, ReadOptions, Reader};

/// Why the reader refuses a document that roxmltree accepts.
const STRICTER: &[&str] = &[
    "the target of an instruction is not a name",
    "a colon in the target of an instruction",
    "white space is missing in an instruction",
    "a name begins with a colon",
    "an XML declaration that is not at the start",
    "in the XML declaration",
];

fn ours(document: &str) -> Result<String, ReadError> {
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

fn theirs(document: &str) -> Result<String, roxmltree::Error> {
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

/// Pieces of documents; in a row they are sometimes well-formed. A carriage return alone is not
/// among them: before a reference, roxmltree keeps it.
const PIECES: &[&str] = &[
    "<a>",
    "</a>",
    "<p:a>",
    "</p:a>",
    "<a/>",
    "<q:a xmlns:q='urn:q' q:b='1'/>",
    "<a xmlns='urn:d'>",
    "<a b='1' p:b=\"2\" xmlns:r='urn:p' c='&lt;&#10;\r\n\t'>",
    "<a p:b='' xmlns:r='urn:p' r:b=''/>",
    "<b xmlns=''/>",
    "<b xmlns:p='urn:z'>",
    "</b>",
    "<b",
    " c='d'",
    "/>",
    ">",
    "<",
    "x",
    " ",
    "\n",
    "\r\n",
    "\t",
    "&amp;",
    "&#65;",
    "&#x42;",
    "&",
    ";",
    "]]>",
    "]]",
    "<![CDATA[",
    "<![CDATA[x<&]]>",
    "<!--",
    "-->",
    "<!-- c -->",
    "--",
    "<?p?>",
    "<?p q?>",
    "<?",
    "?>",
    "\u{E9}",
    "\u{FFFD}",
    "\u{1}",
    "\u{FFFF}",
    "'",
    "\"",
    "=",
    ":",
    "<\u{E9}/>",
    "<\u{B7}/>",
    "<a:b:c/>",
    "xmlns",
    "xml",
    "<!DOCTYPE a>",
];

fn document() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES.to_vec());
    (any::<bool>(), prop::collection::vec(piece, 0..12)).prop_map(|(wrapped, pieces)| {
        let content = pieces.concat();
        if wrapped { format!("<r xmlns:p='urn:p'>{content}</r>") } else { content }
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 20_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn both_readers_see_the_same(document in document()) {
        match (ours(&document), theirs(&document)) {
            (Ok(ours), Ok(theirs)) => prop_assert_eq!(ours, theirs),
            (Err(_), Err(_)) => {}
            (Ok(_), Err(error)) => prop_assert!(false, "roxmltree refuses: {}", error),
            (Err(error), Ok(_)) => {
                let error = error.to_string();
                let known = STRICTER.iter().any(|reason| error.contains(reason));
                prop_assert!(known, "the reader refuses: {}", error);
            }
        }
    }
}
