//! What the reader gives for documents in order, and what its cursor does when it is moved.

use std::sync::{Arc, Mutex};

use super::Reader;
use crate::value::ValueError;
use crate::xml::{ErrorKind, Name, RawXml, ReadError, ReadOptions};

static NAMESPACES: &[&str] = &["urn:a", "urn:b"];

/// The elements, attributes and texts of a document in one line.
fn trace(document: &str) -> Result<String, ReadError> {
    let mut reader = Reader::new(document, NAMESPACES, &ReadOptions::strict());
    let mut out = String::new();
    let root = reader.root()?;
    trace_element(&mut reader, root, &mut out)?;
    reader.finish()?;
    Ok(out)
}

fn trace_element(
    reader: &mut Reader<'_>,
    name: Name<'_>,
    out: &mut String,
) -> Result<(), ReadError> {
    assert_eq!(reader.name(), name);
    out.push_str(&format!("({}:{}", name.namespace, name.local));
    for index in 0..reader.attribute_count() {
        let attribute = reader.attribute(index).expect("it is within the count");
        let Name { namespace, local } = attribute.name();
        out.push_str(&format!(" {namespace}:{local}={:?}", attribute.value()));
    }
    loop {
        let mut text = String::new();
        let child = reader.next_mixed_child(&mut text)?;
        if !text.is_empty() {
            out.push_str(&format!(" {text:?}"));
        }
        match child {
            Some(child) => trace_element(reader, child, out)?,
            None => break,
        }
    }
    out.push(')');
    Ok(())
}

#[test]
fn documents_are_read_in_order() {
    for (document, expected) in [
        ("<a/>", "(0:a)"),
        ("<?xml version='1.0'?>\n<?p?><!---->\n<a></a >\n<!--x--><?p x?>\n", "(0:a)"),
        ("<a xmlns='urn:b'><b xmlns=''/><c/></a>", "(17:a(0:b)(17:c))"),
        ("<p:a xmlns:p='urn:a' p:k='1' k='2'/>", "(16:a 16:k=\"1\" 0:k=\"2\")"),
        ("<a k='&lt;\t&#9;\r\n&#13;\n\"]]>'/>", "(0:a 0:k=\"< \\t \\r \\\"]]>\")"),
        ("<a>x<b/>y</a>", "(0:a \"x\"(0:b) \"y\")"),
        ("<a>&amp;&#x10FFFF;]]&gt;\r\n\r</a>", "(0:a \"&\\u{10ffff}]]>\\n\\n\")"),
        ("<a>1<![CDATA[<\r\n&]]]]>2<!-- - -->3<?p ?>4</a>", "(0:a \"1<\\n&]]234\")"),
        (
            "<a.-_0\u{B7}\u{300}><\u{370}/></a.-_0\u{B7}\u{300}>",
            "(0:a.-_0\u{B7}\u{300}(0:\u{370}))",
        ),
        ("<\u{E9}:\u{E9} xmlns:\u{E9}='urn:a'/>", "(16:\u{E9})"),
        (
            "<a xml:lang='de' xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
            "(0:a 1:lang=\"de\")",
        ),
        (
            "<a xmlns:longprefix='urn:a'><longprefix:b longprefix:c=''/></a>",
            "(0:a(16:b 16:c=\"\"))",
        ),
        // Prefixes of seven, eight and nine characters that begin alike.
        (
            "<a xmlns:prefixa='urn:a' xmlns:prefixab='urn:b' xmlns:prefixabc='urn:c'>\
             <prefixab:x/><prefixabc:x/><prefixa:x/><e xmlns:prefixab='urn:a'><prefixab:x/></e></a>",
            "(0:a(17:x)(18:x)(16:x)(0:e(16:x)))",
        ),
        ("<a xmlns:p='urn:x' xmlns:q='urn:x'><p:a/><q:a/></a>", "(0:a(18:a)(18:a))"),
        ("<a xmlns:p='urn:&#97;'><p:b\n\tk = 'v'\n></p:b\n></a>", "(0:a(16:b 0:k=\"v\"))"),
    ] {
        assert_eq!(trace(document).expect(document), expected, "{document}");
    }
}

fn started<'a>(document: &'a str, options: &ReadOptions) -> Reader<'a> {
    let mut reader = Reader::new(document, NAMESPACES, options);
    reader.root().expect("the document has a root");
    reader
}

