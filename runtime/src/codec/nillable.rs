//! Elements that may be nil (XML Schema Part 1, sections 2.6.2 and 3.3.4).

use super::{Blank, Complex, Content, ReadXml, Table, Tag, WriteXml, attributes, content};
use crate::value::Nillable;
use crate::xml::{ReadError, Reader, WriteError, Writer};

impl<T: ReadXml, A: Blank + Complex> ReadXml for Nillable<T, A> {
    const JUDGES_NIL: bool = true;

    #[inline(never)]
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        if reader.attribute_count() > 0 && reader.is_nil()? {
            let mut attributes = A::blank();
            read_nil(&mut attributes, reader)?;
            *self = Self::Nil(attributes);
            return Ok(());
        }
        let mut value = T::blank();
        value.read(reader)?;
        *self = Self::Value(value);
        Ok(())
    }
}

/// Reads a nil element: it keeps its attributes and must be empty.
fn read_nil(value: &mut dyn Complex, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    attributes::read_of_nil(value.table(), value, reader)?;
    content::read_nothing(reader)
}

impl<T: WriteXml, A: Complex> WriteXml for Nillable<T, A> {
    #[inline(never)]
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
        match self {
            Self::Value(value) => value.write(tag, writer),
            Self::Nil(attributes) => write_nil(attributes, tag, writer),
        }
    }
}

fn write_nil(
    value: &dyn Complex,
    tag: &'static Tag,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    writer.start_open(tag);
    writer.raw(" xsi:nil=\"true\"");
    value.write_attributes(writer)?;
    writer.close_start();
    writer.end(tag);
    Ok(())
}

/// A nil element of a type without attributes.
impl Complex for () {
    fn table(&self) -> &'static Table {
        static NOTHING: Table = Table::new("a nil element", &[], Content::Empty, &[]);
        &NOTHING
    }

    fn read_member(&mut self, _index: usize, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        reader.skip()
    }

    fn write_content(&self, _writer: &mut Writer) -> Result<(), WriteError> {
        Ok(())
    }
}

impl Blank for () {
    fn blank() -> Self {}
}
