//! Values whose lexical form counts, for patterns over types that have several forms of one value
//! (XML Schema Part 2, section 4.3.4: a pattern constrains the lexical space).

use std::cell::RefCell;
use std::fmt;

use super::{
    DeclarePrefix, Measured, Pattern, Prefixes, TextValue, ValueError, WhiteSpace, normalize,
    to_text,
};
use crate::codec::Blank;

/// A value with the text that it was read from, where that is not the one that is written
/// otherwise. Values are equal whatever their texts.
#[derive(Clone)]
pub struct Spelled<T> {
    value: T,
    text: Option<Box<str>>,
    /// The prefixes of names in the text, each with its namespace.
    prefixes: Vec<(Box<str>, Box<str>)>,
}

impl<T: TextValue> Spelled<T> {
    /// A value in its canonical form.
    #[must_use]
    pub const fn new(value: T) -> Self {
        Self { value, text: None, prefixes: Vec::new() }
    }

    fn of(text: &str, value: T) -> Self {
        // Members of unions treat white space each in its own way.
        let text = normalize(text.into(), value.white_space());
        let is_canonical = !T::USES_PREFIXES && to_text(&value) == text;
        Self { text: (!is_canonical).then(|| text.into()), value, prefixes: Vec::new() }
    }

    /// The value.
    #[must_use]
    pub const fn value(&self) -> &T {
        &self.value
    }

    /// The value, taken out.
    #[must_use]
    pub fn into_value(self) -> T {
        self.value
    }

    /// The text that the value was read from, and the namespaces of its prefixes.
    #[cfg(feature = "serde")]
    pub(crate) fn text(&self) -> Option<(&str, impl Iterator<Item = (&str, &str)>)> {
        let prefixes = self.prefixes.iter().map(|(prefix, uri)| (&**prefix, &**uri));
        self.text.as_deref().map(|text| (text, prefixes))
    }

    /// Checks the text that is written. A name that was not read gets its prefix only as it is
    /// written, and is not checked.
    ///
    /// # Errors
    /// When the text does not match.
    pub fn check(&self, type_name: &'static str, pattern: &Pattern) -> Result<(), ValueError> {
        match &self.text {
            Some(text) => pattern.check(type_name, text),
            None if T::USES_PREFIXES => Ok(()),
            None => pattern.check(type_name, &to_text(&self.value)),
        }
    }
}

impl<T: TextValue> TextValue for Spelled<T> {
    const TYPE_NAME: &'static str = T::TYPE_NAME;
    const USES_PREFIXES: bool = T::USES_PREFIXES;
    const WHITE_SPACE: WhiteSpace = T::WHITE_SPACE;

    fn parse(text: &str) -> Result<Self, ValueError> {
        T::parse(text).map(|value| Self::of(text, value))
    }

    fn parse_in(text: &str, prefixes: &dyn Prefixes) -> Result<Self, ValueError> {
        let seen = Seen { prefixes, found: RefCell::default() };
        let value = T::parse_in(text, &seen)?;
        Ok(Self { prefixes: seen.found.into_inner(), ..Self::of(text, value) })
    }

    fn write(&self, out: &mut String) {
        match &self.text {
            Some(text) if !T::USES_PREFIXES => out.push_str(text),
            _ => self.value.write(out),
        }
    }

    fn write_in(&self, out: &mut String, prefixes: &mut dyn DeclarePrefix) {
        if !T::USES_PREFIXES {
            return self.write(out);
        }
        // The prefixes are part of the text; where one is taken, others have to do.
        let mut bound = self.prefixes.iter().map(|(prefix, uri)| prefixes.bind(prefix, uri));
        match &self.text {
            Some(text) if bound.all(|is_bound| is_bound) => out.push_str(text),
            _ => self.value.write_in(out, prefixes),
        }
    }

    fn white_space(&self) -> WhiteSpace {
        self.value.white_space()
    }
}

/// Notes which prefixes are asked for.
struct Seen<'p> {
    prefixes: &'p dyn Prefixes,
    found: RefCell<Vec<(Box<str>, Box<str>)>>,
}

impl Prefixes for Seen<'_> {
    fn namespace_of(&self, prefix: &str) -> Option<&str> {
        let namespace = self.prefixes.namespace_of(prefix);
        self.found.borrow_mut().push((prefix.into(), namespace.unwrap_or_default().into()));
        namespace
    }
}

impl<T: PartialEq> PartialEq for Spelled<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Spelled<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: TextValue> fmt::Display for Spelled<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&to_text(self))
    }
}

impl<T: TextValue + Blank> Blank for Spelled<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }
}

impl<T: Measured> Measured for Spelled<T> {
    fn measure(&self) -> usize {
        self.value.measure()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Decimal, from_text};

    #[test]
    fn the_text_that_was_read_is_written() {
        static CENTS: Pattern = Pattern::new("cents", r"[0-9]+\.[0-9]{2}");
        let read = |text| from_text::<Spelled<Decimal>>(text).expect("a valid row");
        let rows =
            [("12.50", "12.50", true), (" 12.5\n", "12.5", false), ("012.50", "012.50", true)];
        for (text, written, matches) in rows {
            let value = read(text);
            assert_eq!(to_text(&value), written, "{text}");
            assert_eq!(value.check("t", &CENTS).is_ok(), matches, "{text}");
            assert_eq!(value, read("12.5"), "{text}");
        }
        let made = Spelled::new(read("12.50").into_value());
        assert_eq!(to_text(&made), "12.5");
        assert!(made.check("t", &CENTS).is_err());
    }
}
