//! `xs:boolean` (XML Schema Part 2, section 3.2.2).

use super::{TextValue, ValueError};

/// Reads `true`, `false`, `1` and `0`; writes `true` and `false`.
impl TextValue for bool {
    const TYPE_NAME: &'static str = "xs:boolean";
    const PLAIN: bool = true;

    fn parse(text: &str) -> Result<Self, ValueError> {
        match text {
            "true" | "1" => Ok(true),
            "false" | "0" => Ok(false),
            _ => Err(ValueError::new(Self::TYPE_NAME, "expected true, false, 1 or 0")),
        }
    }

    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

#[cfg(test)]
mod tests {
    use crate::value::{from_text, to_text};

    #[test]
    fn the_four_lexical_forms() {
        let rows = [("true", true), ("1", true), ("false", false), ("0", false), (" true\n", true)];
        for (text, value) in rows {
            assert_eq!(from_text(text), Ok(value), "{text:?}");
        }
        for text in ["", "TRUE", "True", "yes", "01", "+1", "t", "true false"] {
            assert!(from_text::<bool>(text).is_err(), "{text:?}");
        }
        assert_eq!((to_text(&true), to_text(&false)), ("true".to_owned(), "false".to_owned()));
    }
}
