//! Whether a struct has `new` and `Default`.
//!
//! `new` takes the required fields where there are at most four and no two neighbours have one
//! type: else a caller could swap two arguments and the compiler would not see it.

use crate::ir::field::Field;

/// Required fields that `new` may take.
const MOST_ARGUMENTS: usize = 4;

/// The fields that `new` takes, if there is a `new`; and whether nothing is required.
pub(super) fn decide(fields: &[Field]) -> (Option<Vec<usize>>, bool) {
    let required: Vec<usize> =
        (0..fields.len()).filter(|index| fields[*index].is_required()).collect();
    let swappable = required.windows(2).any(|pair| {
        let (left, right) = (&fields[pair[0]], &fields[pair[1]]);
        left.cardinality == right.cardinality && alike(left, right)
    });
    let has_default = required.is_empty();
    if fields.is_empty() || required.len() > MOST_ARGUMENTS || swappable {
        return (None, has_default);
    }
    (Some(required), has_default)
}

/// Whether one argument could stand for the other: one type, or both given as text.
fn alike(left: &Field, right: &Field) -> bool {
    left.ty == right.ty || (left.ty.is_text() && right.ty.is_text())
}
