//! Members that may be absent, and members behind a pointer.

use super::{Blank, ReadXml, Tag, WriteXml};
use crate::xml::{ErrorKind, ReadError, Reader, WriteError, Writer};

impl<T> Blank for Option<T> {
    #[inline]
    fn blank() -> Self {
        None
    }
}

impl<T: ReadXml> ReadXml for Option<T> {
    #[inline(never)]
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        if !T::JUDGES_NIL && reader.attribute_count() > 0 && reader.is_nil()? {
            return read_nil_as_absent(reader);
        }
        self.insert(T::blank()).read(reader)
    }
}

/// `xsi:nil` on an optional element that is not nillable: many services mean "absent" by it.
#[cold]
#[inline(never)]
fn read_nil_as_absent(reader: &mut Reader<'_>) -> Result<(), ReadError> {
    if reader.is_strict() {
        let name = reader.qname(reader.name());
        return Err(reader.error(ErrorKind::NotNillable { name }));
    }
    reader.skip_unknown()
}

impl<T: WriteXml> WriteXml for Option<T> {
    #[inline]
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
        match self {
            Some(value) => value.write(tag, writer),
            None => Ok(()),
        }
    }
}

impl<T: Blank> Blank for Box<T> {
    fn blank() -> Self {
        Box::new(T::blank())
    }
}

impl<T: ReadXml> ReadXml for Box<T> {
    const JUDGES_NIL: bool = T::JUDGES_NIL;

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        (**self).read(reader)
    }
}

impl<T: WriteXml> WriteXml for Box<T> {
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
        (**self).write(tag, writer)
    }
}
