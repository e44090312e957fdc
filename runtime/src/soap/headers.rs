//! Header blocks of a request (SOAP 1.1, section 4.2; SOAP 1.2, section 5.2).

use std::fmt;

use crate::Element;
use crate::codec::WriteXml;
use crate::xml::{WriteError, Writer};

type Block<'a> = dyn Fn(&mut Writer) -> Result<(), WriteError> + Send + Sync + 'a;

/// The header blocks of one request, in order.
#[derive(Default)]
pub struct Headers<'a> {
    blocks: Vec<Box<Block<'a>>>,
}

impl<'a> Headers<'a> {
    /// No header blocks.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same and then the element `E`.
    #[must_use]
    pub fn block<E: Element>(mut self, value: &'a E::Value) -> Self
    where
        E::Value: Sync,
    {
        self.blocks.push(Box::new(|writer| {
            let binding = E::BINDING;
            writer.declare(binding.declarations);
            value.write(binding.tag, writer)
        }));
        self
    }

    /// Writes the `Header` element; nothing where there are no blocks.
    pub(super) fn write(&self, writer: &mut Writer) -> Result<(), WriteError> {
        if self.blocks.is_empty() {
            return Ok(());
        }
        writer.raw("<soap:Header>");
        for block in &self.blocks {
            block(writer)?;
        }
        writer.raw("</soap:Header>");
        Ok(())
    }
}

impl fmt::Debug for Headers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Headers").field("blocks", &self.blocks.len()).finish()
    }
}
