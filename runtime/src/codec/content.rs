//! The loop that walks a content model.
//!
//! The member expected next is tried first, then those after it. Everything else (a member out of
//! order, a repetition, an unknown element) is out of line.

use super::Complex;
use super::seen::Seen;
use super::table::{Content, Entry, First, Table, UNBOUNDED};
use crate::QName;
use crate::xml::{ErrorKind, Name, ReadError, Reader};

/// Whose children are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// All children of an element: the loop ends at the end tag.
    Element,
    /// Those of a part: the loop ends at the first child that is not the part's, and leaves it.
    Part,
}

/// Reads the children of the current element and its end tag.
pub(super) fn read_children(
    table: &'static Table,
    value: &mut dyn Complex,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    read_sequence(table, value, reader, Extent::Element)
}

/// Reads one occurrence of a part from the children of the element that it stands in. The first
/// child has been seen and given back ([`Reader::unread_child`]).
///
/// # Errors
/// When the children are not what the part's table says.
pub fn read_part(value: &mut dyn Complex, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    let table = value.table();
    match table.content {
        Content::Choice => read_choice(table, value, reader).map(|_| ()),
        Content::Sequence | Content::All | Content::Text | Content::Empty => {
            read_sequence(table, value, reader, Extent::Part)
        }
    }
}

/// Reads an element whose whole content is one choice.
pub(super) fn read_choice_element(
    table: &'static Table,
    value: &mut dyn Complex,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    while let Some(name) = reader.next_child()? {
        if find(table.entries, 0, name).is_some() {
            reader.unread_child();
            read_choice(table, value, reader)?;
            return read_rest(reader);
        }
        unknown(table, 0, reader)?;
    }
    Err(missing(table, &Seen::default(), reader))
}

/// Reads to the end tag of a nil element, which must be empty.
pub(super) fn read_nothing(reader: &mut Reader<'_>) -> Result<(), ReadError> {
    match reader.next_child_of_empty()? {
        None => Ok(()),
        Some(name) => {
            let name = reader.qname(name);
            Err(reader.error(ErrorKind::NotNillable { name }))
        }
    }
}

/// Reads to the end tag of an element whose content is empty.
pub(super) fn read_empty(reader: &mut Reader<'_>) -> Result<(), ReadError> {
    while reader.next_child_of_empty()?.is_some() {
        stray_child(reader)?;
    }
    Ok(())
}

/// Reads to the end tag of an element that has no further children.
fn read_rest(reader: &mut Reader<'_>) -> Result<(), ReadError> {
    while reader.next_child()?.is_some() {
        stray_child(reader)?;
    }
    Ok(())
}

/// A child where there is none in the schema.
#[cold]
fn stray_child(reader: &mut Reader<'_>) -> Result<(), ReadError> {
    if reader.is_strict() {
        return Err(reader.unexpected_element(Vec::new()));
    }
    reader.skip_unknown()
}

fn read_sequence(
    table: &'static Table,
    value: &mut dyn Complex,
    reader: &mut Reader<'_>,
    extent: Extent,
) -> Result<(), ReadError> {
    let entries = table.entries;
    let mut seen = Seen::default();
    let mut next = 0;
    loop {
        let index = match enter_expected(entries, next, reader) {
            Some(index) => index,
            None => {
                let Some(name) = reader.next_child()? else { break };
                match find(entries, next, name) {
                    Some(index) => index,
                    None => match stray(table, &seen, next, name, reader, extent)? {
                        Stray::Member(index) => index,
                        Stray::Skipped => continue,
                        Stray::End => return complete(table, &seen, reader),
                    },
                }
            }
        };
        let entry = &entries[index];
        if index >= next {
            next = if entry.max == 1 { index + 1 } else { index };
        }
        if table.counted() && !seen.count(table, index) {
            if extent == Extent::Part {
                reader.unread_child();
                return complete(table, &seen, reader);
            }
            return Err(too_many(table, &seen, index, reader));
        }
        seen.insert(index);
        if entry.is_part() {
            reader.unread_child();
        }
        let depth = reader.depth();
        if let Err(error) = value.read_member(index, reader) {
            return Err(located(error, entry, depth));
        }
    }
    if extent == Extent::Part {
        reader.unread_end();
    }
    complete(table, &seen, reader)
}

