//! Reading and writing arrays (SOAP 1.1, section 5.4.2).
//!
//! What a message says of sizes and places is checked, and nothing is allocated by it: a place
//! counts as an element, whether an item stands there or not.

use std::collections::BTreeSet;

use super::array::{Array, index, product};
use super::sizes;
use crate::codec::{self, ReadXml, Tag, WriteXml};
use crate::list;
use crate::xml::{ErrorKind, ReadError, Reader, WriteError, Writer};

/// What the runtime knows of an array type.
#[derive(Debug)]
pub struct ArrayTable {
    /// The attribute `arrayType` up to the sizes, such as ` soapenc:arrayType="xsd:int`.
    pub array_type: &'static str,
    /// The tags of an item.
    pub item: Tag,
    /// Whether a place may have no item: it is nil.
    pub sparse: bool,
}

/// Reads the current element, an array, to its end tag. Items may have any name.
///
/// # Errors
/// When an item is not one, or items are missing, repeated, or outside of the array.
pub fn read_array<T: ReadXml, const RANK: usize>(
    array: &mut Array<T, RANK>,
    table: &'static ArrayTable,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    codec::encoded_attributes(reader)?;
    let claimed = sizes::claimed::<RANK>(reader)?;
    let total = match claimed {
        Some(claimed) => match product(&claimed) {
            Some(total) => Some(total),
            None => return Err(failed(reader, "it says to have more items than can be")),
        },
        None if RANK == 1 => None,
        None => return Err(failed(reader, "it does not say how large it is")),
    };
    let place = |place: Option<[usize; RANK]>, reader: &Reader<'_>| match (place, claimed) {
        (None, _) => Ok(None),
        (Some(place), None) => Ok(Some(place[0])),
        (Some(place), Some(claimed)) => match index(&claimed, &place) {
            Some(index) => Ok(Some(index)),
            None => Err(failed(reader, "a place is outside of it")),
        },
    };
    let mut items = Items { items: Vec::new(), gaps: BTreeSet::new() };
    let mut next = place(sizes::place("offset", reader)?, reader)?.unwrap_or(0);
    while reader.next_child()?.is_some() {
        next = place(sizes::place("position", reader)?, reader)?.unwrap_or(next);
        if total.is_some_and(|total| next >= total) && (RANK > 1 || reader.is_strict()) {
            return Err(failed(reader, "it has more items than it says"));
        }
        items.read(next, reader)?;
        next += 1;
    }
    let total = total.unwrap_or(0).max(items.items.len());
    if !table.sparse {
        let gap = items.gaps.first().copied();
        if let Some(gap) = gap.or_else(|| (items.items.len() < total).then_some(items.items.len()))
        {
            return Err(failed(reader, format!("place {gap} of {total} has no item")));
        }
    }
    items.fill(total, reader)?;
    let mut sizes = claimed.unwrap_or([total; RANK]);
    if RANK == 1 {
        sizes = [total; RANK];
    }
    *array = Array::of_read(sizes, items.items);
    Ok(())
}

/// Items as far as they are read.
struct Items<T> {
    items: Vec<T>,
    /// The places without an item, up to the last one that has one.
    gaps: BTreeSet<usize>,
}

impl<T: ReadXml> Items<T> {
    /// Reads the current element as the item with this index.
    fn read(&mut self, index: usize, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        if index < self.items.len() && !self.gaps.remove(&index) {
            return Err(failed(reader, format!("place {index} has two items")));
        }
        if index >= self.items.len() {
            let gap = self.items.len()..index;
            self.fill(index, reader)?;
            self.gaps.extend(gap);
            list::make_room(&mut self.items);
            self.items.resize_with(index + 1, T::blank);
        }
        let depth = reader.depth();
        match self.items.get_mut(index) {
            Some(item) => item.read(reader).map_err(|error| error.numbered_at(depth)),
            None => Ok(()),
        }
    }

    /// Fills up to so many places.
    fn fill(&mut self, count: usize, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        let Some(missing) = count.checked_sub(self.items.len()).filter(|missing| *missing > 0)
        else {
            return Ok(());
        };
        reader.charge_elements(missing)?;
        self.items.resize_with(count, T::blank);
        Ok(())
    }
}

#[cold]
fn failed(reader: &Reader<'_>, detail: impl Into<std::borrow::Cow<'static, str>>) -> ReadError {
    reader.error(ErrorKind::Array { detail: detail.into() })
}

/// Writes an array with its sizes.
///
/// # Errors
/// When a text has a character that XML 1.0 cannot carry.
pub fn write_array<T: WriteXml, const RANK: usize>(
    array: &Array<T, RANK>,
    table: &'static ArrayTable,
    tag: &'static Tag,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    writer.start_open(tag);
    writer.raw(table.array_type);
    for (dimension, size) in array.sizes().into_iter().enumerate() {
        writer.raw(if dimension == 0 { "[" } else { "," });
        writer.attribute_value(&(size as u64))?;
    }
    writer.raw("]\"");
    writer.close_start();
    array.iter().try_for_each(|item| item.write(&table.item, writer))?;
    writer.end(tag);
    Ok(())
}
