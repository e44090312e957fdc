//! The declared name that a misspelt one may have meant.

/// The nearest of `names` to `wanted`: equal but for case, else at most a third of its letters away.
pub(super) fn nearest<'n>(wanted: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let limit = wanted.chars().count() / 3;
    names
        .filter_map(|name| {
            let distance = if name.eq_ignore_ascii_case(wanted) {
                0
            } else {
                distance_within(wanted, name, limit)?
            };
            Some((distance, name))
        })
        .min()
        .map(|(_, name)| name)
}

/// The number of insertions, deletions and replacements that make one text of the other, if it is
/// at most `limit`.
fn distance_within(left: &str, right: &str, limit: usize) -> Option<usize> {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    if left.len().abs_diff(right.len()) > limit {
        return None;
    }
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, character) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, other) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(character != other);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
        if row.iter().all(|distance| *distance > limit) {
            return None;
        }
    }
    row.last().copied().filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        let names = ["Address", "Addresses", "Order", "OrderLine"];
        let rows = [
            ("Adress", Some("Address")),
            ("address", Some("Address")),
            ("OrderLin", Some("OrderLine")),
            ("Ordr", Some("Order")),
            ("Invoice", None),
            ("", None),
        ];
        for (wanted, expected) in rows {
            assert_eq!(nearest(wanted, names.into_iter()), expected, "{wanted}");
        }
    }
}
