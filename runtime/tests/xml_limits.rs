//! Each limit of the reader exactly at its value and one past it, and the time that hostile
//! documents take.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use cpu_time::ThreadTime;
use wsdl2rs_runtime::xml::{ErrorKind, Limits, ReadError, ReadOptions, Reader, decode};

fn skip(document: &str, options: &ReadOptions) -> Result<(), ReadError> {
    let mut reader = Reader::new(document, &[], options);
    reader.root()?;
    reader.skip()?;
    reader.finish()
}

fn children(count: usize) -> String {
    format!("<a>{}</a>", "<b/>".repeat(count))
}

fn nested(depth: usize) -> String {
    format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth))
}

fn attributes(count: usize) -> String {
    let attributes: String = (0..count).map(|n| format!(" b{n}=''")).collect();
    format!("<a{attributes}/>")
}

/// `per_element` declarations on each of as many nested elements as `count` needs.
fn declarations(count: usize, per_element: usize) -> String {
    let mut document = String::new();
    for n in 0..count {
        let start = if n % per_element == 0 { "<a" } else { "" };
        let end = if n % per_element == per_element - 1 || n == count - 1 { ">" } else { "" };
        document.push_str(&format!("{start} xmlns:p{n}='urn:{}'{end}", n % 7));
    }
    document + &"</a>".repeat(count.div_ceil(per_element))
}

fn distinct(count: usize) -> String {
    let children: String = (0..count).map(|n| format!("<b xmlns='urn:{n}'/>")).collect();
    format!("<a>{children}</a>")
}

fn text(length: usize) -> String {
    format!("<a>{}</a>", "x".repeat(length))
}

