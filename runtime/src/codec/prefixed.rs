//! Values with prefixes, such as `xs:QName`: what they need is declared where they stand.

use crate::value::{DeclarePrefix, TextValue};
use crate::xml::{WriteError, Writer};

/// The text of a value, and the prefixes that it uses.
pub(super) struct Prefixed {
    text: String,
    declared: Vec<(String, String)>,
}

impl Prefixed {
    /// The text of `value` with prefixes that nothing else on the element uses.
    pub(super) fn of<T: TextValue>(value: &T) -> Self {
        let mut prefixes = Declared(Vec::new());
        let mut text = String::new();
        value.write_in(&mut text, &mut prefixes);
        Self { text, declared: prefixes.0 }
    }

    /// The text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Writes the declarations into the open start tag.
    pub(super) fn declare(&self, writer: &mut Writer) -> Result<(), WriteError> {
        for (prefix, namespace) in &self.declared {
            writer.declare_prefix(prefix, namespace)?;
        }
        Ok(())
    }
}

struct Declared(Vec<(String, String)>);

impl DeclarePrefix for Declared {
    fn prefix_for(&mut self, namespace: &str) -> &str {
        let known = self.0.iter().position(|(_, uri)| uri == namespace);
        let index = known.unwrap_or_else(|| {
            self.0.push((format!("q{}", self.0.len()), namespace.to_owned()));
            self.0.len() - 1
        });
        &self.0[index].0
    }
}
