//! Enumerations and unions (XML Schema Part 2, sections 4.3.5 and 4.1.2.3).

use std::fmt::Display;

use crate::QName;
use crate::value::{Prefixes, TextValue, ValueError, normalize, to_text};

/// The error of a text that is none of an enumeration's values.
#[must_use]
#[cold]
pub fn not_enumerated(type_name: &'static str, values: &'static [&'static str]) -> ValueError {
    not_one_of(type_name, values.iter())
}

#[cold]
fn not_one_of(
    type_name: &'static str,
    values: impl ExactSizeIterator<Item = impl Display>,
) -> ValueError {
    const SHOWN: usize = 8;
    let more = match values.len().checked_sub(SHOWN) {
        None | Some(0) => String::new(),
        Some(1) => " or one other".to_owned(),
        Some(more) => format!(" or {more} others"),
    };
    let shown: Vec<String> = values.take(SHOWN).map(|value| format!("`{value}`")).collect();
    ValueError::new(type_name, format!("expected {}{more}", shown.join(", ")))
}

/// The one of some values that a text has in their base type `T`, whatever its form.
///
/// # Errors
/// When the text is no value of the base, or none of these.
#[inline(never)]
pub fn enumerated_value<T: TextValue + PartialEq, E: Copy>(
    type_name: &'static str,
    text: &str,
    all: &'static [E],
    text_of: fn(E) -> &'static str,
) -> Result<E, ValueError> {
    if let Some(same) = all.iter().find(|one| text_of(**one) == text) {
        return Ok(*same);
    }
    let value = T::parse(text)?;
    let is_equal = |one: &&E| match T::parse(text_of(**one)) {
        // A float that is not a number equals itself among values (Part 2, section 3.2.4).
        Ok(known) => known == value || to_text(&known) == to_text(&value),
        Err(_) => false,
    };
    match all.iter().find(is_equal) {
        Some(same) => Ok(*same),
        None => Err(not_one_of(type_name, all.iter().map(|one| text_of(*one)))),
    }
}

/// The one of some names that a text is where it stands.
///
/// # Errors
/// When the text is no name, or none of these.
#[inline(never)]
pub fn enumerated_name<E: Copy>(
    type_name: &'static str,
    text: &str,
    prefixes: &dyn Prefixes,
    all: &'static [E],
    name_of: fn(E) -> QName,
) -> Result<E, ValueError> {
    let name = QName::parse_in(text, prefixes)?;
    match all.iter().find(|one| name_of(**one) == name) {
        Some(same) => Ok(*same),
        None => Err(not_one_of(type_name, all.iter().map(|one| name_of(*one)))),
    }
}

/// The value of a union's member type, if the text is one.
#[must_use]
pub fn union_member<T: TextValue>(text: &str, prefixes: &dyn Prefixes) -> Option<T> {
    T::parse_in(&normalize(text.into(), T::WHITE_SPACE), prefixes).ok()
}

/// The error of a text that is a value of no member type.
#[must_use]
#[cold]
pub fn no_union_member(type_name: &'static str) -> ValueError {
    ValueError::new(type_name, "expected a value of one of its member types")
}

/// A place where no prefix is bound.
#[derive(Clone, Copy, Debug)]
pub struct NoPrefixes;

impl Prefixes for NoPrefixes {
    fn namespace_of(&self, _prefix: &str) -> Option<&str> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_shown_of_an_enumeration_is_counted() {
        static VALUES: [&str; 10] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
        for (count, end) in
            [(1, "expected `a`"), (8, "`h`"), (9, "`h` or one other"), (10, "`h` or 2 others")]
        {
            let message = not_enumerated("T", &VALUES[..count]).to_string();
            assert!(message.ends_with(end), "{message}");
        }
    }
}
