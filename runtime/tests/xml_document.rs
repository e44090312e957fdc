//! Whole documents by the functions that take and give values, with a recursive element whose
//! code is written by hand.

use std::io::{self, BufReader, Cursor};

use wsdl2rs_runtime::codec::{Binding, Blank, ReadXml, Tag, WriteXml};
use wsdl2rs_runtime::xml::{
    ErrorKind, FIRST_GENERATED, Limits, Name, ReadError, ReadOptions, Reader, WriteError,
    WriteErrorKind, Writer, from_reader, from_reader_with, from_slice, from_slice_with, from_str,
    from_str_with, to_string, to_writer,
};
use wsdl2rs_runtime::{Element, QName};

/// A note is a text, or a list of notes.
#[derive(Clone, Debug, Default, PartialEq)]
struct Note {
    text: String,
    notes: Vec<Note>,
}

const NOTE: Tag = Tag { start: "<n:note>", end: "</n:note>" };
const TEXT: Tag = Tag { start: "<n:text>", end: "</n:text>" };

impl Blank for Note {
    fn blank() -> Self {
        Self::default()
    }
}

impl ReadXml for Note {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        while let Some(child) = reader.next_child()? {
            if child == Name::new(FIRST_GENERATED, "note") {
                self.notes.push(Self::default());
                if let Some(note) = self.notes.last_mut() {
                    note.read(reader)?;
                }
            } else if child == Name::new(FIRST_GENERATED, "text") {
                self.text = reader.text()?.into_owned();
            } else if reader.is_strict() {
                return Err(reader.unexpected_element(vec![Marker::NAME]));
            } else {
                reader.skip_unknown()?;
            }
        }
        Ok(())
    }
}

impl WriteXml for Note {
    fn write(&self, tag: &Tag, writer: &mut Writer) -> Result<(), WriteError> {
        writer.start(tag);
        writer.start(&TEXT);
        writer.text(&self.text)?;
        writer.end(&TEXT);
        for note in &self.notes {
            note.write(&NOTE, writer)?;
        }
        writer.end(tag);
        Ok(())
    }
}

struct Marker;

impl Element for Marker {
    type Value = Note;
    const NAME: QName = QName::from_static("urn:n", "note");
    const BINDING: Binding = Binding {
        namespaces: &["urn:n"],
        namespace: FIRST_GENERATED,
        tag: &NOTE,
        declarations: " xmlns:n=\"urn:n\"",
    };
}

fn note(text: &str, notes: Vec<Note>) -> Note {
    Note { text: text.into(), notes }
}