#[test]
fn text_is_the_whole_text_of_an_element() {
    for (content, expected) in [
        ("<t/>", Ok("")),
        ("<t></t>", Ok("")),
        ("<t> x ]] y\t\n</t>", Ok(" x ]] y\t\n")),
        ("<t>\u{FFFD}\u{F000}</t>", Ok("\u{FFFD}\u{F000}")),
        ("<t>admin<!-- -->.evil<?p?>&#46;<![CDATA[com]]></t>", Ok("admin.evil.com")),
        ("<t>a\rb\r\nc</t>", Ok("a\nb\nc")),
        ("<t>a<u/>b</t>", Err("/a/t/u, line 1, column 8: unexpected element u")),
        (
            "<t>a</t",
            Err("/a/t, line 1, column 8: not well-formed: the end tag of `t` was expected"),
        ),
    ] {
        let document = format!("<a>{content}</a>");
        let mut reader = started(&document, &ReadOptions::default());
        reader.next_child().expect("the child is there");
        match (reader.text(), expected) {
            (Ok(text), Ok(expected)) => {
                assert_eq!(text, expected, "{document}");
                assert_eq!(reader.next_child().expect("the end is there"), None);
                reader.finish().expect("nothing follows");
            }
            (Err(error), Err(expected)) => {
                assert!(error.to_string().starts_with(expected), "{document}: {error}");
            }
            (found, expected) => panic!("{document}: {found:?}, {expected:?}"),
        }
    }
}

#[test]
fn a_child_and_an_end_can_be_read_again() {
    let mut reader = started("<a><b k='1'/><c>t</c></a>", &ReadOptions::strict());
    let next = |reader: &mut Reader<'_>| {
        let name = reader.next_child().expect("the document is well-formed");
        name.map(|name| name.local.to_owned())
    };
    assert_eq!(next(&mut reader).as_deref(), Some("b"));
    reader.unread_child();
    assert_eq!(next(&mut reader).as_deref(), Some("b"));
    assert_eq!(reader.attribute(0).map(|attribute| attribute.raw()), Some("1"));
    assert_eq!(next(&mut reader), None);
    reader.unread_end();
    assert_eq!(next(&mut reader), None);
    assert_eq!(next(&mut reader).as_deref(), Some("c"));
    reader.unread_child();
    assert_eq!(next(&mut reader).as_deref(), Some("c"));
    assert_eq!(reader.text().expect("text"), "t");
    assert_eq!(next(&mut reader), None);
    assert_eq!(reader.depth(), 0);
    reader.finish().expect("nothing follows");
}

#[test]
fn skipping_ends_the_element_that_is_current() {
    for (unread, next) in [(false, Some("c")), (true, None)] {
        let document = "<a><r><b><x>&lt;<y/></x><!-- --><![CDATA[]]></b><c/></r></a>";
        let mut reader = started(document, &ReadOptions::strict());
        for _ in 0..2 {
            reader.next_child().expect("the document is well-formed");
        }
        if unread {
            reader.unread_child();
        }
        reader.skip().expect("the document is well-formed");
        let found = reader.next_child().expect("the document is well-formed");
        assert_eq!(found.map(|name| name.local), next);
        reader.finish().expect("finishing passes over the rest");
    }
}

#[test]
fn nil_and_type_are_of_the_instance_namespace() {
    for (attributes, nil, xsi_type) in [
        ("", Ok(false), None),
        ("i:nil='true' i:type=' p:t&#10;'", Ok(true), Some("p:t")),
        ("i:nil=' 1 '", Ok(true), None),
        ("i:nil='0' nil='true' type='x'", Ok(false), None),
        ("i:nil='false'", Ok(false), None),
        (
            "i:nil='TRUE'",
            Err("/a/@nil, line 1, column 56: \"TRUE\" is not a valid xs:boolean: \
                 expected true, false, 1 or 0"),
            None,
        ),
    ] {
        let document =
            format!("<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' {attributes}/>");
        let reader = started(&document, &ReadOptions::strict());
        assert_eq!(reader.is_nil().map_err(|error| error.to_string()), nil.map_err(str::to_owned));
        assert_eq!(reader.xsi_type().as_deref(), xsi_type);
    }
}

#[test]
fn prefixes_of_a_text_are_those_of_its_element() {
    let document = "<a xmlns:p='urn:a'><b xmlns:p='urn:b' xmlns='urn:d'>p:x</b><c>p:x</c></a>";
    let mut reader = started(document, &ReadOptions::strict());
    reader.next_child().expect("b");
    reader.text().expect("text");
    assert_eq!(reader.resolve_prefix("p"), Some("urn:b"));
    assert_eq!(reader.resolve_prefix(""), Some("urn:d"));
    reader.next_child().expect("c");
    reader.text().expect("text");
    assert_eq!(reader.resolve_prefix("p"), Some("urn:a"));
    assert_eq!(reader.resolve_prefix(""), None);
    assert_eq!(reader.resolve_prefix("q"), None);
    assert_eq!(reader.resolve_prefix("xml"), Some("http://www.w3.org/XML/1998/namespace"));
}