/// An error in an item of a list says which item, also in the first one.
#[cold]
#[inline(never)]
fn located(error: ReadError, entry: &'static Entry, depth: usize) -> ReadError {
    if entry.max == 1 || entry.is_part() { error } else { error.numbered_at(depth) }
}

/// Reads one branch of a choice; a branch that may be repeated is read as long as it goes on.
fn read_choice(
    table: &'static Table,
    value: &mut dyn Complex,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    let Some(name) = reader.next_child()? else {
        reader.unread_end();
        return Err(missing(table, &Seen::default(), reader));
    };
    let Some(index) = find(table.entries, 0, name) else {
        reader.unread_child();
        return Err(missing(table, &Seen::default(), reader));
    };
    let entry = &table.entries[index];
    let mut count = 0;
    loop {
        count += 1;
        if entry.is_part() {
            reader.unread_child();
        }
        value.read_member(index, reader)?;
        if entry.max == 1 {
            return Ok(());
        }
        match reader.next_child()? {
            None => {
                reader.unread_end();
                break;
            }
            Some(name) if count < entry.max && entry.begins_with(name.namespace, name.local) => {}
            Some(_) => {
                reader.unread_child();
                break;
            }
        }
    }
    if count < entry.min { Err(occurrence(entry, count, reader)) } else { Ok(()) }
}

/// Enters the next child if it is plainly the element of an entry from `next` on, before the next
/// part.
#[inline(always)]
fn enter_expected(
    entries: &'static [Entry],
    next: usize,
    reader: &mut Reader<'_>,
) -> Option<usize> {
    let child = reader.peek()?;
    let mut index = next;
    loop {
        let entry = entries.get(index)?;
        if entry.is_part() {
            return None;
        }
        if child.is(entry.namespace, entry.local) {
            return reader.enter(child, entry.local).then_some(index);
        }
        index += 1;
    }
}

/// The first entry from `from` on that the element begins.
fn find(entries: &'static [Entry], from: usize, name: Name<'_>) -> Option<usize> {
    let rest = entries.get(from..)?;
    let found = rest.iter().position(|entry| entry.begins_with(name.namespace, name.local))?;
    Some(from + found)
}

/// What an element that no entry from the expected one on begins turned out to be.
enum Stray {
    /// A member out of order, to be read as it is.
    Member(usize),
    /// An unknown element; it was skipped.
    Skipped,
    /// Not the part's; it was given back.
    End,
}

#[cold]
#[inline(never)]
fn stray(
    table: &'static Table,
    seen: &Seen,
    next: usize,
    name: Name<'_>,
    reader: &mut Reader<'_>,
    extent: Extent,
) -> Result<Stray, ReadError> {
    let earlier = find(&table.entries[..next.min(table.entries.len())], 0, name);
    if extent == Extent::Part {
        if let Some(index) = earlier.filter(|index| !seen.contains(*index))
            && table.content == Content::All
        {
            return Ok(Stray::Member(index));
        }
        let incomplete = first_missing(table, seen).is_some();
        if earlier.is_none() && incomplete && !reader.is_strict() {
            reader.skip_unknown()?;
            return Ok(Stray::Skipped);
        }
        reader.unread_child();
        return Ok(Stray::End);
    }
    let Some(index) = earlier else {
        unknown(table, next, reader)?;
        return Ok(Stray::Skipped);
    };
    let entry = &table.entries[index];
    if entry.max == 1 && seen.contains(index) {
        if entry.is_part() {
            return Err(reader.unexpected_element(expected(table, next, reader)));
        }
        let name = reader.qname(name);
        return Err(reader.error(ErrorKind::RepeatedElement { name }));
    }
    if table.content == Content::Sequence && reader.is_strict() {
        return Err(reader.unexpected_element(expected(table, next, reader)));
    }
    Ok(Stray::Member(index))
}