#[test]
fn values_go_out_and_come_back() {
    let value = note("a & b", vec![note("\u{E9}", vec![]), note("", vec![note("x", vec![])])]);
    let document = to_string::<Marker>(&value).expect("all characters are legal");
    let expected = "<n:note xmlns:n=\"urn:n\"><n:text>a &amp; b</n:text><n:note><n:text>\u{E9}";
    assert!(document.starts_with(expected), "{document}");
    assert_eq!(from_str::<Marker>(&document).expect("str"), value);
    assert_eq!(from_slice::<Marker>(document.as_bytes()).expect("slice"), value);
    let slow = BufReader::with_capacity(3, document.as_bytes());
    assert_eq!(from_reader::<Marker>(slow).expect("reader"), value);
    let mut bytes = Vec::new();
    to_writer::<Marker>(&value, &mut bytes).expect("a vector takes all");
    assert_eq!(bytes, document.as_bytes());
    let mut utf_16 = vec![0xFF, 0xFE];
    utf_16.extend(document.encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(from_slice::<Marker>(&utf_16).expect("UTF-16"), value);
}

#[test]
fn only_the_expected_root_is_read() {
    for (document, message) in [
        ("<note/>", "/note, line 1, column 1: root element is note, expected {urn:n}note"),
        ("<x:y xmlns:x='u'/>", "/y, line 1, column 1: root element is {u}y, expected {urn:n}note"),
        ("", "/, line 1, column 1: not well-formed: the document has no root element"),
    ] {
        let error = from_str::<Marker>(document).expect_err(document);
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn strict_refuses_what_tolerant_skips() {
    let document = "<note xmlns='urn:n'>\n <text>t</text><more/></note>";
    assert_eq!(from_str::<Marker>(document).expect("tolerant"), note("t", vec![]));
    let strict = ReadOptions::strict();
    for error in [
        from_str_with::<Marker>(document, &strict),
        from_slice_with::<Marker>(document.as_bytes(), &strict),
        from_reader_with::<Marker>(document.as_bytes(), &strict),
    ] {
        assert_eq!(
            error.expect_err("strict").to_string(),
            "/note/more, line 2, column 16: unexpected element {urn:n}more, expected {urn:n}note"
        );
    }
}

#[test]
fn the_rest_of_the_document_is_checked() {
    for document in [
        "<note xmlns='urn:n'/><a/>",
        "<note xmlns='urn:n'/>text",
        "<note xmlns='urn:n'>",
        "<note xmlns='urn:n'><more>&x;</more></note>",
    ] {
        assert!(from_str::<Marker>(document).is_err(), "{document}");
    }
}

#[test]
fn a_string_declares_no_other_encoding() {
    for (encoding, is_read) in [("utf-8", true), ("US-ASCII", true), ("UTF-16", false)] {
        let document =
            format!("\u{FEFF}<?xml version='1.0' encoding='{encoding}'?><note xmlns='urn:n'/>");
        assert_eq!(from_str::<Marker>(&document).is_ok(), is_read, "{encoding}");
        assert_eq!(from_slice::<Marker>(document.as_bytes()).is_ok(), is_read, "{encoding}");
        let twice = format!("\u{FEFF}{document}");
        assert!(from_str::<Marker>(&twice).is_err(), "a second mark is text");
        assert!(from_slice::<Marker>(twice.as_bytes()).is_err(), "a second mark is text");
    }
}

/// The depth limit bounds the recursion of reading, and so that of dropping what was read.
#[test]
fn recursive_values_are_as_deep_as_the_limit() {
    let nested = |depth: usize| {
        let start = "<note>".repeat(depth - 1);
        format!("<note xmlns='urn:n'>{start}{}", "</note>".repeat(depth))
    };
    from_str::<Marker>(&nested(100)).expect("it is at the limit");
    for depth in [101, 100_000] {
        let error = from_str::<Marker>(&nested(depth)).expect_err("it is over the limit");
        assert!(matches!(error.kind(), ErrorKind::Limit { limit: "depth", value: 100 }));
    }
}

#[test]
fn no_more_is_taken_from_a_source_than_the_limit() {
    let mut limits = Limits::default();
    limits.decoded_body = 30;
    let options = ReadOptions::default().with_limits(limits);
    let mut source = Cursor::new(b"<note xmlns='urn:n'/>".repeat(1_000));
    let error = from_reader_with::<Marker>(&mut source, &options).expect_err("it is too long");
    assert!(matches!(error.kind(), ErrorKind::Limit { limit: "decoded_body", value: 30 }));
    assert_eq!(source.position(), 31);
}

/// A source and a target that fail.
struct Broken;

impl io::Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the line is dead"))
    }
}

impl io::Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::Error::other("the line is dead"))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn failures_of_the_source_and_the_target_are_told() {
    let error = from_reader::<Marker>(BufReader::new(Broken)).expect_err("it fails");
    assert_eq!(error.to_string(), "/, line 1, column 1: reading failed: the line is dead");
    let error = to_writer::<Marker>(&Note::default(), Broken).expect_err("it fails");
    assert_eq!(error.to_string(), "/: writing failed: the line is dead");
}

#[test]
fn a_refused_value_is_not_half_written() {
    let value = note("", vec![note("", vec![]), note("\u{0}", vec![])]);
    let mut bytes = Vec::new();
    let error = to_writer::<Marker>(&value, &mut bytes).expect_err("it is forbidden");
    assert_eq!(error.path(), "/note/note[2]/text");
    assert!(matches!(error.kind(), WriteErrorKind::ForbiddenCharacter('\0')));
    assert!(bytes.is_empty());
}
