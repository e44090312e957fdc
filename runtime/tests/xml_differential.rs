//! The reader against roxmltree: whatever the reader accepts, roxmltree accepts, and both see the
//! same elements, attributes and text.
//!
//! The other way round is not asserted for all, since roxmltree lets through much that is not
//! well-formed; what it lets through and the reader refuses is listed by reason.

#[path = "support/trees.rs"]
mod trees;

use proptest::prelude::*;
use trees::{ours, theirs};

/// Why the reader refuses a document that roxmltree accepts.
const STRICTER: &[&str] = &[
    "the target of an instruction is not a name",
    "a colon in the target of an instruction",
    "white space is missing in an instruction",
    "a name begins with a colon",
    "an XML declaration that is not at the start",
    "in the XML declaration",
];

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
