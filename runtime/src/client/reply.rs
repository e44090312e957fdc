//! Answers with declared headers (WSDL 1.1, section 3.7).

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use super::{Output, Shape};
use crate::Element;
use crate::codec::{Blank, ReadXml};
use crate::soap::Headers;
use crate::xml::{ReadError, Reader, WriteError, Writer};

/// The answer of an operation that declares headers for it. It can be used as its body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply<T, H> {
    /// The body.
    pub body: T,
    /// The headers that the answer has of those that are declared.
    pub headers: H,
}

impl<T, H: Default> From<T> for Reply<T, H> {
    /// An answer without headers.
    fn from(body: T) -> Self {
        Self { body, headers: H::default() }
    }
}

impl<T, H> Deref for Reply<T, H> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

impl<T, H> DerefMut for Reply<T, H> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.body
    }
}

/// The declared headers of an answer, as one type.
pub trait ReadHeaders: Default + 'static {
    /// The namespaces of the generated module.
    #[doc(hidden)]
    const NAMESPACES: &'static [&'static str];

    /// Reads the header block whose start tag has been read, if it is a declared one. `false` where
    /// it is another, and nothing has been read.
    ///
    /// # Errors
    /// When it is not what the contract says.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<bool, ReadError>;

    /// The header blocks that are there, after `headers`.
    #[doc(hidden)]
    fn blocks<'a>(&'a self, headers: Headers<'a>) -> Headers<'a>;
}

impl ReadHeaders for () {
    const NAMESPACES: &'static [&'static str] = &[];

    fn read(&mut self, _: &mut Reader<'_>) -> Result<bool, ReadError> {
        Ok(false)
    }

    fn blocks<'a>(&'a self, headers: Headers<'a>) -> Headers<'a> {
        headers
    }
}

/// Reads the current header block into `header` if it is the element `E`. A second one is passed
/// over: WS-I Basic Profile 1.1, R2752, allows it, and nothing says what it means.
#[doc(hidden)]
pub fn read_header<E: Element>(
    header: &mut Option<E::Value>,
    reader: &mut Reader<'_>,
) -> Result<bool, ReadError> {
    let name = reader.name();
    if name.namespace != E::BINDING.namespace || name.local != E::NAME.local() {
        return Ok(false);
    }
    if header.is_some() {
        reader.skip_unknown()?;
        return Ok(true);
    }
    let mut value = E::Value::blank();
    value.read(reader)?;
    *header = Some(value);
    Ok(true)
}

/// The answer `O` with the headers `H`.
pub struct WithHeaders<O, H>(PhantomData<fn() -> (O, H)>);

impl<O: Output<Headers = ()>, H: ReadHeaders> Output for WithHeaders<O, H> {
    type Value = Reply<O::Value, H>;
    type Headers = H;
    const NAMESPACES: &'static [&'static str] = H::NAMESPACES;
    const ENCODED: bool = O::ENCODED;

    fn shape() -> Shape {
        O::shape()
    }

    fn read(reader: &mut Reader<'_>, headers: H) -> Result<Self::Value, ReadError> {
        Ok(Reply { body: O::read(reader, ())?, headers })
    }

    fn write_answer(value: &Self::Value, writer: &mut Writer) -> Result<(), WriteError> {
        O::write_answer(&value.body, writer)
    }

    fn answer_headers(value: &Self::Value) -> Headers<'_> {
        value.headers.blocks(Headers::new())
    }

    fn nothing(headers: H) -> Option<Self::Value> {
        Some(Reply { body: O::nothing(())?, headers })
    }
}

impl<O, H> fmt::Debug for WithHeaders<O, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WithHeaders")
    }
}
