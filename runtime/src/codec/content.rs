//! The loop that walks a content model.
//!
//! The member expected next is tried first, then those after it. Everything else (a member out of
//! order, a repetition, an unknown element) is out of line.

use super::Complex;
use super::completeness::{complete, expected, first_missing, missing, occurrence, too_many};
use super::order::too_early;
use super::seen::Seen;
use super::table::{Content, Entry, Table};
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
        Content::Sequence | Content::All | Content::Text | Content::Empty | Content::Mixed => {
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
        if find(table, &Seen::default(), 0, name, reader).is_some() {
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
pub(crate) fn read_empty(reader: &mut Reader<'_>) -> Result<(), ReadError> {
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
                match find(table, &seen, next, name, reader) {
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
        if !entry.is_element() {
            enter_open(entry, reader)?;
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
    let Some(index) = find(table, &Seen::default(), 0, name, reader) else {
        reader.unread_child();
        return Err(missing(table, &Seen::default(), reader));
    };
    let entry = &table.entries[index];
    let mut count = 0;
    loop {
        count += 1;
        if !entry.is_element() {
            enter_open(entry, reader)?;
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
            Some(name) if count < entry.max && begins(entry, name, reader) => {}
            Some(_) => {
                reader.unread_child();
                break;
            }
        }
    }
    if count < entry.min { Err(occurrence(entry, count, reader)) } else { Ok(()) }
}

/// Before a part is read, its first child is given back; what a wildcard takes is judged.
#[inline(never)]
fn enter_open(entry: &'static Entry, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    if entry.is_part() {
        reader.unread_child();
        return Ok(());
    }
    let name = reader.name();
    let uri = reader.namespace_uri(name.namespace);
    match entry.wildcards().iter().find(|wildcard| wildcard.allows(uri)) {
        Some(wildcard) if reader.is_strict() => wildcard.judge(name, reader),
        _ => Ok(()),
    }
}

/// Enters the next child if it is plainly the element of an entry from `next` on, before the next
/// part or wildcard.
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
        if !entry.is_element() {
            return None;
        }
        if child.is(entry.namespace, entry.local) {
            return reader.enter(child, entry.local).then_some(index);
        }
        index += 1;
    }
}

/// The entry from `from` on that the element begins: the first that names it, else the first whose
/// wildcard takes it. A sequence is not looked through beyond a member that must come first.
pub(super) fn find(
    table: &'static Table,
    seen: &Seen,
    from: usize,
    name: Name<'_>,
    reader: &Reader<'_>,
) -> Option<usize> {
    let mut open = None;
    for (index, entry) in table.entries.iter().enumerate().skip(from) {
        if entry.begins_with(name.namespace, name.local) {
            return Some(index);
        }
        if open.is_none() && !entry.wildcards().is_empty() && begins(entry, name, reader) {
            open = Some(index);
        }
        if open.is_some() && table.content == Content::Sequence && seen.lacks(index, entry) {
            break;
        }
    }
    open
}

/// The first entry before `next` that the element begins.
fn find_earlier(
    table: &'static Table,
    next: usize,
    name: Name<'_>,
    reader: &Reader<'_>,
) -> Option<usize> {
    let earlier = table.entries.get(..next).unwrap_or(table.entries);
    let named = earlier.iter().position(|entry| entry.begins_with(name.namespace, name.local));
    named.or_else(|| earlier.iter().position(|entry| begins(entry, name, reader)))
}

/// Whether an element begins the member, by name or by wildcard.
pub(super) fn begins(entry: &'static Entry, name: Name<'_>, reader: &Reader<'_>) -> bool {
    entry.begins_with(name.namespace, name.local)
        || (!entry.wildcards().is_empty() && entry.allows(reader.namespace_uri(name.namespace)))
}

/// The member that an element of the SOAP encoding is where its namespace is not the schema's: the
/// only one with its local name; or, of the first element in the wrapper of an answer, the first,
/// which is the result whatever its name (SOAP 1.1, section 7.1).
#[cold]
fn find_encoded(
    table: &'static Table,
    seen: &Seen,
    name: Name<'_>,
    reader: &Reader<'_>,
) -> Option<usize> {
    let mut named = table.entries.iter().enumerate().filter(|(_, entry)| entry.local == name.local);
    if let Some((index, entry)) = named.next() {
        return (entry.is_element() && named.next().is_none()).then_some(index);
    }
    let first = table.entries.first()?;
    let is_result = reader.depth() == RESULTS && first.is_element() && seen.is_empty();
    is_result.then_some(0)
}

/// The depth of the elements in the wrapper of a message.
const RESULTS: usize = 4;

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
    let mut earlier = find_earlier(table, next, name, reader);
    if earlier.is_none() && reader.is_encoded() && !reader.is_strict() {
        earlier = find_encoded(table, seen, name, reader)
            .filter(|index| extent == Extent::Element || *index >= next);
        if let Some(index) = earlier.filter(|_| extent == Extent::Part) {
            return Ok(Stray::Member(index));
        }
    }
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
        if !entry.is_element() {
            return match reader.is_strict() || entry.is_part() {
                true => Err(reader.unexpected_element(expected(table, next, reader))),
                false => reader.skip_unknown().map(|()| Stray::Skipped),
            };
        }
        let name = reader.qname(name);
        return Err(reader.error(ErrorKind::RepeatedElement { name }));
    }
    if table.content == Content::Sequence && reader.is_strict() {
        let unexpected = || reader.unexpected_element(expected(table, next, reader));
        return Err(too_early(table, reader).unwrap_or_else(unexpected));
    }
    Ok(Stray::Member(index))
}

/// An element that the type does not know: refused in strict reading, else skipped and observed.
#[cold]
#[inline(never)]
pub(super) fn unknown(
    table: &'static Table,
    next: usize,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    if !reader.is_strict() {
        return reader.skip_unknown();
    }
    Err(reader.unexpected_element(expected(table, next, reader)))
}