/// A limit by its field's name, what sets it, its default, and documents that are just at a value.
type Row = (&'static str, fn(&mut Limits) -> &mut usize, usize, fn(usize) -> String);

const ROWS: &[Row] = &[
    ("decoded_body", |l| &mut l.decoded_body, 32 << 20, |n| format!("<a/>{}", " ".repeat(n - 4))),
    ("depth", |l| &mut l.depth, 100, nested),
    ("attributes", |l| &mut l.attributes, 500, attributes),
    (
        "attribute_value",
        |l| &mut l.attribute_value,
        64 << 10,
        |n| format!("<a b='{}'/>", "x".repeat(n)),
    ),
    ("namespaces_in_scope", |l| &mut l.namespaces_in_scope, 1_024, |n| declarations(n, 16)),
    ("namespaces_per_element", |l| &mut l.namespaces_per_element, 64, |n| declarations(n, n)),
    ("distinct_namespaces", |l| &mut l.distinct_namespaces, 4_096, distinct),
    ("name", |l| &mut l.name, 1_024, |n| format!("<{}/>", "x".repeat(n))),
    ("children", |l| &mut l.children, 50_000, children),
    (
        "elements",
        |l| &mut l.elements,
        1_000_000,
        |n| {
            // No element has too many children, and the root is an element too.
            let group = format!("<b>{}</b>", "<c/>".repeat(999));
            format!("<a>{}{}</a>", group.repeat((n - 1) / 1_000), "<b/>".repeat((n - 1) % 1_000))
        },
    ),
    ("text", |l| &mut l.text, 16 << 20, text),
    ("text", |l| &mut l.text, 16 << 20, |n| format!("<a>&lt;{}<!---->x</a>", "x".repeat(n - 2))),
    ("text", |l| &mut l.text, 16 << 20, |n| format!("<a><![CDATA[{}]]></a>", "x".repeat(n))),
];

#[test]
fn limits_are_kept_to_the_unit() {
    for (name, field, default, document) in ROWS {
        assert_eq!(*field(&mut Limits::default()), *default, "{name}");
        for value in [10, 100, *default] {
            let mut limits = Limits::default();
            *field(&mut limits) = value;
            let options = ReadOptions::strict().with_limits(limits);
            if let Err(error) = skip(&document(value), &options) {
                panic!("{name} {value}: {error}");
            }
            let error = skip(&document(value + 1), &options).expect_err(name);
            assert_limit(&error, name, value);
            assert!(error.to_string().ends_with(&format!("over the limit `{name}` of {value}")));
        }
    }
}

#[track_caller]
fn assert_limit(error: &ReadError, name: &str, value: usize) {
    let is_limit = matches!(*error.kind(), ErrorKind::Limit { limit, value: found }
        if limit == name && found == value);
    assert!(is_limit, "{error}");
}

#[test]
fn text_that_is_kept_is_limited_as_text_that_is_skipped() {
    let mut limits = Limits::default();
    limits.text = 10;
    let options = ReadOptions::strict().with_limits(limits);
    for (content, is_read) in [
        ("1234567890", true),
        ("12345678901", false),
        ("12345&#x10FFFF;<![CDATA[\r\n]]>", true),
        ("123456&#x10FFFF;<![CDATA[\r\n]]>", false),
    ] {
        let document = format!("<a>{content}</a>");
        let mut reader = Reader::new(&document, &[], &options);
        reader.root().expect("a root");
        match reader.text() {
            Ok(_) => assert!(is_read, "{content}"),
            Err(error) => {
                assert!(!is_read, "{content}");
                assert_limit(&error, "text", 10);
            }
        }
    }
}

#[test]
fn copied_xml_is_limited() {
    let mut limits = Limits::default();
    limits.raw_xml = 44;
    let options = ReadOptions::strict().with_limits(limits);
    for (uri, is_read) in [("urn:1", true), ("urn:12", false)] {
        // Each copy is `<p:b xmlns:p="urn:1"/>` of 22 bytes and more.
        let document = format!("<a xmlns:p='{uri}'><p:b/><p:b/></a>");
        let mut reader = Reader::new(&document, &[], &options);
        reader.root().expect("a root");
        let mut copy = || {
            reader.next_child().expect("a child");
            reader.raw_element()
        };
        let copies = [copy(), copy()];
        assert_eq!(copies[1].is_ok(), is_read, "{uri}");
        if let Err(error) = &copies[1] {
            assert_limit(error, "raw_xml", 44);
        }
    }
}

#[test]
fn bytes_are_limited_before_they_are_decoded() {
    let mut limits = Limits::default();
    limits.decoded_body = 10;
    for (bytes, is_read) in [
        (&b"<a>456</a>"[..], true),
        (b"<a>4567</a>", false),
        (b"\xFE\xFF\0<\0a\0/\0>", true),
        (b"\xFE\xFF\0<\0a\0 \0/\0>", false),
    ] {
        match decode(bytes, None, &limits) {
            Ok(_) => assert!(is_read),
            Err(error) => {
                assert!(!is_read);
                assert_limit(&error, "decoded_body", 10);
            }
        }
    }
}

const MIB: usize = 1 << 20;

/// About `size` bytes of `part`, numbered, between `before` and `after`.
fn filled(size: usize, before: &str, part: impl Fn(usize) -> String, after: &str) -> String {
    let mut document = before.to_owned();
    let mut number = 0;
    while document.len() < size {
        document.push_str(&part(number));
        number += 1;
    }
    document + after
}

/// Limits that let through what is to be timed.
fn wide() -> ReadOptions {
    let mut limits = Limits::default();
    limits.depth = usize::MAX;
    limits.attributes = usize::MAX;
    limits.attribute_value = usize::MAX;
    limits.children = usize::MAX;
    limits.namespaces_in_scope = usize::MAX;
    limits.namespaces_per_element = 1 << 10;
    limits.distinct_namespaces = usize::MAX;
    limits.name = usize::MAX;
    ReadOptions::default().with_limits(limits)
}

/// A mebibyte takes less than 100 ms of this thread's processor time; a build without optimisation
/// gets twenty times as long.
fn within_bounds(what: &str, mut work: impl FnMut()) {
    let bound = Duration::from_millis(if cfg!(debug_assertions) { 2_000 } else { 100 });
    // Up to three times, for other programs may empty the caches.
    let mut times = (0..3).map(|_| {
        let start = ThreadTime::now();
        work();
        start.elapsed()
    });
    assert!(times.any(|time| time < bound), "{what} takes longer than {bound:?}");
}

/// Documents of about `size` bytes that cost a reader more than others do.
fn costly(size: usize) -> Vec<(&'static str, String)> {
    let thousand: String = (0..1_000).map(|n| format!(" xmlns:p{n}='u'")).collect();
    let prefix = "p".repeat(1_000);
    let fill =
        |before: &str, part: fn(usize) -> String, after: &str| filled(size, before, part, after);
    vec![
        ("empty elements", fill("<a>", |_| "<b/>".into(), "</a>")),
        ("names of siblings", fill("<a>", |n| format!("<b{n}/>"), "</a>")),
        ("depth", nested(size / 7)),
        ("a binding at each level", declarations(size / 40, 1)),
        (
            "bindings in scope",
            fill(&format!("<a{thousand}>"), |n| format!("<p{}:b/>", n % 1_000), "</a>"),
        ),
        (
            "bindings that come and go",
            fill(&format!("<a{thousand}>"), |n| format!("<b xmlns:q{n}=''/>"), "</a>")
                .replace("=''", "='u'"),
        ),
        ("namespaces", fill("<a>", |n| format!("<b xmlns='u{}'/>", n % 30_000), "</a>")),
        ("declarations of one element", declarations(size / 40, 1_000)),
        ("attributes of one element", attributes(size / 12)),
        (
            "attributes with prefixes",
            fill(&format!("<a{thousand}"), |n| format!(" p{}:b{n}=''", n % 1_000), "/>"),
        ),
        (
            "long prefix",
            filled(size, &format!("<a xmlns:{prefix}='u'>"), |_| format!("<{prefix}:b/>"), "</a>"),
        ),
        ("one name", format!("<{}/>", "x".repeat(size))),
        ("one name beyond ASCII", format!("<{}/>", "\u{E9}".repeat(size / 2))),
        ("one value", format!("<a b='{}'/>", "&#9;".repeat(size / 4))),
        ("comments", fill("<a>", |_| "<!---->".into(), "</a>")),
        ("instructions", fill("<a>", |_| "<?p?>".into(), "</a>")),
        ("CDATA sections", fill("<a>", |_| "<![CDATA[]]>".into(), "</a>")),
        ("references", fill("<a>", |_| "&lt;".into(), "</a>")),
        ("brackets", fill("<a>", |_| "]]".into(), "</a>")),
        ("carriage returns", fill("<a>", |_| "\r".into(), "</a>")),
        ("a comment without end", fill("<a><!--", |_| "<!- ".into(), "")),
        ("a reference without end", fill("<a>&", |_| "&".into(), "")),
        ("a tag without end", fill("<a", |n| format!(" b{n}='"), "")),
        ("a wrong end", fill("<a>", |n| format!("<b{n}>"), "</x>")),
        ("a wrong end after siblings", fill("<a>", |n| format!("<b><c{n}/></b>"), "</x>")),
    ]
}

/// Reads a document past all of its limits on structure.
fn read_costly(what: &str, document: &str, options: &ReadOptions) {
    let wrong = what.contains("wrong") || what.contains("without end");
    assert_eq!(skip(document, options).is_err(), wrong, "{what}");
}

#[test]
fn hostile_documents_take_time_in_proportion_to_their_size() {
    let options = wide();
    for (what, document) in &costly(MIB) {
        within_bounds(what, || read_costly(what, document, &options));
    }
}

/// Four times the size takes about four times as long, where a square would be sixteen times.
#[test]
fn a_larger_document_takes_no_longer_for_each_byte() {
    let options = wide();
    let time = |what: &str, document: &str| {
        let start = ThreadTime::now();
        read_costly(what, document, &options);
        start.elapsed()
    };
    for ((what, small), (_, large)) in costly(MIB / 4).iter().zip(&costly(MIB)) {
        let mut tries = (0..6).map(|_| {
            let least = (0..3).map(|_| time(what, small)).min().expect("three times");
            (least, time(what, large))
        });
        let is_linear = |(small, large): (Duration, Duration)| large < small * 9;
        assert!(tries.any(is_linear), "{what} takes {:?}", tries.next());
    }
}

#[test]
fn observing_takes_time_in_proportion_to_the_size() {
    let seen = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&seen);
    let options = wide().on_skipped(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
    });
    for (what, document) in [
        ("unknown elements", filled(MIB, "<a>", |_| "<unknown/>".into(), "</a>")),
        ("unknown attributes", attributes(MIB / 12)),
        ("unknown texts", filled(MIB, "<a>", |_| "text<unknown/>".into(), "</a>")),
        ("a text of many pieces", filled(MIB, "<a>", |_| "x<!---->".into(), "</a>")),
    ] {
        within_bounds(what, || {
            let mut reader = Reader::new(&document, &[], &options);
            reader.root().expect("a root");
            for index in 0..reader.attribute_count() {
                reader.skip_attribute(index);
            }
            while reader.next_child().expect("well-formed").is_some() {
                reader.skip_unknown().expect("well-formed");
            }
        });
    }
    assert!(seen.load(Ordering::Relaxed) > 10_000);
}
