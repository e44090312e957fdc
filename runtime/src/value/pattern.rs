//! The `pattern` facet (XML Schema Part 2, section 4.3.4), as a check that generated types call.
//! Compiled once, when the first text is checked.

use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};

use super::{ValueError, facet};

/// The greatest size of a compiled expression in bytes. The generator refuses what needs half.
const COMPILED: usize = 8 << 20;

/// How deeply an expression may nest, in the terms of `regex`. The generator refuses what nests an
/// eighth as deep in XML Schema's.
const NESTING: u32 = 1_000;

/// Characters of a class, at least and at most how many.
type Counted = (&'static str, u32, u32);

/// The patterns of one step of derivation, in the syntax of the `regex` crate.
#[derive(Debug)]
pub struct Pattern {
    shown: &'static str,
    whole: Option<&'static str>,
    counted: &'static [Counted],
    compiled: OnceLock<Option<Compiled>>,
}

impl Pattern {
    /// A pattern: as errors show it, and as it is compiled; the whole text is matched.
    #[must_use]
    pub const fn new(shown: &'static str, whole: &'static str) -> Self {
        Self::counted(shown, Some(whole), &[])
    }

    /// As [`new`](Self::new), with alternatives that are a number of characters of one class.
    #[must_use]
    pub const fn counted(
        shown: &'static str,
        whole: Option<&'static str>,
        counted: &'static [Counted],
    ) -> Self {
        Self { shown, whole, counted, compiled: OnceLock::new() }
    }

    /// Checks a text to which `whiteSpace` has been applied.
    ///
    /// # Errors
    /// When the text does not match.
    pub fn check(&self, type_name: &'static str, text: &str) -> Result<(), ValueError> {
        match self.compiled.get_or_init(|| Compiled::new(self)) {
            Some(compiled) if compiled.is_match(text) => Ok(()),
            Some(_) => Err(self.error(type_name, "expected a text that matches")),
            None => Err(self.error(type_name, "this program cannot compile its pattern")),
        }
    }

    #[cold]
    fn error(&self, type_name: &'static str, reason: &str) -> ValueError {
        ValueError::new(type_name, format!("{reason} {} (pattern)", self.shown))
    }
}

#[derive(Debug)]
struct Compiled {
    whole: Option<Regex>,
    counted: Box<[(Regex, u32, u32)]>,
}

impl Compiled {
    /// None where an expression is invalid or too large, which the generator has ruled out.
    fn new(pattern: &Pattern) -> Option<Self> {
        let whole = match pattern.whole {
            Some(whole) => Some(compile(whole)?),
            None => None,
        };
        let class =
            |(class, min, max): &Counted| Some((compile(&format!("{class}*"))?, *min, *max));
        Some(Self { whole, counted: pattern.counted.iter().map(class).collect::<Option<_>>()? })
    }

    fn is_match(&self, text: &str) -> bool {
        self.whole.as_ref().is_some_and(|whole| whole.is_match(text))
            || self.counted.iter().any(|(class, min, max)| {
                let length = u32::try_from(facet::characters(text)).unwrap_or(u32::MAX);
                (*min..=*max).contains(&length) && class.is_match(text)
            })
    }
}

fn compile(translated: &str) -> Option<Regex> {
    RegexBuilder::new(&format!(r"\A(?:{translated})\z"))
        .size_limit(COMPILED)
        .nest_limit(NESTING)
        .build()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_text_has_to_match() {
        static PATTERN: Pattern = Pattern::new("`ab|c`", "ab|c");
        static MANY: Pattern = Pattern::counted("many", Some("x"), &[("[a-zé]", 2, 3)]);
        static BROKEN: Pattern = Pattern::new("`(`", "(");
        let reason = |result: Result<(), ValueError>| result.err().map(|e| e.reason().to_owned());
        assert_eq!(PATTERN.check("t", "ab"), Ok(()));
        assert_eq!(PATTERN.check("t", "c"), Ok(()));
        for text in ["", "a", "abc", "c\n", " c"] {
            let expected = "expected a text that matches `ab|c` (pattern)";
            assert_eq!(reason(PATTERN.check("t", text)).as_deref(), Some(expected), "{text:?}");
        }
        for (text, matches) in
            [("x", true), ("é", false), ("éé", true), ("éab", true), ("abcd", false)]
        {
            assert_eq!(MANY.check("t", text).is_ok(), matches, "{text}");
        }
        let expected = "this program cannot compile its pattern `(` (pattern)";
        assert_eq!(reason(BROKEN.check("t", "(")).as_deref(), Some(expected));
    }
}
