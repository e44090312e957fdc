//! Any bytes as a document: what the reader accepts, roxmltree accepts as well, and both see the
//! same elements, attributes and texts.

use wsdl2rs_runtime::xml::{self, Limits};

#[path = "../../../runtime/tests/support/trees.rs"]
mod trees;

/// Reads a document both ways.
pub(super) fn run(data: &[u8]) {
    let Ok(text) = xml::decode(data, None, &Limits::default()) else { return };
    let Ok(ours) = trees::ours(&text) else { return };
    // roxmltree keeps a carriage return before a reference (XML 1.0, section 2.11).
    let normal = text.replace("\r\n", "\n").replace('\r', "\n");
    match trees::theirs(&normal) {
        Ok(theirs) => assert_eq!(ours, theirs),
        Err(error) => panic!("roxmltree refuses: {error}"),
    }
}
