//! Enumerations and unions (XML Schema Part 2, sections 4.3.5 and 4.1.2.3).

use crate::value::{Prefixes, TextValue, ValueError, normalize};

/// The error of a text that is none of an enumeration's values.
#[must_use]
#[cold]
pub fn not_enumerated(type_name: &'static str, values: &'static [&'static str]) -> ValueError {
    const SHOWN: usize = 8;
    let shown: Vec<String> = values.iter().take(SHOWN).map(|value| format!("`{value}`")).collect();
    let more = match values.len().checked_sub(SHOWN) {
        None | Some(0) => String::new(),
        Some(1) => " or one other".to_owned(),
        Some(more) => format!(" or {more} others"),
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
