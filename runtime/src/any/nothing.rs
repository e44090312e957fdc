//! The type of an element that can only be nil: a type that no document has, since it is abstract and
//! nothing is derived from it, or contains itself without end (XML Schema Part 1, section 3.4).

use crate::codec::{Blank, ReadXml, Tag, WriteXml};
use crate::xml::{ErrorKind, ReadError, Reader, WriteError, Writer};

/// A value that nobody has: there is no constructor, and reading one is an error. An element of such
/// a type is nil, or it is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoValue(());

impl Blank for NoValue {
    fn blank() -> Self {
        Self(())
    }
}

impl ReadXml for NoValue {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        Err(reader.error(ErrorKind::NotNil))
    }
}

impl WriteXml for NoValue {
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
        writer.start(tag);
        writer.end(tag);
        Ok(())
    }
}

#[cfg(feature = "serde")]
mod serial {
    use serde::de::{Deserialize, Deserializer, Error as _};
    use serde::ser::{Error as _, Serialize, Serializer};

    use super::NoValue;

    impl Serialize for NoValue {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(S::Error::custom("there is no value of this type"))
        }
    }

    impl<'de> Deserialize<'de> for NoValue {
        fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
            Err(D::Error::custom("there is no value of this type"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NoValue;
    use crate::codec::{Blank, ReadXml};
    use crate::value::Nillable;
    use crate::xml::{Limits, ReadOptions, Reader};

    #[test]
    fn only_nil_is_read() {
        for (content, expected) in [
            ("i:nil='true'/>", Ok(())),
            (
                "/>",
                Err(
                    "/a, line 1, column 1: no document has the type of the element: it can only be nil",
                ),
            ),
        ] {
            let text = format!("<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' {content}");
            let options = ReadOptions::default().with_limits(Limits::default());
            let mut reader = Reader::new(&text, &[], &options);
            reader.root().expect("the document has a root");
            let mut value: Nillable<NoValue> = Nillable::blank();
            let read = value.read(&mut reader).map_err(|error| error.to_string());
            assert_eq!(read, expected.map_err(str::to_owned), "{content}");
        }
    }
}
