//! Header blocks of a request (SOAP 1.1, section 4.2; SOAP 1.2, section 5.2).

use std::fmt;
use std::sync::Arc;

use super::{HeaderBlock, Version};
use crate::codec::WriteXml;
use crate::xml::{RawXml, WriteError, Writer};
use crate::{Element, QName};

type Block<'a> = dyn Fn(Version, &mut Writer) -> Result<(), WriteError> + Send + Sync + 'a;

/// The header blocks of one request, in order.
#[derive(Default)]
pub struct Headers<'a> {
    blocks: Vec<Box<Block<'a>>>,
    names: Vec<QName>,
    /// The blocks that follow.
    rest: Option<&'a Headers<'a>>,
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
        self.names.push(E::NAME);
        self.blocks.push(Box::new(|_, writer| write::<E>(value, writer)));
        self
    }

    /// The same and then the element `E` with the attributes of the block.
    #[must_use]
    pub fn header<E: Element>(mut self, block: &'a HeaderBlock<E::Value>) -> Self
    where
        E::Value: Sync,
    {
        self.names.push(E::NAME);
        self.blocks.push(Box::new(|version, writer| write_block::<E>(block, version, writer)));
        self
    }

    /// The same and then, if it is there, the element `E` with the attributes of the block.
    #[must_use]
    pub fn optional<E: Element>(self, block: Option<&'a HeaderBlock<E::Value>>) -> Self
    where
        E::Value: Sync,
    {
        match block {
            Some(block) => self.header::<E>(block),
            None => self,
        }
    }

    /// The same and then, if it is there, the element `E`.
    #[doc(hidden)]
    #[must_use]
    pub fn present<E: Element>(self, value: Option<&'a E::Value>) -> Self
    where
        E::Value: Sync,
    {
        match value {
            Some(value) => self.block::<E>(value),
            None => self,
        }
    }

    /// These blocks and then those that a client sends with every request.
    pub(crate) fn followed_by(&'a self, kept: &'a [KeptBlock]) -> Self {
        let rest = self.rest.map_or(&[][..], |rest| &rest.blocks);
        let own = self.blocks.iter().chain(rest).map(|block| {
            Box::new(move |version, writer: &mut Writer| block(version, writer)) as Box<Block<'a>>
        });
        let kept_blocks = kept.iter().map(|kept| {
            Box::new(move |version, writer: &mut Writer| (kept.block)(version, writer))
                as Box<Block<'a>>
        });
        let names = self.names.iter().chain(kept.iter().map(|kept| &kept.name));
        let blocks = own.chain(kept_blocks).collect();
        Self { blocks, names: names.cloned().collect(), rest: None }
    }

    /// The same and then an element that `write` writes.
    pub(crate) fn written(
        mut self,
        name: QName,
        write: impl Fn(Version, &mut Writer) -> Result<(), WriteError> + Send + Sync + 'a,
    ) -> Self {
        self.names.push(name);
        self.blocks.push(Box::new(write));
        self
    }

    /// The same and then those of `rest`.
    pub(crate) fn before(mut self, rest: &'a Headers<'a>) -> Self {
        self.rest = Some(rest);
        self
    }

    /// The elements, without those of other headers that follow.
    pub(crate) fn names(&self) -> &[QName] {
        &self.names
    }

    /// Writes the `Header` element; nothing where there are no blocks.
    pub(super) fn write(&self, version: Version, writer: &mut Writer) -> Result<(), WriteError> {
        let rest = self.rest.map_or(&[][..], |rest| &rest.blocks);
        if self.blocks.len() + rest.len() == 0 {
            return Ok(());
        }
        writer.raw("<soap:Header>");
        for block in self.blocks.iter().chain(rest) {
            block(version, writer)?;
        }
        writer.raw("</soap:Header>");
        Ok(())
    }
}

/// A header block that belongs to a client.
#[derive(Clone)]
pub(crate) struct KeptBlock {
    pub(crate) name: QName,
    block: Arc<Block<'static>>,
}

impl KeptBlock {
    pub(crate) fn new<E: Element>(block: HeaderBlock<E::Value>) -> Self
    where
        E::Value: Send + Sync + 'static,
    {
        let write = move |version, writer: &mut Writer| write_block::<E>(&block, version, writer);
        Self { name: E::NAME, block: Arc::new(write) }
    }

    pub(crate) fn of_xml(xml: RawXml) -> Self {
        let name = xml.name();
        let write = move |_, writer: &mut Writer| {
            writer.raw_xml(&xml);
            Ok(())
        };
        Self { name, block: Arc::new(write) }
    }
}

fn write_block<E: Element>(
    block: &HeaderBlock<E::Value>,
    version: Version,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    // The tag is written as it is, up to its last character.
    let end_of_name = writer.len() + E::BINDING.tag.start.len() - 1;
    write::<E>(&block.value, writer)?;
    writer.insert_attributes(end_of_name, &block.attributes(version))
}

fn write<E: Element>(value: &E::Value, writer: &mut Writer) -> Result<(), WriteError> {
    let binding = E::BINDING;
    writer.declare(binding.declarations);
    value.write(binding.tag, writer)
}

impl fmt::Debug for Headers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Headers").field("blocks", &self.blocks.len()).finish()
    }
}
