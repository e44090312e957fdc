//! What is measured, by name: one way to read or write one message, to be done again and again.

use std::hint::black_box;

use crate::Error;
use crate::ours::{self, Ours};
use crate::rivals::{
    quick_xml_events, quick_xml_hand, quick_xml_serde, quick_xml_writer, roxmltree_walk,
};

/// One way to read or write a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Our reader alone, all checks included.
    Read,
    /// Our codec, tolerant.
    Decode,
    /// Our codec, strict.
    DecodeStrict,
    /// Our codec on the small reply.
    DecodeSmall,
    /// Our codec on the list alone, from a source, as one value.
    ReadList,
    /// Our codec on the list alone, from a source, item by item.
    ReadItems,
    /// quick-xml's `Reader`.
    QuickXmlEvents,
    /// quick-xml's `NsReader` into structs, by hand.
    QuickXmlHand,
    /// quick-xml with serde.
    QuickXmlSerde,
    /// roxmltree's tree.
    Roxmltree,
    /// roxmltree's tree, walked into structs.
    RoxmltreeWalk,
    /// Our codec.
    Encode,
    /// quick-xml's `Writer`, by hand.
    QuickXmlWriter,
    /// quick-xml with serde.
    QuickXmlSerialize,
}

/// Does a task once, and gives how many bytes were read or written.
pub type Run<'m> = Box<dyn FnMut() -> Result<usize, Error> + 'm>;

impl Task {
    /// The tasks that read a list of records.
    pub const READING: &'static [Self] = &[
        Self::Read,
        Self::Decode,
        Self::DecodeStrict,
        Self::ReadList,
        Self::ReadItems,
        Self::QuickXmlEvents,
        Self::QuickXmlHand,
        Self::QuickXmlSerde,
        Self::Roxmltree,
        Self::RoxmltreeWalk,
    ];

    /// The tasks that write a list of records.
    pub const WRITING: &'static [Self] =
        &[Self::Encode, Self::QuickXmlWriter, Self::QuickXmlSerialize];

    /// The task's name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Decode => "decode",
            Self::DecodeStrict => "decode-strict",
            Self::DecodeSmall => "decode-small",
            Self::ReadList => "read-list",
            Self::ReadItems => "read-items",
            Self::QuickXmlEvents => "quick-xml-events",
            Self::QuickXmlHand => "quick-xml-hand",
            Self::QuickXmlSerde => "quick-xml-serde",
            Self::Roxmltree => "roxmltree",
            Self::RoxmltreeWalk => "roxmltree-walk",
            Self::Encode => "encode",
            Self::QuickXmlWriter => "quick-xml-writer",
            Self::QuickXmlSerialize => "quick-xml-serialize",
        }
    }

    /// The task of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let small = [Self::DecodeSmall];
        let mut all = Self::READING.iter().chain(Self::WRITING).chain(&small);
        all.find(|task| task.name() == name).copied()
    }

    /// The task on a message. A task that writes has read the message before.
    ///
    /// # Errors
    /// When the message is not one of the kind.
    pub fn on(self, message: &str) -> Result<Run<'_>, Error> {
        let length = message.len();
        let ours = Ours::new(self == Self::DecodeStrict)?;
        Ok(match self {
            Self::Read => keep(length, || ours::read(message)),
            Self::Decode | Self::DecodeStrict => {
                keep(length, move || ours.decode(message.as_bytes()))
            }
            Self::DecodeSmall => keep(length, move || ours.decode_small(message.as_bytes())),
            Self::ReadList => {
                let list = ours::list(&ours.decode(message.as_bytes())?)?;
                keep(list.len(), move || ours::read_list(list.as_bytes()))
            }
            Self::ReadItems => {
                let list = ours::list(&ours.decode(message.as_bytes())?)?;
                keep(list.len(), move || ours::read_items(list.as_bytes()))
            }
            Self::QuickXmlEvents => keep(length, || quick_xml_events::read(message)),
            Self::QuickXmlHand => keep(length, || quick_xml_hand::decode(message)),
            Self::QuickXmlSerde => keep(length, || quick_xml_serde::decode(message)),
            Self::Roxmltree => keep(length, || roxmltree_walk::read(message)),
            Self::RoxmltreeWalk => keep(length, || roxmltree_walk::decode(message)),
            Self::Encode => {
                let value = ours.decode(message.as_bytes())?;
                written(move || ours.encode(&value))
            }
            Self::QuickXmlWriter => {
                let value = ours.decode(message.as_bytes())?;
                written(move || quick_xml_writer::encode(&value))
            }
            Self::QuickXmlSerialize => {
                let value = quick_xml_serde::decode(message)?;
                written(move || quick_xml_serde::encode(&value))
            }
        })
    }
}

/// A run that reads `length` bytes. The value counts with the time that it takes to free it.
fn keep<'m, T>(length: usize, mut read: impl FnMut() -> Result<T, Error> + 'm) -> Run<'m> {
    Box::new(move || {
        drop(black_box(read()?));
        Ok(length)
    })
}

/// A run that writes.
fn written<'m, T: AsRef<[u8]>>(mut write: impl FnMut() -> Result<T, Error> + 'm) -> Run<'m> {
    Box::new(move || Ok(black_box(write()?).as_ref().len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{SMALL_REPLY, Style, records};

    #[test]
    fn every_task_runs() -> Result<(), Error> {
        let message = records(5_000, Style::Prefixed);
        for task in Task::READING.iter().chain(Task::WRITING) {
            let bytes = task.on(&message)?()?;
            assert!(bytes > 4_000 && bytes <= message.len() + 200, "{task:?} {bytes}");
            assert_eq!(Task::named(task.name()), Some(*task));
        }
        assert_eq!(Task::DecodeSmall.on(SMALL_REPLY)?()?, SMALL_REPLY.len());
        Ok(())
    }
}