#[test]
fn copies_stand_alone() {
    for (document, copy) in [
        ("<a><b/></a>", "<b/>"),
        ("<a xmlns:p='urn:a' xmlns:q='u'><p:b k='1'/></a>", "<p:b xmlns:p=\"urn:a\" k='1'/>"),
        (
            "<a xmlns='&lt;\"' xmlns:p='u'><b>p:x</b></a>",
            "<b xmlns=\"&lt;&quot;\" xmlns:p=\"u\">p:x</b>",
        ),
        ("<p:a xmlns:p='1'><p:b xmlns:p='2'>p:x</p:b></p:a>", "<p:b xmlns:p='2'>p:x</p:b>"),
        ("<a xmlns='u'><b xmlns=''><c/></b></a>", "<b xmlns=''><c/></b>"),
        (
            "<a xmlns:p='u'><b><c xmlns:p='v' p:k=''/></b></a>",
            "<b xmlns:p=\"u\"><c xmlns:p='v' p:k=''/></b>",
        ),
        ("<a><b xml:lang='en'>http://x</b></a>", "<b xml:lang='en'>http://x</b>"),
    ] {
        let mut reader = started(document, &ReadOptions::strict());
        reader.next_child().expect(document);
        let raw = reader.raw_element().expect(document);
        assert_eq!(raw.as_str(), copy);
        assert_eq!(raw.as_str().parse::<RawXml>().expect("it stands alone"), raw);
        assert_eq!(reader.next_child().expect(document), None);
        reader.finish().expect(document);
    }
}

#[test]
fn what_is_skipped_is_observed_in_tolerant_mode_only() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&seen);
    let options = ReadOptions::default()
        .on_skipped(move |skipped| sink.lock().expect("no panic").push(skipped.to_string()));
    let document = "<a>\n one<!-- --> two <b k='1' l='2'/><b><c/></b></a>";
    let mut reader = started(document, &options);
    while let Some(_child) = reader.next_child().expect("tolerant") {
        for index in 0..reader.attribute_count() {
            reader.skip_attribute(index);
        }
        reader.skip_unknown().expect("well-formed");
    }
    assert_eq!(
        *seen.lock().expect("no panic"),
        [
            "/a, line 2, column 2: skipped text \"one two\"",
            "/a/b, line 2, column 21: skipped attribute k",
            "/a/b, line 2, column 27: skipped attribute l",
            "/a/b, line 2, column 18: skipped element b",
            "/a/b[2], line 2, column 34: skipped element b",
        ]
    );
    let error = started(document, &ReadOptions::strict()).next_child().expect_err("strict");
    assert_eq!(error.to_string(), "/a, line 2, column 2: unexpected text \"one two\"");
}

#[test]
fn an_error_of_a_text_is_at_its_start() {
    for (element, column) in [
        ("<v>12</v>", 7),
        ("<v></v>", 7),
        ("<v/>", 4),
        ("<v>1&#50;</v>", 7),
        ("<v><!---->12</v>", 7),
        ("<v>12</v >", 7),
    ] {
        let document = format!("<r>{element}</r>");
        let mut reader = started(&document, &ReadOptions::strict());
        reader.next_child().expect("v");
        reader.text().expect("text");
        let error = reader.invalid_value(ValueError::new("xs:int", "it is odd"), "12");
        assert_eq!((error.path().as_str(), error.line(), error.column()), ("/r/v", 1, column));
        assert_eq!(error.offset(), column as usize - 1);
    }
}

#[test]
fn errors_tell_the_place_of_what_was_read_last() {
    let document = "<r><i/><i k='v'>\n<v>12</v></i></r>";
    let mut reader = started(document, &ReadOptions::strict());
    let missing = |reader: &Reader<'_>| reader.missing_element(Name::new(16, "w"), "I").to_string();
    reader.next_child().expect("i");
    assert_eq!(reader.next_child().expect("i ends"), None);
    assert_eq!(missing(&reader), "/r/i, line 1, column 4: missing element {urn:a}w in I");
    reader.next_child().expect("i");
    let place = "/r/i[2]/@k, line 1, column 11: unexpected attribute k";
    assert_eq!(reader.unexpected_attribute(0).to_string(), place);
    reader.next_child().expect("v");
    let place = "/r/i[2]/v, line 2, column 1: unexpected element v";
    assert_eq!(reader.unexpected_element(Vec::new()).to_string(), place);
    reader.unread_child();
    assert_eq!(missing(&reader), "/r/i[2], line 2, column 1: missing element {urn:a}w in I");
    reader.next_child().expect("v");
    assert_eq!(reader.text().expect("text"), "12");
    let error = reader.error(ErrorKind::FixedValue { expected: "1".into(), excerpt: "12".into() });
    let place = "/r/i[2]/v, line 2, column 4: \"12\" is not the fixed value \"1\"";
    assert_eq!(error.to_string(), place);
    assert_eq!(error.numbered_at(1).path(), "/r[1]/i[2]/v");
    assert_eq!(reader.next_child().expect("i ends"), None);
    assert_eq!(missing(&reader), "/r/i[2], line 2, column 10: missing element {urn:a}w in I");
}
