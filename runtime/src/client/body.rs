//! The shapes that the body of a message can have (WSDL 1.1, section 3.5): an element, the wrapper of
//! rpc style, the content of `Body` itself, nothing.

use std::fmt;
use std::marker::PhantomData;

use super::ReadHeaders;
use crate::codec::{self, Blank, Complex, ReadXml, Tag, WriteXml};
use crate::soap::Headers;
use crate::xml::{ReadError, Reader, WriteError, Writer};
use crate::{Element, QName};

const BODY: Tag = Tag { start: "<soap:Body>", end: "</soap:Body>" };

/// What the body of a request holds. Implemented for every [`Element`], for [`Contents`] and for
/// [`NoParts`].
pub trait Input: 'static {
    /// The request as a Rust type.
    type Value;

    /// Writes the body with its tags.
    #[doc(hidden)]
    fn write(value: &Self::Value, writer: &mut Writer) -> Result<(), WriteError>;
}

/// What the body of an answer holds. Implemented for every [`Element`], for [`Wrapper`],
/// [`Contents`], [`NoParts`] and [`OneWay`].
pub trait Output: 'static {
    /// The answer as a Rust type.
    type Value;

    /// The headers that are read.
    #[doc(hidden)]
    type Headers: ReadHeaders;

    /// The namespaces that the reader numbers.
    #[doc(hidden)]
    const NAMESPACES: &'static [&'static str];

    /// Whether the message is in the encoding of SOAP 1.1, section 5.
    #[doc(hidden)]
    const ENCODED: bool = false;

    /// What is in the body.
    #[doc(hidden)]
    fn shape() -> Shape;

    /// Reads the content of the element in the body, or that of the body.
    #[doc(hidden)]
    fn read(reader: &mut Reader<'_>, headers: Self::Headers) -> Result<Self::Value, ReadError>;

    /// Writes the body with its tags, as a service does.
    #[doc(hidden)]
    fn write_answer(value: &Self::Value, writer: &mut Writer) -> Result<(), WriteError>;

    /// The header blocks that a service sends with it.
    #[doc(hidden)]
    fn answer_headers(value: &Self::Value) -> Headers<'_> {
        let _ = value;
        Headers::new()
    }

    /// The answer where there is no message; `None` where there must be one.
    #[doc(hidden)]
    fn nothing(headers: Self::Headers) -> Option<Self::Value> {
        let _ = headers;
        None
    }
}

/// What a reader expects in a body. Namespaces are numbered.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub enum Shape {
    /// Nothing.
    Nothing,
    /// This element.
    Element(u16, QName),
    /// The wrapper of an rpc answer with this name.
    Wrapper(u16, QName),
    /// Children that [`Output::read`] reads.
    Children,
}

impl<E: Element + 'static> Input for E {
    type Value = E::Value;

    fn write(value: &E::Value, writer: &mut Writer) -> Result<(), WriteError> {
        let binding = E::BINDING;
        writer.raw(BODY.start);
        writer.declare(binding.declarations);
        value.write(binding.tag, writer)?;
        writer.raw(BODY.end);
        Ok(())
    }
}

impl<E: Element + 'static> Output for E {
    type Value = E::Value;
    type Headers = ();
    const NAMESPACES: &'static [&'static str] = E::BINDING.namespaces;

    fn shape() -> Shape {
        Shape::Element(E::BINDING.namespace, E::NAME)
    }

    fn read(reader: &mut Reader<'_>, (): ()) -> Result<E::Value, ReadError> {
        let mut value = E::Value::blank();
        value.read(reader)?;
        Ok(value)
    }

    fn write_answer(value: &E::Value, writer: &mut Writer) -> Result<(), WriteError> {
        <E as Input>::write(value, writer)
    }
}

/// The answer of an operation in rpc style, `E` being its wrapper element.
///
/// The wrapper is named after the operation with `Response` behind (WS-I Basic Profile 1.1, R2729),
/// in the namespace that the binding gives. Servers are known to take another namespace or none, and
/// SOAP 1.1, section 7.1, lets them: tolerant reading looks at the local name alone.
pub struct Wrapper<E>(PhantomData<fn() -> E>);

impl<E: Element + 'static> Output for Wrapper<E> {
    type Value = E::Value;
    type Headers = ();
    const NAMESPACES: &'static [&'static str] = E::BINDING.namespaces;

    fn shape() -> Shape {
        Shape::Wrapper(E::BINDING.namespace, E::NAME)
    }

    fn read(reader: &mut Reader<'_>, (): ()) -> Result<E::Value, ReadError> {
        <E as Output>::read(reader, ())
    }

    fn write_answer(value: &E::Value, writer: &mut Writer) -> Result<(), WriteError> {
        <E as Input>::write(value, writer)
    }
}

/// The wrapper of an operation in rpc style with `use="encoded"` (WSDL 1.1, section 3.5): the values
/// in it are in the encoding of SOAP 1.1, section 5.
///
/// References are resolved: a value that an answer refers to twice is there twice. Tolerant reading
/// takes an element by its local name where the contract has no other of that name, and the first
/// element of an answer for the result, whatever its name (SOAP 1.1, section 7.1).
pub struct Encoded<E>(PhantomData<fn() -> E>);

const ENCODED_BODY: Tag = Tag {
    start: "<soap:Body soap:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\">",
    end: BODY.end,
};

impl<E: Element + 'static> Input for Encoded<E> {
    type Value = E::Value;

    fn write(value: &E::Value, writer: &mut Writer) -> Result<(), WriteError> {
        let binding = E::BINDING;
        writer.raw(ENCODED_BODY.start);
        writer.declare(binding.declarations);
        value.write(binding.tag, writer)?;
        writer.raw(BODY.end);
        Ok(())
    }
}

