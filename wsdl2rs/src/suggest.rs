//! Near names for messages: "did you mean …".

/// The candidate nearest to `name`, if one is near enough to be a slip: at most a third of its
/// length in single-character edits. Of equals the first.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let name: Vec<char> = name.chars().collect();
    let most = name.len().div_ceil(3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let bound = best.map_or(most, |(distance, _)| distance.saturating_sub(1));
        if let Some(distance) = distance(&name, candidate, bound) {
            best = Some((distance, candidate));
            if distance == 0 {
                break;
            }
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The Levenshtein distance, if it is at most `bound`.
fn distance(name: &[char], candidate: &str, bound: usize) -> Option<usize> {
    let length = candidate.chars().count();
    if length.abs_diff(name.len()) > bound {
        return None;
    }
    let mut row: Vec<usize> = (0..=name.len()).collect();
    for (index, c) in candidate.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for column in 0..name.len() {
            let substituted = diagonal + usize::from(name[column] != c);
            diagonal = row[column + 1];
            row[column + 1] = substituted.min(row[column] + 1).min(diagonal + 1);
        }
        if row.iter().min().is_some_and(|least| *least > bound) {
            return None;
        }
    }
    row.last().copied().filter(|distance| *distance <= bound)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_suggested() {
        let rows = [
            ("Qoute", &["Quote", "Note", "Vote"][..], Some("Quote")),
            ("Quotes", &["Quote", "Quotient"][..], Some("Quote")),
            ("Entirely", &["Different"][..], None),
            ("a", &["b"][..], Some("b")),
            ("", &["abc"][..], None),
        ];
        for (name, candidates, expected) in rows {
            assert_eq!(nearest(name, candidates.iter().copied()), expected, "{name}");
        }
    }
}
