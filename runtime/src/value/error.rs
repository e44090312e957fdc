//! Why a text is not a value of its type.

use std::borrow::Cow;
use std::fmt;

/// A text that is not in the lexical space of its type, or breaks one of its facets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueError {
    type_name: &'static str,
    reason: Cow<'static, str>,
}

impl ValueError {
    /// An error of the named type; `reason` says what was expected, without the text itself.
    #[must_use]
    #[cold]
    pub fn new(type_name: &'static str, reason: impl Into<Cow<'static, str>>) -> Self {
        Self { type_name, reason: reason.into() }
    }

    /// The type whose value was expected, such as `xs:int`.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// What was expected.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a valid {}: {}", self.type_name, self.reason)
    }
}

impl std::error::Error for ValueError {}