impl<E: Element + 'static> Output for Encoded<E> {
    type Value = E::Value;
    type Headers = ();
    const NAMESPACES: &'static [&'static str] = E::BINDING.namespaces;
    const ENCODED: bool = true;

    fn shape() -> Shape {
        Shape::Wrapper(E::BINDING.namespace, E::NAME)
    }

    fn read(reader: &mut Reader<'_>, (): ()) -> Result<E::Value, ReadError> {
        <E as Output>::read(reader, ())
    }

    fn write_answer(value: &E::Value, writer: &mut Writer) -> Result<(), WriteError> {
        <Self as Input>::write(value, writer)
    }
}

/// The content of `Body` where it is not one element: the type of a part, or several elements.
///
/// Generated modules implement it on a zero-sized marker.
pub trait BodyContent: 'static {
    /// The content as a Rust type.
    type Value: Blank + Complex;
    /// The namespaces of the generated module.
    #[doc(hidden)]
    const NAMESPACES: &'static [&'static str];
    /// The namespace declarations that the tags in it need.
    #[doc(hidden)]
    const DECLARATIONS: &'static str;
}

/// A body whose content is that of `C`.
pub struct Contents<C>(PhantomData<fn() -> C>);

impl<C: BodyContent> Input for Contents<C> {
    type Value = C::Value;

    fn write(value: &C::Value, writer: &mut Writer) -> Result<(), WriteError> {
        writer.declare(C::DECLARATIONS);
        writer.start(&BODY);
        value.write_content(writer)?;
        writer.end(&BODY);
        Ok(())
    }
}

impl<C: BodyContent> Output for Contents<C> {
    type Value = C::Value;
    type Headers = ();
    const NAMESPACES: &'static [&'static str] = C::NAMESPACES;

    fn shape() -> Shape {
        Shape::Children
    }

    fn read(reader: &mut Reader<'_>, (): ()) -> Result<C::Value, ReadError> {
        let mut value = C::Value::blank();
        codec::read_content(&mut value, reader)?;
        Ok(value)
    }

    fn write_answer(value: &C::Value, writer: &mut Writer) -> Result<(), WriteError> {
        <Self as Input>::write(value, writer)
    }
}

/// A body whose content is that of `C` with `use="encoded"` (WSDL 1.1, section 3.5): in document style
/// the parts stand side by side, and are in the encoding of SOAP 1.1, section 5. Answers are read as
/// those of [`Encoded`] are.
pub struct EncodedContents<C>(PhantomData<fn() -> C>);

impl<C: BodyContent> Input for EncodedContents<C> {
    type Value = C::Value;

    fn write(value: &C::Value, writer: &mut Writer) -> Result<(), WriteError> {
        writer.declare(C::DECLARATIONS);
        writer.start(&ENCODED_BODY);
        value.write_content(writer)?;
        writer.end(&ENCODED_BODY);
        Ok(())
    }
}

impl<C: BodyContent> Output for EncodedContents<C> {
    type Value = C::Value;
    type Headers = ();
    const NAMESPACES: &'static [&'static str] = C::NAMESPACES;
    const ENCODED: bool = true;

    fn shape() -> Shape {
        Shape::Children
    }

    fn read(reader: &mut Reader<'_>, (): ()) -> Result<C::Value, ReadError> {
        <Contents<C> as Output>::read(reader, ())
    }

    fn write_answer(value: &C::Value, writer: &mut Writer) -> Result<(), WriteError> {
        <Self as Input>::write(value, writer)
    }
}

/// The body of a message without parts: it is empty.
#[derive(Clone, Copy, Debug)]
pub enum NoParts {}

impl Input for NoParts {
    type Value = ();

    fn write((): &(), writer: &mut Writer) -> Result<(), WriteError> {
        writer.raw("<soap:Body/>");
        Ok(())
    }
}

/// Tolerant reading passes over what stands there nonetheless.
impl Output for NoParts {
    type Value = ();
    type Headers = ();
    const NAMESPACES: &'static [&'static str] = &[];

    fn shape() -> Shape {
        Shape::Children
    }

    fn read(reader: &mut Reader<'_>, (): ()) -> Result<(), ReadError> {
        codec::read_no_children(reader)
    }

    fn write_answer(value: &(), writer: &mut Writer) -> Result<(), WriteError> {
        <Self as Input>::write(value, writer)
    }

    fn nothing((): ()) -> Option<()> {
        Some(())
    }
}

/// The output of a one-way operation (WSDL 1.1, section 2.4.1): the call returns when the server
/// has taken the message.
#[derive(Clone, Copy, Debug)]
pub enum OneWay {}

impl Output for OneWay {
    type Value = ();
    type Headers = ();
    const NAMESPACES: &'static [&'static str] = &[];

    fn shape() -> Shape {
        Shape::Nothing
    }

    fn read(_: &mut Reader<'_>, (): ()) -> Result<(), ReadError> {
        Ok(())
    }

    fn write_answer((): &(), writer: &mut Writer) -> Result<(), WriteError> {
        <NoParts as Input>::write(&(), writer)
    }

    fn nothing((): ()) -> Option<()> {
        Some(())
    }
}

impl<E: Element> fmt::Debug for Wrapper<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wrapper<{}>", E::NAME)
    }
}

impl<E: Element> fmt::Debug for Encoded<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Encoded<{}>", E::NAME)
    }
}

impl<C: BodyContent> fmt::Debug for EncodedContents<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EncodedContents")
    }
}

impl<C: BodyContent> fmt::Debug for Contents<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contents")
    }
}
