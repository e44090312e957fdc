//! Enumerations and unions (XML Schema Part 2, sections 4.3.5 and 4.1.2.3).

use crate::value::{Prefixes, TextValue, ValueError, normalize};

/// The error of a text that is none of an enumeration's values.
#[must_use]
#[cold]
pub fn not_enumerated(type_name: &'static str, values: &'static [&'static str]) -> ValueError {
    const SHOWN: usize = 8;
    let shown: Vec<String> = values.iter().take(SHOWN).map(|value| format!("`{value}`")).collect();
    let more = match values.len().checked_sub(SHOWN) {
        Some(more) if more > 0 => format!(" or {more} others"),
        _ => String::new(),
    };
    ValueError::new(type_name, format!("expected {}{more}", shown.join(", ")))
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