/// An element that the type does not know: refused in strict reading, else skipped and observed.
#[cold]
#[inline(never)]
fn unknown(table: &'static Table, next: usize, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    if !reader.is_strict() {
        return reader.skip_unknown();
    }
    Err(reader.unexpected_element(expected(table, next, reader)))
}

/// The names that may stand at the place of the entry `next`: its own and those up to the first
/// required one.
fn expected(table: &'static Table, next: usize, reader: &Reader<'_>) -> Vec<QName> {
    let mut names = Vec::new();
    for entry in table.entries.iter().skip(next) {
        names.extend(beginnings(entry, reader));
        if entry.min > 0 && table.content == Content::Sequence {
            break;
        }
    }
    names
}

#[inline]
fn complete(table: &'static Table, seen: &Seen, reader: &Reader<'_>) -> Result<(), ReadError> {
    if table.required() & !seen.low != 0 || table.entries.len() > 64 || table.counted() {
        return complete_slowly(table, seen, reader);
    }
    Ok(())
}

#[inline(never)]
fn complete_slowly(
    table: &'static Table,
    seen: &Seen,
    reader: &Reader<'_>,
) -> Result<(), ReadError> {
    if first_missing(table, seen).is_some() {
        return Err(missing(table, seen, reader));
    }
    for (index, entry) in table.entries.iter().enumerate() {
        let count = seen.counts.get(index).copied().unwrap_or(0);
        if entry.min > 1 && count < entry.min {
            return Err(occurrence(entry, count, reader));
        }
    }
    Ok(())
}

fn first_missing(table: &'static Table, seen: &Seen) -> Option<&'static Entry> {
    let missing = |(index, entry): &(usize, &Entry)| entry.min > 0 && !seen.contains(*index);
    table.entries.iter().enumerate().find(missing).map(|(_, entry)| entry)
}

#[cold]
#[inline(never)]
fn missing(table: &'static Table, seen: &Seen, reader: &Reader<'_>) -> ReadError {
    let type_name = table.name;
    let mut names = match (table.content, first_missing(table, seen)) {
        (Content::Choice, _) => expected(table, 0, reader),
        (_, Some(entry)) => beginnings(entry, reader),
        (_, None) => Vec::new(),
    };
    match names.pop() {
        Some(name) if names.is_empty() => {
            reader.error(ErrorKind::MissingElement { name, type_name })
        }
        last => {
            names.extend(last);
            reader.error(ErrorKind::MissingChoice { names, type_name })
        }
    }
}

/// The names of the elements that begin a member.
fn beginnings(entry: &'static Entry, reader: &Reader<'_>) -> Vec<QName> {
    let name = |&(namespace, local): &First| reader.qname(Name { namespace, local });
    if entry.is_part() {
        return entry.first.iter().map(name).collect();
    }
    vec![name(&(entry.namespace, entry.local))]
}

#[cold]
#[inline(never)]
fn too_many(table: &'static Table, seen: &Seen, index: usize, reader: &Reader<'_>) -> ReadError {
    occurrence(&table.entries[index], seen.counts[index].saturating_add(1), reader)
}

#[cold]
#[inline(never)]
fn occurrence(entry: &'static Entry, found: u32, reader: &Reader<'_>) -> ReadError {
    let name = if entry.is_part() { entry.first[0].1 } else { entry.local };
    reader.error(ErrorKind::Occurrence {
        name: name.into(),
        found: found as usize,
        min: entry.min as usize,
        max: (entry.max != UNBOUNDED).then_some(entry.max as usize),
    })
}
