//! What is written can be read, by this reader and by another one, as what was meant; and what
//! cannot be written is refused.

use proptest::prelude::*;
use wsdl2rs_runtime::codec::Tag;
use wsdl2rs_runtime::value::DeclarePrefix;
use wsdl2rs_runtime::xml::{RawXml, ReadOptions, Reader, WriteError, WriteErrorKind, Writer};

const NOTE: Tag = Tag { start: "<t:note>", end: "</t:note>" };
const TEXT: Tag = Tag { start: "<text>", end: "</text>" };

fn note(attribute: &str, text: &str) -> Result<String, WriteError> {
    let mut writer = Writer::new();
    writer.declare(" xmlns:t=\"urn:t\"");
    writer.start_open(&NOTE);
    writer.raw(" id=\"");
    writer.attribute_text(attribute)?;
    writer.raw("\"");
    writer.close_start();
    writer.start(&TEXT);
    writer.text(text)?;
    writer.end(&TEXT);
    writer.end(&NOTE);
    Ok(writer.into_string())
}

#[test]
fn markup_is_escaped() {
    for (text, in_text, in_attribute) in [
        ("", "", ""),
        ("a b", "a b", "a b"),
        ("<&>\"'", "&lt;&amp;&gt;\"'", "&lt;&amp;&gt;&quot;'"),
        ("]]>", "]]&gt;", "]]&gt;"),
        ("\r\n\t", "&#13;\n\t", "&#13;&#10;&#9;"),
        (
            "\u{E9}\u{F000}\u{FFFD}\u{10FFFF}",
            "\u{E9}\u{F000}\u{FFFD}\u{10FFFF}",
            "\u{E9}\u{F000}\u{FFFD}\u{10FFFF}",
        ),
        ("\u{7F}\u{85}\u{2028}", "\u{7F}\u{85}\u{2028}", "\u{7F}\u{85}\u{2028}"),
    ] {
        let expected = format!(
            "<t:note xmlns:t=\"urn:t\" id=\"{in_attribute}\"><text>{in_text}</text></t:note>"
        );
        assert_eq!(note(text, text).expect("all is legal"), expected);
    }
}

#[test]
fn forbidden_characters_are_refused_with_the_path() {
    let controls = (0..0x20).filter(|code| !matches!(code, 0x9 | 0xA | 0xD));
    for code in controls.chain([0xFFFE, 0xFFFF]) {
        let c = char::from_u32(code).expect("it is no surrogate");
        for (attribute, text, path) in [
            ("", format!("<x{c}"), "/note/text"),
            ("", format!("{}{c}", "x".repeat(100)), "/note/text"),
        ] {
            let error = note(attribute, &text).expect_err("it is forbidden");
            assert_eq!(error.path(), path);
            assert!(
                matches!(error.kind(), WriteErrorKind::ForbiddenCharacter(found) if *found == c)
            );
        }
        let error = note(&format!(">{c}"), "").expect_err("it is forbidden");
        let message = format!("/note/@id: the character U+{code:04X} cannot be written in XML 1.0");
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn only_the_first_start_tag_gets_the_declarations() {
    let mut writer = Writer::new();
    writer.declare(" xmlns:t=\"urn:t\"");
    assert!(writer.is_empty());
    writer.start(&NOTE);
    writer.start(&NOTE);
    writer.end(&NOTE);
    writer.end(&NOTE);
    let expected = "<t:note xmlns:t=\"urn:t\"><t:note></t:note></t:note>";
    assert_eq!(writer.len(), expected.len());
    assert_eq!(writer.into_string(), expected);
}

#[test]
fn prefixes_are_declared_where_there_is_none() {
    let mut writer = Writer::new();
    writer.declare(" xmlns:t=\"urn:t\" xmlns:q1=\"urn:&amp;\"");
    writer.start_open(&NOTE);
    let prefixes: Vec<String> = ["urn:t", "urn:&", "urn:\"", "urn:x"]
        .iter()
        .map(|namespace| writer.prefix_for(namespace).to_owned())
        .collect();
    assert_eq!(prefixes, ["t", "q1", "q2", "q3"]);
    writer.close_start();
    writer.end(&NOTE);
    assert_eq!(
        writer.into_string(),
        "<t:note xmlns:t=\"urn:t\" xmlns:q1=\"urn:&amp;\" xmlns:q2=\"urn:&quot;\" xmlns:q3=\"urn:x\">\
         </t:note>"
    );
}

#[test]
fn raw_xml_is_one_well_formed_element() {
    for (text, is_raw) in [
        ("<a xmlns='u'>b<c/></a>", true),
        (" <!-- --> <a/>\n", true),
        ("<a/><b/>", false),
        ("a", false),
        ("</text><evil/><text>", false),
        ("<p:a/>", false),
        ("<!DOCTYPE a><a/>", false),
        ("<a>\u{1}</a>", false),
    ] {
        let raw = text.parse::<RawXml>();
        assert_eq!(raw.is_ok(), is_raw, "{text}");
        if let Ok(raw) = raw {
            let mut writer = Writer::new();
            writer.start(&TEXT);
            writer.raw_xml(&raw);
            writer.end(&TEXT);
            assert_eq!(writer.into_string(), format!("<text>{raw}</text>"));
        }
    }
}

/// A string of characters that XML 1.0 allows, with those that need care more often than others.
fn legal_text() -> impl Strategy<Value = String> {
    let careful = prop::sample::select(vec![
        '<',
        '>',
        '&',
        '"',
        '\'',
        ']',
        '\r',
        '\n',
        '\t',
        ' ',
        ';',
        '#',
        '\u{85}',
        '\u{2028}',
        '\u{FEFF}',
        '\u{FFFD}',
        '\u{EFFF}',
        '\u{D7FF}',
        '\u{E000}',
        '\u{10FFFF}',
    ]);
    let legal = |c: &char| matches!(*c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..);
    let any = any::<char>().prop_filter("XML 1.0 forbids it", legal);
    prop::collection::vec(prop_oneof![careful, any], 0..60).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn legal_text_is_read_as_it_was_written(attribute in legal_text(), text in legal_text()) {
        let document = note(&attribute, &text).expect("all characters are legal");
        let mut reader = Reader::new(&document, &["urn:t"], &ReadOptions::strict());
        reader.root().expect("a root");
        let found = reader.attribute(0).expect("an attribute");
        prop_assert_eq!(found.value(), attribute.as_str());
        reader.next_child().expect("well-formed").expect("a child");
        prop_assert_eq!(reader.text().expect("text"), text.as_str());
        reader.finish().expect("nothing follows");

        let other = roxmltree::Document::parse(&document).expect("well-formed");
        let root = other.root_element();
        prop_assert_eq!(root.attribute("id"), Some(attribute.as_str()));
        let child = root.first_element_child().expect("a child");
        prop_assert_eq!(child.text().unwrap_or_default(), text.as_str());
    }
}
