//! Lists to be read item by item, sources that give them piece by piece, and the same lists read
//! from the whole document.
#![allow(dead_code, reason = "each test uses its part")]

use std::io::{self, BufRead, Read};

use wsdl2rs_runtime::codec::{Binding, Blank, ReadXml, Tag};
use wsdl2rs_runtime::xml::{
    ErrorKind, FIRST_GENERATED, Items, Name, ReadError, ReadOptions, Reader,
};
use wsdl2rs_runtime::{Element, QName};

const NAMESPACE: &str = "urn:r";
const NAMESPACES: &[&str] = &[NAMESPACE];

/// The element around the lists.
#[derive(Debug)]
pub(crate) struct Root;

impl Element for Root {
    type Value = String;
    const NAME: QName = QName::from_static(NAMESPACE, "r");
    const BINDING: Binding = Binding {
        namespaces: NAMESPACES,
        namespace: FIRST_GENERATED,
        tag: &Tag { start: "<r:r>", end: "</r:r>" },
        declarations: " xmlns:r=\"urn:r\"",
    };
}

/// These names, in the namespace of the list.
pub(crate) fn names(path: &[&'static str]) -> Vec<QName> {
    path.iter().map(|local| QName::from_static(NAMESPACE, local)).collect()
}

/// Names, attributes and text of an element with its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outline(String);

impl Blank for Outline {
    fn blank() -> Self {
        Self(String::new())
    }
}

impl ReadXml for Outline {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        self.start(reader);
        let mut depth = 1;
        while depth > 0 {
            let child = reader.next_mixed_child(&mut self.0)?;
            match child {
                Some(_) => {
                    self.start(reader);
                    depth += 1;
                }
                None => {
                    self.0.push(')');
                    depth -= 1;
                }
            }
        }
        Ok(())
    }
}

impl Outline {
    fn start(&mut self, reader: &Reader<'_>) {
        self.0.push_str(&format!("({}", reader.qname(reader.name())));
        for index in 0..reader.attribute_count() {
            let attribute = reader.attribute(index).expect("it is within the count");
            let name = reader.qname(attribute.name());
            self.0.push_str(&format!(" {name}={:?}", attribute.value()));
        }
    }
}

/// Items up to the first error and with it, as they come from a source.
pub(crate) fn streamed<T: ReadXml>(
    source: impl BufRead,
    path: &[&'static str],
    options: &ReadOptions,
) -> Vec<Result<T, String>> {
    Items::<T, _>::new::<Root>(source, names(path), options)
        .map(|item| item.map_err(|error| error.to_string()))
        .collect()
}

/// The same items of the whole document.
pub(crate) fn whole(
    document: &str,
    path: &[&'static str],
    options: &ReadOptions,
) -> Vec<Result<Outline, String>> {
    let mut items = Vec::new();
    if let Err(error) = read_whole(document, path, options, &mut items) {
        items.push(Err(error.to_string()));
    }
    items
}

fn read_whole(
    document: &str,
    path: &[&'static str],
    options: &ReadOptions,
    items: &mut Vec<Result<Outline, String>>,
) -> Result<(), ReadError> {
    let mut reader = Reader::new(document, NAMESPACES, options);
    let found = reader.root()?;
    if found != Name::new(FIRST_GENERATED, "r") {
        let found = reader.qname(found);
        return Err(reader.error(ErrorKind::WrongRoot { found, expected: Root::NAME }));
    }
    read_children(&mut reader, path, items)?;
    reader.finish()
}

/// Reads the items below the current element, or that element where the path has ended.
fn read_children(
    reader: &mut Reader<'_>,
    path: &[&'static str],
    items: &mut Vec<Result<Outline, String>>,
) -> Result<(), ReadError> {
    let Some((step, rest)) = path.split_first() else {
        let depth = reader.depth();
        let mut item = Outline::blank();
        item.read(reader).map_err(|error| error.numbered_at(depth))?;
        items.push(Ok(item));
        return Ok(());
    };
    while let Some(child) = reader.next_child()? {
        if child == Name::new(FIRST_GENERATED, step) {
            read_children(reader, rest, items)?;
        } else {
            reader.skip_unknown()?;
        }
    }
    Ok(())
}

/// A source that gives pieces of these sizes, in turn.
#[derive(Debug)]
pub(crate) struct Drip<'a> {
    bytes: &'a [u8],
    sizes: Vec<usize>,
    turn: usize,
    given: usize,
}

impl<'a> Drip<'a> {
    pub(crate) fn new(bytes: &'a [u8], sizes: impl Into<Vec<usize>>) -> Self {
        let sizes = sizes.into();
        Self { bytes, given: sizes[0], sizes, turn: 0 }
    }
}

impl BufRead for Drip<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.given == 0 {
            self.turn = (self.turn + 1) % self.sizes.len();
            self.given = self.sizes[self.turn];
        }
        Ok(&self.bytes[..self.given.min(self.bytes.len())])
    }

    fn consume(&mut self, count: usize) {
        self.bytes = &self.bytes[count..];
        self.given -= count;
    }
}

impl Read for Drip<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = (&self.fill_buf()?[..]).read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}
