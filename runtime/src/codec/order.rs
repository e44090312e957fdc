//! Which of two exchanged members is out of place. The one that is read later is known when it
//! comes; whether an earlier one was before its turn is looked for only then.

use super::completeness::expected;
use super::content::find;
use super::seen::Seen;
use super::table::Table;
use crate::xml::{ReadError, Reader};

/// The error of the first child of the current element's parent that stands before a required
/// member of the sequence `table`; none where there is no such child, or a part hides it.
#[cold]
#[inline(never)]
pub(super) fn too_early(table: &'static Table, reader: &Reader<'_>) -> Option<ReadError> {
    let mut again = reader.again_in_parent()?;
    let mut seen = Seen::default();
    let mut next = 0;
    while let Some(name) = again.next_child().ok()? {
        let index = find(table, &seen, next, name, &again)?;
        if (next..index).any(|passed| seen.lacks(passed, &table.entries[passed])) {
            return Some(again.unexpected_element(expected(table, next, &again)));
        }
        seen.insert(index);
        next = if table.entries[index].max == 1 { index + 1 } else { index };
        again.skip().ok()?;
    }
    None
}
