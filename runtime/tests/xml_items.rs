//! Items read one by one are those that the whole document has, with the same errors at the same
//! places, wherever the source cuts it.

#[path = "support/list.rs"]
mod list;
#[path = "support/pieces.rs"]
mod pieces;

use list::{Outline, Root, names};
use pieces::{Drip, streamed, whole};
use proptest::prelude::*;
use wsdl2rs_runtime::xml::{self, Items, RawXml, ReadError, ReadOptions};

/// The items of a document, or the errors, as text.
fn read(document: &str, path: &[&'static str]) -> Vec<String> {
    xml::items::<Root, i32>(document.as_bytes(), names(path))
        .map(|item| item.map_or_else(|error| error.to_string(), |item| item.to_string()))
        .collect()
}

#[test]
fn items_stand_where_the_path_leads() {
    for (document, path, expected) in [
        ("<r xmlns='urn:r'><i>1</i><i> 2</i></r>", &["i"][..], &["1", "2"][..]),
        ("<r xmlns='urn:r'><j>1</j><i>2</i><k><i>3</i></k></r>", &["i"], &["2"]),
        ("<r xmlns='urn:r'><l><i>1</i></l><i>2</i><l><i>3</i></l></r>", &["l", "i"], &["1", "3"]),
        ("<p:r xmlns:p='urn:r'><i>1</i><p:i>2</p:i></p:r>", &["i"], &["2"]),
        ("<r xmlns='urn:r'><l xmlns='urn:s'><i>1</i></l><l/><l></l></r>", &["l", "i"], &[]),
        ("<?xml version='1.0'?><r xmlns='urn:r'/><!-- end -->\n", &["i"], &[]),
        ("<r xmlns='urn:r'>7</r> ", &[], &["7"]),
        ("<r xmlns='urn:r'><l/><l><i>1</i></l></r>", &["l", "i"], &["1"]),
        ("\u{FEFF}<r xmlns='urn:r'><i>1</i></r>", &["i"], &["1"]),
    ] {
        assert_eq!(read(document, path), expected, "{document}");
    }
}

#[test]
fn an_item_that_is_not_of_its_type_does_not_end_the_list() {
    let document = "<r xmlns='urn:r'>\n <i>a</i><i>2</i>\n <i><j/></i>\n<i>4</i><i>5</i></s>";
    assert_eq!(
        read(document, &["i"]),
        [
            "/r/i[1], line 2, column 5: \"a\" is not a valid xs:int: expected digits: \
             a whole number from -2147483648 to 2147483647",
            "2",
            "/r/i[3]/j, line 3, column 5: unexpected element {urn:r}j",
            "4",
            "5",
            "/r, line 4, column 17: not well-formed: the end tag of `r` was expected",
        ]
    );
}

#[test]
fn what_stands_around_items_is_reported_once() -> Result<(), ReadError> {
    let document = "<r xmlns='urn:r'>a<l>b<i>1</i>c<j/>d</l>e<l k=''><i>2</i></l><j/><j>f</j></r>";
    for size in [1, 5, 1_000] {
        let (sender, skipped) = std::sync::mpsc::channel();
        let options = ReadOptions::default().on_skipped(move |what| {
            sender.send((what.path.clone(), what.column)).expect("the other end is there");
        });
        let source = Drip::new(document.as_bytes(), [size]);
        let items = Items::<i32, _>::new::<Root>(source, names(&["l", "i"]), &options);
        assert_eq!(items.collect::<Result<Vec<_>, _>>()?, [1, 2]);
        let skipped: Vec<(String, u32)> = skipped.try_iter().collect();
        let expected = [
            ("/r", 18),
            ("/r/l", 22),
            ("/r/l", 31),
            ("/r/l/j", 32),
            ("/r/l", 36),
            ("/r", 41),
            ("/r/j", 62),
            ("/r/j[2]", 66),
        ];
        assert_eq!(skipped, expected.map(|(path, column)| (path.to_owned(), column)), "{size}");
    }
    Ok(())
}

#[test]
fn namespaces_of_outer_elements_hold_in_items() -> Result<(), ReadError> {
    let document = "<p:r xmlns:p='urn:r' xmlns:q='urn:q'><p:i q:a='q:b'><q:c/></p:i></p:r>";
    let mut items = xml::items::<Root, RawXml>(document.as_bytes(), names(&["i"]));
    let item = items.next().expect("there is one")?;
    assert_eq!(item.as_str(), "<p:i xmlns:p=\"urn:r\" xmlns:q=\"urn:q\" q:a='q:b'><q:c/></p:i>");
    assert!(items.next().is_none());
    Ok(())
}

/// Pieces of documents; in a row they are sometimes well-formed.
const PIECES: &[&str] = &[
    "<i>",
    "</i>",
    "<l>",
    "</l>",
    "<i/>",
    "<l/>",
    "<i a='>' p:b=\"'/&lt;\">x</i>",
    "<l a=\">\"><i>1</i></l>",
    "<l><!-- </l> --><p:i/><i>\r\n\u{E9}</i></l>",
    "<j xmlns=''><i><i/></i></j>",
    "<q:i xmlns:q='urn:r'>&#65;<![CDATA[</i>]]></q:i>",
    "<i xmlns:q='urn:q'><q:i q:a='' a=''/></i>",
    "<i",
    " a='",
    "'",
    "/>",
    ">",
    "<",
    "x",
    " \r\n",
    "\r",
    "\n",
    "\u{E9}",
    "\u{10348}",
    "&amp;",
    "&",
    "]]>",
    "<![CDATA[",
    "<!-- > -->",
    "<!--",
    "-->",
    "<?p <i> ?>",
    "<?",
    "?>",
    "\u{1}",
    "<!DOCTYPE a>",
    "<!d",
    "</r>",
    "<r/>",
];

fn document() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES.to_vec());
    let around = prop::sample::select(vec![
        ("<r xmlns='urn:r' xmlns:p='urn:r'>", "</r>"),
        ("<?xml version='1.0'?>\n<r xmlns='urn:r' xmlns:p='urn:r'><l>", "</l></r>\n<!-- end -->"),
        ("<r xmlns='urn:r' xmlns:p='urn:r'><l>\n\u{E9}<i/></l><l a='\r\n'>", "</l><j/></r>"),
        ("", ""),
    ]);
    (around, prop::collection::vec(piece, 0..12))
        .prop_map(|((start, end), pieces)| format!("{start}{}{end}", pieces.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 10_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn items_are_those_of_the_whole_document(
        document in document(),
        sizes in prop::collection::vec(1_usize..12, 1..6),
        path in prop::sample::select(vec![&["i"][..], &["l", "i"], &["l"], &[]]),
        strict in any::<bool>(),
    ) {
        let options = if strict { ReadOptions::strict() } else { ReadOptions::default() };
        let expected = whole(&document, path, &options);
        for sizes in [sizes, vec![1], vec![1_000]] {
            let source = Drip::new(document.as_bytes(), sizes);
            prop_assert_eq!(&streamed::<Outline>(source, path, &options), &expected);
        }
    }

    /// Bytes that are not UTF-8 are refused as in the whole document, whatever came before.
    #[test]
    fn bytes_are_judged_as_in_the_whole_document(
        document in document(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut bytes = document.into_bytes();
        if !bytes.is_empty() {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let options = ReadOptions::strict();
        let found = streamed::<Outline>(Drip::new(&bytes, [3]), &["l", "i"], &options);
        match xml::decode(&bytes, None, options.limits()) {
            Ok(document) => prop_assert_eq!(found, whole(&document, &["l", "i"], &options)),
            Err(_) => prop_assert!(found.last().is_some_and(|last| last.is_err())),
        }
    }
}
