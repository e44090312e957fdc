//! Whether a content model has had all that it must have, and what is said when it has not.

use super::seen::Seen;
use super::table::{Content, Entry, First, Table, UNBOUNDED};
use crate::QName;
use crate::xml::{ErrorKind, Name, ReadError, Reader};

/// The names that may stand at the place of the entry `next`: its own and those up to the first
/// required one.
pub(super) fn expected(table: &'static Table, next: usize, reader: &Reader<'_>) -> Vec<QName> {
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
pub(super) fn complete(
    table: &'static Table,
    seen: &Seen,
    reader: &Reader<'_>,
) -> Result<(), ReadError> {
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

/// The first required member that has not been there.
pub(super) fn first_missing(table: &'static Table, seen: &Seen) -> Option<&'static Entry> {
    let missing = |(index, entry): &(usize, &Entry)| entry.min > 0 && !seen.contains(*index);
    table.entries.iter().enumerate().find(missing).map(|(_, entry)| entry)
}

#[cold]
#[inline(never)]
pub(super) fn missing(table: &'static Table, seen: &Seen, reader: &Reader<'_>) -> ReadError {
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
    if entry.is_element() {
        return vec![name(&(entry.namespace, entry.local))];
    }
    let open = entry.wildcards().iter().map(|wildcard| wildcard.display_name());
    entry.first().iter().map(name).chain(open).collect()
}

#[cold]
#[inline(never)]
pub(super) fn too_many(
    table: &'static Table,
    seen: &Seen,
    index: usize,
    reader: &Reader<'_>,
) -> ReadError {
    occurrence(&table.entries[index], seen.counts[index].saturating_add(1), reader)
}

#[cold]
#[inline(never)]
pub(super) fn occurrence(entry: &'static Entry, found: u32, reader: &Reader<'_>) -> ReadError {
    let name = if entry.is_element() {
        Some(entry.local)
    } else {
        entry.first().first().map(|first| first.1)
    };
    let name = name.unwrap_or("any element");
    reader.error(ErrorKind::Occurrence {
        name: name.into(),
        found: found as usize,
        min: entry.min as usize,
        max: (entry.max != UNBOUNDED).then_some(entry.max as usize),
    })
}
