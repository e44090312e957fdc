//! Reading a part of a document: the start tags of the elements that are open there, and what
//! follows, child by child of the innermost one.

use super::{EMPTY, Reader};
use crate::xml::items::Origin;
use crate::xml::scope::Binding;
use crate::xml::{ReadError, ReadOptions};

impl<'a> Reader<'a> {
    /// A reader of a part of a document, which stands at `origin`.
    pub(crate) fn of_part(
        input: &'a str,
        namespaces: &'static [&'static str],
        options: &ReadOptions,
        origin: &'a Origin,
    ) -> Self {
        let mut reader = Self::new(input, namespaces, options);
        reader.origin = Some(origin);
        reader
    }

    /// Where the tag begins that was read last.
    pub(crate) fn tag_start(&self) -> usize {
        self.mark
    }

    /// Whether the current element is an empty-element tag.
    pub(crate) fn has_empty_tag(&self) -> bool {
        self.pending & EMPTY != 0
    }

    /// Where the start tag read last begins, and where its name ends.
    pub(crate) fn tag_name(&self) -> (usize, usize) {
        self.open.last().map_or((0, 0), |open| (open.start as usize - 1, open.end as usize))
    }

    /// The namespace declarations of the start tag read last: prefixes and URIs.
    pub(crate) fn own_declarations(&self) -> Vec<(&'a str, String)> {
        let outer = self.open.last().map_or(0, |open| open.bindings as usize);
        let own = self.scope.bindings().get(outer..).unwrap_or_default();
        let declaration = |binding: &Binding<'a>| {
            (binding.prefix, self.scope.uri(binding.namespace()).to_owned())
        };
        own.iter().map(declaration).collect()
    }

    /// Passes over what the elements beyond `depth` still have.
    ///
    /// # Errors
    /// When the document is not well-formed or over a limit.
    pub(crate) fn pass_to(&mut self, depth: usize) -> Result<(), ReadError> {
        self.pending &= EMPTY;
        while self.open.len() > depth {
            self.skip()?;
        }
        Ok(())
    }

    /// How many namespaces have been met that nobody knows beforehand.
    pub(crate) fn foreign(&self) -> usize {
        self.scope.foreign()
    }

    /// Has the limits begin anew with the next child, as if there had been none before. `foreign`
    /// is what [`foreign`](Self::foreign) was in the start tag of the current element.
    pub(crate) fn begin_anew(&mut self, foreign: usize) {
        self.elements_left = self.options.limits().elements;
        self.raw_left = self.options.limits().raw_xml;
        self.scope.forget_foreign(foreign);
        if let Some(open) = self.open.last_mut() {
            open.children = 0;
        }
    }
}
