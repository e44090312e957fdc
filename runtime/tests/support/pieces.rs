//! Lists that sources give piece by piece, and the same lists read from the whole document.

use std::io::{self, BufRead, Read};

use wsdl2rs_runtime::Element;
use wsdl2rs_runtime::codec::{Blank, ReadXml};
use wsdl2rs_runtime::xml::{
    ErrorKind, FIRST_GENERATED, Items, Name, ReadError, ReadOptions, Reader,
};

use super::list::{NAMESPACES, Outline, Root, names};

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
