//! Lists that are read item by item and are hostile: refused in time, and within the limits.

#[path = "support/list.rs"]
mod list;
#[path = "support/pieces.rs"]
mod pieces;

use std::io::{self, BufRead, BufReader, Read};
use std::time::Duration;

use cpu_time::ThreadTime;
use list::{Outline, Root, names};
use pieces::{Drip, streamed, whole};
use wsdl2rs_runtime::xml::{Items, Limits, ReadOptions};

const START: &str = "<r xmlns='urn:r' xmlns:p='urn:r'>";

/// How many items come before the error, and the error.
fn failure(source: impl BufRead, options: &ReadOptions) -> (usize, String) {
    let mut items = streamed::<Outline>(source, &["i"], options);
    let last = items.pop().expect("there is an error");
    assert!(items.iter().all(Result::is_ok), "{items:?}");
    (items.len(), last.expect_err("it is the last"))
}

#[test]
fn faults_are_those_of_the_document() {
    let utf_16: Vec<u8> = "\u{FEFF}<r/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (document, count, error) in [
        (&b""[..], 0, "/, line 1, column 1: not well-formed: the document has no root element"),
        (b"<r", 0, "/, line 1, column 3: not well-formed: the document ends inside a start tag"),
        (b"<s/>", 0, "/s, line 1, column 1: root element is s, expected {urn:r}r"),
        (
            b"<r xmlns='urn:r'><i/><i>",
            1,
            "/r/i[2], line 1, column 25: not well-formed: the document is cut off",
        ),
        (
            b"<r xmlns='urn:r'><i/>",
            1,
            "/r, line 1, column 22: not well-formed: the document is cut off",
        ),
        (
            b"<r xmlns='urn:r'><i/></r>\n<r/>",
            1,
            "/r[2], line 2, column 1: not well-formed: a second root element",
        ),
        (
            b"<r xmlns='urn:r'><i/></r>x",
            1,
            "/, line 1, column 26: not well-formed: text after the root element",
        ),
        (b"<!DOCTYPE r><r/>", 0, "/, line 1, column 1: document type declarations are refused"),
        (
            b"<r xmlns='urn:r'><i/><!DOCTYPE r></r>",
            1,
            "/r, line 1, column 22: document type declarations are refused",
        ),
        (
            &utf_16,
            0,
            "/, line 1, column 1: character encoding: UTF-16 is not read as it comes, only as a whole",
        ),
        (
            b"<r xmlns='urn:r'><i/>\n<i>\xFF</i></r>",
            1,
            "/r/i[2], line 2, column 4: character encoding: the bytes are not UTF-8",
        ),
        (
            b"<?xml version='1.0' encoding='ISO-8859-1'?><r xmlns='urn:r'><i>1</i>\n<i>\xE9</i>",
            1,
            "/r/i[2], line 2, column 4: character encoding: of the encoding that is declared, a stream is read in ASCII only",
        ),
        (
            b"<?xml version='1.0' encoding='koi8-r'?><r/>",
            0,
            "/, line 1, column 31: character encoding: the document declares koi8-r, it is UTF-8",
        ),
    ] {
        for size in [1, 2, 1_000] {
            let found = failure(Drip::new(document, [size]), &ReadOptions::default());
            assert_eq!(found, (count, error.to_owned()), "{}", String::from_utf8_lossy(document));
        }
    }
}

#[test]
fn a_source_that_fails_ends_the_list() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("gone"))
        }
    }
    let start = format!("{START}<i/>\n<i>");
    let source = BufReader::new(start.as_bytes().chain(Failing));
    let error = "/r, line 1, column 38: reading failed: gone";
    assert_eq!(failure(source, &ReadOptions::default()), (1, error.to_owned()));
    let source = BufReader::new(start.as_bytes().chain(Failing));
    let mut items =
        Items::<Outline, _>::new::<Root>(source, names(&["i"]), &ReadOptions::default());
    assert_eq!(items.by_ref().count(), 2);
    assert!(items.next().is_none());
}

#[test]
fn limits_hold_for_each_item() {
    type Row = (fn(&mut Limits) -> &mut usize, usize, String, usize, &'static str);
    let rows: [Row; 6] = [
        (
            |l| &mut l.decoded_body,
            33,
            format!("{START}<i>4</i>\n <i>678901234567890123456789012</i>"),
            1,
            "decoded_body",
        ),
        (
            |l| &mut l.decoded_body,
            33,
            format!("{START} <j>67890123456789012345678901234</j>"),
            0,
            "decoded_body",
        ),
        (|l| &mut l.depth, 3, format!("{START}<i><j/></i><i><j><k/></j></i></r>"), 1, "depth"),
        (|l| &mut l.elements, 2, format!("{START}<i><j/></i><i><j/><k/></i></r>"), 1, "elements"),
        (
            |l| &mut l.children,
            2,
            format!("{START}<i/><i/><i/><i><j/><j/><j/></i></r>"),
            3,
            "children",
        ),
        (
            |l| &mut l.distinct_namespaces,
            1,
            format!(
                "{START}<i xmlns='u:1'/><j xmlns='u:2'/><j><k xmlns='u:3'/><k xmlns='u:4'/></j>"
            ),
            0,
            "distinct_namespaces",
        ),
    ];
    for (field, value, document, count, name) in rows {
        let mut limits = Limits::default();
        *field(&mut limits) = value;
        let options = ReadOptions::strict().with_limits(limits);
        for size in [1, 7, 1_000] {
            let (found, error) = failure(Drip::new(document.as_bytes(), [size]), &options);
            assert_eq!(found, count, "{document}: {error}");
            assert!(error.ends_with(&format!("over the limit `{name}` of {value}")), "{error}");
        }
    }
}

/// However small the pieces and whatever the document, time is in proportion to its size.
#[test]
fn time_is_linear() {
    let large_tag = format!("<r xmlns='urn:r' {}>", "x".repeat(900));
    let attributes: String = (0..400).map(|n| format!(" a{n}='{}'", "x".repeat(1_000))).collect();
    let large_head = format!("<r xmlns='urn:r'{attributes}>");
    for (document, size) in [
        (format!("{START}{}</r>", "<i/>".repeat(50_000)), 1),
        (format!("{START}{}</r>", "<l></l>".repeat(50_000)), 64),
        (format!("{START}<i>{}</i></r>", "x".repeat(500_000)), 1),
        (format!("{START}<i>{}</i></r>", "<!--x-->".repeat(60_000)), 1),
        (format!("{START}<i a='{}", "<i>".repeat(100_000)), 1),
        (format!("{START}{}", "<i>".repeat(100_000)), 1),
        (format!("{START}<!--{}", "->".repeat(100_000)), 1),
        (format!("{large_head}{}</r>", "<i/>".repeat(50_000)), 1),
        (format!("{large_head}{}</r>", "<l></l>".repeat(50_000)), 1_000),
        (large_tag, 1),
    ] {
        for path in [&["i"][..], &["l", "i"]] {
            let start = ThreadTime::now();
            let options = ReadOptions::default();
            let found = streamed::<Outline>(Drip::new(document.as_bytes(), [size]), path, &options);
            let time = start.elapsed();
            assert_eq!(found.len(), whole_count(&document, path), "{}", &document[..40]);
            assert!(time < Duration::from_secs(5), "{time:?} {}", &document[..40]);
        }
    }
}

/// How many items or errors the whole document has.
fn whole_count(document: &str, path: &[&'static str]) -> usize {
    let mut limits = Limits::default();
    limits.children = usize::MAX;
    whole(document, path, &ReadOptions::default().with_limits(limits)).len()
}
