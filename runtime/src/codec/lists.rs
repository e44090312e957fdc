//! Members that may be repeated. Each read adds one item; the loop in `content` counts them.

use super::{Blank, ReadXml, Tag, WriteXml};
use crate::list::{self, Bounded, List, NonEmpty};
use crate::xml::{ReadError, Reader, WriteError, WriteErrorKind, Writer};

impl<T> Blank for Vec<T> {
    #[inline]
    fn blank() -> Self {
        Vec::new()
    }
}

impl<T: ReadXml> ReadXml for Vec<T> {
    const JUDGES_NIL: bool = T::JUDGES_NIL;

    #[inline(never)]
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        list::make_room(self);
        // Unlike `push`, this makes the item where it is to stay.
        self.resize_with(self.len() + 1, T::blank);
        match self.last_mut() {
            Some(item) => item.read(reader),
            None => Ok(()),
        }
    }
}

impl<T: WriteXml> WriteXml for Vec<T> {
    #[inline(never)]
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
        self.iter().try_for_each(|item| item.write(tag, writer))
    }
}

impl<T: ReadXml> ReadXml for NonEmpty<T> {
    const JUDGES_NIL: bool = T::JUDGES_NIL;

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        self.items_mut().read(reader)
    }
}

impl<T: WriteXml> WriteXml for NonEmpty<T> {
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
        check_length(self, writer)?;
        self.iter().try_for_each(|item| item.write(tag, writer))
    }
}

impl<T: ReadXml, const MIN: usize, const MAX: usize> ReadXml for Bounded<T, MIN, MAX> {
    const JUDGES_NIL: bool = T::JUDGES_NIL;

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        self.items_mut().read(reader)
    }
}

impl<T: WriteXml, const MIN: usize, const MAX: usize> WriteXml for Bounded<T, MIN, MAX> {
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
        check_length(self, writer)?;
        self.iter().try_for_each(|item| item.write(tag, writer))
    }
}

/// A list that was made as a placeholder, and was never filled, is not written.
fn check_length(list: &impl List, writer: &Writer) -> Result<(), WriteError> {
    list.check_length()
        .map_err(|error| writer.error(WriteErrorKind::InvalidValue(error.to_string().into())))
}
